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
package io.packetflow.latency.concurrency;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.ring.ProducerMode;
import io.packetflow.ringbuffers.ring.Publication;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

/**
 * A fresh ring for one sample. jcstress makes millions of them, so the arbiter, which runs once for each sample after
 * its actors, closes the memory.
 */
abstract class RingFixture
{
    /** Words of payload in a slot: two lines but for the header line's first two words. */
    static final int WORDS = 14;

    private static final int FIRST_WORD = 16;
    private static final int STRIDE = 128;

    final SlotRing ring;
    final SlotConsumer consumer;
    private final Arena arena = new Arena(HugePages.OFF);

    RingFixture(final Publication publication, final ProducerMode mode, final int capacity)
    {
        this.ring = SlotRingSpec.of("ring", capacity, STRIDE)
            .withPublication(publication).withProducerMode(mode).create(arena);
        this.consumer = ring.newConsumer("consumer");
        wire();
    }

    /** Adds further consumers and gates the claims. */
    void wire()
    {
        ring.gateOn(consumer);
    }

    final void write(final long sequence, final long value)
    {
        final Slab slab = ring.slab();
        final int offset = ring.offset(sequence) + FIRST_WORD;
        for (int word = 0; word < WORDS; word++)
        {
            slab.putLong(offset + (long)word * Long.BYTES, value);
        }
    }

    /** Returns how many words of a slot hold the value. */
    final int count(final long sequence, final long value)
    {
        final Slab slab = ring.slab();
        final int offset = ring.offset(sequence) + FIRST_WORD;
        int count = 0;
        for (int word = 0; word < WORDS; word++)
        {
            count += slab.getLong(offset + (long)word * Long.BYTES) == value ? 1 : 0;
        }
        return count;
    }

    /** Claims, writes and publishes one slot whose words hold its sequence plus one; returns it, or FULL. */
    final long produce()
    {
        final long sequence = ring.tryClaim();
        if (sequence != SlotRing.FULL)
        {
            write(sequence, sequence + 1);
            ring.publish(sequence);
        }
        return sequence;
    }

    final void close()
    {
        arena.close();
    }
}
