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
package io.packetflow.tuning.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.tuning.watch.CountersFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code packetflow export} as a user would. */
class ExportCommandTest
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int export(final String... arguments)
    {
        final List<String> all = new ArrayList<>(
            List.of("export", "-c", "packetflow.counters.file=" + directory.resolve("run/counters.dat")));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), false), all.toArray(String[]::new));
    }

    @Test
    void shouldPrintEveryCounterOfAnEngineOnce()
    {
        final Path path = directory.resolve("run/counters.dat");
        try (CountersFile file = CountersFixture.running(path))
        {
            assertThat(export("--once")).isEqualTo(ExitCode.OK);
            assertThat(file.path()).isEqualTo(path);
        }

        final String all = out.toString();
        final String molecule = "{engine=\"counters\",molecule=\"M\"";
        assertThat(all.lines().filter(line -> !line.startsWith("#"))).doesNotHaveDuplicates().contains(
            "packetflow_up{engine=\"counters\"} 1", "packetflow_reactor_state" + molecule + "} 1",
            "packetflow_ring_depth_slots" + molecule + ",ring=\"M\"} 64",
            "packetflow_stage_instances_completed_total" + molecule + ",stage=\"0\",packets=\"a, b\"} 173413",
            "packetflow_node_cpu" + molecule + ",node=\"df\"} -1",
            "packetflow_journal_lag_instances" + molecule + ",journal=\"journal\",to=\"disk\"} 0",
            "packetflow_longest_stall_seconds" + molecule + "} 3.11E-7",
            "packetflow_latency_seconds" + molecule + ",series=\"tick to trade\",quantile=\"0.99\"} 3.44E-7",
            "packetflow_latency_seconds_count" + molecule + ",series=\"tick to trade\"} 340",
            "packetflow_packet_count" + molecule + ",packet=\"OrderRouter\",count=\"orders sent\"} 4461",
            "packetflow_counter" + molecule + ",type_id=\"10001\",label=\"shop: parcels\"} 12");
        assertThat(all.lines().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates()
            .hasSize(Metric.values().length);
        assertThat(all).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void shouldSayThatAnEngineIsDownWhereNoneRuns()
    {
        assertThat(export("--once")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).endsWith("packetflow_up{engine=\"\"} 0\n");

        assertThat(export("--once", directory.resolve("later.dat").toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).endsWith("packetflow_up{engine=\"later\"} 0\n");

        CountersFixture.running(directory.resolve("ended.dat")).close();
        assertThat(export("--once", directory.resolve("ended.dat").toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(3).last().isEqualTo("packetflow_up{engine=\"ended\"} 0");
    }

    @Test
    void shouldExportAllEnginesOfADirectoryUnderNamesOfTheirOwn()
    {
        try (CountersFile one = CountersFixture.running(directory.resolve("run/counters.dat"));
            CountersFile two = CountersFixture.running(directory.resolve("run/b/counters.dat")))
        {
            assertThat(export("--once", directory.resolve("run").toString())).isEqualTo(ExitCode.OK);
            assertThat(List.of(one.path(), two.path())).doesNotHaveDuplicates();
        }

        assertThat(out.toString().lines()).contains(
            "packetflow_up{engine=\"b/counters\"} 1", "packetflow_up{engine=\"counters\"} 1");
        assertThat(out.toString().lines().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999", "-1", "http", "", "1.2.3.4:", "::1:9404", "a:b:9404", "[::1]"})
    void shouldRefuseAnAddressThatIsNone(final String address)
    {
        assertThat(export("--prometheus=" + address)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--prometheus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9404", ":9404", "127.0.0.1:9404"})
    void shouldAnswerThisHostAloneUnlessItIsToldAnotherOne(final String address)
    {
        assertThat(ListenAddress.parse(address).getAddress().isLoopbackAddress()).isTrue();
        assertThat(ListenAddress.parse(address).getPort()).isEqualTo(9404);
        assertThat(ListenAddress.parse("[::1]:0").getAddress().isLoopbackAddress()).isTrue();
        assertThat(ListenAddress.parse("0.0.0.0:80").getAddress().isAnyLocalAddress()).isTrue();
    }

    @Test
    void shouldSayThatAPortIsTaken() throws IOException
    {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            assertThat(export("--prometheus", Integer.toString(taken.getLocalPort()))).isEqualTo(ExitCode.HOST);

            assertThat(err.toString()).startsWith("packetflow: cannot listen on 127.0.0.1:" + taken.getLocalPort() +
                ": ").contains("choose another one with --prometheus");
        }
    }

    @Test
    void shouldRefuseAFileThatIsNoCountersFile() throws IOException
    {
        final Path text = Files.writeString(directory.resolve("text.dat"), "hello".repeat(2_000));

        assertThat(export("--once", text.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains(text + " is no counters file");
    }
}
