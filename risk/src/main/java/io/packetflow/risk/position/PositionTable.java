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
package io.packetflow.risk.position;

import static io.packetflow.risk.limit.Ranges.MAX_COUNT;
import static io.packetflow.risk.limit.Ranges.MAX_PAIR_COUNT;
import static io.packetflow.risk.limit.Ranges.MAX_PRICE_E4;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.StateHash;

/**
 * Hot path. Positions, average cost and realised profit of accounts in instruments, from fills. Single owner: the
 * thread that books fills. No allocation; all numbers are exact integers.
 *
 * <pre>
 *   position, 32 bytes
 *    0               8               16              24              32
 *   +---------------+---------------+---------------+---------------+
 *   | position      | cost E4       | realised      | number of     |
 *   |               |               | profit E4     | fills         |
 *   +---------------+---------------+---------------+---------------+
 * </pre>
 *
 * <p>Cost is what the open position was bought for, negative for a short one. A fill that adds moves it by price
 * times quantity; one that reduces takes the proportional part of it, rounded towards zero, and the difference to the
 * proceeds is realised. So {@code realised - cost} is the exact cash flow of all fills, whatever was rounded, and a
 * closed position costs exactly 0. A fill that crosses zero closes first and opens the rest at its price.
 *
 * <p>A fill that does not fit (position beyond 32 bits, cost or profit beyond 64) is refused by its return code and
 * changes nothing.
 */
public final class PositionTable implements Stateful
{
    /** The fill was booked. */
    public static final int BOOKED = 0;
    /** An index, price or quantity is none; nothing changed. */
    public static final int NONSENSE = -1;
    /** Position, cost or profit would leave its range; nothing changed. */
    public static final int OVERFLOW = -2;

    private static final int SHIFT = 5;
    private static final int POSITION = 0;
    private static final int COST = 8;
    private static final int REALISED = 16;
    private static final int FILL_COUNT = 24;
    private static final int LINE = 64;
    // Costs and profits stay within 62 bits, so that their sums and differences stay within 64.
    private static final long MAX_MONEY_E4 = 1L << 61;
    private static final long FILL_SPACE = 1L << 62;

    private final Slab positions;
    private final Slab marks;
    private final int accountCount;
    private final int instrumentCount;
    private long refusedCount;

    /**
     * Allocates a table of empty positions.
     *
     * @param arena that owns its memory
     * @param accountCount number of accounts
     * @param instrumentCount number of instruments
     */
    public PositionTable(final Arena arena, final int accountCount, final int instrumentCount)
    {
        final long pairCount = (long)accountCount * instrumentCount;
        if (accountCount < 1 || accountCount > MAX_COUNT || instrumentCount < 1 || instrumentCount > MAX_COUNT ||
            pairCount > MAX_PAIR_COUNT)
        {
            throw new IllegalArgumentException(
                "accounts and instruments number 1 to " + MAX_COUNT + " and their pairs up to " + MAX_PAIR_COUNT +
                ": accountCount=" + accountCount + " instrumentCount=" + instrumentCount);
        }
        this.accountCount = accountCount;
        this.instrumentCount = instrumentCount;
        this.positions = arena.allocate(pairCount << SHIFT, LINE);
        this.marks = arena.allocate((long)instrumentCount * Long.BYTES, LINE);
    }

    /**
     * Books a fill.
     *
     * @param account index
     * @param instrument index
     * @param side bit 0: sells (0 buy, 1 sell, 3 sell short)
     * @param priceE4 at which it filled, 1 to {@code Ranges.MAX_PRICE_E4}
     * @param quantity that filled, positive
     * @return {@link #BOOKED}, {@link #NONSENSE} or {@link #OVERFLOW}; refused fills are counted
     */
    public int onFill(
        final int account, final int instrument, final int side, final long priceE4, final int quantity)
    {
        final boolean isSide = side == 0 || side == 1 || side == 3;
        if (!isSide || quantity < 1 || !isPrice(priceE4) || isOutside(account, instrument))
        {
            return refused(NONSENSE);
        }
        final long record = offset(account, instrument);
        final long position = positions.getLong(record + POSITION);
        final long bought = (side & 1) == 0 ? quantity : -(long)quantity;
        // What closes has the sign of the fill; zero where the fill adds to the position.
        final boolean buys = bought > 0;
        final long opposite = (position > 0) == buys ? 0 : -position;
        final long closed = buys ? Math.min(bought, opposite) : Math.max(bought, opposite);
        return book(record, position, bought, closed, priceE4);
    }

    /**
     * Sets the price at which an instrument's positions are valued.
     *
     * @param instrument index
     * @param priceE4 1 to {@code Ranges.MAX_PRICE_E4}
     * @return {@link #BOOKED} or {@link #NONSENSE}
     */
    public int mark(final int instrument, final long priceE4)
    {
        if (!isPrice(priceE4) || isOutside(0, instrument))
        {
            return refused(NONSENSE);
        }
        marks.putLong((long)instrument * Long.BYTES, priceE4);
        return BOOKED;
    }

    /**
     * Returns a position.
     *
     * @param account index
     * @param instrument index
     * @return quantity, short ones negative
     */
    public long position(final int account, final int instrument)
    {
        return positions.getLong(offset(account, instrument) + POSITION);
    }

    /**
     * Returns what an open position was bought for.
     *
     * @param account index
     * @param instrument index
     * @return cost, negative for a short position
     */
    public long costE4(final int account, final int instrument)
    {
        return positions.getLong(offset(account, instrument) + COST);
    }

