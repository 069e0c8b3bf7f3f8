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

import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.gate.MetricRule;
import io.packetflow.latency.load.Pace;
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
 * Cold path. What the journal costs: tick to trade with the output's gate and without, on one node and on two, flat
 * out, and what an order waits for the disk.
 */
final class Journaled implements Scenario
{
    private static final long RATE = 100_000;
    /** What two segments hold with room to spare. */
    private static final long PREPARED_MESSAGES = 2_500_000;
    private static final long SUSTAINED = 4;
    private static final double TWO_NODES_LIMIT = 1.1;
    private static final double FLAT_OUT_LIMIT = 1.25;
    private static final double GROUP_P50_NANOS = 250_000;
    private static final double GROUP_P99_NANOS = 3_500_000;
    private static final EngineSpec TWO_NODES = new EngineSpec("fused", "two-nodes", "cursor", "");
    private static final String PROCESS_SAFE = "process-safe";
    private static final String ONE = "one node";
    private static final String ONE_GATED = "one node, process-safe";
    private static final String TWO = "two nodes";
    private static final String TWO_GATED = "two nodes, process-safe";
    private static final String FLAT_OUT = "flat out";
    private static final String FLAT_OUT_GATED = "flat out, process-safe";
    private static final String LONG_RUN = "flat out, process-safe, over many segments";
    private static final String GROUP = "one node, group";

    @Override
    public String name()
    {
        return "journal";
    }

    @Override
    public String description()
    {
        return "tick to trade with and without the journal's gate: one node, two nodes, flat out, group commit";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        final long messages = Math.min(options.size().recordedMessages(), PREPARED_MESSAGES);
        final EngineSpec gated = EngineSpec.ONE_NODE.journaled(PROCESS_SAFE);
        return new GatePlan(List.of(engine(ONE_GATED, gated, options, messages, Pace.CLOSED),
            engine(FLAT_OUT_GATED, gated, options, messages, Pace.FLAT_OUT)), List.of(
            GateMetric.percentile("journaled, P50", MetricRule.TYPICAL, ONE_GATED, Series.SERVICE, 50),
            GateMetric.percentile("journaled, P99", MetricRule.UPPER, ONE_GATED, Series.SERVICE, 99),
            GateMetric.number("journaled, flat out", Unit.NANOS, FLAT_OUT_GATED, Measure.NANOS_PER_MESSAGE)));
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final long closed = Math.min(options.size().recordedMessages(), PREPARED_MESSAGES);
        final long open = options.size().openLoopMessages(RATE);
        final Pace paced = Pace.perSecond(RATE);
        final Results results = run.measure(List.of(
            engine(ONE, EngineSpec.ONE_NODE, options, closed, Pace.CLOSED),
            engine(ONE_GATED, EngineSpec.ONE_NODE.journaled(PROCESS_SAFE), options, closed, Pace.CLOSED),
            engine(TWO, TWO_NODES, options, open, paced),
            engine(TWO_GATED, TWO_NODES.journaled(PROCESS_SAFE), options, open, paced),
            engine(FLAT_OUT, EngineSpec.ONE_NODE, options, closed, Pace.FLAT_OUT),
            engine(FLAT_OUT_GATED, EngineSpec.ONE_NODE.journaled(PROCESS_SAFE), options, closed, Pace.FLAT_OUT),
            engine(LONG_RUN, EngineSpec.ONE_NODE.journaled(PROCESS_SAFE), options, SUSTAINED * closed, Pace.FLAT_OUT),
            engine(GROUP, EngineSpec.ONE_NODE.journaled("group"), options, open, paced)));
        final boolean smoke = options.size().isSmoke();
        final List<Row> rows = new ArrayList<>();
        rows.add(service(results, ONE_GATED, ONE, 50, Ratio.NO_LIMIT));
        rows.add(service(results, ONE_GATED, ONE, 90, Ratio.NO_LIMIT));
        rows.add(service(results, TWO_GATED, TWO, 50, smoke ? Ratio.NO_LIMIT : TWO_NODES_LIMIT));
        rows.add(service(results, TWO_GATED, TWO, 90, Ratio.NO_LIMIT));
        rows.add(Row.reported(FLAT_OUT_GATED + ", every message", Unit.NANOS,
            results.number(FLAT_OUT_GATED, Measure.NANOS_PER_MESSAGE)).against("without a journal",
            results.number(FLAT_OUT, Measure.NANOS_PER_MESSAGE), smoke ? Ratio.NO_LIMIT : FLAT_OUT_LIMIT)
            .ordersPerMessage(results.number(FLAT_OUT, Measure.ORDERS_PER_MESSAGE).median()));
        rows.add(Row.reported(LONG_RUN + ", every message", Unit.NANOS,
            results.number(LONG_RUN, Measure.NANOS_PER_MESSAGE)));
        rows.add(group(results, 50, GROUP_P50_NANOS));
        rows.add(group(results, 99, GROUP_P99_NANOS));
        return Outcome.of(rows, List.of(FeedArguments.note(Feed.RECORDED, options, closed),
            "over many segments the disk decides: the zeros of each segment are written before it is appended to",
            "group: from the first byte of the message to the last of the order, which waits for the disk"));
    }

    private static Subject engine(
        final String name, final EngineSpec spec, final BenchOptions options, final long messages, final Pace pace)
    {
        return Subject.of(name, FeedArguments.engine(spec, Feed.RECORDED, options, messages, pace));
    }

    private static Row service(
        final Results results, final String gated, final String ungated, final double percentile, final double limit)
    {
        return Row.reported(String.format("%s, P%.0f", gated, percentile), Unit.NANOS,
            results.percentile(gated, Series.SERVICE, percentile))
            .against("without a journal", results.percentile(ungated, Series.SERVICE, percentile), limit)
            .ordersPerMessage(results.number(gated, Measure.ORDERS_PER_MESSAGE).median());
    }

    private static Row group(final Results results, final double percentile, final double targetNanos)
    {
        return Row.reported(String.format("%s at 100 000/s, P%.0f", GROUP, percentile), Unit.NANOS,
            results.percentile(GROUP, Series.SERVICE, percentile)).target(Target.of(targetNanos))
            .ordersPerMessage(results.number(GROUP, Measure.ORDERS_PER_MESSAGE).median());
    }
}
