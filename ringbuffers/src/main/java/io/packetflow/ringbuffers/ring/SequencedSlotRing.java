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

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.SingleProducerSequencer;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Claims and geometry, which do not depend on where publication stands. This object is written at
 * construction only; all that changes lies in the sequencers' padded lines, in the slab, and in the consumers.
 *
 * <p>Design note: the two sequencers are two fields of their final types, one of them null, because a call through
 * {@code Sequencer} would be bimorphic in any process that has both kinds of ring.
 *
 * <p>Design note: the Disruptor's {@code next} parks on a full ring, and both its {@code next} and {@code tryNext} for
 * a single producer move the cursor over slots that are claimed but not published when they have to look at the
 * consumers anew. {@code hasAvailableCapacity} does that look without touching the cursor and leaves what it saw in the
 * sequencer, so that the {@code next} after it neither parks nor looks.
 */
abstract class SequencedSlotRing implements SlotRing
{
    final SingleProducerSequencer single;
    final MultiProducerSequencer multi;
    final Slab slab;
    final RingWiring wiring;
    private final int indexMask;
    private final int strideBytes;
    private final String name;

    SequencedSlotRing(
        final SlotRingSpec spec,
        final Slab slab,
        final SingleProducerSequencer single,
        final MultiProducerSequencer multi)
    {
        this.single = single;
        this.multi = multi;
        this.slab = slab;
        this.indexMask = spec.capacity() - 1;
        this.strideBytes = spec.strideBytes();
        this.name = spec.name();
        this.wiring = new RingWiring(spec.name(), single != null ? single : multi);
    }

    @Override
    public final long tryClaim()
    {
        if (single != null)
        {
            return single.hasAvailableCapacity(1) ? single.next(1) : FULL;
        }
        return tryClaimShared(1);
    }

    @Override
    public final long tryClaim(final int count)
    {
        if (count < 1 || count > indexMask + 1)
        {
            throw countRefusal(count);
        }
        if (single != null)
        {
            return single.hasAvailableCapacity(count) ? single.next(count) : FULL;
        }
        return tryClaimShared(count);
    }

    // The capacity is asked first, so that a full ring costs no exception. What is left is the lost race: another
    // producer took the last free slots between the question and the compare-and-set. The Disruptor tells that by a
    // preallocated exception without a stack trace, which compiles to a jump once inlined.
    private long tryClaimShared(final int count)
    {
        if (!multi.hasAvailableCapacity(count))
        {
            return FULL;
        }
        try
        {
            return multi.tryNext(count);
        }
        catch (final InsufficientCapacityException lostRace)
        {
            return FULL;
        }
    }

    @Override
    public final int offset(final long sequence)
    {
        if (Slab.BOUNDS_CHECKS && sequence < 0)
        {
            throw sequenceRefusal(sequence);
        }
        return ((int)sequence & indexMask) * strideBytes;
    }

    @Override
    public final Slab slab()
    {
        return slab;
    }

    @Override
    public final int capacity()
    {
        return indexMask + 1;
    }

    @Override
    public final int strideBytes()
    {
        return strideBytes;
    }

    @Override
    public final String name()
    {
        return name;
    }

    @Override
    public final void gateOn(final SlotConsumer... last)
    {
        wiring.gateOn(last);
    }

    @Override
    public final String toString()
    {
        return getClass().getSimpleName() + "{name=" + name + " capacity=" + capacity() +
            " strideBytes=" + strideBytes + " producerMode=" +
            (single != null ? ProducerMode.SINGLE : ProducerMode.MULTI) + "}";
    }

    private IllegalArgumentException countRefusal(final int count)
    {
        return new IllegalArgumentException(
            "a batch holds 1 to capacity slots: count=" + count + " capacity=" + capacity() + " name=" + name);
    }

    private IllegalArgumentException sequenceRefusal(final long sequence)
    {
        return new IllegalArgumentException(
            "a sequence is 0 or more (was a refused claim used?): sequence=" + sequence + " name=" + name);
    }
}
