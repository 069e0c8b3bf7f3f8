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

import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.InvalidLimitsException;
import io.packetflow.risk.limit.KillSwitch;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Writes limits into the records that the checks read. It runs on the thread that checks orders, as part
 * of a control instance, so each order is judged by one version of the limits and a replay by the same one.
 *
 * <p>Each change counts {@link PreTradeTables#limitsVersion} up by one. Exposures and positions stay: a limit may be
 * lowered below what is open, and then only what reduces it passes. Limits that cannot be meant are refused with all
 * errors named, and change nothing.
 */
public final class LimitTable
{
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PreTradeTables tables;
    private final InstrumentBoard board;
    private final KillSwitch killSwitch;

    /**
     * Binds a limit table to the records.
     *
     * @param tables that it writes
     * @param board that computes bounds anew
     * @param killSwitch that takes the breach limit
     */
    public LimitTable(final PreTradeTables tables, final InstrumentBoard board, final KillSwitch killSwitch)
    {
        this.tables = tables;
        this.board = board;
        this.killSwitch = killSwitch;
    }

    /**
     * Applies all limits at once, as one change.
     *
     * @param limits for tables of this size
     * @return the new version of the limits
     * @throws IllegalArgumentException if they are made for tables of another size
     */
    public long apply(final RiskLimits limits)
    {
        if (limits.accountCount() != tables.accountCount() || limits.instrumentCount() != tables.instrumentCount())
        {
            throw new IllegalArgumentException("limits and tables must be of one size: limits for " +
                limits.accountCount() + " accounts and " + limits.instrumentCount() + " instruments, tables for " +
                tables.accountCount() + " and " + tables.instrumentCount());
        }
        for (int instrument = 0; instrument < tables.instrumentCount(); instrument++)
        {
            write(instrument, limits.instrument(instrument));
        }
        for (int account = 0; account < tables.accountCount(); account++)
        {
            write(account, limits.account(account));
            for (int instrument = 0; instrument < tables.instrumentCount(); instrument++)
            {
                write(account, instrument, limits.pairDefault());
            }
        }
        limits.pairs().forEach((key, pair) -> write(key.account(), key.instrument(), pair));
        tables.hot.putLong(PreTradeTables.DUPLICATE_WINDOW, limits.duplicateWindowNanos());
        killSwitch.breachLimit(limits.maxBreaches(), limits.breachWindowNanos());
        return countUp();
    }

    /**
     * Changes the limits of one instrument.
     *
     * @param instrument index
     * @param limits that replace the ones it had
     * @return the new version of the limits
     * @throws InvalidLimitsException if they cannot be meant
     */
    public long instrument(final int instrument, final InstrumentLimits limits)
    {
        requireInside(0, instrument);
        final List<String> errors = new ArrayList<>();
        limits.validate("instrument " + instrument, errors);
        requireNone(errors);
        write(instrument, limits);
        return countUp();
    }

    /**
     * Changes the limits of one account.
     *
     * @param account index
     * @param limits that replace the ones it had
     * @return the new version of the limits
     * @throws InvalidLimitsException if they cannot be meant
     */
    public long account(final int account, final AccountLimits limits)
    {
        requireInside(account, 0);
        final List<String> errors = new ArrayList<>();
        limits.validate("account " + account, errors);
        requireNone(errors);
        write(account, limits);
        return countUp();
    }

    /**
     * Changes the limits of one account in one instrument.
     *
     * @param account index
     * @param instrument index
     * @param limits that replace the ones it had
     * @return the new version of the limits
     * @throws InvalidLimitsException if they cannot be meant
     */
    public long pair(final int account, final int instrument, final PairLimits limits)
    {
        requireInside(account, instrument);
        final List<String> errors = new ArrayList<>();
        limits.validate("account " + account + " in instrument " + instrument, errors);
        requireNone(errors);
        write(account, instrument, limits);
        return countUp();
    }

    private void write(final int instrument, final InstrumentLimits limits)
    {
        final long offset = tables.instrumentOffset(instrument);
        final Slab hot = tables.hot;
        final Slab cold = tables.cold;
        hot.putLong(offset + InstrumentLayout.MAX_NOTIONAL, limits.maxOrderNotionalE4());
        hot.putInt(offset + InstrumentLayout.MAX_QUANTITY, limits.maxQuantity());
        hot.putShort(offset + InstrumentLayout.PACKED, (short)limits.minQuantity());
        cold.putLong(offset + InstrumentLayout.MIN_PRICE, limits.minPriceE4());
        cold.putLong(offset + InstrumentLayout.MAX_PRICE, limits.maxPriceE4());
        cold.putInt(offset + InstrumentLayout.COLLAR, limits.collarBasisPoints());
        board.writeBounds(offset, cold.getLong(offset + InstrumentLayout.REFERENCE));
        scaleOwnPrices(instrument, PairLayout.priceShift(limits.maxPriceE4()));
    }

    private void write(final int account, final AccountLimits limits)
    {
        final long offset = tables.accountOffset(account);
        final Slab accounts = tables.hot;
        // Rounded up: a rate is never exceeded by a fraction of a nanosecond.
        final long emissionNanos = (NANOS_PER_SECOND + limits.ordersPerSecond() - 1) / limits.ordersPerSecond();
        accounts.putLong(offset + AccountLayout.MAX_ORDER_NOTIONAL, limits.maxOrderNotionalE4());
        accounts.putLong(offset + AccountLayout.MAX_OPEN_NOTIONAL, limits.maxOpenNotionalE4());
        accounts.putInt(offset + AccountLayout.MAX_OPEN_ORDERS, limits.maxOpenOrders());
        final long oldToleranceNanos = AccountLayout.toleranceNanos(accounts, offset);
        final int kill = accounts.getInt(offset + AccountLayout.BURST_LESS_ONE) & ~AccountLayout.BURST_MASK;
        accounts.putInt(offset + AccountLayout.EMISSION, (int)emissionNanos);
        accounts.putInt(offset + AccountLayout.BURST_LESS_ONE, kill | (limits.burstOrders() - 1));
        // What was sent is remembered by the theoretical arrival; it stays while the tolerance moves.
        final long movedNanos = oldToleranceNanos - AccountLayout.toleranceNanos(accounts, offset);
        accounts.putLong(
            offset + AccountLayout.EARLIEST, accounts.getLong(offset + AccountLayout.EARLIEST) + movedNanos);
    }

    private void write(final int account, final int instrument, final PairLimits limits)
    {
        final long pair = tables.pairOffset(account, instrument);
        final long position = tables.position(pair);
        final long openBuys = tables.openQuantity(pair, Side.BUY);
        final long openSells = tables.openQuantity(pair, Side.SELL);
        tables.cold.putInt(pair + PairLayout.MAX_LONG, limits.maxLong());
        tables.cold.putInt(pair + PairLayout.MAX_SHORT, limits.maxShort());
        putHeadroom(pair, Side.BUY, limits.maxLong() - position - openBuys);
        putHeadroom(pair, Side.SELL, limits.maxShort() + position - openSells);
    }

    private void putHeadroom(final long pair, final int side, final long headroom)
    {
        tables.hot.putInt(
            pair + PairLayout.HEADROOM + PairLayout.half(side),
            (int)Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, headroom)));
    }

    /** Keeps own resting prices where the maximum price moves their scale: never worse than they were. */
    private void scaleOwnPrices(final int instrument, final int shift)
    {
        final long place = tables.instrumentOffset(instrument) + InstrumentLayout.STATE;
        final int state = tables.hot.getByte(place);
        final int oldShift = (state >>> InstrumentLayout.PRICE_SHIFT_SHIFT) & InstrumentLayout.PRICE_SHIFT_MASK;
        final int flags = state & InstrumentLayout.FLAGS_MASK;
        tables.hot.putByte(place, (byte)((shift << InstrumentLayout.PRICE_SHIFT_SHIFT) | flags));
        if (oldShift == shift)
        {
            return;
        }
        for (int account = 0; account < tables.accountCount(); account++)
        {
            final long pair = tables.pairOffset(account, instrument);
            scaleOwnPrice(pair, Side.BUY, oldShift, shift);
            scaleOwnPrice(pair, Side.SELL, oldShift, shift);
        }
    }

    private void scaleOwnPrice(final long pair, final int side, final int oldShift, final int shift)
    {
        final long place = pair + PairLayout.KEYS + PairLayout.half(side);
        final long key = tables.hot.getInt(place) & PairLayout.KEY_MASK;
        if (key == 0)
        {
            return;
        }
        final long level = PairLayout.ownKey(key, side);
        // Of the prices in a bucket a bid takes the highest, an ask the lowest.
        final long priceE4 = side == Side.BUY ? (level << oldShift) - 1 : (level - 1) << oldShift;
        tables.hot.putInt(place, (int)PairLayout.ownKey(PairLayout.level(priceE4, shift), side));
    }

    private long countUp()
    {
        final long version = tables.limitsVersion() + 1;
        tables.hot.putLong(PreTradeTables.LIMITS_VERSION, version);
        return version;
    }

    private void requireInside(final int account, final int instrument)
    {
        if (!tables.isAccount(account) || !tables.isInstrument(instrument))
        {
            throw new IndexOutOfBoundsException("no such account or instrument: account=" + account + " of " +
                tables.accountCount() + " instrument=" + instrument + " of " + tables.instrumentCount());
        }
    }

    private static void requireNone(final List<String> errors)
    {
        if (!errors.isEmpty())
        {
            throw new InvalidLimitsException(errors);
        }
    }
}
