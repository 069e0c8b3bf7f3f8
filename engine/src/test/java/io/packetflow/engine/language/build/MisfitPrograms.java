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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.InstanceKind;

/** Programs without errors that cannot be built, by the code that says why. */
public final class MisfitPrograms
{
    private static final String PACKAGE = "io.packetflow.engine.language.build.";
    private static final Map<String, String> PACKETS = new TreeMap<>(Map.ofEntries(
        Map.entry("PF3251", "packet A { :df, :tr, trigger: on(:ordr), handler: \"HANDLERS$Idle\" }"),
        Map.entry("PF3252", "packet A { :df, :tr, handler: \"HANDLERS$Idle\" }"),
        Map.entry("PF3253", "packet A { :df, :tr }"),
        Map.entry("PF3254", "packet A { :df, :tr, handler: \"HANDLERS$Nobody\" }"),
        Map.entry("PF3255", "packet A { :df, :tr, handler: \"HANDLERS$NotFinal\" }"),
        Map.entry("PF3256", "packet A { :df, :tr, handler: \"HANDLERS$Demanding\" }"),
        Map.entry("PF3257",
            "packet A { :df, :tr, handler: \"HANDLERS$Idle\", area: \"HANDLERS$WithoutLayout\" }"),
        Map.entry("PF3258", "packet A { :df, :tr, handler: \"HANDLERS$Idle\", area: \"PACKAGEPriceArea\", " +
            "payload: %{count: :int32, price: :price_e4} }"),
        Map.entry("PF3259", "packet A { :df, :tr, handler: \"HANDLERS$Idle\", payload: %{price: :price_e4} }"),
        Map.entry("PF3260", "packet A { :df, :tr, handler: \"HANDLERS$Idle\", resources: [:book] }"),
        Map.entry("PF3261", "packet A { :df, :tr, handler: \"HANDLERS$Idle\" }\n" +
            "packet Journal { :rm, :al, resources: [:places] }"),
        Map.entry("PF3262", "packet A { :df, :tr, trigger: price > 3, handler: \"HANDLERS$Idle\" }"),
        Map.entry("PF3263", "packet A { :df, :tr, handler: \"HANDLERS$Idle\" }\n" +
            "packet Journal { :rm, :al, resources: [:journal] }")));

    private MisfitPrograms()
    {
    }

    /** What is wrong with a program of one or two packets. */
    static List<Diagnostic> diagnose(final String packets)
    {
        final String journal = packets.contains("Journal") ? ", Journal], bonds: [{A, Journal, :ionic}]" : "]";
        final CheckedProgram program = Programs.check(packets.replace("HANDLERS", PACKAGE + "Handlers")
            .replace("PACKAGE", PACKAGE) + "\nmolecule M { inputs: %{order: %{price: :price_e4}}, composition: [A" +
            journal + " }");
        assertThat(program.diagnostics()).isEmpty();
        final ProgramHost host = ProgramHost.builder().kind(new InstanceKind(8, "order", 8)).build();
        return ProgramBuild.of(program, "M", host).diagnostics();
    }

    /** The only thing that is wrong with the program of a code: place, message, what was expected, what to do. */
    static String said(final String code)
    {
        final List<Diagnostic> found =
            code.equals("PF3252") ? otherKind() : diagnose(PACKETS.get(code));
        assertThat(found).hasSize(1);
        final Diagnostic only = found.get(0);
        return String.join("\n", only.toString(), only.expected(), only.suggestion()).replace(PACKAGE, "");
    }

    private static List<Diagnostic> otherKind()
    {
        final CheckedProgram program = Programs.check(PACKETS.get("PF3252").replace("HANDLERS", PACKAGE + "Handlers"),
            "molecule M {\n  inputs: %{order: %{price: :price_e4}},\n  composition: [A]\n}\n");
        return ProgramBuild.of(program, "M", ProgramHost.builder().kind(new InstanceKind(9, "order", 16)).build())
            .diagnostics();
    }

    /** All codes that one of these programs gives. */
    public static List<String> codes()
    {
        return PACKETS.keySet().stream().map(code -> code.equals("PF3252") ? otherKind() :
            diagnose(PACKETS.get(code))).flatMap(List::stream).map(found -> found.code().toString()).toList();
    }
}
