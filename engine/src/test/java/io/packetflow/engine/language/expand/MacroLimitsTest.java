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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.parse.LanguageLimits;

import org.junit.jupiter.api.Test;

class MacroLimitsTest
{
    @Test
    void shouldStopMacrosThatDoubleTheirCodeAndShowTheChain()
    {
        final String macros = "defmacro m0(x) { quote { unquote(x) + unquote(x) } }\n" + chain(31,
            "defmacro m%d(x) { quote { m%d(m%2$d(unquote(x))) } }");

        assertThat(Programs.render(macros + "def f(a) { m30(a) }\n")).isEqualTo("""
            test.pf:32:12: error PF3407: macro m0 (test.pf:1) gives too much code: \
            the macros of a program give 50,000 nodes at most
              32 | def f(a) { m30(a) }
                 |            ^^^^^^
                 = found m30 (test.pf:32:12) > m29 (test.pf:31:31) > m28 (test.pf:30:31) > m27 (test.pf:29:31) \
            > ... 23 more ... > m3 (test.pf:5:26) > m2 (test.pf:4:26) > m1 (test.pf:3:29) > m0 (test.pf:2:29)
            """);
    }

    @Test
    void shouldStopMacrosThatDoubleTheirArgumentsInNoTime()
    {
        final String macro = "defmacro twice(x) { quote { unquote(x) + unquote(x) } }\n";

        assertThat(Programs.diagnose(macro + "def f(a) { " + "twice(".repeat(150) + "a" + ")".repeat(150) + " }\n"))
            .singleElement().asString().contains("PF3407");
        assertThat(Programs.diagnose(macro + ("def f(a) { " + "twice(".repeat(15) + "a" + ")".repeat(15) + " }\n")
            .repeat(100))).anyMatch(line -> line.contains("PF3407")).hasSizeLessThan(5);
    }

    @Test
    void shouldStopMacrosThatCallEachOther()
    {
        assertThat(Programs.render("""
            defmacro a(x) { quote { b(unquote(x)) } }
            defmacro b(x) { quote { 1 + a(unquote(x)) } }
            def f(x) { a(x) }
            """)).isEqualTo("""
            test.pf:3:12: error PF3404: macro a (test.pf:1) expands into itself without end
              3 | def f(x) { a(x) }
                |            ^^^^
                = expected macros that do not lead back to themselves; a function may
                = found a (test.pf:3:12) > b (test.pf:1:25) > a (test.pf:2:29)
            """);
        assertThat(Programs.diagnose("""
            defmacro omega(f) { quote { unquote(f)(unquote(f)) } }
            def f(x) { omega(omega) }
            """)).singleElement().asString().contains("PF3404");
    }

    @Test
    void shouldTakeMacrosInArgumentsForNoRecursion()
    {
        assertThat(Programs.diagnose("""
            defmacro next(x) { quote { unquote(x) + 1 } }
            def f(x) { next(next(next(x))) }
            """)).isEmpty();
    }

    @Test
    void shouldTakeAsManyMacrosInARowAsAreAllowedAndNoMore()
    {
        final String macros = "defmacro m0(x) { unquoted }\n".replace("unquoted", "x") +
            chain(LanguageLimits.MAX_EXPANSIONS + 1, "defmacro m%d(x) { quote { m%d(unquote(x)) } }");

        assertThat(Programs.diagnose(macros + "def f(a) { m" + (LanguageLimits.MAX_EXPANSIONS - 1) + "(a) }\n"))
            .isEmpty();
        assertThat(Programs.diagnose(macros + "def f(a) { m" + LanguageLimits.MAX_EXPANSIONS + "(a) }\n"))
            .singleElement().asString().contains("PF3408", "more than 32 macros expand into each other");
    }

    @Test
    void shouldGiveNothingThatNestsTooDeeplyToBeReadAgain()
    {
        for (final String nest : List.of("[%s]", "-%s", "f(%s)", "(1 + %s) * 2", "case x { 0 -> { %s } }",
            "if x == 1 { { %s, 1 } }", "%%{a: %s}", "x - (%s)"))
        {
            final String macro = "defmacro m(y) { quote { x = 1; " +
                nest.formatted(nest.formatted(nest.formatted("unquote(y)"))) + " } }\n";
            for (int calls = 15; calls < 80; calls += 20)
            {
                final String program = macro + "def f(a) { " + "m(".repeat(calls) + "a" + ")".repeat(calls) + " }\n";
                final List<String> found = Programs.errors(program);
                if (found.isEmpty())
                {
                    assertThat(Programs.errors(
                        Programs.check(program).expanded().text())).as(nest).isEmpty();
                }
                else
                {
                    assertThat(found).as(nest).singleElement().asString().contains("PF3408");
                }
            }
        }
    }

    private static String chain(final int length, final String form)
    {
        return IntStream.range(1, length).mapToObj(i -> form.formatted(i, i - 1) + "\n").collect(Collectors.joining());
    }
}
