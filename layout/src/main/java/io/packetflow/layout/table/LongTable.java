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
package io.packetflow.layout.table;

import java.util.function.LongBinaryOperator;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. An open-addressing map from {@code long} to {@code long} in a {@link Slab}. It belongs to one thread, its
 * owner; nothing in it is ordered for others.
 *
 * <p>Capacity is fixed: a power of two, at least twice the entries that it may hold, so probes stay short. Linear
 * probing with ordered runs (Robin Hood: Celis, Larson, Munro 1985): entries lie in the order of their homes, so a
 * search ends at the first entry that is nearer to its home than the key would be, and a removal shifts entries back
 * only up to the first that is at home. There are no tombstones and a table does not age. Any key is allowed; one
 * value, the missing value, marks an empty place and cannot be stored.
 *
 * <p>An entry:
 * <pre>
 *    0                   1                   2                   3
 *    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *  0|                              Key                              |
 *   |                                                               |
 *   +---------------------------------------------------------------+
 *  8|              Value, the missing value if empty                |
 *   |                                                               |
 *   +---------------------------------------------------------------+
 * </pre>
 */
public final class LongTable implements Stateful
{
    /** Answered by {@link #find} for a key that is not there. */
    public static final long NOT_FOUND = -1;

    /** Bytes of one entry. */
    public static final int ENTRY_BYTES = 2 * Long.BYTES;

    /** The most entries that a table can be made for. */
    public static final int MAX_ENTRIES = 1 << 28;

    private static final int VALUE = Long.BYTES;
    private static final int ENTRY_SHIFT = 4;

    private final Slab slab;
    private final long base;
    private final long mask;
    private final long multiplier;
    private final int shift;
    private final int maxEntries;
    private final long missingValue;
    private int count;
    private long refusedCount;

    /**
     * Makes an empty table; what stood in its place is overwritten.
     *
     * @param slab to lie in
     * @param base offset of the table in the slab, best a multiple of 64; {@link #bytesFor} bytes are used
     * @param maxEntries most entries that it shall hold, 1 to {@link #MAX_ENTRIES}
     * @param hash of the keys
     * @param missingValue value that stands for "not there"; 0 spares writing the memory twice
     * @throws IllegalArgumentException if the entries are out of range or the table does not fit
     */
    public LongTable(
        final Slab slab, final long base, final int maxEntries, final KeyHash hash, final long missingValue)
    {
        final long bytes = bytesFor(maxEntries);
        if (base < 0 || base % Long.BYTES != 0 || base > slab.capacity() - bytes)
        {
            throw new IllegalArgumentException("a table lies in its slab at a multiple of 8: base=" + base +
                " bytes=" + bytes + " capacity=" + slab.capacity());
        }
        final int capacity = capacityFor(maxEntries);
        this.slab = slab;
        this.base = base;
        this.mask = capacity - 1L;
        this.multiplier = hash.multiplier();
        this.shift = hash.shift(Integer.numberOfTrailingZeros(capacity));
        this.maxEntries = maxEntries;
        this.missingValue = missingValue;
        clear();
    }

    /**
     * Says how much memory a table takes.
     *
     * @param maxEntries most entries that it shall hold, 1 to {@link #MAX_ENTRIES}
     * @return bytes, a multiple of 32
     * @throws IllegalArgumentException if the entries are out of range
     */
    public static long bytesFor(final int maxEntries)
    {
        return (long)capacityFor(maxEntries) * ENTRY_BYTES;
    }

    /**
     * Reads a value.
     *
     * @param key of the entry
     * @return its value, or the missing value
     */
    public long get(final long key)
    {
        final long entry = probe(key);
        // A key that was removed may still stand in an empty place, but there the value is the missing one.
        return slab.getLong(entry) == key ? slab.getLong(entry + VALUE) : missingValue;
    }

    /**
     * Writes a value, new or over another.
     *
     * @param key of the entry
     * @param value to write, not the missing value
     * @return false if the key is new and the table full: the entry is refused and counted
     * @throws IllegalArgumentException if the value is the missing value
     */
    public boolean put(final long key, final long value)
    {
        if (value == missingValue)
        {
            throw missingValueStored(key);
        }
        final long entry = probe(key);
        if (!holds(entry, key))
        {
            if (count == maxEntries)
            {
                refusedCount++;
                return false;
            }
            count++;
            shiftForward(entry);
            slab.putLong(entry, key);
        }
        slab.putLong(entry + VALUE, value);
        return true;
    }

    /**
     * Removes an entry.
     *
     * @param key of the entry
     * @return the value that it had, or the missing value if it was not there
     */
    public long remove(final long key)
    {
        final long entry = probe(key);
        if (!holds(entry, key))
        {
            return missingValue;
        }
        final long value = slab.getLong(entry + VALUE);
        count--;
        shiftBack(entry);
        return value;
    }

    /**
     * Finds an entry, to read and change its value without a second probe.
     *
     * @param key of the entry
     * @return its position, valid until the next {@link #put}, {@link #remove} or {@link #clear}, or {@link #NOT_FOUND}
     */
    public long find(final long key)
    {
        final long entry = probe(key);
        return holds(entry, key) ? entry : NOT_FOUND;
    }

    /**
     * Reads the value of an entry that was found.
     *
     * @param position that {@link #find} answered
     * @return the value
     */
    public long valueAt(final long position)
    {
        return slab.getLong(position + VALUE);
    }

