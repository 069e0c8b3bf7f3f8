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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.share.SharedTableException;
import io.packetflow.ringbuffers.share.SharedTableReader;
import io.packetflow.ringbuffers.share.SharedView;
import io.packetflow.risk.position.PositionTable;
import io.packetflow.risk.pretrade.ExposureLedger;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.ChildProgram;
import io.packetflow.trading.engine.MarketBooks;
import io.packetflow.trading.engine.RiskBook;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.positions.AccountRow;
import io.packetflow.trading.positions.PositionRow;
import io.packetflow.trading.positions.PositionSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds each row of a table against the risk manager of the engine that stands at the same instance. */
@Timeout(300)
class PositionsEqualityTest
{
    private static final int ACCOUNT = 0;

    @TempDir
    private Path directory;

    private Path journal()
    {
        return directory.resolve("journal");
    }

    private Path table()
    {
        return directory.resolve("table");
    }

    private SharedView view() throws IOException
    {
        try (SharedTableReader reader = SharedTableReader.open(table(), PositionSchema.READING))
        {
            return reader.read();
        }
    }

    private void publish()
    {
        final CommandRun publish =
            CommandRun.in(directory, "positions", "publish", journal().toString(), table().toString());
        assertThat(publish.exitCode()).as(publish.err()).isZero();
    }

    /** Each row is what the engine holds, and of each instrument that the engine has dealt in there is a row. */
    private static void requireEqual(final SharedView view, final JournaledRun engine)
    {
        final RiskBook risk = engine.resource(TradingEngine.RISK, RiskBook.class);
        final ExposureLedger ledger = risk.risk().ledger();
        final Map<Integer, PositionRow> rows = PositionsText.positions(view).stream()
            .collect(Collectors.toMap(PositionRow::locate, Function.identity()));

        assertThat(view.progress().sequence()).isEqualTo(engine.completedInstances());
        assertThat(PositionsText.accounts(view)).containsExactly(
            new AccountRow(ACCOUNT, ledger.openOrders(ACCOUNT), ledger.openNotionalE4(ACCOUNT)));
        for (final PositionRow row : rows.values())
        {
            assertThat(row).as("instance %d", engine.completedInstances()).isEqualTo(held(engine, row.locate()));
        }
        for (int locate = 0; locate < engine.symbols(); locate++)
        {
            if (held(engine, locate).isTouched())
            {
                assertThat(rows).containsKey(locate);
            }
        }
    }

    private static PositionRow held(final JournaledRun engine, final int locate)
    {
        final RiskBook risk = engine.resource(TradingEngine.RISK, RiskBook.class);
        final PositionTable positions = risk.positions();
        final ExposureLedger ledger = risk.risk().ledger();
        return new PositionRow(ACCOUNT, locate,
            engine.resource(TradingEngine.BOOKS, MarketBooks.class).processor().directory().symbolOf(locate),
            positions.position(ACCOUNT, locate), positions.costE4(ACCOUNT, locate),
            positions.realisedE4(ACCOUNT, locate), positions.fillCount(ACCOUNT, locate),
            ledger.openQuantity(ACCOUNT, locate, Side.BUY), ledger.openQuantity(ACCOUNT, locate, Side.SELL),
            risk.risk().board().referencePriceE4(locate));
    }

    @Test
    void shouldHoldRowByRowWhatTheEngineHoldsAtTheSameInstance() throws IOException
    {
        try (JournaledRun engine = new JournaledRun(directory, JournaledRun.generated()))
        {
            for (final long instance : List.of(500L, 1_500L, 4_000L, Long.MAX_VALUE))
            {
                engine.until(instance);
                publish();
                requireEqual(view(), engine);
            }
            assertThat(PositionsText.positions(view())).anyMatch(row -> row.fills() > 0 && row.position() != 0)
                .anyMatch(row -> row.openBuyQuantity() + row.openSellQuantity() > 0);
        }
    }

