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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class StatisticsTest
{
    private static final double EXACT = 1e-12;

    @Test
    void shouldGiveTheSmallestProbabilityWhereAllOfTheSecondAreGreater()
    {
        // 1 of C(6,3) = 20, 1 of C(14,7) = 3,432 choices has the greatest rank sum.
        assertThat(ExactMannWhitney.secondIsGreater(new double[]{1, 2, 3}, new double[]{4, 5, 6}))
            .isCloseTo(1.0 / 20, within(EXACT));
        assertThat(ExactMannWhitney.secondIsGreater(
            new double[]{1, 2, 3, 4, 5, 6, 7}, new double[]{8, 9, 10, 11, 12, 13, 14}))
            .isCloseTo(1.0 / 3_432, within(EXACT));
        assertThat(ExactMannWhitney.secondIsGreater(new double[]{4, 5, 6}, new double[]{1, 2, 3}))
            .isCloseTo(1, within(EXACT));
    }

    @Test
    void shouldCountTiesByHand()
    {
        // Ranks 1, 2.5 | 2.5, 4: of the 6 pairs of ranks {1, 2.5, 2.5, 4} two have the observed sum 6.5 or more.
        assertThat(ExactMannWhitney.secondIsGreater(new double[]{1, 2}, new double[]{2, 3}))
            .isCloseTo(2.0 / 6, within(EXACT));
        assertThat(ExactMannWhitney.secondIsGreater(new double[]{5, 5, 5}, new double[]{5, 5, 5})).isEqualTo(1);
    }

    @Test
    void shouldAgreeWithCountingEveryChoice()
    {
        final SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++)
        {
            final double[] first = random.ints(1 + random.nextInt(5), 0, 6).asDoubleStream().toArray();
            final double[] second = random.ints(1 + random.nextInt(5), 0, 6).asDoubleStream().toArray();
            assertThat(ExactMannWhitney.secondIsGreater(first, second))
                .as("%s against %s", Arrays.toString(first), Arrays.toString(second))
                .isCloseTo(byCounting(first, second), within(EXACT));
        }
    }

    /** The definition itself: all choices, each with its superiority. */
    private static double byCounting(final double[] first, final double[] second)
    {
        final double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        final double observed = ExactMannWhitney.superiority(first, second);
        int choices = 0;
        int asGreat = 0;
        for (int mask = 0; mask < 1 << all.length; mask++)
        {
            if (Integer.bitCount(mask) == second.length)
            {
                choices++;
                asGreat += ExactMannWhitney.superiority(chosen(all, ~mask), chosen(all, mask)) >= observed - EXACT ?
                    1 : 0;
            }
        }
        return (double)asGreat / choices;
    }

    private static double[] chosen(final double[] all, final int mask)
    {
        return IntStream.range(0, all.length).filter(i -> (mask & (1 << i)) != 0)
            .mapToDouble(i -> all[i]).toArray();
    }

    @Test
    void shouldRefuseSamplesThatItCannotRank()
    {
        assertThatThrownBy(() -> ExactMannWhitney.secondIsGreater(new double[0], new double[]{1}))
            .hasMessageContaining("1 to 50 observations, not 0");
        assertThatThrownBy(() -> ExactMannWhitney.secondIsGreater(new double[]{Double.NaN}, new double[]{1}))
            .hasMessageContaining("not a number");
    }

    @Test
    void shouldSayHowOftenTheSecondIsGreater()
    {
        assertThat(ExactMannWhitney.superiority(new double[]{1, 2}, new double[]{3, 4})).isEqualTo(1);
        assertThat(ExactMannWhitney.superiority(new double[]{1, 2}, new double[]{1, 2})).isEqualTo(0.5);
    }

    @Test
    void shouldCorrectProbabilitiesAsHolmsExample()
    {
        // Sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, never falling: 0.02, 0.03, 0.06, 0.06.
        assertThat(Holm.adjust(new double[]{0.01, 0.04, 0.03, 0.005}))
            .containsExactly(new double[]{0.03, 0.06, 0.06, 0.02}, within(EXACT));
        assertThat(Holm.adjust(new double[]{0.9, 0.8})).containsExactly(new double[]{1, 1}, within(EXACT));
    }

    @Test
    void shouldReportMeansAsTheThesisDoes()
    {
        // Means 2 and 4, both variances 1: d = 2, t = 2.449 at 4 degrees of freedom.
        final double[] first = {1, 2, 3};
        final double[] second = {3, 4, 5};
        assertThat(MeanDifference.cohen(first, second)).isCloseTo(2, within(EXACT));
        assertThat(MeanDifference.welch(first, second)).isCloseTo(0.0705, within(1e-4));
        assertThat(MeanDifference.welch(new double[]{1, 1}, new double[]{1, 1})).isEqualTo(1);
        assertThat(MeanDifference.welch(new double[]{1}, first)).isNaN();
    }

    @Test
    void shouldGiveAnIntervalThatHoldsTheRatioAndIsTheSameEachTime()
    {
        final double[] before = {100, 101, 99, 100, 102, 98, 100};
        final double[] after = Arrays.stream(before).map(value -> value * 1.1).toArray();
        final Interval interval = MedianRatio.interval(after, before);

        assertThat(interval.low()).isBetween(1.06, 1.1);
        assertThat(interval.high()).isBetween(1.1, 1.14);
        assertThat(MedianRatio.interval(after, before)).isEqualTo(interval);
    }

    @Test
    void shouldMeasureScatterByTheMedianSoThatOneBadForkDoesNotCount()
    {
        assertThat(MedianRatio.relativeDeviation(new double[]{100, 102, 98, 100, 900})).isCloseTo(0.02, within(EXACT));
        assertThat(MedianRatio.relativeDeviation(new double[]{0, 0, 0})).isZero();
    }

    @Test
    void shouldBoundProportionsAlsoAtTheEnds()
    {
        // The rule of three, and its mirror.
        assertThat(Proportion.interval(0, 100).low()).isZero();
        assertThat(Proportion.interval(0, 100).high()).isCloseTo(0.0362, within(1e-4));
        assertThat(Proportion.interval(10, 10).low()).isCloseTo(0.6915, within(1e-4));
        assertThat(Proportion.interval(10, 10).high()).isEqualTo(1);
        assertThat(Proportion.interval(5, 10).low()).isCloseTo(0.1871, within(1e-4));
    }
}
