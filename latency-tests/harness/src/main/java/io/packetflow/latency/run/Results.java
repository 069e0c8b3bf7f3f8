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
package io.packetflow.latency.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;

/** Cold path. What the forks of one scenario answered, by subject, in the order in which they ran. */
public final class Results
{
    private final Map<String, List<ForkResult>> bySubject = new LinkedHashMap<>();

    /**
     * Adds the result of a fork.
     *
     * @param subject that was measured
     * @param result of it
     */
    public void add(final String subject, final ForkResult result)
    {
        bySubject.computeIfAbsent(subject, name -> new ArrayList<>()).add(result);
    }

    /**
     * Returns the results of a subject.
     *
     * @param subject name
     * @return in the order of the forks, empty if there is none yet
     */
    public List<ForkResult> of(final String subject)
    {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Returns all results by subject. */
    public Map<String, List<ForkResult>> all()
    {
        return bySubject;
    }

    /**
     * Leaves a subject out.
     *
     * @param subject name
     * @return a changed copy
     */
    Results without(final String subject)
    {
        final Results others = new Results();
        bySubject.forEach((name, results) ->
        {
            if (!name.equals(subject))
            {
                results.forEach(result -> others.add(name, result));
            }
        });
        return others;
    }

    /**
     * Returns a number of a subject.
     *
     * @param subject name
     * @param measure that each fork answered
     * @return by fork
     */
    public Figure number(final String subject, final Measure measure)
    {
        return figure(subject, result -> result.number(measure));
    }

    /**
     * Returns a percentile of a subject.
     *
     * @param subject name
     * @param series that each fork answered
     * @param percentile up to 100
     * @return by fork
     */
    public Figure percentile(final String subject, final String series, final double percentile)
    {
        return figure(subject, result -> result.percentile(series, percentile));
    }

    /**
     * Returns the mean of a series of a subject.
     *
     * @param subject name
     * @param series that each fork answered
     * @return by fork
     */
    public Figure mean(final String subject, final String series)
    {
        return figure(subject, result -> result.series(series).histogram().getMean());
    }

    /**
     * Returns the standard deviation of a series of a subject.
     *
     * @param subject name
     * @param series that each fork answered
     * @return by fork
     */
    public Figure deviation(final String subject, final String series)
    {
        return figure(subject, result -> result.series(series).histogram().getStdDeviation());
    }

    private Figure figure(final String subject, final ToDoubleFunction<ForkResult> value)
    {
        return new Figure(of(subject).stream().map(value::applyAsDouble).toList());
    }

    /**
     * Returns the durations of all forks of a subject together.
     *
     * @param subject name
     * @param series that each fork answered
     * @param title of the answer
     * @return the durations
     */
    public LatencySeries merged(final String subject, final String series, final String title)
    {
        final List<LatencySeries> parts = of(subject).stream().map(result -> result.series(series)).toList();
        final Histogram sum = parts.get(0).histogram().copy();
        parts.stream().skip(1).forEach(part -> sum.add(part.histogram()));
        return new LatencySeries(title, sum, parts.stream().mapToLong(LatencySeries::negativeCount).sum(),
            parts.stream().mapToLong(LatencySeries::tooLongCount).sum());
    }
}
