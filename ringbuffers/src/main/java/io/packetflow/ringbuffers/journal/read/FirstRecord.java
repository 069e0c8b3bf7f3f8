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
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The first record of a segment, which tells cheaply what the segment holds. Believed as it stands: whoever
 * reads the segment checks that it follows the record before.
 *
 * @param isInstance whether it is an instance
 * @param sequence of the record
 * @param start what it says if it begins an epoch, else null
 */
record FirstRecord(boolean isInstance, long sequence, EpochStart start)
{
    /** Returns the sequence of the first instance that this segment or those behind it hold. */
    long firstInstance()
    {
        return isInstance ? sequence : sequence + 1;
    }

    /** Reads the first record of a segment; empty if there is no whole one of that epoch. */
    static Optional<FirstRecord> of(final JournalFiles files, final int epoch, final int segment) throws IOException
    {
        final String path = JournalFiles.segmentPath(epoch, segment);
        if (!files.storage().exists(path))
        {
            return Optional.empty();
        }
        try (StorageFile file = files.storage().open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final int length =
                (int)Math.min(file.size() - SegmentHeader.BYTES, RecordFormat.MAX_FRAME_BYTES) & -Long.BYTES;
            if (length < RecordFormat.HEADER_BYTES)
            {
                return Optional.empty();
            }
            final Slab slab = arena.allocate(SegmentHeader.BYTES + length, Long.BYTES);
            file.read(SegmentHeader.BYTES, slab, SegmentHeader.BYTES, length);
            return decode(slab, epoch, segment);
        }
    }

    private static Optional<FirstRecord> decode(final Slab slab, final int epoch, final int segment)
    {
        final RecordCursor cursor = new RecordCursor();
        cursor.enterEpoch(epoch, RecordCursor.NO_CUT, 0);
        cursor.enterSegment(segment, slab, slab.capacity());
        cursor.anchorAtNext();
        if (cursor.advance() != RecordVerdict.VALID)
        {
            return Optional.empty();
        }
        if (cursor.type() != RecordType.EPOCH_START.code())
        {
            return Optional.of(new FirstRecord(cursor.isInstance(), cursor.sequence(), null));
        }
        return EpochStarts.decode(cursor).map(start -> new FirstRecord(false, cursor.sequence(), start));
    }
}
