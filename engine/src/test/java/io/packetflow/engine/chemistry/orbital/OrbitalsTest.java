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
package io.packetflow.engine.chemistry.orbital;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.property.Compatibility;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Section 3.3.4, by hand and as properties. */
class OrbitalsTest
{
    private static MolecularStructure pair(final Constituent first, final Constituent second, final Bond... bonds)
    {
        return new MolecularStructure("Pair", List.of(first, second), List.of(bonds), Map.of());
    }

    private static Orbital only(final List<Orbital> orbitals)
    {
        assertThat(orbitals).hasSize(1);
        return orbitals.get(0);
    }

    @Test
    void shouldCallAnIonicPairBondingAndTellWhatAHopLessSaves()
    {
        // A hop of 100 ns for a call of 1 ns, for the half of the instances for which b fires: 49.5 ns.
        final Orbitals orbitals = Orbitals.of(Structures.onOneNode(pair(Constituent.of("a", Element.TRANSFORM),
            Constituent.of("b", Element.TRANSFORM).with("fires", "0.5"), Structures.ionic("a", "b"))));

        assertThat(only(orbitals.bonding())).isEqualTo(new Orbital("a", "b", OrbitalKind.BONDING, 49.5,
            List.of("one waits for the other: a call in place of a hop")));
        assertThat(orbitals.antibonding()).isEmpty();
    }

    @Test
    void shouldCallACoordinatorAndItsParticipantBonding()
    {
        final Constituent gather = new Constituent(
            "g", Element.GATHER, "", 0, List.of(), List.of("a", "b"), Map.of());

        assertThat(only(Orbitals.of(Structures.onOneNode(
            pair(Constituent.of("a", Element.TRANSFORM), gather))).bonding()).reasons())
            .containsExactly("one coordinates the other");
    }

    @Test
    void shouldCallPacketsAntibondingThatGainMoreSideBySideThanAHopCosts()
    {
        // 150 ns of overlap lost for 99 ns of hop saved: -51 ns. At 80 ns the metallic pair is non-bonding.
        final Orbitals heavy = Orbitals.of(Structures.onOneNode(pair(
            Structures.packet("a", Element.TRANSFORM, 0, "150ns"),
            Structures.packet("b", Element.TRANSFORM, 0, "400ns"), Structures.metallic("a", "b"))));
        final Orbitals light = Orbitals.of(Structures.onOneNode(pair(
            Structures.packet("a", Element.TRANSFORM, 0, "80ns"),
            Structures.packet("b", Element.TRANSFORM, 0, "400ns"), Structures.metallic("a", "b"))));

        assertThat(only(heavy.antibonding()).gainNanos()).isEqualTo(-51);
        assertThat(light.nonbonding()).isEqualTo(1);
    }

    @Test
    void shouldCallPacketsAntibondingThatDemandMoreThanACore()
    {
        final Orbitals orbitals = Orbitals.of(Structures.onOneNode(pair(
            Constituent.of("a", Element.TRANSFORM).with("resource_demand", "0.7"),
            Constituent.of("b", Element.TRANSFORM).with("resource_demand", "0.6"), Structures.ionic("a", "b"))));

        assertThat(only(orbitals.antibonding()).reasons()).containsExactly("together they demand 1.30 cores");
        assertThat(orbitals.bonding()).isEmpty();
    }

    @Test
    void shouldFindHybridsAsMaximalSetsOfMoreThanTwoThatGetOn()
    {
        // a, b, c, d get on but for a and b, who write one book: {a, c, d} and {b, c, d}. a - c is bonded, c - d too.
        final MolecularStructure structure = new MolecularStructure("Hybrids",
            List.of(Constituent.of("a", Element.TRANSFORM).using("book"),
                Constituent.of("b", Element.TRANSFORM).using("book"), Constituent.of("c", Element.TRANSFORM),
                Constituent.of("d", Element.TRANSFORM)),
            List.of(Structures.ionic("a", "c"), Structures.ionic("c", "d")), Map.of());
        final Orbitals orbitals = Orbitals.of(Structures.onOneNode(structure));

        assertThat(orbitals.hybrids()).containsExactlyInAnyOrder(
            new HybridOrbital(List.of("a", "c", "d"), 2, 0, 198), new HybridOrbital(List.of("b", "c", "d"), 1, 0, 99));
        assertThat(orbitals.hybrids().get(0).reason())
            .isEqualTo("3 packets without a conflict, 2 bonds among them, and one core serves all");
        assertThat(orbitals.hybridsComplete()).isTrue();
    }

    @Test
    void shouldPutEachPairOfRandomStructuresIntoExactlyOneClass()
    {
        RandomStructures.forAll(structure ->
        {
            final Orbitals orbitals = Orbitals.of(Structures.onOneNode(structure));
            final long size = structure.composition().size();

            assertThat(orbitals.bonding().size() + orbitals.antibonding().size() + orbitals.nonbonding())
                .isEqualTo(size * (size - 1) / 2);
        });
    }

    @Test
    void shouldFindHybridsOfRandomStructuresThatAreCompatibleAndMaximal()
    {
        RandomStructures.forAll(16, structure ->
        {
            final Workload workload = Structures.onOneNode(structure);
            final Compatibility compatibility = new Compatibility(workload);
            final Orbitals orbitals = Orbitals.of(workload);
            final List<List<String>> apart = new ArrayList<>();
            orbitals.antibonding().forEach(orbital -> apart.add(List.of(orbital.first(), orbital.second())));
            for (final HybridOrbital hybrid : orbitals.hybrids())
            {
                assertThat(hybrid.packets()).hasSizeGreaterThan(2);
                assertThat(apart).noneMatch(hybrid.packets()::containsAll);
                for (final String first : hybrid.packets())
                {
                    final int index = workload.graph().indexOf(first);
                    assertThat(hybrid.packets()).allMatch(second -> first.equals(second) ||
                        !compatibility.inConflict(index, workload.graph().indexOf(second)));
                }
                assertThat(structure.names()).allMatch(other -> hybrid.packets().contains(other) ||
                    apart.stream().anyMatch(pair -> pair.contains(other) &&
                        hybrid.packets().stream().anyMatch(pair::contains)));
            }
        });
    }
}
