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
 * Hot path. Finds the locate of a packed symbol: open addressing with linear probing, at most half full, nothing is
 * ever removed. One thread.
 *
 * <pre>
 *    0                                       8                   16
 *   +---------------------------------------+-------------------+
 *   | symbol, 0: free                       | locate            |
 *   +---------------------------------------+-------------------+
 * </pre>
 */
final class SymbolTable implements Stateful
{
    /** Answer for a symbol that is not listed. */
    static final int NOT_LISTED = -1;

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final int ENTRY_SHIFT = 4;
    private static final int LOCATE = 8;
    private static final int ALIGNMENT = 128;

    private final Slab entries;
    private final int mask;
    private final int hashShift;
    private final int maxCount;
    private int count;

    SymbolTable(final Arena arena, final int maxCount)
    {
        final int capacity = Integer.highestOneBit(4 * maxCount - 1);
        this.maxCount = maxCount;
        this.mask = capacity - 1;
        this.hashShift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        this.entries = arena.allocate((long)capacity << ENTRY_SHIFT, ALIGNMENT);
    }

    /**
     * Lists a symbol, or moves it to another locate.
     *
     * @param symbol packed, not 0
     * @param locate that it has from now on
     * @return whether there was room
     */
    boolean put(final long symbol, final int locate)
    {
        final long at = placeOf(symbol);
        if (entries.getLong(at) == 0)
        {
            if (count == maxCount)
            {
                return false;
            }
            count++;
            entries.putLong(at, symbol);
        }
        entries.putLong(at + LOCATE, locate);
        return true;
    }

    /**
     * Finds a symbol.
     *
     * @param symbol packed
     * @return its locate, or {@link #NOT_LISTED}
     */
    int find(final long symbol)
    {
        final long at = placeOf(symbol);
        return entries.getLong(at) == symbol && symbol != 0 ? (int)entries.getLong(at + LOCATE) : NOT_LISTED;
    }

    /** Cold. The entries as they lie, and how many there are. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("entries", entries);
        count = state.bounded("count", count, 0, maxCount);
    }

    private long placeOf(final long symbol)
    {
        int place = (int)((symbol * MIX) >>> hashShift);
        long at = (long)place << ENTRY_SHIFT;
        long found = entries.getLong(at);
        while (found != symbol && found != 0)
        {
            place = place + 1 & mask;
            at = (long)place << ENTRY_SHIFT;
            found = entries.getLong(at);
        }
        return at;
    }
}
