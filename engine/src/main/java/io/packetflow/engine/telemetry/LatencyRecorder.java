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

import org.HdrHistogram.SingleWriterRecorder;

/**
 * Hot path. Records durations. Single writer: the node that ends the measured interval.
 *
 * <p>Recording is wait-free and allocates nothing; a {@link LatencySampler} on another thread takes what was recorded
 * without stopping the writer. Durations below zero (two clocks that disagree) and above an hour are counted, the
 * latter also recorded as an hour: neither is hidden, neither spoils the rest.
 *
 * <p>From 1 ns to one hour with three significant digits: about 230 KB for each of the two halves of the recorder,
 * and as much for what was taken from them.
 */
public final class LatencyRecorder
{
    /** The longest duration that is told apart; longer ones are recorded as this. */
    public static final long MAX_NANOS = 3_600_000_000_000L;

    /** Significant decimal digits of every recorded value. */
    public static final int DIGITS = 3;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(1L, MAX_NANOS, DIGITS);
    private final ExceptionCounts exceptions = new ExceptionCounts();
    private final LatencyIntervals intervals = new LatencyIntervals(recorder);

    /**
     * Records a duration.
     *
     * @param latencyNanos of the interval that just ended
     */
    public void record(final long latencyNanos)
    {
        if (latencyNanos >= 0 && latencyNanos <= MAX_NANOS)
        {
            recorder.recordValue(latencyNanos);
        }
        else
        {
            recordSlowPath(latencyNanos);
        }
    }

    private void recordSlowPath(final long latencyNanos)
    {
        if (latencyNanos < 0)
        {
            exceptions.countNegative();
        }
        else
        {
            exceptions.countTooLong();
            recorder.recordValue(MAX_NANOS);
        }
    }

    /** Cold. Where samplers get their intervals from. */
    LatencyIntervals intervals()
    {
        return intervals;
    }

    ExceptionCounts exceptions()
    {
        return exceptions;
    }
}
