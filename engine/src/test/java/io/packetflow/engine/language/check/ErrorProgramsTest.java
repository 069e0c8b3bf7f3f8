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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Stream;

import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.build.MisfitPrograms;
import io.packetflow.engine.language.code.UncompiledPrograms;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.fixture.CompiledMolecule;
import io.packetflow.engine.language.fixture.Expectations;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.judge.TargetJudge;
import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorProgramsTest
{
    @ParameterizedTest
    @ValueSource(strings = {"text", "grammar", "names", "packets", "molecules", "reactors", "functions", "types",
        "macros"})
    void shouldFindWhatTheProgramSaysIsWrongAndNothingElse(final String name) throws IOException
    {
        final SourceFile source = SourceReader.read(Expectations.file(name));

        assertThat(FrontEnd.check(source).diagnostics().stream()
            .map(diagnostic -> diagnostic.line() + " " + diagnostic.code()).sorted())
            .containsExactlyElementsOf(Expectations.of(source).stream().sorted().toList());
    }

    @Test
    void shouldHaveATestForEveryCode() throws IOException
    {
        final Set<String> produced = new TreeSet<>();
        for (final Path file : Expectations.files())
        {
            Expectations.of(SourceReader.read(file)).forEach(line -> produced.add(line.split(" ", 2)[1]));
        }
        Stream.of(
            FrontEnd.check(SourceReader.decode("bytes.pf", new byte[]{'#', (byte)0xC3, '\n'})),
            FrontEnd.check(SourceReader.decode("large.pf", new byte[SourceReader.MAX_BYTES + 1])),
            Programs.check("def f() { " + "(".repeat(LanguageLimits.MAX_NESTING) + " }"),
            Programs.check("packet A { :dff, :tr }\n".repeat(400)),
            Programs.check(UncompiledPrograms.deep()),
            FrontEnd.check(SourceReader.read(importing())))
            .flatMap(program -> program.diagnostics().stream()).map(Diagnostic::code)
            .forEach(code -> produced.add(code.toString()));
        produced.addAll(MisfitPrograms.codes());
        CompiledMolecule.of(Programs.check(UncompiledPrograms.PACKET_AS_VALUE), "M").diagnostics()
            .forEach(found -> produced.add(found.code().toString()));

        TargetJudge.judge(Programs.check("packet A { :df, :tr, base_time: 1s }\nmolecule M { composition: [A], " +
            "properties: %{tick_to_trade: \"< 1ns\"} }"), HostCosts.ASSUMED)
            .forEach(diagnostic -> produced.add(diagnostic.code().toString()));

        assertThat(produced).containsExactlyElementsOf(
            Stream.of(DiagnosticCode.values()).map(DiagnosticCode::toString).sorted().toList());
    }

    private static Path importing() throws IOException
    {
        final Path directory = Files.createTempDirectory("packetflow-test");
        final Path file = Files.writeString(directory.resolve("a.pf"), "import \"missing.pf\"\n");
        file.toFile().deleteOnExit();
        directory.toFile().deleteOnExit();
        return file;
    }

    @Test
    void shouldNameTheByteThatIsNotUtf8()
    {
        final List<Diagnostic> found =
            FrontEnd.check(SourceReader.decode("bytes.pf", new byte[]{'#', ' ', (byte)0xFF, '\n'})).diagnostics();

        assertThat(found).hasToString("[bytes.pf:1:3: error PF1001: byte 2 of the file is not UTF-8]");
    }

    @Test
    void shouldStopAtTheLimitOfDiagnostics()
    {
        final List<Diagnostic> found = Programs.check("packet A { :dff, :tr }\n".repeat(400)).diagnostics();

        assertThat(found).hasSize(201);
        assertThat(found.get(200).code()).isEqualTo(DiagnosticCode.TOO_MANY_DIAGNOSTICS);
    }
}
