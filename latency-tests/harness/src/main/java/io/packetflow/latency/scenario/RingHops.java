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

import io.packetflow.latency.fork.Series;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.ring.RingKind;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. One way through a ring, paced: ours, a bare cache line, the stock Disruptor. */
final class RingHops implements Scenario
{
    private static final Pace PACE = Pace.perSecond(1_000_000);
    private static final double LINE_LIMIT = 1.25;
    private static final double DISRUPTOR_LIMIT = 1.0;

    @Override
    public String name()
    {
        return "ring-hop";
    }

    @Override
    public String description()
    {
        return "one way through a ring, an event each microsecond: ours, a bare cache line, the stock Disruptor";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final String events = Long.toString(run.options().size().hopEvents());
        final Results results = run.measure(Arrays.stream(RingKind.values()).map(kind -> Subject.of(kind.toString(),
            List.of("ring-hop", "--ring", kind.toString(), "--pace", PACE.toString(), "--events", events))).toList());
        final boolean judged = !run.options().size().isSmoke();
        final List<Row> rows = new ArrayList<>();
        rows.add(row(results, RingKind.CURSOR, RingKind.LINE, 50, judged ? LINE_LIMIT : Ratio.NO_LIMIT));
        rows.add(row(results, RingKind.CURSOR, RingKind.DISRUPTOR, 50, judged ? DISRUPTOR_LIMIT : Ratio.NO_LIMIT));
        rows.add(
            row(results, RingKind.CURSOR, RingKind.DISRUPTOR_POLLER, 50, judged ? DISRUPTOR_LIMIT : Ratio.NO_LIMIT));
        rows.add(row(results, RingKind.CURSOR, RingKind.LINE, 90, Ratio.NO_LIMIT));
        rows.add(row(results, RingKind.IN_SLOT, RingKind.LINE, 50, Ratio.NO_LIMIT));
        rows.add(row(results, RingKind.IN_SLOT, RingKind.LINE, 90, Ratio.NO_LIMIT));
        return new Outcome(rows, List.of("the default publication is by the cursor, so that is judged"),
            Arrays.stream(RingKind.values())
            .map(kind -> results.merged(kind.toString(), Series.ONE_WAY, kind.toString())).toList(), true);
    }

    private static Row row(
        final Results results,
        final RingKind ours,
        final RingKind other,
        final double percentile,
        final double limit)
    {
        return Row.reported(String.format("ring, one way, %s P%.0f", ours, percentile), Unit.NANOS,
            results.percentile(ours.toString(), Series.ONE_WAY, percentile))
            .against(other.toString(), results.percentile(other.toString(), Series.ONE_WAY, percentile), limit);
    }
}
