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

import java.util.List;

import io.packetflow.latency.host.PinnedThread;

/** Hot path. How many events of 64 bytes go through a ring in a second. */
public final class RingThroughput implements AutoCloseable
{
    private static final int CHUNK = 4_096;

    private final EventPipe pipe;
    private final EventSink sink;
    private final long total;

    /**
     * Makes a run.
     *
     * @param kind of ring
     * @param batch events that are claimed and published at a time, a power of two up to the ring
     * @param warmUp events that do not count, above 0
     * @param measured events that do, rounded up to whole chunks with those before
     */
    public RingThroughput(final RingKind kind, final int batch, final long warmUp, final long measured)
    {
        this(pipe(kind, batch), warmUp, measured);
    }

    /**
     * Makes a run over a pipe that is none of the kinds here.
     *
     * @param pipe that the run closes
     * @param warmUp events that do not count, above 0
     * @param measured events that do, rounded up to whole chunks with those before
     */
    public RingThroughput(final EventPipe pipe, final long warmUp, final long measured)
    {
        this.pipe = pipe;
        this.total = (warmUp + measured + CHUNK - 1) / CHUNK * CHUNK;
        this.sink = new EventSink(warmUp, total - warmUp);
    }

    private static EventPipe pipe(final RingKind kind, final int batch)
    {
        if (batch < 1 || batch > RingKind.CAPACITY || Integer.bitCount(batch) != 1)
        {
            throw new IllegalArgumentException(
                "a batch is a power of two up to " + RingKind.CAPACITY + ": batch=" + batch);
        }
        return kind.newPipe(batch);
    }

    /**
     * Sends and receives everything.
     *
     * @param cpus of the producer and of the consumer
     * @return events a second
     * @throws IllegalStateException if not all that was sent was received
     */
    public double run(final List<Integer> cpus)
    {
        final PinnedThread consuming = PinnedThread.start("consumer", cpus.get(1), () -> pipe.consume(sink));
        final PinnedThread producing = PinnedThread.start("producer", cpus.get(0), this::produce);
        producing.join();
        consuming.join();
        final long expected = total * (total - 1) / 2 * pipe.valuesPerEvent();
        if (sink.sum() != expected)
        {
            throw new IllegalStateException(
                "not what was sent was received: sum=" + sink.sum() + " expected=" + expected);
        }
        return sink.eventsPerSecond();
    }

    private void produce()
    {
        for (long first = 0; first < total; first += CHUNK)
        {
            pipe.produce(first, CHUNK);
        }
    }

    @Override
    public void close()
    {
        pipe.close();
    }
}
