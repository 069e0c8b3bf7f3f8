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
import io.packetflow.risk.limit.KillSwitch;

/**
 * Hot path. Pre-trade checks: one pass over all rules, answering a mask of {@link Violation}s, 0 being a pass. Single
 * owner: the thread that sends orders. No allocation, and no branch that depends on the outcome of a single rule: each
 * rule leaves its verdict in the sign of a difference, which is shifted to the rule's bit.
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
public final class PreTradeCheck
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
    private static final long ORIGINAL_INVALID = Violation.ORIGINAL_INVALID.mask();

    private final PreTradeTables tables;
    private final KillSwitch killSwitch;
    private final ExposureLedger ledger;
    private final RefusalCounters refusals;
    private final Slab control;
    private final Slab instruments;
    private final Slab accounts;
    private final Slab pairs;
    private long passedCount;

    /**
     * Binds the checks to their state.
     *
     * @param tables of limits and exposures
     * @param killSwitch that is asked for each order, and told of refusals
     * @param ledger that reserves what passes
     * @param refusals that counts what does not
     */
    public PreTradeCheck(
        final PreTradeTables tables,
        final KillSwitch killSwitch,
        final ExposureLedger ledger,
        final RefusalCounters refusals)
    {
        this.tables = tables;
        this.killSwitch = killSwitch;
        this.ledger = ledger;
        this.refusals = refusals;
        this.control = tables.control;
        this.instruments = tables.instruments;
        this.accounts = tables.accounts;
        this.pairs = tables.pairs;
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
        if (formSign(account, instrument, side, priceE4, quantity, nowNanos) < 0)
        {
            return OrderForm.violations(tables, account, instrument, side, priceE4, quantity, nowNanos);
        }
        final long notionalE4 = OrderForm.notionalE4(priceE4, quantity);
        return stopRules(account, instrument) |
            instrumentRules(instrument, side, priceE4, quantity, notionalE4) |
            accountRules(account, notionalE4, notionalE4, nowNanos) |
            newOrderRules(account, AccountLayout.fingerprint(instrument, side, priceE4, quantity), nowNanos) |
            pairRules(account, instrument, side, priceE4, quantity);
    }

    /**
     * Checks the replacement of an open order and changes nothing. Rules about single orders look at the new order;
     * position and open notional at what it adds to the original's reservation. The number of open orders and the
     * duplicate rule do not apply.
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
        final long originalSign = OrderForm.priceSign(reservedPriceE4) | OrderForm.quantitySign(reservedQuantity);
        if ((formSign(account, instrument, side, priceE4, quantity, nowNanos) | originalSign) < 0)
        {
            final long original = originalSign < 0 ? ORIGINAL_INVALID : 0;
            return original |
                OrderForm.violations(tables, account, instrument, side, priceE4, quantity, nowNanos);
        }
        final long notionalE4 = OrderForm.notionalE4(priceE4, quantity);
        final long addedE4 = ExposureLedger.addedNotionalE4(priceE4, quantity, reservedPriceE4, reservedQuantity);
        final int addedQuantity = Math.max(quantity, reservedQuantity) - reservedQuantity;
        return stopRules(account, instrument) |
            instrumentRules(instrument, side, priceE4, quantity, notionalE4) |
            accountRules(account, notionalE4, addedE4, nowNanos) |
            pairRules(account, instrument, side, priceE4, addedQuantity);
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

    private long formSign(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        return tables.outside(account, instrument) |
            OrderForm.sideSign(side) |
            OrderForm.quantitySign(quantity) |
            OrderForm.priceSign(priceE4) |
            OrderForm.timeSign(nowNanos, control.getLong(PreTradeTables.LATEST_TIME));
    }

    private long stopRules(final int account, final int instrument)
    {
        return bit(-(long)killSwitch.globalReasons(), KILLED) |
            bit(-(long)killSwitch.accountReasons(account), ACCOUNT_KILLED) |
            bit(-(long)killSwitch.instrumentReasons(instrument), INSTRUMENT_KILLED);
    }

    private long instrumentRules(
        final int instrument, final int side, final long priceE4, final int quantity, final long notionalE4)
    {
        final long record = InstrumentLayout.offset(instrument);
        final int packed = instruments.getInt(record + InstrumentLayout.PACKED);
        final long lowE4 = instruments.getLong(record + InstrumentLayout.LOW_PRICE);
        final long highE4 = instruments.getLong(record + InstrumentLayout.HIGH_PRICE);
        final long maxNotionalE4 = instruments.getLong(record + InstrumentLayout.MAX_NOTIONAL);
        final long minQuantity = packed & InstrumentLayout.PACKED_MIN_QUANTITY_MASK;
        final long maxQuantity = instruments.getInt(record + InstrumentLayout.MAX_QUANTITY);
        final long flags = ((packed >>> InstrumentLayout.PACKED_FLAGS_SHIFT) & InstrumentLayout.PACKED_FLAGS_MASK) |
            control.getLong(PreTradeTables.MARKET_FLAGS);
        // The short-sale flag counts for short sales only: bit 1 of the side moves onto the flag's bit.
        final long applies = ~(long)InstrumentLayout.SHORT_RESTRICTED | ((side & 2) << 1);
        return ((flags & applies) << MARKET_HALTED) |
            bit(OrderForm.inRange(priceE4, lowE4, highE4), PRICE_COLLAR) |
            bit(quantity - minQuantity, BELOW_MINIMUM) |
            bit(maxQuantity - quantity, ABOVE_MAXIMUM) |
            bit(maxNotionalE4 - notionalE4, INSTRUMENT_NOTIONAL);
    }

    private long accountRules(
        final int account, final long notionalE4, final long addedNotionalE4, final long nowNanos)
    {
        final long record = AccountLayout.offset(account);
        final long maxNotionalE4 = accounts.getLong(record + AccountLayout.MAX_ORDER_NOTIONAL);
        final long roomE4 = accounts.getLong(record + AccountLayout.MAX_OPEN_NOTIONAL) -
            accounts.getLong(record + AccountLayout.OPEN_NOTIONAL);
        final long toleranceNanos = (long)accounts.getInt(record + AccountLayout.EMISSION) *
            accounts.getInt(record + AccountLayout.BURST_LESS_ONE);
        final long earliestNanos = accounts.getLong(record + AccountLayout.THEORETICAL_ARRIVAL) - toleranceNanos;
        return bit(maxNotionalE4 - notionalE4, ACCOUNT_NOTIONAL) |
            // What adds nothing is never refused: limits may have been lowered below what is open.
            bit((roomE4 - addedNotionalE4) & -addedNotionalE4, OPEN_NOTIONAL) |
            bit(nowNanos - earliestNanos, ORDER_RATE);
    }

    private long newOrderRules(final int account, final long fingerprint, final long nowNanos)
    {
        final long record = AccountLayout.offset(account);
        final long openOrders = accounts.getInt(record + AccountLayout.OPEN_ORDERS);
        final long maxOpenOrders = accounts.getInt(record + AccountLayout.MAX_OPEN_ORDERS);
        final long difference = accounts.getLong(record + AccountLayout.LAST_FINGERPRINT) ^ fingerprint;
        final long equal = ~(difference | -difference);
        final long ageNanos = nowNanos - accounts.getLong(record + AccountLayout.LAST_ORDER_TIME);
        final long withinWindow = ageNanos - control.getLong(PreTradeTables.DUPLICATE_WINDOW);
        return bit(maxOpenOrders - openOrders - 1, OPEN_ORDERS) |
            bit(equal & withinWindow, DUPLICATE);
    }

    private long pairRules(
        final int account, final int instrument, final int side, final long priceE4, final int addedQuantity)
    {
        final long record = tables.pairOffset(account, instrument);
        final int priceShift = instruments.getInt(InstrumentLayout.offset(instrument) + InstrumentLayout.PACKED) >>>
            InstrumentLayout.PACKED_PRICE_SHIFT_SHIFT;
        final long added = addedQuantity;
        final long headroom = pairs.getInt(record + PairLayout.HEADROOM + PairLayout.half(side));
        final long resting =
            pairs.getInt(record + PairLayout.KEYS + PairLayout.half(side ^ 1)) & PairLayout.KEY_MASK;
        final long crossing = PairLayout.oppositeKey(PairLayout.level(priceE4, priceShift), side);
        return bit((headroom - added) & -added, POSITION) |
            bit(~(resting - crossing), SELF_TRADE);
    }

    /** Moves a sign to the bit of a rule. */
    private static long bit(final long sign, final int rule)
    {
        return (sign >>> 63) << rule;
    }
}
