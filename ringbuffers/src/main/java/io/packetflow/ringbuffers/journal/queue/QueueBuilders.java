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
package io.packetflow.ringbuffers.journal.queue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;

/**
 * Cold path. What Chronicle Queue is told, in one place.
 *
 * <ul>
 * <li>Roll cycle: the largest, and the writer's clock stands still, so that a queue is one file and no run is held up
 * by a roll. It has room for 2^48 records and indexes each 1024th of them; readers here go from the first record on and
 * need no more.
 * <li>Block: that of the settings. Chronicle Queue takes records up to a quarter of it, ours are below 17 KiB.
 * <li>Timeout: short. It is how long a lock or a half-written header is waited for; a queue has one writer and is not
 * opened before it is ready, so a wait means that something is broken, and is better said soon.
 * <li>Sync mode: the default, which asks the kernel for nothing. A queue outlives its process, not its host; what must
 * outlive the host is in the journal.
 * <li>Readers open it read-only: they change nothing, not even where it says who reads it.
 * </ul>
 *
 * <p>Analytics, the announcer and the thread that watches the disk can only be switched off by system properties, so
 * that is done here before Chronicle's classes are loaded, for embedders without {@code jvm.args}.
 */
final class QueueBuilders
{
    /** The queue's table of locks and cycles. */
    static final String TABLE_FILE = "metadata.cq4t";
    /** How the file of the records ends. */
    static final String RECORDS_SUFFIX = ".cq4";

    private static final long TIMEOUT_MILLIS = 250;
    private static final List<String> OFF =
        List.of("chronicle.analytics.disable", "chronicle.announcer.disable", "chronicle.disk.monitor.disable");
    private static final RollCycle CYCLE;

    static
    {
        for (final String property : OFF)
        {
            if (System.getProperty(property) == null)
            {
                System.setProperty(property, "true");
            }
        }
        CYCLE = LargeRollCycles.HUGE_DAILY;
    }

    private QueueBuilders()
    {
    }

    /** For the one writer of a new queue; all that it writes lies in the cycle of that time. */
    static SingleChronicleQueueBuilder writing(final Path directory, final long blockBytes, final long atMillis)
    {
        return common(directory).blockSize(blockBytes).timeProvider(() -> atMillis);
    }

    /** Returns the name of the file that the writer fills. */
    static String recordsFile(final long atMillis)
    {
        return DateTimeFormatter.ofPattern(CYCLE.format()).withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochMilli(atMillis)) + RECORDS_SUFFIX;
    }

    /** For a reader, in whatever process. */
    static SingleChronicleQueueBuilder reading(final Path directory)
    {
        return common(directory).readOnly(true);
    }

    private static SingleChronicleQueueBuilder common(final Path directory)
    {
        return SingleChronicleQueueBuilder.binary(directory).rollCycle(CYCLE).timeoutMS(TIMEOUT_MILLIS);
    }
}
