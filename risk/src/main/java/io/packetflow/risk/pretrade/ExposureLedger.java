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

import static io.packetflow.risk.limit.Ranges.MAX_NOTIONAL_E4;
import static io.packetflow.risk.limit.Ranges.MAX_POSITION;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillReason;
import io.packetflow.risk.limit.KillSwitch;

/**
 * Hot path. What open orders and positions amount to: it reserves exposure when an order goes out and moves it when
 * the venue reports. Single owner: the thread that checks orders. No allocation.
 *
 * <p><b>One reservation an order:</b> a price and an open quantity. It starts as the order's own, a fill or a partial
 * cancel takes from its quantity, and its end takes the rest. While a replace is in flight it is the larger price and
 * the larger quantity of old and new, since either may fill; {@link #onReplaced} then sets it to the order that
 * stands. Whoever owns the orders keeps the two numbers with each order and hands them back, so nothing drifts.
 *
 * <p><b>Own best prices</b> follow from reservations: exact while at most one order a side rests in a pair, otherwise
 * never better than the truth for the account, that is: a price stays best until its side is empty, or one order
 * remains and is replaced. {@link #ownBest} sets it exactly.
 *
 * <p>Reports that do not fit (more filled or cancelled than is open, a position beyond 32 bits) are applied as far as
 * numbers go and stop the account with {@link KillReason#ACCOUNTING}: its positions are not to be trusted.
 */
public final class ExposureLedger implements Stateful
{
    /** The report was applied. */
    public static final int APPLIED = 0;
    /** The report was nonsense (an index, side, price or quantity); nothing changed, and it was counted. */
    public static final int NONSENSE = -1;
    /** The report did not fit what is open; it was applied as far as possible and stopped the account. */
    public static final int INCONSISTENT = -2;

    private final PreTradeTables tables;
    private final KillSwitch killSwitch;
    private final Slab hot;
    private final Slab cold;
    private long nonsenseCount;
    private long inconsistentCount;

    /**
     * Binds a ledger to its tables.
     *
     * @param tables that it writes
     * @param killSwitch that stops accounts whose reports do not fit
     */
    public ExposureLedger(final PreTradeTables tables, final KillSwitch killSwitch)
    {
        this.tables = tables;
        this.killSwitch = killSwitch;
        this.hot = tables.hot;
        this.cold = tables.cold;
    }

