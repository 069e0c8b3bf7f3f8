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
package io.packetflow.latency.ring;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.ring.Publication;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

/** Hot path. Our ring of 64-byte slots; the first word of a slot is left to the ring in both kinds of publication. */
final class SlotRingLink implements HopLink
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final SlotRing ring;
    private final SlotConsumer consumer;
    private final Slab slab;

    SlotRingLink(final Publication publication)
    {
        ring = SlotRingSpec.of("hop", RingKind.CAPACITY, RingKind.STRIDE_BYTES).withPublication(publication)
            .create(arena);
        consumer = ring.newConsumer("receiver");
        ring.gateOn(consumer);
        slab = ring.slab();
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        long sequence = ring.tryClaim();
        while (sequence == SlotRing.FULL)
        {
            Thread.onSpinWait();
            sequence = ring.tryClaim();
        }
        final int slot = ring.offset(sequence);
        slab.putLong(slot + Long.BYTES, sentNanos);
        slab.putLong(slot + 2 * Long.BYTES, plannedNanos);
        for (int word = 3; word <= PAYLOAD_LONGS; word++)
        {
            slab.putLong(slot + word * Long.BYTES, value);
        }
        ring.publish(sequence);
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        while (!receiver.isDone())
        {
            poll(receiver);
        }
    }

    private void poll(final HopReceiver receiver)
    {
        final long available = consumer.available();
        long sequence = consumer.next();
        if (sequence > available)
        {
            return;
        }
        for (; sequence <= available; sequence++)
        {
            final int slot = ring.offset(sequence);
            long rest = 0;
            for (int word = 3; word <= PAYLOAD_LONGS; word++)
            {
                rest += slab.getLong(slot + word * Long.BYTES);
            }
            receiver.onEvent(slab.getLong(slot + Long.BYTES), slab.getLong(slot + 2 * Long.BYTES), rest);
        }
        consumer.complete(available);
    }

    @Override
    public void close()
    {
        arena.close();
    }
}
