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

/**
 * Hot path. Our ring under full load. With the sequence in the slot one of its eight words is the ring's, so that an
 * event takes 64 bytes either way.
 */
final class SlotRingPipe implements EventPipe
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final SlotRing ring;
    private final SlotConsumer consumer;
    private final Slab slab;
    private final int firstValue;
    private final int batch;

    SlotRingPipe(final Publication publication, final int batch)
    {
        this.batch = batch;
        ring = SlotRingSpec.of("pipe", RingKind.CAPACITY, RingKind.STRIDE_BYTES).withPublication(publication)
            .create(arena);
        consumer = ring.newConsumer("consumer");
        ring.gateOn(consumer);
        slab = ring.slab();
        firstValue = publication == Publication.IN_SLOT ? Long.BYTES : 0;
    }

    @Override
    public void produce(final long first, final long count)
    {
        for (long value = first; value < first + count; value += batch)
        {
            writeBatch(value);
        }
    }

    private void writeBatch(final long first)
    {
        final long high = claim();
        final long low = high - batch + 1;
        for (long sequence = low; sequence <= high; sequence++)
        {
            write(ring.offset(sequence), first + sequence - low);
        }
        ring.publish(low, high);
    }

    private long claim()
    {
        long sequence = ring.tryClaim(batch);
        while (sequence == SlotRing.FULL)
        {
            Thread.onSpinWait();
            sequence = ring.tryClaim(batch);
        }
        return sequence;
    }

    private void write(final int slot, final long value)
    {
        for (int at = firstValue; at < RingKind.STRIDE_BYTES; at += Long.BYTES)
        {
            slab.putLong(slot + at, value);
        }
    }

    @Override
    public void consume(final EventSink sink)
    {
        while (!sink.isDone())
        {
            read(sink);
        }
    }

    private void read(final EventSink sink)
    {
        final long available = consumer.available();
        long sequence = consumer.next();
        if (sequence > available)
        {
            Thread.onSpinWait();
            return;
        }
        for (; sequence <= available; sequence++)
        {
            final int slot = ring.offset(sequence);
            long values = 0;
            for (int at = firstValue; at < RingKind.STRIDE_BYTES; at += Long.BYTES)
            {
                values += slab.getLong(slot + at);
            }
            sink.onEvent(values);
        }
        consumer.complete(available);
    }

    @Override
    public int valuesPerEvent()
    {
        return (RingKind.STRIDE_BYTES - firstValue) / Long.BYTES;
    }

    @Override
    public void close()
    {
        arena.close();
    }
}
