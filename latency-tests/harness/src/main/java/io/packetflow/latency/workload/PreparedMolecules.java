/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.latency.workload;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/** Cold path. Molecules that are ready and idle, to see what they take: each with its ring, handlers and counters. */
public final class PreparedMolecules implements AutoCloseable
{
    private static final String RING_SIZE = "packetflow.group." + PeriodicGroup.DF.key() + ".ring.size";

    private final boolean isTrading;
    private final int slots;
    private final Deque<Reactor> reactors = new ArrayDeque<>();

    /**
     * Makes none yet.
     *
     * @param isTrading whether each is a TradingEngine for one symbol and 500 live orders, or six packets with an area
     *     of eight bytes each and nothing else
     * @param slots of each ring, a power of two, 0 for what the planner chooses
     */
    public PreparedMolecules(final boolean isTrading, final int slots)
    {
        this.isTrading = isTrading;
        this.slots = slots;
    }

    /** Makes one more. */
    public void add()
    {
        final Path counters = RuntimeDirectory.path().resolve(
            "memory-" + ProcessHandle.current().pid() + "-" + reactors.size() + ".counters.dat");
        counters.toFile().deleteOnExit();
        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.threading", "invoker").set("packetflow.plan", "one-node")
            .set("packetflow.warmup", "off").set("packetflow.cores.reserve", "off")
            .set("packetflow.stall.limit", "1h").set("packetflow.counters.file", counters.toString())
            .set(RING_SIZE, slots == 0 ? "auto" : Integer.toString(slots)).conclude();
        reactors.push(Reactor.prepare(context().settings(settings)
            .source("never", WorkSource.class, warmUp -> new WorkSource(false))));
    }

    private ReactorContext context()
    {
        if (!isTrading)
        {
            return new ReactorContext().molecule(WorkMolecule.of(Workload.CPU, null, null));
        }
        final TradingConfig config = TradingConfig.simulation(1, 500);
        return TradingEngine.context(TradingEngine.molecule(config, HugePages.OFF), config);
    }

    /** Returns how many packets each has; there must be one. */
    public int packets()
    {
        return reactors.peek().plan().placements().size();
    }

    /** Returns how many instances each holds at once; there must be one. */
    public int slots()
    {
        return reactors.peek().plan().ring().capacity();
    }

    @Override
    public void close()
    {
        reactors.forEach(Reactor::close);
    }
}
