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

/** Cold path. How a {@link LongTable} spreads its keys. */
public enum KeyHash
{
    /**
     * The key's low bits. Only for keys that at any time lie within as many numbers as the table has places, such as
     * indexes: then no two collide and neighbours share a cache line. Where they do collide inside a dense stretch,
     * an entry more costs a walk along the stretch.
     */
    IDENTITY(1),
    /** Multiplication with 2^64 divided by the golden ratio, high bits taken. For any other keys. */
    FIBONACCI(0x9E3779B97F4A7C15L);

    private final long multiplier;

    KeyHash(final long multiplier)
    {
        this.multiplier = multiplier;
    }

    long multiplier()
    {
        return multiplier;
    }

    /** How far the product is shifted right before it is cut to the table's index. */
    int shift(final int indexBits)
    {
        return this == IDENTITY ? 0 : Long.SIZE - indexBits;
    }
}
