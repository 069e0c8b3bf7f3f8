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

import static io.packetflow.risk.limit.Ranges.MAX_PRICE_E4;
import static io.packetflow.risk.limit.Ranges.MAX_TIME_NANOS;

/**
 * Hot path. Whether an order is one at all. Used by any thread; stateless. The tests are branches that good orders
 * never take; what was wrong is spelled out only then.
 *
 * <p>It guards what comes after: indexes address memory without further checks, and prices, quantities and times keep
 * the arithmetic of the rules within 64 bits.
 */
final class OrderForm
{
    /** Notionals beyond are held to it: it is above every limit, and sums of two stay within 64 bits. */
    static final long SATURATED_NOTIONAL_E4 = (1L << 62) - 1;

    private OrderForm()
    {
    }

    static boolean isSide(final int side)
    {
        return (side & ~Side.SELL_SHORT) == 0 && side != 2;
    }

    static boolean isPrice(final long priceE4)
    {
        return priceE4 >= 1 && priceE4 <= MAX_PRICE_E4;
    }

    static boolean isQuantity(final int quantity)
    {
        return quantity >= 1;
    }

    /** The latest time is never negative, so neither is one that is not before it. */
    static boolean isTime(final long nowNanos, final long latestNanos)
    {
        return nowNanos >= latestNanos && nowNanos <= MAX_TIME_NANOS;
    }

    /**
     * Price times quantity, exact up to {@link #SATURATED_NOTIONAL_E4} and that value beyond. The product of two
     * valid factors has up to 71 bits, none of them a sign.
     */
    static long notionalE4(final long priceE4, final int quantity)
    {
        final long high = Math.multiplyHigh(priceE4, quantity);
        final long low = priceE4 * quantity;
        return (high | (low >>> 62)) == 0 ? low : SATURATED_NOTIONAL_E4;
    }

    /** The violations of an order that is none; not on the hot path of orders that are. */
    static long violations(
        final PreTradeTables tables,
        final int account,
        final int instrument,
        final int side,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        final long latestNanos = tables.hot.getLong(PreTradeTables.LATEST_TIME);
        return unless(tables.isAccount(account), Violation.ACCOUNT_UNKNOWN) |
            unless(tables.isInstrument(instrument), Violation.INSTRUMENT_UNKNOWN) |
            unless(isSide(side), Violation.SIDE_INVALID) |
            unless(isPrice(priceE4), Violation.PRICE_INVALID) |
            unless(isQuantity(quantity), Violation.QUANTITY_INVALID) |
            unless(isTime(nowNanos, latestNanos), Violation.TIME_INVALID);
    }

    private static long unless(final boolean holds, final Violation violation)
    {
        return holds ? 0 : violation.mask();
    }
}
