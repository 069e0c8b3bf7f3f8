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

import io.packetflow.layout.memory.Slab;

/** Hot path. A consumer whose barrier is the sequence word in each slot of an {@link InSlotRing}. */
final class InSlotConsumer extends RingConsumer
{
    /** Slots that one call looks ahead of the next sequence at most. */
    static final int LOOK_AHEAD = 64;

    private final Slab slab;
    private final int indexMask;
    private final int strideBytes;
    private final int sequenceWordOffset;

    InSlotConsumer(final String name, final SlotRing ring, final int sequenceWordOffset)
    {
        super(name);
        this.slab = ring.slab();
        this.indexMask = ring.capacity() - 1;
        this.strideBytes = ring.strideBytes();
        this.sequenceWordOffset = sequenceWordOffset;
    }

    // The fields are copied first: after each acquire the JIT would have to load them anew. The first look stands
    // before the loop, because one slot or none is the common answer and the loop's own set-up costs more than that.
    @Override
    public long available()
    {
        final Slab words = slab;
        final int mask = indexMask;
        final int stride = strideBytes;
        final int wordOffset = sequenceWordOffset;
        final long end = next + LOOK_AHEAD;
        long sequence = known + 1;
        if (sequence == end || words.getLongAcquire(((int)sequence & mask) * stride + wordOffset) != sequence)
        {
            return sequence - 1;
        }
        do
        {
            sequence++;
        }
        while (sequence < end &&
            words.getLongAcquire(((int)sequence & mask) * stride + wordOffset) == sequence);
        known = sequence - 1;
        return sequence - 1;
    }
}
