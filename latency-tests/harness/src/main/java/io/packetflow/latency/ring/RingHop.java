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

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.load.Pace;

/**
 * Hot path. One way from thread to thread, paced: one event at a time, so that each finds both threads waiting. All
 * kinds of ring run in this loop.
 */
public final class RingHop implements AutoCloseable
{
    private static final int CHUNK = 1_024;

    private final HopLink link;
    private final HopReceiver receiver;
    private final double gapNanos;
    private final long total;
    private long startNanos;
    private long sent;

    /**
     * Makes a hop.
     *
     * @param kind of ring
     * @param pace an open loop
     * @param warmUp events that do not count
     * @param measured events that do
     */
    public RingHop(final RingKind kind, final Pace pace, final long warmUp, final long measured)
    {
        this(kind.newLink(), pace, warmUp, measured);
    }

    /**
     * Makes a hop over a link that is none of the kinds here.
     *
     * @param link that the hop closes
     * @param pace an open loop
     * @param warmUp events that do not count
     * @param measured events that do
     */
    public RingHop(final HopLink link, final Pace pace, final long warmUp, final long measured)
    {
        this.link = link;
        this.receiver = new HopReceiver(warmUp, measured);
        this.gapNanos = pace.gapNanos();
        this.total = warmUp + measured;
    }

    /**
     * Sends and receives everything.
     *
     * @param cpus of the sender and of the receiver
     * @throws IllegalStateException if not all that was sent was received
     */
    public void run(final List<Integer> cpus)
    {
        final PinnedThread receiving = PinnedThread.start("receiver", cpus.get(1), () -> link.receive(receiver));
        final PinnedThread sending = PinnedThread.start("sender", cpus.get(0), this::send);
        sending.join();
        receiving.join();
        final long expected = total * (total - 1) / 2 * (HopLink.PAYLOAD_LONGS - 2);
        if (receiver.sum() != expected)
        {
            throw new IllegalStateException(
                "not what was sent was received: sum=" + receiver.sum() + " expected=" + expected);
        }
    }

    private void send()
    {
        startNanos = System.nanoTime();
        while (sent < total)
        {
            sendChunk((int)Math.min(CHUNK, total - sent));
        }
    }

    private void sendChunk(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final long plannedNanos = startNanos + (long)(sent * gapNanos);
            link.awaitRoom();
            long nowNanos = System.nanoTime();
            while (nowNanos < plannedNanos)
            {
                nowNanos = System.nanoTime();
            }
            link.send(nowNanos, plannedNanos, sent);
            sent++;
        }
    }

    /**
     * Returns the durations from the sender's stamp.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries fromSend(final String name)
    {
        return receiver.fromSend(name);
    }

    /**
     * Returns the durations from the planned send times.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries fromPlan(final String name)
    {
        return receiver.fromPlan(name);
    }

    @Override
    public void close()
    {
        link.close();
    }
}
