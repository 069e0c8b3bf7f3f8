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
package io.packetflow.engine.language.expand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.source.SourceFile;

import org.junit.jupiter.api.Test;

class MacroExpansionTest
{
    @Test
    void shouldPutTheCodeOfAMacroInThePlaceOfItsCall()
    {
        assertExpands("""
            defmacro twice(x) { quote { unquote(x) + unquote(x) } }
            def f(a) { twice(a.price * 2) * twice(3) }
            """, """
            def f(a) {
              (a.price * 2 + a.price * 2) * (3 + 3)
            }
            """);
    }

    @Test
    void shouldGiveNamesOfTheMacroNamesThatStandNowhereElse()
    {
        assertExpands("""
            defmacro bounded(x, most) {
              quote {
                value = unquote(x)
                if value > unquote(most) { unquote(most) } else { value }
              }
            }
            def f(value, value_1) {
              most = bounded(value, value_1)
              bounded(most, 7)
            }
            """, """
            def f(value, value_1) {
              value_2 = value
              most = if value_2 > value_1 {
                value_1
              } else {
                value_2
              }
              value_3 = most
              if value_3 > 7 {
                7
              } else {
                value_3
              }
            }
            """);
    }

    @Test
    void shouldMakeStatementsOneExpressionWhereOnlyAValueFits()
    {
        assertExpands("""
            defmacro squared(x) { quote { s = unquote(x); s * s } }
            def f(s) {
              case s {
                0 -> squared(s)
                _ -> 1 + squared(s + 1)
              }
            }
            """, """
            def f(s) {
              case s {
                0 -> {
                  s_1 = s
                  s_1 * s_1
                }
                _ -> 1 + case true {
                  _ -> {
                    s_2 = s + 1
                    s_2 * s_2
                  }
                }
              }
            }
            """);
    }

    @Test
    void shouldExpandMacrosInMacrosInArgumentsAndInPipes()
    {
        assertExpands("""
            defmacro mid(bid, ask) { quote { half(unquote(bid) + unquote(ask)) } }
            defmacro half(x) { quote { unquote(x) / 2 } }
            def f(q) { q |> load() |> mid(half(q)) |> round() }
            """, """
            def f(q) {
              ((q |> load()) + q / 2) / 2 |> round()
            }
            """);
    }

    @Test
    void shouldRunTheAssignmentsOfAMacroBeforeItsLastStatement()
    {
        assertExpands("""
            defmacro scaled(x, _) {
              factor = 10_000
              product = quote { unquote(x) * unquote(factor) }
              quote { {unquote(product), unquote(product), :scaled} }
            }
            def f(a) { scaled(a, log(a)) }
            """, """
            def f(a) {
              {a * 10_000, a * 10_000, :scaled}
            }
            """);
    }

    @Test
    void shouldExpandInDeclarationsAndGiveSeveralElementsToTheirLists()
    {
        final String program = """
            packet A { :df, :tr, resources: [:book], base_time: quick() }
            packet B { :ed, :th, trigger: above(notional), resources: [:book] }
            molecule M {
              composition: [A, B],
              bonds: [together(A, B)],
              properties: %{tick_to_trade: "< 500ns"}
            }
            reactor R {
              nodes: [node("a_*") { :df }],
              routing_policies: [route(:df, :tr) |> when(above(size)) |> thrice()]
            }
            defmacro quick() { 40ns }
            defmacro above(x) { quote { unquote(x) > limit } }
            defmacro together(a, b) {
              quote {
                {unquote(a), unquote(b), :ionic, %{strict: true}}
                {unquote(a), unquote(b), :covalent}
              }
            }
            defmacro thrice(policy) { quote { unquote(policy) |> replicate(factor: 3) } }
            """;

        final CheckedProgram checked = Programs.check(program);

        assertThat(checked.diagnostics()).isEmpty();
        assertThat(checked.molecules().get(0).bonds()).hasSize(2);
        assertThat(checked.packet("B").orElseThrow().constituent().trigger()).isEqualTo("notional > limit");
        assertThat(checked.packet("A").orElseThrow().constituent().properties()).containsEntry("base_time", "40ns");
        assertThat(text(program)).contains(
            "bonds: [{A, B, :ionic, %{strict: true}}, {A, B, :covalent}]",
            "route(:df, :tr) |> when(size > limit) |> replicate(factor: 3)").doesNotContain("defmacro");
    }

    @Test
    void shouldExpandMacrosOfOtherFilesAndPrintAllFilesAsOne()
    {
        final List<SourceFile> sources = List.of(
            SourceFile.of("a.pf", "defmodule M {\n  def f(a) { twice(a) }\n  defmacro one() { 1 }\n}\n"),
            SourceFile.of("b.pf", "defmacro twice(x) { quote { unquote(x) + one() } }\npacket B { :df, :tr }\n"));

        assertThat(FrontEnd.check(sources).expanded().text()).isEqualTo("""
            # a.pf

            defmodule M {
              def f(a) {
                a + 1
              }
            }

            # b.pf

            packet B { :df, :tr }
            """);
    }

    @Test
    void shouldLeaveDefinitionsThatCallNoMacroAsTheyAre()
    {
        final SourceFile source = SourceFile.of("a.pf", """
            defmacro twice(x) { quote { unquote(x) + unquote(x) } }
            def f(a) { a }
            """);
        final CheckedProgram checked = FrontEnd.check(source);

        assertThat(checked.functions().get(0)).isSameAs(checked.sources().get(0).tree().items().get(1));
    }

    @Test
    void shouldPointToTheCallAndNameTheMacroWhereItsCodeIsWrong()
    {
        assertThat(Programs.render("""
            defmacro unit() { quote { {A, Boook, :ionic} } }
            packet A { :df, :tr }
            packet Book { :df, :tr }
            molecule M {
              composition: [A, Book],
              bonds: [unit()]
            }
            """)).isEqualTo("""
            test.pf:6:11: error PF2001: packet Boook is not declared, in the code that macro unit (test.pf:1) gives
              6 |   bonds: [unit()]
                |           ^^^^^^
                = expected a packet of the composition
                = did you mean 'Book'?
            """);
    }

    @Test
    void shouldPointToTheArgumentWhereTheCallerIsWrong()
    {
        assertThat(Programs.diagnose("""
            defmacro unit(a, b) { quote { {unquote(a), unquote(b), :ionic} } }
            packet A { :df, :tr }
            molecule M { composition: [A], bonds: [unit(A, Other)] }
            """)).singleElement().asString().startsWith("test.pf:3:48: error PF2001: packet Other is not declared")
            .doesNotContain("macro");
    }

    @Test
    void shouldSpoilOnlyTheDefinitionWhoseCallIsWrong()
    {
        assertThat(Programs.diagnose("""
            defmacro twice(x) { quote { unquote(x) + unquote(x) } }
            packet A { :df, :tr, fires: twice() }
            packet B { :df, :tr }
            molecule M { composition: [A, B, C] }
            """)).hasSize(2).anyMatch(line -> line.contains("2:29: error PF3403"))
            .anyMatch(line -> line.contains("packet C is not declared"));
    }

    private static void assertExpands(final String program, final String expanded)
    {
        assertThat(Programs.diagnose(program)).isEmpty();
        assertThat(text(program)).isEqualTo(expanded);
        assertThat(Programs.diagnose(expanded)).isEmpty();
    }

    private static String text(final String program)
    {
        return FrontEnd.check(List.of(SourceFile.of("test.pf", program))).expanded().text();
    }
}
