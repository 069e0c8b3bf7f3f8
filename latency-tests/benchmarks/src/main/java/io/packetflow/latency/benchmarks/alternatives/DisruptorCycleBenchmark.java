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
package io.packetflow.latency.benchmarks.alternatives;

import java.util.concurrent.TimeUnit;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The same cycle through the stock Disruptor with events on the heap. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DisruptorCycleBenchmark extends OnMeasuredCpu
{
    private static final int CAPACITY = 1_024;

    private RingBuffer<Event> ring;
    private EventPoller<Event> poller;
    private EventPoller.Handler<Event> handler;
    private long value;
    private long read;

    private static final class Event
    {
        private long value;
    }

    @Setup(Level.Trial)
    public void allocate()
    {
        ring = RingBuffer.createSingleProducer(Event::new, CAPACITY, new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        handler = (event, sequence, endOfBatch) ->
        {
            read = event.value;
            return true;
        };
    }

    @Benchmark
    public long heapEvents() throws Exception
    {
        final long sequence = ring.next();
        ring.get(sequence).value = value++;
        ring.publish(sequence);
        poller.poll(handler);
        return read;
    }
}
