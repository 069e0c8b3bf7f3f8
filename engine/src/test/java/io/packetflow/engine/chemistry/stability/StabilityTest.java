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
package io.packetflow.engine.chemistry.stability;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Section 3.2.2, computed by hand. */
class StabilityTest
{
    private static final double EXACT = 1e-12;

    @Test
    void shouldComputeStabilityAsBondStrengthLessInternalStress()
    {
        // Strengths .05 + .004 + .001 + .006 + .002 + .001 + .002 = .066. Trader and Risk share positions as one unit:
        // Trader .5 x demand of Risk .005 = .0025, Risk .1 x demand of Trader .03 = .003. .066 - .0055 = .0605.
        final Stability stability =
            Stability.of(Structures.onOneNode(Structures.trading()), Stability.DEFAULT_THRESHOLD);

        assertThat(stability.bondStrength()).isCloseTo(0.066, within(EXACT));
        assertThat(stability.internalStress()).isCloseTo(0.0055, within(EXACT));
        assertThat(stability.stability()).isCloseTo(0.0605, within(EXACT));
        assertThat(stability.isStable()).isTrue();
    }

    @Test
    void shouldCallAMoleculeStableOnlyAboveTheThreshold()
    {
        assertThat(Stability.of(Structures.onOneNode(Structures.trading()), 0.0604).isStable()).isTrue();
        assertThat(Stability.of(Structures.onOneNode(Structures.trading()), 0.0606).isStable()).isFalse();
    }

    @Test
    void shouldCallAMoleculeUnstableWhosePacketsAreInConflictHoweverStrongItsBonds()
    {
        final MolecularStructure trading = Structures.trading();
        final MolecularStructure conflict = trading.withBonds(trading.bonds().stream()
            .filter(bond -> bond.resource().isEmpty()).toList());
        final Stability stability = Stability.of(Structures.onOneNode(conflict), -100);

        assertThat(stability.isStable()).isFalse();
        assertThat(stability.conflicts()).singleElement().satisfies(
            reason -> assertThat(reason.reason()).contains("Trader and Risk both use positions"));
        assertThat(stability.isCompatible("Trader")).isFalse();
        assertThat(stability.isCompatible("Feed")).isTrue();
    }

    @Test
    void shouldCountWritersOfDifferentUnitsByTheirFiringShares()
    {
        // a fires always, b for 0.4, c for 0.5, all write book, nothing keeps them apart.
        // a: 1 x (.4 + .5) = .9; b: .4 x (1 + .5) = .6; c: .5 x (1 + .4) = .7. Sum 2.2.
        final MolecularStructure structure = new MolecularStructure("Writers",
            List.of(Constituent.of("a", Element.TRANSFORM).using("book"),
                Constituent.of("b", Element.TRANSFORM).using("book").with("fires", "0.4"),
                Constituent.of("c", Element.TRANSFORM).using("book").with("fires", "0.5")), List.of(), Map.of());
        final Stability stability = Stability.of(Structures.onOneNode(structure), 0);

        assertThat(stability.stresses()).extracting(stress -> Math.round(stress.contention() * 1e9))
            .containsExactly(900_000_000L, 600_000_000L, 700_000_000L);
        assertThat(stability.internalStress()).isCloseTo(2.2, within(EXACT));
    }

    @Test
    void shouldShareWhatANodeIsOverloadedByAmongItsPackets()
    {
        // 0.9 + 0.6 = 1.5 cores on one: 0.5 too many, 0.9 / 1.5 of it for a, 0.6 / 1.5 for b.
        final MolecularStructure structure = new MolecularStructure("Overload",
            List.of(Constituent.of("a", Element.TRANSFORM).with("resource_demand", "0.9"),
                Constituent.of("b", Element.TRANSFORM).with("resource_demand", "0.6")), List.of(), Map.of());
        final List<PacketStress> stresses = PacketStress.of(Structures.onOneNode(structure));

        assertThat(stresses.get(0).coreContention()).isCloseTo(0.3, within(EXACT));
        assertThat(stresses.get(1).coreContention()).isCloseTo(0.2, within(EXACT));
        assertThat(PacketStress.of(Structures.apart(structure))).allMatch(stress -> stress.contention() == 0);
    }
}
