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
package io.packetflow.risk.limit;

import java.util.List;

/**
 * Limits of one account, over all instruments.
 *
 * @param maxOrderNotionalE4 price times quantity of one order, up to {@link Ranges#MAX_NOTIONAL_E4}
 * @param maxOpenNotionalE4 price times open quantity of all open orders, buys and sells added
 * @param maxOpenOrders number of orders open at once
 * @param ordersPerSecond sustained rate of orders and replaces
 * @param burstOrders how many may come at once after a pause
 */
public record AccountLimits(
    long maxOrderNotionalE4,
    long maxOpenNotionalE4,
    int maxOpenOrders,
    int ordersPerSecond,
    int burstOrders)
{
    /** Highest sustained rate: one order a nanosecond. */
    public static final int MAX_ORDERS_PER_SECOND = 1_000_000_000;

    /** Largest burst. */
    public static final int MAX_BURST_ORDERS = 1_000_000;

    /**
     * Names what is wrong with these limits.
     *
     * @param place that the messages name
     * @param errors to which they are added
     */
    public void validate(final String place, final List<String> errors)
    {
        final Validation check = new Validation(place, errors);
        check.range("maxOrderNotionalE4", maxOrderNotionalE4, 0, Ranges.MAX_NOTIONAL_E4);
        check.range("maxOpenNotionalE4", maxOpenNotionalE4, 0, Ranges.MAX_NOTIONAL_E4);
        check.range("maxOpenOrders", maxOpenOrders, 0, Integer.MAX_VALUE);
        check.range("ordersPerSecond", ordersPerSecond, 1, MAX_ORDERS_PER_SECOND);
        check.range("burstOrders", burstOrders, 1, MAX_BURST_ORDERS);
    }
}
