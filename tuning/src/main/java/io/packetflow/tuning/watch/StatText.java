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
package io.packetflow.tuning.watch;

import static io.packetflow.tuning.watch.Figures.number;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;

/** Cold path. Counters for people: a table for each kind. What was not read is a dash. */
final class StatText
{
    private final EngineReading reading;
    private final List<CounterReading> counters;
    private final Figures figures;
    private final boolean isAll;

    private StatText(
        final EngineReading reading, final List<CounterReading> counters, final Figures figures, final boolean isAll)
    {
        this.isAll = isAll;
        this.reading = reading;
        this.counters = counters;
        this.figures = figures;
    }

    /**
     * Renders.
     *
     * @param reading of an engine
     * @param counters of it that are wanted
     * @param figures how numbers are written
     * @param isAll whether those of packets and molecule that are 0 are shown too
     * @return lines, each ended
     */
    static String render(
        final EngineReading reading, final List<CounterReading> counters, final Figures figures, final boolean isAll)
    {
        return new StatText(reading, counters, figures, isAll).render();
    }

    private String render()
    {
        final StringBuilder text = new StringBuilder(4_096).append(StatHeader.text(reading));
        for (final TextTable table : List.of(rings(), stages(), nodes(), journal(), latency(),
            values("packet counts", CounterKind.PACKETS), values("queue", CounterKind.QUEUE),
            values("stalls", CounterKind.STALLS), values("molecule", CounterKind.MOLECULE),
            values("other counters", CounterKind.OTHER)))
        {
            if (!table.isEmpty())
            {
                text.append(System.lineSeparator()).append(table.plain());
            }
        }
        if (counters.isEmpty())
        {
            text.append(System.lineSeparator()).append("no counter is shown: ").append(reading.counters().isEmpty() ?
                "the engine has none yet" : "--type or --label fit none of the " + reading.counters().size())
                .append(System.lineSeparator());
        }
        return text.toString();
    }

    private TextTable rings()
    {
        final TextTable table =
            new TextTable("ring", "cursor", "per s", "gating", "depth", "slots", "fill").right(1, 2, 3, 4, 5);
        for (final String ring : owners(CounterKind.RINGS))
        {
            final OptionalLong cursor = value(EngineCounter.RING_PUBLISHED, ring);
            final OptionalLong gating = value(EngineCounter.RING_GATING, ring);
            final OptionalLong slots = value(EngineCounter.RING_CAPACITY, ring);
            final OptionalLong depth = Figures.distance(cursor, gating);
            table.row(ring, number(cursor), rate(EngineCounter.RING_PUBLISHED, ring), number(gating), number(depth),
                number(slots), figures.bar(depth, slots));
        }
        return table;
    }

    private TextTable stages()
    {
        final TextTable table = new TextTable("stage", "completed", "per s", "behind").right(1, 2, 3);
        final OptionalLong cursor = value(EngineCounter.RING_PUBLISHED, reading.molecule());
        for (final String stage : owners(CounterKind.STAGES))
        {
            final OptionalLong completed = value(EngineCounter.STAGE_COMPLETED, stage);
            table.row(Figures.cut(stage), number(completed), rate(EngineCounter.STAGE_COMPLETED, stage),
                number(Figures.distance(cursor, completed)));
        }
        return table;
    }

    private TextTable nodes()
    {
        final TextTable table = new TextTable("node", "duty cycles", "per s", "CPU").right(1, 2, 3);
        for (final String node : owners(CounterKind.NODES))
        {
            final OptionalLong cpu = value(EngineCounter.NODE_CPU, node);
            table.row(node, number(value(EngineCounter.NODE_CYCLES, node)), rate(EngineCounter.NODE_CYCLES, node),
                cpu.isPresent() && cpu.getAsLong() < 0 ? "not pinned" : number(cpu));
        }
        return table;
    }

