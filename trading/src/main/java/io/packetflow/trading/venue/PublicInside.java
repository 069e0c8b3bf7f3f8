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
package io.packetflow.trading.venue;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. What the venue knows of the public market: the inside of each symbol now and before its last change, and
 * the best prices of our own orders beside it, so that one cache line tells whether an update touches them. One thread.
 *
 * <pre>
 *    0        4        8        12       16       20       24       28       32       36       40       44      48
 *   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+-----
 *   | bid    | ask    | bid qty| ask qty| before: bid, ask, bid qty, ask qty| own bid| own ask| buys   | sells  |
 *   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+-----
 *    48       52       56       60       64
 *   +--------+--------+--------+--------+
 *   | lost   | lost   | trad-  |        |   lost: levels that vanished under our buys, and over our sells
 *   | bids   | asks   | able   |        |
 *   +--------+--------+--------+--------+
 * </pre>
 *
 * <p>Prices have four decimals. A missing bid is 0 and a missing ask the highest int, ours as well, so that comparisons
 * need no special cases.
 */
final class PublicInside implements Stateful
{
    /** Price where there is no bid. */
    static final int NO_BID = 0;
    /** Price where there is no ask. */
    static final int NO_ASK = Integer.MAX_VALUE;

    /** Bit of {@link #update}: the best ask is at or below our best buy. */
    static final int BUY_REACHED = 1;
    /** Bit of {@link #update}: the best bid fell, and our best buy was at or above it. */
    static final int BUY_THROUGH = 2;
    /** Bit of {@link #update}: the best bid is at or above our best sell. */
    static final int SELL_REACHED = 4;
    /** Bit of {@link #update}: the best ask rose, and our best sell was at or below it. */
    static final int SELL_THROUGH = 8;

    private static final int BID = 0;
    private static final int ASK = 4;
    private static final int QUANTITIES = 8;
    private static final int BID_QUANTITY = 8;
    private static final int ASK_QUANTITY = 12;
    private static final int BEFORE_BID = 16;
    private static final int BEFORE_ASK = 20;
    private static final int BEFORE_BID_QUANTITY = 24;
    private static final int BEFORE_ASK_QUANTITY = 28;
    private static final int BEFORE_QUANTITIES = 24;
    private static final int OWN_BID = 32;
    private static final int OWN_ASK = 36;
    private static final int BUYS = 40;
    private static final int SELLS = 44;
    private static final int LOST_BIDS = 48;
    private static final int LOST_ASKS = 52;
    private static final int TRADABLE = 56;
    private static final int LINE_SHIFT = 6;
    private static final int ALIGNMENT = 128;

    private final Slab lines;

    PublicInside(final Arena arena, final int symbols)
    {
        this.lines = arena.allocate((long)symbols << LINE_SHIFT, ALIGNMENT);
        for (int locate = 0; locate < symbols; locate++)
        {
            final long line = line(locate);
            lines.putInt(line + ASK, NO_ASK);
            lines.putInt(line + BEFORE_ASK, NO_ASK);
            lines.putInt(line + OWN_ASK, NO_ASK);
            lines.putInt(line + BUYS, RestingOrders.NONE);
            lines.putInt(line + SELLS, RestingOrders.NONE);
        }
    }

