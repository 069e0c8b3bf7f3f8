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
package io.packetflow.latency.benchmarks.chain;

import java.util.SplittableRandom;

/** Pairs of numbers that the chain gets, over and over. */
public final class ChainInputs
{
    /** After so many pairs they come again. */
    public static final int COUNT = 1 << 10;

    private static final int MASK = COUNT - 1;
    private static final long BOUND = 1L << 40;

    private final long[] firsts = new long[COUNT];
    private final long[] seconds = new long[COUNT];

    /** Makes the pairs, always the same. */
    public ChainInputs()
    {
        final SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < COUNT; i++)
        {
            firsts[i] = random.nextLong(BOUND);
            seconds[i] = random.nextLong(BOUND);
        }
    }

    /** Returns the first number of a pair, below 2^40. */
    public long first(final long index)
    {
        return firsts[(int)index & MASK];
    }

    /** Returns the second number of a pair, below 2^40. */
    public long second(final long index)
    {
        return seconds[(int)index & MASK];
    }
}