    /**
     * Reserves an order without checking it: one that was checked before, or that rests at the venue when the process
     * starts. It counts neither towards the order rate nor as a duplicate.
     *
     * @param account index
     * @param instrument index
     * @param side one of {@link Side}
     * @param priceE4 limit price
     * @param quantity that is open
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int accept(
        final int account, final int instrument, final int side, final long priceE4, final int quantity)
    {
        if (isNonsense(account, instrument, side, priceE4, quantity))
        {
            return NONSENSE;
        }
        final long pair = tables.pairOffset(account, instrument);
        raiseOwnBest(pair, instrument, side, priceE4);
        final boolean pairFits = movePair(pair, side, quantity, 0);
        final boolean accountFits = moveAccount(account, OrderForm.notionalE4(priceE4, quantity), 1);
        return verdict(account, pairFits && accountFits);
    }

    /**
     * Ends an order that did not fill, or not wholly: rejected, cancelled, expired, or never sent.
     *
     * @param account index
     * @param instrument index
     * @param side of the order
     * @param reservedPriceE4 of its reservation
     * @param reservedQuantity all that is left of it
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int release(
        final int account,
        final int instrument,
        final int side,
        final long reservedPriceE4,
        final int reservedQuantity)
    {
        return onCancel(account, instrument, side, reservedPriceE4, reservedQuantity, true);
    }

    /**
     * Takes a cancelled quantity from an order.
     *
     * @param account index
     * @param instrument index
     * @param side of the order
     * @param reservedPriceE4 of its reservation
     * @param quantity that was cancelled
     * @param ends whether nothing of the order is left
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int onCancel(
        final int account,
        final int instrument,
        final int side,
        final long reservedPriceE4,
        final int quantity,
        final boolean ends)
    {
        if (isNonsense(account, instrument, side, reservedPriceE4, quantity))
        {
            return NONSENSE;
        }
        final boolean pairFits = movePair(tables.pairOffset(account, instrument), side, -(long)quantity, 0);
        final boolean accountFits =
            moveAccount(account, -OrderForm.notionalE4(reservedPriceE4, quantity), ends ? -1 : 0);
        return verdict(account, pairFits && accountFits);
    }

    /**
     * Moves a filled quantity from an order to the position.
     *
     * @param account index
     * @param instrument index
     * @param side of the order
     * @param reservedPriceE4 of its reservation, whatever price it filled at
     * @param quantity that was filled
     * @param ends whether nothing of the order is left
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int onFill(
        final int account,
        final int instrument,
        final int side,
        final long reservedPriceE4,
        final int quantity,
        final boolean ends)
    {
        if (isNonsense(account, instrument, side, reservedPriceE4, quantity))
        {
            return NONSENSE;
        }
        final long bought = (side & 1) == 0 ? quantity : -(long)quantity;
        final boolean pairFits = movePair(tables.pairOffset(account, instrument), side, -(long)quantity, bought);
        final boolean accountFits =
            moveAccount(account, -OrderForm.notionalE4(reservedPriceE4, quantity), ends ? -1 : 0);
        return verdict(account, pairFits && accountFits);
    }

    /**
     * Settles a replace: the venue accepted it, or refused it and the original stands.
     *
     * @param account index
     * @param instrument index
     * @param side of the order
     * @param priceE4 of the order that stands
     * @param quantity of it that is open
     * @param reservedPriceE4 of the reservation until now
     * @param reservedQuantity of the reservation until now
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int onReplaced(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long reservedPriceE4,
        final int reservedQuantity)
    {
        if (isNonsense(account, instrument, side, priceE4, quantity) ||
            isNonsense(account, instrument, side, reservedPriceE4, reservedQuantity))
        {
            return NONSENSE;
        }
        final long pair = tables.pairOffset(account, instrument);
        final boolean pairFits = movePair(pair, side, (long)quantity - reservedQuantity, 0);
        final long notionalE4 =
            OrderForm.notionalE4(priceE4, quantity) - OrderForm.notionalE4(reservedPriceE4, reservedQuantity);
        final boolean accountFits = moveAccount(account, notionalE4, 0);
        if (tables.openQuantity(pair, side) == quantity)
        {
            putOwnBest(pair, side, ownKey(instrument, side, priceE4));
        }
        else
        {
            raiseOwnBest(pair, instrument, side, priceE4);
        }
        return verdict(account, pairFits && accountFits);
    }

    /**
     * Sets a position: at the start of a day, or when it was corrected elsewhere. Open orders stay.
     *
     * @param account index
     * @param instrument index
     * @param position new position, short ones negative, up to {@code Ranges.MAX_POSITION} to either side
     * @return {@link #APPLIED}, {@link #NONSENSE} or {@link #INCONSISTENT}
     */
    public int position(final int account, final int instrument, final int position)
    {
        if (!tables.isAccount(account) || !tables.isInstrument(instrument) ||
            position < -MAX_POSITION || position > MAX_POSITION)
        {
            nonsenseCount++;
            return NONSENSE;
        }
        final long pair = tables.pairOffset(account, instrument);
        return verdict(account, movePair(pair, Side.BUY, 0, (long)position - tables.position(pair)));
    }

    /**
     * Sets the best price at which own orders rest, for owners of several orders a side.
     *
     * @param account index
     * @param instrument index
     * @param side of the resting orders
     * @param priceE4 best of them, or 0 where none rests
     * @return {@link #APPLIED} or {@link #NONSENSE}
     */
    public int ownBest(final int account, final int instrument, final int side, final long priceE4)
    {
        if (isNonsense(account, instrument, side, priceE4 == 0 ? 1 : priceE4, 1))
        {
            return NONSENSE;
        }
        putOwnBest(
            tables.pairOffset(account, instrument), side, priceE4 == 0 ? 0 : ownKey(instrument, side, priceE4));
        return APPLIED;
    }

