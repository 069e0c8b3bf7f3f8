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
package io.packetflow.risk.limit;

/**
 * Hashes logical records so that a table's hash is the sum of its records' hashes: independent of the order in which
 * they are visited, of strides and shards, and of records that hold nothing (these hash to zero).
 */
public final class StateHash
{
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private StateHash()
    {
    }

    /**
     * Hashes one record of three values.
     *
     * @param key that identifies the record within its table
     * @param first value
     * @param second value
     * @param third value
     * @return a hash; 0 where all values are 0
     */
    public static long of(final long key, final long first, final long second, final long third)
    {
        if ((first | second | third) == 0)
        {
            return 0;
        }
        final long withFirst = mix(mix(key + GOLDEN) ^ first);
        final long withSecond = mix((withFirst + GOLDEN) ^ second);
        return mix((withSecond + GOLDEN) ^ third);
    }

    /**
     * Mixes 64 bits so that each bit of the answer depends on each bit given (the finaliser of SplitMix64).
     *
     * @param value to mix
     * @return the mixed bits
     */
    public static long mix(final long value)
    {
        final long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        final long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
