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
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.tuning.doctor.CapturedRoots;
import io.packetflow.tuning.doctor.SyntheticRoot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code packetflow plan --emit} as a user would. */
class PlanEmissionTest
{
    private static final List<String> FILES =
        List.of("packetflow-engine.slice", "packetflow.service", "packetflow.env", "packetflow.sh");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int plan(final Path host, final String... arguments)
    {
        final List<String> all = new ArrayList<>(List.of("plan", "--topology", host.toString()));
        all.addAll(List.of(arguments));
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), true), all.toArray(String[]::new));
    }

    private Path twoCores() throws IOException
    {
        return new SyntheticRoot().file("sys/devices/system/cpu/online", "0-1")
            .file("sys/devices/system/cpu/present", "0-1").file("sys/devices/system/node/node0/cpulist", "0-1")
            .file("sys/fs/cgroup/engine/cpuset.cpus.effective", "0-1")
            .write(Files.createDirectories(directory.resolve("two-cores")));
    }

    private Path emitted(final Path host) throws IOException
    {
        final Path files = directory.resolve("files");
        assertThat(plan(host, "--emit", "systemd", "--out", files.toString())).as(err.toString()).isZero();
        assertThat(plan(host, "--emit", "script", "--out", files.toString())).as(err.toString()).isZero();
        return files;
    }

    private static void requireGolden(final Path files, final String host) throws IOException
    {
        for (final String file : FILES)
        {
            try (InputStream golden = PlanEmissionTest.class.getResourceAsStream(host + "/" + file))
            {
                assertThat(files.resolve(file)).as("%s of %s", file, host)
                    .hasContent(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void shouldLaunchATwoCoreHostWithTheJvmOnOneAndTheNodeOnTheOther() throws IOException
    {
        requireGolden(emitted(twoCores()), "two-cores");
    }

    @Test
    void shouldLaunchADualXeonOnHousekeepingCoresOfBothSocketsWithMemoryNextToTheCriticalNodes() throws Exception
    {
        requireGolden(emitted(CapturedRoots.unpack("socket-major", directory)), "dual-8380");
    }

    @Test
    void shouldWriteUnitsThatSystemdUnderstands() throws Exception
    {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze: units not verified");
        final Path files = emitted(twoCores());
        final Path service = files.resolve("packetflow.service");
        // What it starts is not installed where tests run.
        Files.writeString(service, Files.readString(service).replace("/opt/packetflow/bin/packetflow-service",
            "/bin/true"));

        for (final String unit : FILES.subList(0, 2))
        {
            final Process verify = new ProcessBuilder("/usr/bin/systemd-analyze", "verify",
                files.resolve(unit).toString()).redirectErrorStream(true).start();
            final String messages = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verify.waitFor()).as(messages).isZero();
            assertThat(messages).as(unit).doesNotContain("packetflow");
        }
    }

    @Test
    void shouldWriteAScriptThatTheShellUnderstandsAndRedirectIt() throws Exception
    {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the script is one of bash");
        final Path script = emitted(twoCores()).resolve("packetflow.sh");
        out.getBuffer().setLength(0);

        assertThat(plan(twoCores(), "--emit", "script")).isZero();

        assertThat(script).isExecutable().hasContent(out.toString());
        assertThat(new ProcessBuilder("/bin/bash", "-n", script.toString()).start().waitFor()).isZero();
    }

    @Test
    void shouldKeepTheOptionsOfThePlanAndSaveTheSamePlan() throws IOException
    {
        final Path saved = directory.resolve("plan.properties");

        assertThat(plan(twoCores(), "--emit", "env", "--plan", "two-nodes", "--live-orders", "stop=adopt", "-c",
            "packetflow.stall.limit=20ms", "--save", saved.toString())).as(err.toString()).isZero();

        assertThat(out.toString()).contains("PACKETFLOW_PINNED=\"0-1\"\n",
            "# This plan leaves no CPU to the JVM, whose threads will interrupt nodes for milliseconds.\n",
            "PACKETFLOW_OPTIONS=\"-c packetflow.plan=two-nodes -c packetflow.stall.limit=20ms " +
                "-c packetflow.group.df.cores=0-1 --live-orders stop=adopt,failure=adopt,promotion=adopt\"\n");
        assertThat(saved).content().contains("node.1.cpu=");
    }

    @Test
    void shouldNotWriteOverAFileThatWasChanged() throws IOException
    {
        final Path files = emitted(twoCores());
        Files.writeString(files.resolve("packetflow.env"), "PACKETFLOW_PINNED=1\n");

        assertThat(plan(twoCores(), "--emit", "systemd", "--out", files.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("packetflow.env is there already with another content; move it away");
        assertThat(files.resolve("packetflow.env")).hasContent("PACKETFLOW_PINNED=1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--out x | 2 | --out says where the files of --emit go; add --emit systemd, env or script",
        "--emit docker | 2 | Invalid value for option '--emit'",
        "--emit env -c packetflow.threading=shared | 2 | packetflow.threading=shared nodes have none",
        "--emit env -c packetflow.output.dir=a$b | 2 | has characters that a unit and a shell read differently: 'a$b'",
        "--emit env -c packetflow.group.df.cores=3 | 4 | no core plan"})
    void shouldRefuseWhatCannotBeLaunched(final String arguments, final int exitCode, final String message)
        throws IOException
    {
        assertThat(plan(twoCores(), arguments.split(" ", -1))).isEqualTo(exitCode);

        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }
}
