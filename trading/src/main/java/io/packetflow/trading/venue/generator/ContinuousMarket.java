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

import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;

/**
 * Hot path. The messages of a continuous market: adds, deletes, executions, cancels, replaces and hidden trades, in the
 * mix of the recorded AAPL day, kept near the number of live orders that a stock shall have. One thread.
 *
 * <p>Each stock has a middle that walks at random and is drawn back to the centre of its window. New orders stand
 * around it, most near, some deep; orders that the middle has left behind are the first to trade and to be deleted, so
 * the inside follows. A buy is always added below the best ask and a sell above the best bid: nothing ever crosses.
 */
final class ContinuousMarket
{
    private static final int KINDS = 1024;
    private static final byte ADD = 0;
    private static final byte DELETE = 1;
    private static final byte EXECUTE = 2;
    private static final byte EXECUTE_AT_PRICE = 3;
    private static final byte CANCEL = 4;
    private static final byte REPLACE = 5;
    private static final byte TRADE = 6;
    private static final byte RARE = 7;
    // In 1024 messages; the rest are adds. Recorded: D 41 %, E 8.5 %, P 2.4 %, U and X well below 1 %.
    private static final int[] PER_1024 = {0, 414, 87, 2, 6, 7, 25, 1};

    private static final int NEAR_TICKS = 6;
    private static final int DEEP_TICKS = 48;
    private static final int LOWEST_MIDDLE = 64;
    private static final int HIGHEST_MIDDLE = GeneratedBook.TICKS - LOWEST_MIDDLE;
    private static final int YOUNG = 16;
    private static final int LOT = 100;

    private final FeedWriter out;
    private final GeneratedBook book;
    private final RandomSource random;
    private final RareEvents rare;
    private final byte[] kinds = new byte[KINDS];

    ContinuousMarket(
        final FeedWriter out, final GeneratedBook book, final RandomSource random, final RareEvents rare)
    {
        this.out = out;
        this.book = book;
        this.random = random;
        this.rare = rare;
        int at = 0;
        for (byte kind = 0; kind < PER_1024.length; kind++)
        {
            for (int i = 0; i < PER_1024[kind]; i++)
            {
                kinds[at++] = kind;
            }
        }
    }

    /** Writes the next message, about a stock unless something rare waits; answers its length. */
    int write(final int symbol)
    {
        if (rare.hasNext())
        {
            return rare.writeNext();
        }
        final long bits = random.bits();
        walk(symbol, bits);
        return switch (feasible(symbol, kinds[(int)bits & KINDS - 1]))
        {
            case ADD -> add(symbol);
            case DELETE -> delete(symbol, bits);
            case EXECUTE -> execute(symbol, bits, false);
            case EXECUTE_AT_PRICE -> execute(symbol, bits, true);
            case CANCEL -> cancel(symbol, bits);
            case REPLACE -> replace(symbol, bits);
            case TRADE -> trade(symbol, bits);
            default ->
            {
                rare.happen(symbol);
                yield rare.writeNext();
            }
        };
    }

    /** Writes an add around the middle; the stock must have room. */
    int add(final int symbol)
    {
        final long bits = random.bits();
        final int bestBid = book.bestBid(symbol);
        final int bestAsk = book.bestAsk(symbol);
        final boolean buy = bestBid == GeneratedBook.NO_BID || (bestAsk != GeneratedBook.NO_ASK && (bits & 1) == 0);
        final int tick = newTick(symbol, buy);
        final int shares = newShares(bits >>> 8);
        final long reference = out.nextReference(bits >>> 16);
        final int priceE4 = out.listing().priceE4(symbol, tick);
        final long stock = out.listing().symbol(symbol);
        final char side = buy ? 'B' : 'S';
        book.add(symbol, buy, tick, shares, reference);
        if ((bits >>> 24 & 127) == 0)
        {
            out.header(ItchLayout.ADD_ORDER_MPID, symbol);
            return ItchEncoder.addOrderMpid(
                out.slab(), out.offset(), reference, side, shares, stock, priceE4, FeedWriter.MPID);
        }
        out.header(ItchLayout.ADD_ORDER, symbol);
        return ItchEncoder.addOrder(out.slab(), out.offset(), reference, side, shares, stock, priceE4);
    }

    private byte feasible(final int symbol, final byte kind)
    {
        final int count = book.count(symbol);
        final int target = out.listing().target(symbol);
        if (kind == RARE)
        {
            return RARE;
        }
        if (kind == ADD)
        {
            return count > target + target / 8 + 2 || book.isFull(symbol) ? DELETE : ADD;
        }
        if (count < target - target / 8 || count == 0)
        {
            return ADD;
        }
        final boolean trades = kind == EXECUTE || kind == EXECUTE_AT_PRICE || kind == TRADE;
        return trades && rare.isHalted(symbol) ? DELETE : kind;
    }

    private void walk(final int symbol, final long bits)
    {
        if ((bits >>> 10 & 7) != 0)
        {
            return;
        }
        final int middle = book.middle(symbol);
        // At the centre both ways are alike; each tick away makes the way back likelier by one in 512.
        final int draw = (int)(bits >>> 13 & 1023);
        final int step = draw < 512 - 2 * (middle - GeneratedBook.TICKS / 2) ? 1 : -1;
        book.setMiddle(symbol, Math.max(LOWEST_MIDDLE, Math.min(HIGHEST_MIDDLE, middle + step)));
    }

