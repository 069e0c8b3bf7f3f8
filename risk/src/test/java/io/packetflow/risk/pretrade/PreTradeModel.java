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

import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.limit.RiskLimits;
import java.math.BigInteger;
import java.util.Objects;

/** The rules and the ledger once more, as plainly as they can be said: branches, objects and big integers. */
final class PreTradeModel
{
    final Instrument[] instruments;
    final Account[] accounts;
    final Pair[][] pairs;
    boolean killed;
    boolean spaceLow;
    int marketState;
    long duplicateWindowNanos;
    long latestNanos;

    PreTradeModel(final RiskLimits limits)
    {
        instruments = new Instrument[limits.instrumentCount()];
        accounts = new Account[limits.accountCount()];
        pairs = new Pair[accounts.length][instruments.length];
        for (int i = 0; i < instruments.length; i++)
        {
            instruments[i] = new Instrument(limits.instrument(i));
        }
        for (int a = 0; a < accounts.length; a++)
        {
            accounts[a] = new Account(limits.account(a));
            for (int i = 0; i < instruments.length; i++)
            {
                pairs[a][i] = new Pair(
                    limits.pairs().getOrDefault(new RiskLimits.PairKey(a, i), limits.pairDefault()));
            }
        }
        duplicateWindowNanos = limits.duplicateWindowNanos();
    }

    long form(final int a, final int i, final int side, final long price, final int quantity, final long now)
    {
        long mask = 0;
        if (a < 0 || a >= accounts.length)
        {
            mask |= Violation.ACCOUNT_UNKNOWN.mask();
        }
        if (i < 0 || i >= instruments.length)
        {
            mask |= Violation.INSTRUMENT_UNKNOWN.mask();
        }
        if (side != Side.BUY && side != Side.SELL && side != Side.SELL_SHORT)
        {
            mask |= Violation.SIDE_INVALID.mask();
        }
        if (price <= 0 || price > Ranges.MAX_PRICE_E4)
        {
            mask |= Violation.PRICE_INVALID.mask();
        }
        if (quantity <= 0)
        {
            mask |= Violation.QUANTITY_INVALID.mask();
        }
        if (now < 0 || now > Ranges.MAX_TIME_NANOS || now < latestNanos)
        {
            mask |= Violation.TIME_INVALID.mask();
        }
        return mask;
    }

    long check(final int a, final int i, final int side, final long price, final int quantity, final long now)
    {
        final long form = form(a, i, side, price, quantity, now);
        if (form != 0)
        {
            return form;
        }
        final Account account = accounts[a];
        long mask = common(a, i, side, price, quantity, now);
        if (account.openOrders >= account.limits.maxOpenOrders())
        {
            mask |= Violation.OPEN_ORDERS.mask();
        }
        final boolean same = new Order(i, side, price, quantity).equals(account.lastOrder);
        if (same && now - account.lastNanos < duplicateWindowNanos)
        {
            mask |= Violation.DUPLICATE.mask();
        }
        mask |= exposure(a, i, side, notional(price, quantity), BigInteger.valueOf(quantity));
        return mask;
    }

    long checkReplace(
        final int a,
        final int i,
        final int side,
        final long price,
        final int quantity,
        final long oldPrice,
        final int oldQuantity,
        final long now)
    {
        long form = form(a, i, side, price, quantity, now);
        if (oldPrice <= 0 || oldPrice > Ranges.MAX_PRICE_E4 || oldQuantity <= 0)
        {
            form |= Violation.ORIGINAL_INVALID.mask();
        }
        if (form != 0)
        {
            return form;
        }
        final BigInteger joint = notional(Math.max(price, oldPrice), Math.max(quantity, oldQuantity));
        return common(a, i, side, price, quantity, now) |
            exposure(
                a, i, side, joint.subtract(notional(oldPrice, oldQuantity)),
                BigInteger.valueOf(Math.max(quantity, oldQuantity) - (long)oldQuantity));
    }

    void reserve(final int a, final int i, final int side, final long price, final int quantity, final long now)
    {
        final Account account = accounts[a];
        account.openOrders++;
        account.openNotional = account.openNotional.add(notional(price, quantity));
        account.lastOrder = new Order(i, side, price, quantity);
        account.lastNanos = now;
        account.pay(now);
        latestNanos = now;
        pairs[a][i].open(side, quantity);
        pairs[a][i].raiseBest(side, price);
    }