    /** Takes a new inside; answers the bits of what it does to our orders, 0 while the symbol is not tradable. */
    int update(
        final int locate,
        final int bid,
        final int bidQuantity,
        final int ask,
        final int askQuantity,
        final boolean tradable)
    {
        final long line = line(locate);
        final int oldBid = lines.getInt(line + BID);
        final int oldAsk = lines.getInt(line + ASK);
        final int ownBid = lines.getInt(line + OWN_BID);
        final int ownAsk = lines.getInt(line + OWN_ASK);
        lines.putLong(line + BEFORE_QUANTITIES, lines.getLong(line + QUANTITIES));
        lines.putInt(line + BEFORE_BID, oldBid);
        lines.putInt(line + BEFORE_ASK, oldAsk);
        lines.putInt(line + BID, bid);
        lines.putInt(line + ASK, ask);
        lines.putInt(line + BID_QUANTITY, bidQuantity);
        lines.putInt(line + ASK_QUANTITY, askQuantity);
        lines.putInt(line + TRADABLE, tradable ? 1 : 0);
        if (!tradable || (ownBid == NO_BID && ownAsk == NO_ASK))
        {
            return 0;
        }
        // An emptied side tells nothing: neither a cancel nor a trade of the level is likelier.
        return (ask <= ownBid ? BUY_REACHED : 0) |
            (bid < oldBid && oldBid <= ownBid && bid != NO_BID ? BUY_THROUGH : 0) |
            (bid >= ownAsk ? SELL_REACHED : 0) |
            (ask > oldAsk && oldAsk >= ownAsk && ask != NO_ASK ? SELL_THROUGH : 0);
    }

    int bidPrice(final int locate)
    {
        return lines.getInt(line(locate) + BID);
    }

    int askPrice(final int locate)
    {
        return lines.getInt(line(locate) + ASK);
    }

    int bidQuantity(final int locate)
    {
        return lines.getInt(line(locate) + BID_QUANTITY);
    }

    int askQuantity(final int locate)
    {
        return lines.getInt(line(locate) + ASK_QUANTITY);
    }

    int previousBidPrice(final int locate)
    {
        return lines.getInt(line(locate) + BEFORE_BID);
    }

    int previousAskPrice(final int locate)
    {
        return lines.getInt(line(locate) + BEFORE_ASK);
    }

    int previousBidQuantity(final int locate)
    {
        return lines.getInt(line(locate) + BEFORE_BID_QUANTITY);
    }

    int previousAskQuantity(final int locate)
    {
        return lines.getInt(line(locate) + BEFORE_ASK_QUANTITY);
    }

    /** Returns the price that an order of a side would take. */
    int oppositePrice(final int locate, final boolean buy)
    {
        return buy ? askPrice(locate) : bidPrice(locate);
    }

    /** Returns the displayed quantity that a new order would meet at its price or better, 0 if none. */
    int marketableQuantity(final int locate, final boolean buy, final int priceE4)
    {
        final boolean meets = buy ? priceE4 >= askPrice(locate) : priceE4 <= bidPrice(locate);
        return meets && lines.getInt(line(locate) + TRADABLE) != 0 ?
            buy ? askQuantity(locate) : bidQuantity(locate) : 0;
    }

    /** Takes displayed quantity away until the next update. */
    void take(final int locate, final boolean buy, final int quantity)
    {
        final long at = line(locate) + (buy ? ASK_QUANTITY : BID_QUANTITY);
        lines.putInt(at, lines.getInt(at) - quantity);
    }

    /** Counts a level that vanished at our price or behind it; answers how many did. */
    int countRemoval(final int locate, final boolean buy)
    {
        final long at = line(locate) + (buy ? LOST_BIDS : LOST_ASKS);
        final int count = lines.getInt(at) + 1 & Integer.MAX_VALUE;
        lines.putInt(at, count);
        return count;
    }

    int head(final int locate, final boolean buy)
    {
        return lines.getInt(line(locate) + (buy ? BUYS : SELLS));
    }

    /** Sets the first order of a side; its price counts only where there is one. */
    void setHead(final int locate, final boolean buy, final int head, final int priceE4)
    {
        final long line = line(locate);
        final int none = buy ? NO_BID : NO_ASK;
        lines.putInt(line + (buy ? BUYS : SELLS), head);
        lines.putInt(line + (buy ? OWN_BID : OWN_ASK), head == RestingOrders.NONE ? none : priceE4);
    }

    /** Cold. All lines. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("lines", lines);
    }

    private static long line(final int locate)
    {
        return (long)locate << LINE_SHIFT;
    }
}
