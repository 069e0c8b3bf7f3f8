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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.NewerVersionException;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. What a segment must be, to be read in its place.
 *
 * @param epoch of its directory
 * @param index of its name
 * @param segmentBytes length of the segments before it, 0 if not known
 * @param start of its epoch, null if not known
 */
record SegmentCheck(int epoch, int index, long segmentBytes, EpochStart start)
{
    private static final int CHECKED_BYTES = 60;

    /** Returns what is wrong with the first page, null if nothing is. */
    SegmentFault fault(final Slab slab, final long fileBytes)
    {
        if (fileBytes < SegmentHeader.BYTES)
        {
            return new SegmentFault(EndKind.TRUNCATED_FILE, fileBytes, "a file that is shorter than its first page");
        }
        try
        {
            return fault(header(slab));
        }
        catch (final NewerVersionException e)
        {
            return new SegmentFault(EndKind.NEWER_VERSION, 0, e.getMessage());
        }
        catch (final IllegalArgumentException e)
        {
            return new SegmentFault(EndKind.CORRUPT, 0, e.getMessage());
        }
    }

    /** Decodes the header. */
    static SegmentHeader header(final Slab slab)
    {
        final byte[] bytes = new byte[CHECKED_BYTES];
        slab.getBytes(0, bytes, 0, CHECKED_BYTES);
        return SegmentHeader.decode(bytes);
    }

    private SegmentFault fault(final SegmentHeader header)
    {
        if (header.epoch() != epoch || header.index() != index)
        {
            return foreign("the segment " + JournalFiles.segmentPath(header.epoch(), header.index()));
        }
        if (start != null && (header.bootIdHigh() != start.bootIdHigh() || header.bootIdLow() != start.bootIdLow()))
        {
            return foreign("a segment that was made under another start of a host than its epoch");
        }
        if ((segmentBytes != 0 && header.segmentBytes() != segmentBytes) ||
            header.segmentBytes() <= SegmentHeader.BYTES)
        {
            return foreign("a segment of another length than those before: segmentBytes=" + header.segmentBytes());
        }
        return null;
    }

    private static SegmentFault foreign(final String cause)
    {
        return new SegmentFault(EndKind.FOREIGN, 0, cause);
    }
}
