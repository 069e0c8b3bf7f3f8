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
package io.packetflow.engine.reactor;

import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

/**
 * Hot path. The buffer of a back edge: emissions of one packet on their way into their own molecule.
 *
 * <p>Two threads at most: the emitting packet's node writes through {@link #emitter()}, the sequencing node reads
 * through the {@link InstanceSource} methods. Emissions come in order of logical time if they are emitted so.
 *
 * <pre>
 *   0  logicalTimeNanos  8 bytes
 *   8  kind              4 bytes
 *  12  inputLength       4 bytes
 *  16  input             inputLength bytes
 * </pre>
 */
public final class BackEdge implements InstanceSource
{
    private static final int KIND = 8;
    private static final int INPUT_LENGTH = 12;
    private static final int INPUT = 16;

    private final SlotRing ring;
    private final SlotConsumer consumer;
    private final Slab slab;
    private final Writer writer;
    private long available = -1;

    BackEdge(final Arena arena, final String name, final int capacity, final int maxInputBytes)
    {
        final int lines = (INPUT + maxInputBytes + SlotRingSpec.CACHE_LINE_BYTES - 1) / SlotRingSpec.CACHE_LINE_BYTES;
        ring = SlotRingSpec.of(name, capacity, lines * SlotRingSpec.CACHE_LINE_BYTES).create(arena);
        consumer = ring.newConsumer("sequencing");
        ring.gateOn(consumer);
        slab = ring.slab();
        writer = new Writer(ring, ring.strideBytes() - INPUT);
    }

    Emitter emitter()
    {
        return writer;
    }

    long refusedCount()
    {
        return writer.refusedCount;
    }

    @Override
    public long nextTimeNanos()
    {
        final long next = consumer.next();
        if (next > available)
        {
            available = consumer.available();
            if (next > available)
            {
                return NONE;
            }
        }
        return slab.getLong(ring.offset(next));
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long next = consumer.next();
        final int slot = ring.offset(next);
        final int length = slab.getInt(slot + INPUT_LENGTH);
        header.describe(slab.getInt(slot + KIND), length);
        header.stamp(0, 0);
        input.slab().copyFrom(input.offset(), slab, slot + INPUT, length);
        consumer.complete(next);
    }

    @Override
    public void discard(final boolean rejected)
    {
        throw new IllegalStateException("an emission is never shed: its emitter was told that it was accepted");
    }

    @Override
    public boolean isExhausted()
    {
        return nextTimeNanos() == NONE;
    }

    /** The writing end; single writer: the emitting packet's node. */
    private static final class Writer implements Emitter
    {
        private final SlotRing ring;
        private final Slab slab;
        private final int maxInputBytes;
        private long claimed;
        private volatile long refusedCount;

        private Writer(final SlotRing ring, final int maxInputBytes)
        {
            this.ring = ring;
            this.slab = ring.slab();
            this.maxInputBytes = maxInputBytes;
        }

        @Override
        public int claim(final int kind, final int inputLength, final long logicalTimeNanos)
        {
            if (inputLength > maxInputBytes)
            {
                throw tooLong(inputLength);
            }
            claimed = ring.tryClaim();
            if (claimed < 0)
            {
                refuse();
                return FULL;
            }
            final int slot = ring.offset(claimed);
            slab.putLong(slot, logicalTimeNanos);
            slab.putInt(slot + KIND, kind);
            slab.putInt(slot + INPUT_LENGTH, inputLength);
            return slot + INPUT;
        }

        @Override
        public void commit()
        {
            ring.publish(claimed);
        }

        @Override
        public Slab slab()
        {
            return slab;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // single writer; volatile only for its readers
        private void refuse()
        {
            refusedCount++;
        }

        private IllegalArgumentException tooLong(final int inputLength)
        {
            return new IllegalArgumentException("an emission is longer than declared: inputLength=" + inputLength +
                " maxInputBytes=" + maxInputBytes);
        }
    }
}
