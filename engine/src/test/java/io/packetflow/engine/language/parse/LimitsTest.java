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
package io.packetflow.engine.language.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.source.SourceReader;

import org.junit.jupiter.api.Test;

class LimitsTest
{
    private static final int SMALL_STACK_BYTES = 768 * 1024;
    private static final List<String> OPENERS = List.of("(", "[", "{", "%{a: ", "f(", "- ", "not ", "x.y(a: ");

    @Test
    void shouldTakeTheDeepestThatIsAllowedOnASmallStack() throws InterruptedException
    {
        for (final String opener : OPENERS)
        {
            final int levels = LanguageLimits.MAX_NESTING - 2;
            final String text = "def g(a, x) {\n  y = " + nested(opener, levels) + "\n}\n";

            onSmallStack(() ->
            {
                assertThat(Programs.diagnose(text)).as(opener).isEmpty();
                final String formatted = SourceFormatter.format(Programs.parseSound(text));
                assertThat(SourceFormatter.format(Programs.parseSound(formatted))).isEqualTo(formatted);
            });
        }
    }

    @Test
    void shouldDiagnoseWhatIsDeeper() throws InterruptedException
    {
        for (final String opener : OPENERS)
        {
            onSmallStack(() -> assertThat(Programs.diagnose("def g(a, x) {\n  y = " + nested(opener, 50_000) + "\n}\n"))
                .as(opener).singleElement().asString().contains("PF1103"));
        }
    }

    @Test
    void shouldDiagnoseLongChainsOfOperators() throws InterruptedException
    {
        onSmallStack(() -> assertThat(Programs.diagnose("def f(a) {\n  " + "a + ".repeat(20_000) + "a\n}\n"))
            .singleElement().asString().contains("PF1103", "the expression is more than 200 levels deep"));
        onSmallStack(() -> assertThat(Programs.diagnose("def f(a) {\n  a" + ".b".repeat(20_000) + "\n}\n"))
            .singleElement().asString().contains("PF1103"));
        onSmallStack(() -> assertThat(Programs.diagnose("def f(a) {\n  a" + "()".repeat(20_000) + "\n}\n"))
            .singleElement().asString().contains("PF1103"));
    }

    @Test
    void shouldTakeLongPipesListsAndConditionals() throws InterruptedException
    {
        onSmallStack(() ->
        {
            assertThat(Programs.diagnose("def f(a) {\n  a" + " |> g()".repeat(5_000) + "\n}\n")).isEmpty();
            assertThat(Programs.diagnose("def f(a) {\n  [" + "a, ".repeat(20_000) + "a]\n}\n")).isEmpty();
            assertThat(Programs.diagnose("def f(a) {\n  if a { 1 }" + " else if a { 2 }".repeat(5_000) + "\n}\n"))
                .isEmpty();
        });
    }

    @Test
    void shouldTakeAHundredThousandPackets()
    {
        final String[] files = new String[4];
        for (int file = 0; file < files.length; file++)
        {
            final StringBuilder text = new StringBuilder();
            for (int i = 0; i < 25_000; i++)
            {
                text.append("packet P").append(file).append('_').append(i).append(" { :df, :tr }\n");
            }
            files[file] = text.toString();
        }

        final CheckedProgram program = Programs.check(files);

        assertThat(program.diagnostics()).isEmpty();
        assertThat(program.packets()).hasSize(100_000);
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge()
    {
        assertThat(SourceReader.decode("a.pf", new byte[SourceReader.MAX_BYTES + 1]).defects()).hasSize(1);
        assertThat(SourceReader.decode("a.pf", new byte[SourceReader.MAX_BYTES]).defects()).isEmpty();
    }

    private static String nested(final String opener, final int levels)
    {
        final String bracket = opener.replaceAll("[^\\[({]", "");
        final String closer = bracket.equals("[") ? "]" : bracket.equals("{") ? "}" : bracket.equals("(") ? ")" : "";
        return opener.repeat(levels) + "a" + closer.repeat(levels);
    }

    private static void onSmallStack(final Runnable task) throws InterruptedException
    {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final Thread thread = new Thread(null, task, "small-stack", SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
