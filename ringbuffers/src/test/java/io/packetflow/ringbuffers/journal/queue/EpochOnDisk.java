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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.JournalVerifier;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

/** An epoch that the real writer writes, step by step on the test's thread, behind what the journal holds already. */
final class EpochOnDisk implements AutoCloseable
{
    private static final int MAX_BODY_BYTES = 16 * 1024;
    private static final JournalSettings SETTINGS = JournalSettings.ofSegments(1 << 20);

    private final long[] clockNanos = {0};
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab body = arena.allocate(MAX_BODY_BYTES + 8L, 8);
    private final JournalDirectory directory;
    private final int epoch;
    private final EpochWriter writer;
    private long timeNanos;

    EpochOnDisk(final Path journal, final Durability mode) throws IOException
    {
        directory = JournalDirectory.open(journal);
        directory.lock();
        final BootId boot = new BootId(directory.writer().bootIdHigh(), directory.writer().bootIdLow());
        final JournalReport report = JournalScan.after(files(), JournalAnchor.GENESIS);
        final LastRecord last = RecoveryPlan.decide(report, boot, false).last();
        timeNanos = last.timeNanos();
        epoch = directory.nextEpoch();
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(), 1, boot.high(),
            boot.low(), directory.writer().pid(), 7, mode.code(), List.of("feed", "orders"), "");
        writer = EpochWriter.begin(directory, SETTINGS,
            new EpochPlan(epoch, mode, start, timeNanos, MAX_BODY_BYTES), () -> clockNanos[0]);
    }

    JournalFiles files()
    {
        return new JournalFiles(directory.storage());
    }

    int number()
    {
        return epoch;
    }

    JournalAppender appender()
    {
        return writer.appender();
    }

    /** Appends random instances of all types; now and then a long one, at most of that length. */
    void append(final SplittableRandom random, final int count, final int mostBytes)
    {
        for (int i = 0; i < count; i++)
        {
            timeNanos += random.nextInt(3);
            makeRoom();
            final long sequence = appender().lastSequence() + 1;
            if (random.nextInt(4) == 0)
            {
                final RecordType type = random.nextBoolean() ? RecordType.DERIVED : RecordType.TIMER;
                appender().recomputed(type.code(), random.nextInt(2), random.nextInt(65_536), sequence, timeNanos);
                appender().seal();
            }
            else
            {
                final byte[] bytes = new byte[random.nextInt(8) == 0 ?
                    random.nextInt(mostBytes + 1) : random.nextInt(Math.min(mostBytes, 200) + 1)];
                random.nextBytes(bytes);
                body.putBytes(0, bytes, 0, bytes.length);
                appender().input(random.nextInt(2), random.nextInt(65_536), sequence, timeNanos, random.nextLong(),
                    body, 0, bytes.length);
                appender().seal();
            }
        }
        settle();
    }

    private void makeRoom()
    {
        while (!appender().hasRoom())
        {
            writer.step();
        }
    }

    /** Lets the files hold all that was appended, in every mode. */
    private void settle()
    {
        do
        {
            clockNanos[0] += 1_000_000_000;
        }
        while (writer.step());
    }

    void closeCleanly() throws IOException
    {
        writer.closeCleanly(new byte[8]);
    }

    /** What is odd about the journal and its files; the journal must not care what becomes of its queues. */
    List<String> remarks() throws IOException
    {
        return JournalVerifier.verify(files(), Optional.empty()).remarks();
    }

    /** Leaves the epoch as it is, as the death of its process does. */
    @Override
    public void close()
    {
        try (directory; writer)
        {
            arena.close();
        }
    }
}