    /**
     * Returns the average price of an open position, rounded towards zero.
     *
     * @param account index
     * @param instrument index
     * @return price, or 0 where there is no position
     */
    public long averagePriceE4(final int account, final int instrument)
    {
        final long record = offset(account, instrument);
        final long position = positions.getLong(record + POSITION);
        return position == 0 ? 0 : positions.getLong(record + COST) / position;
    }

    /**
     * Returns the profit of what was closed.
     *
     * @param account index
     * @param instrument index
     * @return profit, losses negative
     */
    public long realisedE4(final int account, final int instrument)
    {
        return positions.getLong(offset(account, instrument) + REALISED);
    }

    /**
     * Returns the profit of what is open, at the instrument's mark.
     *
     * @param account index
     * @param instrument index
     * @return profit, losses negative; 0 while there is no position or no mark, and held to 64 bits
     */
    public long unrealisedE4(final int account, final int instrument)
    {
        final long record = offset(account, instrument);
        final long markE4 = marks.getLong((long)instrument * Long.BYTES);
        final long position = positions.getLong(record + POSITION);
        if (markE4 == 0 || position == 0)
        {
            return 0;
        }
        final long valueE4 = position * markE4;
        if (Math.multiplyHigh(position, markE4) != valueE4 >> 63 || valueE4 > MAX_MONEY_E4 || valueE4 < -MAX_MONEY_E4)
        {
            return position > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return valueE4 - positions.getLong(record + COST);
    }

    /**
     * Returns how many fills were booked for a position.
     *
     * @param account index
     * @param instrument index
     * @return their count
     */
    public long fillCount(final int account, final int instrument)
    {
        return positions.getLong(offset(account, instrument) + FILL_COUNT);
    }

    /** Returns how many fills and marks were refused. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /**
     * Returns a hash of all positions, costs, profits and counts. It does not depend on the size or the layout of the
     * table, on marks, or on the order in which accounts and instruments were touched.
     *
     * @return the hash; 0 for a table without fills
     */
    public long stateHash()
    {
        long hash = 0;
        for (int account = 0; account < accountCount; account++)
        {
            for (int instrument = 0; instrument < instrumentCount; instrument++)
            {
                final long record = offset(account, instrument);
                final long key = ((long)account << 32) | instrument;
                hash += StateHash.of(
                    key,
                    positions.getLong(record + POSITION),
                    positions.getLong(record + COST),
                    positions.getLong(record + REALISED));
                hash += StateHash.of(FILL_SPACE | key, positions.getLong(record + FILL_COUNT), 0, 0);
            }
        }
        return hash;
    }

    /** Cold. Positions, marks and the count of refusals. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("accountCount", accountCount);
        state.constant("instrumentCount", instrumentCount);
        state.slab("positions", positions);
        state.slab("marks", marks);
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    private int book(
        final long record, final long position, final long bought, final long closed, final long priceE4)
    {
        final long costE4 = positions.getLong(record + COST);
        // Closing takes part of the cost (same sign as the position, so opposite to what closes) and pays for it.
        final long closedCostE4 = closed == 0 ? 0 : part(costE4, -closed, position);
        final long opened = bought - closed;
        final long after = position + bought;
        final boolean fits = fitsProduct(closed, priceE4) && fitsProduct(opened, priceE4) && (int)after == after;
        if (!fits)
        {
            return refused(OVERFLOW);
        }
        final long costAfterE4 = costE4 - closedCostE4 + opened * priceE4;
        final long gainedE4 = -closed * priceE4 - closedCostE4;
        final long realisedE4 = positions.getLong(record + REALISED) + gainedE4;
        if (!fitsMoney(costAfterE4) || !fitsMoney(realisedE4))
        {
            return refused(OVERFLOW);
        }
        positions.putLong(record + POSITION, after);
        positions.putLong(record + COST, costAfterE4);
        positions.putLong(record + REALISED, realisedE4);
        positions.putLong(record + FILL_COUNT, positions.getLong(record + FILL_COUNT) + 1);
        return BOOKED;
    }

    /**
     * The part of a cost that belongs to some of a position, rounded towards zero: {@code cost * quantity / position}.
     * Quotient and remainder are taken apart, so no product leaves 64 bits: position and quantity have 32.
     */
    private static long part(final long costE4, final long quantity, final long position)
    {
        final long whole = costE4 / position;
        final long rest = costE4 % position;
        return whole * quantity + rest * quantity / position;
    }

    private static boolean fitsProduct(final long quantity, final long priceE4)
    {
        final long product = quantity * priceE4;
        return Math.multiplyHigh(quantity, priceE4) == product >> 63 && fitsMoney(product);
    }

    private static boolean fitsMoney(final long amountE4)
    {
        return amountE4 >= -MAX_MONEY_E4 && amountE4 <= MAX_MONEY_E4;
    }

    private int refused(final int code)
    {
        refusedCount++;
        return code;
    }

    private boolean isOutside(final int account, final int instrument)
    {
        return account < 0 || account >= accountCount || instrument < 0 || instrument >= instrumentCount;
    }

    private static boolean isPrice(final long priceE4)
    {
        return priceE4 >= 1 && priceE4 <= MAX_PRICE_E4;
    }

    private long offset(final int account, final int instrument)
    {
        return ((long)account * instrumentCount + instrument) << SHIFT;
    }
}
