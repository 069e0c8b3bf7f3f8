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

/** Cold path. Ingress to order bytes across one hop: fused with both kinds of publication, and strict. */
final class OneHop implements Scenario
{
    private static final long RATE = 100_000;
    private static final Target TARGET = Target.of(280);
    private static final String FLOOR = "floor, cursor";
    private static final String FLOOR_IN_SLOT = "floor, in slot";
    private static final String FUSED = "fused, cursor";
    private static final String IN_SLOT = "fused, in slot";
    private static final String STRICT = "strict, cursor";

    @Override
    public String name()
    {
        return "one-hop";
    }

    @Override
    public String description()
    {
        return "tick to trade across one hop (two nodes), recorded feed at 100 000 messages/s: fused and strict";
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
        final long messages = options.size().openLoopMessages(RATE);
        final Results results = run.measure(List.of(
            floor(FLOOR, "CURSOR", options),
            floor(FLOOR_IN_SLOT, "IN_SLOT", options),
            engine(FUSED, new EngineSpec("fused", "two-nodes", "cursor", ""), options),
            engine(IN_SLOT, new EngineSpec("fused", "two-nodes", "in-slot", ""), options),
            engine(STRICT, new EngineSpec("strict", "two-nodes", "cursor", ""), options)));
        final List<Row> rows = new ArrayList<>();
        final Target target = Feed.RECORDED.isWhatTargetsMean(options) ? TARGET : Target.NONE;
        rows.add(row(results, FUSED, FLOOR, Series.SERVICE, 50).target(target));
        rows.add(row(results, FUSED, FLOOR, Series.SERVICE, 90));
        rows.add(row(results, FUSED, FLOOR, Series.RESPONSE, 50));
        rows.add(row(results, IN_SLOT, FLOOR_IN_SLOT, Series.SERVICE, 50));
        rows.add(row(results, IN_SLOT, FLOOR_IN_SLOT, Series.SERVICE, 90));
        rows.add(row(results, STRICT, FLOOR, Series.SERVICE, 50));
        rows.add(row(results, STRICT, FLOOR, Series.SERVICE, 90));
        return new Outcome(rows, List.of(FeedArguments.note(Feed.RECORDED, options, messages),
            "two spinning threads leave no core to the kernel where there are only two: look at medians, not at tails"),
            List.of(FLOOR, FLOOR_IN_SLOT, FUSED, IN_SLOT, STRICT).stream()
            .map(subject -> results.merged(subject, Series.SERVICE, subject)).toList(), true);
    }

    private static Subject floor(final String name, final String publication, final BenchOptions options)
    {
        final List<String> arguments = new ArrayList<>(FeedArguments.of("floor-hop", Feed.RECORDED, options,
            options.size().openLoopMessages(RATE), Pace.perSecond(RATE)));
        arguments.addAll(List.of("--publication", publication));
        return Subject.of(name, arguments);
    }

    private static Subject engine(final String name, final EngineSpec spec, final BenchOptions options)
    {
        return Subject.of(name, FeedArguments.engine(spec, Feed.RECORDED, options,
            options.size().openLoopMessages(RATE), Pace.perSecond(RATE)));
    }

    private static Row row(
        final Results results,
        final String subject,
        final String floor,
        final String series,
        final double percentile)
    {
        return Row.reported(String.format("one hop, %s, %s P%.0f", subject, series, percentile), Unit.NANOS,
            results.percentile(subject, series, percentile))
            .against(floor, results.percentile(floor, series, percentile), Ratio.NO_LIMIT)
            .ordersPerMessage(results.number(subject, Measure.ORDERS_PER_MESSAGE).median());
    }
}
