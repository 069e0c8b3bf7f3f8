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

import static io.packetflow.engine.chemistry.Structures.covalent;
import static io.packetflow.engine.chemistry.Structures.ionic;
import static io.packetflow.engine.chemistry.Structures.metallic;
import static io.packetflow.engine.chemistry.Structures.packet;
import static io.packetflow.engine.chemistry.Structures.strict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

/** What is not known to be safe is not relaxed, and relaxing gives up the order of two packets alone. */
class RelaxationTest
{
    private final Constituent earlier = packet("A", Element.TRANSFORM, 8, "50ns").with("effects", "none");
    private final Constituent later = packet("B", Element.TRANSFORM, 8, "50ns").with("reads", "[Feed]");

    private static MolecularStructure of(final List<Constituent> packets, final Bond... bonds)
    {
        return new MolecularStructure("M", packets, List.of(bonds), Map.of());
    }

    private static List<Bond> relaxable(final MolecularStructure structure)
    {
        return Relaxation.of(new StructureGraph(structure), structure).bonds();
    }

    @Test
    void shouldRelaxWhereTheLaterDoesNotReadAndTheEarlierHasNoEffects()
    {
        assertThat(relaxable(of(List.of(earlier, later), ionic("A", "B")))).containsExactly(ionic("A", "B"));
        assertThat(relaxable(of(List.of(earlier.with("effects", ":none"), later.with("reads", "[]")),
            ionic("A", "B")))).hasSize(1);
    }

    @Test
    void shouldRelaxNothingOfWhichItIsNotKnownThatItIsSafe()
    {
        final Constituent silent = packet("A", Element.TRANSFORM, 8, "50ns");
        final Constituent unknown = packet("B", Element.TRANSFORM, 8, "50ns");

        assertThat(relaxable(of(List.of(silent, later), ionic("A", "B")))).isEmpty();
        assertThat(relaxable(of(List.of(earlier, unknown), ionic("A", "B")))).isEmpty();
        assertThat(relaxable(of(List.of(earlier, later.with("reads", "Feed, A")), ionic("A", "B")))).isEmpty();
        assertThat(relaxable(of(List.of(earlier.with("effects", "orders"), later), ionic("A", "B")))).isEmpty();
    }

    @Test
    void shouldRelaxNothingStrictOrOfAJournal()
    {
        final Constituent journal = packet("Journal", Element.ALLOCATE, 0, "10ns").with("effects", "none")
            .using("journal");

        assertThat(relaxable(of(List.of(earlier, later), strict("A", "B")))).isEmpty();
        final MolecularStructure journaled =
            of(List.of(journal, earlier, later), ionic("Journal", "B"), ionic("A", "B"));
        assertThat(Relaxation.of(new StructureGraph(StagedPart.of(journaled)), journaled).bonds())
            .containsExactly(ionic("A", "B"));
    }

    @Test
    void shouldRelaxNothingThatSharesPromisesOrCoordinates()
    {
        assertThat(relaxable(of(List.of(earlier.using("book"), later.using("book")), ionic("A", "B")))).isEmpty();
        assertThat(relaxable(of(List.of(earlier.using("book"), later.using("book")), ionic("A", "B"),
            covalent("A", "B", "book")))).isEmpty();
        assertThat(relaxable(of(List.of(earlier.with("ensures", "price > 0"), later.with("requires", "price > 0")),
            ionic("A", "B")))).isEmpty();
        final Constituent collective = new Constituent("B", Element.GATHER, "", 8, List.of(), List.of("A", "C"),
            Map.of("reads", "[]"));
        assertThat(relaxable(of(List.of(earlier, collective, packet("C", Element.TRANSFORM, 0, "1ns")),
            ionic("A", "B")))).isEmpty();
        assertThat(relaxable(of(List.of(
            packet("A", Element.BRANCH, 8, "50ns").with("effects", "none"),
            packet("B", Element.SEQUENTIAL, 8, "50ns").with("reads", "[]")), ionic("A", "B")))).isEmpty();
    }

    @Test
    void shouldRelaxNoBondBesideAnotherPath()
    {
        assertThat(relaxable(of(List.of(earlier, packet("C", Element.TRANSFORM, 0, "1ns"), later),
            ionic("A", "B"), ionic("A", "C"), ionic("C", "B")))).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfAllOtherPackets()
    {
        final MolecularStructure structure = of(List.of(packet("Feed", Element.TRANSFORM, 8, "10ns"), earlier, later,
            packet("Out", Element.CONSUMER, 0, "10ns")), strict("Feed", "A"), ionic("A", "B"), ionic("B", "Out"));

        final MolecularStructure relaxed =
            Relaxation.of(new StructureGraph(structure), structure).without(ionic("A", "B"));

        assertThat(relaxed.bonds()).containsExactly(strict("Feed", "A"), metallic("A", "B"), ionic("B", "Out"),
            strict("Feed", "B"), ionic("A", "Out"));
    }
}
