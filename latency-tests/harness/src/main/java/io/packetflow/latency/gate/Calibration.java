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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Progress;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Measures the gate itself: it compares a build with itself, again and again, where every REGRESSION is a
 * false alarm; and with a slower one, where every other verdict is a miss. A pair is judged as {@link Comparer} judges:
 * what is inconclusive is measured anew, {@value Attempt#MOST} times at most and each time alone, so that the rates are
 * those of the gate as it is used. What is drawn by resampling is judged once.
 *
 * @param build that is measured on both sides
 * @param options how much is measured
 * @param metric that is compared
 * @param equal subject of both sides
 * @param planted subject of the same name that is slower
 * @param plantedPercent by how much
 */
public record Calibration(
    Build build, BenchOptions options, GateMetric metric, Subject equal, Subject planted, double plantedPercent)
{
    private static final String NAME = "calibration";

    /**
     * Measures.
     *
     * @param equalPairs pairs of equal builds
     * @param plantedPairs pairs with the slowdown
     * @param progress told of each pair
     * @param keep given what is known after each pair, without resampling, so that little is lost on the way
     * @return all that was found
     */
    public CalibrationReport run(
        final int equalPairs, final int plantedPairs, final Progress progress, final Consumer<CalibrationReport> keep)
    {
        final String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        final GateMeasurement measurement =
            new GateMeasurement(List.of(build, build), options, Progress.none());
        final HostFingerprint host = measurement.host(NAME).fingerprint();
        final List<Double> pool = new ArrayList<>();
        final List<Verdict> equals = new ArrayList<>();
        final List<Verdict> plants = new ArrayList<>();
        final List<Double> ratios = new ArrayList<>();
        final List<Integer> attempts = new ArrayList<>();
        for (int pair = 0; pair < equalPairs + plantedPairs; pair++)
        {
            final boolean isPlanted = isPlanted(pair, equalPairs, plantedPairs);
            final String label = String.format(Locale.ROOT, "pair %d/%d, %s", pair + 1, equalPairs + plantedPairs,
                isPlanted ? "slowdown planted" : "equal builds");
            final PairResult result = pair(measurement, isPlanted, label, progress);
            final MetricComparison compared = result.comparison();
            attempts.add(result.attempts());
            if (isPlanted)
            {
                plants.add(compared.verdict());
                ratios.add(compared.ratio());
            }
            else
            {
                equals.add(compared.verdict());
                pool.addAll(result.byFork());
            }
            keep.accept(report(startedAt, host, equals, plants, ratios, attempts, List.of()));
        }
        progress.say("drawing samples from " + pool.size() + " forks");
        return report(startedAt, host, equals, plants, ratios, attempts, pool);
    }

    private PairResult pair(
        final GateMeasurement measurement, final boolean isPlanted, final String label, final Progress progress)
    {
        final List<Double> byFork = new ArrayList<>();
        int count = 1;
        while (true)
        {
            final List<List<Figure>> figures = measurement.figures(NAME,
                List.of(List.of(equal), List.of(isPlanted ? planted : equal)), List.of(metric));
            figures.forEach(side -> byFork.addAll(side.get(0).byFork()));
            final Attempt attempt = Attempt.of(Judge.compare(List.of(metric), figures.get(0), figures.get(1)));
            final MetricComparison compared = attempt.metrics().get(0);
            final boolean again = attempt.isWorthRepeating(compared.verdict(), count);
            progress.say(String.format(Locale.ROOT, "%s: %s (%s; %s against %s %s)%s", label, compared.verdict(),
                compared.reason(), compared.after().text(metric.unit()), compared.before().text(metric.unit()),
                metric.unit(), again ? ", measuring anew" : ""));
            if (!again)
            {
                return new PairResult(compared, count, byFork);
            }
            count++;
        }
    }

    /** The last comparison of a pair, how many there were, and the figures of all forks. */
    private record PairResult(MetricComparison comparison, int attempts, List<Double> byFork)
    {
    }

    /** Spreads the planted pairs evenly over the others, so that both meet the same host. */
    private static boolean isPlanted(final int pair, final int equalPairs, final int plantedPairs)
    {
        final long all = (long)equalPairs + plantedPairs;
        return (pair + 1L) * plantedPairs / all > (long)pair * plantedPairs / all;
    }

    private CalibrationReport report(
        final String startedAt,
        final HostFingerprint host,
        final List<Verdict> equals,
        final List<Verdict> plants,
        final List<Double> ratios,
        final List<Integer> attempts,
        final List<Double> pool)
    {
        final Resampling resampling = new Resampling(metric, options.forks());
        return new CalibrationReport(startedAt, build.commit(), options.forks(), metric.name(), host, equals, plants,
            plantedPercent, ratios, attempts, resampling.judge(pool, 1),
            resampling.judge(pool, 1 + plantedPercent / 100));
    }
}
