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

import java.util.Locale;
import java.util.Optional;

import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.CounterReading;

/** Cold path. What counters are about; also the order in which they are shown. */
enum CounterKind
{
    MOLECULE, RINGS, STAGES, NODES, JOURNAL, QUEUE, STALLS, LATENCY, PACKETS, OTHER;

    static CounterKind of(final CounterReading counter)
    {
        return counter.type().map(CounterKind::of).orElse(OTHER);
    }

    static CounterKind of(final EngineCounter type)
    {
        return switch (type)
        {
            case RING_CAPACITY, RING_GATING, RING_PUBLISHED -> RINGS;
            case STAGE_COMPLETED -> STAGES;
            case NODE_CYCLES, NODE_CPU -> NODES;
            case JOURNAL_EPOCH, JOURNAL_APPENDED, JOURNAL_DURABLE, JOURNAL_REPLICA, JOURNAL_RELEASED, JOURNAL_BYTES,
                JOURNAL_DURABLE_BYTES, JOURNAL_STOPPED -> JOURNAL;
            case QUEUE_COPIED, QUEUE_LAG, QUEUE_MOST_LAG, QUEUE_FAILURES -> QUEUE;
            case STALLS, LONGEST_STALL -> STALLS;
            case LATENCY_COUNT, LATENCY_SUM, LATENCY_P50, LATENCY_P90, LATENCY_P99, LATENCY_P999, LATENCY_MAX,
                LATENCY_INTERVAL_COUNT -> LATENCY;
            case PACKET -> PACKETS;
            case STATE, ADMITTED, ADMITTED_FROM_BACK_EDGES, BACK_EDGE_REFUSED, TIME_BACKWARDS, RING_FULL,
                HANDLER_FAILURES, SHED, REJECTED, WARMUP_MESSAGES, SNAPSHOTS, SNAPSHOTS_DROPPED,
                LONGEST_SNAPSHOT_PAUSE, DUPLICATES, HEARTBEAT -> MOLECULE;
        };
    }

    /** Finds a kind by the word that users write. */
    static Optional<CounterKind> find(final String word)
    {
        for (final CounterKind kind : values())
        {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT)))
            {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
