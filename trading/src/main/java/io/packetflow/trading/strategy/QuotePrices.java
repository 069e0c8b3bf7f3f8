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
package io.packetflow.trading.strategy;

/**
 * Hot path. The price arithmetic of a quote: ticks, skew, and the promise never to lock or cross the other side.
 * Stateless; prices have four decimals and lie between 1 and 2 000 000 000 (the most that the feed can say).
 */
final class QuotePrices
{
    /** The highest price of the feed, $200 000. */
    static final int MAX_PRICE = 2_000_000_000;

    private static final int ONE_DOLLAR = 10_000;
    private static final int TICK = 100;
    private static final int SMALL_TICK = 1;

    private QuotePrices()
    {
    }

    /**
     * Returns the tick at a price.
     *
     * @param priceE4 four decimals
     * @return 100 at and above $1, else 1
     */
    static int tickAt(final int priceE4)
    {
        return priceE4 >= ONE_DOLLAR ? TICK : SMALL_TICK;
    }

    /**
     * Returns the bid to work.
     *
     * @param bestBid of the market
     * @param bestAsk of the market, above it
     * @param ticksAway edge plus skew, negative to improve on the market
     * @return a valid price below the best ask, or 0 if there is none above zero
     */
    static int bid(final int bestBid, final int bestAsk, final int ticksAway)
    {
        final long wanted = bestBid - (long)ticksAway * tickAt(bestBid);
        // One tick of the grid below the ask: at exactly $1 the grid below is the fine one.
        final long highest = (long)bestAsk - tickAt(bestAsk - 1);
        final long price = Math.max(0, Math.min(wanted, highest));
        return (int)(price - (price >= ONE_DOLLAR ? price % TICK : 0));
    }

    /**
     * Returns the ask to work.
     *
     * @param bestBid of the market
     * @param bestAsk of the market, above it
     * @param ticksAway edge minus skew, negative to improve on the market
     * @return a valid price above the best bid, or 0 if there is none that the feed can say
     */
    static int ask(final int bestBid, final int bestAsk, final int ticksAway)
    {
        final long wanted = bestAsk + (long)ticksAway * tickAt(bestAsk);
        final long lowest = (long)bestBid + tickAt(bestBid);
        final long price = Math.max(wanted, lowest);
        final long onGrid = price >= ONE_DOLLAR ? (price + TICK - 1) / TICK * TICK : price;
        return onGrid <= MAX_PRICE ? (int)onGrid : 0;
    }
}