    /**
     * Returns the position that the checks count with.
     *
     * @param account index
     * @param instrument index
     * @return the position, short ones negative
     */
    public int position(final int account, final int instrument)
    {
        return tables.position(tables.pairOffset(account, instrument));
    }

    /**
     * Returns how much is open to a side.
     *
     * @param account index
     * @param instrument index
     * @param side one of {@link Side}
     * @return reserved quantity
     */
    public long openQuantity(final int account, final int instrument, final int side)
    {
        return tables.openQuantity(tables.pairOffset(account, instrument), side);
    }

    /**
     * Returns what an account's open orders are worth.
     *
     * @param account index
     * @return price times quantity, buys and sells added
     */
    public long openNotionalE4(final int account)
    {
        return hot.getLong(tables.accountOffset(account) + AccountLayout.OPEN_NOTIONAL);
    }

    /**
     * Returns how many orders an account has open.
     *
     * @param account index
     * @return their count
     */
    public int openOrders(final int account)
    {
        return hot.getInt(tables.accountOffset(account) + AccountLayout.OPEN_ORDERS);
    }

    /** Returns how many reports were nonsense and changed nothing. */
    public long nonsenseCount()
    {
        return nonsenseCount;
    }

    /** Returns how many reports did not fit and stopped their account. */
    public long inconsistentCount()
    {
        return inconsistentCount;
    }

    /** Reserves an order that the check passed just now: headroom and room are known to suffice. */
    void reserveChecked(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        final long pair = tables.pairOffset(account, instrument);
        takeHeadroom(pair, side, quantity);
        raiseOwnBest(pair, instrument, side, priceE4);
        final long record = tables.accountOffset(account);
        final int openOrders = hot.getInt(record + AccountLayout.OPEN_ORDERS) + 1;
        hot.putInt(record + AccountLayout.OPEN_ORDERS, openOrders);
        hot.putLong(record + AccountLayout.LAST_ORDER_TIME, nowNanos);
        hot.putLong(
            record + AccountLayout.LAST_FINGERPRINT,
            AccountLayout.fingerprint(instrument, side, priceE4, quantity));
        takeRoomAndRate(record, OrderForm.notionalE4(priceE4, quantity), nowNanos);
    }

    /** Raises a reservation for a replace that the check passed just now. */
    void reserveReplaceChecked(
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long reservedPriceE4,
        final int reservedQuantity,
        final long nowNanos)
    {
        final long pair = tables.pairOffset(account, instrument);
        takeHeadroom(pair, side, Math.max(quantity, reservedQuantity) - reservedQuantity);
        raiseOwnBest(pair, instrument, side, priceE4);
        takeRoomAndRate(
            tables.accountOffset(account),
            addedNotionalE4(priceE4, quantity, reservedPriceE4, reservedQuantity),
            nowNanos);
    }

    /** What a replace adds to a reservation: the larger price times the larger quantity, less what is reserved. */
    static long addedNotionalE4(
        final long priceE4, final int quantity, final long reservedPriceE4, final int reservedQuantity)
    {
        final long jointE4 =
            OrderForm.notionalE4(Math.max(priceE4, reservedPriceE4), Math.max(quantity, reservedQuantity));
        return jointE4 - OrderForm.notionalE4(reservedPriceE4, reservedQuantity);
    }

    private void takeHeadroom(final long pair, final int side, final int quantity)
    {
        final long place = pair + PairLayout.HEADROOM + PairLayout.half(side);
        hot.putInt(place, hot.getInt(place) - quantity);
    }

    private void takeRoomAndRate(final long record, final long notionalE4, final long nowNanos)
    {
        final long openE4 = hot.getLong(record + AccountLayout.OPEN_NOTIONAL);
        hot.putLong(record + AccountLayout.OPEN_NOTIONAL, openE4 + notionalE4);
        final long earliestNanos = Math.max(
            hot.getLong(record + AccountLayout.EARLIEST), nowNanos - AccountLayout.toleranceNanos(hot, record));
        hot.putLong(
            record + AccountLayout.EARLIEST, earliestNanos + hot.getInt(record + AccountLayout.EMISSION));
        hot.putLong(PreTradeTables.LATEST_TIME, nowNanos);
    }

