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
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillReason;

/**
 * Hot path. Pre-trade checks: one pass over all rules, answering a mask of {@link Violation}s, 0 being a pass. Single
 * owner: the thread that sends orders. No allocation, and no branch that depends on the outcome of a single rule: each
 * rule leaves its verdict in the sign of a difference. A record's signs are joined and looked at once; only where one
 * is set are they shifted to the bits of their rules. So a pass costs a handful of branches that are never taken.
 *
 * <p>An order that is none (an index outside the tables, a price, quantity, side or time that is nonsense) is refused
 * by its form alone; its mask then names only that. All other masks name every rule that the order breaks.
 *
 * <p>{@link #check} and {@link #checkReplace} change nothing. {@link #checkAndReserve} and
 * {@link #checkAndReserveReplace} are the order path: they reserve what passes and count what does not. Time is
 * logical: the stamp of the instance that caused the order, never decreasing.
 *
 * <p>A replace is judged by what it adds to the reservation of its original. Until the venue answers, either order may
 * fill, so the reservation is the larger price times the larger open quantity of the two; see {@link ExposureLedger}.
 *
 * <p>Design note: state is split by key. One record for each pair would be a cache miss of 64 bytes an order over a
 * table of 16 MB; apart, the instruments and accounts stay in the second level cache and the pairs take 4 MB.
 */
public final class PreTradeCheck implements Stateful
{
    private static final int KILLED = Violation.KILLED.bit();
    private static final int ACCOUNT_KILLED = Violation.ACCOUNT_KILLED.bit();
    private static final int INSTRUMENT_KILLED = Violation.INSTRUMENT_KILLED.bit();
    private static final int MARKET_HALTED = Violation.MARKET_HALTED.bit();
    private static final int PRICE_COLLAR = Violation.PRICE_COLLAR.bit();
    private static final int BELOW_MINIMUM = Violation.QUANTITY_BELOW_MINIMUM.bit();
    private static final int ABOVE_MAXIMUM = Violation.QUANTITY_ABOVE_MAXIMUM.bit();
    private static final int INSTRUMENT_NOTIONAL = Violation.INSTRUMENT_NOTIONAL.bit();
    private static final int ACCOUNT_NOTIONAL = Violation.ACCOUNT_NOTIONAL.bit();
    private static final int POSITION = Violation.POSITION.bit();
    private static final int OPEN_ORDERS = Violation.OPEN_ORDERS.bit();
    private static final int OPEN_NOTIONAL = Violation.OPEN_NOTIONAL.bit();
    private static final int ORDER_RATE = Violation.ORDER_RATE.bit();
    private static final int SELF_TRADE = Violation.SELF_TRADE.bit();
    private static final int DUPLICATE = Violation.DUPLICATE.bit();
    private static final int SPACE_LOW = Violation.SPACE_LOW.bit();
    private static final int SPACE_REASON = KillReason.SPACE.mask();
    private static final long ORIGINAL_INVALID = Violation.ORIGINAL_INVALID.mask();

    // Flags and kill reasons of a packed word, without the flag that depends on the side.
    private static final int STOPS =
        ((InstrumentLayout.FLAGS_MASK & ~InstrumentLayout.SHORT_RESTRICTED) << InstrumentLayout.PACKED_FLAGS_SHIFT) |
        (0xFF << InstrumentLayout.PACKED_KILL_SHIFT);
    // Bit 1 of the side is set for short sales; moved by this it is the flag that restricts them.
    private static final int SHORT_SALE_SHIFT = 1 + InstrumentLayout.PACKED_FLAGS_SHIFT;

    private final PreTradeTables tables;
    private final ExposureLedger ledger;
    private final RefusalCounters refusals;
    private final Slab hot;
    private final int accountCount;
    private final int instrumentCount;
    private long passedCount;

    /**
     * Binds the checks to their state.
     *
     * @param tables of limits and exposures
     * @param ledger that reserves what passes
     * @param refusals that counts what does not
     */
    public PreTradeCheck(
        final PreTradeTables tables,
        final ExposureLedger ledger,
        final RefusalCounters refusals)
    {
        this.tables = tables;
        this.ledger = ledger;
        this.refusals = refusals;
        this.hot = tables.hot;
        this.accountCount = tables.accountCount();
        this.instrumentCount = tables.instrumentCount();
    }

    /**
     * Checks a new order and changes nothing.
     *
     * @param account index
     * @param instrument index
     * @param side one of {@link Side}
     * @param priceE4 limit price
     * @param quantity of the order
     * @param nowNanos logical time
     * @return mask of violations; 0 is a pass
     */
    public long check(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        if (!isOrder(account, instrument, side, priceE4, quantity, nowNanos))
        {
            return OrderForm.violations(tables, account, instrument, side, priceE4, quantity, nowNanos);
        }
        final long notionalE4 = OrderForm.notionalE4(priceE4, quantity);
        return instrumentRules(instrument, side, priceE4, quantity, notionalE4) |
            accountRules(account, notionalE4, notionalE4, nowNanos) |
            newOrderRules(account, AccountLayout.fingerprint(instrument, side, priceE4, quantity), nowNanos) |
            pairRules(account, instrument, side, priceE4, quantity);
    }

