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
package io.packetflow.latency.floor;

/** Hot path. What the checks refused, until the strategy hears of it: first in, first out, at a fixed delay. */
final class FloorRefusals
{
    private static final int CAPACITY = 1 << 12;
    private static final int MASK = CAPACITY - 1;

    private final long[] dueNanos = new long[CAPACITY];
    private final int[] userRefs = new int[CAPACITY];
    private long head;
    private long tail;

    void add(final int userRef, final long atNanos)
    {
        if (tail - head == CAPACITY)
        {
            throw new IllegalStateException("more refusals are under way than a day of trading should have");
        }
        dueNanos[(int)tail & MASK] = atNanos;
        userRefs[(int)tail & MASK] = userRef;
        tail++;
    }

    /** Returns when the oldest is due; never if there is none. */
    long headNanos()
    {
        return head == tail ? Long.MAX_VALUE : dueNanos[(int)head & MASK];
    }

    int take()
    {
        return userRefs[(int)head++ & MASK];
    }
}
