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

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.telemetry.EngineCounter;

/**
 * Cold path. The metrics that are exported, with their names: {@code packetflow_noun_unit}, and {@code _total} where
 * they only grow. A name never changes its meaning.
 */
enum Metric
{
    UP("up", Type.GAUGE, "1 if the engine runs and writes its counters, else 0."),
    PROCESS_START("process_start_time_seconds", Type.GAUGE, "When the engine's process started, since 1970."),
    HEARTBEAT("last_sign_of_life_timestamp_seconds", Type.GAUGE, "When the engine wrote its counters last, since 1970.",
        EngineCounter.HEARTBEAT, "molecule", Scale.MILLIS),
    STATE("reactor_state", Type.GAUGE,
        "0 ready, 1 running, 2 draining, 3 stopped, 4 failed, 5 canceling live orders.",
        EngineCounter.STATE, "molecule"),
    ADMITTED("instances_admitted_total", Type.COUNTER, "Instances admitted from outside.",
        EngineCounter.ADMITTED, "molecule"),
    ADMITTED_FROM_BACK_EDGES("back_edge_instances_admitted_total", Type.COUNTER,
        "Instances that packets of the molecule emitted into it.",
        EngineCounter.ADMITTED_FROM_BACK_EDGES, "molecule"),
    BACK_EDGE_REFUSED("back_edge_emissions_refused_total", Type.COUNTER, "Emissions that found their back edge full.",
        EngineCounter.BACK_EDGE_REFUSED, "packet"),
    TIME_BACKWARDS("instances_time_backwards_total", Type.COUNTER, "Instances whose source's time ran backwards.",
        EngineCounter.TIME_BACKWARDS, "molecule"),
    RING_FULL("ring_full_claims_total", Type.COUNTER, "Claims that found the ring full.",
        EngineCounter.RING_FULL, "molecule"),
    SHED("instances_shed_total", Type.COUNTER, "Instances dropped because the ring was full.",
        EngineCounter.SHED, "molecule"),
    REJECTED("instances_rejected_total", Type.COUNTER, "Instances refused because the ring was full.",
        EngineCounter.REJECTED, "molecule"),
    DUPLICATES("duplicate_inputs_dropped_total", Type.COUNTER, "Inputs that sources dropped as seen before.",
        EngineCounter.DUPLICATES, "molecule"),
    HANDLER_FAILURES("handler_failures_total", Type.COUNTER, "Handlers that threw.",
        EngineCounter.HANDLER_FAILURES, "molecule"),
    WARMUP("warmup_messages_total", Type.COUNTER, "Messages run through the warm-up.",
        EngineCounter.WARMUP_MESSAGES, "molecule"),
    RING_CAPACITY("ring_capacity_slots", Type.GAUGE, "Slots of a ring.", EngineCounter.RING_CAPACITY, "ring"),
    RING_PUBLISHED("ring_published_slots_total", Type.COUNTER, "Slots published in a ring: its cursor.",
        EngineCounter.RING_PUBLISHED, "ring"),
    RING_FREED("ring_freed_slots_total", Type.COUNTER,
        "Slots that the slowest consumer of a ring is done with: its gating position.",
        EngineCounter.RING_GATING, "ring"),
    RING_DEPTH("ring_depth_slots", Type.GAUGE, "Slots published and not freed."),
    STAGE_COMPLETED("stage_instances_completed_total", Type.COUNTER, "Instances that a stage has completed.",
        EngineCounter.STAGE_COMPLETED, "stage"),
    NODE_CYCLES("node_duty_cycles_total", Type.COUNTER, "Duty cycles of a node.", EngineCounter.NODE_CYCLES, "node"),
    NODE_CPU("node_cpu", Type.GAUGE, "The CPU on which a node is pinned, -1 where it is not.",
        EngineCounter.NODE_CPU, "node"),
    STALLS("stalls_total", Type.COUNTER, "Stalls of nodes longer than packetflow.stall.limit.",
        EngineCounter.STALLS, "molecule"),
    LONGEST_STALL("longest_stall_seconds", Type.GAUGE, "The longest stall so far.",
        EngineCounter.LONGEST_STALL, "molecule", Scale.NANOS),
    SNAPSHOTS("snapshots_total", Type.COUNTER, "Snapshots taken.", EngineCounter.SNAPSHOTS, "molecule"),
    SNAPSHOTS_DROPPED("snapshots_dropped_total", Type.COUNTER, "Wishes for a snapshot that came to nothing.",
        EngineCounter.SNAPSHOTS_DROPPED, "molecule"),
    SNAPSHOT_PAUSE("longest_snapshot_pause_seconds", Type.GAUGE,
        "For how long the molecule stood still for a snapshot at most.",
        EngineCounter.LONGEST_SNAPSHOT_PAUSE, "molecule", Scale.NANOS),
    JOURNAL_EPOCH("journal_epoch", Type.GAUGE, "Epoch of the journal.", EngineCounter.JOURNAL_EPOCH, "journal"),
    JOURNAL_APPENDED("journal_appended_instances", Type.GAUGE, "Last instance appended to the journal.",
        EngineCounter.JOURNAL_APPENDED, "journal"),
    JOURNAL_DURABLE("journal_durable_instances", Type.GAUGE, "Last instance of the journal known to be on the disk.",
        EngineCounter.JOURNAL_DURABLE, "journal"),
    JOURNAL_RELEASED("journal_released_instances", Type.GAUGE, "Last instance whose outputs may leave.",
        EngineCounter.JOURNAL_RELEASED, "journal"),
    JOURNAL_REPLICA("journal_standby_instances", Type.GAUGE, "Last instance that a standby has applied, 0 without one.",
        EngineCounter.JOURNAL_REPLICA, "journal"),
    JOURNAL_LAG("journal_lag_instances", Type.GAUGE,
        "Instances appended that are not on the disk, not released, or not at the standby."),
    JOURNAL_BYTES("journal_appended_bytes_total", Type.COUNTER, "Bytes appended to the epoch.",
        EngineCounter.JOURNAL_BYTES, "journal"),
    JOURNAL_DURABLE_BYTES("journal_durable_bytes_total", Type.COUNTER, "Bytes of the epoch known to be on the disk.",
        EngineCounter.JOURNAL_DURABLE_BYTES, "journal"),
    JOURNAL_STOPPED("journal_stopped", Type.GAUGE, "1 if the journal stopped for good.",
        EngineCounter.JOURNAL_STOPPED, "journal"),
    QUEUE_COPIED("queue_instances_copied_total", Type.COUNTER, "Instances in the queue behind the journal.",
        EngineCounter.QUEUE_COPIED, "queue"),
    QUEUE_LAG("queue_lag_instances", Type.GAUGE, "Instances that the queue behind the journal lacks.",
        EngineCounter.QUEUE_LAG, "queue"),
    QUEUE_MOST_LAG("queue_lag_max_instances", Type.GAUGE, "The most instances that the queue lacked.",
        EngineCounter.QUEUE_MOST_LAG, "queue"),
    QUEUE_FAILURES("queue_failures_total", Type.COUNTER, "1 if the queue ended before the run did.",
        EngineCounter.QUEUE_FAILURES, "queue"),
    LATENCY("latency_seconds", Type.SUMMARY,
        "Durations of a series: quantiles of the last second, sum and count of the whole run."),
    LATENCY_MAX("latency_max_seconds", Type.GAUGE, "The longest duration of a series in the last second."),
    PACKET("packet_count", Type.UNTYPED, "What a packet counts under a name of its own.",
        EngineCounter.PACKET, "packet"),
    OTHER("counter", Type.UNTYPED, "A counter of another module, of an embedding program or of a newer engine.");

