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
import java.util.Arrays;
import java.util.List;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. The order book, for one message of a feed: decoded and applied. */
final class OrderBook implements Scenario
{
    private static final String BENCHMARK = "book.OrderBookBenchmark.apply";

    @Override
    public String name()
    {
        return "book";
    }

    @Override
    public String description()
    {
        return "order book, one operation, on the three feeds (JMH)";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        return new GatePlan(Arrays.stream(Feed.values()).map(feed -> Subject.jmh(feed.toString(),
            JmhArguments.forGate(options, BENCHMARK, "feed=" + feed.spec(options, messages(options))))).toList(),
            Arrays.stream(Feed.values()).map(feed ->
            GateMetric.best("order book, " + feed, feed.toString())).toList());
    }

    private static List<Subject> subjects(final BenchOptions options)
    {
        return Arrays.stream(Feed.values()).map(feed -> Subject.jmh(feed.toString(),
            JmhArguments.of(options, BENCHMARK, "feed=" + feed.spec(options, messages(options))))).toList();
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final Results results = run.measure(subjects(options));
        final List<Row> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        for (final Feed feed : Feed.values())
        {
            rows.add(Row.reported("order book, an operation, " + feed, Unit.NANOS,
                results.number(feed.toString(), Measure.OPERATION_NANOS))
                .target(FeedTargets.of(feed, options).book()));
            notes.add(feed + " " + FeedArguments.note(feed, options, messages(options)));
        }
        rows.add(Allocation.row("order book", results, !options.size().isSmoke()));
        return Outcome.of(rows, notes);
    }

    private static long messages(final BenchOptions options)
    {
        return options.size().generatedMessages();
    }
}
