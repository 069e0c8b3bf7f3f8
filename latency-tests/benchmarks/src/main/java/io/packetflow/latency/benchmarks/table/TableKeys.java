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
package io.packetflow.latency.benchmarks.table;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** Keys as order references are: they grow with gaps. Some are in the table, others come and go. */
public final class TableKeys
{
    /** Entries of the table while nothing passes through. */
    public static final int ENTRIES = 100_000;

    private static final int DRAWN = 1 << 16;
    private static final int MAX_GAP = 16;

    private final long[] resident = new long[ENTRIES];
    private final int[] drawn = new int[DRAWN];
    private long next = 1;
    private int index;

    public TableKeys()
    {
        final SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < ENTRIES; i++)
        {
            resident[i] = next;
            next += 1 + random.nextInt(MAX_GAP);
        }
        for (int i = 0; i < DRAWN; i++)
        {
            drawn[i] = random.nextInt(ENTRIES);
        }
    }

    public void forEachResident(final LongConsumer action)
    {
        for (final long key : resident)
        {
            action.accept(key);
        }
    }

    /** Answers a key that is in the table, at random. */
    public long resident()
    {
        index++;
        return resident[drawn[index & (DRAWN - 1)]];
    }

    /** Answers a key that was never in the table. */
    public long passing()
    {
        next += 1 + (next & (MAX_GAP - 1));
        return next;
    }
}
