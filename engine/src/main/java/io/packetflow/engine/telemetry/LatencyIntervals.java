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

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Cold path. Takes intervals from one recorder, without stopping its writer, and gives each to all that sample it: a
 * swap takes what was recorded from everybody, and a running engine's counters, its log and its report all want it.
 *
 * <p>Used by any thread, one at a time. The writer never waits: it may find the other half of the recorder in its next
 * record, and that is all.
 */
final class LatencyIntervals
{
    private final SingleWriterRecorder recorder;
    private final Histogram all = newHistogram();
    private final List<Histogram> subscribers = new ArrayList<>();
    private Histogram recycled;

    LatencyIntervals(final SingleWriterRecorder recorder)
    {
        this.recorder = recorder;
    }

    static Histogram newHistogram()
    {
        return new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
    }

    /** Adds one who samples: all that was recorded up to now is his first interval. */
    synchronized Subscription subscribe()
    {
        take();
        final Histogram pending = all.copy();
        subscribers.add(pending);
        return new Subscription(pending);
    }

    private void take()
    {
        recycled = recorder.getIntervalHistogram(recycled);
        if (recycled.getTotalCount() > 0)
        {
            all.add(recycled);
            subscribers.forEach(pending -> pending.add(recycled));
        }
    }

    private synchronized void moveTo(final Histogram interval, final Histogram pending)
    {
        take();
        interval.reset();
        interval.add(pending);
        pending.reset();
    }

    /** What one sampler has not seen yet. */
    final class Subscription
    {
        private final Histogram pending;

        private Subscription(final Histogram pending)
        {
            this.pending = pending;
        }

        /**
         * Moves what was recorded since the last call, with the times of its begin and end.
         *
         * @param interval that receives it; what it held is forgotten
         */
        void moveTo(final Histogram interval)
        {
            LatencyIntervals.this.moveTo(interval, pending);
        }
    }
}
