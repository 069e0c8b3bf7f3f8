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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. The price levels of all sides of all symbols. Single thread: the owner of the books.
 *
 * <p>A <i>side</i> is symbol × 2 + (0 bid, 1 offer). Its levels lie in one array, ascending by key, the best last, so
 * that what happens near the inside moves next to nothing. Keys are prices, mirrored for offers
 * ({@link OrderBooks#key}): on both sides the larger key is the better price, and one code serves both.
 * <pre>
 *  directory, 16 bytes a side          area of a side: one free level, then the levels
 *  +---------+-------+----------+      +-----------+---------+---------+-     -+---------+
 *  |  best   | first | capacity |      | all zeros |  worst  |         |  ...  |  best   |
 *  +---------+-------+----------+      +-----------+---------+---------+-     -+---------+
 *       8        4        4
 *  best in bytes from the start of the pool, first in levels, capacity in levels
 *  level, 16 bytes: orders u32, key u32, quantity i64
 * </pre>
 * The level before the first is always zero. A search from the best downwards ends there at the latest without asking
 * for bounds, since real keys are above 0; and the best level of an empty side reads as key 0, quantity 0.
 *
 * <p>Design note: keys apart from the rest of a level, sixteen to a cache line, were tried and lost on each feed
 * measured (13 against 15.5 ns a message on the recorded day, 120 against 150 on 4 000 symbols): the line of the rest
 * is one more miss.
 *
 * <p>Areas come from one pool. A side that outgrows its area moves to one of twice the size, and the old one is kept
 * for the next side that needs it. A pool that is used up is doubled. Both are counted, neither is ever refused.
 */
final class PriceLevels implements AutoCloseable, Stateful
{
    /** Length of a level in bytes. */
    static final int LEVEL_LENGTH = 16;

    private static final int KEY = 4;
    private static final int QUANTITY = 8;
    private static final int SIDE_SHIFT = 4;
    private static final int LEVEL_SHIFT = 4;
    private static final int FIRST = 8;
    private static final int CAPACITY = 12;
    private static final int SIZE_CLASSES = 32;
    private static final int POOL_START = 64;
    private static final int FAR = 256 * LEVEL_LENGTH;

    private final HugePages hugePages;
    private final Arena directoryArena;
    private final Slab directory;
    private final int sides;
    private final int initialSlots;
    private final long[] freeAreas = new long[SIZE_CLASSES];
    private Arena arena;
    private Slab slab;
    private long poolNext;
    private long levelCount;
    private int areaGrowths;
    private int poolGrowths;

    /**
     * Allocates directory and pool.
     *
     * @param sides that there can be
     * @param expectedSides that will hold orders
     * @param initialLevels of such a side, before it moves to a larger area
     * @param hugePages whether to ask for them
     */
    PriceLevels(final int sides, final int expectedSides, final int initialLevels, final HugePages hugePages)
    {
        this.sides = sides;
        this.hugePages = hugePages;
        this.initialSlots = Math.max(4, Integer.highestOneBit(initialLevels) << 1);
        this.directoryArena = new Arena(hugePages);
        this.directory = directoryArena.allocate((long)sides << SIDE_SHIFT, 64);
        this.arena = new Arena(hugePages);
        this.slab = arena.allocate(POOL_START + 2L * expectedSides * initialSlots * LEVEL_LENGTH, 64);
        for (long entry = 0; entry < (long)sides << SIDE_SHIFT; entry += 1 << SIDE_SHIFT)
        {
            directory.putInt(entry + FIRST, 1);
        }
        this.poolNext = POOL_START;
        clear();
    }

    /**
     * Adds one order to its level.
     *
     * @param side to change
     * @param key of the level, above 0
     * @param quantity of the order
     * @return whether the best level changed
     */
    boolean add(final int side, final int key, final long quantity)
    {
        final long best = bestOffset(side);
        final long level = search(side, best, key);
        if (keyAt(level) != key)
        {
            return insert(side, level, key, quantity);
        }
        slab.putInt(level, slab.getInt(level) + 1);
        slab.putLong(level + QUANTITY, slab.getLong(level + QUANTITY) + quantity);
        return level == best;
    }

    /**
     * Changes the quantity of a level whose orders stay the same number.
     *
     * @param side to change
     * @param key of the level, which is there
     * @param change added to its quantity, which stays above 0
     * @return whether that is the best level
     */
    boolean change(final int side, final int key, final long change)
    {
        final long best = bestOffset(side);
        final long level = search(side, best, key);
        slab.putLong(level + QUANTITY, slab.getLong(level + QUANTITY) + change);
        return level == best;
    }

    /**
     * Takes one order from its level, and the level with it if that was the last.
     *
     * @param side to change
     * @param key of the level, which is there
     * @param quantity of the order
     * @return whether the best level changed
     */
    boolean remove(final int side, final int key, final long quantity)
    {
        final long best = bestOffset(side);
        final long level = search(side, best, key);
        final long rest = slab.getLong(level + QUANTITY) - quantity;
        if (rest == 0)
        {
            removeLevel(side, level, best);
        }
        else
        {
            slab.putInt(level, slab.getInt(level) - 1);
            slab.putLong(level + QUANTITY, rest);
        }
        return level == best;
    }

    /** Returns the offset of a side's best level; where the side is empty, of a level that reads as zeros. */
    long bestOffset(final int side)
    {
        return directory.getLong((long)side << SIDE_SHIFT);
    }

    /** Returns the offset of a level of a side, 0 the best; the level is there. */
    long offsetOf(final int side, final int level)
    {
        return bestOffset(side) - (long)level * LEVEL_LENGTH;
    }

    private long firstOffset(final int side)
    {
        return (long)directory.getInt(((long)side << SIDE_SHIFT) + FIRST) << LEVEL_SHIFT;
    }

    /** Returns the key at a level's offset. */
    int keyAt(final long level)
    {
        return slab.getInt(level + KEY);
    }

    /** Returns the quantity at a level's offset. */
    long quantityAt(final long level)
    {
        return slab.getLong(level + QUANTITY);
    }

    /** Returns the number of orders at a level's offset. */
    int ordersAt(final long level)
    {
        return slab.getInt(level);
    }

    /** Returns how many levels a side has. */
    int count(final int side)
    {
        return (int)((bestOffset(side) - firstOffset(side)) >> LEVEL_SHIFT) + 1;
    }

    /** Returns how many levels all sides have together. */
    long levelCount()
    {
        return levelCount;
    }

    /** Returns how often a side moved to a larger area. */
    int areaGrowths()
    {
        return areaGrowths;
    }

    /** Returns how often the pool was doubled. */
    int poolGrowths()
    {
        return poolGrowths;
    }

    /** Empties all sides; each keeps its area. */
    void clear()
    {
        for (long entry = 0; entry < (long)sides << SIDE_SHIFT; entry += 1 << SIDE_SHIFT)
        {
            directory.putLong(entry, ((long)directory.getInt(entry + FIRST) - 1) << LEVEL_SHIFT);
        }
        levelCount = 0;
    }

    @Override
    public void close()
    {
        directoryArena.close();
        arena.close();
    }

    /** Cold. The directory and the pool as far as it is used; grows to that first. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("sides", sides);
        state.constant("initialSlots", initialSlots);
        state.constant("initialPoolBytes", slab.capacity() >>> poolGrowths);
        poolNext = state.extent("poolNext", poolNext);
        while (slab.capacity() < poolNext)
        {
            growPool();
        }
        state.range("pool", slab, 0, poolNext);
        state.slab("directory", directory);
        state.longs("freeAreas", freeAreas);
        levelCount = state.int64("levelCount", levelCount);
        areaGrowths = state.int32("areaGrowths", areaGrowths);
    }

    /** Finds the level of a key, else the one above which it would lie: the best whose key is not above it. */
    private long search(final int side, final long best, final int key)
    {
        // One look at how deep the book is, before the loop: a bound inside the loop costs 3 ns an order.
        if (best - firstOffset(side) > FAR && keyAt(best - FAR) > key)
        {
            return searchFar(side, best - FAR, key);
        }
        long level = best;
        while (keyAt(level) > key)
        {
            level -= LEVEL_LENGTH;
        }
        return level;
    }

    /** Bisects; few orders come or go so far from the inside, but some books are thousands of levels deep. */
    private long searchFar(final int side, final long best, final int key)
    {
        // Invariant: the level at low is not above the key, the one at high is.
        long low = firstOffset(side) - LEVEL_LENGTH;
        long high = best + LEVEL_LENGTH;
        while (high - low > LEVEL_LENGTH)
        {
            final long middle = low + (high - low) / (2 * LEVEL_LENGTH) * LEVEL_LENGTH;
            if (keyAt(middle) > key)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
        return low;
    }

    private boolean insert(final int side, final long below, final int key, final long quantity)
    {
        final long entry = (long)side << SIDE_SHIFT;
        long level = below + LEVEL_LENGTH;
        if (count(side) == directory.getInt(entry + CAPACITY))
        {
            final long index = level - firstOffset(side);
            growSlowPath(side);
            level = firstOffset(side) + index;
        }
        final long best = directory.getLong(entry) + LEVEL_LENGTH;
        for (long to = best; to > level; to -= LEVEL_LENGTH)
        {
            slab.putLong(to, slab.getLong(to - LEVEL_LENGTH));
            slab.putLong(to + QUANTITY, slab.getLong(to - LEVEL_LENGTH + QUANTITY));
        }
        slab.putLong(level, (long)key << 32 | 1);
        slab.putLong(level + QUANTITY, quantity);
        directory.putLong(entry, best);
        levelCount++;
        return level == best;
    }

    private void removeLevel(final int side, final long level, final long best)
    {
        for (long to = level; to < best; to += LEVEL_LENGTH)
        {
            slab.putLong(to, slab.getLong(to + LEVEL_LENGTH));
            slab.putLong(to + QUANTITY, slab.getLong(to + LEVEL_LENGTH + QUANTITY));
        }
        directory.putLong((long)side << SIDE_SHIFT, best - LEVEL_LENGTH);
        levelCount--;
    }

    private void growSlowPath(final int side)
    {
        final long entry = (long)side << SIDE_SHIFT;
        final int count = count(side);
        final int oldSlots = directory.getInt(entry + CAPACITY) + 1;
        final int slots = oldSlots == 1 ? initialSlots : oldSlots * 2;
        final long area = takeArea(slots);
        if (oldSlots > 1)
        {
            final long oldArea = firstOffset(side) - LEVEL_LENGTH;
            slab.copyFrom(area, slab, oldArea, (long)oldSlots * LEVEL_LENGTH);
            keepArea(oldArea, oldSlots);
            areaGrowths++;
        }
        directory.putInt(entry + CAPACITY, slots - 1);
        directory.putInt(entry + FIRST, (int)(area >> LEVEL_SHIFT) + 1);
        directory.putLong(entry, area + (long)count * LEVEL_LENGTH);
    }

    private long takeArea(final int slots)
    {
        final int sizeClass = Integer.numberOfTrailingZeros(slots);
        final long kept = freeAreas[sizeClass];
        if (kept != 0)
        {
            freeAreas[sizeClass] = slab.getLong(kept);
            clearFirst(kept);
            return kept;
        }
        final long length = (long)slots * LEVEL_LENGTH;
        while (poolNext + length > slab.capacity())
        {
            growPool();
        }
        final long area = poolNext;
        poolNext += length;
        clearFirst(area);
        return area;
    }

    private void keepArea(final long area, final int slots)
    {
        final int sizeClass = Integer.numberOfTrailingZeros(slots);
        slab.putLong(area, freeAreas[sizeClass]);
        freeAreas[sizeClass] = area;
    }

    private void clearFirst(final long area)
    {
        slab.putLong(area, 0);
        slab.putLong(area + QUANTITY, 0);
    }

    private void growPool()
    {
        final Arena larger = new Arena(hugePages);
        final Slab copy = larger.allocate(slab.capacity() * 2, 64);
        copy.copyFrom(0, slab, 0, slab.capacity());
        arena.close();
        arena = larger;
        slab = copy;
        poolGrowths++;
    }
}
