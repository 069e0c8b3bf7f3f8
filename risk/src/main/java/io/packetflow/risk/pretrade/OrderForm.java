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
 * Hot path. Whether an order is one at all. Used by any thread; stateless. Each test leaves its verdict in a sign
 * bit, so that one comparison decides about all of them; what was wrong is spelled out only then.
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

    /**
     * Negative unless the price is one: 1 to the highest. The lowest long, whose predecessor wraps, is caught by the
     * second term, which wraps too.
     */
    static long priceSign(final long priceE4)
    {
        return (priceE4 - 1) | (MAX_PRICE_E4 - priceE4);
    }

    /** Negative unless the quantity is positive. The second term catches the lowest int, whose predecessor wraps. */
    static int quantitySign(final int quantity)
    {
        return (quantity - 1) | quantity;
    }

    /** Negative unless the side is 0, 1 or 3. */
    static int sideSign(final int side)
    {
        return side | (3 - side) | ((side ^ 2) - 1);
    }

    /** Negative unless the time is one and is not before the latest. */
    static long timeSign(final long nowNanos, final long latestNanos)
    {
        return nowNanos | (MAX_TIME_NANOS - nowNanos) | (nowNanos - latestNanos);
    }

    /** Negative unless {@code low <= value <= high}; for values and bounds that are not negative, so nothing wraps. */
    static long inRange(final long value, final long low, final long high)
    {
        return (value - low) | (high - value);
    }

    /**
     * Price times quantity, exact up to {@link #SATURATED_NOTIONAL_E4} and that value beyond. The product of two
     * valid factors has up to 71 bits.
     */
    static long notionalE4(final long priceE4, final int quantity)
    {
        final long high = Math.multiplyHigh(priceE4, quantity);
        final long low = priceE4 * quantity;
        final long beyond = (-high | low | (low << 1)) >> 63;
        return (low | beyond) & SATURATED_NOTIONAL_E4;
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
        final long latestNanos = tables.control.getLong(PreTradeTables.LATEST_TIME);
        return mask(Violation.ACCOUNT_UNKNOWN, tables.outside(account, 0)) |
            mask(Violation.INSTRUMENT_UNKNOWN, tables.outside(0, instrument)) |
            mask(Violation.SIDE_INVALID, sideSign(side)) |
            mask(Violation.PRICE_INVALID, priceSign(priceE4)) |
            mask(Violation.QUANTITY_INVALID, quantitySign(quantity)) |
            mask(Violation.TIME_INVALID, timeSign(nowNanos, latestNanos));
    }

    private static long mask(final Violation violation, final long sign)
    {
        return sign < 0 ? violation.mask() : 0;
    }
}
