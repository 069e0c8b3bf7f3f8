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
package io.packetflow.latency.gate;

import org.HdrHistogram.Histogram;

/**
 * Cold path. What the host did to a thread that only reads the clock, while nothing else was measured.
 *
 * @param p50Nanos median
 * @param p99Nanos 99th percentile
 * @param p999Nanos 99.9th percentile
 */
public record Jitter(double p50Nanos, double p99Nanos, double p999Nanos)
{
    private static final double FACTOR = 2;

    static Jitter of(final Histogram histogram)
    {
        return new Jitter(histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99),
            histogram.getValueAtPercentile(99.9));
    }

    /** Returns whether the host was so much noisier than before that figures of both times cannot be compared. */
    boolean isFarAbove(final Jitter before)
    {
        return p50Nanos > FACTOR * before.p50Nanos || p99Nanos > FACTOR * before.p99Nanos;
    }
}