    @Test
    void shouldHoldTheSameFromASnapshotOn() throws IOException
    {
        try (JournaledRun engine = new JournaledRun(directory, JournaledRun.generated()))
        {
            engine.until(2_000).snapshot().until(3_000);
            publish();
            requireEqual(view(), engine);
        }
    }

    @Test
    void shouldHoldRowByRowWhatTheEngineHoldsOfARecordedFeed() throws IOException
    {
        try (JournaledRun engine =
            new JournaledRun(directory, TradeFeed.recorded(RecordedData.aapl(), HugePages.OFF)))
        {
            for (final long instance : List.of(3_000L, Long.MAX_VALUE))
            {
                engine.until(instance);
                publish();
                requireEqual(view(), engine);
            }
            assertThat(PositionsText.positions(view())).isNotEmpty();
        }
    }

    @Test
    void shouldGoOnInANewFileWhereAReaderWasKilledThatHeldTheLock() throws Exception
    {
        try (JournaledRun engine = new JournaledRun(directory, JournaledRun.generated()))
        {
            engine.until(1_000);
            follow(filler ->
            {
                awaitTable(filler, engine.completedInstances());
                final Process reader = ChildProgram.java(
                    List.of("-Dchronicle.map.disable.locking=shared"), KilledReader.class,
                    List.of(table().toString())).redirectErrorStream(true).start();
                final String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(reader.waitFor()).as(said).isEqualTo(KilledReader.HALTED);
                engine.until(2_000);
                awaitTable(filler, engine.completedInstances());
                requireEqual(view(), engine);
            });
        }
        assertThat(Files.readString(printed())).contains("; made anew once, because a reader had died with its lock");
    }

    /** No time is measured: the engine stands still until the filler has come to where it stands. */
    @Test
    void shouldFollowARunningEngineRowByRowAndEndWhenItIsAsked() throws Exception
    {
        try (JournaledRun engine = new JournaledRun(directory, JournaledRun.generated()))
        {
            engine.until(100);
            follow(filler ->
            {
                for (final long instance : List.of(200L, 1_000L, 2_500L, Long.MAX_VALUE))
                {
                    engine.until(instance);
                    awaitTable(filler, engine.completedInstances());
                    requireEqual(view(), engine);
                }
            });
        }
        assertThat(view().progress().isEnded()).isTrue();
        assertThat(Files.readString(printed())).contains("current to instance ");
    }

    /** What is done while a filler follows. */
    @FunctionalInterface
    private interface Meanwhile
    {
        void run(Process filler) throws Exception;
    }

    private Path printed()
    {
        return directory.resolve("printed");
    }

    /** Lets a filler follow in a process of its own, and ends it as Ctrl-C does. */
    private void follow(final Meanwhile meanwhile) throws Exception
    {
        final Process filler = ChildProgram.packetflow(directory, List.of(), "positions", "publish",
            journal().toString(), table().toString(), "--follow").redirectErrorStream(true)
            .redirectOutput(printed().toFile()).start();
        try
        {
            meanwhile.run(filler);
            assertThat(filler.isAlive()).as(Files.readString(printed())).isTrue();
            filler.destroy();
            assertThat(filler.waitFor()).as(Files.readString(printed())).isZero();
        }
        finally
        {
            filler.destroyForcibly();
        }
    }

    private void awaitTable(final Process filler, final long sequence) throws IOException
    {
        while (filler.isAlive() && (!Files.exists(table()) || !hasCome(sequence)))
        {
            Thread.onSpinWait();
        }
    }

    private boolean hasCome(final long sequence) throws IOException
    {
        try
        {
            return view().progress().sequence() >= sequence;
        }
        catch (final SharedTableException e)
        {
            // A dead reader's lock stays until the filler has waited for it as well and has made the table anew.
            assertThat(e.kind()).isEqualTo(SharedTableException.Kind.LOCKED);
            return false;
        }
    }
}