    private int delete(final int symbol, final long bits)
    {
        final int order = (bits >>> 23 & 1) == 0 ? leftBehind(symbol) : GeneratedBook.NONE;
        final int victim = order != GeneratedBook.NONE ? order : anyOrder(symbol, bits);
        final long reference = book.reference(victim);
        book.remove(victim);
        out.header(ItchLayout.ORDER_DELETE, symbol);
        return ItchEncoder.orderDelete(out.slab(), out.offset(), reference);
    }

    private int execute(final int symbol, final long bits, final boolean atOtherPrice)
    {
        final int order = nextToTrade(symbol, bits);
        final long reference = book.reference(order);
        final int open = book.shares(order);
        final int executed = (bits >>> 25 & 3) != 0 || open == 1 ? open : 1 + random.below(open - 1);
        final int priceE4 = out.listing().priceE4(symbol, book.tick(order)) + out.listing().tickE4(symbol);
        reduce(order, open - executed);
        if (atOtherPrice)
        {
            out.header(ItchLayout.ORDER_EXECUTED_PRICE, symbol);
            return ItchEncoder.orderExecutedAtPrice(
                out.slab(), out.offset(), reference, executed, out.nextMatch(),
                (bits >>> 27 & 3) == 0 ? 'N' : 'Y', priceE4);
        }
        out.header(ItchLayout.ORDER_EXECUTED, symbol);
        return ItchEncoder.orderExecuted(out.slab(), out.offset(), reference, executed, out.nextMatch());
    }

    private int cancel(final int symbol, final long bits)
    {
        final int order = anyOrder(symbol, bits);
        final int open = book.shares(order);
        if (open == 1)
        {
            return delete(symbol, bits);
        }
        final int canceled = 1 + random.below(open - 1);
        reduce(order, open - canceled);
        out.header(ItchLayout.ORDER_CANCEL, symbol);
        return ItchEncoder.orderCancel(out.slab(), out.offset(), book.reference(order), canceled);
    }

    private int replace(final int symbol, final long bits)
    {
        final int order = anyOrder(symbol, bits);
        final boolean buy = book.isBuy(order);
        final long oldReference = book.reference(order);
        book.remove(order);
        final int tick = newTick(symbol, buy);
        final int shares = newShares(bits >>> 40);
        final long reference = out.nextReference(bits >>> 48);
        book.add(symbol, buy, tick, shares, reference);
        out.header(ItchLayout.ORDER_REPLACE, symbol);
        return ItchEncoder.orderReplace(
            out.slab(), out.offset(), oldReference, reference, shares, out.listing().priceE4(symbol, tick));
    }

    private int trade(final int symbol, final long bits)
    {
        // A hidden order at the middle; its reference is 0 and its side B by the specification.
        final int priceE4 = out.listing().priceE4(symbol, book.middle(symbol));
        out.header(ItchLayout.TRADE, symbol);
        return ItchEncoder.trade(
            out.slab(), out.offset(), 0, 'B', newShares(bits >>> 40), out.listing().symbol(symbol), priceE4,
            out.nextMatch());
    }

    private void reduce(final int order, final int open)
    {
        if (open == 0)
        {
            book.remove(order);
        }
        else
        {
            book.setShares(order, open);
        }
    }

    /** Returns the first order at the inside of the side that the middle has passed, or none. */
    private int leftBehind(final int symbol)
    {
        final int middle = book.middle(symbol);
        if (book.bestAsk(symbol) < middle)
        {
            return book.first(symbol, book.bestAsk(symbol));
        }
        if (book.bestBid(symbol) >= middle)
        {
            return book.first(symbol, book.bestBid(symbol));
        }
        return GeneratedBook.NONE;
    }

    private int nextToTrade(final int symbol, final long bits)
    {
        final int order = leftBehind(symbol);
        if (order != GeneratedBook.NONE)
        {
            return order;
        }
        final int bestBid = book.bestBid(symbol);
        final int bestAsk = book.bestAsk(symbol);
        final boolean hitsBid = bestAsk == GeneratedBook.NO_ASK ||
            (bestBid != GeneratedBook.NO_BID && (bits >>> 24 & 1) == 0);
        return book.first(symbol, hitsBid ? bestBid : bestAsk);
    }

    private int anyOrder(final int symbol, final long bits)
    {
        final int count = book.count(symbol);
        final int young = (bits >>> 29 & 1) == 0 ? Math.min(count, YOUNG) : count;
        return book.member(symbol, count - 1 - random.below(young));
    }

    private int newTick(final int symbol, final boolean buy)
    {
        final long bits = random.bits();
        final int kind = (int)bits & 7;
        // One in eight goes into the spread, four stand near, three deep.
        final int halfSpread = out.listing().halfSpread(symbol);
        final int distance = kind == 0 ? random.below(halfSpread + 1) : halfSpread + (int)Math.min(
            GeneratedBook.TICKS, random.exponential(kind < 5 ? NEAR_TICKS : DEEP_TICKS));
        final int middle = book.middle(symbol);
        if (buy)
        {
            return Math.max(0, Math.min(middle - 1 - distance, book.bestAsk(symbol) - 1));
        }
        return Math.min(GeneratedBook.TICKS - 1, Math.max(middle + distance, book.bestBid(symbol) + 1));
    }

    private static int newShares(final long bits)
    {
        // Three in four are round lots, mostly one.
        return (bits & 3) != 0 ?
            LOT * (1 + Long.numberOfTrailingZeros(bits >>> 2 | 1 << 5)) : 1 + (int)((bits >>> 2 & 0xFF) % (LOT - 1));
    }
}
