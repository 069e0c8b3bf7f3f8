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
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Ingress to order bytes in an open loop: each message has a planned send time, from which the response
 * counts, so that a stall shows in all messages behind it. A dummy that spins for the engine's own median shows which
 * tails are the host's.
 */
final class OpenLoop implements Scenario
{
    private static final List<Long> RATES = List.of(100_000L, 1_000_000L);
    private static final double DUMMY_LIMIT = 1.5;

    private final Feed feed;

    OpenLoop(final Feed feed)
    {
        this.feed = feed;
    }

    @Override
    public String name()
    {
        return "open-" + feed;
    }

    @Override
    public String description()
    {
        return "tick to trade, open loop at 100 000 and 1 M messages/s, " + feed + " feed: floor, engine, dummy";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return feed == Feed.RECORDED;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final List<Subject> subjects = new ArrayList<>();
        RATES.forEach(rate -> subjects.addAll(subjects(run.options(), rate)));
        final Results results = run.measure(subjects);

        final FeedTargets targets = FeedTargets.of(feed, run.options());
        final List<Row> rows = new ArrayList<>();
        final List<LatencySeries> pictures = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        notes.add(FeedArguments.note(feed, run.options(), run.options().size().openLoopMessages(RATES.get(0))));
        for (final long rate : RATES)
        {
            rows.addAll(rows(results, rate, targets, run.options().size().isSmoke()));
            notes.add("dummy at " + text(rate) + ": " + results.of(dummy(rate)).get(0).texts().get("plan"));
            pictures.add(results.merged(engine(rate), Series.RESPONSE, "engine, " + text(rate)));
            pictures.add(results.merged(dummy(rate), Series.RESPONSE, "dummy, " + text(rate)));
        }
        return new Outcome(rows, notes, pictures, true);
    }

    private List<Subject> subjects(final BenchOptions options, final long rate)
    {
        final long messages = options.size().openLoopMessages(rate);
        final Pace pace = Pace.perSecond(rate);
        return List.of(
            Subject.of(floor(rate), FeedArguments.of("floor", feed, options, messages, pace)),
            Subject.of(engine(rate), FeedArguments.engine(EngineSpec.ONE_NODE, feed, options, messages, pace)),
            Subject.depending(dummy(rate), soFar -> List.of("dummy", "--spin-nanos",
                Long.toString(spinNanos(soFar, rate)), "--messages", Long.toString(messages), "--pace",
                pace.toString())));
    }

    /** The dummy takes as long as the engine's median so far; in the first round the engine goes before it. */
    private static long spinNanos(final Results soFar, final long rate)
    {
        return Math.round(soFar.percentile(engine(rate), Series.SERVICE, 50).median());
    }

    private List<Row> rows(
        final Results results, final long rate, final FeedTargets targets, final boolean smoke)
    {
        final double limit = smoke ? Ratio.NO_LIMIT : DUMMY_LIMIT;
        final double orders = results.number(engine(rate), Measure.ORDERS_PER_MESSAGE).median();
        final List<Row> rows = new ArrayList<>();
        rows.add(row(results, rate, Series.RESPONSE, 50).target(FeedTargets.openLoop(targets.p50())));
        rows.add(row(results, rate, Series.RESPONSE, 90).target(FeedTargets.openLoop(targets.p90())));
        rows.add(row(results, rate, Series.SERVICE, 50));
        rows.add(row(results, rate, Series.SERVICE, 90));
        rows.add(row(results, rate, Series.SERVICE, 99));
        rows.add(tail(results, rate, 99, limit));
        rows.add(tail(results, rate, 99.9, limit));
        return rows.stream().map(row -> row.ordersPerMessage(orders)).toList();
    }

    private Row row(final Results results, final long rate, final String series, final double percentile)
    {
        final Figure floor = results.percentile(floor(rate), series, percentile);
        return Row.reported(what(rate, series, percentile), Unit.NANOS,
            results.percentile(engine(rate), series, percentile)).against("floor", floor, Ratio.NO_LIMIT);
    }

    private Row tail(final Results results, final long rate, final double percentile, final double limit)
    {
        final Figure dummy = results.percentile(dummy(rate), Series.RESPONSE, percentile);
        return Row.reported(what(rate, Series.RESPONSE, percentile), Unit.NANOS,
            results.percentile(engine(rate), Series.RESPONSE, percentile)).against("dummy", dummy, limit);
    }

    private String what(final long rate, final String series, final double percentile)
    {
        return String.format(Locale.ROOT, "%s, open loop %s, %s P%s", feed, text(rate), series,
            Percentile.text(percentile));
    }

    private static String text(final long rate)
    {
        return rate >= 1_000_000 ? rate / 1_000_000 + " M/s" : rate / 1_000 + " k/s";
    }

    private static String floor(final long rate)
    {
        return "floor " + text(rate);
    }

    private static String engine(final long rate)
    {
        return "engine " + text(rate);
    }

    private static String dummy(final long rate)
    {
        return "dummy " + text(rate);
    }
}
