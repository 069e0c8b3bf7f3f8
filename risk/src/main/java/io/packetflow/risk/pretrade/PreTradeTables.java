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
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillSwitch;
import io.packetflow.risk.limit.StateHash;

/**
 * Cold path. The memory of the pre-trade checks: a control line, accounts, instruments and pairs, in two slabs of one
 * geometry. The hot slab has what each check reads, the cold one, at the same offsets, what only changes need. Fresh
 * tables refuse everything: no limit is set, every instrument is closed and has no reference.
 *
 * <pre>
 *   a slab:     | control, 64 | accounts, 64 each | instruments, 32 each | pairs, 16 each |
 *
 *   control, hot
 *    0               8               16      20      24              32              64
 *   +---------------+---------------+-------+-------+---------------+---------------+
 *   | latest order's| duplicate     | market| unused| limits        | unused        |
 *   | nanos         | window nanos  | word  |       | version       |               |
 *   +---------------+---------------+-------+-------+---------------+---------------+
 * </pre>
 *
 * <p>The market word is packed like an instrument's: flags and kill reasons for all of them. Pairs are ordered by
 * account, then instrument: what one account trades lies together. All state that a snapshot needs is in the two
 * slabs, and the hot one lies on few huge pages.
 */
public final class PreTradeTables implements Stateful
{
    static final int LATEST_TIME = 0;
    static final int DUPLICATE_WINDOW = 8;
    static final int MARKET = 16;
    static final int MARKET_STATE = 18;
    static final int MARKET_KILL_REASONS = 19;
    static final int LIMITS_VERSION = 24;

    static final int ACCOUNTS = 64;

    private static final int LINE = 64;
    // Hash keys of different kinds of records must not meet, also not those of the kill switch (bits 57 to 59).
    private static final long PAIR_SPACE = 1L << 62;
    private static final long PAIR_KEYS_SPACE = 1L << 61;
    private static final long ACCOUNT_SPACE = 1L << 60;
    private static final long ACCOUNT_RATE_SPACE = 1L << 56;
    private static final long INSTRUMENT_SPACE = 1L << 55;

    final Slab hot;
    final Slab cold;
    final long instrumentsAt;
    final long pairsAt;

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
        this.instrumentsAt = ACCOUNTS + (long)accountCount * AccountLayout.STRIDE;
        this.pairsAt = instrumentsAt + (((long)instrumentCount * InstrumentLayout.STRIDE + LINE - 1) & -LINE);
        final long length = pairsAt + pairCount * PairLayout.STRIDE;
        this.hot = arena.allocate(length, LINE);
        this.cold = arena.allocate(length, LINE);
        for (int instrument = 0; instrument < instrumentCount; instrument++)
        {
            hot.putByte(
                instrumentOffset(instrument) + InstrumentLayout.STATE,
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
        return hot.getLong(LIMITS_VERSION);
    }

    /**
     * Returns a hash of exposures, positions, own prices, rates, duplicates, references and states. It ignores limits
     * and the sizes of the tables: equal histories hash alike.
     *
     * @return the hash
     */
    public long stateHash()
    {
        long hash = StateHash.of(0, hot.getLong(LATEST_TIME), hot.getByte(MARKET_STATE), 0);
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

    /**
     * Makes the kill switch whose reasons stand in these tables.
     *
     * @param arena that owns its counts
     * @return a switch with nothing stopped
     */
    public KillSwitch killSwitch(final Arena arena)
    {
        return new KillSwitch(
            arena,
            hot,
            MARKET_KILL_REASONS,
            new KillSwitch.Places(ACCOUNTS + AccountLayout.KILL_REASONS, AccountLayout.STRIDE, accountCount),
            new KillSwitch.Places(
                instrumentsAt + InstrumentLayout.KILL_REASONS, InstrumentLayout.STRIDE, instrumentCount));
    }

    /** Both slabs: limits, exposures, states and reasons of the kill switch. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("accountCount", accountCount);
        state.constant("instrumentCount", instrumentCount);
        state.slab("hot", hot);
        state.slab("cold", cold);
    }

    long accountOffset(final int account)
    {
        return ACCOUNTS + ((long)account << AccountLayout.SHIFT);
    }

    long instrumentOffset(final int instrument)
    {
        return instrumentsAt + ((long)instrument << InstrumentLayout.SHIFT);
    }

    long pairOffset(final int account, final int instrument)
    {
        return pairsAt + (((long)account * instrumentCount + instrument) << PairLayout.SHIFT);
    }

    boolean isAccount(final int account)
    {
        return account >= 0 && account < accountCount;
    }

    boolean isInstrument(final int instrument)
    {
        return instrument >= 0 && instrument < instrumentCount;
    }

    int position(final long pair)
    {
        return cold.getInt(pair + PairLayout.POSITION);
    }

    /** Open quantity of a side: what its limit and the position leave, less what may still be ordered. */
    long openQuantity(final long pair, final int side)
    {
        final long headroom = hot.getInt(pair + PairLayout.HEADROOM + PairLayout.half(side));
        final long position = position(pair);
        return (side & 1) == 0 ?
            cold.getInt(pair + PairLayout.MAX_LONG) - position - headroom :
            cold.getInt(pair + PairLayout.MAX_SHORT) + position - headroom;
    }

    private long instrumentHash(final int instrument)
    {
        final long record = instrumentOffset(instrument);
        final int fresh = InstrumentLayout.CLOSED | InstrumentLayout.NO_REFERENCE;
        return StateHash.of(
            INSTRUMENT_SPACE | instrument,
            (hot.getByte(record + InstrumentLayout.STATE) & InstrumentLayout.FLAGS_MASK) ^ fresh,
            cold.getLong(record + InstrumentLayout.REFERENCE),
            0);
    }

    private long accountHash(final int account)
    {
        final long record = accountOffset(account);
        final long arrivalNanos =
            hot.getLong(record + AccountLayout.EARLIEST) + AccountLayout.toleranceNanos(hot, record);
        final long exposure = StateHash.of(
            ACCOUNT_SPACE | account,
            hot.getLong(record + AccountLayout.OPEN_NOTIONAL),
            hot.getInt(record + AccountLayout.OPEN_ORDERS),
            arrivalNanos);
        return exposure + StateHash.of(
            ACCOUNT_RATE_SPACE | account,
            hot.getLong(record + AccountLayout.LAST_ORDER_TIME),
            hot.getLong(record + AccountLayout.LAST_FINGERPRINT),
            0);
    }

    private long pairHash(final int account, final int instrument)
    {
        final long pair = pairOffset(account, instrument);
        final long key = ((long)account << 32) | instrument;
        final long exposure = StateHash.of(
            PAIR_SPACE | key, position(pair), openQuantity(pair, Side.BUY), openQuantity(pair, Side.SELL));
        return exposure + StateHash.of(PAIR_KEYS_SPACE | key, hot.getLong(pair + PairLayout.KEYS), 0, 0);
    }
}
