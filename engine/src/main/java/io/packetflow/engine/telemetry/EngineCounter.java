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
package io.packetflow.engine.telemetry;

/** Cold path. The counters of the engine itself, type ids 300 to 399. */
public enum EngineCounter implements CounterType
{
    /** State of the reactor, as the ordinal of its life cycle. */
    STATE(0, "state"),
    /** Instances admitted from outside. */
    ADMITTED(1, "instances admitted"),
    /** Instances admitted from back edges. */
    ADMITTED_FROM_BACK_EDGES(2, "instances admitted from back edges"),
    /** Emissions that found their back edge full. */
    BACK_EDGE_REFUSED(3, "emissions refused"),
    /** Instances whose source's time ran backwards. */
    TIME_BACKWARDS(4, "instances with time running backwards"),
    /** Claims that found the ring full. */
    RING_FULL(5, "claims that found the ring full"),
    /** Instances that a stage has completed. */
    STAGE_COMPLETED(6, "instances completed"),
    /** Duty cycles of a node; its heartbeat. */
    NODE_CYCLES(7, "duty cycles"),
    /** The CPU on which a node was seen to run; -1 where it is not pinned. */
    NODE_CPU(8, "cpu"),
    /** Handlers that threw. */
    HANDLER_FAILURES(9, "handler failures"),
    /** Stalls seen by the monitor. */
    STALLS(10, "stalls"),
    /** The longest stall so far. */
    LONGEST_STALL(11, "longest stall, ns"),
    /** Instances dropped because a ring was full. */
    SHED(12, "instances shed"),
    /** Instances refused because a ring was full. */
    REJECTED(13, "instances rejected by back-pressure"),
    /** Messages run through the warm-up. */
    WARMUP_MESSAGES(14, "warm-up messages"),
    /** What a packet counts under a label of its own. */
    PACKET(15, "count"),
    /** Snapshots taken since the gate opened. */
    SNAPSHOTS(16, "snapshots taken"),
    /** Wishes for a snapshot that came before the last one was written, or where there can be none. */
    SNAPSHOTS_DROPPED(17, "snapshots dropped"),
    /** For how long the molecule stood still for a snapshot at most. */
    LONGEST_SNAPSHOT_PAUSE(18, "longest snapshot pause, ns"),
    /** Inputs that sources dropped because they had come before. */
    DUPLICATES(19, "duplicate inputs dropped"),
    /** Instances in the queue behind the journal. */
    QUEUE_COPIED(24, "instances copied"),
    /** Instances that the queue behind the journal lacks. */
    QUEUE_LAG(25, "instances behind"),
    /** The most instances that the queue behind the journal lacked. */
    QUEUE_MOST_LAG(26, "instances behind at most"),
    /** 1 if the queue behind the journal ended before the run did. */
    QUEUE_FAILURES(27, "failures"),
    /** When the file was written last; the conductor's own sign of life. */
    HEARTBEAT(28, "last sign of life, ms since 1970"),
    /** Slots of a ring. */
    RING_CAPACITY(29, "slots"),
    /** Up to where the slowest of a ring's consumers is done; read before the published ones, so never above them. */
    RING_GATING(30, "slots freed"),
    /** How many slots of a ring were published. */
    RING_PUBLISHED(31, "slots published"),
    /** Epoch of the journal. */
    JOURNAL_EPOCH(32, "epoch"),
    /** Sequence of the last instance that was appended to the journal. */
    JOURNAL_APPENDED(33, "last instance appended"),
    /** Sequence of the last instance known to be on the disk; only where the durability promises the disk. */
    JOURNAL_DURABLE(34, "last instance on the disk"),
    /** Sequence of the last instance that a standby has applied; 0 where none follows. */
    JOURNAL_REPLICA(35, "last instance at the standby"),
    /** Sequence up to which outputs may leave, as the durability of the journal says. */
    JOURNAL_RELEASED(36, "last instance released"),
    /** How many bytes were appended to the epoch. */
    JOURNAL_BYTES(37, "bytes appended"),
    /** How many bytes of the epoch are known to be on the disk; only where the durability promises it. */
    JOURNAL_DURABLE_BYTES(38, "bytes on the disk"),
    /** 1 if the journal stopped for good. */
    JOURNAL_STOPPED(39, "stopped"),
    /** Durations recorded so far. */
    LATENCY_COUNT(40, "durations"),
    /** Sum of the durations recorded so far. */
    LATENCY_SUM(41, "sum, ns"),
    /** Median of the last interval in which something was recorded. */
    LATENCY_P50(42, "P50, ns"),
    /** 90th percentile of that interval. */
    LATENCY_P90(43, "P90, ns"),
    /** 99th percentile of that interval. */
    LATENCY_P99(44, "P99, ns"),
    /** 99.9th percentile of that interval. */
    LATENCY_P999(45, "P99.9, ns"),
    /** The longest duration of that interval. */
    LATENCY_MAX(46, "max, ns"),
    /** How many durations were recorded in the last interval; 0: the percentiles are of an earlier one. */
    LATENCY_INTERVAL_COUNT(47, "durations in the last second");

    private final int typeId;
    private final String label;

    EngineCounter(final int index, final String label)
    {
        this.typeId = CounterRange.ENGINE.typeId(index);
        this.label = label;
    }

    @Override
    public int typeId()
    {
        return typeId;
    }

    @Override
    public String label()
    {
        return label;
    }
}
