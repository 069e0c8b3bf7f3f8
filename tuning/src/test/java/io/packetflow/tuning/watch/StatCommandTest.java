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
package io.packetflow.tuning.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.telemetry.CountersFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code packetflow stat} as a user would, on files as engines write them. */
class StatCommandTest
{
    private static final int VERSION_OFFSET = 8;
    private static final int PID_OFFSET = 16;
    private static final int FIRST_LABEL_LENGTH_OFFSET = 4_096 + 128;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void before()
    {
        path = directory.resolve("run/counters.dat");
    }

    private int stat(final String... arguments)
    {
        final List<String> all =
            new ArrayList<>(List.of("stat", "-c", "packetflow.counters.file=" + path, "--once"));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), false), all.toArray(String[]::new));
    }

    @Test
    void shouldFindTheOnlyEngineThatRunsAndShowAllOfIt()
    {
        CountersFile.create(path.resolveSibling("old.dat")).close();
        try (CountersFile file = CountersFixture.running(path))
        {
            assertThat(file.path()).isEqualTo(path);
            assertThat(stat()).isEqualTo(ExitCode.OK);
        }

        assertThat(out.toString()).contains("engine   M, process " + ProcessHandle.current().pid() + ", started ",
            "file     " + path + ", version 1", "state    RUNNING, last sign of life ", "173,477", "###....... 25%",
            "46,186,178", "not pinned", "appended, epoch 332", "OrderRouter: orders sent", "shop: parcels",
            "queue behind the journal: instances behind", "tick to trade").doesNotContain("refusals lost", "\u001b");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldSayWhereItLookedWhereNoEngineRuns()
    {
        assertThat(stat()).isEqualTo(ExitCode.HOST);
        assertThat(err.toString()).startsWith("packetflow: no engine runs: the directory " + path.getParent() +
            ", in which its counters file would be, does not exist; start one with 'packetflow trade'");

        CountersFixture.running(path).close();
        assertThat(stat()).isEqualTo(ExitCode.HOST);
        assertThat(err.toString()).startsWith("packetflow: no engine runs: no counters file (*.dat) in " +
            path.getParent() + ", or directly below it, is that of one; ").contains("Engines that have ended left " +
            "these, which can be named too:", path + "  process ", ", molecule M");
    }

    @Test
    void shouldListSeveralEnginesAndAskWhich()
    {
        final Path other = directory.resolve("run/second/counters.dat");
        try (CountersFile one = CountersFixture.running(path); CountersFile two = CountersFixture.running(other))
        {
            assertThat(stat()).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).startsWith("packetflow: several engines run; name the file of one of them:")
                .contains("  " + one.path() + "  process ", "  " + two.path() + "  process ");
            assertThat(stat(other.toString())).isEqualTo(ExitCode.OK);
            assertThat(stat(other.getParent().toString())).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("file     " + other);
        }
    }

    @Test
    void shouldShowTheLastValuesOfAnEngineThatEndedOrDied() throws IOException
    {
        final byte[] image;
        try (CountersFile file = CountersFixture.running(path))
        {
            image = Files.readAllBytes(file.path());
        }
        assertThat(stat(path.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("state    ENDED at ", "173,477");

        Files.write(path, image);
        poke(PID_OFFSET, 1 << 30);
        assertThat(stat(path.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("state    DEAD: process 1073741824 is gone ", "173,477");
    }

    @Test
    void shouldRefuseAFileThatIsMissingCutForeignOrDamaged() throws IOException
    {
        assertThat(stat(directory.resolve("none").toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).startsWith("packetflow: there is no counters file " + directory.resolve("none"));

        final Path text = Files.writeString(directory.resolve("text.dat"), "hello".repeat(2_000));
        assertThat(stat(text.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains(text + " is no counters file: it begins with other bytes");

        CountersFixture.running(path).close();
        final byte[] sound = Files.readAllBytes(path);
        poke(FIRST_LABEL_LENGTH_OFFSET, -5);
        assertThat(stat(path.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains(path + " is damaged at counter 0: its label has the length -5");

        Files.write(path, sound);
        poke(VERSION_OFFSET, 2);
        assertThat(stat(path.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains(path + " has version 2, but this program reads version 1");

        Files.write(path, java.util.Arrays.copyOf(sound, 10_000));
        assertThat(stat(path.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains(path + " is cut: 10000 of ");
        assertThat(out.toString()).isEmpty();
    }

    private void poke(final int offset, final int value) throws IOException
    {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE))
        {
            final ByteBuffer word = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value);
            assertThat(channel.write(word, offset)).isEqualTo(4);
        }
    }

    @Test
    void shouldShowOnlyWhatIsAskedFor()
    {
        try (CountersFile file = CountersFixture.running(path))
        {
            assertThat(stat("--type", "nodes,10001", file.path().toString())).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("duty cycles", "shop: parcels").doesNotContain("cursor", "journal");

            assertThat(stat("--label", "orders (sent|refused)")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("OrderRouter: orders sent").doesNotContain("cursor", "duty cycles");

            assertThat(stat("--label", "nothing at all")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("no counter is shown: --type or --label fit none of the ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--type rnigs | --type has no 'rnigs': did you mean 'rings'?",
        "--type zzzzzzzz | --type has no 'zzzzzzzz'; there are molecule, rings, stages, nodes, journal, queue, ",
        "--label a( | --label takes a regular expression: 'a(': Unclosed group",
        "--interval 5 | --interval must be a duration such as",
        "--interval 1ms | --interval must be from 100ms to 1h: '1ms'",
        "--format xml | Invalid value for option '--format'"})
    void shouldRefuseWhatMakesNoSense(final String arguments, final String message)
    {
        assertThat(stat(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldPrintOneJsonObjectALine() throws IOException
    {
        try (CountersFile file = CountersFixture.running(path))
        {
            assertThat(stat("--format", "json", file.path().toString())).isEqualTo(ExitCode.OK);
        }

        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString()).contains("\"pid\":" + ProcessHandle.current().pid(), "\"alive\":true",
            "\"closed\":null", "{\"type\":331,\"kind\":\"rings\",\"owner\":\"M\",\"name\":\"slots published\"," +
            "\"value\":173477}", "{\"type\":10001,\"kind\":\"other\",\"owner\":\"\",\"name\":\"shop: parcels\"," +
            "\"value\":12}");
        int objects = 0;
        try (JsonParser parser = new JsonFactory().createParser(out.toString()))
        {
            while (parser.nextToken() != null)
            {
                objects += parser.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
            }
        }
        assertThat(objects).isGreaterThan(20);
    }
}
