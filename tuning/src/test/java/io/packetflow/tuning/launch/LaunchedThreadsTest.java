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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launches with what {@code packetflow plan --emit} wrote for this host, and looks where each thread is. */
class LaunchedThreadsTest
{
    /** The kernel keeps 15 characters of "TradingEngine-" and the node's name. */
    private static final String NODE_THREAD = "TradingEngine-d";
    private static final String GATE_OPEN = "plan: ";
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();

    private Path file(final String name)
    {
        return directory.resolve(name);
    }

    private CorePlan emit(final String form)
    {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "no /proc: nobody says where threads are");
        final int exitCode = PacketFlowMain.run(new Terminal(new PrintWriter(new StringWriter()),
            new PrintWriter(err), true), "plan", "--emit", form, "--plan", "one-node", "--out",
            file(form).toString(), "--save", file("plan").toString());
        assertThat(exitCode).as(err.toString()).isZero();
        try
        {
            return CorePlan.fromProperties(Files.readString(file("plan")));
        }
        catch (final IOException e)
        {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shouldPutEachThreadWhereThePlanSaysWithTheEmittedScript() throws Exception
    {
        final CorePlan plan = emit("script");

        requirePlaces(plan, launch(List.of("/bin/bash", file("script").resolve("packetflow.sh").toString())));
    }

    @Test
    void shouldPutEachThreadWhereThePlanSaysWithTheCommandLineOfTheUnit() throws Exception
    {
        final CorePlan plan = emit("systemd");
        final String unit = Files.readString(file("systemd").resolve("packetflow.service"));

        // What systemd does with CPUAffinity= and EnvironmentFile=, which a shell reads alike.
        requirePlaces(plan, launch(List.of("taskset", "-c", key(unit, "CPUAffinity"), "/bin/bash", "-c",
            "set -a; . \"$1\"; PACKETFLOW_JOURNAL=$2; shift 2; exec /bin/bash \"$@\"", "bash",
            file("systemd").resolve("packetflow.env").toString(), file("journal").toString(),
            file("home").resolve("bin/packetflow-service").toString(),
            key(unit, "ExecStart").replaceFirst("\\S+ ", ""))));
    }

    private static String key(final String unit, final String name)
    {
        return unit.lines().filter(line -> line.startsWith(name + "=")).findFirst().orElseThrow()
            .substring(name.length() + 1);
    }

    private Process launch(final List<String> starter) throws IOException
    {
        final Path home = Installation.make(file("home"));
        final List<String> command = new ArrayList<>(starter);
        command.addAll(List.of("--messages", "1000000", "--rate", "1k", "--out", file("out").toString(),
            "-c", "packetflow.warmup=off", "-c", "packetflow.cores.reserve=off",
            "-c", "packetflow.control.dir=" + file("control"), "-c", "packetflow.counters.file=" + file("counters")));
        final ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
            .redirectOutput(file("stdout").toFile()).redirectError(file("stderr").toFile());
        builder.environment().put("PACKETFLOW_HOME", home.toString());
        builder.environment().put("PACKETFLOW_JOURNAL", file("journal").toString());
        builder.environment().put("PACKETFLOW_NICE", "");
        builder.environment().put("XDG_CACHE_HOME", file("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private void requirePlaces(final CorePlan plan, final Process engine) throws Exception
    {
        try
        {
            awaitOpenGate(engine);
            int nodeThreads = 0;
            for (final Task task : Task.of(new HostView(Path.of("/")), engine.pid()))
            {
                if (task.stat().name().equals(NODE_THREAD))
                {
                    nodeThreads++;
                    assertThat(plan.assignments().stream().map(CoreAssignment::cpu)).as(task.stat().name())
                        .contains(task.allowed().first());
                    assertThat(task.allowed().size()).as(task.stat().name()).isEqualTo(1);
                }
                else
                {
                    assertThat(task.allowed()).as(task.stat().name()).isEqualTo(
                        plan.housekeeping().isEmpty() ? plan.spinning() : plan.housekeeping());
                }
            }
            assertThat(nodeThreads).isEqualTo(1);
            engine.destroy();
            assertThat(engine.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends when it is asked").isTrue();
            assertThat(engine.exitValue()).as(Files.readString(file("stderr"))).isZero();
        }
        finally
        {
            engine.destroyForcibly();
        }
    }

    private void awaitOpenGate(final Process engine) throws Exception
    {
        final long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Files.readString(file("stderr")).lines().noneMatch(line -> line.startsWith(GATE_OPEN)))
        {
            assertThat(engine.isAlive() && System.nanoTime() < limit).as(Files.readString(file("stderr"))).isTrue();
            engine.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }
}
