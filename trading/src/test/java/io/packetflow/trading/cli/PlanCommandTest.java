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
package io.packetflow.trading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldPrintBothPlansOfACapturedHost() throws IOException
    {
        final CommandRun run = CommandRun.in(directory, "plan", "--topology", host(8).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("grouping fused", "grouping strict", "Molecule TradingEngine: 8 packets",
            "AlgorithmicTrader", "CF:br", "Barriers", "Slot", "Cores");
        assertThat(run.out().lines().filter(line -> line.startsWith("Rules: the cores fit"))).hasSize(2);
    }

    @Test
    void shouldPrintOnePlanWhereAGroupingIsNamed() throws IOException
    {
        final CommandRun run = CommandRun.in(directory, "plan", "--topology", host(8).toString(), "--grouping",
            "unfused", "--plan", "two-nodes", "--show-code");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 node(s), grouping unfused", "package io.packetflow.generated;")
            .doesNotContain("grouping fused", "grouping strict");
    }

    @Test
    void shouldPlanForThisHost()
    {
        assertThat(CommandRun.in(directory, "plan", "--host", "--plan", "one-node", "--grouping", "fused").out())
            .contains("1 node(s), grouping fused", "Live orders: stop=cancel, failure=adopt, promotion=adopt\n");
        assertThat(CommandRun.in(directory, "plan", "--grouping", "fused", "--live-orders", "failure=cancel").out())
            .contains("Live orders: stop=cancel, failure=cancel, promotion=adopt\n");
    }

    @Test
    void shouldListWhyThereIsNoPlan() throws IOException
    {
        final CommandRun run = CommandRun.in(directory, "plan", "--topology", host(1).toString(),
            "--plan", "two-nodes", "--grouping", "fused", "-c", "packetflow.threading=dedicated");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("no core plan (1 violation)", "2 spinning nodes is wanted, there are 1 cores");
        assertThat(run.out()).contains("No plan with grouping fused.");
    }

    @Test
    void shouldRefuseADirectoryThatIsNoHost()
    {
        final CommandRun run = CommandRun.in(directory, "plan", "--topology", directory.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("not a topology; name a directory that holds sys/devices/system/cpu");
        assertThat(CommandRun.in(directory, "plan", "--host", "--topology", "x").exitCode()).isEqualTo(2);
    }

    /** A host of one socket without hyper-threads. */
    private Path host(final int cores) throws IOException
    {
        final Path root = Files.createTempDirectory(directory, "host");
        final Path cpus = Files.createDirectories(root.resolve("sys/devices/system/cpu"));
        final String all = cores == 1 ? "0" : "0-" + (cores - 1);
        for (final String list : new String[]{"online", "possible", "present"})
        {
            Files.writeString(cpus.resolve(list), all + "\n");
        }
        for (int cpu = 0; cpu < cores; cpu++)
        {
            final Path topology = Files.createDirectories(cpus.resolve("cpu" + cpu + "/topology"));
            Files.writeString(topology.resolve("physical_package_id"), "0\n");
            Files.writeString(topology.resolve("core_id"), cpu + "\n");
            Files.writeString(topology.resolve("thread_siblings_list"), cpu + "\n");
            Files.writeString(topology.resolve("core_cpus_list"), cpu + "\n");
            Files.writeString(topology.resolve("package_cpus_list"), all + "\n");
            Files.writeString(topology.resolve("core_siblings_list"), all + "\n");
        }
        return root;
    }
}
