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
package io.packetflow.tuning.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.packetflow.affinity.pin.ThreadPinning;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/packetflow-service} with a launcher that only tells what it was given. */
class ServiceStarterTest
{
    /** No host of a test has it. */
    private static final String NO_SUCH_CPU = "65535";

    @TempDir
    private Path directory;

    private Path home;
    private String here;

    private record Outcome(int exitCode, String text)
    {
    }

    @BeforeEach
    void install() throws IOException
    {
        home = Installation.make(directory.resolve("a b"));
        assumeTrue(Files.isReadable(Path.of("/sys/devices/system/cpu/possible")), "no sysfs: no cpuset is asked for");
        assumeTrue(Stream.of("/bin/taskset", "/usr/bin/taskset").map(Path::of).anyMatch(Files::isExecutable),
            "no taskset on this host");
        program(home.resolve("packetflow"),
            "printf '%s\\n' \"$@\"; sed -n 's/^Cpus_allowed_list:/mask/p' /proc/self/status");
        here = String.valueOf(ThreadPinning.startMask().orElseThrow().first());
    }

    private static void program(final Path file, final String text) throws IOException
    {
        Files.writeString(file, "#!/bin/bash\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome start(final Map<String, String> environment, final String... arguments) throws Exception
    {
        final List<String> command =
            new ArrayList<>(List.of("/bin/bash", home.resolve("bin/packetflow-service").toString()));
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PACKETFLOW_"));
        builder.environment().put("PACKETFLOW_PINNED", here);
        builder.environment().put("PACKETFLOW_HOUSEKEEPING", here);
        builder.environment().putAll(environment);
        final Process process = builder.start();
        process.getOutputStream().close();
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    @Test
    void shouldStartOnHousekeepingCpusWithJournalAndOptions() throws Exception
    {
        final Outcome outcome = start(Map.of("PACKETFLOW_JOURNAL", "/a b/journal",
            "PACKETFLOW_OPTIONS", "-c packetflow.group.df.cores=1"), "--feed", "my file");

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(outcome.text().lines().filter(line -> !line.startsWith("packetflow-service: note")))
            .containsExactly("trade", "--journal", "/a b/journal", "-c", "packetflow.group.df.cores=1", "--feed",
                "my file", "mask\t" + here);
    }

    @Test
    void shouldRefuseAPlanOutsideOfTheCpuset() throws Exception
    {
        final Outcome outcome = start(Map.of("PACKETFLOW_PINNED", NO_SUCH_CPU));

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("the plan needs CPU " + NO_SUCH_CPU + ", but this process may use CPU ",
            "AllowedCPUs= of unit and slice, --cpuset-cpus of a container");
    }

    @Test
    void shouldRefuseToRunElsewhereThanTheUnitSays() throws Exception
    {
        final Outcome outcome = start(Map.of("PACKETFLOW_HOUSEKEEPING", here + "," + here), "--placed");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("and not on the housekeeping CPU " + here + "," + here,
            "packetflow plan --emit systemd");
    }

    @Test
    void shouldRefuseVariablesThatAreNone() throws Exception
    {
        for (final String list : List.of("", "two", "1-", "1;ls"))
        {
            final Outcome outcome = start(Map.of("PACKETFLOW_HOUSEKEEPING", list));

            assertThat(outcome.exitCode()).as(list).isEqualTo(2);
            assertThat(outcome.text()).contains("PACKETFLOW_HOUSEKEEPING is no list of CPUs: '" + list + "'");
        }
    }

    @Test
    void shouldBindMemoryWithNumactl() throws Exception
    {
        final Path tools = Files.createDirectories(directory.resolve("tools"));
        program(tools.resolve("numactl"), "echo \"numactl $1 $2\"; shift 2; exec \"$@\"");

        assertThat(start(Map.of("PACKETFLOW_NUMA_NODES", "0", "PATH", tools + ":" + System.getenv("PATH"))).text())
            .contains("numactl --membind=0 --physcpubind=" + here + "\ntrade\n");
    }
}
