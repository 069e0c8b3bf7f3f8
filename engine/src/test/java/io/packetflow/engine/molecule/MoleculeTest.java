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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.junit.jupiter.api.Test;

class MoleculeTest
{
    private final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(InstanceKind.CONTROL)
        .resource("r", String.class, arena -> "")
        .packet(Scripted.idle("a", Element.AGGREGATE).writes(Value.area()).uses("r").property("k", "v").build())
        .packet(ScriptedOutput.idle("b").trigger(Trigger.on(Kinds.FEED)).build())
        .ionicStrict("a", "b").property("tick_to_trade", "< 500ns").build();

    @Test
    void shouldHoldWhatItIsMadeFrom()
    {
        final Packet a = molecule.packet("a").orElseThrow();

        assertThat(molecule.name()).isEqualTo("M");
        assertThat(molecule.kinds()).containsExactly(Kinds.FEED, InstanceKind.CONTROL);
        assertThat(molecule.kindMask()).isEqualTo(1L << 8 | 1L << 1);
        assertThat(molecule.maxInputBytes()).isEqualTo(32);
        assertThat(molecule.properties()).containsEntry("tick_to_trade", "< 500ns");
        assertThat(molecule.packet("c")).isEmpty();
        assertThat(a.group()).isEqualTo(PeriodicGroup.DF);
        assertThat(a.area()).isPresent();
        assertThat(a.properties()).containsEntry("k", "v");
        assertThat(a.isOutput()).isFalse();
        assertThat(molecule.packet("b").orElseThrow().isOutput()).isTrue();
    }

    @Test
    void shouldPrintPacketsAndBonds()
    {
        assertThat(molecule).hasToString("M[a (DF:ag), b (DF:pr)]");
        assertThat(molecule.bonds().toString()).isEqualTo("[a -> b (ionic, strict)]");
        assertThat(new Bond("a", "b", BondType.COVALENT, "r", false)).hasToString("a -> b (covalent over r)");
        assertThat(List.of(BondType.values()).toString()).isEqualTo("[ionic, covalent, metallic, van der Waals]");
    }

    @Test
    void shouldGoOnFromItsParts()
    {
        final Molecule more = molecule.toBuilder().packet(Scripted.idle("c").build()).ionic("a", "c").build();

        assertThat(more.packets()).hasSize(3);
        assertThat(more.bonds()).hasSize(2);
        assertThat(more.resources()).isEqualTo(molecule.resources());
        assertThat(more.properties()).isEqualTo(molecule.properties());
        assertThat(molecule.packets()).hasSize(2);
    }

    @Test
    void shouldTakeABondOutAgain()
    {
        assertThat(molecule.toBuilder().withoutBond("a", "b").build().bonds()).isEmpty();
        assertThatThrownBy(() -> molecule.toBuilder().withoutBond("b", "a"))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("there is no bond b -> a");
    }

    @Test
    void shouldKnowKindsByTheirBits()
    {
        final Trigger trigger = Trigger.on(Kinds.FEED, InstanceKind.TIMER);

        assertThat(trigger.kindMask()).isEqualTo(1L << 8 | 1L << 2);
        assertThat(trigger.text()).isEqualTo("on feed, timer");
        assertThat(trigger.isUnconditional()).isFalse();
        assertThat(Trigger.always().isUnconditional()).isTrue();
        assertThat(Trigger.always().isDeclared()).isTrue();
        assertThat(Trigger.undeclared().isDeclared()).isFalse();
        assertThatThrownBy(Trigger::on).hasMessage("a trigger names at least one kind of instance");
    }

    @Test
    void shouldRefuseKindsOutOfRange()
    {
        assertThat(new InstanceKind(62, "last", 4_096).bit()).isEqualTo(1L << 62);
        assertThatThrownBy(() -> new InstanceKind(0, "none", 0))
            .hasMessage("an instance kind's code is 1 to 62: code=0");
        assertThatThrownBy(() -> new InstanceKind(63, "many", 0))
            .hasMessage("an instance kind's code is 1 to 62: code=63");
        assertThatThrownBy(() -> new InstanceKind(8, " ", 0)).hasMessage("an instance kind has a name: code=8");
        assertThatThrownBy(() -> new InstanceKind(8, "long", 4_097))
            .hasMessage("an input holds 0 to 4096 bytes: maxInputBytes=4097");
        assertThatThrownBy(() -> new InstanceKind(8, "short", -1))
            .hasMessage("an input holds 0 to 4096 bytes: maxInputBytes=-1");
    }
}
