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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.packetflow.layout.memory.Slab;

/**
 * A second, slow market: reads ITCH by the offsets of the specification and keeps its books in tree maps. It throws at
 * the first message that does not fit what came before.
 */
public final class ReferenceMarket
{
    /** A live order. */
    public record Order(int locate, boolean buy, long price, long shares)
    {
    }

    private final Map<Long, Order> orders = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Long>> bids = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Long>> asks = new HashMap<>();
    private final Map<Integer, Long> stocks = new HashMap<>();
    private final Set<Integer> halted = new HashSet<>();
    private final int[] types = new int[128];
    private long lastTime = -1;
    private long lastReference;
    private long lastMatch;
    private int mostLive;

    /** Takes a message of a generated feed, and throws if it breaks a rule. */
    public void apply(final Slab slab, final long at)
    {
        final char type = (char)slab.getByte(at);
        final int locate = slab.getShortBigEndian(at + 1);
        final long time = slab.getLongBigEndian(at + 3) & 0xFFFF_FFFF_FFFFL;
        check(time >= lastTime, "time runs backwards at " + type);
        lastTime = time;
        types[type]++;
        final long reference = slab.getLongBigEndian(at + 11);
        switch (type)
        {
            case 'R' -> stocks.put(locate, slab.getLong(at + 11));
            case 'H' -> action(locate, (char)slab.getByte(at + 19) == 'T');
            case 'h' -> action(locate, (char)slab.getByte(at + 20) == 'T');
            case 'A', 'F' -> add(
                reference, locate, (char)slab.getByte(at + 19) == 'B', unsigned(slab, at + 32),
                unsigned(slab, at + 20), slab.getLong(at + 24));
            case 'E', 'C' ->
            {
                match(slab.getLongBigEndian(at + 23));
                trades(locate);
                execute(reference, locate, unsigned(slab, at + 19));
            }
            case 'X' -> reduce(reference, locate, unsigned(slab, at + 19), false);
            case 'D' -> reduce(reference, locate, order(reference, locate).shares(), true);
            case 'U' ->
            {
                final Order old = order(reference, locate);
                reduce(reference, locate, old.shares(), true);
                add(
                    slab.getLongBigEndian(at + 19), locate, old.buy(), unsigned(slab, at + 31),
                    unsigned(slab, at + 27), stocks.get(locate));
            }
            case 'P' ->
            {
                check(reference == 0 && slab.getByte(at + 19) == 'B', "a hidden trade shows its order");
                trades(locate);
                match(slab.getLongBigEndian(at + 36));
            }
            case 'Q' -> match(slab.getLongBigEndian(at + 31));
            default ->
            {
            }
        }
        mostLive = Math.max(mostLive, orders.size());
        check(bestAsk(locate) == 0 || bestBid(locate) < bestAsk(locate), "crossed after " + type);
    }

    /** Returns the best bid, 0 if there is none. */
    public long bestBid(final int locate)
    {
        final TreeMap<Long, Long> side = bids.get(locate);
        return side == null || side.isEmpty() ? 0 : side.lastKey();
    }

    /** Returns the best ask, 0 if there is none. */
    public long bestAsk(final int locate)
    {
        final TreeMap<Long, Long> side = asks.get(locate);
        return side == null || side.isEmpty() ? 0 : side.firstKey();
    }

    /** Returns the shares at the best bid. */
    public int bidQuantity(final int locate)
    {
        return bestBid(locate) == 0 ? 0 : bids.get(locate).lastEntry().getValue().intValue();
    }

    /** Returns the shares at the best ask. */
    public int askQuantity(final int locate)
    {
        return bestAsk(locate) == 0 ? 0 : asks.get(locate).firstEntry().getValue().intValue();
    }

    /** Returns whether a stock is in continuous trading. */
    public boolean isTradable(final int locate)
    {
        return !halted.contains(locate);
    }

    /** Returns how many messages of a type there were. */
    public int count(final char type)
    {
        return types[type];
    }

    /** Returns how many orders are live. */
    public int liveOrders()
    {
        return orders.size();
    }

    /** Returns the timestamp of the last message. */
    public long timeNanos()
    {
        return lastTime;
    }

    private void action(final int locate, final boolean trading)
    {
        if (trading)
        {
            halted.remove(locate);
        }
        else
        {
            check(halted.add(locate), "halted twice");
        }
    }

    private void add(
        final long reference,
        final int locate,
        final boolean buy,
        final long price,
        final long shares,
        final long stock)
    {
        check(reference > lastReference, "references do not grow");
        lastReference = reference;
        check(stocks.get(locate) != null && stocks.get(locate) == stock, "symbol is not that of the directory");
        check(shares > 0 && price > 0 && price <= 2_000_000_000L, "no order: " + shares + "@" + price);
        check(price < 10_000 || price % 100 == 0, "price between ticks: " + price);
        orders.put(reference, new Order(locate, buy, price, shares));
        (buy ? bids : asks).computeIfAbsent(locate, key -> new TreeMap<>()).merge(price, shares, Long::sum);
    }

    private void execute(final long reference, final int locate, final long shares)
    {
        final Order order = order(reference, locate);
        check(order.price() == (order.buy() ? bestBid(locate) : bestAsk(locate)), "executed behind the inside");
        reduce(reference, locate, shares, true);
    }

    private void reduce(final long reference, final int locate, final long shares, final boolean mayEnd)
    {
        final Order order = order(reference, locate);
        final long left = order.shares() - shares;
        check(shares > 0 && (left > 0 || (left == 0 && mayEnd)), "takes " + shares + " of " + order);
        if (left == 0)
        {
            orders.remove(reference);
        }
        else
        {
            orders.put(reference, new Order(locate, order.buy(), order.price(), left));
        }
        (order.buy() ? bids : asks).get(locate)
            .computeIfPresent(order.price(), (price, sum) -> sum == shares ? null : (Long)(sum - shares));
    }

    private Order order(final long reference, final int locate)
    {
        final Order order = orders.get(reference);
        check(order != null && order.locate() == locate, "unknown reference " + reference);
        return order;
    }

    private void trades(final int locate)
    {
        check(isTradable(locate), "trades while halted");
    }

    private void match(final long number)
    {
        check(number > lastMatch, "match numbers do not grow");
        lastMatch = number;
    }

    private static long unsigned(final Slab slab, final long at)
    {
        return slab.getIntBigEndian(at) & 0xFFFF_FFFFL;
    }

    private static void check(final boolean holds, final String message)
    {
        if (!holds)
        {
            throw new AssertionError(message);
        }
    }
}
