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
package io.packetflow.trading.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateCommandTest
{
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldWriteAFeedAndSayWhere() throws IOException
    {
        final Path file = directory.resolve("day.itch50");

        assertThat(run("--messages", "20000", "--seed", "7", "--out", file.toString(), "--symbols", "10")).isZero();

        assertThat(Files.size(file)).isGreaterThan(20_000 * 20);
        assertThat(out.toString()).contains("day.itch50").contains("20,000 messages");
    }

    @Test
    void shouldReplaceAFileOnlyWhenForced() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("kept"), "precious");

        assertThat(run("--messages", "1000", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--force");
        assertThat(Files.readString(file)).isEqualTo("precious");

        assertThat(run("--messages", "1000", "--out", file.toString(), "--force")).isZero();
        assertThat(Files.size(file)).isGreaterThan(1_000);
    }

    @Test
    void shouldRefuseWrongUsage()
    {
        final String file = directory.resolve("never").toString();

        assertThat(run("--messages", "0", "--out", file)).isEqualTo(2);
        assertThat(err.toString()).contains("messages=0");
        assertThat(run("--out", file)).isEqualTo(2);
        assertThat(run("--messages", "many", "--out", file)).isEqualTo(2);
        assertThat(run("--messages", "10", "--out", file, "--start", "25:00")).isEqualTo(2);
        assertThat(err.toString()).contains("--start takes a time of day such as 09:30:00: '25:00'");
        assertThat(run("--messages", "10", "--out", file, "--bursts", "96")).isEqualTo(2);
        assertThat(run("--messages", "10", "--out", directory.toString())).isEqualTo(2);
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void shouldReportWhatTheHostCannotDo()
    {
        assertThat(run("--messages", "1000", "--out", directory.resolve("no/such/place").toString())).isEqualTo(4);
        assertThat(err.toString()).contains("cannot write").contains("place: no such file or directory; check");
    }

    @Test
    void shouldExplainItself()
    {
        assertThat(run("-h")).isZero();
        assertThat(out.toString()).contains("--messages", "--seed", "--live-orders", "Exit codes");
    }

    private int run(final String... arguments)
    {
        final String[] command = new String[arguments.length + 1];
        command[0] = "simulate";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true), command);
    }
}
