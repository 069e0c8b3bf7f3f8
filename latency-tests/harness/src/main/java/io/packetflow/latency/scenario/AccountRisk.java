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

/**
 * Cold path. Value at risk of a trading account: a fill and the answer after it, and the whole portfolio anew, beside
 * loops over arrays by hand. The targets are those of thesis 7.4.4, 145 us for a risk calculation beside trading, and
 * 8.4.2, 8.2 ms for one of a bank.
 */
final class AccountRisk implements Scenario
{
    private static final String BENCHMARK = "risk.ValueAtRiskBenchmark.";
    private static final String FILL = "fill";
    private static final String PRICE = "price";
    private static final String NORMAL = "deltaNormal";
    private static final String REVALUE = "revalue";
    private static final String BY_HAND = "ByHand";
    private static final String IN_DOUBLES = "InDoubles";
    private static final List<String> METHODS = List.of(FILL, FILL + BY_HAND, FILL + IN_DOUBLES, PRICE, NORMAL,
        REVALUE, REVALUE + BY_HAND, REVALUE + IN_DOUBLES);
    private static final Target FILL_TARGET = Target.of(145_000);
    private static final Target REVALUE_TARGET = Target.of(8.2e6);

    @Override
    public String name()
    {
        return "var";
    }

    @Override
    public String description()
    {
        return "value at risk, 5 000 instruments x 500 scenarios: a fill and the answer, and a full revaluation (JMH)";
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        return new GatePlan(List.of(FILL, REVALUE).stream().map(method ->
            Subject.jmh(method, JmhArguments.forGate(options, BENCHMARK + method))).toList(), List.of(
            GateMetric.best("VaR, a fill and the answer", FILL),
            GateMetric.best("VaR, full revaluation", REVALUE),
            GateMetric.allocation("VaR, allocation", FILL)));
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Results results = run.measure(METHODS.stream().map(method ->
            Subject.jmh(method, JmhArguments.of(run.options(), BENCHMARK + method))).toList());
        final boolean judged = !run.options().size().isSmoke();
        final List<Row> rows = new ArrayList<>();
        rows.add(against(results, "VaR, a fill and the 99 % answer, mean", FILL, BY_HAND)
            .target(judged ? FILL_TARGET : Target.NONE));
        rows.add(against(results, "VaR, a fill and the 99 % answer, mean", FILL, IN_DOUBLES));
        rows.add(row(results, "VaR, a price for 50 accounts", PRICE));
        rows.add(row(results, "VaR delta-normal, 20 factors, a fill and the 99 % answer", NORMAL));
        rows.add(against(results, "VaR, full revaluation and the 99 % answer", REVALUE, BY_HAND)
            .target(judged ? REVALUE_TARGET : Target.NONE));
        rows.add(against(results, "VaR, full revaluation and the 99 % answer", REVALUE, IN_DOUBLES));
        rows.add(Allocation.row("VaR, a fill and the answer", results, List.of(FILL, PRICE, NORMAL), judged));
        return Outcome.of(rows, List.of(
            "by hand: the same integers in loops over int[] and long[], unchecked; in doubles: over double[], which " +
            "rounds as it goes, takes twice the memory, and cannot be updated for long without drifting",
            "one account of 50 is filled and asked at a time, by Zipf's law; the revalued one holds all instruments",
            "a revaluation takes so long that what JMH itself allocates would show in it; a test counts its bytes"));
    }

    private static Row row(final Results results, final String what, final String method)
    {
        return Row.reported(what, Unit.NANOS, results.number(method, Measure.OPERATION_NANOS));
    }

    private static Row against(final Results results, final String what, final String method, final String floor)
    {
        return row(results, what, method).against(BY_HAND.equals(floor) ? "by hand" : "in doubles",
            results.number(method + floor, Measure.OPERATION_NANOS), Ratio.NO_LIMIT);
    }
}
