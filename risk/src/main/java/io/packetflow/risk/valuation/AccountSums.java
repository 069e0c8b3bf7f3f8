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
import io.packetflow.layout.number.CheckedLong;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.StateHash;

/**
 * Hot path. Of each account the sums over its positions of exposure times the numbers of the instrument's row, one for
 * each column, in units of 0.00000001 (E8). Owned by the thread of the method that it belongs to.
 *
 * <p>Beside the sums stands how large they could be: of each position its absolute exposure times the largest absolute
 * number of the row. While that is at most 2^62 no sum, in whatever order, leaves 64 bits, so one comparison at the
 * edge takes the place of a check at each addition.
 */
final class AccountSums implements Stateful
{
    /** The most that sums may come to: 46 billion of whole money. */
    static final long MOST_E8 = 1L << 62;

    private static final int LINE = 64;
    private static final long BOUND_SPACE = 1L << 61;

    private final ExposureTable exposures;
    private final RowMatrix matrix;
    private final Slab sums;
    private final Slab bounds;
    private final int columnCount;
    private final long accountBytes;

    AccountSums(final Arena arena, final ExposureTable exposures, final RowMatrix matrix, final int columnCount)
    {
        this.exposures = exposures;
        this.matrix = matrix;
        this.columnCount = columnCount;
        this.accountBytes = ((long)columnCount * Long.BYTES + LINE - 1) & -LINE;
        this.sums = arena.allocate(exposures.accountCount() * accountBytes, LINE);
        this.bounds = arena.allocate((long)exposures.accountCount() * Long.BYTES, LINE);
    }

    Slab slab()
    {
        return sums;
    }

    /** Returns where the sums of an account begin. */
    long first(final int account)
    {
        return account * accountBytes;
    }

    long at(final int account, final int column)
    {
        return sums.getLong(first(account) + (long)column * Long.BYTES);
    }

    boolean fits(final int account, final int instrument, final long fromE2, final long toE2)
    {
        return fitsProduct(account, Math.abs(toE2) - Math.abs(fromE2), matrix.mostE6(instrument));
    }

    private boolean fitsProduct(final int account, final long exposureE2, final long numberE6)
    {
        final long boundE8 = CheckedLong.add(bound(account), CheckedLong.multiply(exposureE2, numberE6));
        return boundE8 != CheckedLong.NONE && boundE8 <= MOST_E8;
    }

    void add(final int account, final int instrument, final long fromE2, final long toE2)
    {
        final long moreE2 = Math.abs(toE2) - Math.abs(fromE2);
        bound(account, bound(account) + moreE2 * matrix.mostE6(instrument));
        matrix.addTo(sums, first(account), instrument, toE2 - fromE2);
    }

    /** Computes the sums of an account anew from all of its exposures. */
    void revalue(final int account)
    {
        sums.fill(first(account), accountBytes, (byte)0);
        bound(account, 0);
        for (int instrument = 0; instrument < exposures.instrumentCount(); instrument++)
        {
            final long exposureE2 = exposures.exposureE2(account, instrument);
            if (exposureE2 != 0)
            {
                add(account, instrument, 0, exposureE2);
            }
        }
    }

    /** Cold. Replaces the row of an instrument, and what it adds to the sums of all accounts; all or nothing. */
    void replaceRow(final int instrument, final int[] numbersE6)
    {
        final long moreE6 = RowMatrix.mostOf(numbersE6) - matrix.mostE6(instrument);
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            if (!fitsProduct(account, Math.abs(exposures.exposureE2(account, instrument)), moreE6))
            {
                throw new IllegalArgumentException("sums over an account's positions stay within 2^62 units of " +
                    "0.00000001; with this row they might not: account=" + account + " instrument=" + instrument);
            }
        }
        forAll(instrument, -1);
        matrix.put(instrument, numbersE6);
        forAll(instrument, 1);
    }

    private void forAll(final int instrument, final int sign)
    {
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            final long exposureE2 = exposures.exposureE2(account, instrument);
            if (exposureE2 != 0)
            {
                bound(account, bound(account) + sign * Math.abs(exposureE2) * matrix.mostE6(instrument));
                matrix.addTo(sums, first(account), instrument, sign * exposureE2);
            }
        }
    }

    private long bound(final int account)
    {
        return bounds.getLong((long)account * Long.BYTES);
    }

    private void bound(final int account, final long boundE8)
    {
        bounds.putLong((long)account * Long.BYTES, boundE8);
    }

    long stateHash()
    {
        long hash = 0;
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            hash += StateHash.of(BOUND_SPACE | account, bound(account), 0, 0);
            for (int column = 0; column < columnCount; column++)
            {
                hash += StateHash.of(((long)account << Integer.SIZE) | column, at(account, column), 0, 0);
            }
        }
        return hash;
    }

    /** Cold. The sums and how large they could be. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("sums", sums);
        state.slab("bounds", bounds);
    }
}
