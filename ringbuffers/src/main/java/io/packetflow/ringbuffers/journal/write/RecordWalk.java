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

import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. Goes over the records that this process appended, from one to the next. It trusts them: they are checked
 * by whoever reads the files.
 */
final class RecordWalk
{
    private JournalSegment segment;
    private long offset = SegmentHeader.BYTES;
    private long sequence;
    private int checksum;
    private boolean isAtEnd;

    RecordWalk(final JournalSegment first)
    {
        segment = first;
    }

    /**
     * Goes over one record.
     *
     * @param limit position up to which records were appended, read with acquire
     * @return whether there was one in this segment
     */
    boolean next(final long limit)
    {
        if (isAtEnd || position() >= limit)
        {
            return false;
        }
        final int frameLength = RecordFormat.frameLength(segment.memory(), offset);
        if (frameLength < RecordFormat.HEADER_BYTES || frameLength > segment.memory().capacity() - offset)
        {
            throw new IllegalStateException("memory of the journal was written over: no record at offset " + offset +
                " of " + segment.file() + "; this process has an error, or the host's memory has");
        }
        sequence = RecordFormat.sequence(segment.memory(), offset);
        checksum = RecordFormat.claimedChecksum(segment.memory(), offset);
        isAtEnd = RecordFormat.type(segment.memory(), offset) == RecordType.SEGMENT_END.code();
        offset += frameLength;
        return true;
    }

    /** Returns whether the segment's last record was passed. */
    boolean isAtEnd()
    {
        return isAtEnd;
    }

    /** Goes on with the next segment, which is there once the last record of this one is. */
    void advance()
    {
        segment = segment.next();
        offset = SegmentHeader.BYTES;
        isAtEnd = false;
    }

    JournalSegment segment()
    {
        return segment;
    }

    long offset()
    {
        return offset;
    }

    /** Returns the position behind the record passed last, or where the next segment's records begin. */
    long position()
    {
        return segment.base() + offset;
    }

    /** Returns the sequence of the last instance passed. */
    long sequence()
    {
        return sequence;
    }

    /** Returns the checksum of the record passed last. */
    int checksum()
    {
        return checksum;
    }
}
