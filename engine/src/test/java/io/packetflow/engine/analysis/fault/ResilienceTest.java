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
package io.packetflow.engine.analysis.fault;

import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static io.packetflow.engine.fixture.AnalysisStructures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.molecule.MolecularStructure;

class ResilienceTest
{
    @Test
    void aChainSurvivesNoFailure()
    {
        final Resilience resilience = Resilience.of(CausalOrder.of(plain("a b c", ionic("a", "b"), ionic("b", "c"))));

        assertThat(resilience.cut()).containsExactly("a");
        assertThat(resilience.toleratedFailures()).isZero();
    }

    @Test
    void theCutOfAKnownGraphIsFound()
    {
        // Sources a, b, c; all paths to the sinks f, g lead over d or e, so {d, e} is the smallest cut; {f, g} is one
        // too, but {d, e} lies nearer to the sources.
        final CausalOrder order = CausalOrder.of(plain("a b c d e f g", ionic("a", "d"), ionic("b", "d"),
            ionic("b", "e"), ionic("c", "e"), ionic("d", "f"), ionic("d", "g"), ionic("e", "g")));
        final Resilience resilience = Resilience.of(order);

        assertThat(resilience.cut()).containsExactly("d", "e");
        assertThat(resilience.toleratedFailures()).isEqualTo(1);
        assertThat(Resilience.pathWithout(order, List.of("d"))).containsExactly("b", "e", "g");
        assertThat(Resilience.pathWithout(order, List.of("d", "e"))).isEmpty();
    }

    @Test
    void independentPacketsArePathsOfTheirOwn()
    {
        final CausalOrder order = CausalOrder.of(plain("a b c"));

        assertThat(Resilience.of(order).toleratedFailures()).isEqualTo(2);
        assertThat(Resilience.pathWithout(order, List.of("a", "c"))).containsExactly("b");
    }

    /** Theorem 6.7, by removal of every set of packets. */
    @Test
    void whateverFewerPacketsThanTheCutFailAPathIsLeft()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final CausalOrder order = CausalOrder.of(acyclic(seed));
            final Resilience resilience = Resilience.of(order);
            int smallest = Integer.MAX_VALUE;
            for (int mask = 0; mask < 1 << order.packets().size(); mask++)
            {
                final List<String> failed = new ArrayList<>();
                for (int i = 0; i < order.packets().size(); i++)
                {
                    if ((mask >>> i & 1) != 0)
                    {
                        failed.add(order.packets().get(i));
                    }
                }
                final List<String> path = Resilience.pathWithout(order, failed);
                assertPath(order, path, failed);
                smallest = path.isEmpty() ? Math.min(smallest, failed.size()) : smallest;
            }
            assertThat(resilience.cut()).as("seed %d: %s", seed, order).hasSize(smallest);
            assertThat(Resilience.pathWithout(order, resilience.cut())).as("seed %d: %s", seed, order).isEmpty();
        }
    }

    private static void assertPath(final CausalOrder order, final List<String> path, final List<String> failed)
    {
        assertThat(path).noneMatch(failed::contains);
        for (int i = 1; i < path.size(); i++)
        {
            assertThat(order.predecessors(path.get(i))).contains(path.get(i - 1));
        }
        if (!path.isEmpty())
        {
            assertThat(order.sources()).contains(path.get(0));
            assertThat(order.sinks()).contains(path.get(path.size() - 1));
        }
    }

    private static MolecularStructure acyclic(final int seed)
    {
        return AnalysisStructures.acyclic(new Random(seed), 7);
    }
}
