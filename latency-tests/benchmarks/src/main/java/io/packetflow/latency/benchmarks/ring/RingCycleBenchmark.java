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
package io.packetflow.latency.benchmarks.ring;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.ring.Publication;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Claim, write, publish, see, read and complete one event, all in one thread: the ring without the hop. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingCycleBenchmark extends OnMeasuredCpu
{
    private static final int CAPACITY = 1_024;
    private static final int STRIDE_BYTES = 64;

    private Arena arena;
    private Cycle cursor;
    private Cycle inSlot;

    @Setup(Level.Trial)
    public void allocate()
    {
        arena = new Arena(HugePages.OFF);
        cursor = new Cycle(arena, Publication.CURSOR);
        inSlot = new Cycle(arena, Publication.IN_SLOT);
    }

    @Benchmark
    public long cursor()
    {
        return cursor.run();
    }

    @Benchmark
    public long inSlot()
    {
        return inSlot.run();
    }

    @TearDown(Level.Trial)
    public void close()
    {
        arena.close();
    }

    private static final class Cycle
    {
        private final SlotRing ring;
        private final Slab slab;
        private final SlotConsumer consumer;
        private long value;

        private Cycle(final Arena arena, final Publication publication)
        {
            ring = SlotRingSpec.of("cycle", CAPACITY, STRIDE_BYTES).withPublication(publication).create(arena);
            slab = ring.slab();
            consumer = ring.newConsumer("consumer");
            ring.gateOn(consumer);
        }

        private long run()
        {
            final long sequence = ring.tryClaim();
            slab.putLong(ring.offset(sequence) + Long.BYTES, value++);
            ring.publish(sequence);
            final long available = consumer.available();
            final long read = slab.getLong(ring.offset(available) + Long.BYTES);
            consumer.complete(available);
            return read;
        }
    }
}
