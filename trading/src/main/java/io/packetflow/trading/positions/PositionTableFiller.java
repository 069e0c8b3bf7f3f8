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
package io.packetflow.trading.positions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.packetflow.ringbuffers.share.SharedTableException;
import io.packetflow.ringbuffers.share.SharedTableWriter;
import io.packetflow.ringbuffers.share.TableProgress;
import io.packetflow.risk.pretrade.ExposureLedger;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.engine.RiskBook;

/**
 * Cold path. Brings a shared table to what an engine at rest holds: the account in row 0, then each instrument that was
 * ever traded or ordered, in the order in which that was first seen; only what has changed is written. Used by one
 * thread.
 */
public final class PositionTableFiller
{
    private static final int ACCOUNT = 0;

    private final RiskBook risk;
    private final SymbolDirectory directory;
    private final SharedTableWriter writer;
    private final int symbols;
    private final int[] rowOfLocate;
    private final List<long[]> written = new ArrayList<>();
    private long rowsWritten;
    private long remadeCount;

    /** A row that differs from what the table has. */
    private record Change(int row, long[] words)
    {
    }

    /**
     * Makes a filler.
     *
     * @param risk book of the engine
     * @param directory of the engine's symbols
     * @param symbols number of locates
     * @param writer of a table without rows
     */
    public PositionTableFiller(
        final RiskBook risk, final SymbolDirectory directory, final int symbols, final SharedTableWriter writer)
    {
        this.risk = risk;
        this.directory = directory;
        this.symbols = symbols;
        this.writer = writer;
        this.rowOfLocate = new int[symbols];
    }

    /**
     * Brings the table up to what the engine holds now; where a reader died that held the table's lock, in a new file.
     *
     * @param progress up to where the engine is
     * @throws IOException if the table cannot be written
     */
    public void update(final TableProgress progress) throws IOException
    {
        try
        {
            write(progress);
        }
        catch (final SharedTableException e)
        {
            if (e.kind() != SharedTableException.Kind.LOCKED)
            {
                throw e;
            }
            remadeCount++;
            written.clear();
            Arrays.fill(rowOfLocate, 0);
            writer.beginAnew();
            write(progress);
        }
    }

    private void write(final TableProgress progress) throws IOException
    {
        final List<Change> changes = changes();
        if (!changes.isEmpty())
        {
            writer.beginUpdate(progress);
            for (final Change change : changes)
            {
                writer.put(change.row(), change.words());
            }
            rowsWritten += changes.size();
        }
        writer.endUpdate(progress);
    }

    private List<Change> changes()
    {
        final List<Change> changes = new ArrayList<>();
        final ExposureLedger ledger = risk.risk().ledger();
        addChange(changes, 0,
            new AccountRow(ACCOUNT, ledger.openOrders(ACCOUNT), ledger.openNotionalE4(ACCOUNT)).words());
        for (int locate = 0; locate < symbols; locate++)
        {
            final PositionRow row = row(locate);
            if (rowOfLocate[locate] == 0 && row.isTouched())
            {
                rowOfLocate[locate] = written.size();
            }
            if (rowOfLocate[locate] != 0)
            {
                addChange(changes, rowOfLocate[locate], row.words());
            }
        }
        return changes;
    }

    private void addChange(final List<Change> changes, final int row, final long[] words)
    {
        if (row == written.size())
        {
            written.add(words);
            changes.add(new Change(row, words));
        }
        else if (!Arrays.equals(written.get(row), words))
        {
            written.set(row, words);
            changes.add(new Change(row, words));
        }
    }

    private PositionRow row(final int locate)
    {
        final ExposureLedger ledger = risk.risk().ledger();
        return new PositionRow(ACCOUNT, locate, directory.symbolOf(locate),
            risk.positions().position(ACCOUNT, locate), risk.positions().costE4(ACCOUNT, locate),
            risk.positions().realisedE4(ACCOUNT, locate), risk.positions().fillCount(ACCOUNT, locate),
            ledger.openQuantity(ACCOUNT, locate, Side.BUY), ledger.openQuantity(ACCOUNT, locate, Side.SELL),
            risk.risk().board().referencePriceE4(locate));
    }

    /** Returns how many rows were written, each time that one changed. */
    public long rowsWritten()
    {
        return rowsWritten;
    }

    /** Returns how often a new file was made because a reader had died that held the lock. */
    public long remadeCount()
    {
        return remadeCount;
    }
}
