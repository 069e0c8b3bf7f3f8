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
package io.packetflow.engine.language.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.BackEdgeBinding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramBuildTest
{
    private static final String PACKAGE = "io.packetflow.engine.language.build.";
    private static final String PROGRAM = """
        packet Double {
          :df, :tr,
          trigger: on(:order, :timer),
          payload: %{count: :int32, price: :price_e4},
          payload_order: :declared,
          area: "io.packetflow.engine.language.build.PriceArea",
          handler: "io.packetflow.engine.language.build.Handlers$Doubling",
          base_time: 20ns
        }
        packet Sum {
          :ed, :th,
          trigger: "each price",
          resources: [:sum],
          handler: "io.packetflow.engine.language.build.Handlers$Summing"
        }
        packet Journal { :rm, :al, resources: [:journal] }
        molecule Sums {
          inputs: %{order: %{price: :price_e4}, message: {:bytes, 9}, flush: %{}},
          composition: [Double, Sum, Journal],
          bonds: [{Double, Sum, :ionic}, {Journal, Sum, :metallic}],
          properties: %{tick_to_trade: "< 500ns"}
        }
        """;

    private static final InstanceKind ORDER = new InstanceKind(8, "order", 8);

    private static ProgramHost.Builder host()
    {
        return ProgramHost.builder().resource("sum", long[].class, arena -> new long[1])
            .object(Handlers.Factor.class, new Handlers.Factor(2));
    }

    private static Molecule.Builder twin()
    {
        return JournalPacket.addTo(Molecule.named("Sums").kind(ORDER).kind(new InstanceKind(9, "message", 16))
            .kind(new InstanceKind(10, "flush", 0)).kind(InstanceKind.TIMER)
            .property("tick_to_trade", "< 500ns")
            .resource("sum", long[].class, arena -> new long[1])
            .packet(Packet.named("Double", Element.TRANSFORM).trigger(Trigger.on(ORDER, InstanceKind.TIMER))
            .writes(Area.of(PriceArea.LAYOUT, PriceArea.class, PriceArea::new)).property("base_time", "20ns")
            .handler(Handlers.Doubling.class, context -> new Handlers.Doubling(context, new Handlers.Factor(2)))
            .build())
            .packet(Packet.named("Sum", Element.THRESHOLD).trigger(new Trigger(-1, "each price")).uses("sum")
            .handler(Handlers.Summing.class, Handlers.Summing::new).build()))
            .ionic("Double", "Sum").metallic(JournalPacket.NAME, "Sum");
    }

    @Test
    void shouldBuildTheMoleculeThatTheSameDeclarationsInJavaGive()
    {
        final CheckedProgram program = Programs.check(PROGRAM);

        final ProgramBuild build = ProgramBuild.of(program, "Sums", host()
            .backEdge(new BackEdgeBinding("Sum", 8, 8, 1)).backEdge(new BackEdgeBinding("Other", 8, 8, 1)).build());

        assertThat(build.diagnostics()).isEmpty();
        assertThat(build.backEdges()).extracting(BackEdgeBinding::packet).containsExactly("Sum");
        final Molecule molecule = build.molecule().orElseThrow();
        final Molecule java = twin().build();
        assertThat(molecule.structure()).isEqualTo(java.structure()).isEqualTo(program.molecules().get(0));
        assertThat(molecule.kinds()).isEqualTo(java.kinds());
        assertThat(molecule.isJournaled()).isTrue();
        assertThat(molecule.packets()).extracting(Packet::handlerClass)
            .isEqualTo(java.packets().stream().map(Packet::handlerClass).toList());
        assertThat(molecule.packets()).extracting(packet -> packet.trigger())
            .isEqualTo(java.packets().stream().map(Packet::trigger).toList());
        assertThat(molecule.packets()).extracting(packet -> packet.area().map(Area::layout))
            .isEqualTo(java.packets().stream().map(packet -> packet.area().map(Area::layout)).toList());
        assertThat(molecule.resources()).extracting(resource -> resource.name())
            .isEqualTo(java.resources().stream().map(resource -> resource.name()).toList());
    }

    @Test
    void shouldLeaveOutWhatTheHostHasNoUseFor()
    {
        final Molecule molecule = ProgramBuild.of(Programs.check(PROGRAM), "Sums",
            host().leaveOut(JournalPacket.NAME, "Absent").build()).molecule().orElseThrow();

        assertThat(molecule.isJournaled()).isFalse();
        assertThat(molecule.packets()).extracting(Packet::name).containsExactly("Double", "Sum");
        assertThat(molecule.bonds()).hasSize(1);
    }

    @Test
    void shouldBuildTheSameOfABlueprintThatWasKept() throws IOException
    {
        final CheckedProgram program = Programs.check(PROGRAM);
        final BlueprintFile file = new BlueprintFile(
            "hash", Blueprint.of(program, program.declaredMolecule("Sums").orElseThrow()));

        final BlueprintFile kept = BlueprintFile.read(new ByteArrayInputStream(file.bytes()));

        assertThat(kept).isEqualTo(file);
        assertThat(ProgramBuild.of(kept.blueprint(), host().build()).molecule().orElseThrow().structure())
            .isEqualTo(twin().build().structure());
        assertThatThrownBy(() -> BlueprintFile.read(new ByteArrayInputStream(new byte[8])))
            .isInstanceOf(IOException.class).hasMessageContaining("no blueprint");
        assertThatThrownBy(() -> ProgramBuild.of(kept.blueprint(), ProgramHost.none()))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("PF3260: nobody supplies the resource sum");
    }

    @Test
    void shouldSendKindsOfTheHostThatNoInputDeclares()
    {
        final InstanceKind fill = new InstanceKind(20, "fill", 24);
        final CheckedProgram program = Programs.check("packet A { :df, :tr, trigger: on(:fill), handler: \"" +
            PACKAGE + "Handlers$Idle\" }\nmolecule M { composition: [A] }");

        final ProgramBuild build = ProgramBuild.of(program, "M", ProgramHost.builder().kind(fill).build());

        assertThat(build.molecule().orElseThrow().kinds()).containsExactly(fill);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotFinal is not final", "Abstract is abstract",
        "Hidden is not public, or lies in a class that is not", "Factor does not implement io.packetflow.engine"})
    void shouldSayWhyAClassIsNoHandler(final String defect)
    {
        final List<Diagnostic> found = MisfitPrograms.diagnose(
            "packet A { :df, :tr, handler: \"HANDLERS$" + defect.substring(0, defect.indexOf(' ')) + "\" }");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).message()).contains("Handlers$" + defect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WithoutLayout has no public LAYOUT", "WithoutConstructor has no public constructor",
        "Idle does not extend io.packetflow.layout.memory.Flyweight"})
    void shouldSayWhyAClassIsNoArea(final String defect)
    {
        final List<Diagnostic> found = MisfitPrograms.diagnose("packet A { :df, :tr, handler: \"HANDLERS$Idle\", " +
            "area: \"HANDLERS$" + defect.substring(0, defect.indexOf(' ')) + "\" }");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).message()).contains("Handlers$" + defect);
    }
}
