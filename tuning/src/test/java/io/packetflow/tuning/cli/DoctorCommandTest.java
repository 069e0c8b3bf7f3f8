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
package io.packetflow.tuning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.tuning.doctor.SyntheticRoot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code packetflow doctor} as a user would. */
class DoctorCommandTest
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int run(final String... arguments)
    {
        final List<String> all = new ArrayList<>(List.of("doctor"));
        all.addAll(List.of(arguments));
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), true), all.toArray(String[]::new));
    }

    private String root(final SyntheticRoot files) throws IOException
    {
        return files.write(Files.createDirectories(directory.resolve("host"))).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--cpus 2 --plan x | --cpus and --plan both say where threads spin; give one of them",
        "--cpus two | --cpus is not a CPU list: 'two'",
        "--root /nowhere/at/all | no directory /nowhere/at/all; --root names one that holds sys and proc of a host",
        "--root /tmp --active 5 | --active measures this host, and --root names another",
        "--active 0 | --active is a number of seconds from 1 to 60: '0'",
        "--only X99 | no check 'X99'; packetflow doctor --list shows all",
        "--category disk | no category 'disk'; write one of journal, jvm, kernel",
        "--plan /nowhere/plan | no plan /nowhere/plan; packetflow plan --grouping G --save FILE writes one",
        "--profile holiday | Invalid value for option '--profile'"})
    void shouldRefuseWhatMakesNoSense(final String arguments, final String message)
    {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldRefuseDataThatAreNone() throws IOException
    {
        final Path plan = Files.writeString(directory.resolve("plan"), "spin on everything\n");
        Files.createFile(directory.resolve("sysfs.tar.gz"));

        assertThat(run("--plan", plan.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(run("--root", directory.toString())).isEqualTo(ExitCode.BAD_DATA);

        assertThat(err.toString()).contains("line 1: no '=' in 'spin on everything'", "holds neither sys nor proc",
            "unpack it first: mkdir host && tar xzf");
    }

    @Test
    void shouldPassATunedHostWithinAHundredColumns() throws IOException
    {
        assertThat(run("--root", root(new SyntheticRoot()), "--cpus", "2-3", "--verbose")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Kernel and CPU isolation", "\nverdict: fit for production\n",
            "130 checks: ", " 0 warn, 0 fail,");
        assertThat(out.toString().lines().filter(line -> !line.contains(directory.toString())))
            .allMatch(line -> line.length() <= 100);
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void shouldBeInconclusiveAboutACaptureThatLacksWhatCouldFail() throws IOException
    {
        assertThat(run("--root", root(new SyntheticRoot().file("proc/swaps", null)), "--cpus", "2-3"))
            .isEqualTo(ExitCode.INCONCLUSIVE);

        assertThat(out.toString()).contains("no /proc/swaps in the capture",
            "verdict: inconclusive: no answer from M06");
    }

    @Test
    void shouldSayThatAPlanIsOutsideOfTheCpuset() throws IOException
    {
        final String root =
            root(new SyntheticRoot().file("sys/fs/cgroup/engine/cpuset.cpus.effective", "0-2"));

        assertThat(run("--root", root, "--cpus", "2-3")).isEqualTo(ExitCode.VERDICT_AGAINST);

        assertThat(out.toString()).contains("threads may be pinned to CPU 0-2 only, not to the planned 3",
            "T13   AllowedCPUs= of the unit");
    }

    @Test
    void shouldReadThePlanThatThePlanCommandSaves() throws IOException
    {
        final String root = root(new SyntheticRoot());
        final Path plan = directory.resolve("plan.properties");
        assertThat(PacketFlowMain.run(new Terminal(new PrintWriter(out), new PrintWriter(err), true),
            "plan", "--grouping", "fused", "--plan", "one-node", "--topology", root, "--save", plan.toString()))
            .isEqualTo(ExitCode.OK);

        assertThat(run("--root", root, "--plan", plan.toString(), "--only", "T*")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains(plan.getFileName() + ")").contains("PASS     T16");
    }

    @Test
    void shouldTellProgramsTheSame() throws IOException
    {
        final String root = root(new SyntheticRoot().file("proc/swaps", "head\n/dev/sda3 partition 1 0 -2"));

        assertThat(run("--root", root, "--cpus", "2-3", "--format", "json", "--verbose"))
            .isEqualTo(ExitCode.VERDICT_AGAINST);

        final Map<String, String> statuses = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(out.toString()))
        {
            String id = "";
            while (json.nextToken() != null)
            {
                if (json.currentToken() == JsonToken.VALUE_STRING && "id".equals(json.currentName()))
                {
                    id = json.getText();
                }
                else if (json.currentToken() == JsonToken.VALUE_STRING && "status".equals(json.currentName()))
                {
                    statuses.put(id, json.getText());
                }
            }
        }
        assertThat(statuses).hasSize(130).containsEntry("M06", "fail").containsEntry("K01", "pass")
            .containsEntry("V01", "skip").containsEntry("P12", "unknown");
        assertThat(out.toString()).contains("\"exit_code\" : 1", "\"path\" : \"/proc/swaps\"");
    }

    @Test
    void shouldListAndSelectChecks()
    {
        assertThat(run("--list", "--only", "K*", "--skip", "K01")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines()).hasSize(2 + 29).anyMatch(line -> line.startsWith("K02  kernel    fail"));
    }

    @Test
    void shouldWriteRemediesThatShellAndSystemdAccept() throws Exception
    {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the script is one of bash");
        final String root = root(new SyntheticRoot().file("proc/sys/vm/stat_interval", "1")
            .file("sys/devices/system/cpu/isolated", "").file("proc/irq/default_smp_affinity", "f"));
        final Path fix = directory.resolve("fix");

        assertThat(run("--root", root, "--cpus", "2-3", "--fix-script", fix.toString()))
            .isEqualTo(ExitCode.VERDICT_AGAINST);
        assertThat(run("--root", root, "--cpus", "2-3", "--fix-script", fix.toString())).as("written again")
            .isEqualTo(ExitCode.VERDICT_AGAINST);

        assertThat(fix.resolve("kernel-cmdline.txt")).hasContent(
            "isolcpus=managed_irq,domain,2-3 irqaffinity=0-1");
        assertThat(fix.resolve("sysctl.d/90-packetflow.conf")).content().contains("-vm.stat_interval = 10\n");
        assertThat(fix.resolve("tuned/packetflow/tuned.conf")).content()
            .contains("isolated_cores=2-3", "cmdline_packetflow=isolcpus=managed_irq,domain,2-3 irqaffinity=0-1");
        assertThat(fix.resolve("apply.sh")).isExecutable().content()
            .contains("put '/proc/sys/vm/stat_interval' '10' K13");
        assertThat(exitCode("/bin/bash", "-n", fix.resolve("apply.sh").toString())).isZero();
        assertThat(exitCode("/bin/bash", fix.resolve("apply.sh").toString())).as("a dry run").isZero();
        assertThat(exitCode("/bin/bash", fix.resolve("apply.sh").toString(), "--now")).as("usage").isEqualTo(2);
        if (Files.isExecutable(Path.of("/usr/bin/shellcheck")))
        {
            assertThat(exitCode("/usr/bin/shellcheck", fix.resolve("apply.sh").toString())).isZero();
        }
        final Path service = fix.resolve("systemd/packetflow.service");
        // What it starts is not installed where tests run.
        Files.writeString(service,
            Files.readString(service).replace("/opt/packetflow/bin/packetflow-service", "/bin/true"));
        if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze")))
        {
            assertThat(exitCode("/usr/bin/systemd-analyze", "verify", service.toString())).isZero();
            assertThat(exitCode("/usr/bin/systemd-analyze", "verify",
                fix.resolve("systemd/packetflow-engine.slice").toString())).isZero();
        }
    }

    private int exitCode(final String... command) throws IOException, InterruptedException
    {
        return new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile()).start().waitFor();
    }

    @Test
    void shouldNotWriteRemediesAmongOtherFiles() throws IOException
    {
        Files.createFile(Files.createDirectories(directory.resolve("full")).resolve("letter"));

        assertThat(run("--root", root(new SyntheticRoot()), "--cpus", "2-3", "--fix-script",
            directory.resolve("full").toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("holds other files");
        assertThat(directory.resolve("full")).isDirectoryContaining("glob:**/letter");
    }

    @Test
    void shouldExamineThisHostAndThisProcessAndMeasure()
    {
        assumeTrue(Files.isDirectory(Path.of("/sys/devices/system/cpu")), "this host has no sysfs");

        final int exitCode = run("--cpus", "0", "--pid", String.valueOf(ProcessHandle.current().pid()), "--active", "1",
            "--profile", "dev", "--format", "json");

        assertThat(exitCode).isIn(ExitCode.OK, ExitCode.VERDICT_AGAINST, ExitCode.INCONCLUSIVE);
        assertThat(err.toString()).contains("counting interrupts and switches of process", "reading the clock")
            .doesNotContain("defect", "\tat ");
        assertThat(out.toString()).contains("System.nanoTime() takes ");
    }

    @Test
    void shouldSpinOnAPinnedCpuWhereNoEngineRuns()
    {
        assumeTrue(Files.isDirectory(Path.of("/sys/devices/system/cpu")), "this host has no sysfs");

        run("--cpus", "0", "--active", "1", "--category", "probes", "--journal", directory.toString(), "--verbose");

        assertThat(err.toString()).contains("spinning on CPU 0 for 1.0 s", "syncing appends in " + directory);
        assertThat(out.toString()).contains("appends of 4 KiB with sync", "V02");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldSayThatThereIsNoSuchProcess()
    {
        assertThat(run("--pid", "999999999")).isEqualTo(ExitCode.HOST);

        assertThat(err.toString()).contains("no process 999999999 on this host");
    }
}
