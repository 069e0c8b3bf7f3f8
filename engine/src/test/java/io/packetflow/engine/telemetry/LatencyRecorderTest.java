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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.ThreadMXBean;

import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest
{
    private final LatencyRecorder recorder = new LatencyRecorder();
    private final LatencySampler sampler = new LatencySampler("tick to trade", recorder);

    @Test
    void shouldKeepEveryDurationOverSeveralSamples()
    {
        for (int i = 1; i <= 10; i++)
        {
            recorder.record(i * 100L);
            sampler.sample();
        }
        recorder.record(5);

        final LatencySeries series = sampler.series();

        assertThat(series.name()).isEqualTo("tick to trade");
        assertThat(series.histogram().getTotalCount()).isEqualTo(11);
        assertThat(series.histogram().getMinValue()).isEqualTo(5);
        assertThat(series.histogram().getMaxValue()).isEqualTo(1_000);
    }

    @Test
    void shouldCountDurationsThatShouldNotHappen()
    {
        recorder.record(-1);
        recorder.record(Long.MIN_VALUE);
        recorder.record(LatencyRecorder.MAX_NANOS + 1);
        recorder.record(0);

        final LatencySeries series = sampler.series();

        assertThat(series.negativeCount()).isEqualTo(2);
        assertThat(series.tooLongCount()).isEqualTo(1);
        assertThat(series.histogram().getTotalCount()).isEqualTo(2);
    }

    @Test
    void shouldForgetTheWarmUp()
    {
        recorder.record(1_000_000);
        recorder.record(-1);
        sampler.discard();
        recorder.record(100);

        final LatencySeries series = sampler.series();

        assertThat(series.histogram().getTotalCount()).isEqualTo(1);
        assertThat(series.negativeCount()).isZero();
    }

    @Test
    void shouldShowEverythingToEachOfSeveralSamplersAlsoToOneThatComesLate()
    {
        recorder.record(10);
        sampler.sample();
        recorder.record(20);
        final LatencySampler late = new LatencySampler("late", recorder);
        recorder.record(30);

        assertThat(late.sample()).isEqualTo(3);
        assertThat(sampler.sample()).isEqualTo(2);
        assertThat(sampler.interval().getMinValue()).isEqualTo(20);
        assertThat(late.sample()).isZero();
        recorder.record(40);

        assertThat(late.series().histogram()).isEqualTo(sampler.series().histogram());
        assertThat(late.total().getTotalCount()).isEqualTo(4);
    }

    @Test
    void shouldForgetForOneSamplerWhatTheOthersKeep()
    {
        final LatencySampler other = new LatencySampler("other", recorder);
        recorder.record(10);

        sampler.discard();

        assertThat(sampler.series().histogram().getTotalCount()).isZero();
        assertThat(other.series().histogram().getTotalCount()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheFirstOrdersApart()
    {
        final FirstOrdersRecorder first = new FirstOrdersRecorder(3, recorder);
        for (final long nanos : new long[]{900, -5, 700, 60, 50})
        {
            first.record(nanos);
        }

        final LatencySeries opening = LatencySeries.of("first 3 orders", first);
        final LatencySeries steady = sampler.series();

        assertThat(opening.histogram().getTotalCount()).isEqualTo(2);
        assertThat(opening.negativeCount()).isEqualTo(1);
        assertThat(steady.histogram().getTotalCount()).isEqualTo(2);
        assertThat(steady.histogram().getMaxValue()).isEqualTo(60);
    }

    @Test
    void shouldLogEachIntervalUnderItsName()
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final LatencySampler logging = new LatencySampler(
            "tick to trade", recorder, new PrintStream(bytes, true, StandardCharsets.UTF_8), 1_000L);
        recorder.record(64);
        logging.sample();
        recorder.record(128);
        recorder.record(256);
        logging.sample();

        final HistogramLogReader reader = new HistogramLogReader(
            new java.io.ByteArrayInputStream(bytes.toByteArray()));
        final EncodableHistogram one = reader.nextIntervalHistogram();
        final EncodableHistogram two = reader.nextIntervalHistogram();

        assertThat(one.getTag()).isEqualTo("tick-to-trade");
        assertThat(((Histogram)one).getTotalCount()).isEqualTo(1);
        assertThat(((Histogram)two).getTotalCount()).isEqualTo(2);
    }

    @Test
    void shouldRecordWithoutAllocating()
    {
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        final FirstOrdersRecorder first = new FirstOrdersRecorder(1_000, recorder);
        long leastBytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++)
        {
            final long before = threads.getCurrentThreadAllocatedBytes();
            recordMany(first);
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }

        // A single object a record would be over a million bytes; the readings and what is linked first are the rest.
        assertThat(leastBytes).isLessThan(1_000L);
    }

    private static void recordMany(final FirstOrdersRecorder recorder)
    {
        for (int i = 0; i < 100_000; i++)
        {
            recorder.record(i - 3L);
        }
    }
}
