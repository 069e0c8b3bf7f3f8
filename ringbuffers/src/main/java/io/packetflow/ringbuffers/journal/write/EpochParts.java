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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongSupplier;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. What an epoch's writer consists of, made in the order in which it has to reach the disk. */
final class EpochParts implements AutoCloseable
{
    /** The record that closes an epoch always fits. */
    static final int MIN_BODY_BYTES = 1024;

    private final JournalDirectory directory;
    private final JournalSettings settings;
    private final int epoch;
    private final Durability mode;
    private final Arena arena = new Arena(HugePages.OFF);
    private StorageFile headFile;
    private Slab head;
    private JournalGate gate;
    private JournalStop stop;
    private PreparedSegments segments;
    private SpaceWatch space;
    private SegmentPreparer preparer;
    private JournalAppender appender;
    private Committer committer;
    private MappedTail tail;
    private MarkSource markSource;
    private MarkFile markFile;
    private MarkKeeper marks;
    private EpochSettling settling;
    private boolean isMade;
    private boolean isBegun;

    EpochParts(
        final JournalDirectory directory, final JournalSettings settings, final int epoch, final Durability mode)
    {
        this.directory = directory;
        this.settings = settings;
        this.epoch = epoch;
        this.mode = mode;
    }

    /** Makes what needs no lock and takes its time: the directory, the words, the first segment. */
    void reserve() throws IOException
    {
        SpaceWatch.requireRoom(directory.storage(), settings);
        directory.storage().createDirectory(JournalNames.epoch(epoch));
        isMade = true;
        CurrentEpoch.prepare(directory.storage(), epoch);
        directory.storage().syncDirectory("");
        makeHead();
        makeSegments();
    }

    /**
     * Begins: when it returns the epoch outlives the process, and the host after {@link #settling()}. Where outputs
     * wait for the disk, what they follow from is there: all of the epoch before, and the first record.
     */
    void begin(final EpochPlan plan, final LongSupplier nanoClock) throws IOException
    {
        isBegun = true;
        final byte[] start = plan.start().encode();
        makeAppender(plan, start.length);
        if (committer != null)
        {
            EarlierEpochs.sync(directory.storage(), epoch);
        }
        append(RecordType.EPOCH_START, start);
        if (committer != null)
        {
            commitAll();
        }
        requireCurrent();
        directory.current(epoch);
        settling = new EpochSettling(directory.storage(), tail, RecordFormat.frameLength(start.length));
        markFile = MarkFile.open(directory.storage(), arena);
        marks = new MarkKeeper(markFile, markSource, directory.storage(), settling, plan, settings, nanoClock);
    }

    /** Brings to the disk what {@link #begin} has left, and marks it. No helper thread runs. */
    void settle() throws IOException
    {
        if (settling.step())
        {
            marks.markNow();
        }
    }

    /** Without a lock in common, as after a fence, another process may have come first. */
    private void requireCurrent() throws IOException
    {
        final int current = CurrentEpoch.read(directory.storage());
        if (current != directory.currentEpoch())
        {
            throw new IOException("another process has begun epoch " + current + " since this one looked; its inputs " +
                "are not known here: start again");
        }
    }

    private void makeHead() throws IOException
    {
        final Storage storage = directory.storage();
        headFile = storage.create(JournalNames.head(epoch), HeadLayout.BYTES);
        SmallFiles.write(headFile, 0, headBytes());
        storage.syncDirectory(JournalNames.epoch(epoch));
        head = headFile.map();
        gate = new JournalGate(head, gateWord(mode));
        stop = new JournalStop(head, gate, epoch);
    }

    private byte[] headBytes()
    {
        final WriterIdentity writer = directory.writer();
        final ByteBuffer words = ByteBuffer.allocate(HeadLayout.APPENDED_POSITION).order(ByteOrder.LITTLE_ENDIAN);
        words.putLong(HeadLayout.MAGIC_OFFSET, HeadLayout.MAGIC);
        words.putInt(HeadLayout.VERSION_OFFSET, HeadLayout.VERSION);
        words.putInt(HeadLayout.EPOCH_OFFSET, epoch);
        words.putLong(HeadLayout.PID_OFFSET, writer.pid());
        words.putLong(HeadLayout.START_TIME_OFFSET, writer.startTimeMillis());
        words.putLong(HeadLayout.BOOT_ID_OFFSET, writer.bootIdHigh());
        words.putLong(HeadLayout.BOOT_ID_OFFSET + Long.BYTES, writer.bootIdLow());
        return words.array();
    }

