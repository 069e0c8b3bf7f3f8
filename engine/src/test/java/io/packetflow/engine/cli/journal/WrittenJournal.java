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
package io.packetflow.engine.cli.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

/** Writes a journal as an engine does, step by step on the thread of a test; holds its lock until it is closed. */
final class WrittenJournal implements AutoCloseable
{
    private static final int BODY_BYTES = 4_000;
    private static final long STEP_NANOS = 1_000_000_000L;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab body = arena.allocate(BODY_BYTES + 8L, 8);
    private final JournalDirectory directory;
    private EpochWriter writer;
    private int epoch;
    private long clockNanos;

    WrittenJournal(final Path root) throws IOException
    {
        directory = JournalDirectory.open(root);
        directory.lock();
    }

    WrittenJournal begin() throws IOException
    {
        final LastRecord last = JournalScan.all(new JournalFiles(directory.storage())).end().last();
        epoch = directory.nextEpoch();
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(), STEP_NANOS,
            directory.writer().bootIdHigh(), directory.writer().bootIdLow(), 4711, 7,
            Durability.PROCESS_SAFE.code(), List.of("feed"), "");
        writer = EpochWriter.begin(directory, JournalSettings.ofSegments(1 << 20),
            new EpochPlan(epoch, Durability.PROCESS_SAFE, start, last.timeNanos(), BODY_BYTES), () -> clockNanos);
        return this;
    }

    WrittenJournal append(final int count, final int bytes)
    {
        final JournalAppender appender = writer.appender();
        for (int i = 0; i < count; i++)
        {
            while (!appender.hasRoom())
            {
                clockNanos += STEP_NANOS;
                writer.step();
            }
            final long sequence = appender.lastSequence() + 1;
            body.putLong(0, sequence);
            appender.input(0, 8, sequence, sequence * 10, sequence, body, 0, bytes);
            appender.seal();
        }
        step();
        return this;
    }

    private void step()
    {
        clockNanos += STEP_NANOS;
        while (writer.step())
        {
            clockNanos += STEP_NANOS;
        }
    }

    /** Takes a snapshot of the last instance. */
    WrittenJournal snapshot() throws IOException
    {
        new SnapshotStore(directory.storage()).write(new SnapshotSubject(epoch, writer.appender().lastSequence(),
            writer.appender().lastSequence() * 10, writer.appender().lastChecksum(), 7, 0, 0), body, 0, 8);
        return this;
    }

    WrittenJournal endCleanly() throws IOException
    {
        writer.closeCleanly(new byte[16]);
        return endAtOnce();
    }

    /** Ends as the death of the process does. */
    WrittenJournal endAtOnce()
    {
        writer.close();
        writer = null;
        return this;
    }

    @Override
    public void close()
    {
        if (writer != null)
        {
            writer.close();
        }
        directory.close();
        arena.close();
    }
}
