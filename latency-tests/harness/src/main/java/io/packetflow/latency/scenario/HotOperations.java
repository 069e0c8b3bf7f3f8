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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

/** Cold path. The operations that all else is made of; reported, and held to allocating nothing. */
final class HotOperations implements Scenario
{
    private static final Map<String, String> BENCHMARKS = benchmarks();

    private static Map<String, String> benchmarks()
    {
        final Map<String, String> benchmarks = new LinkedHashMap<>();
        benchmarks.put("ITCH decode, a message", "codec.ItchDecodeBenchmark.decode");
        benchmarks.put("OUCH encode, enter", "codec.OuchEncodeBenchmark.enter");
        benchmarks.put("OUCH encode, replace", "codec.OuchEncodeBenchmark.replace");
        benchmarks.put("OUCH encode, cancel", "codec.OuchEncodeBenchmark.cancel");
        benchmarks.put("ring cycle in one thread, cursor", "ring.RingCycleBenchmark.cursor");
        benchmarks.put("ring cycle in one thread, in slot", "ring.RingCycleBenchmark.inSlot");
        benchmarks.put("ring cycle in one thread, stock Disruptor", "alternatives.DisruptorCycleBenchmark.heapEvents");
        benchmarks.put("LongTable, get", "table.LongTableBenchmark.get");
        benchmarks.put("LongTable, put and remove", "table.LongTableBenchmark.putAndRemove");
        benchmarks.put("route of a packet, by condition and hash", "routing.RoutingTableBenchmark.route");
        return benchmarks;
    }

    @Override
    public String name()
    {
        return "operations";
    }

    @Override
    public String description()
    {
        return "ITCH decode, OUCH encode, ring cycle, table, route: one operation each, and 0 B allocated (JMH)";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        final List<String> ours =
            BENCHMARKS.keySet().stream().filter(what -> !BENCHMARKS.get(what).startsWith("alternatives.")).toList();
        return new GatePlan(
            ours.stream().map(what -> Subject.jmh(what, forGate(options, BENCHMARKS.get(what)))).toList(),
            ours.stream().map(what ->
            GateMetric.best(what, what)).toList());
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final Results results = run.measure(BENCHMARKS.entrySet().stream().map(entry ->
            Subject.jmh(entry.getKey(), arguments(options, entry.getValue()))).toList());
        final List<Row> rows = new ArrayList<>();
        BENCHMARKS.keySet().forEach(what ->
            rows.add(Row.reported(what, Unit.NANOS, results.number(what, Measure.OPERATION_NANOS))));
        rows.add(Allocation.row("operations", results, !options.size().isSmoke()));
        return Outcome.of(rows, List.of());
    }

    private static List<String> forGate(final BenchOptions options, final String benchmark)
    {
        return benchmark.startsWith("codec.Itch") ?
            JmhArguments.forGate(options, benchmark, feed(options)) : JmhArguments.forGate(options, benchmark);
    }

    private static String feed(final BenchOptions options)
    {
        return "feed=" + Feed.RECORDED.spec(options, options.size().hopEvents());
    }

    private static List<String> arguments(final BenchOptions options, final String benchmark)
    {
        return benchmark.startsWith("codec.Itch") ?
            JmhArguments.of(options, benchmark, feed(options)) :
            JmhArguments.of(options, benchmark);
    }
}
