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
package io.packetflow.latency.fork;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.latency.load.RecordingSource;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. How many bytes of a slot a packet takes; read from the plan, nothing is run. */
@Command(name = "slot-bytes", description = "How many bytes of a slot a packet takes in a plan.")
final class SlotBytesFork extends Fork
{
    private static final int SYMBOLS = 200;
    private static final int LIVE_ORDERS = 85_000;

    @Option(names = "--grouping", defaultValue = "fused", description = "fused, strict or unfused")
    private String grouping;

    @Option(names = "--nodes", defaultValue = "auto", description = "auto, one-node, two-nodes or node-per-group")
    private String nodes;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final TradingConfig config = TradingConfig.simulation(SYMBOLS, LIVE_ORDERS);
        final ReactorContext context = TradingEngine.context(TradingEngine.molecule(config, HugePages.OFF), config)
            .settings(ReactorSettings.builder().set("packetflow.grouping", grouping).set("packetflow.plan", nodes)
                .conclude())
            .source("never made", RecordingSource.class, SlotBytesFork::refuseToRun);
        final ReactorPlan plan = PlannedCode.of(context).plan();
        final int stride = plan.ring().layout().strideBytes();
        final int packets = plan.placements().size();
        result.number(Measure.BYTES_PER_PACKET, (double)stride / packets)
            .text("plan", grouping + "/" + nodes)
            .text("slot", "slot of " + stride + " bytes, " + packets + " packets");
    }

    private static RecordingSource refuseToRun(final boolean warmUp)
    {
        throw new IllegalStateException("a plan is read, nothing is run: warmUp=" + warmUp);
    }
}
