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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.packetflow.ringbuffers.share.SharedTableReader;
import io.packetflow.ringbuffers.share.SharedTableWriter;
import io.packetflow.ringbuffers.share.SharedView;
import io.packetflow.ringbuffers.share.TableOrigin;
import io.packetflow.ringbuffers.share.TableProgress;
import io.packetflow.ringbuffers.share.TableSchema;
import io.packetflow.trading.ChildProgram;
import io.packetflow.trading.positions.AccountRow;
import io.packetflow.trading.positions.PositionRow;
import io.packetflow.trading.positions.PositionSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionsCommandTest
{
    @TempDir
    private Path directory;

    private String path(final String name)
    {
        return directory.resolve(name).toString();
    }

    private CommandRun trade(final int messages)
    {
        return CommandRun.in(directory, "trade", "--messages", Integer.toString(messages), "--symbols", "20", "--seed",
            "3", "--journal", path("journal"), "--live-orders", "stop=adopt");
    }

    private void trade(final Path feed)
    {
        final CommandRun run = CommandRun.in(directory, "trade", "--feed", feed.toString(), "--journal",
            path("journal"), "--live-orders", "stop=adopt");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private CommandRun publish()
    {
        return CommandRun.in(directory, "positions", "publish", path("journal"), path("table"));
    }

    private SharedView view() throws IOException
    {
        try (SharedTableReader reader = SharedTableReader.open(directory.resolve("table"), PositionSchema.READING))
        {
            return reader.read();
        }
    }

    /** The run's own report says orders, notional and fills; recovery's replay says the same of each symbol. */
    @Test
    void shouldHoldWhatTheEngineHolds() throws IOException
    {
        final CommandRun run = trade(20_000);
        final CommandRun publish = publish();
        final SharedView view = view();
        final List<PositionRow> rows = PositionsText.positions(view);
        final AccountRow account = PositionsText.accounts(view).get(0);

        assertThat(publish.exitCode()).as(publish.err()).isZero();
        assertThat(rows).isNotEmpty();
        assertThat(run.out()).contains(
            String.format(Locale.ROOT, "%,d orders worth %,.2f USD", account.openOrders(),
                BigDecimal.valueOf(account.openNotionalE4(), 4)),
            String.format(Locale.ROOT, "%,d traded, %,d not flat",
                rows.stream().filter(row -> row.fills() != 0).count(),
                rows.stream().filter(row -> row.position() != 0).count()));
        for (final String line : run.out().lines().filter(line -> line.contains(" shares held, worth ")).toList())
        {
            final String symbol = line.strip().split(" ", 2)[0];
            final PositionRow row =
                rows.stream().filter(one -> one.symbolText().equals(symbol)).findFirst().orElseThrow();
            assertThat(line).contains(
                String.format(Locale.ROOT, "%,d fills, %,d shares held", row.fills(), row.position()));
        }
    }

    @Test
    void shouldGoOnFromASnapshotAndAfterARestartToTheSameRows() throws IOException
    {
        trade(RecordedPart.write(directory.resolve("feed"), 3_000));
        publish();
        final SharedView first = view();
        trade(RecordedPart.write(directory.resolve("feed"), 6_000));
        final CommandRun again = publish();
        final SharedView second = view();

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(second.progress().sequence()).isGreaterThan(first.progress().sequence());
        assertThat(second.progress().epoch()).isEqualTo(2);
        assertThat(CommandRun.in(directory, "positions", "show", path("table")).out())
            .contains("behind by 0 instances", "ended", "of epoch 2");
    }

    @Test
    void shouldPrintOneObjectALineForPrograms()
    {
        trade(3_000);
        publish();

        final CommandRun show = CommandRun.in(directory, "positions", "show", path("table"), "--format", "json");

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.out().lines()).hasSize(1);
        assertThat(show.out()).contains("\"lag_instances\": 0", "\"filler\": \"ended\"",
            "\"positions\": [{\"account\"");
    }

    @Test
    void shouldRefuseWhatIsNoTableOrNotTheJournals() throws IOException
    {
        trade(1_000);
        fails(3, "there is no shared table", "show", path("table"));
        Files.writeString(directory.resolve("text"), "not a table");
        fails(3, "is no shared table", "show", path("text"));
        fails(3, "is no shared table", "publish", path("journal"), path("text"));
        fails(3, "there is no journal", "publish", path("nothing"), path("table"));
        fails(2, "format", "show", path("table"), "--format", "xml");
        fails(2, "Missing required", "publish", path("journal"));
        publish();
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("table"));
        fails(3, "is a symbolic link", "show", path("link"));

        Files.move(directory.resolve("journal"), directory.resolve("other"));
        fails(3, "holds rows of the journal", "publish", path("other"), path("table"));
        assertThat(CommandRun.in(directory, "positions", "show", path("table")).out())
            .contains("when it was filled (its journal cannot be read here)");
    }

    @Test
    void shouldSayThatAJournalIsNotBegunYet() throws IOException
    {
        Files.createFile(Files.createDirectory(directory.resolve("journal")).resolve("lock"));

        fails(3, "nothing is in it yet; an engine begins it when it has warmed up, try again then", "publish",
            path("journal"), path("table"));
        assertThat(directory.resolve("table")).doesNotExist();
    }

    @Test
    void shouldRefuseATableOfAnotherVersion() throws IOException
    {
        final TableProgress progress = new TableProgress(1, 1, 1, 1, 1, true);
        try (SharedTableWriter writer = SharedTableWriter.create(directory.resolve("table"),
            new TableSchema("PFPOSITN", 99, 5), TableOrigin.ofThisProcess("/journal", 1)))
        {
            writer.beginUpdate(progress);
            writer.endUpdate(progress);
        }

        fails(3, "has version 99 of PFPOSITN, and this program knows version 1", "show", path("table"));
    }

    private void fails(final int exitCode, final String message, final String... arguments)
    {
        final String[] all = new String[arguments.length + 1];
        all[0] = "positions";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        final CommandRun run = CommandRun.in(directory, all);

        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    }

    /** A filler that is killed leaves whole rows that are old, half an update, or a lock; each is said and mended. */
    @Test
    void shouldSayThatItsFillerWasKilledAndMakeTheTableAnew() throws Exception
    {
        trade(3_000);
        final Process filler = ChildProgram.packetflow(directory, List.of(), "positions", "publish", path("journal"),
            path("table"), "--follow").redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile()).start();
        try
        {
            while (!Files.exists(directory.resolve("table")) && filler.isAlive())
            {
                Thread.onSpinWait();
            }
        }
        finally
        {
            filler.destroyForcibly().waitFor();
        }
        assertThat(directory.resolve("table")).as(Files.readString(directory.resolve("printed"))).exists();

        final CommandRun stale = CommandRun.in(directory, "positions", "show", path("table"));
        assertThat(stale.exitCode()).as(stale.err()).isIn(1, 3);
        assertThat(stale.err()).containsAnyOf("STALE: process ", "was never whole for 2 s", "was locked all of 2 s")
            .contains("positions publish");

        assertThat(publish().exitCode()).isZero();
        assertThat(CommandRun.in(directory, "positions", "show", path("table")).exitCode()).isZero();
    }
}
