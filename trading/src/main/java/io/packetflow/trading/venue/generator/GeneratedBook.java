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
package io.packetflow.trading.venue.generator;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The books behind a generated stream; one thread. Each symbol has a window of {@link #TICKS} price levels;
 * at any time those up to the best bid hold buys and those from the best ask on hold sells, so one array of lists
 * serves both sides, and a bitmap a side finds the next level.
 *
 * <pre>
 * order, 32 bytes
 *    0                   8         12        16        20        24        28        32
 *   +-------------------+---------+---------+---------+---------+---------+---------+
 *   | reference         | shares  | next    | previous| symbol  | tick    | member  |
 *   +-------------------+---------+---------+---------+---------+---------+---------+
 * symbol, 192 bytes
 *    0        4        8        12       16       20       24            64                  128                 192
 *   +--------+--------+--------+--------+--------+--------+-------------+-------------------+-------------------+
 *   | count  | room   | members| best   | best   | middle | -           | levels with buys  | levels with sells |
 *   |        |        | from   | bid    | ask    |        |             | 512 bits          | 512 bits          |
 *   +--------+--------+--------+--------+--------+--------+-------------+-------------------+-------------------+
 * </pre>
 *
 * <p>Members are a symbol's orders in no order, so that one can be drawn; the last ones are the youngest, mostly.
 */
final class GeneratedBook
{
    /** Price levels of a symbol. */
    static final int TICKS = 512;
    /** Best bid where there is none. */
    static final int NO_BID = -1;
    /** Best ask where there is none. */
    static final int NO_ASK = TICKS;
    /** No order. */
    static final int NONE = -1;

    private static final int REFERENCE = 0;
    private static final int SHARES = 8;
    private static final int NEXT = 12;
    private static final int PREVIOUS = 16;
    private static final int SYMBOL = 20;
    private static final int TICK = 24;
    private static final int MEMBER = 28;
    private static final int ORDER_SHIFT = 5;

    private static final int COUNT = 0;
    private static final int ROOM = 4;
    private static final int MEMBERS_FROM = 8;
    private static final int BEST_BID = 12;
    private static final int BEST_ASK = 16;
    private static final int MIDDLE = 20;
    private static final int BUY_LEVELS = 64;
    private static final int SELL_LEVELS = 128;
    private static final int SYMBOL_LENGTH = 192;

    private static final int LEVEL_SHIFT = 3;
    private static final int TAIL = 4;
    private static final int ALIGNMENT = 128;

    private final Slab orders;
    private final Slab symbols;
    private final Slab levels;
    private final Slab members;
    private int free;
    private int liveOrders;

    /**
     * Creates empty books.
     *
     * @param arena that gives the memory
     * @param rooms most orders of each symbol
     */
    GeneratedBook(final Arena arena, final int[] rooms)
    {
        int total = 0;
        symbols = arena.allocate((long)rooms.length * SYMBOL_LENGTH, ALIGNMENT);
        for (int symbol = 0; symbol < rooms.length; symbol++)
        {
            final long at = symbolAt(symbol);
            symbols.putInt(at + ROOM, rooms[symbol]);
            symbols.putInt(at + MEMBERS_FROM, total);
            symbols.putInt(at + BEST_BID, NO_BID);
            symbols.putInt(at + BEST_ASK, NO_ASK);
            symbols.putInt(at + MIDDLE, TICKS / 2);
            total = Math.addExact(total, rooms[symbol]);
        }
        orders = arena.allocate((long)total << ORDER_SHIFT, ALIGNMENT);
        members = arena.allocate((long)total * Integer.BYTES, ALIGNMENT);
        levels = arena.allocate(((long)rooms.length * TICKS) << LEVEL_SHIFT, ALIGNMENT);
        levels.fill(0, levels.capacity(), (byte)NONE);
        for (int order = 0; order < total; order++)
        {
            orders.putInt(orderAt(order) + NEXT, order + 1 < total ? order + 1 : NONE);
        }
    }

    int liveOrders()
    {
        return liveOrders;
    }

    int count(final int symbol)
    {
        return symbols.getInt(symbolAt(symbol) + COUNT);
    }

    boolean isFull(final int symbol)
    {
        return count(symbol) == symbols.getInt(symbolAt(symbol) + ROOM);
    }

    int bestBid(final int symbol)
    {
        return symbols.getInt(symbolAt(symbol) + BEST_BID);
    }

    int bestAsk(final int symbol)
    {
        return symbols.getInt(symbolAt(symbol) + BEST_ASK);
    }

    int middle(final int symbol)
    {
        return symbols.getInt(symbolAt(symbol) + MIDDLE);
    }

    void setMiddle(final int symbol, final int tick)
    {
        symbols.putInt(symbolAt(symbol) + MIDDLE, tick);
    }

    long reference(final int order)
    {
        return orders.getLong(orderAt(order) + REFERENCE);
    }

    int shares(final int order)
    {
        return orders.getInt(orderAt(order) + SHARES);
    }

    void setShares(final int order, final int shares)
    {
        orders.putInt(orderAt(order) + SHARES, shares);
    }

    int tick(final int order)
    {
        return orders.getInt(orderAt(order) + TICK);
    }

    boolean isBuy(final int order)
    {
        return tick(order) <= bestBid(orders.getInt(orderAt(order) + SYMBOL));
    }

    /** Returns the order that is first in time at a level. */
    int first(final int symbol, final int tick)
    {
        return levels.getInt(levelAt(symbol, tick));
    }

    /** Returns a member: 0 to count - 1. */
    int member(final int symbol, final int index)
    {
        return members.getInt(memberAt(symbols.getInt(symbolAt(symbol) + MEMBERS_FROM) + index));
    }

    /** Adds an order behind those of its level; the symbol must have room and the level be of its side or empty. */
    void add(final int symbol, final boolean buy, final int tick, final int shares, final long reference)
    {
        final int order = free;
        final long at = orderAt(order);
        final long symbolAt = symbolAt(symbol);
        free = orders.getInt(at + NEXT);
        liveOrders++;
        final int count = symbols.getInt(symbolAt + COUNT);
        final int member = symbols.getInt(symbolAt + MEMBERS_FROM) + count;
        symbols.putInt(symbolAt + COUNT, count + 1);
        members.putInt(memberAt(member), order);
        orders.putLong(at + REFERENCE, reference);
        orders.putInt(at + SHARES, shares);
        orders.putInt(at + SYMBOL, symbol);
        orders.putInt(at + TICK, tick);
        orders.putInt(at + MEMBER, member);
        orders.putInt(at + NEXT, NONE);
        append(symbol, symbolAt, buy, tick, order);
    }

    /** Removes an order. */
    void remove(final int order)
    {
        final long at = orderAt(order);
        final int symbol = orders.getInt(at + SYMBOL);
        final long symbolAt = symbolAt(symbol);
        final int last = symbols.getInt(symbolAt + COUNT) - 1;
        symbols.putInt(symbolAt + COUNT, last);
        final int moved = members.getInt(memberAt(symbols.getInt(symbolAt + MEMBERS_FROM) + last));
        final int member = orders.getInt(at + MEMBER);
        members.putInt(memberAt(member), moved);
        orders.putInt(orderAt(moved) + MEMBER, member);
        unlink(symbol, symbolAt, at);
        orders.putInt(at + NEXT, free);
        free = order;
        liveOrders--;
    }

    private void append(final int symbol, final long symbolAt, final boolean buy, final int tick, final int order)
    {
        final long level = levelAt(symbol, tick);
        final int tail = levels.getInt(level + TAIL);
        orders.putInt(orderAt(order) + PREVIOUS, tail);
        levels.putInt(level + TAIL, order);
        if (tail != NONE)
        {
            orders.putInt(orderAt(tail) + NEXT, order);
            return;
        }
        levels.putInt(level, order);
        final long word = symbolAt + (buy ? BUY_LEVELS : SELL_LEVELS) + (tick >>> 6 << 3);
        symbols.putLong(word, symbols.getLong(word) | 1L << tick);
        if (buy && tick > symbols.getInt(symbolAt + BEST_BID))
        {
            symbols.putInt(symbolAt + BEST_BID, tick);
        }
        if (!buy && tick < symbols.getInt(symbolAt + BEST_ASK))
        {
            symbols.putInt(symbolAt + BEST_ASK, tick);
        }
    }

    private void unlink(final int symbol, final long symbolAt, final long at)
    {
        final int tick = orders.getInt(at + TICK);
        final int next = orders.getInt(at + NEXT);
        final int previous = orders.getInt(at + PREVIOUS);
        final long level = levelAt(symbol, tick);
        if (next == NONE)
        {
            levels.putInt(level + TAIL, previous);
        }
        else
        {
            orders.putInt(orderAt(next) + PREVIOUS, previous);
        }
        if (previous == NONE)
        {
            levels.putInt(level, next);
        }
        else
        {
            orders.putInt(orderAt(previous) + NEXT, next);
        }
        if (next == NONE && previous == NONE)
        {
            emptied(symbolAt, tick);
        }
    }

    private void emptied(final long symbolAt, final int tick)
    {
        final boolean buy = tick <= symbols.getInt(symbolAt + BEST_BID);
        final long words = symbolAt + (buy ? BUY_LEVELS : SELL_LEVELS);
        final long word = words + (tick >>> 6 << 3);
        symbols.putLong(word, symbols.getLong(word) & ~(1L << tick));
        if (buy && tick == symbols.getInt(symbolAt + BEST_BID))
        {
            symbols.putInt(symbolAt + BEST_BID, below(words, tick));
        }
        if (!buy && tick == symbols.getInt(symbolAt + BEST_ASK))
        {
            symbols.putInt(symbolAt + BEST_ASK, above(words, tick));
        }
    }

    private int below(final long words, final int tick)
    {
        for (int index = tick >>> 6; index >= 0; index--)
        {
            final long word = symbols.getLong(words + (index << 3));
            if (word != 0)
            {
                return (index << 6) + 63 - Long.numberOfLeadingZeros(word);
            }
        }
        return NO_BID;
    }

    private int above(final long words, final int tick)
    {
        for (int index = tick >>> 6; index < TICKS >>> 6; index++)
        {
            final long word = symbols.getLong(words + (index << 3));
            if (word != 0)
            {
                return (index << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return NO_ASK;
    }

    private static long orderAt(final int order)
    {
        return (long)order << ORDER_SHIFT;
    }

    private static long symbolAt(final int symbol)
    {
        return (long)symbol * SYMBOL_LENGTH;
    }

    private static long levelAt(final int symbol, final int tick)
    {
        return ((long)symbol * TICKS + tick) << LEVEL_SHIFT;
    }

    private static long memberAt(final int member)
    {
        return (long)member * Integer.BYTES;
    }
}
