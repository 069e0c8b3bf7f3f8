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
package io.packetflow.trading.cli.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. What the faults of one mode came to. */
final class FailoverTally
{
    private final Durability mode;
    private final Map<Fault, List<Long>> times = new EnumMap<>(Fault.class);
    private final Map<Fault, List<Long>> epochs = new EnumMap<>(Fault.class);
    private final AuditCounts checks = new AuditCounts();
    private int faults;
    private int unasked;

    FailoverTally(final Durability mode)
    {
        this.mode = mode;
        for (final Fault fault : Fault.values())
        {
            times.put(fault, new ArrayList<>());
            epochs.put(fault, new ArrayList<>());
        }
    }

    Durability mode()
    {
        return mode;
    }

    int faults()
    {
        return faults;
    }

    /** Adds a fault, and how long it took until the next order. */
    void count(final Fault fault, final long nanos)
    {
        faults++;
        times.get(fault).add(nanos);
    }

    /** Adds a fault after which a standby took over, how long until its epoch was current, and until the next order. */
    void countTakeover(final Fault fault, final long epochNanos, final long nanos)
    {
        count(fault, nanos);
        epochs.get(fault).add(epochNanos);
    }

    /** Adds a takeover from a primary to which nothing had been done: the host let it stand still for too long. */
    void countUnasked()
    {
        unasked++;
    }

    int unasked()
    {
        return unasked;
    }

    /** Returns what the audits went through and found. */
    AuditCounts checks()
    {
        return checks;
    }

    int count(final Fault fault)
    {
        return times.get(fault).size();
    }

    /** Returns the median until the next order in nanoseconds, -1 if there was no such fault. */
    long medianNanos(final Fault fault)
    {
        return median(times.get(fault));
    }

    /** Returns the longest until the next order in nanoseconds, -1 if there was no such fault. */
    long maxNanos(final Fault fault)
    {
        return max(times.get(fault));
    }

    /** Returns the median until the next epoch was current in nanoseconds, -1 if there was no such takeover. */
    long medianEpochNanos(final Fault fault)
    {
        return median(epochs.get(fault));
    }

    /** Returns the longest until the next epoch was current in nanoseconds, -1 if there was no such takeover. */
    long maxEpochNanos(final Fault fault)
    {
        return max(epochs.get(fault));
    }

    private static long median(final List<Long> nanos)
    {
        final List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? -1 : sorted.get((sorted.size() - 1) / 2);
    }

    private static long max(final List<Long> nanos)
    {
        return nanos.stream().mapToLong(Long::longValue).max().orElse(-1);
    }
}
