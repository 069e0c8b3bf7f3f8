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
package io.packetflow.engine.language.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.packetflow.engine.fixture.SixGroups;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;

import org.junit.jupiter.api.Test;

class StructureTest
{
    private static final String SIX = """
        packet parse { :df, :tr, payload: %{value: :int64}, base_time: 40ns }
        packet decide { :cf, :br, payload: %{value: :int64, behind: {:bytes, 100}} }
        packet check { :ed, :th, trigger: :always, payload: %{value: :int64} }
        packet keep { :rm, :al, resources: [:store], payload: %{value: :int64} }
        packet send { :df, :pr, payload: %{value: :int64} }
        packet agree { :co, :ga, participants: [parse, decide] }
        packet adapt { :mc, :ad }

        molecule Six {
          composition: [parse, decide, check, keep, send, agree, adapt],
          bonds: [
            {parse, decide, :ionic},
            {decide, check, :ionic},
            {check, send, :ionic},
            {send, agree, :ionic},
            {keep, send, :ionic, %{strict: true}},
            {send, adapt, :ionic}
          ],
          properties: %{tick_to_trade: "< 500ns", live_orders: "stop=cancel, failure=adopt, promotion=adopt"}
        }
        """;

    @Test
    void shouldEqualTheStructureOfTheSameMoleculeBuiltInJava()
    {
        final Molecule.Builder built = SixGroups.molecule().toBuilder()
            .kind(InstanceKind.CONTROL)
            .property("tick_to_trade", "< 500ns")
            .liveOrders(new LiveOrders(LiveOrders.Fate.CANCEL, LiveOrders.Fate.ADOPT, LiveOrders.Fate.ADOPT));
        final MolecularStructure java = built.build().structure();

        final CheckedProgram program = Programs.check(SIX.replace(", base_time: 40ns", ""));

        assertThat(program.diagnostics()).isEmpty();
        assertThat(program.molecule("Six")).contains(java);
    }

    @Test
    void shouldKeepAnnotationsAndCostsAsTexts()
    {
        final CheckedProgram program = Programs.check(SIX,
            "packet Costs { :df, :tr, base_time: 1_000ns, fires: 0.02, note: \"text\", state: :idle, list: [1, :a] }");

        assertThat(program.packet("parse").orElseThrow().constituent().properties())
            .containsExactly(entry("base_time", "40ns"));
        assertThat(program.packet("Costs").orElseThrow().constituent().properties()).containsOnly(
            entry("base_time", "1000ns"),
            entry("fires", "0.02"),
            entry("note", "text"),
            entry("state", "idle"),
            entry("list", "[1, :a]"));
    }

    @Test
    void shouldFindTheResourceOfACovalentBond()
    {
        final CheckedProgram program = Programs.check("""
            packet A { :df, :tr, resources: [:book, :limits] }
            packet B { :df, :tr, resources: [:limits] }
            molecule M {
              composition: [A, B],
              bonds: [{A, B, :covalent}, {B, A, :vdw}]
            }
            """);

        assertThat(program.diagnostics()).isEmpty();
        assertThat(program.molecules().get(0).bonds()).extracting(bond -> bond.type() + bond.resource())
            .containsExactly(BondType.COVALENT + "limits", BondType.VAN_DER_WAALS + "");
    }

    @Test
    void shouldReadTriggersAsTheirTextsInJava()
    {
        final CheckedProgram program = Programs.check("""
            packet A { :ed, :sg, trigger: on(:fill, :timer) }
            packet B { :ed, :sg, trigger: :always }
            packet C { :ed, :sg, trigger: position>limit and not halted }
            packet D { :ed, :sg, trigger: "each fill" }
            """);

        assertThat(program.packets()).extracting(packet -> packet.constituent().trigger())
            .containsExactly("on fill, timer", "always", "position > limit and not halted", "each fill");
    }

    @Test
    void shouldReadPayloadHandlerModulesAndReactors()
    {
        final CheckedProgram program = Programs.check("""
            defmodule Trading {
              packet Book {
                :df, :tr,
                payload: %{price: :price_e4, quantity: :quantity, symbol: {:bytes, 8}},
                handler: "com.example.BookHandler"
              }
              def spread(bid, ask) { ask - bid }
            }
            reactor R {
              nodes: [node("a_*") { :df }, node("b") { :collective, cores: 2 }],
              routing_policies: [route(:df, :tr) |> when(bid > 1) |> batch(size: 10, timeout: 5ms)]
            }
            """);

        assertThat(program.diagnostics()).isEmpty();
        assertThat(program.modules()).containsExactly("Trading");
        assertThat(program.functions()).hasSize(1);
        assertThat(program.packet("Book").orElseThrow().payload().orElseThrow().size()).isEqualTo(24);
        assertThat(program.packet("Book").orElseThrow().handler()).contains("com.example.BookHandler");
        assertThat(program.reactors().get(0).nodes()).extracting(CheckedReactor.Node::isPool)
            .containsExactly(true, false);
        assertThat(program.reactors().get(0).policies().get(0).steps())
            .extracting(CheckedReactor.Step::function)
            .containsExactly(RoutingFunction.WHEN, RoutingFunction.BATCH);
    }
}
