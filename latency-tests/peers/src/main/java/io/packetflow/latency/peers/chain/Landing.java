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
package io.packetflow.latency.peers.chain;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Hot path. Where results arrive: one thread lands them, the sending one watches. Count and sum lie in one line of
 * memory that nothing else shares. Ordering: the count is released after the sum, and acquired before it.
 */
final class Landing
{
    private static final int LINE_BYTES = 128;
    private static final int COUNT = LINE_BYTES;
    private static final int SUM = LINE_BYTES + Long.BYTES;
    private static final int LAST = LINE_BYTES + 2 * Long.BYTES;

    private final AtomicBuffer words = new UnsafeBuffer(new byte[3 * LINE_BYTES]);

    /** Lands a result; one thread only. */
    void land(final long result)
    {
        words.putLong(SUM, words.getLong(SUM) + result);
        words.putLong(LAST, result);
        words.putLongRelease(COUNT, words.getLong(COUNT) + 1);
    }

    /** Returns how many results landed. */
    long count()
    {
        return words.getLongAcquire(COUNT);
    }

    /** Returns the sum of all results; of no more than the count that was read before. */
    long sum()
    {
        return words.getLong(SUM);
    }

    /** Returns the newest result; while no other is under way. */
    long last()
    {
        return words.getLong(LAST);
    }
}
