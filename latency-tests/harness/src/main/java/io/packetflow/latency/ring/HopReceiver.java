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

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.engine.telemetry.LatencySeries;

/** Hot path. Takes events and records how long they were under way, after a number that only warms up. */
public final class HopReceiver
{
    private final LatencyRecorder fromSend = new LatencyRecorder();
    private final LatencyRecorder fromPlan = new LatencyRecorder();
    private final long warmUp;
    private final long total;
    private long count;
    private long sum;

    HopReceiver(final long warmUp, final long measured)
    {
        this.warmUp = warmUp;
        this.total = warmUp + measured;
    }

    /**
     * Takes an event; the receiving thread only.
     *
     * @param sentNanos stamp of the sender
     * @param plannedNanos planned send time
     * @param rest sum of the other values
     */
    public void onEvent(final long sentNanos, final long plannedNanos, final long rest)
    {
        final long nowNanos = System.nanoTime();
        sum += rest;
        if (count >= warmUp)
        {
            fromSend.record(nowNanos - sentNanos);
            fromPlan.record(nowNanos - plannedNanos);
        }
        count++;
    }

    /** Returns whether all came that will come. */
    public boolean isDone()
    {
        return count >= total;
    }

    /** Returns the sum of what was received, which shows that all of it was. */
    long sum()
    {
        return sum;
    }

    LatencySeries fromSend(final String name)
    {
        return new LatencySampler(name, fromSend).series();
    }

    LatencySeries fromPlan(final String name)
    {
        return new LatencySampler(name, fromPlan).series();
    }
}
