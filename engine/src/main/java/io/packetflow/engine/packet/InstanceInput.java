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

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The raw input of an instance; what stands there depends on the instance's kind. The sequencing node writes
 * it, all others read. It lies in the slot, behind the header, or, where one loop runs the whole molecule, where its
 * source has it ({@link LendingSource}): handlers ask {@link #slab()} and {@link #offset()} anew for each instance.
 */
public final class InstanceInput
{
    private final Slab slots;
    private Slab slab;
    private long offset;

    /**
     * Binds the view to the slots of a ring.
     *
     * @param slots of the ring
     */
    public InstanceInput(final Slab slots)
    {
        this.slots = slots;
        this.slab = slots;
    }

    /**
     * Moves the view to the input of a slot.
     *
     * @param slotOffset of the input's first byte in the ring's memory
     */
    public void wrap(final int slotOffset)
    {
        lend(slots, slotOffset);
    }

    /**
     * Moves the view to bytes that their source keeps until the instance is finished; sources only.
     *
     * @param source that holds them
     * @param sourceOffset of the first byte
     */
    public void lend(final Slab source, final long sourceOffset)
    {
        // To store a reference costs more than to compare it, and the next instance mostly comes from the same place.
        if (slab != source)
        {
            slab = source;
        }
        offset = sourceOffset;
    }

    /** Returns the memory that holds this instance's input, for codecs that take a slab and an offset. */
    public Slab slab()
    {
        return slab;
    }

    /** Returns where in {@link #slab()} the input begins. */
    public long offset()
    {
        return offset;
    }

    /**
     * Reads eight bytes.
     *
     * @param index of the first byte within the input
     * @return their value in native order
     */
    public long getLong(final int index)
    {
        return slab.getLong(offset + index);
    }

    /**
     * Writes eight bytes; sources only, and only to a slot.
     *
     * @param index of the first byte within the input
     * @param value in native order
     */
    public void putLong(final int index, final long value)
    {
        slab.putLong(offset + index, value);
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
            slab.putLong(offset + (long)word * Long.BYTES, source.getLong(from + (long)word * Long.BYTES));
        }
    }
}
