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
import java.util.List;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The last instance of a process that died after it had appended it and before it had added the checksum:
 * all of it is in the file, the head names its sequence, its output may have left, and the word is zero that makes it a
 * record. Whoever takes the journal's lock writes that word, as the process would have; who only reads knows that one
 * more instance is there than records. There is none where the files are not the appender's memory, nor after another
 * start of the host, whose pages the head does not answer for.
 *
 * @param path of the segment
 * @param offset of the record in it
 * @param sequence of the instance
 * @param commit word that is missing
 */
public record UnsealedRecord(String path, long offset, long sequence, long commit)
{
    private static final int CHECKED_BYTES = 60;

    /**
     * Looks for one.
     *
     * @param files of the journal
     * @param head words of the epoch, written under this start of the host; nobody appends any more
     * @return the record, empty if all that was appended is sealed
     * @throws IOException if the file system fails
     */
    public static Optional<UnsealedRecord> find(final JournalFiles files, final EpochHead head) throws IOException
    {
        final List<Integer> segments = files.segments(head.epoch());
        if (segments.isEmpty())
        {
            return Optional.empty();
        }
        final long segmentBytes = segmentBytes(files, JournalFiles.segmentPath(head.epoch(), segments.get(0)));
        if (segmentBytes == 0)
        {
            return Optional.empty();
        }
        final int index = (int)(head.appendedPosition() / segmentBytes);
        final long offset = head.appendedPosition() % segmentBytes;
        return segments.contains(index) && offset >= SegmentHeader.BYTES ?
            at(files, JournalFiles.segmentPath(head.epoch(), index), offset, head) : Optional.empty();
    }

    /** Segments of an epoch have one length; a header that is damaged speaks for itself when it is read. */
    private static long segmentBytes(final JournalFiles files, final String path) throws IOException
    {
        try
        {
            return SegmentHeader.decode(files.bytes(path, CHECKED_BYTES)).segmentBytes();
        }
        catch (final IllegalArgumentException e)
        {
            return 0;
        }
    }

    private static Optional<UnsealedRecord> at(
        final JournalFiles files, final String path, final long offset, final EpochHead head) throws IOException
    {
        try (StorageFile file = files.storage().open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final int most = (int)Math.min(RecordFormat.MAX_FRAME_BYTES, file.size() - offset);
            if (most < RecordFormat.HEADER_BYTES)
            {
                return Optional.empty();
            }
            final Slab slab = arena.allocate(RecordFormat.MAX_FRAME_BYTES, Long.BYTES);
            file.read(offset, slab, 0, most);
            if (!isUnsealed(slab, most, head))
            {
                return Optional.empty();
            }
            final int frameLength = RecordFormat.frameLength(RecordFormat.bodyLength(slab, 0));
            return Optional.of(new UnsealedRecord(path, offset, head.appendedSequence(),
                RecordFormat.commit(frameLength, RecordFormat.checksum(slab, 0, frameLength))));
        }
    }

    private static boolean isUnsealed(final Slab slab, final int most, final EpochHead head)
    {
        final int bodyLength = RecordFormat.bodyLength(slab, 0);
        final int type = RecordFormat.type(slab, 0);
        return slab.getLong(RecordFormat.COMMIT) == 0 &&
            RecordFormat.sequence(slab, 0) == head.appendedSequence() && head.appendedSequence() > 0 &&
            RecordFormat.epoch(slab, 0) == head.epoch() &&
            bodyLength >= 0 && bodyLength <= RecordFormat.MAX_BODY_BYTES &&
            RecordFormat.frameLength(bodyLength) <= most && isInstance(type);
    }

    private static boolean isInstance(final int type)
    {
        for (final RecordType known : RecordType.values())
        {
            if (known.code() == type)
            {
                return known.isInstance();
            }
        }
        return false;
    }
}
