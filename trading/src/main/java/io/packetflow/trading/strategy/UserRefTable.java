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
package io.packetflow.trading.strategy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. Gives userRefNums, strictly growing from 1, and finds the slot that one was given to; owned by one thread.
 *
 * <p>The place of a number is the number itself, modulo the capacity, and belongs to it alone. So a number whose place
 * is taken by a live order is left out: the protocol asks for growing numbers, not for dense ones. Looking one up is
 * one read, whatever the age of the order. With at most half of the places live, leaving out ends soon.
 *
 * <pre>
 *    0                   4                   8
 *   +-------------------+-------------------+
 *   | slot + 1, 0: free | userRefNum        |
 *   +-------------------+-------------------+
 * </pre>
 */
final class UserRefTable implements Stateful
{
    /** Answer for a number that is not live. */
    static final int NOT_LIVE = -1;

    private static final int ALIGNMENT = 128;
    private static final int ENTRY_SHIFT = 3;

    private final Slab entries;
    private final int mask;
    private int last;

    /**
     * Creates an empty table.
     *
     * @param arena that gives the memory
     * @param maxLive numbers that may be live at once
     */
    UserRefTable(final Arena arena, final int maxLive)
    {
        final int capacity = Integer.highestOneBit(4 * maxLive - 1);
        this.mask = capacity - 1;
        this.entries = arena.allocate((long)capacity << ENTRY_SHIFT, ALIGNMENT);
    }

    /** Returns the last number given, 0 if none was. */
    int last()
    {
        return last;
    }

    /**
     * Gives the next number.
     *
     * @param slot that it shall lead to, 0 or more
     * @return the number
     */
    int give(final int slot)
    {
        int userRef = last + 1;
        while (entries.getLong(place(userRef)) != 0)
        {
            userRef++;
        }
        last = userRef;
        entries.putLong(place(userRef), (long)userRef << Integer.SIZE | (slot + 1));
        return userRef;
    }

    /**
     * Finds the slot of a number.
     *
     * @param userRef to look up
     * @return the slot, or {@link #NOT_LIVE}
     */
    int find(final int userRef)
    {
        final long entry = entries.getLong(place(userRef));
        return (int)(entry >>> Integer.SIZE) == userRef ? (int)entry - 1 : NOT_LIVE;
    }

    /**
     * Gives the place of a live number back.
     *
     * @param userRef that {@link #find} knows
     */
    void release(final int userRef)
    {
        entries.putLong(place(userRef), 0);
    }

    /** Cold. The live numbers and the last one given. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("entries", entries);
        last = state.int32("last", last);
    }

    private long place(final int userRef)
    {
        return (long)(userRef & mask) << ENTRY_SHIFT;
    }
}
