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
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Order messages through the simulated venue: how many a second, and how long it takes to match one. The
 * target is the sustained order rate of thesis 8.1, 1.2 million a second.
 */
final class OrderMatching implements Scenario
{
    private static final String VENUE = "venue";
    private static final Target TARGET = Target.of(1.2e6);

    @Override
    public String name()
    {
        return "matching";
    }

    @Override
    public String description()
    {
        return "order messages through the simulated venue: a second, and how long each takes to match";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Size size = run.options().size();
        final Results results = run.measure(List.of(
            Subject.of(VENUE, List.of("matching", "--orders", Long.toString(size.matchedOrders())))));
        final List<Row> rows = new ArrayList<>();
        rows.add(Row.reported("matching, order messages", Unit.MILLIONS_PER_SECOND,
            results.number(VENUE, Measure.ORDERS_PER_SECOND)).target(size.isSmoke() ? Target.NONE : TARGET));
        for (final String series : List.of(Series.MATCHING, Series.INSIDE))
        {
            final String what = Series.MATCHING.equals(series) ? "matching, order message, P" :
                "matching, change of the inside, P";
            rows.add(row(results, what + "50", series, 50));
            rows.add(row(results, what + "99", series, 99));
            rows.add(row(results, what + "99.9", series, 99.9));
        }
        return new Outcome(rows, List.of("the venue: " + results.of(VENUE).get(0).texts().get("venue"),
            "a second: each order message follows a change of the inside; encoding and taking the answers are included",
            "timed singly: the clock pair is included, encoding and taking the answers are not"),
            List.of(results.merged(VENUE, Series.MATCHING, "order message"),
            results.merged(VENUE, Series.INSIDE, "change of the inside")), true);
    }

    private static Row row(final Results results, final String what, final String series, final double percentile)
    {
        return Row.reported(what, Unit.NANOS, results.percentile(VENUE, series, percentile));
    }
}
