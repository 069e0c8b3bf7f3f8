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
package io.packetflow.ringbuffers.ring;

import java.util.Objects;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.SingleProducerSequencer;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. What a ring shall be; checked when it is made, so that an existing specification can be created.
 *
 * @param name for tools and error messages, not blank
 * @param capacity number of slots, a power of two
 * @param strideBytes distance between two slots in bytes, a multiple of 64
 * @param producerMode how many threads claim
 * @param publication where a slot's availability stands
 * @param sequenceWordOffset where in a slot the sequence word of {@link Publication#IN_SLOT} stands, in bytes: a
 *     multiple of 8 inside the slot; without meaning for {@link Publication#CURSOR}
 */
public record SlotRingSpec(
    String name,
    int capacity,
    int strideBytes,
    ProducerMode producerMode,
    Publication publication,
    int sequenceWordOffset)
{
    /** Unit of a slot's stride in bytes: slots never share a cache line. */
    public static final int CACHE_LINE_BYTES = 64;

    /** Alignment of slot 0 in bytes: a pair of lines, as the adjacent-line prefetcher sees them. */
    public static final int SLAB_ALIGNMENT = 2 * CACHE_LINE_BYTES;

    static
    {
        // With assertions on, the Disruptor wants one thread for life, and keeps every sequencer to check it. Here the
        // claim is handed on, once: from the thread that recovers to the node's. Before the class is initialised.
        SingleProducerSequencer.class.getClassLoader()
            .setClassAssertionStatus(SingleProducerSequencer.class.getName(), false);
    }

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException that names what must hold and the value that does not
     */
    public SlotRingSpec
    {
        Objects.requireNonNull(producerMode, "a ring needs a producer mode: producerMode=null");
        Objects.requireNonNull(publication, "a ring needs a place of publication: publication=null");
        require(name != null && !name.isBlank(), "a ring needs a name: name=" + name);
        require(capacity > 0 && Integer.bitCount(capacity) == 1,
            "a ring's capacity is a power of two: capacity=" + capacity + " name=" + name);
        require(strideBytes >= CACHE_LINE_BYTES && strideBytes % CACHE_LINE_BYTES == 0,
            "a slot's stride is a multiple of 64 bytes: strideBytes=" + strideBytes + " name=" + name);
        require(sequenceWordOffset >= 0 && sequenceWordOffset % Long.BYTES == 0 &&
            sequenceWordOffset <= strideBytes - Long.BYTES,
            "a sequence word is aligned to 8 bytes and lies inside its slot: sequenceWordOffset=" +
            sequenceWordOffset + " strideBytes=" + strideBytes + " name=" + name);
        final long totalBytes = (long)capacity * strideBytes;
        require(totalBytes <= Integer.MAX_VALUE,
            "a ring stays under 2 GiB, so that an int addresses its bytes; use fewer or narrower slots: totalBytes=" +
            totalBytes + " capacity=" + capacity + " strideBytes=" + strideBytes + " name=" + name);
    }

    /**
     * Describes a ring for one producer, published by the cursor.
     *
     * @param name for tools and error messages, not blank
     * @param capacity number of slots, a power of two
     * @param strideBytes distance between two slots in bytes, a multiple of 64
     * @return the specification
     * @throws IllegalArgumentException if a value is out of range
     */
    public static SlotRingSpec of(final String name, final int capacity, final int strideBytes)
    {
        return new SlotRingSpec(name, capacity, strideBytes, ProducerMode.SINGLE, Publication.CURSOR, 0);
    }

    /**
     * Describes the same ring with another producer mode.
     *
     * @param mode how many threads claim
     * @return the new specification
     */
    public SlotRingSpec withProducerMode(final ProducerMode mode)
    {
        return new SlotRingSpec(name, capacity, strideBytes, mode, publication, sequenceWordOffset);
    }

    /**
     * Describes the same ring with another place of publication.
     *
     * @param place where a slot's availability stands
     * @return the new specification
     */
    public SlotRingSpec withPublication(final Publication place)
    {
        return new SlotRingSpec(name, capacity, strideBytes, producerMode, place, sequenceWordOffset);
    }

    /**
     * Describes the same ring with its sequence word elsewhere in the slot.
     *
     * @param offset in bytes from the start of the slot, a multiple of 8
     * @return the new specification
     * @throws IllegalArgumentException if the word would not lie inside the slot
     */
    public SlotRingSpec withSequenceWordOffset(final int offset)
    {
        return new SlotRingSpec(name, capacity, strideBytes, producerMode, publication, offset);
    }

    /** Returns the size of the ring's slab in bytes. */
    public int totalBytes()
    {
        return capacity * strideBytes;
    }

    /**
     * Creates the ring. Its memory is first touched by the calling thread, which should run on the NUMA node where the
     * ring shall live.
     *
     * @param arena that owns the memory and outlives the ring
     * @return the ring, not wired yet
     */
    public SlotRing create(final Arena arena)
    {
        final Slab slab = arena.allocate(totalBytes(), SLAB_ALIGNMENT);
        final SingleProducerSequencer single = producerMode == ProducerMode.SINGLE ?
            new SingleProducerSequencer(capacity, new BusySpinWaitStrategy()) : null;
        final MultiProducerSequencer multi = producerMode == ProducerMode.MULTI ?
            new MultiProducerSequencer(capacity, new BusySpinWaitStrategy()) : null;

        return publication == Publication.CURSOR ?
            new CursorSlotRing(this, slab, single, multi) : new InSlotRing(this, slab, single, multi);
    }

    private static void require(final boolean holds, final String message)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(message);
        }
    }
}
