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

import java.util.Map;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.code.LanguagePackets;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.InstanceKind;

import org.junit.jupiter.api.Test;

/** Functions compute what macros give: it is typed, and compiled. */
class MacroTypesTest
{
    @Test
    void shouldTellAtTheCallWhatHasAnotherType()
    {
        assertThat(Programs.diagnose("""
            defmacro choose(y) { quote { if 1 { unquote(y) } else { 2 } } }
            def f(a) { choose(a) }
            """)).containsExactly("test.pf:2:12: error PF3002: a condition is no boolean, in the code that macro " +
            "choose (test.pf:1) gives");
    }

    @Test
    void shouldSayOnceFromWhichMacroAnEarlierMistakeComes()
    {
        assertThat(Programs.diagnose("""
            defmacro choose(y) { quote { case unquote(y) { {a, a} -> 1; _ -> 2 } } }
            def f(a) { choose(a) }
            """)).last().asString().containsOnlyOnce("in the code that macro choose");
    }

    @Test
    void shouldCompileWhatAMacroGives()
    {
        final CheckedProgram program = Programs.check("""
            defmacro half(y) { quote { unquote(y) / 2 } }
            packet A { :df, :tr, payload: %{v: :int64}, process: f(input) }
            def f(input) { %{v: half(input.x)} }
            molecule M { composition: [A], inputs: %{n: %{x: :int64}} }
            """);
        final LanguagePackets code = LanguagePackets.of(program, program.molecule("M").orElseThrow(),
            Map.of("n", new InstanceKind(InstanceKind.FIRST_FREE_CODE, "n", Long.BYTES)));

        assertThat(program.diagnostics()).isEmpty();
        assertThat(code.diagnostics()).isEmpty();
        assertThat(code.sources()).extracting(GeneratedSource::text).anyMatch(text -> text.contains("/ 2"));
    }
}
