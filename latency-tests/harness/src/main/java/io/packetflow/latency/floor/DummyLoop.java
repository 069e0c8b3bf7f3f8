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
package io.packetflow.latency.floor;

import io.packetflow.latency.load.Pace;

/**
 * Hot path. A path that is perfect: for each message, sent as planned, it spins for a fixed time and nothing else. Its
 * tails are those of the host and of the load generator, so no path on that host can have better ones.
 */
public final class DummyLoop
{
    private static final int CHUNK = 1_024;

    private final FloorLatency latency = new FloorLatency();
    private final long spinNanos;
    private final double gapNanos;
    private long startNanos;
    private long index;

    /**
     * Makes a loop for one run.
     *
     * @param spinNanos for each message, the clock included
     * @param pace an open loop
     */
    public DummyLoop(final long spinNanos, final Pace pace)
    {
        this.spinNanos = spinNanos;
        this.gapNanos = pace.gapNanos();
    }

    /**
     * Sends messages.
     *
     * @param messages how many
     */
    public void run(final long messages)
    {
        startNanos = System.nanoTime();
        while (index < messages)
        {
            chunk((int)Math.min(CHUNK, messages - index));
        }
    }

    private void chunk(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final long plannedNanos = startNanos + (long)(index * gapNanos);
            long ingressNanos = System.nanoTime();
            while (ingressNanos < plannedNanos)
            {
                ingressNanos = System.nanoTime();
            }
            long egressNanos = System.nanoTime();
            while (egressNanos - ingressNanos < spinNanos)
            {
                egressNanos = System.nanoTime();
            }
            latency.record(ingressNanos, plannedNanos, egressNanos);
            index++;
        }
    }

    /** Returns the durations. */
    public FloorLatency latency()
    {
        return latency;
    }
}
