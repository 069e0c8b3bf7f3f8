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
package io.packetflow.engine.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.packetflow.engine.language.fixture.Expectations;
import io.packetflow.engine.language.fixture.FrontEndOracle;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.fixture.TreeGenerator;
import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;

import org.junit.jupiter.api.Test;

/** Damages programs and expects diagnostics, and never an exception. A failure names the seed. */
class MutationFuzzTest
{
    private static final int RUNS = 1_500;
    /** Words of the grammar, and some that it has not. */
    static final List<String> WORDS = List.of("{", "}", "[", "]", "(", ")", "%{", ",", ":", "|>", "->", "=>",
        "=", "when", "def", "packet", "molecule", "quote", "unquote", "case", "if", "else", "not", "-", ":df", "\"",
        "#", "\n", "10ms", "1M/s", "99999999999999999999", "\u0430", "\uD83D\uDE00", "node", "nodes", "import",
        "\u0000", "defmacro", "twice(", "unquote(", "reactor", "route(:df, :pr) |>", "import \"../a.pf\"", "_", ";",
        "true", "%{a: 1}", "{A, B, :ionic}");

    @Test
    void shouldThrowNothingForDamagedBytes() throws IOException
    {
        final List<byte[]> programs = programs();
        for (int seed = 0; seed < RUNS; seed++)
        {
            final Random random = new Random(seed);
            final byte[] bytes = programs.get(random.nextInt(programs.size())).clone();
            for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--)
            {
                bytes[random.nextInt(bytes.length)] = (byte)random.nextInt(256);
            }
            examine(seed, SourceReader.decode("fuzz.pf", bytes));
        }
    }

    @Test
    void shouldThrowNothingForDamagedWords() throws IOException
    {
        final List<byte[]> programs = programs();
        for (int seed = 0; seed < RUNS; seed++)
        {
            final Random random = new Random(seed);
            final StringBuilder text = new StringBuilder(
                new String(programs.get(random.nextInt(programs.size())), StandardCharsets.UTF_8));
            for (int i = random.nextInt(6); i >= 0; i--)
            {
                final int at = random.nextInt(text.length() + 1);
                final int removed = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
                text.replace(at, Math.min(text.length(), at + removed), WORDS.get(random.nextInt(WORDS.size())));
            }
            examine(seed, SourceFile.of("fuzz.pf", text.toString()));
        }
    }

    private static void examine(final int seed, final SourceFile source)
    {
        FrontEndOracle.examine("seed " + seed, source);
    }

    private static List<byte[]> programs() throws IOException
    {
        final List<byte[]> programs = new ArrayList<>();
        for (final Path file : Programs.examples())
        {
            programs.add(SourceReader.read(file).text().getBytes(StandardCharsets.UTF_8));
        }
        for (final Path file : Expectations.files())
        {
            programs.add(SourceReader.read(file).text().getBytes(StandardCharsets.UTF_8));
        }
        for (long seed = 0; seed < 20; seed++)
        {
            programs.add(SourceFormatter.print(new TreeGenerator(seed).program()).getBytes(StandardCharsets.UTF_8));
        }
        return programs;
    }
}
