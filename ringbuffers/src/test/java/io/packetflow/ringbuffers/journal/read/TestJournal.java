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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.SegmentSupply;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.Storage;

/** Writes a journal with the real appender, one segment prepared ahead, and remembers what was written. */
final class TestJournal implements SegmentSupply
{
    static final BootId BOOT = new BootId(0x1234, 0x5678);
    static final int MAX_BODY_BYTES = 4096;

    private final Storage storage;
    private final Slab body;
    private final long segmentBytes;
    private final List<RecordModel> records = new ArrayList<>();
    private JournalAppender appender;
    private Slab head;
    private int epoch;
    private int nextSegment;
    private boolean isRolled;
    private int segment;
    private long offset;
    private long timeNanos = 1_000;
    private int markSlot;

    TestJournal(final Storage storage, final long segmentBytes) throws IOException
    {
        this.storage = storage;
        this.segmentBytes = segmentBytes;
        this.body = storage.create("scratch", MAX_BODY_BYTES + 8L).map();
    }

    @Override
    public long segmentBytes()
    {
        return segmentBytes;
    }

    @Override
    public Slab poll()
    {
        try
        {
            prepare(nextSegment);
            nextSegment++;
            prepare(nextSegment);
            isRolled = true;
            return storage.open(JournalFiles.segmentPath(epoch, nextSegment - 1), true).map();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(final int index) throws IOException
    {
        final String path = JournalFiles.segmentPath(epoch, index);
        if (!storage.exists(path))
        {
            final byte[] header =
                new SegmentHeader(epoch, index, segmentBytes, BOOT.high(), BOOT.low()).encode();
            storage.create(path, segmentBytes).map().putBytes(0, header, 0, header.length);
        }
    }

    /** Begins an epoch behind a record of the one before. */
    TestJournal epoch(final int newEpoch, final LastRecord last) throws IOException
    {
        epoch = newEpoch;
        nextSegment = 0;
        segment = -1;
        storage.createDirectory(JournalFiles.epochPath(epoch));
        head = storage.create(JournalFiles.headPath(epoch), HeadLayout.BYTES).map();
        head.putLong(HeadLayout.MAGIC_OFFSET, HeadLayout.MAGIC);
        head.putInt(HeadLayout.VERSION_OFFSET, HeadLayout.VERSION);
        head.putInt(HeadLayout.EPOCH_OFFSET, epoch);
        head.putLong(HeadLayout.BOOT_ID_OFFSET, BOOT.high());
        head.putLong(HeadLayout.BOOT_ID_OFFSET + 8, BOOT.low());
        appender = new JournalAppender(this, head, epoch, MAX_BODY_BYTES);
        appender.continueAfter(last.sequence(), last.timeNanos(), last.checksum());
        timeNanos = Math.max(timeNanos, last.timeNanos());
        final byte[] start = new EpochStart(last.epoch(), last.checksum(), last.sequence(), 0, BOOT.high(), BOOT.low(),
            1, 7, Durability.PROCESS_SAFE.code(), List.of("feed", "orders"), "symbols=3\n").encode();
        administrative(RecordType.EPOCH_START, start, last.sequence(), last.timeNanos());
        final byte[] name = (JournalFiles.epochPath(epoch) + '\n').getBytes(StandardCharsets.US_ASCII);
        if (storage.exists(JournalFiles.CURRENT))
        {
            storage.delete(JournalFiles.CURRENT);
        }
        storage.create(JournalFiles.CURRENT, name.length).map().putBytes(0, name, 0, name.length);
        return this;
    }

    TestJournal epoch(final int newEpoch) throws IOException
    {
        return epoch(newEpoch, last());
    }

    /** Appends random records of all types of instances. */
    TestJournal random(final SplittableRandom random, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final int type = random.nextInt(4);
            timeNanos += random.nextInt(3);
            if (type == 0)
            {
                recomputed(random.nextBoolean() ? RecordType.DERIVED : RecordType.TIMER, random);
            }
            else
            {
                final byte[] bytes = new byte[random.nextInt(8) == 0 ?
                    random.nextInt(MAX_BODY_BYTES + 1) : random.nextInt(200)];
                random.nextBytes(bytes);
                input(random.nextInt(2), random.nextInt(65_536), random.nextLong(), bytes);
            }
        }
        return this;
    }

    private void recomputed(final RecordType type, final SplittableRandom random)
    {
        roll();
        final long sequence = appender.lastSequence() + 1;
        final int source = random.nextInt(2);
        final int kind = random.nextInt(65_536);
        appender.recomputed(type.code(), source, kind, sequence, timeNanos);
        appender.seal();
        remember(type, source, kind, sequence, timeNanos, 0, new byte[0]);
    }

    void input(final int source, final int kind, final long clientSequence, final byte[] bytes)
    {
        roll();
        final long sequence = appender.lastSequence() + 1;
        body.putBytes(0, bytes, 0, bytes.length);
        appender.input(source, kind, sequence, timeNanos, clientSequence, body, 0, bytes.length);
        appender.seal();
        remember(RecordType.INPUT, source, kind, sequence, timeNanos, clientSequence, bytes);
    }

    private void roll()
    {
        final long rolls = appender.rollCount();
        isRolled = false;
        if (!appender.hasRoom())
        {
            throw new IllegalStateException("the supply always has a segment");
        }
        if (appender.rollCount() > rolls)
        {
            final RecordModel before = records.get(records.size() - 1);
            isRolled = false;
            remember(RecordType.SEGMENT_END, RecordFormat.NO_SOURCE, 0, before.sequence(), before.timeNanos(), 0,
                new byte[0]);
            isRolled = true;
        }
    }

    /** Closes the epoch in order. */
    TestJournal close()
    {
        roll();
        administrative(RecordType.CLEAN_CLOSE, new byte[24], last().sequence(), last().timeNanos());
        return this;
    }

    private void administrative(
        final RecordType type, final byte[] bytes, final long sequence, final long atNanos)
    {
        body.putBytes(0, bytes, 0, bytes.length);
        appender.administrative(type, body, 0, bytes.length);
        remember(type, RecordFormat.NO_SOURCE, 0, sequence, atNanos, 0, bytes);
    }

    private void remember(
        final RecordType type,
        final int source,
        final int kind,
        final long sequence,
        final long atNanos,
        final long clientSequence,
        final byte[] bytes)
    {
        if (isRolled)
        {
            segment++;
            offset = SegmentHeader.BYTES;
            isRolled = false;
        }
        records.add(new RecordModel(type, source, kind, sequence, atNanos, clientSequence, Arrays.toString(bytes),
            new JournalPlace(epoch, segment, offset), type == RecordType.SEGMENT_END ? checksumAt() :
                appender.lastChecksum()));
        offset += RecordFormat.frameLength(bytes.length);
    }

    /** The appender has gone on to the next segment, so the checksum is read from the file. */
    private int checksumAt()
    {
        try
        {
            return RecordFormat.claimedChecksum(
                storage.open(JournalFiles.segmentPath(epoch, segment), false).map(), offset);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks everything that was appended as durable. */
    TestJournal mark() throws IOException
    {
        if (!storage.exists(JournalFiles.MARK))
        {
            storage.create(JournalFiles.MARK, DurableMark.FILE_BYTES);
        }
        final byte[] mark = new DurableMark(epoch, last().sequence(), segment * segmentBytes + offset, 0,
            last().checksum()).encode();
        storage.open(JournalFiles.MARK, true).map().putBytes(
            markSlot * (long)DurableMark.SLOT_BYTES, mark, 0, mark.length);
        markSlot = 1 - markSlot;
        return this;
    }

    /** Forgets the records behind the first ones: a later epoch cuts them off. */
    TestJournal forget(final int count)
    {
        records.subList(records.size() - count, records.size()).clear();
        return this;
    }

    LastRecord last()
    {
        if (records.isEmpty())
        {
            return LastRecord.NONE;
        }
        final RecordModel record = records.get(records.size() - 1);
        return new LastRecord(record.place().epoch(), record.sequence(), record.timeNanos(), record.checksum());
    }

    /** Returns the instance of a sequence as a snapshot names it. */
    JournalAnchor anchor(final long sequence)
    {
        for (final RecordModel record : records)
        {
            if (record.type().isInstance() && record.sequence() == sequence)
            {
                return new JournalAnchor(sequence, record.checksum());
            }
        }
        throw new IllegalArgumentException("no instance of sequence " + sequence);
    }

    List<RecordModel> records()
    {
        return records;
    }

    JournalFiles files()
    {
        return new JournalFiles(storage);
    }

    Slab head()
    {
        return head;
    }

    static List<RecordModel> read(final JournalReader reader) throws IOException
    {
        final List<RecordModel> read = new ArrayList<>();
        while (reader.next())
        {
            read.add(RecordModel.of(reader.cursor()));
        }
        return read;
    }

    static List<RecordModel> readAll(final JournalFiles files) throws IOException
    {
        try (JournalReader reader = JournalReader.ofAll(files))
        {
            return read(reader);
        }
    }
}
