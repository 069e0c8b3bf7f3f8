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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.layout.table.KeyHash;
import io.packetflow.layout.table.LongTable;

/**
 * Hot path. Finds an order's record by its userRefNum. References are given out one after the other, so the low bits of
 * one are its place in a window of the newest; what is older than the window, or found its place taken, lies in a hash
 * table behind it. Single owner.
 *
 * <pre>
 *   0  userRef  4   0: free
 *   4  record   4
 * </pre>
 */
final class RefIndex implements Stateful
{
    static final int NONE = -1;

    private static final int ENTRY_SHIFT = 3;
    private static final int RECORD = 4;
    private static final int ALIGNMENT = 64;
    private static final long LOW_BITS = 0xFFFF_FFFFL;

    private final Slab window;
    private final int mask;
    private final LongTable others;

    RefIndex(final Arena arena, final int maxOrders)
    {
        final int capacity = Integer.highestOneBit(Math.max(2, 4 * maxOrders - 1)) << 1;
        this.mask = capacity - 1;
        this.window = arena.allocate((long)capacity << ENTRY_SHIFT, ALIGNMENT);
        this.others = new LongTable(arena.allocate(LongTable.bytesFor(2 * maxOrders), ALIGNMENT), 0, 2 * maxOrders,
            KeyHash.FIBONACCI, NONE);
    }

    int find(final int userRef)
    {
        final long at = at(userRef);
        return window.getInt(at) == userRef && userRef != 0 ? window.getInt(at + RECORD) : findOther(userRef);
    }

    private int findOther(final int userRef)
    {
        return others.count() == 0 ? NONE : (int)others.get(userRef & LOW_BITS);
    }

    void put(final int userRef, final int record)
    {
        final long at = at(userRef);
        if (window.getInt(at) != 0)
        {
            others.put(userRef & LOW_BITS, record);
            return;
        }
        window.putInt(at, userRef);
        window.putInt(at + RECORD, record);
    }

    void remove(final int userRef)
    {
        final long at = at(userRef);
        if (window.getInt(at) == userRef)
        {
            window.putInt(at, 0);
            return;
        }
        others.remove(userRef & LOW_BITS);
    }

    /** Cold. The window and what lies behind it. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("window", window);
        state.part("others", others);
    }

    private long at(final int userRef)
    {
        return (long)(userRef & mask) << ENTRY_SHIFT;
    }
}
