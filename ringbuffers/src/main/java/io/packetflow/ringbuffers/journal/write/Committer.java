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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path, but outputs wait for it. Brings what was appended to the disk: one write, one sync, then the gate moves.
 * Nothing else moves it, and nothing is written twice. The files have their length and their zeros, so a sync has no
 * tables of the file system to write.
 */
final class Committer implements Step
{
    /** A commit takes at most this much, so that after a stall the gate moves before all of the backlog is written. */
    private static final long MAX_BATCH_BYTES = 4L << 20;

    private final Slab head;
    private final JournalStop stop;
    private final MemoryBlocks blocks;
    private final MarkPoint committed;
    private final long batchBytes;
    private final RecordWalk walk;

    /**
     * Makes one.
     *
     * @param head words of the epoch
     * @param stop of the journal
     * @param blocks where memory goes that is on the disk
     * @param committed is moved after the gate
     * @param first segment
     * @param isRecordByRecord whether each record is committed by itself
     */
    Committer(
        final Slab head,
        final JournalStop stop,
        final MemoryBlocks blocks,
        final MarkPoint committed,
        final JournalSegment first,
        final boolean isRecordByRecord)
    {
        this.head = head;
        this.stop = stop;
        this.blocks = blocks;
        this.committed = committed;
        this.batchBytes = isRecordByRecord ? 0 : MAX_BATCH_BYTES;
        this.walk = new RecordWalk(first);
    }

    @Override
    public boolean step() throws IOException
    {
        final long appended = head.getLongAcquire(HeadLayout.APPENDED_POSITION);
        final long from = walk.offset();
        if (!walk.next(appended))
        {
            return false;
        }
        while (walk.offset() - from < batchBytes && walk.next(appended))
        {
            // The next record belongs to this commit too.
        }
        final JournalSegment segment = walk.segment();
        segment.file().write(from, segment.memory(), from, (int)(walk.offset() - from));
        segment.file().sync();
        if (walk.isAtEnd())
        {
            segment.file().close();
            walk.advance();
            blocks.giveBack(segment.memory());
        }
        moveGate();
        return true;
    }

    private void moveGate()
    {
        // Where another thread met an error in the meantime the gate stays, though these bytes are on the disk.
        if (!stop.isStopped())
        {
            head.putLongRelease(HeadLayout.DURABLE_POSITION, walk.position());
            head.putLongRelease(HeadLayout.DURABLE_SEQUENCE, walk.sequence());
            committed.move(walk.position(), walk.sequence(), walk.checksum());
        }
    }

    JournalSegment segment()
    {
        return walk.segment();
    }
}
