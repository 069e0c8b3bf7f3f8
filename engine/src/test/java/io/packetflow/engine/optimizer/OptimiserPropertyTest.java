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
package io.packetflow.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.reaction.Conservation;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

import org.junit.jupiter.api.Test;

/** What holds of every optimisation, on random structures of up to 30 packets. */
class OptimiserPropertyTest
{
    private static final int CASES = 120;
    private static final int PACKETS_MAX = 30;

    @Test
    void shouldConserveAndNeverGetWorse()
    {
        int relaxed = 0;
        int steps = 0;
        for (long seed = 0; seed < CASES; seed++)
        {
            final MolecularStructure structure =
                RelaxedStructures.declaring(RandomStructures.of(seed, PACKETS_MAX), seed);
            final Optimisation optimisation = Optimiser.optimise(structure, Structures.costs(structure),
                OptimiserOptions.onNodes(1 + (int)(seed % 5)).withGoal(seed % 3 == 0 ? Goal.THROUGHPUT : Goal.LATENCY));
            try
            {
                hold(structure, optimisation);
            }
            catch (final AssertionError e)
            {
                throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + optimisation, e);
            }
            steps += optimisation.steps().size();
            relaxed += optimisation.structure().equals(structure) ? 0 : 1;
        }
        assertThat(relaxed).isGreaterThan(3);
        assertThat(steps).isGreaterThan(CASES / 2);
    }

    private static void hold(final MolecularStructure structure, final Optimisation optimisation)
    {
        assertThat(Conservation.check("optimisation", Structures::costs, List.of(structure),
            List.of(optimisation.structure()), Set.of()).violations()).isEmpty();
        assertThat(optimisation.structure().composition()).isEqualTo(structure.composition());
        assertThat(optimisation.structure().bonds())
            .containsAll(structure.bonds().stream().filter(OptimiserPropertyTest::mustStay).toList());
        for (final OptimisationStep step : optimisation.steps())
        {
            assertThat(Gain.of(step.before(), step.after(), step.goal())
                .isWorth(OptimiserOptions.DEFAULT_THRESHOLD)).isTrue();
        }
    }

    private static boolean mustStay(final Bond bond)
    {
        return bond.strict() || bond.type() != BondType.IONIC;
    }

    @Test
    void shouldGiveUpNoOrderButThatOfRelaxedPairs()
    {
        for (long seed = 0; seed < CASES; seed++)
        {
            final MolecularStructure structure =
                RelaxedStructures.declaring(RandomStructures.of(seed, PACKETS_MAX), seed);
            final MolecularStructure relaxed = RelaxedStructures.relaxed(structure);
            final CausalOrder before = CausalOrder.of(structure);
            final CausalOrder after = CausalOrder.of(relaxed);
            for (final String later : structure.names())
            {
                final PacketConduct conduct = PacketConduct.of(structure.packet(later).orElseThrow());
                for (final String earlier : before.ancestors(later))
                {
                    final boolean needed = conduct.mayRead(earlier) ||
                        !PacketConduct.of(structure.packet(earlier).orElseThrow()).withoutEffects();
                    assertThat(!needed || after.precedes(earlier, later))
                        .as("seed %d: %s before %s", seed, earlier, later).isTrue();
                }
                assertThat(before.ancestors(later)).containsAll(after.ancestors(later));
            }
        }
    }

    @Test
    void shouldDecideTheSameEachTime()
    {
        for (long seed = 0; seed < 20; seed++)
        {
            final MolecularStructure structure = RandomStructures.of(seed, PACKETS_MAX);
            assertThat(Optimiser.optimise(structure, Structures.costs(structure), OptimiserOptions.onNodes(3)))
                .isEqualTo(Optimiser.optimise(structure, Structures.costs(structure), OptimiserOptions.onNodes(3)));
        }
    }

    @Test
    void shouldTakeStructuresOfFiveHundredPackets()
    {
        final MolecularStructure structure = LargeStructures.of(500, 7);

        final Optimisation optimisation =
            Optimiser.optimise(structure, Structures.costs(structure), OptimiserOptions.onNodes(4));

        assertThat(optimisation.placement()).hasSize(500);
        assertThat(optimisation.after().totalNanos()).isLessThan(optimisation.before().totalNanos());
    }
}
