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
 * Hot path. A ring whose slots say themselves that they are published: a word in the slot holds the sequence that was
 * published there last, {@link #NEVER_PUBLISHED} before the first.
 *
 * <p>Lines: the word is written by {@code publish} and read by every consumer without upstream, on the line that they
 * read anyway. The sequencer does the claims and the gating only: a single producer's cursor and several producers'
 * table of laps stay untouched.
 */
public final class InSlotRing extends SequencedSlotRing
{
    /** Value of a slot's word before its first publication; below every sequence. */
    static final long NEVER_PUBLISHED = -1;

    private final int sequenceWordOffset;

    InSlotRing(
        final SlotRingSpec spec,
        final Slab slab,
        final SingleProducerSequencer single,
        final MultiProducerSequencer multi)
    {
        super(spec, slab, single, multi);
        this.sequenceWordOffset = spec.sequenceWordOffset();
        for (int slot = 0; slot < spec.capacity(); slot++)
        {
            slab.putLong(wordOffset(slot), NEVER_PUBLISHED);
        }
    }

    @Override
    public void publish(final long sequence)
    {
        slab.putLongRelease(wordOffset(sequence), sequence);
    }

    @Override
    public void publish(final long low, final long high)
    {
        for (long sequence = low; sequence <= high; sequence++)
        {
            slab.putLongRelease(wordOffset(sequence), sequence);
        }
    }

    // A word above the sequence looked for belongs to a later lap: the sequence was published, and completed, before.
    @Override
    public long published()
    {
        long sequence = wiring.lowestGate() + 1;
        while (slab.getLongAcquire(wordOffset(sequence)) >= sequence)
        {
            sequence++;
        }
        return sequence - 1;
    }

    @Override
    public SlotConsumer newConsumer(final String name, final SlotConsumer... upstream)
    {
        return wiring.newConsumer(name, upstream, () -> new InSlotConsumer(name, this, sequenceWordOffset));
    }

    private int wordOffset(final long sequence)
    {
        return offset(sequence) + sequenceWordOffset;
    }
}
