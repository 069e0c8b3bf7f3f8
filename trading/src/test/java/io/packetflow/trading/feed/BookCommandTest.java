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
package io.packetflow.trading.feed;

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

class BookCommandTest
{
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintTheSummaryAndEndWithZero()
    {
        assertThat(execute(RecordedData.aapl().toString())).isZero();

        assertThat(out.toString()).contains("10,000 messages", "56,086 shares", "18,007,739.13 USD", "215");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldReportACutFileUpToTheCutAndEndWithThree()
    {
        final Path file = RecordedData.file("itch50/head4096_truncated.itch50");

        assertThat(execute(file.toString())).isEqualTo(3);

        assertThat(out.toString()).contains("101 messages");
        assertThat(err.toString()).contains("the message whose length stands at byte 4081 is not whole");
    }

    @Test
    void shouldReportAFileThatHoldsNoMessageAndEndWithThree() throws IOException
    {
        final Path zeros = Files.write(folder.resolve("zeros"), new byte[100]);
        final Path garbage = Files.write(folder.resolve("garbage"), new byte[]{0, 1, '?', 0, 1, '?'});

        assertThat(execute(zeros.toString())).isEqualTo(3);
        assertThat(execute(garbage.toString())).isEqualTo(3);

        assertThat(out.toString()).contains("98 bytes stand behind the end of session", "of unknown type: ? 2");
        assertThat(err.toString()).contains("it begins with the end of its session", "none of its 2 frames");
    }

    @Test
    void shouldReportADayThatHasNotBegunToTrade()
    {
        assertThat(execute(RecordedData.file("itch50/head1000_20191230.itch50").toString())).isZero();

        assertThat(out.toString()).contains("1,000 messages", "stock directory                     993",
            "no symbol has orders");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldEndWithThreeWhereTheFeedCannotBeRead() throws IOException
    {
        final Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(execute(folder.toString())).isEqualTo(3);
        assertThat(execute(folder.resolve("missing").toString())).isEqualTo(3);
        assertThat(execute(empty.toString())).isEqualTo(3);

        assertThat(err.toString()).contains("is a directory", "does not exist", "is empty");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldEndWithTwoWhereTheCommandLineIsWrong()
    {
        assertThat(execute()).isEqualTo(2);
        assertThat(execute(RecordedData.aapl().toString(), "--symbol", "NONE")).isEqualTo(2);
        assertThat(err.toString()).contains("has no symbol NONE. It has AAPL.");
    }

    @Test
    void shouldEndWithFourWhereTheLinesCannotBeWritten()
    {
        final Path nowhere = folder.resolve("no").resolve("bbo.csv");

        assertThat(execute(RecordedData.aapl().toString(), "--bbo", nowhere.toString())).isEqualTo(4);

        assertThat(err.toString()).contains("cannot write " + nowhere + ": no such file or directory; check");
    }

    @Test
    void shouldExplainItself()
    {
        assertThat(execute("--help")).isZero();

        assertThat(out.toString()).contains("--bbo", "--symbol", "msgIndex,tsNanos,bidPx,bidQty,askPx,askQty");
    }

    private int execute(final String... arguments)
    {
        final String[] command = new String[arguments.length + 1];
        command[0] = "book";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true), command);
    }
}
