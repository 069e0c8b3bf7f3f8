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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;

class JudgeTest
{
    private static final List<Double> QUIET = List.of(100.0, 101.0, 99.0, 100.5, 99.5, 100.2, 99.8);
    private static final List<Double> LOUD = List.of(100.0, 130.0, 80.0, 150.0, 70.0, 125.0, 99.0);

    @Test
    void shouldPassEqualBuilds()
    {
        assertThat(judge(MetricRule.TYPICAL, Unit.NANOS, QUIET, QUIET).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldCallAProvenSlowdownBeyondTheToleranceARegression()
    {
        final MetricComparison compared = judge(MetricRule.TYPICAL, Unit.NANOS, QUIET, times(QUIET, 1.1));

        assertThat(compared.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(compared.reason()).isEqualTo("10.0 % worse and proven");
        assertThat(compared.superiority()).isEqualTo(1);
    }

    @Test
    void shouldLetPassWhatIsProvenButWithinTheTolerance()
    {
        final MetricComparison compared = judge(MetricRule.UPPER, Unit.NANOS, QUIET, times(QUIET, 1.04));

        assertThat(compared.adjusted()).isLessThan(Judge.LIMIT);
        assertThat(compared.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldTurnRatesAroundSoThatLessIsWorse()
    {
        assertThat(judge(MetricRule.TYPICAL, Unit.MILLIONS_PER_SECOND, QUIET, times(QUIET, 0.9)).verdict())
            .isEqualTo(Verdict.REGRESSION);
        assertThat(judge(MetricRule.TYPICAL, Unit.MILLIONS_PER_SECOND, QUIET, times(QUIET, 1.1)).verdict())
            .isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void shouldNotJudgeForksThatScatter()
    {
        final MetricComparison compared = judge(MetricRule.TYPICAL, Unit.NANOS, LOUD, LOUD);

        assertThat(compared.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compared.reason()).contains("forks scatter by 25 %");
    }

    @Test
    void shouldFindASlowdownThatIsLargerThanTheScatter()
    {
        assertThat(judge(MetricRule.TYPICAL, Unit.NANOS, LOUD, times(LOUD, 4)).verdict())
            .isEqualTo(Verdict.REGRESSION);
    }

    @Test
    void shouldNotPassAShiftThatIsOnlyUnproven()
    {
        final List<Double> overlapping = List.of(104.0, 105.0, 104.5, 99.0, 98.5, 104.2, 105.5);
        final MetricComparison compared = judge(MetricRule.TYPICAL, Unit.NANOS, QUIET, overlapping);

        assertThat(compared.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compared.reason()).contains("not proven");
    }

    @Test
    void shouldJudgeATailByTheBestForks()
    {
        final List<Double> stalled = new ArrayList<>(QUIET);
        stalled.replaceAll(value -> value * 20);
        stalled.set(3, 102.0);

        assertThat(judge(MetricRule.TAIL, Unit.NANOS, QUIET, stalled).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(MetricRule.TAIL, Unit.NANOS, QUIET, times(QUIET, 1.2)).verdict())
            .isEqualTo(Verdict.REGRESSION);
    }

    @Test
    void shouldNotCallATailWorseWhoseForksOverlap()
    {
        // Measured: the P99.9 of two builds that hardly differ.
        final List<Double> before = List.of(611.0, 621.0, 651.0, 721.0, 761.0, 922.0, 972.0);
        final List<Double> after = List.of(681.0, 811.0, 831.0, 831.0, 942.0, 1_022.0, 1_192.0);
        final MetricComparison compared = judge(MetricRule.TAIL, Unit.NANOS, before, after);

        assertThat(compared.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compared.reason()).isEqualTo("best fork 11.5 % worse, but not proven; more forks are needed");
    }

    @Test
    void shouldCallAnyAllocationARegression()
    {
        final List<Double> nothing = List.of(0.01, 0.05, 0.0);

        assertThat(judge(MetricRule.NO_ALLOCATION, Unit.BYTES, nothing, nothing).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(MetricRule.NO_ALLOCATION, Unit.BYTES, nothing, List.of(16.0, 16.0, 16.0)).reason())
            .isEqualTo("allocates 16.0 B an operation");
    }

    @Test
    void shouldAskMoreOfEachMetricWhereThereAreMany()
    {
        // 1 of 3,432 choices, times the number of metrics.
        final List<GateMetric> metrics = new ArrayList<>();
        final List<Figure> before = new ArrayList<>();
        final List<Figure> after = new ArrayList<>();
        for (int i = 0; i < 20; i++)
        {
            metrics.add(metric(MetricRule.TYPICAL, Unit.NANOS));
            before.add(new Figure(QUIET));
            after.add(new Figure(times(QUIET, i == 0 ? 1.1 : 1)));
        }
        final MetricComparison compared = Judge.compare(metrics, before, after).get(0);

        assertThat(compared.probability()).isBetween(1.0 / 3_433, 1.0 / 3_431);
        assertThat(compared.adjusted()).isBetween(20.0 / 3_433, 20.0 / 3_431);
    }

    @Test
    void shouldRefuseSoFewForksThatNothingCouldBeProven()
    {
        assertThatThrownBy(() -> Judge.requireEnoughForks(3, 1))
            .hasMessageContaining("the least probability is 0.050").hasMessageContaining("--forks=5 or more");
        assertThatThrownBy(() -> Judge.requireEnoughForks(5, 3)).hasMessageContaining("--forks=6 or more");
        assertThatThrownBy(() -> Judge.requireEnoughForks(51, 1)).hasMessageContaining("at most 50 forks");
    }

    @Test
    void shouldSeldomCryWolfOverDrawsFromOneDistribution()
    {
        // 300 pairs of seven forks, log-normal with 3 % scatter and a stall of the host in one of ten forks.
        final SplittableRandom random = new SplittableRandom(11);
        int alarms = 0;
        int found = 0;
        for (int pair = 0; pair < 300; pair++)
        {
            final List<Double> before = forks(random);
            final List<Double> after = forks(random);
            alarms += judge(MetricRule.TYPICAL, Unit.NANOS, before, after).verdict() == Verdict.REGRESSION ? 1 : 0;
            found += judge(MetricRule.TYPICAL, Unit.NANOS, before, times(after, 1.1)).verdict() == Verdict.REGRESSION ?
                1 : 0;
        }

        assertThat(alarms).isLessThan(6);
        assertThat(found).isGreaterThan(150);
    }

    private static List<Double> forks(final SplittableRandom random)
    {
        final List<Double> forks = new ArrayList<>();
        for (int i = 0; i < 7; i++)
        {
            forks.add(100 * Math.exp(0.03 * random.nextGaussian()) * (random.nextInt(10) == 0 ? 1.5 : 1));
        }
        return forks;
    }

    private static MetricComparison judge(
        final MetricRule rule, final Unit unit, final List<Double> before, final List<Double> after)
    {
        return Judge.compare(List.of(metric(rule, unit)), List.of(new Figure(before)), List.of(new Figure(after)))
            .get(0);
    }

    private static GateMetric metric(final MetricRule rule, final Unit unit)
    {
        return new GateMetric("metric", unit, rule, results ->
        {
            throw new AssertionError("nothing is measured here");
        });
    }

    private static List<Double> times(final List<Double> values, final double factor)
    {
        return Arrays.stream(values.toArray(Double[]::new)).map(value -> value * factor).toList();
    }
}
