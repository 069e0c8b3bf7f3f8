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
package io.packetflow.risk.pretrade;

import static io.packetflow.risk.limit.Ranges.MAX_COUNT;
import static io.packetflow.risk.limit.Ranges.MAX_PAIR_COUNT;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.limit.StateHash;

/**
 * Cold path. The memory of the pre-trade checks: a table of instruments, one of accounts, one of pairs, each hot
 * part apart from its cold one, and a control line. Fresh tables refuse everything: no limit is set, every instrument
 * is closed and has no reference.
 *
 * <pre>
 *   control, 64 bytes
 *    0               8               16              24              32              64
 *   +---------------+---------------+---------------+---------------+---------------+
 *   | latest order's| duplicate     | market-wide   | limits        | unused        |
 *   | nanos         | window nanos  | state flags   | version       |               |
 *   +---------------+---------------+---------------+---------------+---------------+
 * </pre>
 *
 * <p>Pairs are ordered by account, then instrument: what one account trades lies together. All state that a snapshot
 * needs is in these slabs.
 */
public final class PreTradeTables
{
    static final int LATEST_TIME = 0;
    static final int DUPLICATE_WINDOW = 8;
    static final int MARKET_FLAGS = 16;
    static final int LIMITS_VERSION = 24;

    private static final int LINE = 64;
    // Hash keys of different kinds of records must not meet, also not those of the kill switch (bits 57 to 59).
    private static final long PAIR_SPACE = 1L << 62;
    private static final long PAIR_KEYS_SPACE = 1L << 61;
    private static final long ACCOUNT_SPACE = 1L << 60;
    private static final long ACCOUNT_RATE_SPACE = 1L << 56;
    private static final long INSTRUMENT_SPACE = 1L << 55;

    final Slab control;
    final Slab instruments;
    final Slab instrumentBounds;
    final Slab accounts;
    final Slab pairs;
    final Slab pairLimits;

    private final int accountCount;
    private final int instrumentCount;

    /**
     * Allocates tables that refuse every order.
     *
     * @param arena that owns the memory
     * @param accountCount number of accounts, 1 or more
     * @param instrumentCount number of instruments, 1 or more
     */
    public PreTradeTables(final Arena arena, final int accountCount, final int instrumentCount)
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
        this.control = arena.allocate(LINE, LINE);
        this.instruments = arena.allocate((long)instrumentCount * InstrumentLayout.STRIDE, LINE);
        this.instrumentBounds = arena.allocate((long)instrumentCount * InstrumentLayout.STRIDE, LINE);
        this.accounts = arena.allocate((long)accountCount * AccountLayout.STRIDE, LINE);
        this.pairs = arena.allocate(pairCount * PairLayout.STRIDE, LINE);
        this.pairLimits = arena.allocate(pairCount * PairLayout.STRIDE, LINE);
        for (int instrument = 0; instrument < instrumentCount; instrument++)
        {
            instruments.putByte(
                InstrumentLayout.offset(instrument) + InstrumentLayout.FLAGS,
                (byte)(InstrumentLayout.CLOSED | InstrumentLayout.NO_REFERENCE));
        }
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

    /** Returns how often limits were changed; decisions are recorded with it. */
    public long limitsVersion()
    {
        return control.getLong(LIMITS_VERSION);
    }

    /**
     * Returns a hash of exposures, positions, own prices, rates, duplicates, references and states. It ignores limits
     * and the sizes of the tables: equal histories hash alike.
     *
     * @return the hash
     */
    public long stateHash()
    {
        long hash = StateHash.of(0, control.getLong(LATEST_TIME), control.getLong(MARKET_FLAGS), 0);
        for (int instrument = 0; instrument < instrumentCount; instrument++)
        {
            hash += instrumentHash(instrument);
        }
        for (int account = 0; account < accountCount; account++)
        {
            hash += accountHash(account);
            for (int instrument = 0; instrument < instrumentCount; instrument++)
            {
                hash += pairHash(account, instrument);
            }
        }
        return hash;
    }

    long pairOffset(final int account, final int instrument)
    {
        return ((long)account * instrumentCount + instrument) << PairLayout.SHIFT;
    }

    /** Negative where an index is outside the tables. */
    int outside(final int account, final int instrument)
    {
        return account | (accountCount - 1 - account) | instrument | (instrumentCount - 1 - instrument);
    }

    int position(final long pair)
    {
        return pairLimits.getInt(pair + PairLayout.POSITION);
    }

    /** Open quantity of a side: what its limit and the position leave, less what may still be ordered. */
    long openQuantity(final long pair, final int side)
    {
        final long headroom = pairs.getInt(pair + PairLayout.HEADROOM + PairLayout.half(side));
        final long position = position(pair);
        return (side & 1) == 0 ?
            pairLimits.getInt(pair + PairLayout.MAX_LONG) - position - headroom :
            pairLimits.getInt(pair + PairLayout.MAX_SHORT) + position - headroom;
    }

    private long instrumentHash(final int instrument)
    {
        final long offset = InstrumentLayout.offset(instrument);
        final int fresh = InstrumentLayout.CLOSED | InstrumentLayout.NO_REFERENCE;
        return StateHash.of(
            INSTRUMENT_SPACE | instrument,
            instruments.getByte(offset + InstrumentLayout.FLAGS) ^ fresh,
            instrumentBounds.getLong(offset + InstrumentLayout.REFERENCE),
            0);
    }

    private long accountHash(final int account)
    {
        final long offset = AccountLayout.offset(account);
        final long exposure = StateHash.of(
            ACCOUNT_SPACE | account,
            accounts.getLong(offset + AccountLayout.OPEN_NOTIONAL),
            accounts.getInt(offset + AccountLayout.OPEN_ORDERS),
            accounts.getLong(offset + AccountLayout.THEORETICAL_ARRIVAL));
        return exposure + StateHash.of(
            ACCOUNT_RATE_SPACE | account,
            accounts.getLong(offset + AccountLayout.LAST_ORDER_TIME),
            accounts.getLong(offset + AccountLayout.LAST_FINGERPRINT),
            0);
    }

    private long pairHash(final int account, final int instrument)
    {
        final long pair = pairOffset(account, instrument);
        final long key = ((long)account << 32) | instrument;
        final long exposure = StateHash.of(
            PAIR_SPACE | key, position(pair), openQuantity(pair, Side.BUY), openQuantity(pair, Side.SELL));
        return exposure + StateHash.of(PAIR_KEYS_SPACE | key, pairs.getLong(pair + PairLayout.KEYS), 0, 0);
    }
}
