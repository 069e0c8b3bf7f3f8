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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.statistics.ExactMannWhitney;
import io.packetflow.latency.statistics.Holm;

/**
 * Cold path. Compares figures of two builds and says what follows.
 *
 * <ul>
 * <li>REGRESSION: the corrected one-sided exact rank test says p &lt; {@value #LIMIT}, and the ratio of medians exceeds
 *     the tolerance of the metric; where forks scatter, the whole interval of the ratio exceeds it.
 * <li>IMPROVED: the same the other way round.
 * <li>INCONCLUSIVE: forks scatter by more than {@value #MOST_DEVIATION} of their median, or the ratio exceeds the
 *     tolerance without being proven.
 * <li>PASS: everything else.
 * </ul>
 *
 * <p>In a tail the best forks take the place of the medians, and ranks have to prove it all the same: the best
 * of seven forks differs by 11 % between builds that hardly differ. Allocation is judged by its presence.
 */
public final class Judge
{
    /** Of the corrected probability. */
    public static final double LIMIT = 0.01;
    /** Of the median distance from the median, as a share of it. */
    public static final double MOST_DEVIATION = 0.10;

    private Judge()
    {
    }

    /**
     * Refuses numbers of forks with which nothing could ever be proven.
     *
     * @param forks of each side
     * @param rankedMetrics that share the limit
     * @throws UsageException if even the clearest difference would stay above the limit
     */
    public static void requireEnoughForks(final int forks, final int rankedMetrics)
    {
        if (forks > ExactMannWhitney.MAX_OBSERVATIONS)
        {
            throw new UsageException("the exact test takes at most " + ExactMannWhitney.MAX_OBSERVATIONS +
                " forks of each build: --forks=" + forks);
        }
        if (smallestProbability(forks, rankedMetrics) >= LIMIT)
        {
            int enough = forks;
            while (smallestProbability(enough, rankedMetrics) >= LIMIT)
            {
                enough++;
            }
            throw new UsageException(String.format(Locale.ROOT, "%d forks of each build cannot prove anything over " +
                "%d metrics: the least probability is %.3f, the limit %s; take --forks=%d or more", forks,
                rankedMetrics, smallestProbability(forks, rankedMetrics), LIMIT, enough));
        }
    }

    private static double smallestProbability(final int forks, final int rankedMetrics)
    {
        final double[] low = new double[Math.max(1, forks)];
        final double[] high = new double[Math.max(1, forks)];
        Arrays.fill(high, 1);
        // All of one side tie among themselves, which changes nothing: only one choice has the greatest sum.
        return Math.min(1, rankedMetrics * ExactMannWhitney.secondIsGreater(low, high));
    }

    /**
     * Compares.
     *
     * @param metrics to compare
     * @param before figures of the build that is compared with, one for each metric
     * @param after figures of the build that is judged, one for each metric
     * @return in the order of the metrics
     */
    public static List<MetricComparison> compare(
        final List<GateMetric> metrics, final List<Figure> before, final List<Figure> after)
    {
        final List<Costs> costs = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++)
        {
            costs.add(new Costs(metrics.get(i), before.get(i), after.get(i)));
        }
        final double[] worse = adjusted(costs, false);
        final double[] better = adjusted(costs, true);
        final List<MetricComparison> compared = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++)
        {
            compared.add(costs.get(i).judge(worse[i], better[i]));
        }
        return compared;
    }

    /** Corrects the ranked metrics for one another; the others have no probability. */
    private static double[] adjusted(final List<Costs> costs, final boolean better)
    {
        final double[] ranked = Holm.adjust(costs.stream().filter(Costs::isRanked)
            .mapToDouble(cost -> cost.probability(better)).toArray());
        final double[] all = new double[costs.size()];
        int next = 0;
        for (int i = 0; i < all.length; i++)
        {
            all[i] = costs.get(i).isRanked() ? ranked[next++] : Double.NaN;
        }
        return all;
    }
}
