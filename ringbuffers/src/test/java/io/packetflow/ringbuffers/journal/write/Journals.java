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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.storage.Storage;

/** What the tests of the writing side share. */
final class Journals
{
    static final long SEGMENT_BYTES = 1 << 20;
    static final JournalSettings SETTINGS = JournalSettings.ofSegments(SEGMENT_BYTES);
    static final int MAX_BODY_BYTES = 16 * 1024;

    private Journals()
    {
    }

    static WriterIdentity writer(final long boot)
    {
        return new WriterIdentity(4711, 1_000, 77, boot);
    }

    /** Opens and locks. */
    static JournalDirectory locked(final Storage storage, final long boot, final WriterLock lock) throws IOException
    {
        final JournalDirectory directory = JournalDirectory.open(storage, writer(boot), lock);
        directory.lock();
        return directory;
    }

    /** Decides as an engine does whether a journal may be gone on with. */
    static RecoveryDecision recover(final Storage storage, final WriterIdentity writer) throws IOException
    {
        return RecoveryPlan.decide(io.packetflow.ringbuffers.journal.read.JournalScan.all(new JournalFiles(storage)),
            new BootId(writer.bootIdHigh(), writer.bootIdLow()), false);
    }

    /** Goes on behind what recovery found. */
    static EpochPlan plan(final JournalDirectory directory, final Durability mode) throws IOException
    {
        final WriterIdentity writer = directory.writer();
        final LastRecord last = recover(directory.storage(), writer).last();
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(),
            5_000, writer.bootIdHigh(), writer.bootIdLow(), writer.pid(), 42, mode.code(), List.of("feed", "orders"),
            "symbols=3\n");
        return new EpochPlan(directory.nextEpoch(), mode, start, last.timeNanos(), MAX_BODY_BYTES);
    }

    static EpochWriter begin(final JournalDirectory directory, final Durability mode) throws IOException
    {
        return EpochWriter.begin(directory, SETTINGS, plan(directory, mode), new TestClock());
    }

    /** Begins as a standby does, which leaves syncs to the steps that follow. */
    static EpochWriter promote(final JournalDirectory directory, final Durability mode) throws IOException
    {
        final EpochPlan plan = plan(directory, mode);
        return EpochWriter.begin(EpochReserve.make(directory, SETTINGS, mode), plan, new TestClock());
    }

    /** Appends the next instance, whose body follows from its sequence; the scratch holds the longest one. */
    static void append(final JournalAppender appender, final Slab scratch, final int mostBytes)
    {
        appendUnsealed(appender, scratch, mostBytes);
        appender.seal();
    }

    /** Appends the next instance without its checksum. */
    static void appendUnsealed(final JournalAppender appender, final Slab scratch, final int mostBytes)
    {
        final long sequence = appender.lastSequence() + 1;
        final byte[] body = body(sequence, mostBytes);
        scratch.putBytes(0, body, 0, body.length);
        appender.input((int)(sequence % 2), 3, sequence, sequence * 10, sequence * 7, scratch, 0, body.length);
    }

    static byte[] body(final long sequence, final int mostBytes)
    {
        final SplittableRandom random = new SplittableRandom(sequence);
        final byte[] body = new byte[random.nextInt(mostBytes + 1)];
        for (int i = 0; i < body.length; i++)
        {
            body[i] = (byte)random.nextInt();
        }
        return body;
    }
}