    private static int gateWord(final Durability mode)
    {
        return switch (mode)
        {
            case PROCESS_SAFE -> HeadLayout.APPENDED_SEQUENCE;
            case GROUP, SYNC -> HeadLayout.DURABLE_SEQUENCE;
            case REPLICA -> HeadLayout.REPLICA_SEQUENCE;
        };
    }

    private void makeSegments() throws IOException
    {
        // One block is appended to, the others are ready or on their way to the disk.
        final MemoryBlocks blocks = mode.isWritten() ?
            new MemoryBlocks(arena, 1 + settings.segmentsAhead(), settings.segmentBytes()) : null;
        segments = new PreparedSegments(settings.segmentBytes(), stop);
        space = new SpaceWatch(directory.storage(), settings, segments, head);
        preparer = new SegmentPreparer(directory, settings, epoch, segments, space, blocks, arena);
        while (segments.first() == null)
        {
            if (!preparer.step())
            {
                throw new IOException("the disk was filled while the first segment was made, in " +
                    directory.storage() + "; free room on its file system");
            }
        }
        if (blocks == null)
        {
            tail = new MappedTail(head, segments.first());
            markSource = tail;
        }
        else
        {
            makeCommitter(blocks);
        }
    }

    private void makeCommitter(final MemoryBlocks blocks)
    {
        final MarkPoint committed = new MarkPoint();
        committer = new Committer(
            head, stop, blocks, committed, segments.first(), mode == Durability.SYNC);
        markSource = committed;
    }

    private void makeAppender(final EpochPlan plan, final int startBytes)
    {
        appender = new JournalAppender(
            segments, head, epoch, Math.max(startBytes, Math.max(plan.maxBodyBytes(), MIN_BODY_BYTES)));
        appender.continueAfter(
            plan.start().lastSequence(), plan.lastTimeNanos(), plan.start().previousChecksum());
    }

    void append(final RecordType type, final byte[] body)
    {
        // The append reads whole words.
        try (Arena scratch = new Arena(HugePages.OFF))
        {
            final Slab slab = scratch.allocate(body.length + Long.BYTES, Long.BYTES);
            slab.putBytes(0, body, 0, body.length);
            appender.administrative(type, slab, 0, body.length);
        }
    }

    /** Brings all that was appended to the disk, in every mode. No helper thread runs. */
    void commitAll() throws IOException
    {
        if (committer == null)
        {
            tail.sync();
            return;
        }
        boolean hasMore = true;
        while (hasMore)
        {
            hasMore = committer.step();
        }
    }

    Slab head()
    {
        return head;
    }

    JournalGate gate()
    {
        return gate;
    }

    JournalStop stop()
    {
        return stop;
    }

    SpaceWatch space()
    {
        return space;
    }

    SegmentPreparer preparer()
    {
        return preparer;
    }

    JournalAppender appender()
    {
        return appender;
    }

    /** Commits; null where the appender's memory is the file. */
    Committer committer()
    {
        return committer;
    }

    EpochSettling settling()
    {
        return settling;
    }

    MarkKeeper marks()
    {
        return marks;
    }

    /** Closes the files and frees the memory; nobody uses either any more. */
    @Override
    public void close()
    {
        closeQuietly(preparer);
        for (JournalSegment segment = oldestSegment(); segment != null; segment = segment.next())
        {
            closeQuietly(segment.file());
        }
        closeQuietly(markFile);
        closeQuietly(headFile);
        arena.close();
    }

    /** Takes away what was reserved and never begun: there is no record in it. */
    void discard() throws IOException
    {
        close();
        final String name = JournalNames.epoch(epoch);
        if (isMade && !isBegun)
        {
            for (final String file : directory.storage().list(name))
            {
                directory.storage().delete(name + '/' + file);
            }
            directory.storage().delete(name);
            if (directory.storage().exists(JournalNames.nextCurrent(epoch)))
            {
                directory.storage().delete(JournalNames.nextCurrent(epoch));
            }
        }
    }

    JournalDirectory directory()
    {
        return directory;
    }

    int epoch()
    {
        return epoch;
    }

    Durability mode()
    {
        return mode;
    }

    /** Those before it are closed. */
    private JournalSegment oldestSegment()
    {
        if (committer != null)
        {
            return committer.segment();
        }
        return tail == null ? null : tail.segment();
    }

    private static void closeQuietly(final AutoCloseable part)
    {
        try
        {
            if (part != null)
            {
                part.close();
            }
        }
        catch (final Exception e)
        {
            // What counts was synced before; what was not is not on the disk, whatever close says.
            return;
        }
    }
}