    private TextTable journal()
    {
        final TextTable table = new TextTable("journal", "instance", "per s", "behind", "bytes").right(1, 2, 3, 4);
        for (final String journal : owners(CounterKind.JOURNAL))
        {
            final OptionalLong epoch = value(EngineCounter.JOURNAL_EPOCH, journal);
            final OptionalLong stopped = value(EngineCounter.JOURNAL_STOPPED, journal);
            position(table, "appended" + (epoch.isPresent() ? ", epoch " + epoch.getAsLong() : "") +
                (stopped.orElse(0) == 0 ? "" : ", STOPPED"), EngineCounter.JOURNAL_APPENDED, journal,
                number(value(EngineCounter.JOURNAL_BYTES, journal)));
            if (value(EngineCounter.JOURNAL_DURABLE, journal).isPresent())
            {
                position(table, "on the disk", EngineCounter.JOURNAL_DURABLE, journal,
                    number(value(EngineCounter.JOURNAL_DURABLE_BYTES, journal)));
            }
            position(table, "released", EngineCounter.JOURNAL_RELEASED, journal, "");
            if (value(EngineCounter.JOURNAL_REPLICA, journal).orElse(0) != 0)
            {
                position(table, "at the standby", EngineCounter.JOURNAL_REPLICA, journal, "");
            }
        }
        return table;
    }

    private void position(
        final TextTable table, final String name, final EngineCounter type, final String owner, final String bytes)
    {
        final OptionalLong instance = value(type, owner);
        table.row(name, number(instance), rate(type, owner), type == EngineCounter.JOURNAL_APPENDED ? "" :
            number(Figures.distance(value(EngineCounter.JOURNAL_APPENDED, owner), instance)), bytes);
    }

    /** Percentiles of the last second; where nothing came in it, those of the one before that had any, in brackets. */
    private TextTable latency()
    {
        final TextTable table = new TextTable("latency of the last second, ns", "durations", "in all", "P50", "P90",
            "P99", "P99.9", "max").right(1, 2, 3, 4, 5, 6, 7);
        for (final String series : owners(CounterKind.LATENCY))
        {
            final OptionalLong recent = value(EngineCounter.LATENCY_INTERVAL_COUNT, series);
            final boolean isOld = recent.isPresent() && recent.getAsLong() == 0;
            final OptionalLong all = value(EngineCounter.LATENCY_COUNT, series);
            final List<String> cells = new ArrayList<>(List.of(series, number(recent), number(all)));
            for (final EngineCounter type : List.of(EngineCounter.LATENCY_P50, EngineCounter.LATENCY_P90,
                EngineCounter.LATENCY_P99, EngineCounter.LATENCY_P999, EngineCounter.LATENCY_MAX))
            {
                final String nanos = all.orElse(1) == 0 ? "-" : number(value(type, series));
                cells.add(isOld && !nanos.equals("-") ? "(" + nanos + ")" : nanos);
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private TextTable values(final String head, final CounterKind kind)
    {
        final TextTable table = new TextTable(head, "value", "per s").right(1, 2);
        counters.stream()
            .filter(counter -> CounterKind.of(counter) == kind)
            // They stand in the head already.
            .filter(counter -> !counter.is(EngineCounter.STATE) && !counter.is(EngineCounter.HEARTBEAT))
            .filter(counter -> isAll || counter.value() != 0 || !isHiddenAtZero(kind))
            .forEach(counter -> table.row(Figures.name(counter, kind), number(OptionalLong.of(counter.value())),
                Figures.isTotal(counter) ? figures.rate(counter) : ""));
        return table;
    }

    private static boolean isHiddenAtZero(final CounterKind kind)
    {
        return kind == CounterKind.PACKETS || kind == CounterKind.MOLECULE;
    }

    private Set<String> owners(final CounterKind kind)
    {
        final Set<String> owners = new LinkedHashSet<>();
        counters.stream().filter(counter -> CounterKind.of(counter) == kind)
            .forEach(counter -> owners.add(counter.owner()));
        return owners;
    }

    private Optional<CounterReading> counter(final EngineCounter type, final String owner)
    {
        return counters.stream().filter(counter -> counter.is(type) && counter.owner().equals(owner)).findFirst();
    }

    private OptionalLong value(final EngineCounter type, final String owner)
    {
        return counter(type, owner).stream().mapToLong(CounterReading::value).findFirst();
    }

    private String rate(final EngineCounter type, final String owner)
    {
        return counter(type, owner).map(figures::rate).orElse("-");
    }
}
