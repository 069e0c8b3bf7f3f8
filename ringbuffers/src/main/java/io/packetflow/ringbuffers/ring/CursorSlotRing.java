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

import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.SingleProducerSequencer;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. A ring whose slots are published by the Disruptor's own means: one cursor line for a single producer, the
 * table of laps for several.
 *
 * <p>Lines: the cursor is written by {@code publish} (single) or by the claims (multi) and read by every consumer
 * without upstream; the table of laps is written by the producers and read by those consumers.
 */
public final class CursorSlotRing extends SequencedSlotRing
{
    CursorSlotRing(
        final SlotRingSpec spec,
        final Slab slab,
        final SingleProducerSequencer single,
        final MultiProducerSequencer multi)
    {
        super(spec, slab, single, multi);
    }

    @Override
    public void publish(final long sequence)
    {
        if (single != null)
        {
            single.publish(sequence);
        }
        else
        {
            multi.publish(sequence);
        }
    }

    @Override
    public void publish(final long low, final long high)
    {
        if (single != null)
        {
            single.publish(high);
        }
        else
        {
            multi.publish(low, high);
        }
    }

    @Override
    public long published()
    {
        return single != null ? single.getCursor() : publishedShared();
    }

    // Slots may be claimed anew while their laps are read, which looks like an unpublished slot. The consumers have
    // then passed the answer, and a second look starts above it.
    private long publishedShared()
    {
        long sequence;
        do
        {
            final long lowest = wiring.lowestGate() + 1;
            sequence = multi.getHighestPublishedSequence(lowest, multi.getCursor());
        }
        while (wiring.lowestGate() > sequence);
        return sequence;
    }

    @Override
    public SlotConsumer newConsumer(final String name, final SlotConsumer... upstream)
    {
        return wiring.newConsumer(name, upstream, () -> new CursorConsumer(name, single, multi));
    }
}
