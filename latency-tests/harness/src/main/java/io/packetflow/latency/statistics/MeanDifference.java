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
package io.packetflow.latency.statistics;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Cold path. The comparison of means that the thesis reports (section 7.2): Welch's t test and Cohen's d. It is printed
 * beside the rank test and decides nothing: forks of a JVM are not normally distributed, and one bad fork moves a mean.
 */
public final class MeanDifference
{
    private static final int LEAST = 2;

    private MeanDifference()
    {
    }

    /**
     * Returns Welch's two-sided probability.
     *
     * @param first sample
     * @param second sample
     * @return how likely means as far apart are by chance; not a number where a sample has fewer than two
     *     observations; 1 or 0 where nothing scatters
     */
    public static double welch(final double[] first, final double[] second)
    {
        if (first.length < LEAST || second.length < LEAST)
        {
            return Double.NaN;
        }
        if (StatUtils.variance(first) == 0 && StatUtils.variance(second) == 0)
        {
            return StatUtils.mean(first) == StatUtils.mean(second) ? 1 : 0;
        }
        return new TTest().tTest(first, second);
    }

    /**
     * Returns Cohen's d.
     *
     * @param first sample
     * @param second sample
     * @return by how many pooled standard deviations the second mean is greater; 0 where means are equal, not a number
     *     where fewer than three observations leave no deviation
     */
    public static double cohen(final double[] first, final double[] second)
    {
        final int freedom = first.length + second.length - 2;
        if (freedom < 1)
        {
            return Double.NaN;
        }
        final double difference = StatUtils.mean(second) - StatUtils.mean(first);
        final double pooled = Math.sqrt((squares(first) + squares(second)) / freedom);
        return difference == 0 ? 0 : difference / pooled;
    }

    private static double squares(final double[] sample)
    {
        return StatUtils.populationVariance(sample) * sample.length;
    }
}
