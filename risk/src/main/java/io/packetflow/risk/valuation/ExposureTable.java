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

import static io.packetflow.risk.limit.Ranges.MAX_COUNT;
import static io.packetflow.risk.limit.Ranges.MAX_PAIR_COUNT;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.number.CheckedLong;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.StateHash;

/**
 * Hot path. Positions of accounts in instruments, prices, and what the positions are worth. Written by
 * {@link PortfolioRisk} alone, on the thread that owns both.
 *
 * <pre>
 *   pair, 16 bytes                      price, 8 bytes
 *    0               8               16  0               8
 *   +---------------+---------------+   +---------------+
 *   | position      | exposure E2   |   | price E4      |
 *   +---------------+---------------+   +---------------+
 * </pre>
 *
 * <p>An exposure is position times price, rounded once to 0.01, halves away from zero; nothing else is rounded before
 * an answer. Pairs of one instrument lie together, because a price changes all of them. A position that is not zero
 * has a price.
 */
public final class ExposureTable implements Stateful
{
    private static final int SHIFT = 4;
    private static final int POSITION = 0;
    private static final int EXPOSURE = 8;
    private static final int LINE = 64;
    private static final long E4_PER_E2 = 100;
    private static final long PRICE_SPACE = 1L << 62;

    private final Slab pairs;
    private final Slab prices;
    private final int accountCount;
    private final int instrumentCount;

    /**
     * Allocates a table without positions and prices.
     *
     * @param arena that owns its memory
     * @param accountCount number of accounts
     * @param instrumentCount number of instruments
     * @throws IllegalArgumentException if there are none, or too many
     */
    public ExposureTable(final Arena arena, final int accountCount, final int instrumentCount)
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
        this.pairs = arena.allocate(pairCount << SHIFT, LINE);
        this.prices = arena.allocate((long)instrumentCount * Long.BYTES, LINE);
    }

    /**
     * What a position is worth.
     *
     * @param position quantity, short ones negative
     * @param priceE4 of the instrument
     * @return position times price in units of 0.01, halves away from zero; {@link CheckedLong#NONE} if it does not fit
     */
    public static long worthE2(final long position, final long priceE4)
    {
        final long worthE4 = CheckedLong.multiply(position, priceE4);
        if (worthE4 == CheckedLong.NONE)
        {
            return CheckedLong.NONE;
        }
        final long rest = worthE4 % E4_PER_E2;
        // 1 for a half and more, -1 for a half and less below zero, else 0.
        return worthE4 / E4_PER_E2 + rest / (E4_PER_E2 / 2);
    }

    /** Returns the number of accounts. */
    public int accountCount()
    {
        return accountCount;
    }

    /** Returns the number of instruments. */
    public int instrumentCount()
    {
        return instrumentCount;
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
        return pairs.getLong(offset(account, instrument) + POSITION);
    }

    /**
     * Returns what a position is worth.
     *
     * @param account index
     * @param instrument index
     * @return worth in units of 0.01, that of short positions negative
     */
    public long exposureE2(final int account, final int instrument)
    {
        return pairs.getLong(offset(account, instrument) + EXPOSURE);
    }

    /**
     * Returns the price at which an instrument is valued.
     *
     * @param instrument index
     * @return price, 0 while none is known
     */
    public long priceE4(final int instrument)
    {
        return prices.getLong((long)instrument * Long.BYTES);
    }

    void put(final int account, final int instrument, final long position, final long exposureE2)
    {
        final long record = offset(account, instrument);
        pairs.putLong(record + POSITION, position);
        pairs.putLong(record + EXPOSURE, exposureE2);
    }

    void putPrice(final int instrument, final long priceE4)
    {
        prices.putLong((long)instrument * Long.BYTES, priceE4);
    }

    boolean isAccount(final int account)
    {
        return account >= 0 && account < accountCount;
    }

    boolean isInstrument(final int instrument)
    {
        return instrument >= 0 && instrument < instrumentCount;
    }

    /** Refuses an account that there is not: a programmer's error. */
    void checkAccount(final int account)
    {
        if (!isAccount(account))
        {
            throw new IllegalArgumentException(
                "an account is one of the table: account=" + account + " accountCount=" + accountCount);
        }
    }

    void checkInstrument(final int instrument)
    {
        if (!isInstrument(instrument))
        {
            throw new IllegalArgumentException("an instrument is one of the table: instrument=" + instrument +
                " instrumentCount=" + instrumentCount);
        }
    }

    /**
     * Returns a hash of all positions, exposures and prices, whatever the size and layout of the table.
     *
     * @return the hash; 0 for an empty table
     */
    public long stateHash()
    {
        long hash = 0;
        for (int instrument = 0; instrument < instrumentCount; instrument++)
        {
            hash += StateHash.of(PRICE_SPACE | instrument, priceE4(instrument), 0, 0);
            for (int account = 0; account < accountCount; account++)
            {
                hash += StateHash.of(((long)account << Integer.SIZE) | instrument,
                    position(account, instrument), exposureE2(account, instrument), 0);
            }
        }
        return hash;
    }

    /** Cold. Positions, exposures and prices. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("accountCount", accountCount);
        state.constant("instrumentCount", instrumentCount);
        state.slab("pairs", pairs);
        state.slab("prices", prices);
    }

    private long offset(final int account, final int instrument)
    {
        return ((long)instrument * accountCount + account) << SHIFT;
    }
}
