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
package io.packetflow.engine.chemistry.reaction;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Section 3.2.4: what reactions do and what they refuse. */
class ReactionTest
{
    private static final Constituent A = Structures.packet("a", Element.TRANSFORM, 8, "40ns");
    private static final Constituent B = Structures.packet("b", Element.TRANSFORM, 8, "30ns");
    private static final Constituent C = Structures.packet("c", Element.TRANSFORM, 8, "20ns");

    private static MolecularStructure of(final String name, final Constituent... packets)
    {
        return new MolecularStructure(name, List.of(packets), List.of(), Map.of());
    }

    @Test
    void shouldJoinPacketsBondsAndPropertiesOfTwoMolecules()
    {
        final MolecularStructure left = new MolecularStructure(
            "Left", List.of(A, B), List.of(Structures.ionic("a", "b")), Map.of("rate", "1M/s"));
        final Synthesis synthesis = Synthesis.of("Both", left, of("Right", C), List.of(Structures.ionic("b", "c")));

        assertThat(synthesis.product()).isEqualTo(new MolecularStructure("Both", List.of(A, B, C),
            List.of(Structures.ionic("a", "b"), Structures.ionic("b", "c")), Map.of("rate", "1M/s")));
        assertThat(synthesis.description()).isEqualTo("synthesis of Left and Right");
    }

    @Test
    void shouldRefuseASynthesisWithAllReasonsAtOnce()
    {
        final MolecularStructure left =
            new MolecularStructure("Left", List.of(A, B.using("book")), List.of(), Map.of("rate", "1M/s"));
        final MolecularStructure right =
            new MolecularStructure("Right", List.of(A, C.using("book")), List.of(), Map.of("rate", "2M/s"));

        assertThatThrownBy(() -> Synthesis.of("Both", left, right, List.of(Structures.ionic("b", "nobody"))))
            .isInstanceOf(ChemistryException.class)
            .hasMessage("""
                synthesis of Left and Right is refused for 4 reason(s):
                  - both Left and Right have a packet called a; rename one
                  - both Left and Right have a resource called book; rename one
                  - Left declares rate as "1M/s" and Right as "2M/s"; declare the same in both
                  - the bond b -> nobody (ionic) does not lead from one of the molecules to the other; \
                name a packet of each""");
    }

    @Test
    void shouldRefuseASynthesisWhoseJointsFormACycle()
    {
        assertThatThrownBy(() -> Synthesis.of("Both", of("Left", A), of("Right", C),
            List.of(Structures.ionic("a", "c"), Structures.ionic("c", "a"))))
            .isInstanceOf(ChemistryException.class).hasMessageStartingWith("synthesis of Left and Right is refused")
            .hasMessageContaining("a -> c -> a; remove one of these bonds");
    }

    @Test
    void shouldPartAMoleculeAlongBondsThatMayBeCut()
    {
        final Decomposition parts =
            Decomposition.of(Structures.trading(), "Market", Set.of("Feed", "Watch"), "Orders");

        assertThat(parts.first().names()).containsExactly("Feed", "Watch");
        assertThat(parts.first().bonds()).containsExactly(Structures.vanDerWaals("Feed", "Watch"));
        assertThat(parts.second().names()).containsExactly("Trader", "Risk", "Output", "Journal");
        assertThat(parts.cut())
            .containsExactly(Structures.ionic("Feed", "Trader"), Structures.metallic("Risk", "Watch"));
        assertThat(parts.reversed().product()).isEqualTo(Structures.trading());
    }

    @Test
    void shouldRefuseToCutACovalentOrAStrictBondOrToPartAResource()
    {
        assertThatThrownBy(() -> Decomposition.of(Structures.trading(), "M", Set.of("Trader", "Journal"), "N"))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("the bond Journal -> Output (ionic, strict) would be cut")
            .hasMessageContaining("the bond Trader -> Risk (covalent over positions) would be cut")
            .hasMessageContaining("the resource positions is used on both sides of the cut");
    }

    @Test
    void shouldRefuseToCutABondOfAJournalThoughNobodyCalledItStrict()
    {
        final MolecularStructure structure = new MolecularStructure("M",
            List.of(Constituent.of("Journal", Element.ALLOCATE), A), List.of(Structures.ionic("Journal", "a")),
            Map.of());

        assertThatThrownBy(() -> Decomposition.of(structure, "N", Set.of("a"), "O"))
            .isInstanceOf(ChemistryException.class).hasMessageContaining("one of a Journal never is");
    }

    @Test
    void shouldRefuseADecompositionThatPartsACoordinatorFromItsParticipants()
    {
        final Constituent gather = new Constituent(
            "gather", Element.GATHER, "", 0, List.of(), List.of("a", "b"), Map.of());

        assertThatThrownBy(() -> Decomposition.of(of("M", A, B, gather), "N", Set.of("a"), "O"))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("packet gather coordinates a, which would be in another molecule");
    }

    @Test
    void shouldRefuseADecompositionIntoNothingOrOfUnknownPackets()
    {
        assertThatThrownBy(() -> Decomposition.of(of("M", A), "N", Set.of("x"), "O"))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("M has no packet x; name one of [a]")
            .hasMessageContaining("one of the two molecules would have no packets");
    }

    @Test
    void shouldGiveAReplacementThePlaceTheBondsAndThePartOfTheOld()
    {
        final Constituent gather = new Constituent(
            "gather", Element.GATHER, "", 0, List.of(), List.of("a", "b"), Map.of());
        final MolecularStructure before = new MolecularStructure(
            "M", List.of(gather, A, B), List.of(Structures.ionic("a", "b")), Map.of());
        final Substitution substitution = Substitution.of(before, "a", C);

        assertThat(substitution.product().names()).containsExactly("gather", "c", "b");
        assertThat(substitution.product().bonds()).containsExactly(Structures.ionic("c", "b"));
        assertThat(substitution.product().composition().get(0).participants()).containsExactly("c", "b");
    }

    @Test
    void shouldRefuseAnIncompatibleReplacementWithAllReasons()
    {
        final MolecularStructure before = new MolecularStructure("M", List.of(A.using("book"), B.using("book"), C),
            List.of(Structures.covalent("a", "b", "book"), Structures.ionic("a", "b")), Map.of());

        assertThatThrownBy(() -> Substitution.of(before, "a", Structures.packet("c", Element.LOOP, 4, "1ns")))
            .isInstanceOf(ChemistryException.class)
            .hasMessage("""
                substitution of a by c in M is refused for 4 reason(s):
                  - M has another packet called c; rename one
                  - c is of group CF, a of group DF, and other rules hold there; take an element of group DF
                  - c writes 4 bytes of the slot, its successors know 8; let it write as many
                  - c does not use the resource book, over which a covalent bond joins it; add it""");
        assertThatThrownBy(() -> Substitution.of(before, "x", A)).isInstanceOf(ChemistryException.class)
            .hasMessageContaining("M has no packet x; name one of [a, b, c]");
    }

    @Test
    void shouldRefuseAReplacementThatBringsANewConflict()
    {
        assertThatThrownBy(() -> Substitution.of(of("M", A.using("book"), B), "b", C.using("book")))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("c is not compatible: a and c both use book without a covalent bond");
    }
}