    /**
     * Checks the replacement of an open order and changes nothing. Rules about single orders look at the new order;
     * position, open notional and the journal's space at what it adds to the original's reservation. The number of
     * open orders and the duplicate rule do not apply.
     *
     * @param account index
     * @param instrument index
     * @param side of original and replacement
     * @param priceE4 new limit price
     * @param quantity new open quantity
     * @param reservedPriceE4 at which the original is reserved
     * @param reservedQuantity that is reserved for the original
     * @param nowNanos logical time
     * @return mask of violations; 0 is a pass
     */
    public long checkReplace(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long reservedPriceE4,
        final int reservedQuantity,
        final long nowNanos)
    {
        final boolean isOriginal = OrderForm.isPrice(reservedPriceE4) && OrderForm.isQuantity(reservedQuantity);
        if (!isOriginal || !isOrder(account, instrument, side, priceE4, quantity, nowNanos))
        {
            return (isOriginal ? 0 : ORIGINAL_INVALID) |
                OrderForm.violations(tables, account, instrument, side, priceE4, quantity, nowNanos);
        }
        final long notionalE4 = OrderForm.notionalE4(priceE4, quantity);
        final long addedE4 = ExposureLedger.addedNotionalE4(priceE4, quantity, reservedPriceE4, reservedQuantity);
        final int addedQuantity = Math.max(quantity, reservedQuantity) - reservedQuantity;
        // What adds nothing is never refused for it: limits may have been lowered below what is open.
        final long ignored = (addedE4 == 0 ? 1L << OPEN_NOTIONAL : 0) | (addedQuantity == 0 ? 1L << POSITION : 0) |
            ((addedE4 | addedQuantity) == 0 ? 1L << SPACE_LOW : 0);
        return ~ignored & (instrumentRules(instrument, side, priceE4, quantity, notionalE4) |
            accountRules(account, notionalE4, addedE4, nowNanos) |
            pairRules(account, instrument, side, priceE4, addedQuantity));
    }

    /**
     * Checks a new order and, if it passes, reserves its exposure. A refused order changes no exposure; it is counted,
     * and may stop its account.
     *
     * @param account index
     * @param instrument index
     * @param side one of {@link Side}
     * @param priceE4 limit price
     * @param quantity of the order
     * @param nowNanos logical time
     * @return mask of violations; 0: reserved, and the order must be sent or released
     */
    public long checkAndReserve(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        final long violations = check(account, instrument, side, priceE4, quantity, nowNanos);
        if (violations != 0)
        {
            refusals.record(violations, account, nowNanos);
            return violations;
        }
        passedCount++;
        ledger.reserveChecked(account, instrument, side, priceE4, quantity, nowNanos);
        return 0;
    }

    /**
     * Checks a replace and, if it passes, moves the reservation of its order to the larger price and the larger
     * quantity of the two.
     *
     * @param account index
     * @param instrument index
     * @param side of original and replacement
     * @param priceE4 new limit price
     * @param quantity new open quantity
     * @param reservedPriceE4 at which the original is reserved
     * @param reservedQuantity that is reserved for the original
     * @param nowNanos logical time
     * @return mask of violations; 0: reserved, and the replace must be sent or settled
     */
    public long checkAndReserveReplace(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long reservedPriceE4,
        final int reservedQuantity,
        final long nowNanos)
    {
        final long violations = checkReplace(
            account, instrument, side, priceE4, quantity, reservedPriceE4, reservedQuantity, nowNanos);
        if (violations != 0)
        {
            refusals.record(violations, account, nowNanos);
            return violations;
        }
        passedCount++;
        ledger.reserveReplaceChecked(
            account, instrument, side, priceE4, quantity, reservedPriceE4, reservedQuantity, nowNanos);
        return 0;
    }

    /** Returns how many orders and replaces passed and were reserved. */
    public long passedCount()
    {
        return passedCount;
    }

    private boolean isOrder(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        return account >= 0 && account < accountCount &&
            instrument >= 0 && instrument < instrumentCount &&
            OrderForm.isSide(side) &&
            OrderForm.isPrice(priceE4) &&
            OrderForm.isQuantity(quantity) &&
            OrderForm.isTime(nowNanos, hot.getLong(PreTradeTables.LATEST_TIME));
    }

