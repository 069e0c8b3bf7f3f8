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
package io.packetflow.engine.language.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

import org.junit.jupiter.api.Test;

class DiagnosticTextTest
{
    @Test
    void shouldShowPlaceLineCaretAndSuggestion()
    {
        assertThat(Programs.render("""
            packet Book { :df, :tr }
            molecule M { composition: [Boook] }
            """)).isEqualTo("""
            test.pf:2:28: error PF2001: packet Boook is not declared
              2 | molecule M { composition: [Boook] }
                |                            ^^^^^
                = did you mean 'Book'?
            """);
    }

    @Test
    void shouldShowWhatToPasteAndTheRuleOfAGroup()
    {
        assertThat(Programs.render("molecule M { composition: [Limits] }  # ED:th - limits\n")).isEqualTo("""
            test.pf:1:28: error PF2001: packet Limits is not declared
              1 | molecule M { composition: [Limits] }  # ED:th - limits
                |                            ^^^^^^
                = declare it here, in a file that is imported, or in one given with --packets:
                  packet Limits { :ed, :th, trigger: :always }
            """);
        assertThat(Programs.render("packet Timer { :ed, :tm }\n")).endsWith("""
                = add trigger: on(:kind)
                = rule: Event Driven packets are reactive: every packet has a trigger that activates it
            """);
    }

    @Test
    void shouldNameALetterThatOnlyLooksLikeOne()
    {
        assertThat(Programs.render("packet B\u043Eok { :df, :tr }\n")).isEqualTo("""
            test.pf:1:9: error PF1004: a name is ASCII, and this letter is U+043E CYRILLIC SMALL LETTER O, \
            which looks like 'o'
              1 | packet B\u043Eok { :df, :tr }
                |         ^
                = write 'o'
            """);
    }

    @Test
    void shouldPutTheCaretBehindTabsWideAndJoiningCharacters()
    {
        assertThat(caret("\t\u6F22e\u0301x!", 5, 6)).isEqualTo("\t    ^");
        assertThat(caret("ab\uD83D\uDE00c", 2, 4)).isEqualTo("  ^^");
        assertThat(caret("", 0, 0)).isEqualTo("^");
    }

    private static String caret(final String line, final int start, final int end)
    {
        final Diagnostic diagnostic = Diagnostic.of(
            DiagnosticCode.UNEXPECTED_TOKEN, SourceFile.of("a.pf", line), new Span(start, end), "message");
        return new DiagnosticText(false).render(diagnostic).lines().skip(2).findFirst().orElseThrow().substring(6);
    }

    @Test
    void shouldNotLetAProgramCommandTheTerminal()
    {
        final String shown = Programs.check("def f() { \"\u001B[2J\" }\n").diagnostics().stream()
            .map(new DiagnosticText(false)::render).findFirst().orElseThrow();

        assertThat(shown).doesNotContain("\u001B").contains("def f() { \"?[2J\" }");
    }

    @Test
    void shouldColourForATerminalOnly()
    {
        final Diagnostic diagnostic = Programs.check("packet A { :dff, :tr }\n").diagnostics().get(0);

        assertThat(new DiagnosticText(true).render(diagnostic)).contains("\u001B[1m\u001B[31merror PF2101\u001B[0m");
        assertThat(new DiagnosticText(false).render(diagnostic)).doesNotContain("\u001B");
    }

    @Test
    void shouldRenderJson()
    {
        assertThat(DiagnosticJson.render(Programs.check("packet A { :dff, :tr }\n").diagnostics())).isEqualTo("""
            {
              "schema" : 1,
              "errors" : 1,
              "warnings" : 0,
              "diagnostics" : [ {
                "code" : "PF2101",
                "severity" : "error",
                "file" : "test.pf",
                "line" : 1,
                "column" : 12,
                "end_line" : 1,
                "end_column" : 16,
                "message" : "there is no periodic group :dff",
                "expected" : "one of :cf :control_flow :df :dataflow :ed :event_driven :co :collective :mc \
            :meta_computational :rm :resource_management",
                "suggestion" : "did you mean ':df'?"
              } ]
            }
            """);
    }

    @Test
    void shouldKeepTheReferenceOfAllCodes() throws IOException
    {
        assertThat(Path.of("language-diagnostics.md")).content().isEqualTo(DiagnosticReference.markdown());
        assertThat(Files.readString(Path.of("language.md"))).contains("language-diagnostics.md");
    }
}
