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
package io.packetflow.trading.book;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. Full-depth order books of up to 65 536 symbols: every live order by reference, every price level by side.
 * One thread owns an instance, writes and reads it. After construction nothing is allocated on the heap; tables that
 * turn out too small grow off-heap, on the owner's thread, and count it ({@link #growths}).
 *
 * <p>A symbol is named by its stock locate (0 to 65535). An order belongs to one symbol: its key in the table is the
 * reference with the locate above it, so that an order is found only by messages of its own symbol, at no extra memory.
 * That leaves 48 bits to references, which a feed hands out from 1 every day: three billion a second for a day.
 *
 * <p>Operations answer with {@link BookResult}: whether the inside changed, or why they were refused. A refused
 * operation leaves the books as they were, and is counted. Prices are E4 (four decimals), 1 to
 * {@link #MAX_PRICE_E4}; shares 1 to {@link #MAX_QUANTITY}; a level's quantity has 63 bits.
 */
public final class OrderBooks implements AutoCloseable, Stateful
{
    /** The side of bids. */
    public static final int BID = 0;
    /** The side of offers. */
    public static final int ASK = 1;
    /** How many symbols there can be. */
    public static final int MAX_SYMBOLS = 1 << 16;
    /** Largest price, 200 000.0000; it fits 31 bits. */
    public static final long MAX_PRICE_E4 = 2_000_000_000L;
    /** Largest number of shares of one order, unsigned 32 bits. */
    public static final long MAX_QUANTITY = 0xFFFF_FFFFL;

    /** Largest order reference, 48 bits. */
    public static final long MAX_REFERENCE = 0xFFFF_FFFF_FFFFL;

    private static final int KEY_MASK = 0x7FFF_FFFF;
    private static final int LOCATE_SHIFT = 48;
    private static final int KEY_SHIFT = 32;
    private static final int SIDE_SHIFT = 63;

    private final OrderTable orders;
    private final PriceLevels levels;
    private final long[] refusals = new long[BookResult.REFUSAL_KINDS];
    private long lockedCount;
    private long crossedCount;

    /**
     * Allocates books on the calling thread, which should run where they will be used.
     *
     * @param expectedOrders live at the same time, all symbols together
     * @param expectedSymbols that have orders
     * @param hugePages whether to ask for them
     */
    public OrderBooks(final int expectedOrders, final int expectedSymbols, final HugePages hugePages)
    {
        if (expectedOrders < 1 || expectedSymbols < 1 || expectedSymbols > MAX_SYMBOLS)
        {
            throw new IllegalArgumentException(
                "books expect at least one order and 1 to " + MAX_SYMBOLS + " symbols: expectedOrders=" +
                expectedOrders + " expectedSymbols=" + expectedSymbols);
        }
        orders = new OrderTable(expectedOrders, hugePages);
        levels = new PriceLevels(2 * MAX_SYMBOLS, 2 * expectedSymbols, 31, hugePages);
    }

    /**
     * Adds an order.
     *
     * @param locate of its symbol
     * @param reference of the order
     * @param side {@link #BID} or {@link #ASK}
     * @param quantity in shares
     * @param priceE4 of the order
     * @return {@link BookResult}
     */
    public int add(
        final int locate, final long reference, final int side, final long quantity, final long priceE4)
    {
        if (isBadQuantity(quantity))
        {
            return refuse(BookResult.BAD_QUANTITY);
        }
        if (isBadPrice(priceE4))
        {
            return refuse(BookResult.BAD_PRICE);
        }
        if (isBadReference(reference))
        {
            return refuse(BookResult.BAD_REFERENCE);
        }
        final int key = key(side, priceE4);
        orders.growIfFull();
        if (!orders.insert(orderKey(locate, reference), word(side, key, quantity)))
        {
            return refuse(BookResult.DUPLICATE_REFERENCE);
        }
        if (!levels.add(locate << 1 | side, key, quantity))
        {
            return BookResult.UNCHANGED;
        }
        checkCrossed(locate);
        return BookResult.INSIDE_CHANGED;
    }

    /**
     * Takes executed or cancelled shares from an order; an order without shares is gone. Executions at another price
     * than the order's do the same to the book.
     *
     * @param locate of its symbol
     * @param reference of the order
     * @param quantity executed or cancelled
     * @return {@link BookResult}
     */
    public int reduce(final int locate, final long reference, final long quantity)
    {
        final long entry = find(locate, reference);
        if (entry == OrderTable.NOT_FOUND)
        {
            return refuse(BookResult.UNKNOWN_REFERENCE);
        }
        final long word = orders.wordAt(entry);
        final long resting = word & MAX_QUANTITY;
        if (quantity - 1 < 0 || quantity > resting)
        {
            return refuse(quantity > 0 ? BookResult.EXCESS_QUANTITY : BookResult.BAD_QUANTITY);
        }
        if (quantity == resting)
        {
            return removeAt(locate, entry, word);
        }
        orders.putWordAt(entry, word - quantity);
        return levels.change(sideOf(locate, word), keyOf(word), -quantity) ?
            BookResult.INSIDE_CHANGED : BookResult.UNCHANGED;
    }

    /**
     * Deletes an order.
     *
     * @param locate of its symbol
     * @param reference of the order
     * @return {@link BookResult}
     */
    public int delete(final int locate, final long reference)
    {
        final long entry = find(locate, reference);
        if (entry == OrderTable.NOT_FOUND)
        {
            return refuse(BookResult.UNKNOWN_REFERENCE);
        }
        return removeAt(locate, entry, orders.wordAt(entry));
    }

    /**
     * Replaces an order by one of the same symbol and side.
     *
     * @param locate of its symbol
     * @param oldReference of the order that goes
     * @param newReference of the order that comes; it may be the old one
     * @param quantity of the new order
     * @param priceE4 of the new order
     * @return {@link BookResult}
     */
    public int replace(
        final int locate,
        final long oldReference,
        final long newReference,
        final long quantity,
        final long priceE4)
    {
        if (isBadQuantity(quantity))
        {
            return refuse(BookResult.BAD_QUANTITY);
        }
        if (isBadPrice(priceE4))
        {
            return refuse(BookResult.BAD_PRICE);
        }
        if (isBadReference(newReference))
        {
            return refuse(BookResult.BAD_REFERENCE);
        }
        orders.growIfFull();
        final long entry = find(locate, oldReference);
        if (entry == OrderTable.NOT_FOUND)
        {
            return refuse(BookResult.UNKNOWN_REFERENCE);
        }
        final long oldWord = orders.wordAt(entry);
        final int key = key((int)(oldWord >>> SIDE_SHIFT), priceE4);
        final long newWord = word((int)(oldWord >>> SIDE_SHIFT), key, quantity);
        if (oldReference == newReference)
        {
            orders.putWordAt(entry, newWord);
        }
        else if (orders.insert(orderKey(locate, newReference), newWord))
        {
            orders.remove(entry);
        }
        else
        {
            return refuse(BookResult.DUPLICATE_REFERENCE);
        }
        return move(locate, sideOf(locate, oldWord), oldWord, newWord);
    }

    /** Returns the best bid's price; 0 where there are no bids. */
    public long bestBidPriceE4(final int locate)
    {
        return levels.keyAt(levels.bestOffset(locate << 1));
    }

    /** Returns the best bid's shares; 0 where there are no bids. */
    public long bestBidQuantity(final int locate)
    {
        return levels.quantityAt(levels.bestOffset(locate << 1));
    }

    /** Returns the best offer's price; 0 where there are no offers. */
    public long bestAskPriceE4(final int locate)
    {
        final int key = levels.keyAt(levels.bestOffset(locate << 1 | ASK));
        return key == 0 ? 0 : key ^ KEY_MASK;
    }

    /** Returns the best offer's shares; 0 where there are no offers. */
    public long bestAskQuantity(final int locate)
    {
        return levels.quantityAt(levels.bestOffset(locate << 1 | ASK));
    }

    /** Returns how many price levels a side of a symbol has. */
    public int levelCount(final int locate, final int side)
    {
        return levels.count(locate << 1 | side);
    }

    /**
     * Returns the price of a level.
     *
     * @param locate of the symbol
     * @param side {@link #BID} or {@link #ASK}
     * @param level 0 is the best, below {@link #levelCount}
     * @return its price
     */
    public long levelPriceE4(final int locate, final int side, final int level)
    {
        return key(side, levels.keyAt(levels.offsetOf(locate << 1 | side, level)));
    }

    /**
     * Returns the shares of a level, all orders together.
     *
     * @param locate of the symbol
     * @param side {@link #BID} or {@link #ASK}
     * @param level 0 is the best, below {@link #levelCount}
     * @return its shares
     */
    public long levelQuantity(final int locate, final int side, final int level)
    {
        return levels.quantityAt(levels.offsetOf(locate << 1 | side, level));
    }

    /**
     * Returns how many orders a level has.
     *
     * @param locate of the symbol
     * @param side {@link #BID} or {@link #ASK}
     * @param level 0 is the best, below {@link #levelCount}
     * @return its orders
     */
    public int levelOrderCount(final int locate, final int side, final int level)
    {
        return levels.ordersAt(levels.offsetOf(locate << 1 | side, level));
    }

    /** Returns whether an order is live. */
    public boolean isLive(final int locate, final long reference)
    {
        return find(locate, reference) != OrderTable.NOT_FOUND;
    }

    /** Returns the price of a live order; 0 if it is not live. */
    public long orderPriceE4(final int locate, final long reference)
    {
        final long entry = find(locate, reference);
        if (entry == OrderTable.NOT_FOUND)
        {
            return 0;
        }
        final long word = orders.wordAt(entry);
        return key((int)(word >>> SIDE_SHIFT), keyOf(word));
    }

    /** Returns the shares that a live order still has; 0 if it is not live. */
    public long orderQuantity(final int locate, final long reference)
    {
        final long entry = find(locate, reference);
        return entry == OrderTable.NOT_FOUND ? 0 : orders.wordAt(entry) & MAX_QUANTITY;
    }

    /** Returns how many orders are live, all symbols together. */
    public int liveOrderCount()
    {
        return orders.count();
    }

    /** Returns how many price levels there are, all symbols together. */
    public long liveLevelCount()
    {
        return levels.levelCount();
    }

    /** Returns after how many changes of an inside the best bid met the best offer's price. */
    public long lockedCount()
    {
        return lockedCount;
    }

    /** Returns after how many changes of an inside the best bid was above the best offer. */
    public long crossedCount()
    {
        return crossedCount;
    }

    /**
     * Returns how many operations were refused for a reason.
     *
     * @param result one of the refusals of {@link BookResult}
     * @return their number
     */
    public long refusals(final int result)
    {
        return refusals[-1 - result];
    }

    /**
     * Returns how often a table had to grow because it was set up too small: the order table, the area of a side or
     * the pool of areas. Each time the owner waited, for milliseconds where a table of a million orders was copied.
     */
    public int growths()
    {
        return orders.growths() + levels.areaGrowths() + levels.poolGrowths();
    }

    /** Removes all orders and levels; counters stay. Cold: it writes all of the order table. */
    public void clear()
    {
        orders.clear();
        levels.clear();
    }

    @Override
    public void close()
    {
        orders.close();
        levels.close();
    }

    /** Cold. Orders, levels and counts. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("orders", orders);
        state.part("levels", levels);
        state.longs("refusals", refusals);
        lockedCount = state.int64("lockedCount", lockedCount);
        crossedCount = state.int64("crossedCount", crossedCount);
    }

    /** Counts a refusal and returns its code. */
    int refuse(final int result)
    {
        refusals[-1 - result]++;
        return result;
    }

    private long find(final int locate, final long reference)
    {
        // A reference that is too large is none of a live order; as a key it might be that of another symbol's.
        return isBadReference(reference) ? OrderTable.NOT_FOUND : orders.find(orderKey(locate, reference));
    }

    private int removeAt(final int locate, final long entry, final long word)
    {
        orders.remove(entry);
        return levels.remove(sideOf(locate, word), keyOf(word), word & MAX_QUANTITY) ?
            BookResult.INSIDE_CHANGED : BookResult.UNCHANGED;
    }

    private int move(final int locate, final int side, final long oldWord, final long newWord)
    {
        final long oldBest = levels.bestOffset(side);
        final int oldKey = levels.keyAt(oldBest);
        final long oldQuantity = levels.quantityAt(oldBest);
        levels.remove(side, keyOf(oldWord), oldWord & MAX_QUANTITY);
        levels.add(side, keyOf(newWord), newWord & MAX_QUANTITY);
        final long best = levels.bestOffset(side);
        if (levels.keyAt(best) == oldKey && levels.quantityAt(best) == oldQuantity)
        {
            return BookResult.UNCHANGED;
        }
        checkCrossed(locate);
        return BookResult.INSIDE_CHANGED;
    }

    private void checkCrossed(final int locate)
    {
        final int bid = levels.keyAt(levels.bestOffset(locate << 1));
        final int askKey = levels.keyAt(levels.bestOffset(locate << 1 | ASK));
        if (bid + (long)askKey >= KEY_MASK && askKey != 0)
        {
            countCrossed(bid + (long)askKey);
        }
    }

    private void countCrossed(final long sum)
    {
        if (sum == KEY_MASK)
        {
            lockedCount++;
        }
        else
        {
            crossedCount++;
        }
    }

    private static boolean isBadQuantity(final long quantity)
    {
        return quantity <= 0 || quantity > MAX_QUANTITY;
    }

    private static boolean isBadPrice(final long priceE4)
    {
        return priceE4 <= 0 || priceE4 > MAX_PRICE_E4;
    }

    private static boolean isBadReference(final long reference)
    {
        return reference >>> LOCATE_SHIFT != 0;
    }

    private static long orderKey(final int locate, final long reference)
    {
        return reference | (long)locate << LOCATE_SHIFT;
    }

    private static long word(final int side, final int key, final long quantity)
    {
        return (long)side << SIDE_SHIFT | (long)key << KEY_SHIFT | quantity;
    }

    private static int keyOf(final long word)
    {
        return (int)(word >>> KEY_SHIFT) & KEY_MASK;
    }

    private static int sideOf(final int locate, final long word)
    {
        return locate << 1 | (int)(word >>> SIDE_SHIFT);
    }

    /** Prices become keys, larger is better on either side, and keys become prices: mirroring is its own inverse. */
    private static int key(final int side, final long price)
    {
        return (int)price ^ (-side & KEY_MASK);
    }
}
