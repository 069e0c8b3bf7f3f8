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

import java.nio.file.Path;

import io.packetflow.engine.analysis.AnalysisReport;
import io.packetflow.engine.analysis.Subject;
import io.packetflow.engine.analysis.resource.ResourceSafety;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Steady;
import io.packetflow.engine.fixture.SteadySource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.Molecule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Theorem 6.3 at work: a molecule whose resource graph has no cycle, over two nodes, never stands still. */
class NoDeadlockTest
{
    private static final long INSTANCES = 10_000_000;
    /** Rounds of both nodes in which nothing may be done: one hands over what the other one takes. */
    private static final int IDLE_ROUNDS_MAX = 8;

    @TempDir
    private Path directory;

    @Test
    void shouldRunTenMillionInstancesWithoutAStallWhereTheResourceGraphHasNoCycle()
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(Kinds.ECHO)
            .resource("r", Object.class, arena -> "").resource("s", Object.class, arena -> "")
            .packet(Steady.packet("a", false).uses("r").uses("s").build())
            .packet(Steady.packet("b", false).uses("r").uses("s").build())
            .packet(Steady.packet("c", false).build())
            .ionic("a", "b", "c").covalent("a", "b", "r").covalent("a", "b", "s").build();
        assertThat(AnalysisReport.of(Subject.of(molecule, CostModel.declared(molecule.structure(), HostCosts.ASSUMED)))
            .results().orElseThrow().resources().verdict()).isEqualTo(ResourceSafety.Verdict.ACYCLIC);

        final ReactorContext context = TestContext.of(directory, molecule, "grouping=unfused", "plan=two-nodes")
            .source("feed", SteadySource.class, warmUp -> new SteadySource(Long.MAX_VALUE));
        try (Reactor reactor = Reactor.launch(context))
        {
            int longestPause = 0;
            int pause = 0;
            for (long done = 0; done < INSTANCES && pause <= IDLE_ROUNDS_MAX;)
            {
                reactor.step();
                final long now = reactor.completedInstances();
                pause = now == done ? pause + 1 : 0;
                longestPause = Math.max(longestPause, pause);
                done = now;
            }
            assertThat(reactor.completedInstances()).isGreaterThanOrEqualTo(INSTANCES);
            assertThat(longestPause).isLessThanOrEqualTo(IDLE_ROUNDS_MAX);
        }
    }
}
