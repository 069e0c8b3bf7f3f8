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

import java.util.List;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. The pre-trade check, timed singly and in throughput, beside a bare touch of as much memory. */
final class RiskCheck implements Scenario
{
    private static final String BENCHMARK = "risk.PreTradeCheckBenchmark.";
    private static final String SINGLY = "singly";
    private static final String THROUGHPUT = "throughput";
    private static final String IN_CACHE = "inCache";
    private static final String TOUCH_SINGLY = "touchSingly";
    private static final String TOUCH_THROUGHPUT = "touchThroughput";
    private static final Target SINGLY_TARGET = Target.of(60);
    private static final Target THROUGHPUT_TARGET = Target.of(20);

    @Override
    public String name()
    {
        return "risk";
    }

    @Override
    public String description()
    {
        return "pre-trade check over 5 000 instruments x 50 accounts, Zipf access: singly and in throughput (JMH)";
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        return new GatePlan(List.of(IN_CACHE, THROUGHPUT).stream().map(method ->
            Subject.jmh(method, JmhArguments.forGate(options, BENCHMARK + method))).toList(), List.of(
            GateMetric.best("risk check, in cache", IN_CACHE),
            GateMetric.best("risk check, 5 000 x 50 tables", THROUGHPUT),
            GateMetric.allocation("risk check, allocation", THROUGHPUT)));
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Results results = run.measure(
            List.of(SINGLY, TOUCH_SINGLY, THROUGHPUT, TOUCH_THROUGHPUT).stream().map(method ->
            Subject.jmh(method, JmhArguments.of(run.options(), BENCHMARK + method))).toList());
        final boolean judged = !run.options().size().isSmoke();
        return Outcome.of(List.of(
            row(results, "risk check, timed singly, mean", SINGLY, Measure.OPERATION_UNDISTURBED_NANOS)
            .target(judged ? SINGLY_TARGET : Target.NONE),
            row(results, "risk check, timed singly, mean with stalls", SINGLY, Measure.OPERATION_NANOS),
            row(results, "risk check, timed singly, P50", SINGLY, Measure.OPERATION_P50_NANOS),
            row(results, "risk check, timed singly, P90", SINGLY, Measure.OPERATION_P90_NANOS),
            row(results, "risk check, throughput", THROUGHPUT, Measure.OPERATION_NANOS)
            .target(judged ? THROUGHPUT_TARGET : Target.NONE),
            Allocation.row("risk check", results, judged)),
            List.of("timed singly: the clock pair is included; the bare touch reads one word of each record that a " +
            "check reads, in tables of the same size",
            "the mean leaves out samples over 5 us, in which the host took the core away; that with stalls has all"));
    }

    private static Row row(final Results results, final String what, final String method, final Measure measure)
    {
        return Row.reported(what, Unit.NANOS, results.number(method, measure))
            .against("bare touch", results.number(SINGLY.equals(method) ? TOUCH_SINGLY : TOUCH_THROUGHPUT, measure),
            Ratio.NO_LIMIT);
    }
}
