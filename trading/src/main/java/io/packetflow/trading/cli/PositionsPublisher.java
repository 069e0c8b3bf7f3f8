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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.reactor.LiveReplay;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.share.SharedTableWriter;
import io.packetflow.ringbuffers.share.TableOrigin;
import io.packetflow.ringbuffers.share.TableProgress;
import io.packetflow.trading.engine.MarketBooks;
import io.packetflow.trading.engine.RiskBook;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.positions.PositionSchema;
import io.packetflow.trading.positions.PositionTableFiller;

/**
 * Cold path. Fills a positions table from a journal: applies what the journal holds to a molecule of its own, as a
 * standby does, and writes down what that holds, every 50 ms while it works and every 250 ms while nothing happens.
 */
final class PositionsPublisher implements AutoCloseable
{
    private static final long UPDATE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final JournalView view;
    private final LiveReplay replay;
    private final SharedTableWriter writer;
    private final PositionTableFiller filler;
    private long updatedNanos;
    private long updatedSequence = -1;
    private long mostLag;

    PositionsPublisher(final JournalView view, final TradingReplay setup, final Path table) throws IOException
    {
        this.view = view;
        final int symbols = setup.config().symbols();
        this.writer = SharedTableWriter.create(table, PositionSchema.of(symbols + 1), origin(view.path()));
        LiveReplay opened = null;
        try
        {
            opened = LiveReplay.of(setup.context());
        }
        finally
        {
            if (opened == null)
            {
                writer.close();
            }
        }
        this.replay = opened;
        this.filler = new PositionTableFiller(replay.resource(TradingEngine.RISK, RiskBook.class),
            replay.resource(TradingEngine.BOOKS, MarketBooks.class).processor().directory(), symbols, writer);
    }

    /** Where a journal is, and which of those that may have been there one after the other. */
    static TableOrigin origin(final Path journal) throws IOException
    {
        final Path path = journal.toRealPath();
        return TableOrigin.ofThisProcess(path.toString(), ((Number)Files.getAttribute(path, "unix:ino")).longValue());
    }

    /**
     * Fills the table up to what the journal holds.
     *
     * @param isFollowing whether to go on with what comes
     * @param isStopped asked between two steps
     * @throws BadDataException if no instance can follow, however long one waits
     */
    void run(final boolean isFollowing, final BooleanSupplier isStopped) throws IOException
    {
        boolean goesOn = true;
        while (goesOn && !isStopped.getAsBoolean())
        {
            final boolean more = replay.step();
            updateIfDue();
            if (!more)
            {
                requireFollowable();
                goesOn = isFollowing;
                LockSupport.parkNanos(isFollowing ? PAUSE_NANOS : 0);
            }
        }
        // Stopped between two instances, or at the end of the journal.
        while (!replay.isAtRest())
        {
            replay.step();
        }
        update(true);
    }

    private void requireFollowable() throws IOException
    {
        if (replay.end().isPresent())
        {
            update(true);
            throw new BadDataException("the table holds what instances up to " + replay.lastSequence() + " of the " +
                "journal " + view.path() + " came to; none can follow: " + replay.end().get());
        }
    }

    private void updateIfDue() throws IOException
    {
        final long sinceNanos = System.nanoTime() - updatedNanos;
        final boolean isNew = replay.lastSequence() != updatedSequence;
        if (updatedSequence < 0 || sinceNanos > (isNew ? UPDATE_NANOS : IDLE_NANOS))
        {
            if (replay.isAtRest())
            {
                update(false);
            }
        }
    }

    private void update(final boolean isEnded) throws IOException
    {
        final LastRecord last = replay.lastRecord();
        final long sequence = replay.lastSequence();
        final long known = Math.max(sequence, view.lastKnownSequence().orElse(0));
        filler.update(new TableProgress(
            last.epoch(), sequence, known, last.timeNanos(), System.currentTimeMillis(), isEnded));
        updatedNanos = System.nanoTime();
        updatedSequence = sequence;
        mostLag = Math.max(mostLag, known - sequence);
    }

    LiveReplay replay()
    {
        return replay;
    }

    PositionTableFiller filler()
    {
        return filler;
    }

    int rowCount()
    {
        return writer.rowCount();
    }

    /** Returns by how many instances the table was behind the journal at most, when it was written. */
    long mostLag()
    {
        return mostLag;
    }

    @Override
    public void close() throws IOException
    {
        try (writer)
        {
            replay.close();
        }
    }
}
