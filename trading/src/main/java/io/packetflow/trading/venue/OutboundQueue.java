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
 * Hot path. The venue's answers on their way to the client: a bounded first-in-first-out queue, off-heap, written and
 * read by one thread. Answers are added in the order of their times, so the head is the next one due.
 *
 * <pre>
 *    0                   8         12        16                                                  128
 *   +-------------------+---------+---------+---------------------------------------------------+
 *   | due, logical ns   | locate  | length  | OUCH message                                      |
 *   +-------------------+---------+---------+---------------------------------------------------+
 * </pre>
 */
public final class OutboundQueue implements Stateful
{
    private static final int STRIDE_SHIFT = 7;
    private static final int LOCATE = 8;
    private static final int LENGTH = 12;
    private static final int MESSAGE = 16;
    private static final int ALIGNMENT = 128;

    private final Slab slots;
    private final int capacity;
    private final int mask;
    private long head;
    private long tail;

    OutboundQueue(final Arena arena, final int minCapacity)
    {
        this.capacity = Integer.highestOneBit(2 * minCapacity - 1);
        this.mask = capacity - 1;
        this.slots = arena.allocate((long)capacity << STRIDE_SHIFT, ALIGNMENT);
    }

    /** Returns the memory that holds the messages; decoders are bound to it once. */
    public Slab slab()
    {
        return slots;
    }

    /** Returns how many answers wait. */
    public int size()
    {
        return (int)(tail - head);
    }

    /** Returns how many answers may wait. */
    public int capacity()
    {
        return capacity;
    }

    /**
     * Tells whether the oldest answer is due.
     *
     * @param nowNanos logical time
     * @return whether there is one and its time has come
     */
    public boolean isDue(final long nowNanos)
    {
        return head != tail && slots.getLong(slot(head)) <= nowNanos;
    }

    /** Returns the logical time of the oldest answer; there must be one. */
    public long headTimeNanos()
    {
        return slots.getLong(slot(head));
    }

    /** Returns the locate that the oldest answer is about; there must be one. */
    public int headLocate()
    {
        return slots.getInt(slot(head) + LOCATE);
    }

    /** Returns the length of the oldest answer's message; there must be one. */
    public int headLength()
    {
        return slots.getInt(slot(head) + LENGTH);
    }

    /** Returns where the oldest answer's message starts in {@link #slab()}; there must be one. */
    public int headOffset()
    {
        return (int)slot(head) + MESSAGE;
    }

    /** Drops the oldest answer; nothing happens if there is none. */
    public void release()
    {
        if (head != tail)
        {
            head++;
        }
    }

    /** Returns how many more answers fit. */
    int room()
    {
        return capacity - size();
    }

    /** Returns where the next answer's message is to be written; there must be room. */
    long tailOffset()
    {
        return slot(tail) + MESSAGE;
    }

    void add(final long dueNanos, final int locate, final int length)
    {
        final long slot = slot(tail);
        slots.putLong(slot, dueNanos);
        slots.putInt(slot + LOCATE, locate);
        slots.putInt(slot + LENGTH, length);
        tail++;
    }

    /** Cold. The answers that wait, and where they stand. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("slots", slots);
        head = state.int64("head", head);
        tail = state.int64("tail", tail);
    }

    private long slot(final long position)
    {
        return (position & mask) << STRIDE_SHIFT;
    }
}