    /**
     * Writes the value of an entry that was found.
     *
     * @param position that {@link #find} answered
     * @param value to write, not the missing value
     * @throws IllegalArgumentException if the value is the missing value
     */
    public void valueAt(final long position, final long value)
    {
        if (value == missingValue)
        {
            throw missingValueStored(slab.getLong(position));
        }
        slab.putLong(position + VALUE, value);
    }

    /** Removes all entries. Touches the whole table. */
    public void clear()
    {
        slab.fill(base, (mask + 1) * ENTRY_BYTES, (byte)0);
        if (missingValue != 0)
        {
            for (long index = 0; index <= mask; index++)
            {
                slab.putLong(entryAt(index) + VALUE, missingValue);
            }
        }
        count = 0;
    }

    /** Returns how many entries there are. */
    public int count()
    {
        return count;
    }

    /** Returns how many entries there may be. */
    public int maxEntries()
    {
        return maxEntries;
    }

    /** Returns how many places the table has, a power of two. */
    public int capacity()
    {
        return (int)(mask + 1);
    }

    /** Returns the value that stands for "not there". */
    public long missingValue()
    {
        return missingValue;
    }

    /** Returns how many entries were refused because the table was full, since it was made. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /**
     * Folds all entries, in no particular order: for snapshots and hashes, not for hot paths; it visits every place.
     *
     * @param ofEntry answers a number for a key and its value; it must not change the table
     * @return the wrapped sum of the answers
     */
    public long sumOverEntries(final LongBinaryOperator ofEntry)
    {
        long sum = 0;
        for (long index = 0; index <= mask; index++)
        {
            final long entry = entryAt(index);
            final long value = slab.getLong(entry + VALUE);
            if (value != missingValue)
            {
                sum += ofEntry.applyAsLong(slab.getLong(entry), value);
            }
        }
        return sum;
    }

    /** Returns a hash of the content that is equal for equal entries, whatever their order, place and the capacity. */
    public long stateHash()
    {
        return StateHash.mixed(sumOverEntries(StateHash::ofEntry) + count);
    }

    /** Cold. The entries and their counts; configuration must be equal. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("maxEntries", maxEntries);
        state.constant("multiplier", multiplier);
        state.constant("missingValue", missingValue);
        count = state.bounded("count", count, 0, maxEntries);
        refusedCount = state.int64("refusedCount", refusedCount);
        state.range("entries", slab, base, (mask + 1) * ENTRY_BYTES);
    }

    /** Where the key is, or the place where it would go: empty, or of an entry that is nearer to its home. */
    private long probe(final long key)
    {
        long index = home(key);
        long entry = entryAt(index);
        long distance = 0;
        while (slab.getLong(entry) != key && slab.getLong(entry + VALUE) != missingValue &&
            distanceFromHome(index) >= distance)
        {
            distance++;
            index = (index + 1) & mask;
            entry = entryAt(index);
        }
        return entry;
    }

    private boolean holds(final long entry, final long key)
    {
        return slab.getLong(entry) == key && slab.getLong(entry + VALUE) != missingValue;
    }

    /** Moves the rest of a run, from an entry on, one place away from home; there always is an empty place behind. */
    private void shiftForward(final long from)
    {
        long key = slab.getLong(from);
        long value = slab.getLong(from + VALUE);
        long index = indexOf(from);
        while (value != missingValue)
        {
            index = (index + 1) & mask;
            final long entry = entryAt(index);
            final long nextKey = slab.getLong(entry);
            final long nextValue = slab.getLong(entry + VALUE);
            slab.putLong(entry, key);
            slab.putLong(entry + VALUE, value);
            key = nextKey;
            value = nextValue;
        }
    }

    /** Moves the entries behind a removed one a place nearer to their homes, up to the first that is at home. */
    private void shiftBack(final long removed)
    {
        long hole = removed;
        long index = (indexOf(removed) + 1) & mask;
        long entry = entryAt(index);
        while (slab.getLong(entry + VALUE) != missingValue && distanceFromHome(index) > 0)
        {
            slab.putLong(hole, slab.getLong(entry));
            slab.putLong(hole + VALUE, slab.getLong(entry + VALUE));
            hole = entry;
            index = (index + 1) & mask;
            entry = entryAt(index);
        }
        slab.putLong(hole + VALUE, missingValue);
    }

    private long distanceFromHome(final long index)
    {
        return (index - home(slab.getLong(entryAt(index)))) & mask;
    }

    private long indexOf(final long entry)
    {
        return (entry - base) >>> ENTRY_SHIFT;
    }

    private long home(final long key)
    {
        return ((key * multiplier) >>> shift) & mask;
    }

    private long entryAt(final long index)
    {
        return base + (index << ENTRY_SHIFT);
    }

    private IllegalArgumentException missingValueStored(final long key)
    {
        return new IllegalArgumentException(
            "the missing value cannot be stored: key=" + key + " missingValue=" + missingValue);
    }

    private static int capacityFor(final int maxEntries)
    {
        if (maxEntries < 1 || maxEntries > MAX_ENTRIES)
        {
            throw new IllegalArgumentException("a table is made for 1 to " + MAX_ENTRIES + " entries: maxEntries=" +
                maxEntries);
        }
        return Integer.highestOneBit(2 * maxEntries - 1) << 1;
    }
}
