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

import java.util.function.Function;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;

/**
 * Cold path. A figure that the gate compares.
 *
 * @param name in reports, baselines and histories: it never changes, or its history ends
 * @param unit of the figure; says whether more is better
 * @param rule of the comparison
 * @param reading of the figure from what forks answered
 */
public record GateMetric(String name, Unit unit, MetricRule rule, Function<Results, Figure> reading)
{
    /**
     * A number that each fork of a subject answers.
     *
     * @param name in reports
     * @param unit of it
     * @param subject that answers
     * @param measure that it answers
     * @return the metric, compared by ranks
     */
    public static GateMetric number(final String name, final Unit unit, final String subject, final Measure measure)
    {
        return new GateMetric(name, unit, MetricRule.TYPICAL, results -> results.number(subject, measure));
    }

    /**
     * The time of a JMH benchmark's operation, in the iteration of each fork that was disturbed least. What else runs
     * on a host only ever adds time, so that the least time says most about the code.
     *
     * @param name in reports
     * @param subject that answers
     * @return the metric, in nanoseconds, compared by ranks
     */
    public static GateMetric best(final String name, final String subject)
    {
        return number(name, Unit.NANOS, subject, Measure.OPERATION_BEST_NANOS);
    }

    /**
     * A percentile of a series that each fork of a subject answers.
     *
     * @param name in reports
     * @param rule that fits the percentile
     * @param subject that answers
     * @param series of it
     * @param percentile up to 100
     * @return the metric, in nanoseconds
     */
    public static GateMetric percentile(
        final String name, final MetricRule rule, final String subject, final String series, final double percentile)
    {
        return new GateMetric(name, Unit.NANOS, rule, results -> results.percentile(subject, series, percentile));
    }

    /**
     * The bytes that an operation of a subject allocates.
     *
     * @param name in reports
     * @param subject that answers
     * @return the metric, which has to be nothing
     */
    public static GateMetric allocation(final String name, final String subject)
    {
        return new GateMetric(name, Unit.BYTES, MetricRule.NO_ALLOCATION,
            results -> results.number(subject, Measure.BYTES_PER_OPERATION));
    }
}
