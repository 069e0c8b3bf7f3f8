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
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. A segment in memory.
 *
 * @param epoch of its directory
 * @param index of its name
 * @param slab that holds its bytes from offset 0; the loader's, until it loads the next one; null if there is no file
 * @param fileBytes length of the file
 * @param segmentBytes length that it was made with, 0 if not known
 * @param fault that keeps it from being read, null if there is none
 */
record SegmentImage(int epoch, int index, Slab slab, long fileBytes, long segmentBytes, SegmentFault fault)
{
    /** Returns the offset behind the last byte in which records may lie. */
    long limit()
    {
        return segmentBytes == 0 ? fileBytes : Math.min(fileBytes, segmentBytes);
    }

    /** Returns whether bytes are missing at its end. */
    boolean isTruncated()
    {
        return fileBytes < segmentBytes;
    }

    /** Returns whether bytes of its first page that must be zero are not. */
    boolean isHeaderSoiled()
    {
        return fileBytes >= SegmentHeader.BYTES && !RawScan.isZero(slab, Long.BYTES * 8, SegmentHeader.BYTES);
    }
}
