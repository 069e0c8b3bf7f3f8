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
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.fixture.TreeText;
import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceReader;
import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.TargetName;

import org.junit.jupiter.api.Test;

class ThesisProgramsTest
{
    private static final Path PACKETS = Path.of("examples", "packets");

    @Test
    void shouldCheckEveryProgramWithItsPackets() throws IOException
    {
        for (final Path program : Programs.ofThesis())
        {
            final CheckedProgram checked = FrontEnd.check(
                SourceReader.read(program), SourceReader.read(PACKETS.resolve(program.getFileName())));

            assertThat(checked.diagnostics()).as("%s", program).isEmpty();
            assertThat(checked.molecules().size() + checked.reactors().size()).as("%s", program).isPositive();
        }
    }

    @Test
    void shouldProposeADeclarationForEachPacketThatIsMissing() throws IOException
    {
        for (final Path program : Programs.ofThesis())
        {
            final List<Diagnostic> missing = FrontEnd.check(SourceReader.read(program)).diagnostics();
            final StringBuilder declarations = new StringBuilder();
            missing.forEach(diagnostic -> declarations.append(
                diagnostic.suggestion().lines().skip(1).findFirst().orElse("")).append('\n'));

            assertThat(missing).as("%s", program).allMatch(
                diagnostic -> diagnostic.code() == DiagnosticCode.UNKNOWN_PACKET);
            Programs.parseSound(declarations.toString());
        }
    }

    @Test
    void shouldPrintEveryProgramBackAsItIs() throws IOException
    {
        for (final Path program : Programs.ofThesis())
        {
            final String text = SourceReader.read(program).text();
            final ParsedSource parsed = Programs.parseSound(text);

            final String formatted = SourceFormatter.format(parsed);
            final ParsedSource again = Programs.parseSound(formatted);

            assertThat(TreeText.of(again.tree())).as("%s", program).isEqualTo(TreeText.of(parsed.tree()));
            assertThat(SourceFormatter.format(again)).as("%s", program).isEqualTo(formatted);
            // The programs are canonical but for spaces at the ends of lines and before some comments.
            assertThat(formatted.replaceAll(" +", " ")).as("%s", program).isEqualTo(
                text.replaceAll(" +", " ").replaceAll(" \n", "\n").stripTrailing() + "\n");
        }
    }

    @Test
    void shouldReadTheTargetsOfTheTradingEngine() throws IOException
    {
        final Path program = Programs.ofThesis().stream()
            .filter(file -> file.endsWith("trading-engine.pf")).findFirst().orElseThrow();
        final CheckedProgram checked = FrontEnd.check(
            SourceReader.read(program), SourceReader.read(PACKETS.resolve("trading-engine.pf")));

        assertThat(DeclaredTarget.read(TargetName.TICK_TO_TRADE,
            checked.molecule("TradingEngine").orElseThrow().properties().get("tick_to_trade")))
            .contains(new DeclaredTarget(TargetName.TICK_TO_TRADE, false, 500, 99));
    }

    @Test
    void shouldShipExamplesInTheirCanonicalForm() throws IOException
    {
        for (final Path example : Programs.examples())
        {
            final String text = SourceReader.read(example).text();

            assertThat(SourceFormatter.format(Programs.parseSound(text))).as("%s", example).isEqualTo(text);
        }
    }
}
