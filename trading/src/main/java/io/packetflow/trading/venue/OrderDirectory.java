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
 * Hot path. Finds the slot of a resting order by its userRefNum: open addressing, linear probing, at most half full,
 * removal by shifting back, so no tombstones. One thread.
 *
 * <p>Design note: references are dense, and dense keys under an identity hash form long runs that a survivor of an
 * earlier run would have to be probed across; a multiplicative hash spreads them.
 *
 * <p>An entry is one long: userRefNum in the high, slot + 1 in the low 32 bits; 0 is free.
 */
final class OrderDirectory implements Stateful
{
    /** Answer for a reference that does not rest. */
    static final int NOT_FOUND = -1;

    private static final int MIX = 0x9E37_79B9;
    private static final int ENTRY_SHIFT = 3;
    private static final int ALIGNMENT = 128;

    private final Slab entries;
    private final int mask;
    private final int hashShift;

    OrderDirectory(final Arena arena, final int maxCount)
    {
        final int capacity = Math.max(2, Integer.highestOneBit(4 * maxCount - 1));
        this.mask = capacity - 1;
        this.hashShift = Integer.SIZE - Integer.numberOfTrailingZeros(capacity);
        this.entries = arena.allocate((long)capacity << ENTRY_SHIFT, ALIGNMENT);
    }

    int find(final int userRef)
    {
        int place = home(userRef);
        long entry = entry(place);
        while (entry != 0)
        {
            if ((int)(entry >>> Integer.SIZE) == userRef)
            {
                return (int)entry - 1;
            }
            place = place + 1 & mask;
            entry = entry(place);
        }
        return NOT_FOUND;
    }

    void put(final int userRef, final int slot)
    {
        int place = home(userRef);
        while (entry(place) != 0)
        {
            place = place + 1 & mask;
        }
        putEntry(place, (long)userRef << Integer.SIZE | (slot + 1));
    }

    void remove(final int userRef)
    {
        int hole = home(userRef);
        while ((int)(entry(hole) >>> Integer.SIZE) != userRef)
        {
            hole = hole + 1 & mask;
        }
        int place = hole;
        while (true)
        {
            place = place + 1 & mask;
            final long entry = entry(place);
            if (entry == 0)
            {
                putEntry(hole, 0);
                return;
            }
            final int home = home((int)(entry >>> Integer.SIZE));
            // The entry may fill the hole unless its home lies between the hole and itself.
            if ((place - home & mask) >= (place - hole & mask))
            {
                putEntry(hole, entry);
                hole = place;
            }
        }
    }

    /** Cold. The entries as they lie. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("entries", entries);
    }

    private int home(final int userRef)
    {
        return (userRef * MIX) >>> hashShift;
    }

    private long entry(final int place)
    {
        return entries.getLong((long)place << ENTRY_SHIFT);
    }

    private void putEntry(final int place, final long entry)
    {
        entries.putLong((long)place << ENTRY_SHIFT, entry);
    }
}