    private static final Map<EngineCounter, Metric> OF_COUNTER = new EnumMap<>(EngineCounter.class);

    static
    {
        for (final Metric metric : values())
        {
            if (metric.counter != null)
            {
                OF_COUNTER.put(metric.counter, metric);
            }
        }
    }

    private final String metricName;
    private final Type type;
    private final String help;
    private final EngineCounter counter;
    private final String ownerLabel;
    private final Scale scale;

    Metric(final String noun, final Type type, final String help)
    {
        this(noun, type, help, null, "", Scale.ONE);
    }

    Metric(final String noun, final Type type, final String help, final EngineCounter counter, final String ownerLabel)
    {
        this(noun, type, help, counter, ownerLabel, Scale.ONE);
    }

    Metric(
        final String noun,
        final Type type,
        final String help,
        final EngineCounter counter,
        final String ownerLabel,
        final Scale scale)
    {
        this.metricName = "packetflow_" + noun;
        this.type = type;
        this.help = help;
        this.counter = counter;
        this.ownerLabel = ownerLabel;
        this.scale = scale;
    }

    /** Returns the metric that shows a counter as it is, empty where several make one metric. */
    static Optional<Metric> of(final EngineCounter counter)
    {
        return Optional.ofNullable(OF_COUNTER.get(counter));
    }

    String metricName()
    {
        return metricName;
    }

    Type type()
    {
        return type;
    }

    String help()
    {
        return help;
    }

    /** Returns the label under which the counter's owner stands. */
    String ownerLabel()
    {
        return ownerLabel;
    }

    Scale scale()
    {
        return scale;
    }

    /** What a scraper may do with a metric. */
    enum Type
    {
        COUNTER, GAUGE, SUMMARY, UNTYPED;

        String word()
        {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which unit the counter is; metrics are in seconds and whole things. */
    enum Scale
    {
        ONE(1), MILLIS(1e3), NANOS(1e9);

        private final double divisor;

        Scale(final double divisor)
        {
            this.divisor = divisor;
        }

        /** Returns a value as the text format has it; whole numbers stay exact. */
        String text(final long value)
        {
            return this == ONE ? Long.toString(value) : Double.toString(value / divisor);
        }
    }
}
