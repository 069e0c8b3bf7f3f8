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
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.gate.MetricRule;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Ingress to order bytes in a closed loop, and the whole molecule flat out: the engine on one node against
 * the hand-written loop, run to completion.
 */
final class TickToTrade implements Scenario
{
    private static final double LIMIT = 1.3;
    private static final String FLOOR = "floor closed loop";
    private static final String ENGINE = "engine closed loop";
    private static final String FLOOR_FLAT_OUT = "floor flat out";
    private static final String ENGINE_FLAT_OUT = "engine flat out";

    private final Feed feed;

    TickToTrade(final Feed feed)
    {
        this.feed = feed;
    }

    @Override
    public String name()
    {
        return "t2t-" + feed;
    }

    @Override
    public String description()
    {
        return "tick to trade, closed loop and flat out, one node, " + feed + " feed: floor and engine";
    }

    private long messages(final BenchOptions options)
    {
        return feed == Feed.RECORDED ? options.size().recordedMessages() : options.size().generatedMessages();
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return feed == Feed.RECORDED;
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        final long messages = messages(options);
        return new GatePlan(List.of(
            Subject.of(ENGINE, FeedArguments.engine(EngineSpec.ONE_NODE, feed, options, messages, Pace.CLOSED)),
            Subject.of(ENGINE_FLAT_OUT,
                FeedArguments.engine(EngineSpec.ONE_NODE, feed, options, messages, Pace.FLAT_OUT))), List.of(
            GateMetric.percentile("tick to trade, P50", MetricRule.TYPICAL, ENGINE, Series.SERVICE, 50),
            GateMetric.percentile("tick to trade, P99", MetricRule.UPPER, ENGINE, Series.SERVICE, 99),
            GateMetric.percentile("tick to trade, P99.9", MetricRule.TAIL, ENGINE, Series.SERVICE, 99.9),
            GateMetric.number("flat out", Unit.MILLIONS_PER_SECOND, ENGINE_FLAT_OUT, Measure.MESSAGES_PER_SECOND)));
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final long messages = messages(options);
        final OrderCheck bytes = OrderCheck.byBytes(feed, run);
        final Results results = run.measure(List.of(
            Subject.of(FLOOR, FeedArguments.of("floor", feed, options, messages, Pace.CLOSED)),
            Subject.of(ENGINE,
                FeedArguments.engine(EngineSpec.ONE_NODE, feed, options, messages, Pace.CLOSED)),
            Subject.of(FLOOR_FLAT_OUT, FeedArguments.of("floor", feed, options, messages, Pace.FLAT_OUT)),
            Subject.of(ENGINE_FLAT_OUT,
                FeedArguments.engine(EngineSpec.ONE_NODE, feed, options, messages, Pace.FLAT_OUT))));
        final OrderCheck count =
            OrderCheck.byCount(results, List.of(FLOOR, ENGINE, FLOOR_FLAT_OUT, ENGINE_FLAT_OUT));
        final List<LatencySeries> pictures = List.of(
            results.merged(FLOOR, Series.SERVICE, "floor"), results.merged(ENGINE, Series.SERVICE, "engine"));
        return new Outcome(rows(results, FeedTargets.of(feed, options), options.size().isSmoke()),
            List.of(FeedArguments.note(feed, options, messages), bytes.finding(), count.finding(),
            orderingMessages(results)), pictures, bytes.isSame() && count.isSame());
    }

    private static String orderingMessages(final Results results)
    {
        final double timed = results.of(ENGINE).get(0).series(Series.SERVICE).histogram().getTotalCount();
        final double messages = results.of(ENGINE).get(0).number(Measure.MESSAGES);
        return String.format(Locale.ROOT, "latencies are those of the messages that caused an order: 1 in %.0f",
            messages / Math.max(1, timed));
    }

    private List<Row> rows(final Results results, final FeedTargets targets, final boolean smoke)
    {
        final double limit = smoke ? Ratio.NO_LIMIT : LIMIT;
        final double orders = results.number(ENGINE, Measure.ORDERS_PER_MESSAGE).median();
        final List<Row> rows = new ArrayList<>();
        rows.add(latency(results, "P50", 50, limit).target(targets.p50()));
        rows.add(latency(results, "P90", 90, limit).target(targets.p90()));
        rows.add(latency(results, "P99", 99, Ratio.NO_LIMIT));
        rows.add(latency(results, "P99.9", 99.9, Ratio.NO_LIMIT));
        rows.add(flatOut(results, "every message", Unit.NANOS, Measure.NANOS_PER_MESSAGE, Target.NONE,
            Ratio.NO_LIMIT));
        rows.add(flatOut(results, "messages", Unit.MILLIONS_PER_SECOND, Measure.MESSAGES_PER_SECOND,
            targets.messagesPerSecond(), limit));
        rows.add(flatOut(results, "orders", Unit.MILLIONS_PER_SECOND, Measure.ORDERS_PER_SECOND,
            targets.ordersPerSecond(), Ratio.NO_LIMIT));
        return rows.stream().map(row -> row.ordersPerMessage(orders)).toList();
    }

    private Row latency(final Results results, final String what, final double percentile, final double limit)
    {
        final Figure floor = results.percentile(FLOOR, Series.SERVICE, percentile);
        return Row.reported(feed + ", closed loop, " + what, Unit.NANOS,
            results.percentile(ENGINE, Series.SERVICE, percentile)).against("floor", floor, limit);
    }

    private Row flatOut(
        final Results results,
        final String what,
        final Unit unit,
        final Measure measure,
        final Target target,
        final double limit)
    {
        return Row.reported(feed + ", flat out, " + what, unit,
            results.number(ENGINE_FLAT_OUT, measure))
            .target(target).against("floor", results.number(FLOOR_FLAT_OUT, measure), limit);
    }
}
