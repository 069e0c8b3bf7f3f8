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
import java.util.stream.DoubleStream;

/**
 * Cold path. The exact Mann-Whitney test of two small samples, ties included.
 *
 * <p>Under the hypothesis that both samples come from one distribution every choice of {@code n} of all observations
 * is as likely as the one that was seen. The share of choices whose rank sum is at least as great is the answer. The
 * choices are counted, not approximated: latencies come from a clock that ticks in 10 ns or more, so that ties are the
 * rule, and the usual table of the test knows none. Equal observations share the mean of their ranks.
 *
 * <p>The smallest answer that two samples of k observations can give is 1 / C(2k, k): 0.05 for 3, 0.004 for 5,
 * 0.0003 for 7. Source: Mann and Whitney, 1947; mid-ranks as in Lehmann, Nonparametrics, 1975.
 */
public final class ExactMannWhitney
{
    /** Observations of each sample, at most: the table of counts grows with the fourth power of it. */
    public static final int MAX_OBSERVATIONS = 50;

    private ExactMannWhitney()
    {
    }

    /**
     * Returns how likely a second sample as great as this one is, if nothing differs.
     *
     * @param first sample, 1 to {@value #MAX_OBSERVATIONS} observations
     * @param second sample, 1 to {@value #MAX_OBSERVATIONS} observations
     * @return the one-sided probability that the second is greater by chance, above 0 and up to 1
     * @throws IllegalArgumentException if a sample is empty or too large, or an observation is not a number
     */
    public static double secondIsGreater(final double[] first, final double[] second)
    {
        check(first);
        check(second);
        final int[] ranks = doubledMidRanks(DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray());
        int observed = 0;
        for (int i = first.length; i < ranks.length; i++)
        {
            observed += ranks[i];
        }
        final double[] choices = choicesBySum(ranks, second.length);
        double atLeast = 0;
        double all = 0;
        for (int sum = 0; sum < choices.length; sum++)
        {
            all += choices[sum];
            atLeast += sum >= observed ? choices[sum] : 0;
        }
        return atLeast / all;
    }

    /**
     * Returns how often an observation of the second sample exceeds one of the first; a tie counts half.
     *
     * @param first sample, not empty
     * @param second sample, not empty
     * @return the probability of superiority: 0.5 if nothing differs, 1 if all of the second are greater
     */
    public static double superiority(final double[] first, final double[] second)
    {
        double wins = 0;
        for (final double one : first)
        {
            for (final double other : second)
            {
                wins += other > one ? 1 : other == one ? 0.5 : 0;
            }
        }
        return wins / first.length / second.length;
    }

    private static void check(final double[] sample)
    {
        if (sample.length < 1 || sample.length > MAX_OBSERVATIONS)
        {
            throw new IllegalArgumentException(
                "a sample has 1 to " + MAX_OBSERVATIONS + " observations, not " + sample.length);
        }
        if (Arrays.stream(sample).anyMatch(Double::isNaN))
        {
            throw new IllegalArgumentException("an observation is not a number: " + Arrays.toString(sample));
        }
    }

    /** Twice the mean rank of each observation, so that a tie of two stays a whole number. */
    private static int[] doubledMidRanks(final double[] observations)
    {
        final double[] sorted = observations.clone();
        Arrays.sort(sorted);
        final int[] ranks = new int[observations.length];
        for (int i = 0; i < observations.length; i++)
        {
            int below = 0;
            int upTo = 0;
            for (final double other : sorted)
            {
                below += other < observations[i] ? 1 : 0;
                upTo += other <= observations[i] ? 1 : 0;
            }
            ranks[i] = below + 1 + upTo;
        }
        return ranks;
    }

    /** How many choices of so many ranks have each sum, by adding one rank after the other. */
    private static double[] choicesBySum(final int[] ranks, final int chosen)
    {
        final int greatest = Arrays.stream(ranks).sum();
        final double[][] choices = new double[chosen + 1][greatest + 1];
        choices[0][0] = 1;
        for (final int rank : ranks)
        {
            for (int count = chosen; count > 0; count--)
            {
                for (int sum = greatest; sum >= rank; sum--)
                {
                    choices[count][sum] += choices[count - 1][sum - rank];
                }
            }
        }
        return choices[chosen];
    }
}
