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
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.ring.RingKind;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. Events of 64 bytes a second through a ring: ours and the stock Disruptor. */
final class RingThroughputs implements Scenario
{
    private static final Target TARGET = Target.of(120e6);
    private static final List<RingKind> KINDS = List.of(RingKind.CURSOR, RingKind.IN_SLOT, RingKind.DISRUPTOR);
    private static final List<Integer> BATCHES = List.of(1, 64);

    @Override
    public String name()
    {
        return "ring-throughput";
    }

    @Override
    public String description()
    {
        return "events of 64 bytes a second through a ring, published one by one and 64 at a time: ours, the stock " +
            "Disruptor";
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        final List<Subject> subjects = subjects(options, List.of(RingKind.CURSOR, RingKind.IN_SLOT));
        return new GatePlan(subjects, subjects.stream().map(subject -> GateMetric.number("ring, " + subject.name(),
            Unit.MILLIONS_PER_SECOND, subject.name(), Measure.EVENTS_PER_SECOND)).toList());
    }

    private static List<Subject> subjects(final BenchOptions options, final List<RingKind> kinds)
    {
        final String events = Long.toString(options.size().throughputEvents());
        final List<Subject> subjects = new ArrayList<>();
        for (final int batch : BATCHES)
        {
            kinds.forEach(kind -> subjects.add(Subject.of(subject(kind, batch), List.of("ring-throughput", "--ring",
                kind.toString(), "--batch", Integer.toString(batch), "--events", events))));
        }
        return subjects;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Results results = run.measure(subjects(run.options(), KINDS));
        final Target target = run.options().size().isSmoke() ? Target.NONE : TARGET;
        final List<Row> rows = new ArrayList<>();
        for (final int batch : BATCHES)
        {
            rows.add(row(results, RingKind.CURSOR, batch).target(target));
            rows.add(row(results, RingKind.IN_SLOT, batch));
        }
        return Outcome.of(rows, List.of("with the sequence in the slot it takes one of the eight words of an event"));
    }

    private static String subject(final RingKind kind, final int batch)
    {
        return kind + " by " + batch;
    }

    private static Row row(final Results results, final RingKind kind, final int batch)
    {
        final Figure disruptor =
            results.number(subject(RingKind.DISRUPTOR, batch), Measure.EVENTS_PER_SECOND);
        return Row.reported("ring, throughput, " + subject(kind, batch) + ", 64-byte events",
            Unit.MILLIONS_PER_SECOND, results.number(subject(kind, batch), Measure.EVENTS_PER_SECOND))
            .against("stock Disruptor", disruptor, Ratio.NO_LIMIT);
    }
}
