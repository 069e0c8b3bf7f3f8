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
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. Follows behind the append where the segments are mapped files: finds the last record for the mark, and
 * lets segments go that are full. Those are synced first, so that an error of the disk is not lost with the mapping.
 */
final class MappedTail implements MarkSource
{
    /** More than is appended from one look to the next while pages live long enough to be written back. */
    private static final long TOUCH_AHEAD_BYTES = 1 << 20;

    private final Slab head;
    private final RecordWalk walk;

    MappedTail(final Slab head, final JournalSegment first)
    {
        this.head = head;
        this.walk = new RecordWalk(first);
    }

    @Override
    public void read(final MarkPoint point) throws IOException
    {
        final long appended = head.getLongAcquire(HeadLayout.APPENDED_POSITION);
        while (walk.next(appended))
        {
            if (walk.isAtEnd())
            {
                // The position says that the appender has left it.
                walk.segment().file().sync();
                walk.segment().file().close();
                walk.advance();
            }
        }
        PageTouch.range(walk.segment().memory(), walk.offset(), TOUCH_AHEAD_BYTES);
        point.move(walk.position(), walk.sequence(), walk.checksum());
    }

    /** Brings what was appended so far to the disk. */
    void sync() throws IOException
    {
        read(new MarkPoint());
        walk.segment().file().sync();
    }

    /** Brings the first bytes behind the header of the present segment to the disk; nothing else is touched by it. */
    void syncFirst(final int bytes) throws IOException
    {
        walk.segment().file().sync(SegmentHeader.BYTES, bytes);
    }

    JournalSegment segment()
    {
        return walk.segment();
    }
}