    void reserveReplace(
        final int a,
        final int i,
        final int side,
        final long price,
        final int quantity,
        final long oldPrice,
        final int oldQuantity,
        final long now)
    {
        final Account account = accounts[a];
        final BigInteger joint = notional(Math.max(price, oldPrice), Math.max(quantity, oldQuantity));
        account.openNotional = account.openNotional.add(joint).subtract(notional(oldPrice, oldQuantity));
        account.pay(now);
        latestNanos = now;
        pairs[a][i].open(side, Math.max(quantity, oldQuantity) - (long)oldQuantity);
        pairs[a][i].raiseBest(side, price);
    }

    void replaced(
        final int a,
        final int i,
        final int side,
        final long price,
        final int quantity,
        final long oldPrice,
        final int oldQuantity)
    {
        final Account account = accounts[a];
        account.openNotional =
            account.openNotional.add(notional(price, quantity)).subtract(notional(oldPrice, oldQuantity));
        final Pair pair = pairs[a][i];
        pair.open(side, (long)quantity - oldQuantity);
        if (pair.open(side) == quantity)
        {
            pair.best[side & 1] = price;
        }
        pair.raiseBest(side, price);
    }

    void closeQuantity(
        final int a, final int i, final int side, final long price, final int quantity, final boolean ends)
    {
        accounts[a].openNotional = accounts[a].openNotional.subtract(notional(price, quantity));
        accounts[a].openOrders -= ends ? 1 : 0;
        pairs[a][i].open(side, -quantity);
    }

    private long common(
        final int a, final int i, final int side, final long price, final int quantity, final long now)
    {
        final Instrument instrument = instruments[i];
        final Account account = accounts[a];
        final BigInteger notional = notional(price, quantity);
        long mask = stops(account, instrument, side);
        if (!instrument.collarHolds(price))
        {
            mask |= Violation.PRICE_COLLAR.mask();
        }
        if (quantity < instrument.limits.minQuantity())
        {
            mask |= Violation.QUANTITY_BELOW_MINIMUM.mask();
        }
        if (quantity > instrument.limits.maxQuantity())
        {
            mask |= Violation.QUANTITY_ABOVE_MAXIMUM.mask();
        }
        if (exceeds(notional, instrument.limits.maxOrderNotionalE4()))
        {
            mask |= Violation.INSTRUMENT_NOTIONAL.mask();
        }
        if (exceeds(notional, account.limits.maxOrderNotionalE4()))
        {
            mask |= Violation.ACCOUNT_NOTIONAL.mask();
        }
        if (!account.rateHolds(now))
        {
            mask |= Violation.ORDER_RATE.mask();
        }
        if (pairs[a][i].crosses(side, price, instrument.bucket()))
        {
            mask |= Violation.SELF_TRADE.mask();
        }
        return mask;
    }

    private long stops(final Account account, final Instrument instrument, final int side)
    {
        long mask = 0;
        mask |= killed ? Violation.KILLED.mask() : 0;
        mask |= account.killed ? Violation.ACCOUNT_KILLED.mask() : 0;
        mask |= instrument.killed ? Violation.INSTRUMENT_KILLED.mask() : 0;
        final int state = instrument.state | marketState;
        mask |= (state & InstrumentBoard.HALTED) != 0 ? Violation.MARKET_HALTED.mask() : 0;
        mask |= (state & InstrumentBoard.CLOSED) != 0 ? Violation.MARKET_CLOSED.mask() : 0;
        if (instrument.shortRestricted && side == Side.SELL_SHORT)
        {
            mask |= Violation.SHORT_SALE_RESTRICTED.mask();
        }
        mask |= instrument.reference == 0 ? Violation.REFERENCE_MISSING.mask() : 0;
        return mask;
    }

