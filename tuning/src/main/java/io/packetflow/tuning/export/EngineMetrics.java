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
package io.packetflow.tuning.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;
import io.packetflow.tuning.export.Exposition.Label;

/**
 * Cold path. The metrics of one engine. One that does not run has {@code packetflow_up 0} and nothing else: its last
 * values would look like those of an engine that stands still.
 */
final class EngineMetrics
{
    private static final String ENGINE = "engine";
    private static final String MOLECULE = "molecule";
    private static final String SERIES = "series";
    private static final String NOT_A_NUMBER = "NaN";

    /** As the conductor names stages: number and packets. */
    private static final Pattern STAGE = Pattern.compile("stage ([0-9]+) \\[(.*)]");

    private static final Map<String, EngineCounter> QUANTILES = Map.of("0.5", EngineCounter.LATENCY_P50, "0.9",
        EngineCounter.LATENCY_P90, "0.99", EngineCounter.LATENCY_P99, "0.999", EngineCounter.LATENCY_P999);

    private final Exposition exposition;
    private final EngineReading reading;
    private final List<Label> common;

    private EngineMetrics(final Exposition exposition, final String engine, final EngineReading reading)
    {
        this.exposition = exposition;
        this.reading = reading;
        this.common = reading.molecule().isEmpty() ? List.of(new Label(ENGINE, engine)) :
            List.of(new Label(ENGINE, engine), new Label(MOLECULE, reading.molecule()));
    }

    /**
     * Adds the metrics of an engine.
     *
     * @param exposition receives them
     * @param engine name of the engine among those that are exported
     * @param found what its counters said, empty where they cannot be read
     */
    static void add(final Exposition exposition, final String engine, final Optional<EngineReading> found)
    {
        final boolean up = found.isPresent() && found.get().alive() && !found.get().isSilent();
        exposition.add(Metric.UP, "", List.of(new Label(ENGINE, engine)), up ? "1" : "0");
        if (up)
        {
            new EngineMetrics(exposition, engine, found.get()).add();
        }
    }

    private void add()
    {
        exposition.add(Metric.PROCESS_START, "", common, Metric.Scale.MILLIS.text(reading.startMillis()));
        for (final CounterReading counter : reading.counters())
        {
            counter.type().ifPresentOrElse(type -> add(counter, type), () -> addOther(counter));
        }
    }

    private void add(final CounterReading counter, final EngineCounter type)
    {
        Metric.of(type).ifPresent(metric ->
            exposition.add(metric, "", ownerLabels(metric, counter), metric.scale().text(counter.value())));
        switch (type)
        {
            case RING_PUBLISHED -> addDepth(counter);
            case JOURNAL_APPENDED -> addLag(counter);
            case LATENCY_COUNT -> addLatency(counter);
            default ->
            {
                // The others are metrics by themselves, or part of one of these.
            }
        }
    }

    private List<Label> ownerLabels(final Metric metric, final CounterReading counter)
    {
        if (metric == Metric.PACKET)
        {
            // The label is that of PacketContext.count: packet, colon, what it counts.
            final int colon = counter.owner().indexOf(": ");
            return colon < 0 ? with("packet", "", "count", counter.owner().isEmpty() ? counter.label() :
                counter.owner()) : with("packet", counter.owner().substring(0, colon), "count",
                counter.owner().substring(colon + 2));
        }
        if (metric == Metric.STAGE_COMPLETED)
        {
            final Matcher stage = STAGE.matcher(counter.owner());
            return stage.matches() ? with("stage", stage.group(1), "packets", stage.group(2)) :
                with("stage", counter.owner());
        }
        return metric.ownerLabel().equals(MOLECULE) ? common : with(metric.ownerLabel(), counter.owner());
    }

    private void addOther(final CounterReading counter)
    {
        exposition.add(Metric.OTHER, "",
            with("type_id", Integer.toString(counter.typeId()), "label", counter.label()),
            Long.toString(counter.value()));
    }

    private void addDepth(final CounterReading cursor)
    {
        value(EngineCounter.RING_GATING, cursor.owner()).ifPresent(freed -> exposition.add(Metric.RING_DEPTH, "",
            with("ring", cursor.owner()), Long.toString(Math.max(0, cursor.value() - freed))));
    }

    private void addLag(final CounterReading appended)
    {
        addLag(appended, EngineCounter.JOURNAL_DURABLE, "disk");
        addLag(appended, EngineCounter.JOURNAL_RELEASED, "release");
        if (value(EngineCounter.JOURNAL_REPLICA, appended.owner()).orElse(0) != 0)
        {
            addLag(appended, EngineCounter.JOURNAL_REPLICA, "standby");
        }
    }

    private void addLag(final CounterReading appended, final EngineCounter follower, final String to)
    {
        value(follower, appended.owner()).ifPresent(position -> exposition.add(Metric.JOURNAL_LAG, "",
            with("journal", appended.owner(), "to", to), Long.toString(Math.max(0, appended.value() - position))));
    }

    /** Where nothing was recorded in the last second there are no quantiles of it, which is NaN by the format. */
    private void addLatency(final CounterReading count)
    {
        final String series = count.owner();
        final boolean isRecent = value(EngineCounter.LATENCY_INTERVAL_COUNT, series).orElse(0) != 0;
        QUANTILES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(quantile ->
            exposition.add(Metric.LATENCY, "", with(SERIES, series, "quantile", quantile.getKey()),
            isRecent ? seconds(quantile.getValue(), series) : NOT_A_NUMBER));
        exposition.add(Metric.LATENCY, "_sum", with(SERIES, series), seconds(EngineCounter.LATENCY_SUM, series));
        exposition.add(Metric.LATENCY, "_count", with(SERIES, series), Long.toString(count.value()));
        exposition.add(Metric.LATENCY_MAX, "", with(SERIES, series),
            isRecent ? seconds(EngineCounter.LATENCY_MAX, series) : NOT_A_NUMBER);
    }

    private String seconds(final EngineCounter type, final String owner)
    {
        final OptionalLong nanos = value(type, owner);
        return nanos.isPresent() ? Metric.Scale.NANOS.text(nanos.getAsLong()) : NOT_A_NUMBER;
    }

    private OptionalLong value(final EngineCounter type, final String owner)
    {
        return reading.counters().stream().filter(counter -> counter.is(type) && counter.owner().equals(owner))
            .mapToLong(CounterReading::value).findFirst();
    }

    private List<Label> with(final String... namesAndValues)
    {
        final List<Label> labels = new ArrayList<>(common);
        for (int i = 0; i < namesAndValues.length; i += 2)
        {
            labels.add(new Label(namesAndValues[i], namesAndValues[i + 1]));
        }
        return labels;
    }
}
