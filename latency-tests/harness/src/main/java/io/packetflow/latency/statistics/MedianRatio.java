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

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cold path. The ratio of two medians and its bootstrap interval: both samples are drawn again, with replacement, and
 * the ratios of the medians of the draws are ordered. The draws are the same in every run.
 */
public final class MedianRatio
{
    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 2026;

    private MedianRatio()
    {
    }

    /**
     * Returns the middle of a sample.
     *
     * @param sample not empty
     * @return the median, the mean of both in the middle for an even number
     */
    public static double median(final double[] sample)
    {
        final double[] sorted = sample.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns how far a sample scatters about its median.
     *
     * @param sample not empty
     * @return median distance from the median, as a share of the median; 0 if the median is 0
     */
    public static double relativeDeviation(final double[] sample)
    {
        final double median = median(sample);
        final double deviation = median(Arrays.stream(sample).map(value -> Math.abs(value - median)).toArray());
        return median == 0 ? 0 : deviation / Math.abs(median);
    }

    /**
     * Returns the 95 % interval of a ratio of medians.
     *
     * @param numerator sample, not empty, positive
     * @param denominator sample, not empty, positive
     * @return between which ratios 95 of 100 draws lie
     */
    public static Interval interval(final double[] numerator, final double[] denominator)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++)
        {
            ratios[i] = median(draw(numerator, random)) / median(draw(denominator, random));
        }
        Arrays.sort(ratios);
        return new Interval(ratios[(int)(TAIL * RESAMPLES)], ratios[(int)((1 - TAIL) * RESAMPLES) - 1]);
    }

    private static double[] draw(final double[] sample, final SplittableRandom random)
    {
        final double[] drawn = new double[sample.length];
        for (int i = 0; i < drawn.length; i++)
        {
            drawn[i] = sample[random.nextInt(sample.length)];
        }
        return drawn;
    }
}