    private long exposure(
        final int a, final int i, final int side, final BigInteger addedNotional, final BigInteger addedQuantity)
    {
        long mask = 0;
        final Account account = accounts[a];
        final BigInteger open = account.openNotional.add(addedNotional);
        if (addedNotional.signum() > 0 && exceeds(open, account.limits.maxOpenNotionalE4()))
        {
            mask |= Violation.OPEN_NOTIONAL.mask();
        }
        final Pair pair = pairs[a][i];
        final BigInteger worst = side == Side.BUY ?
            BigInteger.valueOf(pair.position + pair.openBuys) : BigInteger.valueOf(pair.openSells - pair.position);
        final int limit = side == Side.BUY ? pair.limits.maxLong() : pair.limits.maxShort();
        if (addedQuantity.signum() > 0 && exceeds(worst.add(addedQuantity), limit))
        {
            mask |= Violation.POSITION.mask();
        }
        if (spaceLow && addedNotional.signum() + addedQuantity.signum() > 0)
        {
            mask |= Violation.SPACE_LOW.mask();
        }
        return mask;
    }

    private static boolean exceeds(final BigInteger value, final long limit)
    {
        return value.compareTo(BigInteger.valueOf(limit)) > 0;
    }

    private static BigInteger notional(final long price, final int quantity)
    {
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
    }

    /** An order as the duplicate rule compares it. */
    record Order(int instrument, int side, long price, int quantity)
    {
    }

    /** An instrument's limits and what the market says about it. */
    static final class Instrument
    {
        InstrumentLimits limits;
        long reference;
        int state = InstrumentBoard.CLOSED;
        boolean shortRestricted;
        boolean killed;

        Instrument(final InstrumentLimits limits)
        {
            this.limits = limits;
        }

        boolean collarHolds(final long price)
        {
            if (price < limits.minPriceE4() || price > limits.maxPriceE4())
            {
                return false;
            }
            if (reference == 0)
            {
                return true;
            }
            final BigInteger distance = BigInteger.valueOf(price - reference).abs();
            final BigInteger allowed =
                BigInteger.valueOf(reference).multiply(BigInteger.valueOf(limits.collarBasisPoints()));
            return distance.multiply(BigInteger.valueOf(10_000)).compareTo(allowed) <= 0;
        }

        /** Prices of one bucket count as one price to the self-trade rule. */
        long bucket()
        {
            long bucket = 1;
            while (limits.maxPriceE4() / bucket > 4_294_967_292L)
            {
                bucket *= 2;
            }
            return bucket;
        }
    }

    /** An account's limits and exposure; its rate is a leaky bucket of nanoseconds. */
    static final class Account
    {
        AccountLimits limits;
        BigInteger openNotional = BigInteger.ZERO;
        long openOrders;
        Order lastOrder;
        long lastNanos;
        boolean killed;
        private long level;
        private long levelNanos;

        Account(final AccountLimits limits)
        {
            this.limits = limits;
        }

        boolean rateHolds(final long now)
        {
            return levelAt(now) + cost() <= cost() * limits.burstOrders();
        }

        void pay(final long now)
        {
            level = levelAt(now) + cost();
            levelNanos = now;
        }

        private long levelAt(final long now)
        {
            return Math.max(0, level - (now - levelNanos));
        }

        private long cost()
        {
            return (1_000_000_000L + limits.ordersPerSecond() - 1) / limits.ordersPerSecond();
        }
    }

    /** Position, open quantities and best own prices of an account in an instrument. */
    static final class Pair
    {
        PairLimits limits;
        long position;
        long openBuys;
        long openSells;
        final Long[] best = new Long[2];

        Pair(final PairLimits limits)
        {
            this.limits = Objects.requireNonNull(limits);
        }

        long open(final int side)
        {
            return side == Side.BUY ? openBuys : openSells;
        }

        void open(final int side, final long delta)
        {
            if (side == Side.BUY)
            {
                openBuys += delta;
            }
            else
            {
                openSells += delta;
            }
            if (open(side) == 0)
            {
                best[side & 1] = null;
            }
        }

        void raiseBest(final int side, final long price)
        {
            final Long old = best[side & 1];
            final boolean better = old == null || (side == Side.BUY ? price > old : price < old);
            best[side & 1] = better ? Long.valueOf(price) : old;
        }

        boolean crosses(final int side, final long price, final long bucket)
        {
            final Long other = best[1 - (side & 1)];
            if (other == null)
            {
                return false;
            }
            return side == Side.BUY ? price / bucket >= other / bucket : price / bucket <= other / bucket;
        }
    }
}
