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
package io.packetflow.trading.compliance;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. Counts what a supervisor of algorithmic trading asks for; one thread.
 *
 * <p>Order-to-trade ratio, by symbol: order messages (enter, replace, cancel) against trades, each fill one trade. It
 * is broken while a symbol has more order messages than are free and more than the maximum for each trade, a day
 * without a trade counting as one. Message rate, over all symbols: messages in the current second of logical time,
 * seconds starting where the clock's do. Both only observe: the answer is a bit set for the trail, the block is the
 * risk check's.
 *
 * <pre>
 * symbol, 16 bytes
 *    0                   8                   16
 *   +-------------------+-------------------+
 *   | order messages    | trades            |
 *   +-------------------+-------------------+
 * </pre>
 */
public final class Surveillance implements Stateful
{
    /** Bit: the symbol has too many order messages for its trades. */
    public static final long ORDER_TO_TRADE = 1L << 62;
    /** Bit: too many messages in this second. */
    public static final long MESSAGE_RATE = 1L << 61;

    private static final int TRADES = 8;
    private static final int ENTRY_SHIFT = 4;
    private static final int ALIGNMENT = 128;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Slab counts;
    private final int maxOrdersPerTrade;
    private final int freeOrders;
    private final int maxMessagesPerSecond;
    private long secondEndsNanos;
    private int messagesInSecond;
    private int mostMessagesInSecond;
    private long ratioBreaches;
    private long rateBreaches;

    /**
     * Creates counters at zero.
     *
     * @param config where the lines are
     * @param arena that gives the memory, 16 bytes a symbol
     */
    public Surveillance(final SurveillanceConfig config, final Arena arena)
    {
        this.counts = arena.allocate((long)config.symbols() << ENTRY_SHIFT, ALIGNMENT);
        this.maxOrdersPerTrade = config.maxOrdersPerTrade();
        this.freeOrders = config.freeOrders();
        this.maxMessagesPerSecond = config.maxMessagesPerSecond();
    }

    /**
     * Counts an order message.
     *
     * @param locate of its symbol, 0 to symbols - 1
     * @param timeNanos logical time, never decreasing
     * @return {@link #ORDER_TO_TRADE} and {@link #MESSAGE_RATE} where broken, else 0
     */
    public long onOrder(final int locate, final long timeNanos)
    {
        if (timeNanos >= secondEndsNanos)
        {
            nextSecond(timeNanos);
        }
        messagesInSecond++;
        final long at = (long)locate << ENTRY_SHIFT;
        final long orders = counts.getLong(at) + 1;
        counts.putLong(at, orders);
        final long allowed = Math.max(1, counts.getLong(at + TRADES)) * maxOrdersPerTrade;
        // The sign of each difference is 1 where the line is crossed.
        final long ratioBroken = (Math.max(allowed, freeOrders) - orders) >>> (Long.SIZE - 1);
        final long rateBroken = ((long)maxMessagesPerSecond - messagesInSecond) >>> (Long.SIZE - 1);
        ratioBreaches += ratioBroken;
        rateBreaches += rateBroken;
        return (-ratioBroken & ORDER_TO_TRADE) | (-rateBroken & MESSAGE_RATE);
    }

    /**
     * Counts a trade.
     *
     * @param locate of its symbol, 0 to symbols - 1
     */
    public void onTrade(final int locate)
    {
        final long at = ((long)locate << ENTRY_SHIFT) + TRADES;
        counts.putLong(at, counts.getLong(at) + 1);
    }

    /**
     * Returns the order messages of a symbol.
     *
     * @param locate of the symbol
     * @return how many were counted
     */
    public long orders(final int locate)
    {
        return counts.getLong((long)locate << ENTRY_SHIFT);
    }

    /**
     * Returns the trades of a symbol.
     *
     * @param locate of the symbol
     * @return how many were counted
     */
    public long trades(final int locate)
    {
        return counts.getLong(((long)locate << ENTRY_SHIFT) + TRADES);
    }

    /** Returns the most messages that a second had. */
    public int mostMessagesInSecond()
    {
        return Math.max(mostMessagesInSecond, messagesInSecond);
    }

    /** Returns how many order messages found the order-to-trade ratio broken. */
    public long ratioBreaches()
    {
        return ratioBreaches;
    }

    /** Returns how many order messages found the message rate broken. */
    public long rateBreaches()
    {
        return rateBreaches;
    }

    /** Cold. All counts. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("counts", counts);
        secondEndsNanos = state.int64("secondEndsNanos", secondEndsNanos);
        messagesInSecond = state.int32("messagesInSecond", messagesInSecond);
        mostMessagesInSecond = state.int32("mostMessagesInSecond", mostMessagesInSecond);
        ratioBreaches = state.int64("ratioBreaches", ratioBreaches);
        rateBreaches = state.int64("rateBreaches", rateBreaches);
    }

    private void nextSecond(final long timeNanos)
    {
        mostMessagesInSecond = mostMessagesInSecond();
        messagesInSecond = 0;
        secondEndsNanos = timeNanos - timeNanos % SECOND_NANOS + SECOND_NANOS;
    }
}
