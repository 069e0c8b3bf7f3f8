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
package io.packetflow.engine.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.packetflow.engine.fixture.RandomMolecules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BondGraphPropertyTest
{
    private static LongStream seeds()
    {
        return LongStream.range(0, 200);
    }

    private Molecule molecule;
    private BondGraph graph;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldKeepItsPromisesForRandomMolecules(final long seed)
    {
        molecule = RandomMolecules.of(seed).molecule();
        graph = new BondGraph(molecule);

        assertOrder();
        assertAncestors();
        assertStages();
    }

    private void assertOrder()
    {
        final List<String> order = graph.order();
        assertThat(order).containsExactlyInAnyOrderElementsOf(names());
        ionic().forEach(bond -> assertThat(order.indexOf(bond.from())).isLessThan(order.indexOf(bond.to())));
        assertThat(graph.ionicCycle()).isEmpty();
    }

    private void assertAncestors()
    {
        for (final String packet : names())
        {
            final Set<String> expected = reaching(packet);
            assertThat(graph.ancestors(packet)).isEqualTo(expected)
                .containsExactlyElementsOf(names().stream().filter(expected::contains).toList());
            for (final String other : names())
            {
                assertThat(graph.descendants(other).contains(packet)).isEqualTo(expected.contains(other));
                assertThat(graph.commonAncestors(List.of(packet, other)))
                    .isEqualTo(intersection(expected, reaching(other)));
            }
        }
    }

    private void assertStages()
    {
        final List<Set<String>> stages = graph.stages();
        final List<String> flat = stages.stream().flatMap(Set::stream).toList();
        assertThat(flat).containsExactlyInAnyOrderElementsOf(names());
        for (final Bond bond : molecule.bonds())
        {
            final int from = stageOf(stages, bond.from());
            final int to = stageOf(stages, bond.to());
            if (bond.type() == BondType.COVALENT)
            {
                assertThat(from).isEqualTo(to);
            }
            else if (bond.type() == BondType.IONIC)
            {
                assertThat(from).isLessThanOrEqualTo(to);
            }
        }
        stages.forEach(this::assertNothingBetweenIsLeftOut);
        stages.forEach(this::assertBoundTogether);
    }

    private void assertNothingBetweenIsLeftOut(final Set<String> stage)
    {
        for (final String packet : names())
        {
            final boolean behind = stage.stream().anyMatch(reaching(packet)::contains);
            final boolean before = stage.stream().anyMatch(member -> reaching(member).contains(packet));
            assertThat(stage.contains(packet) || !(behind && before)).isTrue();
        }
    }

    /** No stage falls into two parts that neither covalent bonds nor paths in both directions hold together. */
    private void assertBoundTogether(final Set<String> stage)
    {
        if (stage.size() > 1)
        {
            stage.forEach(packet -> assertThat(hasCovalentBond(packet) || isBetween(packet, stage)).isTrue());
        }
    }

    private boolean hasCovalentBond(final String packet)
    {
        return molecule.bonds().stream().anyMatch(bond -> bond.type() == BondType.COVALENT && bond.touches(packet));
    }

    private boolean isBetween(final String packet, final Set<String> stage)
    {
        return stage.stream().anyMatch(reaching(packet)::contains) &&
            stage.stream().anyMatch(member -> reaching(member).contains(packet));
    }

    private List<String> names()
    {
        return molecule.packets().stream().map(Packet::name).toList();
    }

    private List<Bond> ionic()
    {
        return molecule.bonds().stream().filter(bond -> bond.type() == BondType.IONIC).toList();
    }

    /** The packets from which ionic bonds lead to another, found naively. */
    private Set<String> reaching(final String packet)
    {
        final Set<String> found = new LinkedHashSet<>();
        final List<String> open = new ArrayList<>(List.of(packet));
        while (!open.isEmpty())
        {
            final String next = open.remove(0);
            ionic().stream().filter(bond -> bond.to().equals(next)).map(Bond::from).filter(found::add)
                .forEach(open::add);
        }
        return found;
    }

    private static Set<String> intersection(final Set<String> first, final Set<String> second)
    {
        final Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return both;
    }

    private static int stageOf(final List<Set<String>> stages, final String packet)
    {
        return stages.indexOf(stages.stream().filter(stage -> stage.contains(packet)).findFirst().orElseThrow());
    }
}
