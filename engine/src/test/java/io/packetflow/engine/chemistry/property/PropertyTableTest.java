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
package io.packetflow.engine.chemistry.property;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Section 3.1.3, computed by hand. */
class PropertyTableTest
{
    private static final double EXACT = 1e-9;

    private static PacketProperties of(final PropertyTable table, final String packet)
    {
        return table.packets().stream().filter(candidate -> candidate.packet().name().equals(packet)).findFirst()
            .orElseThrow();
    }

    @Test
    void shouldComputeIonisationEnergyAsBaseTimeTimesPriority()
    {
        // Trader: 60 ns x priority 2 = 120 ns. Feed: 40 ns x 1.
        final PropertyTable table = PropertyTable.of(Structures.onOneNode(Structures.trading()));

        assertThat(of(table, "Trader").ionisationNanos()).isEqualTo(120);
        assertThat(of(table, "Feed").ionisationNanos()).isEqualTo(40);
    }

    @Test
    void shouldComputeAtomicRadiusAsAffectedPacketsTimesMeanReach()
    {
        // Feed comes before Trader, Risk and Output. On one node in one stage each is a call of 1 ns away: 3 x 1.
        // Risk: descendant Output, member of its unit Trader, metallic partner Watch. Apart, Trader and Risk are one
        // unit on one node, so a call; Output and Watch a hop of 100 ns each: 3 packets x (1 + 100 + 100) / 3 = 201 ns.
        final PropertyTable together = PropertyTable.of(Structures.onOneNode(Structures.trading()));
        final PropertyTable apart = PropertyTable.of(Structures.apart(Structures.trading()));

        assertThat(of(together, "Feed").affected()).containsExactly("Trader", "Risk", "Output");
        assertThat(of(together, "Feed").atomicRadiusNanos()).isEqualTo(3);
        assertThat(of(apart, "Risk").affected()).containsExactly("Trader", "Output", "Watch");
        assertThat(of(apart, "Risk").affectedNodes()).isEqualTo(3);
        assertThat(of(apart, "Risk").atomicRadiusNanos()).isCloseTo(201, within(EXACT));
        assertThat(of(apart, "Output").atomicRadiusNanos()).isZero();
    }

    @Test
    void shouldReachAnotherStageOfTheSameNodeThroughABarrier()
    {
        // a before b on one node, in two stages: 5 ns.
        final MolecularStructure two = new MolecularStructure("Two",
            List.of(Constituent.of("a", Element.TRANSFORM), Constituent.of("b", Element.TRANSFORM)),
            List.of(Structures.ionic("a", "b")), Map.of());
        final Placement stages = new Placement(Map.of("a", 0, "b", 0), Map.of("a", 0, "b", 1), 1);

        assertThat(of(PropertyTable.of(Structures.placed(two, stages)), "a").atomicRadiusNanos()).isEqualTo(5);
    }

    @Test
    void shouldCountTheParticipantsOfACollectivePacketAsAffected()
    {
        final Constituent gather = new Constituent(
            "gather", Element.GATHER, "", 0, List.of(), List.of("a", "b"), Map.of());
        final MolecularStructure structure = new MolecularStructure("Gather",
            List.of(Constituent.of("a", Element.TRANSFORM), Constituent.of("b", Element.TRANSFORM), gather),
            List.of(), Map.of());

        assertThat(of(PropertyTable.of(Structures.onOneNode(structure)), "gather").affected())
            .containsExactly("a", "b");
    }

    @Test
    void shouldComputeElectronegativityAsDemandTimesPriority()
    {
        // Trader at 1M/s: 1e6 x 0.5 x 60 ns = 0.03 cores, x priority 2 = 0.06. Feed: 1e6 x 40 ns = 0.04 cores.
        final PropertyTable table = PropertyTable.of(Structures.onOneNode(Structures.trading()));

        assertThat(of(table, "Trader").electronegativityCores()).isCloseTo(0.06, within(EXACT));
        assertThat(of(table, "Feed").electronegativityCores()).isCloseTo(0.04, within(EXACT));
    }

    @Test
    void shouldTakeADeclaredDemandInPlaceOfRateTimesWork()
    {
        final MolecularStructure one = new MolecularStructure("One",
            List.of(Constituent.of("a", Element.TRANSFORM).with("resource_demand", "0.3").with("priority", "3")),
            List.of(), Map.of("rate", "1M/s"));

        assertThat(of(PropertyTable.of(Structures.onOneNode(one)), "a").electronegativityCores())
            .isCloseTo(0.9, within(EXACT));
    }

    @Test
    void shouldGiveACoreFirstToThePacketThatAttractsMost()
    {
        // Electronegativity: Trader .06, Feed .04, Watch .02, Journal .01, Risk .005, Output .003.
        final PropertyTable table = PropertyTable.of(Structures.onOneNode(Structures.trading()));

        assertThat(table.ranking().stream().map(PropertyTable.CoreRank::packet))
            .containsExactly("Trader", "Feed", "Watch", "Journal", "Risk", "Output");
        assertThat(table.ranking().get(0).decidedBy()).isEqualTo("electronegativity");
    }

    @Test
    void shouldRankEqualsByIonisationRadiusReactivityAndComposition()
    {
        // No rate, so no demand. slow: 90 ns; wide: 25 ns and one descendant; timer: ED before the two DF packets.
        final MolecularStructure structure = new MolecularStructure("Equal",
            List.of(Constituent.of("x", Element.TRANSFORM), Constituent.of("y", Element.TRANSFORM),
                Constituent.of("timer", Element.TIMER), Constituent.of("wide", Element.TRANSFORM),
                Constituent.of("slow", Element.TRANSFORM).with("base_time", "90ns")),
            List.of(Structures.ionic("wide", "x")), Map.of());

        assertThat(PropertyTable.of(Structures.onOneNode(structure)).ranking()).containsExactly(
            new PropertyTable.CoreRank(1, "slow", "ionisation energy"),
            new PropertyTable.CoreRank(2, "wide", "atomic radius"),
            new PropertyTable.CoreRank(3, "timer", "reactivity"),
            new PropertyTable.CoreRank(4, "x", "composition"),
            new PropertyTable.CoreRank(5, "y", "last of all"));
    }

    @Test
    void shouldOrderGroupsByReactivityAsTheThesisDoes()
    {
        final List<PeriodicGroup> order = List.of(PeriodicGroup.ED, PeriodicGroup.DF, PeriodicGroup.CF,
            PeriodicGroup.RM, PeriodicGroup.CO, PeriodicGroup.MC);
        for (int i = 1; i < order.size(); i++)
        {
            assertThat(Reactivity.of(order.get(i - 1))).isGreaterThan(Reactivity.of(order.get(i)));
        }
        assertThat(Reactivity.of(PeriodicGroup.ED)).isEqualTo(1);
        assertThat(Reactivity.of(PeriodicGroup.MC)).isEqualTo(1 / 6.0);
        assertThat(Reactivity.pollingOrder(Structures.trading()))
            .containsExactly("Risk", "Feed", "Output", "Trader", "Journal", "Watch");
    }
}
