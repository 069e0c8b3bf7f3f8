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

import java.io.PrintStream;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Cold path. Takes what a {@link LatencyRecorder} has recorded, without stopping its writer, and adds it up; keeps an
 * interval log ({@code .hlog}) where one is wanted.
 *
 * <p><b>Assumptions.</b> Each sampler is called by one thread. A recorder may have several: each sees everything.
 */
public final class LatencySampler
{
    private final String name;
    private final LatencyRecorder recorder;
    private final LatencyIntervals.Subscription subscription;
    private final Histogram interval = LatencyIntervals.newHistogram();
    private final Histogram total = LatencyIntervals.newHistogram();
    private final HistogramLogWriter log;
    private long discardedNegative;
    private long discardedTooLong;

    /**
     * Creates a sampler without a log. What was recorded before belongs to its first sample.
     *
     * @param name     of the series
     * @param recorder to sample
     */
    public LatencySampler(final String name, final LatencyRecorder recorder)
    {
        this.name = name;
        this.recorder = recorder;
        subscription = recorder.intervals().subscribe();
        log = null;
    }

    /**
     * Creates a sampler that writes each interval to a log.
     *
     * @param name        of the series, and its tag in the log
     * @param recorder    to sample
     * @param log         receives the lines; the caller closes it
     * @param startMillis time of the start of the run, milliseconds since 1970
     */
    public LatencySampler(
        final String name, final LatencyRecorder recorder, final PrintStream log, final long startMillis)
    {
        this.name = name;
        this.recorder = recorder;
        subscription = recorder.intervals().subscribe();
        this.log = new HistogramLogWriter(log);
        this.log.outputLogFormatVersion();
        this.log.outputComment("[nanoseconds; tag = series]");
        this.log.outputStartTime(startMillis);
        this.log.setBaseTime(startMillis);
        this.log.outputLegend();
    }

    /**
     * Takes what was recorded since the last call.
     *
     * @return how many durations that were
     */
    public long sample()
    {
        subscription.moveTo(interval);
        if (interval.getTotalCount() > 0)
        {
            interval.setTag(LatencyFiles.slug(name));
            total.add(interval);
            if (log != null)
            {
                log.outputIntervalHistogram(interval);
            }
        }
        return interval.getTotalCount();
    }

    /** Returns what the last {@link #sample} took; the next one changes it. */
    public Histogram interval()
    {
        return interval;
    }

    /** Returns all that was sampled so far; the next sample changes it. */
    public Histogram total()
    {
        return total;
    }

    /** Forgets everything recorded so far, such as the warm-up. */
    public void discard()
    {
        subscription.moveTo(interval);
        total.reset();
        discardedNegative = recorder.exceptions().negative();
        discardedTooLong = recorder.exceptions().tooLong();
    }

    /**
     * Samples once more and answers everything so far.
     *
     * @return a copy that later samples do not change
     */
    public LatencySeries series()
    {
        sample();
        final ExceptionCounts exceptions = recorder.exceptions();
        return new LatencySeries(name, total.copy(), exceptions.negative() - discardedNegative,
            exceptions.tooLong() - discardedTooLong);
    }
}
