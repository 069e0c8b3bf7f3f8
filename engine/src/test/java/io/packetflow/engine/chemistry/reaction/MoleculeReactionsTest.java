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
import java.util.Set;

import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reactions of molecules whose handlers exist. */
class MoleculeReactionsTest
{
    private final Packet parse = Scripted.idle("parse").writes(Value.area()).build();
    private final Packet keep = Scripted.idle("keep", Element.ALLOCATE).uses("store").build();

    private Molecule market()
    {
        return Molecule.named("Market").kind(Kinds.FEED).packet(parse).property("venue", "X").build();
    }

    private Molecule books()
    {
        return Molecule.named("Books").kind(Kinds.NEWS).resource("store", Ledger.class, arena -> new Ledger())
            .packet(keep).build();
    }

    private static Bond ionic(final String from, final String to)
    {
        return new Bond(from, to, BondType.IONIC, "", false);
    }

    @Test
    void shouldKeepHandlersKindsResourcesAndPropertiesInASynthesis()
    {
        final Molecule both = MoleculeReactions.synthesis("Both", market(), books(), List.of(ionic("parse", "keep")));

        assertThat(both.kinds()).containsExactly(Kinds.FEED, Kinds.NEWS);
        assertThat(both.resources()).extracting(resource -> resource.name()).containsExactly("store");
        assertThat(both.packet("keep").orElseThrow().handlerFactory()).isSameAs(keep.handlerFactory());
        assertThat(both.packet("parse").orElseThrow().area()).isEqualTo(parse.area());
        assertThat(both.properties()).containsEntry("venue", "X");
    }

    @Test
    void shouldLetPacketsFireForTheKindsOfTheirOwnMoleculeOnly()
    {
        final Molecule both = MoleculeReactions.synthesis("Both", market(), books(), List.of());

        assertThat(both.packet("parse").orElseThrow().trigger()).isEqualTo(Trigger.on(Kinds.FEED));
        assertThat(both.packet("keep").orElseThrow().trigger()).isEqualTo(Trigger.on(Kinds.NEWS));
    }

    @Test
    void shouldLetAJournalTakeInstancesOfAllKinds()
    {
        final Molecule journaled = JournalPacket.addTo(market().toBuilder()).build();
        final Molecule both = MoleculeReactions.synthesis("Both", journaled, books(), List.of());

        assertThat(both.packet(JournalPacket.NAME).orElseThrow().trigger().isUnconditional()).isTrue();
    }

    @Test
    void shouldGetTheMoleculeBackFromDecompositionThenSynthesis()
    {
        final Molecule whole = Molecule.named("Whole").kind(Kinds.FEED)
            .resource("store", Ledger.class, arena -> new Ledger()).packet(keep).packet(parse)
            .ionic("keep", "parse").build();

        final List<Molecule> parts = MoleculeReactions.decomposition(whole, "First", Set.of("keep"), "Second");
        final Molecule again =
            MoleculeReactions.synthesis("Whole", parts.get(0), parts.get(1), List.of(ionic("keep", "parse")));

        assertThat(parts.get(0).resources()).hasSize(1);
        assertThat(parts.get(1).resources()).isEmpty();
        assertThat(again.structure()).isEqualTo(whole.structure());
        assertThat(again.packets()).containsExactlyElementsOf(whole.packets());
        assertThat(again.resources()).isEqualTo(whole.resources());
        assertThat(again.kinds()).isEqualTo(whole.kinds());
    }

    @Test
    void shouldRefuseToPartAHandlerFromAnAreaThatItMayRead()
    {
        final Molecule whole = Molecule.named("Whole").kind(Kinds.FEED).packet(parse)
            .packet(Scripted.idle("middle").build()).packet(Scripted.idle("last").build())
            .ionic("parse", "middle", "last").build();

        assertThatThrownBy(() -> MoleculeReactions.decomposition(whole, "First", Set.of("last"), "Second"))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("the handler of last may read the area of parse, which would be in another molecule");
    }

    @Test
    void shouldReplaceAPacketByOneOfTheSameNameAndKeepTheRest()
    {
        final Packet faster = Scripted.idle("parse", Element.PRODUCER).writes(Value.area()).build();
        final Molecule before = Molecule.named("M").kind(Kinds.FEED).packet(parse)
            .packet(Scripted.idle("next").build()).ionic("parse", "next").build();

        // Two areas of the same class are equal to their readers though they were made twice.
        final Molecule after = MoleculeReactions.substitution(before, faster);

        assertThat(after.packets().get(0)).isSameAs(faster);
        assertThat(after.packets().get(1)).isSameAs(before.packets().get(1));
        assertThat(after.bonds()).isEqualTo(before.bonds());
    }

    @Test
    void shouldRefuseAReplacementThatWritesNotWhatOthersRead()
    {
        assertThatThrownBy(() -> MoleculeReactions.substitution(market(), Scripted.idle("parse").build()))
            .isInstanceOf(ChemistryException.class)
            .hasMessageContaining("others read the area of parse through " + Value.class.getName() +
                ", and the new packet writes none; write the same area");
    }
}
