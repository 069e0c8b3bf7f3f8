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
import java.util.Optional;

import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
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
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/**
 * Cold path. The targets that the TradingEngine itself declares (architecture, idea 7), asserted: tick to trade in an
 * open loop, from the planned send time; the risk check timed singly; orders a second flat out. On a virtual machine
 * an absolute target cannot be assessed: the line says so, with the floor of the same run beside it.
 */
final class ProgramTargets implements Scenario
{
    private static final long RATE = 100_000;
    private static final String ENGINE = "engine";
    private static final String FLOOR = "floor";
    private static final String ENGINE_FLAT_OUT = "engine flat out";
    private static final String FLOOR_FLAT_OUT = "floor flat out";
    private static final String RISK = "risk check";
    private static final String TOUCH = "bare touch";
    private static final String BENCHMARK = "risk.PreTradeCheckBenchmark.";
    private static final int SYMBOLS = 1;
    private static final int LIVE_ORDERS = 1_000;

    @Override
    public String name()
    {
        return "targets";
    }

    @Override
    public String description()
    {
        return "the targets that the TradingEngine declares: tick to trade, risk check, orders a second";
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
        final Results results = run.measure(subjects(options));
        final List<Row> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final long messages = options.size().openLoopMessages(RATE);
        notes.add(FeedArguments.note(Feed.RECORDED, options, messages));
        final Molecule molecule =
            TradingEngine.molecule(TradingConfig.simulation(SYMBOLS, LIVE_ORDERS), HugePages.OFF);
        final String obstacle = obstacle(options, results);
        for (final DeclaredTarget target : molecule.targets())
        {
            final Optional<Row> row = row(target, results);
            row.ifPresentOrElse(
                one -> rows.add(one.target(Target.of(target.limit())).notAssessable(obstacle)),
                () -> notes.add(target + " is not measured: the risk check is timed at P50, P90 and P99 only"));
        }
        return Outcome.of(rows, notes);
    }

    private static List<Subject> subjects(final BenchOptions options)
    {
        final long paced = options.size().openLoopMessages(RATE);
        final long flatOut = options.size().recordedMessages();
        final Pace pace = Pace.perSecond(RATE);
        return List.of(
            Subject.of(FLOOR, FeedArguments.of("floor", Feed.RECORDED, options, paced, pace)),
            Subject.of(ENGINE,
                FeedArguments.engine(EngineSpec.ONE_NODE, Feed.RECORDED, options, paced, pace)),
            Subject.of(FLOOR_FLAT_OUT,
                FeedArguments.of("floor", Feed.RECORDED, options, flatOut, Pace.FLAT_OUT)),
            Subject.of(ENGINE_FLAT_OUT,
                FeedArguments.engine(EngineSpec.ONE_NODE, Feed.RECORDED, options, flatOut, Pace.FLAT_OUT)),
            Subject.jmh(RISK, JmhArguments.of(options, BENCHMARK + "singly")),
            Subject.jmh(TOUCH, JmhArguments.of(options, BENCHMARK + "touchSingly")));
    }

    private static Optional<Row> row(final DeclaredTarget target, final Results results)
    {
        return switch (target.name())
        {
            case TICK_TO_TRADE -> Optional.of(row(target + ", open loop 100 k/s, response", Unit.NANOS,
                results.percentile(ENGINE, Series.RESPONSE, target.percentile()), FLOOR,
                results.percentile(FLOOR, Series.RESPONSE, target.percentile())));
            case RISK_CHECK_LATENCY -> riskMeasure(target.percentile()).map(measure ->
                row(target + ", timed singly", Unit.NANOS, results.number(RISK, measure), TOUCH,
                results.number(TOUCH, measure)));
            case ORDER_RATE -> Optional.of(row(target + ", flat out", Unit.MILLIONS_PER_SECOND,
                results.number(ENGINE_FLAT_OUT, Measure.ORDERS_PER_SECOND), FLOOR,
                results.number(FLOOR_FLAT_OUT, Measure.ORDERS_PER_SECOND)));
        };
    }

    private static Row row(
        final String what, final Unit unit, final Figure ours, final String otherName, final Figure other)
    {
        return Row.reported(what, unit, ours).against(otherName, other, Ratio.NO_LIMIT);
    }

    private static Optional<Measure> riskMeasure(final double percentile)
    {
        return percentile == 50 ? Optional.of(Measure.OPERATION_P50_NANOS) :
            percentile == 90 ? Optional.of(Measure.OPERATION_P90_NANOS) :
            percentile == 99 ? Optional.of(Measure.OPERATION_P99_NANOS) : Optional.empty();
    }

    private static String obstacle(final BenchOptions options, final Results results)
    {
        if (options.size().isSmoke())
        {
            return "a smoke run";
        }
        final HostFingerprint host = results.of(ENGINE).get(0).host();
        return host.isVirtual() ? String.format(Locale.ROOT, "a virtual machine, where the floor reaches %,.0f ns",
            results.percentile(FLOOR, Series.RESPONSE, DeclaredTarget.DEFAULT_PERCENTILE).median()) : "";
    }
}
