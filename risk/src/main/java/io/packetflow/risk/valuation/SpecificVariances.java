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
 * Hot path. What no factor explains: of each instrument a specific volatility (E6), of each account the sum over its
 * positions of exposure times volatility (E8), squared. Owned by the thread of the method that it belongs to.
 *
 * <p>The sums are exact integers of 128 bits, high word first, so what a change takes away is what was added.
 */
final class SpecificVariances implements Stateful
{
    private static final int LINE = 64;
    private static final int SHIFT = 4;
    private static final int LOW = 8;
    private static final long MOST_HIGH = 1L << 62;
    private static final long VOLATILITY_SPACE = 1L << 60;
    private static final double TWO_TO_64 = 0x1p64;

    private final Slab volatilities;
    private final Slab sums;
    private final int accountCount;
    private final int instrumentCount;

    SpecificVariances(final Arena arena, final int accountCount, final int instrumentCount)
    {
        this.accountCount = accountCount;
        this.instrumentCount = instrumentCount;
        this.volatilities = arena.allocate((long)instrumentCount * Integer.BYTES, LINE);
        this.sums = arena.allocate((long)accountCount << SHIFT, LINE);
    }

    int volatilityE6(final int instrument)
    {
        return volatilities.getInt((long)instrument * Integer.BYTES);
    }

    void volatilityE6(final int instrument, final int value)
    {
        volatilities.putInt((long)instrument * Integer.BYTES, value);
    }

    /**
     * Says whether a sum stays within its bits.
     *
     * @param account index
     * @param fromE8 exposure times volatility that is taken away
     * @param toE2 exposure that is added
     * @param volatilityE6 of that
     */
    boolean fits(final int account, final long fromE8, final long toE2, final int volatilityE6)
    {
        final long toE8 = CheckedLong.multiply(toE2, volatilityE6);
        return toE8 != CheckedLong.NONE && sums.getLong((long)account << SHIFT) -
            Math.multiplyHigh(fromE8, fromE8) + Math.multiplyHigh(toE8, toE8) < MOST_HIGH;
    }

    /** Returns what an exposure that was added has for its square root. */
    long deviationE8(final int instrument, final long exposureE2)
    {
        return exposureE2 * volatilityE6(instrument);
    }

    void add(final int account, final int instrument, final long exposureE2)
    {
        final long deviationE8 = deviationE8(instrument, exposureE2);
        final long square = deviationE8 * deviationE8;
        final long record = (long)account << SHIFT;
        final long low = sums.getLong(record + LOW) + square;
        final long carry = Long.compareUnsigned(low, square) < 0 ? 1 : 0;
        sums.putLong(record + LOW, low);
        sums.putLong(record, sums.getLong(record) + Math.multiplyHigh(deviationE8, deviationE8) + carry);
    }

    void remove(final int account, final int instrument, final long exposureE2)
    {
        final long deviationE8 = deviationE8(instrument, exposureE2);
        final long square = deviationE8 * deviationE8;
        final long record = (long)account << SHIFT;
        final long low = sums.getLong(record + LOW);
        final long borrow = Long.compareUnsigned(low, square) < 0 ? 1 : 0;
        sums.putLong(record + LOW, low - square);
        sums.putLong(record, sums.getLong(record) - Math.multiplyHigh(deviationE8, deviationE8) - borrow);
    }

    void clear(final int account)
    {
        sums.putLong((long)account << SHIFT, 0);
        sums.putLong(((long)account << SHIFT) + LOW, 0);
    }

    /** Returns the variance of an account's profit, in units of 0.00000001 squared. */
    double varianceE8(final int account)
    {
        final long record = (long)account << SHIFT;
        final long low = sums.getLong(record + LOW);
        return sums.getLong(record) * TWO_TO_64 + (low < 0 ? low + TWO_TO_64 : low);
    }

    long stateHash()
    {
        long hash = 0;
        for (int instrument = 0; instrument < instrumentCount; instrument++)
        {
            hash += StateHash.of(VOLATILITY_SPACE | instrument, volatilityE6(instrument), 0, 0);
        }
        for (int account = 0; account < accountCount; account++)
        {
            final long record = (long)account << SHIFT;
            hash += StateHash.of(account, sums.getLong(record), sums.getLong(record + LOW), 0);
        }
        return hash;
    }

    /** Cold. Volatilities and sums. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("volatilities", volatilities);
        state.slab("sums", sums);
    }
}