    private long ownKey(final int instrument, final int side, final long priceE4)
    {
        final int packed = hot.getInt(tables.instrumentOffset(instrument) + InstrumentLayout.PACKED);
        return PairLayout.ownKey(PairLayout.level(priceE4, InstrumentLayout.priceShift(packed)), side);
    }

    private void raiseOwnBest(final long pair, final int instrument, final int side, final long priceE4)
    {
        final long resting =
            hot.getInt(pair + PairLayout.KEYS + PairLayout.half(side)) & PairLayout.KEY_MASK;
        putOwnBest(pair, side, Math.max(resting, ownKey(instrument, side, priceE4)));
    }

    private void putOwnBest(final long pair, final int side, final long key)
    {
        hot.putInt(pair + PairLayout.KEYS + PairLayout.half(side), (int)key);
    }

    /** Moves open quantity and position of a pair; false where the numbers did not fit and were held to the edge. */
    private boolean movePair(final long pair, final int side, final long openDelta, final long positionDelta)
    {
        final long open = tables.openQuantity(pair, side);
        final long openAfter = Math.max(0, open + openDelta);
        final long opened = openAfter - open;
        final long sells = side & 1;
        final long position = tables.position(pair) + positionDelta;
        final long buyHeadroom = hot.getInt(pair + PairLayout.HEADROOM) - positionDelta - opened * (1 - sells);
        final long sellHeadroom =
            hot.getInt(pair + PairLayout.HEADROOM + Integer.BYTES) + positionDelta - opened * sells;
        cold.putInt(pair + PairLayout.POSITION, saturated(position));
        hot.putInt(pair + PairLayout.HEADROOM, saturated(buyHeadroom));
        hot.putInt(pair + PairLayout.HEADROOM + Integer.BYTES, saturated(sellHeadroom));
        if (openDelta < 0 && openAfter == 0)
        {
            putOwnBest(pair, side, 0);
        }
        return opened == openDelta && (int)position == position &&
            (int)buyHeadroom == buyHeadroom && (int)sellHeadroom == sellHeadroom;
    }

    private boolean moveAccount(final int account, final long notionalDeltaE4, final int orderDelta)
    {
        final long record = tables.accountOffset(account);
        final long openE4 = hot.getLong(record + AccountLayout.OPEN_NOTIONAL) + notionalDeltaE4;
        final long orders = (long)hot.getInt(record + AccountLayout.OPEN_ORDERS) + orderDelta;
        final long openHeldE4 = Math.max(0, Math.min(MAX_NOTIONAL_E4, openE4));
        final long ordersHeld = Math.max(0, saturated(orders));
        hot.putLong(record + AccountLayout.OPEN_NOTIONAL, openHeldE4);
        hot.putInt(record + AccountLayout.OPEN_ORDERS, (int)ordersHeld);
        return openHeldE4 == openE4 && ordersHeld == orders;
    }

    private static int saturated(final long value)
    {
        return (int)Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private boolean isNonsense(
        final int account, final int instrument, final int side, final long priceE4, final int quantity)
    {
        final boolean nonsense = !tables.isAccount(account) || !tables.isInstrument(instrument) ||
            !OrderForm.isSide(side) || !OrderForm.isQuantity(quantity) || !OrderForm.isPrice(priceE4);
        nonsenseCount += nonsense ? 1 : 0;
        return nonsense;
    }

    private int verdict(final int account, final boolean fits)
    {
        if (fits)
        {
            return APPLIED;
        }
        inconsistentCount++;
        killSwitch.engageAccount(account, KillReason.ACCOUNTING);
        return INCONSISTENT;
    }

    /** Cold. The counts; all else lies in the tables. */
    @Override
    public void exchange(final StateExchange state)
    {
        nonsenseCount = state.int64("nonsenseCount", nonsenseCount);
        inconsistentCount = state.int64("inconsistentCount", inconsistentCount);
    }
}
