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
    private final List<long[]> known = new ArrayList<>();
    private final List<Integer> changed = new ArrayList<>();
    private long rowsWritten;
    private long remadeCount;

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
            known.clear();
            Arrays.fill(rowOfLocate, 0);
            writer.beginAnew();
            write(progress);
        }
    }

    private void write(final TableProgress progress) throws IOException
    {
        changed.clear();
        look();
        if (!changed.isEmpty())
        {
            writer.beginUpdate(progress);
            for (final int row : changed)
            {
                writer.put(row, known.get(row));
            }
            rowsWritten += changed.size();
        }
        writer.endUpdate(progress);
    }

    /** Looks for rows that differ from what the table has. */
    private void look()
    {
        final ExposureLedger ledger = risk.risk().ledger();
        learn(0,
            new AccountRow(ACCOUNT, ledger.openOrders(ACCOUNT), ledger.openNotionalE4(ACCOUNT)).words());
        for (int locate = 0; locate < symbols; locate++)
        {
            final PositionRow row = row(locate);
            if (rowOfLocate[locate] == 0 && row.isTouched())
            {
                rowOfLocate[locate] = known.size();
            }
            if (rowOfLocate[locate] != 0)
            {
                learn(rowOfLocate[locate], row.words());
            }
        }
    }

    private void learn(final int row, final long[] words)
    {
        if (row == known.size())
        {
            known.add(words);
            changed.add(row);
        }
        else if (!Arrays.equals(known.get(row), words))
        {
            known.set(row, words);
            changed.add(row);
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
