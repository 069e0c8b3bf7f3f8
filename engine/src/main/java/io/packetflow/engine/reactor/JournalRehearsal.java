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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochReserve;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

/**
 * Cold path. Begins some epochs of a scratch journal and throws them away, so that a standby does not load and link the
 * code of its takeover while everybody waits for it.
 */
final class JournalRehearsal
{
    private static final int TIMES = 5;
    private static final int BODY_BYTES = 1024;

    private JournalRehearsal()
    {
    }

    /** Rehearses; where there is no room for it a takeover only takes longer, so that is said and no more. */
    static void run(final ReactorContext context, final JournalOptions options)
    {
        try
        {
            final Path scratch = Files.createTempDirectory("packetflow-rehearsal-");
            try (JournalDirectory directory = JournalDirectory.open(scratch))
            {
                directory.lock();
                for (int i = 0; i < TIMES; i++)
                {
                    begin(context, directory, options);
                }
            }
            finally
            {
                remove(scratch);
            }
        }
        catch (final IOException e)
        {
            context.progress().accept("the takeover was not rehearsed: " + e.getMessage());
        }
    }

    private static void begin(
        final ReactorContext context, final JournalDirectory directory, final JournalOptions options) throws IOException
    {
        final EpochReserve reserve = EpochReserve.make(
            directory, JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES), options.durability());
        final EpochStart start = new EpochStart(directory.currentEpoch(), 0, 0, EpochClock.wallNanos(),
            directory.writer().bootIdHigh(), directory.writer().bootIdLow(), directory.writer().pid(),
            SchemaHash.of(context), options.durability().code(), List.of(), "");
        try (EpochWriter writer = EpochWriter.begin(reserve,
            new EpochPlan(reserve.epoch(), options.durability(), start, 0, BODY_BYTES), System::nanoTime))
        {
            writer.onFailure(failure -> { });
            writer.start(task -> ThreadPinning.helperThread("rehearsal", task));
        }
    }

    private static void remove(final Path root) throws IOException
    {
        try (Stream<Path> tree = Files.walk(root))
        {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(path);
            }
        }
    }
}
