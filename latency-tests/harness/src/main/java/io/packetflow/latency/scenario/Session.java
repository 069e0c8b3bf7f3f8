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
 * Cold path. A session of a minute in an open loop, as bursty as the market: the recorded feed by its own time stamps,
 * or a generated one by an arrival process with the recording's parameters; once at its pace and once at eight times
 * that. Reported as STAC-T1 reports: mean, P99, maximum and standard deviation, of response and of service time, beside
 * the achieved rate.
 *
 * <p>The recording is the early morning of one symbol: 0.57 messages a second. Its pace here is 100 000 a second in the
 * mean, as in the other open loops, all gaps shortened alike; what lay 45 us apart then is sent at the same time.
 *
 * <p>Targets are those of the thesis, 7.2.1 and 8.1: tick to trade 347 ns in the mean with a jitter of 50 ns, which
 * service time is held against, and 34 us at P99, for the response.
 */
final class Session implements Scenario
{
    private static final long PER_SECOND = 100_000;
    private static final List<Integer> MULTIPLES = List.of(1, 8);
    /** A generated market is in memory as a whole, so a session of it may have to be shorter. */
    private static final long MOST_GENERATED = 6_000_000;
    private static final Target MEAN = Target.of(347);
    private static final Target JITTER = Target.of(50);
    private static final Target P99 = Target.of(34_000);

    @Override
    public String name()
    {
        return "session";
    }

    @Override
    public String description()
    {
        return "a session of 60 s with the recorded feed's bursts, open loop at 1 and 8 times 100 000 messages/s";
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
        final List<Subject> subjects = new ArrayList<>();
        for (final int multiple : MULTIPLES)
        {
            final long messages = messages(options, multiple);
            final Pace pace = Pace.bursty(multiple * PER_SECOND);
            subjects.add(Subject.of(floor(multiple),
                FeedArguments.of("floor", Feed.RECORDED, options, messages, pace)));
            subjects.add(Subject.of(engine(multiple),
                FeedArguments.engine(EngineSpec.ONE_NODE, Feed.RECORDED, options, messages, pace)));
        }
        final Results results = run.measure(subjects);
        final List<Row> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final List<LatencySeries> pictures = new ArrayList<>();
        notes.add(FeedArguments.note(Feed.RECORDED, options, messages(options, 1)));
        for (final int multiple : MULTIPLES)
        {
            final PlannedRate rate = PlannedRate.of(results, engine(multiple));
            rows.addAll(rows(results, multiple, rate, options));
            notes.add(rate.remark() + String.format(Locale.ROOT, ", for %.1f s",
                results.number(engine(multiple), Measure.MESSAGES).median() / rate.achieved().median()));
            notes.add(PlannedRate.of(results, floor(multiple)).remark());
            pictures.add(results.merged(engine(multiple), Series.RESPONSE, engine(multiple)));
            pictures.add(results.merged(floor(multiple), Series.RESPONSE, floor(multiple)));
        }
        notes.add(options.recorded() == null ?
            "arrivals: drawn, a Markov-modulated Poisson process with the recorded feed's parameters" :
            "arrivals: the recording's own time stamps, all gaps shortened alike, over and over");
        return new Outcome(rows, notes, pictures, true);
    }

    private static long messages(final BenchOptions options, final int multiple)
    {
        final long wanted = Math.round(options.size().sessionSeconds() * multiple * PER_SECOND);
        return options.recorded() == null ? Math.min(wanted, MOST_GENERATED) : wanted;
    }

    private static List<Row> rows(
        final Results results, final int multiple, final PlannedRate rate, final BenchOptions options)
    {
        final boolean fits = Feed.RECORDED.isWhatTargetsMean(options);
        final boolean judged = fits && multiple == 1 && rate.isKept();
        final double orders = results.number(engine(multiple), Measure.ORDERS_PER_MESSAGE).median();
        final List<Row> rows = new ArrayList<>();
        rows.add(rate.row(what(multiple, "messages"), !options.size().isSmoke()));
        for (final String series : List.of(Series.RESPONSE, Series.SERVICE))
        {
            final boolean isService = Series.SERVICE.equals(series);
            rows.add(row(what(multiple, series + " mean"), results.mean(engine(multiple), series),
                results.mean(floor(multiple), series), judged && isService ? MEAN : Target.NONE));
            rows.add(row(what(multiple, series + " P99"), results.percentile(engine(multiple), series, 99),
                results.percentile(floor(multiple), series, 99), judged && !isService ? P99 : Target.NONE));
            rows.add(row(what(multiple, series + " max"), results.percentile(engine(multiple), series, 100),
                results.percentile(floor(multiple), series, 100), Target.NONE));
            rows.add(row(what(multiple, series + " deviation"), results.deviation(engine(multiple), series),
                results.deviation(floor(multiple), series), judged && isService ? JITTER : Target.NONE));
        }
        return rows.stream().map(row -> row.ordersPerMessage(orders)).toList();
    }

    private static Row row(final String what, final Figure engine, final Figure floor, final Target target)
    {
        return Row.reported(what, Unit.NANOS, engine).against("floor", floor, Ratio.NO_LIMIT).target(target);
    }

    private static String what(final int multiple, final String what)
    {
        return "session, " + multiple + "x, " + what;
    }

    private static String engine(final int multiple)
    {
        return "engine " + multiple + "x";
    }

    private static String floor(final int multiple)
    {
        return "floor " + multiple + "x";
    }
}