    private long instrumentRules(
        final int instrument, final int side, final long priceE4, final int quantity, final long notionalE4)
    {
        final long record = tables.instrumentOffset(instrument);
        final int packed = hot.getInt(record + InstrumentLayout.PACKED);
        final int market = hot.getInt(PreTradeTables.MARKET);
        final int applies = STOPS | ((side & 2) << SHORT_SALE_SHIFT);
        final long stops = (packed | market) & applies & 0xFFFF_FFFFL;
        final long low = priceE4 - hot.getLong(record + InstrumentLayout.LOW_PRICE);
        final long high = hot.getLong(record + InstrumentLayout.HIGH_PRICE) - priceE4;
        final long below = quantity - (long)(packed & InstrumentLayout.MIN_QUANTITY_MASK);
        final long above = hot.getInt(record + InstrumentLayout.MAX_QUANTITY) - (long)quantity;
        final long notional = hot.getLong(record + InstrumentLayout.MAX_NOTIONAL) - notionalE4;
        if ((low | high | below | above | notional | -stops) >= 0)
        {
            return 0;
        }
        final int reasons = market >>> InstrumentLayout.PACKED_KILL_SHIFT;
        final long flags = (stops >>> InstrumentLayout.PACKED_FLAGS_SHIFT) & InstrumentLayout.FLAGS_MASK;
        return (flags << MARKET_HALTED) |
            bit(-(long)(packed >>> InstrumentLayout.PACKED_KILL_SHIFT), INSTRUMENT_KILLED) |
            bit(-(long)(reasons & ~SPACE_REASON), KILLED) |
            bit(-(long)(reasons & SPACE_REASON), SPACE_LOW) |
            bit(low | high, PRICE_COLLAR) |
            bit(below, BELOW_MINIMUM) |
            bit(above, ABOVE_MAXIMUM) |
            bit(notional, INSTRUMENT_NOTIONAL);
    }

    private long accountRules(
        final int account, final long notionalE4, final long addedNotionalE4, final long nowNanos)
    {
        final long record = tables.accountOffset(account);
        final long killed = -(long)(hot.getByte(record + AccountLayout.KILL_REASONS) & 0xFF);
        final long notional = hot.getLong(record + AccountLayout.MAX_ORDER_NOTIONAL) - notionalE4;
        final long room = hot.getLong(record + AccountLayout.MAX_OPEN_NOTIONAL) -
            hot.getLong(record + AccountLayout.OPEN_NOTIONAL) - addedNotionalE4;
        final long rate = nowNanos - hot.getLong(record + AccountLayout.EARLIEST);
        if ((killed | notional | room | rate) >= 0)
        {
            return 0;
        }
        return bit(killed, ACCOUNT_KILLED) |
            bit(notional, ACCOUNT_NOTIONAL) |
            bit(room, OPEN_NOTIONAL) |
            bit(rate, ORDER_RATE);
    }

    private long newOrderRules(final int account, final long fingerprint, final long nowNanos)
    {
        final long record = tables.accountOffset(account);
        final long open = hot.getInt(record + AccountLayout.MAX_OPEN_ORDERS) -
            (long)hot.getInt(record + AccountLayout.OPEN_ORDERS) - 1;
        final long ageNanos = nowNanos - hot.getLong(record + AccountLayout.LAST_ORDER_TIME);
        final boolean same = hot.getLong(record + AccountLayout.LAST_FINGERPRINT) == fingerprint;
        final long again = same ? ageNanos - hot.getLong(PreTradeTables.DUPLICATE_WINDOW) : 0;
        if ((open | again) >= 0)
        {
            return 0;
        }
        return bit(open, OPEN_ORDERS) | bit(again, DUPLICATE);
    }

    private long pairRules(
        final int account, final int instrument, final int side, final long priceE4, final int addedQuantity)
    {
        final long record = tables.pairOffset(account, instrument);
        final int packed = hot.getInt(tables.instrumentOffset(instrument) + InstrumentLayout.PACKED);
        final long room = hot.getInt(record + PairLayout.HEADROOM + PairLayout.half(side)) - (long)addedQuantity;
        final long resting = hot.getInt(record + PairLayout.KEYS + PairLayout.half(side ^ 1)) & PairLayout.KEY_MASK;
        final long level = PairLayout.level(priceE4, InstrumentLayout.priceShift(packed));
        // At or above the key of the price, a resting order of the other side would trade with this one.
        final long crosses = ~(resting - PairLayout.oppositeKey(level, side));
        if ((room | crosses) >= 0)
        {
            return 0;
        }
        return bit(room, POSITION) | bit(crosses, SELF_TRADE);
    }

    /** Moves a sign to the bit of a rule. */
    private static long bit(final long sign, final int rule)
    {
        return (sign >>> 63) << rule;
    }

    /** Cold. The count of what passed; all else lies in the tables. */
    @Override
    public void exchange(final StateExchange state)
    {
        passedCount = state.int64("passedCount", passedCount);
    }
}
