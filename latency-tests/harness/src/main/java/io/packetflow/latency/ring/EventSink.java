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

/** Hot path. Counts what comes out of a pipe, and takes the time from the first event that counts to the last. */
public final class EventSink
{
    private final long warmUp;
    private final long total;
    private long count;
    private long sum;
    private long startNanos;
    private long endNanos;

    EventSink(final long warmUp, final long measured)
    {
        this.warmUp = warmUp;
        this.total = warmUp + measured;
    }

    /**
     * Takes an event; the consuming thread only.
     *
     * @param values of it, added up
     */
    public void onEvent(final long values)
    {
        sum += values;
        count++;
        if (count == warmUp)
        {
            startNanos = System.nanoTime();
        }
        else if (count == total)
        {
            endNanos = System.nanoTime();
        }
    }

    /** Returns whether all came that will come. */
    public boolean isDone()
    {
        return count >= total;
    }

    long sum()
    {
        return sum;
    }

    double eventsPerSecond()
    {
        return (total - warmUp) * 1e9 / Math.max(1, endNanos - startNanos);
    }
}
