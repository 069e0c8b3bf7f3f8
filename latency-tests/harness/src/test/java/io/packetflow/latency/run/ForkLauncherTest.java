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
package io.packetflow.latency.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkLauncherTest
{
    private static final Path ARGUMENTS = Path.of("..", "..", "tuning", "bin");
    private static final int LONG_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void shouldRunAForkWithTheLaunchersFlags()
    {
        final ForkResult result = launcher(LONG_SECONDS).run(
            "bytes", Subject.of("bytes", List.of()), List.of("slot-bytes", "--nodes", "one-node"));

        assertThat(result.number(Measure.BYTES_PER_PACKET)).isPositive();
        assertThat(result.host().assertions()).isFalse();
        assertThat(result.host().boundsChecks()).isFalse();
        assertThat(result.host().collector()).startsWith("Serial");
        assertThat(result.texts()).containsKey("niceness");
    }

    @Test
    void shouldShowTheEndOfTheLogOfAForkThatFails()
    {
        assertThatThrownBy(() -> launcher(LONG_SECONDS).run(
            "broken", Subject.of("broken", List.of()), List.of("floor", "--feed", "no/such.itch50")))
            .isInstanceOf(HostException.class)
            .hasMessageContaining("the fork broken failed with exit code 3")
            .hasMessageContaining("the recorded feed no/such.itch50 does not exist.");
    }

    @Test
    void shouldGiveUpAForkThatDoesNotEnd()
    {
        assertThatThrownBy(() -> launcher(1).run(
            "endless", Subject.of("endless", List.of()), List.of("jitter", "--seconds", "1000")))
            .isInstanceOf(HostException.class)
            .hasMessageContaining("the fork endless did not end within 1 s");
    }

    private ForkLauncher launcher(final int timeoutSeconds)
    {
        return new ForkLauncher(new JavaCommand(ARGUMENTS, System.getenv()), directory, timeoutSeconds);
    }

    @Test
    void shouldBeNiceToNobodyWhereItMay()
    {
        final List<String> command = new JavaCommand(ARGUMENTS, System.getenv())
            .of(Subject.of("any", List.of()).withJvmOptions("-Xmx256m"), List.of("jitter"));
        final List<String> plain = new JavaCommand(ARGUMENTS, Map.of()).of(Subject.of("any", List.of()), List.of());

        assertThat(command).contains("@" + ARGUMENTS.resolve("production.args"), "-da", "-Xmx256m").endsWith("jitter");
        assertThat(plain.get(0)).endsWith("java");
    }

    @Test
    void shouldLetASubjectBringItsOwnClassPath()
    {
        final List<String> command = new JavaCommand(ARGUMENTS, Map.of())
            .of(Subject.of("any", List.of()).withJvmOptions("-cp", "own/*"), List.of());

        assertThat(command.lastIndexOf("-cp")).isGreaterThan(command.indexOf("-cp"));
        assertThat(command.get(command.lastIndexOf("-cp") + 1)).isEqualTo("own/*");
    }

    @Test
    void shouldAskForTheArgumentFiles()
    {
        assertThatThrownBy(() -> new JavaCommand(Path.of("nowhere"), Map.of())).isInstanceOf(UsageException.class)
            .hasMessage("no argument file " + Path.of("nowhere", "jvm.args") +
            "; say where the launcher's jvm.args and production.args are, with --args");
    }
}
