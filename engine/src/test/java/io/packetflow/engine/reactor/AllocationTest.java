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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.Steady;
import io.packetflow.engine.fixture.SteadySource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.plan.ClockMode;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A million instances, with timers, emissions, STOPs and releases, allocate no byte. The JIT itself allocates some when
 * it gives up code that it had compiled, so a window of a million without any is looked for, among a few.
 */
class AllocationTest
{
    private static final long BEFORE = 100_000;
    private static final long MEASURED = 1_000_000;
    private static final int WINDOWS_MAX = 8;
    private static final ThreadMXBean THREADS = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "fused, one-node, cursor, spin, SOURCE",
        "fused, one-node, in-slot, shed, SOURCE",
        "fused, two-nodes, cursor, spin, SOURCE",
        "unfused, two-nodes, in-slot, reject, SOURCE",
        "fused, one-node, cursor, spin, UTC"})
    void shouldAllocateNothing(
        final String grouping, final String plan, final String publication, final String pressure,
        final ClockMode clock)
    {
        assumeTrue(THREADS.isThreadAllocatedMemorySupported(), "this JVM counts no allocations");
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(Kinds.ECHO).kind(InstanceKind.TIMER)
            .packet(Steady.packet("a", false).build()).packet(Steady.packet("b", true).build())
            .packet(Steady.packet("c", false).build()).ionic("a", "b", "c").build();
        final ReactorContext context = TestContext.of(directory, molecule, "grouping=" + grouping, "plan=" + plan,
            "publication=" + publication, "group.df.backpressure=" + pressure).clock(clock)
            .timerPeriodNanos(1_000).backEdge(new BackEdgeBinding("b", 256, 16, 3))
            .source("commands", ScriptedCommands.class, warmUp -> new ScriptedCommands(0))
            .source("feed", SteadySource.class, warmUp -> new SteadySource(Long.MAX_VALUE));
        try (Reactor reactor = Reactor.launch(context))
        {
            stepTo(reactor, BEFORE);

            assertThat(leastAllocated(reactor)).isZero();
            assertThat(reactor.counters().get("M: instances admitted from back edges")).isGreaterThan(MEASURED / 20);
            assertThat(reactor.stateHashes().get("c")).isPositive();
        }
    }

    private static long leastAllocated(final Reactor reactor)
    {
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS_MAX && least != 0; window++)
        {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            stepTo(reactor, reactor.completedInstances() + MEASURED);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void stepTo(final Reactor reactor, final long instances)
    {
        while (reactor.completedInstances() < instances)
        {
            reactor.step();
        }
    }
}
