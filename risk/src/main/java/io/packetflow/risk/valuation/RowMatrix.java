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
package io.packetflow.risk.valuation;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.StateHash;

/**
 * Hot path. Numbers in units of 0.000001 (E6), a row for each instrument, and of each row the largest absolute number:
 * returns in scenarios, or loadings on factors. Owned by the thread of the method that it belongs to.
 *
 * <p>Four bytes a number, for a full revaluation is as fast as the memory delivers them. Rows begin at cache lines.
 */
final class RowMatrix implements Stateful
{
    /** The largest absolute number: 1 000 %, or a loading of 10. */
    static final int MOST_E6 = 10_000_000;

    private static final int LINE = 64;

    private final Slab rows;
    private final Slab most;
    private final int rowCount;
    private final int columnCount;
    private final long rowBytes;

    RowMatrix(final Arena arena, final int rowCount, final int columnCount)
    {
        this.rowCount = rowCount;
        this.columnCount = columnCount;
        this.rowBytes = ((long)columnCount * Integer.BYTES + LINE - 1) & -LINE;
        this.rows = arena.allocate(rowCount * rowBytes, LINE);
        this.most = arena.allocate((long)rowCount * Integer.BYTES, LINE);
    }

    int at(final int row, final int column)
    {
        return rows.getInt(row * rowBytes + (long)column * Integer.BYTES);
    }

    /** Returns the largest absolute number of a row. */
    long mostE6(final int row)
    {
        return most.getInt((long)row * Integer.BYTES);
    }

    /** Returns the largest absolute number of a row to be. */
    static int mostOf(final int[] numbersE6)
    {
        int largest = 0;
        for (final int number : numbersE6)
        {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** Refuses a row that has other numbers than one for each column, each in range. */
    void check(final String what, final int leastE6, final int[] numbersE6)
    {
        if (numbersE6.length != columnCount)
        {
            throw new IllegalArgumentException(
                "a row has " + columnCount + " " + what + ": length=" + numbersE6.length);
        }
        for (int column = 0; column < columnCount; column++)
        {
            if (numbersE6[column] < leastE6 || numbersE6[column] > MOST_E6)
            {
                throw new IllegalArgumentException(what + " are " + leastE6 + " to " + MOST_E6 +
                    " in units of 0.000001: index=" + column + " value=" + numbersE6[column]);
            }
        }
    }

    void put(final int row, final int[] numbersE6)
    {
        rows.putInts(row * rowBytes, numbersE6);
        most.putInt((long)row * Integer.BYTES, mostOf(numbersE6));
    }

    /** Adds a row, each number times a factor, to as many sums. */
    void addTo(final Slab sums, final long first, final int row, final long factor)
    {
        final long from = row * rowBytes;
        for (int column = 0; column < columnCount; column++)
        {
            final long at = first + (long)column * Long.BYTES;
            sums.putLong(at, sums.getLong(at) + factor * rows.getInt(from + (long)column * Integer.BYTES));
        }
    }

    /** Returns a hash of all numbers; rows and columns that hold nothing do not count. */
    long stateHash()
    {
        long hash = 0;
        for (int row = 0; row < rowCount; row++)
        {
            for (int column = 0; column < columnCount; column++)
            {
                hash += StateHash.of(((long)row << Integer.SIZE) | column, at(row, column), 0, 0);
            }
        }
        return hash;
    }

    /** Cold. The numbers, and the largest of each row. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("rowCount", rowCount);
        state.constant("columnCount", columnCount);
        state.slab("rows", rows);
        state.slab("most", most);
    }
}
