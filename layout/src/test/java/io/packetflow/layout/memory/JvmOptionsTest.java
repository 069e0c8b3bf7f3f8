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
package io.packetflow.layout.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What depends on the options of the JVM is asked of another JVM. */
class JvmOptionsTest
{
    @Test
    void shouldNameTheMissingOption() throws IOException, InterruptedException
    {
        final String refusal =
            "refused: PacketFlow needs the JVM option --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED " +
            "(add it to the java command line; the packetflow launcher does)\n";

        assertThat(run()).isEqualTo(refusal.repeat(2));
    }

    @Test
    void shouldCheckBoundsUnlessToldNotTo() throws IOException, InterruptedException
    {
        assertThat(run(MemoryAccess.REQUIRED_OPTION)).isEqualTo("bounds checks: true\n".repeat(2));
        assertThat(run(MemoryAccess.REQUIRED_OPTION, "-Dpacketflow.layout.bounds.checks=false"))
            .isEqualTo("bounds checks: false\n".repeat(2));
    }

    private static String run(final String... options) throws IOException, InterruptedException
    {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Options from outside must not heal what is missing.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        final Process process = builder.start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace("\r\n", "\n");
    }

    /** Opens an arena twice, as a failed class fails differently the second time. */
    static final class Probe
    {
        private Probe()
        {
        }

        public static void main(final String[] args)
        {
            for (int attempt = 0; attempt < 2; attempt++)
            {
                try (Arena arena = new Arena(HugePages.OFF))
                {
                    arena.allocate(64, 64);
                    System.out.println("bounds checks: " + Slab.BOUNDS_CHECKS);
                }
                catch (final IllegalStateException e)
                {
                    System.out.println("refused: " + e.getMessage());
                }
            }
        }
    }
}
