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
package io.packetflow.tuning.doctor.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Cold path. Two pinned threads throw a number to and fro. It lies in two words that never share a pair of cache lines;
 * the thread that began divides the time of a thousand round trips.
 */
final class HopProbe
{
    private static final int PING = 32;
    private static final int PONG = 64;
    private static final int WORDS = 96;
    private static final int ROUND_TRIPS = 1_000;
    private static final int BATCHES = 400;
    private static final int WARM_UP = 100;
    private static final long GIVE_UP_NANOS = 5_000_000_000L;
    private static final long STOP = -1;

    private final AtomicLongArray words = new AtomicLongArray(WORDS);
    private final AtomicInteger arrived = new AtomicInteger();
    private final int from;

    private HopProbe(final int from)
    {
        this.from = from;
    }

    /**
     * Measures.
     *
     * @param from     CPU that begins
     * @param to       CPU that answers
     * @param refusals CPUs to which no thread could be pinned; filled here
     * @return the hop; nothing where a thread could not be pinned, or the other one did not come
     */
    static Optional<Hop> measure(final int from, final int to, final Map<Integer, String> refusals)
    {
        final HopProbe probe = new HopProbe(from);
        final Map<Integer, Double> halves = PinnedThreads.run(List.of(from, to), probe::play, refusals);
        return Optional.ofNullable(halves.get(from)).filter(nanos -> nanos > 0)
            .map(nanos -> new Hop(from, to, nanos));
    }

    private double play(final int cpu)
    {
        final long deadlineNanos = System.nanoTime() + GIVE_UP_NANOS;
        arrived.incrementAndGet();
        while (arrived.get() < 2)
        {
            if (System.nanoTime() > deadlineNanos)
            {
                return 0;
            }
            Thread.onSpinWait();
        }
        if (cpu == from)
        {
            return ping(deadlineNanos);
        }
        pong();
        return 0;
    }

    private double ping(final long deadlineNanos)
    {
        final double[] nanos = new double[BATCHES];
        int measured = 0;
        long number = 1;
        for (int batch = 0; batch < WARM_UP + BATCHES && System.nanoTime() < deadlineNanos; batch++)
        {
            final long startNanos = System.nanoTime();
            for (int i = 0; i < ROUND_TRIPS; i++, number++)
            {
                words.setRelease(PING, number);
                while (words.getAcquire(PONG) != number)
                {
                    Thread.onSpinWait();
                }
            }
            if (batch >= WARM_UP)
            {
                nanos[measured] = (System.nanoTime() - startNanos) / (2.0 * ROUND_TRIPS);
                measured++;
            }
        }
        words.setRelease(PING, STOP);
        Arrays.sort(nanos, 0, measured);
        return measured == 0 ? 0 : nanos[measured / 2];
    }

    private void pong()
    {
        long last = 0;
        while (last != STOP)
        {
            final long number = words.getAcquire(PING);
            if (number != last)
            {
                words.setRelease(PONG, number);
                last = number;
            }
            else
            {
                Thread.onSpinWait();
            }
        }
    }
}
