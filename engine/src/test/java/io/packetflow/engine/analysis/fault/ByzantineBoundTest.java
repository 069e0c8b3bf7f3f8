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

import static io.packetflow.engine.fixture.AnalysisStructures.covalent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

class ByzantineBoundTest
{
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "4, 1, 0", "3, 1, 1", "7, 2, 0", "5, 2, 2", "2, 3, 8"})
    void aConsensusNeedsThreeMembersMoreForEachFault(final int members, final int faults, final int missing)
    {
        final ByzantineBound bound = bound(voting(members, String.valueOf(faults)));

        assertThat(bound.missing()).isEqualTo(missing);
        assertThat(bound.holds()).isEqualTo(members >= 3 * faults + 1);
        assertThat(bound.needed()).isEqualTo(3 * faults + 1);
    }

    @Test
    void aMemberIsCountedOnceAndOnlyIfItExists()
    {
        final Constituent vote = vote("1", List.of("m0", "m0", "m1", "nobody"));

        assertThat(bound(structure(List.of(vote), 2)).members()).containsExactly("m0", "m1");
    }

    @Test
    void aMoleculeThatDeclaresFaultsCountsItsPackets()
    {
        final MolecularStructure structure =
            new MolecularStructure("M", members(3), List.of(), Map.of(ByzantineBound.PROPERTY, "1"));

        assertThat(bound(structure).owner()).isEqualTo("M");
        assertThat(bound(structure).missing()).isEqualTo(1);
    }

    @Test
    void membersThatBondsMakeOneStageAreNamed()
    {
        final ByzantineBound bound = bound(voting(4, "1", covalent("m1", "m3", "book")));

        assertThat(bound.sharing()).containsExactly(Set.of("m1", "m3"));
        assertThat(bound(voting(4, "0", covalent("m1", "m3", "book"))).sharing()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedWithTheRemedy()
    {
        final MolecularStructure structure = structure(List.of(vote("one", List.of("m0", "m1")),
            Constituent.of("odd", Element.TRANSFORM).with(ByzantineBound.PROPERTY, "1")), 2);

        assertThat(ByzantineBound.unreadable(structure)).containsExactly(
            "vote declares byzantine_faults: \"one\"; write a whole number from 0 to 9999, as in \"1\"",
            "odd (DF:tr) declares byzantine_faults, but only a collective packet (CO) has members that vote; " +
            "declare it there");
        assertThat(ByzantineBound.of(structure, CausalOrder.of(structure))).isEmpty();
    }

    private static ByzantineBound bound(final MolecularStructure structure)
    {
        return ByzantineBound.of(structure, CausalOrder.of(structure)).get(0);
    }

    private static MolecularStructure voting(final int members, final String faults, final Bond... bonds)
    {
        final List<String> names = members(members).stream().map(Constituent::name).toList();
        return structure(List.of(vote(faults, names)), members, bonds);
    }

    private static Constituent vote(final String faults, final List<String> members)
    {
        return new Constituent("vote", Element.ELECTION, "", 0, List.of(), members,
            Map.of(ByzantineBound.PROPERTY, faults));
    }

    private static MolecularStructure structure(
        final List<Constituent> packets, final int members, final Bond... bonds)
    {
        final List<Constituent> composition = new ArrayList<>(packets);
        composition.addAll(members(members));
        return new MolecularStructure("M", composition, List.of(bonds), Map.of());
    }

    private static List<Constituent> members(final int count)
    {
        final List<Constituent> members = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            members.add(Constituent.of("m" + i, Element.TRANSFORM));
        }
        return members;
    }
}
