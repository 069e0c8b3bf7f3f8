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

import java.util.Arrays;
import java.util.Locale;

import io.packetflow.latency.report.Figure;
import io.packetflow.latency.statistics.ExactMannWhitney;
import io.packetflow.latency.statistics.Interval;
import io.packetflow.latency.statistics.MeanDifference;
import io.packetflow.latency.statistics.MedianRatio;

/** Cold path. A metric of two builds as costs: less is better, whatever the unit says. */
final class Costs
{
    /** What JMH's own profiler allocates shows as hundredths of a byte an operation. */
    private static final double SOME_BYTES = 0.5;
    private static final double VISIBLE_PERCENT = 0.05;

    private final GateMetric metric;
    private final Figure beforeFigure;
    private final Figure afterFigure;
    private final double[] before;
    private final double[] after;

    Costs(final GateMetric metric, final Figure before, final Figure after)
    {
        this.metric = metric;
        this.beforeFigure = before;
        this.afterFigure = after;
        this.before = costs(before);
        this.after = costs(after);
    }

    private double[] costs(final Figure figure)
    {
        return figure.byFork().stream().mapToDouble(value -> metric.unit().isMoreBetter() ? 1 / value : value)
            .toArray();
    }

    boolean isRanked()
    {
        return metric.rule().isRanked();
    }

    double probability(final boolean better)
    {
        return better ? ExactMannWhitney.secondIsGreater(after, before) :
            ExactMannWhitney.secondIsGreater(before, after);
    }

    MetricComparison judge(final double worse, final double better)
    {
        return switch (metric.rule())
        {
            case TYPICAL, UPPER -> ranked(worse, better);
            case TAIL -> tail();
            case NO_ALLOCATION -> allocation();
        };
    }

    private MetricComparison ranked(final double worse, final double better)
    {
        final double ratio = MedianRatio.median(after) / MedianRatio.median(before);
        final Interval interval = MedianRatio.interval(after, before);
        final double most = 1 + metric.rule().tolerance();
        final double noise = Math.max(MedianRatio.relativeDeviation(before), MedianRatio.relativeDeviation(after));
        final boolean scatters = noise > Judge.MOST_DEVIATION;
        if (worse < Judge.LIMIT && ratio > most && (!scatters || interval.low() > most))
        {
            return result(ratio, interval, worse, Verdict.REGRESSION, percent(ratio) + " and proven");
        }
        if (better < Judge.LIMIT && ratio < 1 / most && (!scatters || interval.high() < 1 / most))
        {
            return result(ratio, interval, worse, Verdict.IMPROVED, percent(ratio) + " and proven");
        }
        if (scatters)
        {
            return result(ratio, interval, worse, Verdict.INCONCLUSIVE,
                String.format(Locale.ROOT, "forks scatter by %.0f %%; a quieter host is needed", 100 * noise));
        }
        if (ratio > most)
        {
            return result(ratio, interval, worse, Verdict.INCONCLUSIVE,
                percent(ratio) + ", but not proven; more forks are needed");
        }
        return result(ratio, interval, worse, Verdict.PASS, percent(ratio));
    }

    private MetricComparison tail()
    {
        final double ratio = Arrays.stream(after).min().orElseThrow() / Arrays.stream(before).min().orElseThrow();
        final double most = 1 + metric.rule().tolerance();
        final Interval interval = MedianRatio.interval(after, before);
        final String reason = "best fork " + percent(ratio);
        if (ratio > most)
        {
            return probability(false) < Judge.LIMIT ?
                result(ratio, interval, Double.NaN, Verdict.REGRESSION, reason + " and proven") :
                result(ratio, interval, Double.NaN, Verdict.INCONCLUSIVE,
                reason + ", but not proven; more forks are needed");
        }
        final boolean isBetter = ratio < 1 / most && probability(true) < Judge.LIMIT;
        return result(ratio, interval, Double.NaN, isBetter ? Verdict.IMPROVED : Verdict.PASS, reason);
    }

    private MetricComparison allocation()
    {
        final double bytes = MedianRatio.median(after);
        final boolean allocates = bytes >= SOME_BYTES;
        return result(Double.NaN, new Interval(Double.NaN, Double.NaN), Double.NaN,
            allocates ? Verdict.REGRESSION : Verdict.PASS,
            allocates ? String.format(Locale.ROOT, "allocates %.1f B an operation", bytes) : "allocates nothing");
    }

    private MetricComparison result(
        final double ratio,
        final Interval interval,
        final double adjusted,
        final Verdict verdict,
        final String reason)
    {
        return new MetricComparison(metric.name(), metric.unit(), metric.rule(), beforeFigure, afterFigure, ratio,
            interval, probability(false), adjusted, ExactMannWhitney.superiority(before, after),
            MeanDifference.welch(before, after), MeanDifference.cohen(before, after), verdict, reason);
    }

    private static String percent(final double ratio)
    {
        final double percent = 100 * (ratio - 1);
        return Math.abs(percent) < VISIBLE_PERCENT ? "the same" :
            String.format(Locale.ROOT, "%.1f %% %s", Math.abs(percent), percent > 0 ? "worse" : "better");
    }
}
