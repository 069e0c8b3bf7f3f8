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
package io.packetflow.layout.table;

/**
 * Cold path. Hashes of the entries of a table. Each entry is mixed on its own and the hashes are summed, so that the
 * places of the entries do not count.
 */
final class StateHash
{
    private StateHash()
    {
    }

    static long ofEntry(final long key, final long value)
    {
        return mixed(mixed(key) ^ Long.rotateLeft(value, Integer.SIZE));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection in which each bit reaches every other. */
    static long mixed(final long bits)
    {
        // The increment keeps zero from being its own hash.
        final long seeded = bits + 0x9E3779B97F4A7C15L;
        final long once = (seeded ^ (seeded >>> 30)) * 0xBF58476D1CE4E5B9L;
        final long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
