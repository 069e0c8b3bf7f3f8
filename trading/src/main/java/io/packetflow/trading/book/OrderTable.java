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
 * Hot path. Live orders by key: open addressing with linear probing and backward-shift deletion, so no tombstones and
 * no decay over a day. Single thread: the owner of the books.
 *
 * <p>An entry has 16 bytes and never straddles a cache line:
 * <pre>
 *   0               4               8              12              16
 *  +-------------------------------+-----+---------+---------------+
 *  |         order key, u64        |side |price key|    shares     |
 *  +-------------------------------+-----+---------+---------------+
 *                                   1 bit  31 bits      32 bits
 * </pre>
 * The second word is 0 exactly in free entries, because no order rests with zero shares; any key may be stored.
 *
 * <p>Design note: references of a feed are handed out in ascending order, so identity (the low bits) is a better hash
 * than any mixing: neighbours in time are neighbours in memory. Pure identity has a flaw: where survivors of the
 * previous lap around the table lie in the way of a dense run, each pushes the rest of the run one on, without end. So
 * homes are every second entry: a survivor costs its slot's next owner one step, and the step stays there. The bits
 * above the table are folded in, so that references with a stride (multiples of 4096, say) spread as well.
 *
 * <p>The table holds up to 3/8 of its entries; {@link #growIfFull} doubles it, on the owner's thread, and counts.
 */
final class OrderTable implements AutoCloseable, Stateful
{
    /** What {@link #find} answers where there is no such order. */
    static final long NOT_FOUND = -1;

    private static final int ENTRY_LENGTH = 16;
    private static final int WORD = 8;
    private static final int HOME_SHIFT = 5;
    private static final int MIN_CAPACITY = 1 << 10;

    private final HugePages hugePages;
    private Arena arena;
    private Slab slab;
    private long entryMask;
    private long homeMask;
    private int foldShift;
    private int count;
    private int maxCount;
    private int growths;

    /**
     * Allocates a table.
     *
     * @param orders that it holds without growing
     * @param hugePages whether to ask for them
     */
    OrderTable(final int orders, final HugePages hugePages)
    {
        this.hugePages = hugePages;
        final long wanted = Math.max(MIN_CAPACITY, (orders * 8L + 2) / 3);
        allocate(Long.highestOneBit(wanted - 1) << 1);
    }

    /** Returns the byte offset of an order's entry, or {@link #NOT_FOUND}. It is valid until the next removal. */
    long find(final long key)
    {
        long entry = home(key);
        while (true)
        {
            final long word = slab.getLong(entry + WORD);
            if (slab.getLong(entry) == key && word != 0)
            {
                return entry;
            }
            if (word == 0)
            {
                return NOT_FOUND;
            }
            entry = entry + ENTRY_LENGTH & entryMask;
        }
    }

    /** Returns side, price key and shares of the order at an entry. */
    long wordAt(final long entry)
    {
        return slab.getLong(entry + WORD);
    }

    /** Changes side, price key or shares of the order at an entry; shares stay above zero. */
    void putWordAt(final long entry, final long word)
    {
        slab.putLong(entry + WORD, word);
    }

    /**
     * Stores an order. The table is not full ({@link #growIfFull}). Entries that are there stay where they are.
     *
     * @param key of the order
     * @param word side, price key and shares, not 0
     * @return false if the key is there already; then nothing was stored
     */
    boolean insert(final long key, final long word)
    {
        long entry = home(key);
        while (slab.getLong(entry + WORD) != 0)
        {
            if (slab.getLong(entry) == key)
            {
                return false;
            }
            entry = entry + ENTRY_LENGTH & entryMask;
        }
        slab.putLong(entry, key);
        slab.putLong(entry + WORD, word);
        count++;
        return true;
    }

    /** Removes the order at an entry, and moves later ones of its run back to where their search will look. */
    void remove(final long entry)
    {
        long hole = entry;
        long next = entry + ENTRY_LENGTH & entryMask;
        long word = slab.getLong(next + WORD);
        while (word != 0)
        {
            final long key = slab.getLong(next);
            if ((next - home(key) & entryMask) >= (next - hole & entryMask))
            {
                slab.putLong(hole, key);
                slab.putLong(hole + WORD, word);
                hole = next;
            }
            next = next + ENTRY_LENGTH & entryMask;
            word = slab.getLong(next + WORD);
        }
        slab.putLong(hole + WORD, 0);
        count--;
    }

    /** Makes room for one more order, so that the next {@link #insert} finds some. */
    void growIfFull()
    {
        if (count >= maxCount)
        {
            growSlowPath();
        }
    }

    /** Returns how many orders are live. */
    int count()
    {
        return count;
    }

    /** Returns how often the table grew: each time the owner waited for a copy. */
    int growths()
    {
        return growths;
    }

    /** Removes all orders. */
    void clear()
    {
        slab.fill(0, slab.capacity(), (byte)0);
        count = 0;
    }

    @Override
    public void close()
    {
        arena.close();
    }

    /** Cold. The entries as they lie, so that searches take the same steps; grows to the saved size first. */
    @Override
    public void exchange(final StateExchange state)
    {
        final long initialBytes = slab.capacity() >>> growths;
        state.constant("initialBytes", initialBytes);
        resize(state.doublings("growths", growths, initialBytes), initialBytes);
        count = state.bounded("count", count, 0, maxCount);
        state.slab("entries", slab);
    }

    private void resize(final int wantedGrowths, final long initialBytes)
    {
        if (wantedGrowths != growths)
        {
            arena.close();
            allocate((initialBytes << wantedGrowths) / ENTRY_LENGTH);
            growths = wantedGrowths;
        }
    }

    private long home(final long key)
    {
        return (key ^ key >>> foldShift) << HOME_SHIFT & homeMask;
    }

    private void allocate(final long capacity)
    {
        final long length = capacity * ENTRY_LENGTH;
        arena = new Arena(hugePages);
        slab = arena.allocate(length, 64);
        entryMask = length - 1;
        homeMask = length - (1L << HOME_SHIFT);
        foldShift = Long.numberOfTrailingZeros(length) - HOME_SHIFT;
        maxCount = (int)Math.min(Integer.MAX_VALUE, capacity / 8 * 3);
        count = 0;
    }

    private void growSlowPath()
    {
        final Arena oldArena = arena;
        final Slab old = slab;
        allocate(old.capacity() / ENTRY_LENGTH * 2);
        for (long entry = 0; entry < old.capacity(); entry += ENTRY_LENGTH)
        {
            final long word = old.getLong(entry + WORD);
            if (word != 0)
            {
                insert(old.getLong(entry), word);
            }
        }
        oldArena.close();
        growths++;
    }
}
