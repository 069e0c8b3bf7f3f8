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

import org.HdrHistogram.Histogram;

/**
 * Cold path. Durations under one name, as they are reported.
 *
 * @param name          for people, such as {@code tick to trade}
 * @param histogram     of nanoseconds; owned by the series
 * @param negativeCount durations below zero, which the histogram cannot hold
 * @param tooLongCount  durations above {@link LatencyRecorder#MAX_NANOS}, which the histogram holds as that
 */
public record LatencySeries(String name, Histogram histogram, long negativeCount, long tooLongCount)
{
    /**
     * A series without impossible durations.
     *
     * @param name      for people
     * @param histogram of nanoseconds; owned by the series from now on
     * @return the series
     */
    public static LatencySeries of(final String name, final Histogram histogram)
    {
        return new LatencySeries(name, histogram, 0, 0);
    }

    /**
     * The first durations of a recorder.
     *
     * @param name     for people, such as {@code first 1,000 orders}
     * @param recorder whose writer may still run
     * @return what it holds now
     */
    public static LatencySeries of(final String name, final FirstOrdersRecorder recorder)
    {
        final Histogram histogram = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
        final int count = recorder.count();
        long negative = 0;
        long tooLong = 0;
        for (int i = 0; i < count; i++)
        {
            final long nanos = recorder.nanos(i);
            if (nanos < 0)
            {
                negative++;
            }
            else
            {
                tooLong += nanos > LatencyRecorder.MAX_NANOS ? 1 : 0;
                histogram.recordValue(Math.min(nanos, LatencyRecorder.MAX_NANOS));
            }
        }
        return new LatencySeries(name, histogram, negative, tooLong);
    }
}
