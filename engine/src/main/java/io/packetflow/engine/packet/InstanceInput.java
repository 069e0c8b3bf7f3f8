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
package io.packetflow.engine.packet;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The raw input of an instance, behind its header; what stands there depends on the instance's kind. The
 * sequencing node writes it, all others read.
 */
public final class InstanceInput extends Flyweight
{
    /**
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public InstanceInput(final Slab slab)
    {
        super(slab);
    }

    /** Returns the memory that holds the input, for codecs that take a slab and an offset. */
    public Slab slab()
    {
        return slab;
    }

    /**
     * Reads eight bytes.
     *
     * @param index of the first byte within the input
     * @return their value in native order
     */
    public long getLong(final int index)
    {
        return int64(index);
    }

    /**
     * Writes eight bytes; sources only.
     *
     * @param index of the first byte within the input
     * @param value in native order
     */
    public void putLong(final int index, final long value)
    {
        int64(index, value);
    }

    /**
     * Copies whole words of eight bytes to the start of the input; sources only.
     *
     * @param source that holds them
     * @param from offset of the first byte
     * @param words how many; a constant at the call, so that the loop is unrolled
     */
    public void copyWords(final Slab source, final long from, final int words)
    {
        for (int word = 0; word < words; word++)
        {
            int64(word * Long.BYTES, source.getLong(from + (long)word * Long.BYTES));
        }
    }
}
