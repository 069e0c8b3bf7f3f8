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
package io.packetflow.engine.telemetry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hot path. Keeps the first durations apart from the rest, value by value. Single writer: the node that ends the
 * measured interval.
 *
 * <p>The first orders of a session run on caches and branch predictors that the warm-up could only approximate; mixed
 * into millions of later ones they would vanish. They are kept exactly, in order, and stay out of the steady recorder.
 *
 * <p>Each value is stored before {@code count} is set with release, so a reader that sees the count sees the values.
 */
public final class FirstOrdersRecorder
{
    /** How many durations are kept apart by default. */
    public static final int DEFAULT_LIMIT = 1_000;

    private final long[] firstNanos;
    private final LatencyRecorder steady;
    private final AtomicInteger count = new AtomicInteger();
    private int recorded;

    /**
     * Creates a recorder.
     *
     * @param limit  how many durations to keep apart, from 0
     * @param steady receives the later ones
     */
    public FirstOrdersRecorder(final int limit, final LatencyRecorder steady)
    {
        firstNanos = new long[limit];
        this.steady = steady;
    }

    /**
     * Records a duration, here or in the steady recorder.
     *
     * @param latencyNanos of the interval that just ended
     */
    public void record(final long latencyNanos)
    {
        if (recorded == firstNanos.length)
        {
            steady.record(latencyNanos);
        }
        else
        {
            firstNanos[recorded++] = latencyNanos;
            count.setRelease(recorded);
        }
    }

    int count()
    {
        return count.getAcquire();
    }

    long nanos(final int index)
    {
        return firstNanos[index];
    }
}
