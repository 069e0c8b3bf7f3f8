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
package io.packetflow.engine.reactor;

import org.HdrHistogram.Histogram;
import org.agrona.concurrent.status.AtomicCounter;

import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;

/**
 * Cold path. Shows the percentiles of one recorder in the counters file: those of the last interval, a second long, in
 * which anything was recorded. Count and sum are those of the whole run. The conductor's thread.
 */
final class LatencyPublisher
{
    private static final double P50 = 50;
    private static final double P90 = 90;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final LatencySampler sampler;
    private final AtomicCounter count;
    private final AtomicCounter sumNanos;
    private final AtomicCounter p50Nanos;
    private final AtomicCounter p90Nanos;
    private final AtomicCounter p99Nanos;
    private final AtomicCounter p999Nanos;
    private final AtomicCounter maxNanos;
    private final AtomicCounter intervalCount;

    /**
     * Prepares it. Both halves of the recorder are there when this returns, so that the first swap of a run does not
     * hand its writer memory that nobody has touched.
     *
     * @param series name of the series
     * @param recorder that a node writes
     * @param counters receive the values
     */
    LatencyPublisher(final String series, final LatencyRecorder recorder, final MirroredCounters counters)
    {
        sampler = new LatencySampler(series, recorder);
        count = counters.own(EngineCounter.LATENCY_COUNT, series);
        sumNanos = counters.own(EngineCounter.LATENCY_SUM, series);
        intervalCount = counters.own(EngineCounter.LATENCY_INTERVAL_COUNT, series);
        p50Nanos = counters.own(EngineCounter.LATENCY_P50, series);
        p90Nanos = counters.own(EngineCounter.LATENCY_P90, series);
        p99Nanos = counters.own(EngineCounter.LATENCY_P99, series);
        p999Nanos = counters.own(EngineCounter.LATENCY_P999, series);
        maxNanos = counters.own(EngineCounter.LATENCY_MAX, series);
        show(sampler.sample());
    }

    /** Takes what was recorded since the last call and shows it. */
    void publish()
    {
        show(sampler.sample());
    }

    /** The same at the end; where nothing came since the last call, what that one showed stays to be read. */
    void publishLast()
    {
        final long recorded = sampler.sample();
        if (recorded != 0)
        {
            show(recorded);
        }
    }

    private void show(final long recorded)
    {
        intervalCount.setRelease(recorded);
        if (recorded == 0)
        {
            return;
        }
        final Histogram interval = sampler.interval();
        p50Nanos.setRelease(interval.getValueAtPercentile(P50));
        p90Nanos.setRelease(interval.getValueAtPercentile(P90));
        p99Nanos.setRelease(interval.getValueAtPercentile(P99));
        p999Nanos.setRelease(interval.getValueAtPercentile(P999));
        maxNanos.setRelease(interval.getMaxValue());
        // A histogram rounds to three digits, and so does this sum.
        sumNanos.setRelease(sumNanos.get() + Math.round(interval.getMean() * recorded));
        count.setRelease(count.get() + recorded);
    }
}
