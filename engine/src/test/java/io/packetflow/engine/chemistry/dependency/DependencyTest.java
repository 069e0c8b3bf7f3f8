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
package io.packetflow.engine.chemistry.dependency;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Section 3.3.1: what bonds mean as dependencies. */
class DependencyTest
{
    private static MolecularStructure structure(final String names, final Bond... bonds)
    {
        return new MolecularStructure("Bonds", Arrays.stream(names.split(" ", -1))
            .map(name -> Constituent.of(name, Element.TRANSFORM)).toList(), List.of(bonds), Map.of());
    }

    @Test
    void shouldCloseIonicBondsTransitively()
    {
        final TemporalDependencies order = new TemporalDependencies(Structures.trading());

        assertThat(order.precedes("Feed", "Output")).isTrue();
        assertThat(order.precedes("Output", "Feed")).isFalse();
        assertThat(order.precedes("Risk", "Watch")).isFalse();
        assertThat(order.before("Output")).containsExactly("Feed", "Trader", "Risk", "Journal");
        assertThat(order.after("Feed")).containsExactly("Trader", "Risk", "Output");
        assertThat(order.pairs()).isEqualTo(7);
        assertThat(order.precedes("Feed", "Nobody")).isFalse();
    }

    @Test
    void shouldPrintTheCycleThatBreaksTheOrder()
    {
        final TemporalDependencies order = new TemporalDependencies(structure("a b c",
            Structures.ionic("a", "b"), Structures.ionic("b", "c"), Structures.ionic("c", "a")));

        assertThat(order.cycle()).containsExactly("a", "b", "c", "a");
        assertThat(order.isStrictPartialOrder()).isFalse();
    }

    @Test
    void shouldBeAStrictPartialOrderExactlyWhereThereIsNoCycle()
    {
        RandomStructures.forAll(20, structure ->
        {
            // Turning some bonds round makes cycles in some of the structures.
            final List<Bond> turned = structure.bonds().stream()
                .map(bond -> (bond.from() + bond.to()).hashCode() % 7 == 0 ?
                    new Bond(bond.to(), bond.from(), bond.type(), bond.resource(), bond.strict()) : bond).toList();
            assertOrder(structure, true);
            assertOrder(structure.withBonds(turned), false);
        });
    }

    private static void assertOrder(final MolecularStructure structure, final boolean sound)
    {
        final TemporalDependencies order = new TemporalDependencies(structure);
        final List<String> names = structure.names();
        boolean irreflexive = true;
        boolean antisymmetric = true;
        for (final String first : names)
        {
            irreflexive &= !order.precedes(first, first);
            for (final String second : names)
            {
                antisymmetric &= !(order.precedes(first, second) && order.precedes(second, first));
                for (final String third : order.precedes(first, second) ? names : List.<String>of())
                {
                    assertThat(order.precedes(first, third) || !order.precedes(second, third)).isTrue();
                }
            }
        }
        assertThat(order.isStrictPartialOrder()).isEqualTo(irreflexive && antisymmetric);
        assertThat(order.isStrictPartialOrder() || !sound).isTrue();
        structure.bonds().stream().filter(bond -> bond.type() == BondType.IONIC)
            .forEach(bond -> assertThat(order.precedes(bond.from(), bond.to())).isTrue());
    }

    @Test
    void shouldListResourceDependenciesOnceAndSymmetrically()
    {
        final ResourceDependencies resources = ResourceDependencies.of(structure("a b",
            Structures.covalent("b", "a", "book"), Structures.covalent("a", "b", "book")));

        assertThat(resources.dependencies()).containsExactly(new ResourceDependency("a", "b", "book"));
        assertThat(resources.dependencies().get(0).joins("b", "a", "book")).isTrue();
        assertThat(resources.dependencies().get(0).joins("a", "b", "book")).isTrue();
        assertThat(resources.dependencies().get(0).joins("a", "b", "limits")).isFalse();
        assertThat(resources.cycles()).isEmpty();
    }

    @Test
    void shouldReportCyclesOfResources()
    {
        // a and b share two tables: whoever holds one and waits for the other may wait for ever.
        assertThat(ResourceDependencies.of(structure("a b", Structures.covalent("a", "b", "book"),
            Structures.covalent("a", "b", "limits"))).cycles()).singleElement().satisfies(
                cycle -> assertThat(cycle).startsWith("a-(").contains("(book)", "(limits)", "-b-").endsWith("-a"));
        // Three packets in a ring of three tables.
        assertThat(ResourceDependencies.of(structure("a b c", Structures.covalent("a", "b", "x"),
            Structures.covalent("b", "c", "y"), Structures.covalent("c", "a", "z"))).cycles()).hasSize(1);
        // Three packets at one table form no cycle, though each is bonded to each.
        assertThat(ResourceDependencies.of(structure("a b c", Structures.covalent("a", "b", "x"),
            Structures.covalent("b", "c", "x"), Structures.covalent("c", "a", "x"))).cycles()).isEmpty();
    }

    @Test
    void shouldFindCoordinationGroupsAndWhereTheyMeet()
    {
        // d waits for a, b and c; e waits for d. x and y meet at the release of the slot.
        final List<CoordinationGroup> groups = CoordinationGroup.of(structure("e a b c d x y",
            Structures.metallic("a", "b"), Structures.metallic("b", "c"), Structures.ionic("a", "d"),
            Structures.ionic("b", "d"), Structures.ionic("c", "d"), Structures.ionic("d", "e"),
            Structures.metallic("y", "x")));

        assertThat(groups).containsExactly(new CoordinationGroup(List.of("a", "b", "c"), false, "d"),
            new CoordinationGroup(List.of("x", "y"), true, ""));
    }

    @Test
    void shouldPutEachMetallicBondIntoExactlyOneGroup()
    {
        RandomStructures.forAll(structure ->
        {
            final List<CoordinationGroup> groups = CoordinationGroup.of(structure);
            structure.bonds().stream().filter(bond -> bond.type() == BondType.METALLIC).forEach(bond ->
                assertThat(groups.stream().filter(group -> group.packets().contains(bond.from()) ||
                    group.packets().contains(bond.to()))).singleElement().satisfies(
                        group -> assertThat(group.packets()).contains(bond.from(), bond.to())));
            assertThat(groups).allMatch(group -> group.packets().size() > 1);
        });
    }
}
