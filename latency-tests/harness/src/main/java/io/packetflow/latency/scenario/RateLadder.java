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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Tick to trade in an open loop at one rate after the other, up to saturation: the step where less than 99 %
 * of the planned rate is achieved, or where the median response exceeds a millisecond, because messages queue up. The
 * figure is the rate of the last step before it. Each step is a subject of its own, with planned and achieved rate and
 * its percentiles, so that what is drawn from the results is rate against percentile.
 */
final class RateLadder implements Scenario
{
    private static final List<Long> RATES =
        List.of(100_000L, 200_000L, 500_000L, 1_000_000L, 2_000_000L, 4_000_000L, 6_000_000L, 8_000_000L, 10_000_000L,
        12_000_000L, 16_000_000L);
    private static final int SMOKE_STEPS = 2;
    private static final long LEAST_MESSAGES = 2_000;
    /** A generated market is in memory as a whole. */
    private static final long MOST_GENERATED = 4_000_000;
    private static final double SATURATED_NANOS = 1e6;

    @Override
    public String name()
    {
        return "ladder";
    }

    @Override
    public String description()
    {
        return "tick to trade, open loop at rates from 100 000 messages/s up to saturation, recorded feed";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final List<Long> rates = options.size().isSmoke() ? RATES.subList(0, SMOKE_STEPS) : RATES;
        final List<Row> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final List<LatencySeries> pictures = new ArrayList<>();
        notes.add(FeedArguments.note(Feed.RECORDED, options, messages(options, rates.get(0))));
        boolean sustained = true;
        for (int step = 0; step < rates.size() && sustained; step++)
        {
            final long rate = rates.get(step);
            final Results results = run.measure(List.of(Subject.of(engine(rate), FeedArguments.engine(
                EngineSpec.ONE_NODE, Feed.RECORDED, options, messages(options, rate), Pace.perSecond(rate)))));
            final PlannedRate planned = PlannedRate.of(results, engine(rate));
            final Figure median = results.percentile(engine(rate), Series.RESPONSE, 50);
            sustained = planned.isKept() && median.median() <= SATURATED_NANOS;
            rows.addAll(rows(results, rate, sustained));
            pictures.add(results.merged(engine(rate), Series.RESPONSE, engine(rate)));
            if (!sustained)
            {
                notes.add(String.format(Locale.ROOT, "saturated: %s; response P50 %,.0f ns", planned.remark(),
                    median.median()));
            }
        }
        if (sustained)
        {
            notes.add("not saturated by the highest rate that was tried");
        }
        rows.add(Row.reported("ladder, last sustained rate", Unit.MILLIONS_PER_SECOND,
            lastSustained(run.results(), rates, options.forks())));
        return new Outcome(rows, notes, pictures, true);
    }

    private static long messages(final BenchOptions options, final long rate)
    {
        final long wanted = Math.max(LEAST_MESSAGES, Math.round(rate * options.size().stepSeconds()));
        return options.recorded() == null ? Math.min(wanted, MOST_GENERATED) : wanted;
    }

    private static List<Row> rows(final Results results, final long rate, final boolean sustained)
    {
        final double orders = results.number(engine(rate), Measure.ORDERS_PER_MESSAGE).median();
        final String step = "ladder, " + text(rate) + (sustained ? "" : ", saturated") + ", response ";
        return List.of(50.0, 99.0, 99.9).stream().map(percentile ->
            Row.reported(step + "P" + Percentile.text(percentile),
            Unit.NANOS, results.percentile(engine(rate), Series.RESPONSE, percentile)).ordersPerMessage(orders))
            .toList();
    }

    /** For each round the highest rate up to which its forks kept all rates; 0 where the first was missed. */
    private static Figure lastSustained(final Results results, final List<Long> rates, final int rounds)
    {
        final List<Double> byRound = new ArrayList<>();
        for (int round = 0; round < rounds; round++)
        {
            double last = 0;
            for (final long rate : rates)
            {
                final List<ForkResult> forks = results.of(engine(rate));
                if (forks.isEmpty() || !isSustainedBy(forks.get(round)))
                {
                    break;
                }
                last = rate;
            }
            byRound.add(last);
        }
        return new Figure(byRound);
    }

    private static boolean isSustainedBy(final ForkResult fork)
    {
        return PlannedRate.isKeptBy(fork) && fork.percentile(Series.RESPONSE, 50) <= SATURATED_NANOS;
    }

    private static String text(final long rate)
    {
        return rate >= 1_000_000 ? rate / 1_000_000 + " M/s" : rate / 1_000 + " k/s";
    }

    private static String engine(final long rate)
    {
        return "engine " + text(rate);
    }
}
