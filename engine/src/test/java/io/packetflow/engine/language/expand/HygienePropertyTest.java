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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.fixture.TreeText;
import io.packetflow.engine.language.source.SourceFile;

import org.junit.jupiter.api.Test;

/** Random programs with macros. A failure names the seed. */
class HygienePropertyTest
{
    private static final int PROGRAMS = 40;
    /** What the variables of callers are called: what macros bind too, in other orders, and what looks like fresh. */
    private static final List<List<String>> NAMINGS = List.of(
        MacroPrograms.POOL, List.of("c", "a_1", "a", "b"), List.of("x", "y", "z", "x_1"),
        List.of("a_2", "a_1_1", "b_1", "c_1"));
    private static final Pattern VARIABLE = Pattern.compile("\\((?:Name|Binding) ([abcxyz](?:_\\d+)*)\\)");

    @Test
    void shouldMeanTheSameWhateverTheVariablesOfTheCallerAreCalled()
    {
        for (long seed = 0; seed < PROGRAMS; seed++)
        {
            final List<String> meanings = new ArrayList<>();
            for (final List<String> variables : NAMINGS)
            {
                meanings.add(nameless(expanded(new MacroPrograms(seed, variables).program())));
            }
            assertThat(meanings).as("seed %d", seed).containsOnly(meanings.get(0));
        }
    }

    @Test
    void shouldPrintWhatParsesAndChecksAndExpandsNoFurther()
    {
        for (long seed = 0; seed < PROGRAMS; seed++)
        {
            final String program = new MacroPrograms(seed, MacroPrograms.POOL).program();

            final String expanded = expanded(program);

            assertThat(Programs.errors(expanded)).as("seed %d", seed).isEmpty();
            assertThat(expanded(expanded)).as("seed %d", seed).isEqualTo(expanded);
            assertThat(expanded).as("seed %d", seed).doesNotContainPattern("\\bm\\d\\(|quote|defmacro");
        }
    }

    @Test
    void shouldTellACaptureFromARenaming()
    {
        final String right = "def f(a) { b = 1; a + b }";

        assertThat(nameless(right.replace('b', 'c'))).isEqualTo(nameless(right));
        assertThat(nameless(right.replace('b', 'a'))).isNotEqualTo(nameless(right));
    }

    private static String expanded(final String program)
    {
        assertThat(Programs.errors(program)).as(program).isEmpty();
        return FrontEnd.check(List.of(SourceFile.of("test.pf", program))).expanded().text();
    }

    /** Names variables by the order in which a function first mentions them. */
    private static String nameless(final String program)
    {
        final StringBuilder text = new StringBuilder();
        Programs.parseSound(program).tree().items().forEach(item ->
        {
            final Map<String, String> numbers = new HashMap<>();
            final Matcher variable = VARIABLE.matcher(TreeText.of(item));
            text.append(variable.replaceAll(found ->
                numbers.computeIfAbsent(found.group(1), name -> "(v" + numbers.size() + ")"))).append('\n');
        });
        return text.toString();
    }
}
