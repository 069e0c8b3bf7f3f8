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

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. A hash over order messages, byte by byte and in their order (FNV-1a, 64 bits, each message after its
 * length): two loops that sent the same have the same.
 */
public final class OrderStreamHash
{
    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private long hash = OFFSET;
    private long count;

    /**
     * Adds a message.
     *
     * @param bytes that begin with it
     * @param length of it
     */
    public void add(final byte[] bytes, final int length)
    {
        step(length);
        for (int i = 0; i < length; i++)
        {
            step(bytes[i]);
        }
        count++;
    }

    /**
     * Adds a message.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @param length of it
     */
    public void add(final Slab slab, final long offset, final int length)
    {
        step(length);
        for (int i = 0; i < length; i++)
        {
            step(slab.getByte(offset + i));
        }
        count++;
    }

    private void step(final int value)
    {
        hash = (hash ^ (value & 0xFF)) * PRIME;
    }

    /** Returns the hash. */
    public long hash()
    {
        return hash;
    }

    /** Returns how many messages were added. */
    public long count()
    {
        return count;
    }
}
