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
package io.packetflow.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.config.ReactorKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingExampleTest
{
    private static final Path SOURCE = Path.of("src/test/java/io/packetflow/trading/EmbeddingExample.java");

    @TempDir
    private Path directory;

    @Test
    void shouldRunAndPrintOrdersAndCounts() throws Exception
    {
        final List<String> properties = List.of(ReactorKeys.WARMUP.name(), "off", ReactorKeys.THREADING.name(),
            "invoker", ReactorKeys.COUNTERS_FILE.name(), directory.resolve("counters.dat").toString());
        final PrintStream standard = System.out;
        final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try
        {
            for (int i = 0; i < properties.size(); i += 2)
            {
                System.setProperty(properties.get(i), properties.get(i + 1));
            }
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            EmbeddingExample.main(new String[0]);
        }
        finally
        {
            System.setOut(standard);
            for (int i = 0; i < properties.size(); i += 2)
            {
                System.clearProperty(properties.get(i));
            }
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
            .matches("[1-9][0-9]+ orders, [1-9][0-9]+ bytes, [1-9][0-9]* wide markets\\R");
    }

    @Test
    void shouldStandInTheReadmeAsItIsCompiled() throws IOException
    {
        final String source = Files.readString(SOURCE);
        final String body = source.substring(
            source.indexOf("// README begin\n") + "// README begin\n".length(), source.indexOf("    // README end"));

        assertThat(Files.readString(Path.of("../README.md"))).contains(
            "```java\n" + body.stripTrailing().stripIndent() + "\n```\n");
    }
}
