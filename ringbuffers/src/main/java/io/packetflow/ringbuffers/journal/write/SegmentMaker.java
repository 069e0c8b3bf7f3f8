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
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. One segment in the making. Zeros are written for real and synced in small steps: room that is only
 * reserved makes the file system note each first write to it, which stalls the syncs of those who wait for them. The
 * file gets its name when it is whole, so whatever has the name of a segment is one.
 */
final class SegmentMaker implements AutoCloseable
{
    /** Bytes that are synced at once. */
    private static final int STEP_BYTES = 1 << 20;
    private final Storage storage;
    private final SegmentHeader header;
    private final Slab zeros;
    private final Slab block;
    private StorageFile file;
    private long zeroedBytes;

    /**
     * Begins a segment.
     *
     * @param storage of the journal
     * @param header of the segment
     * @param zeros some, of which a step is a multiple
     * @param block memory that is zeroed beside the file and becomes the segment's; null to map the file
     */
    SegmentMaker(final Storage storage, final SegmentHeader header, final Slab zeros, final Slab block)
        throws IOException
    {
        this.storage = storage;
        this.header = header;
        this.zeros = zeros;
        this.block = block;
        this.file = storage.create(JournalNames.segmentBeside(header.epoch(), header.index()), 0);
    }

    /** Goes on by one step; returns the segment when it is ready, null before. */
    JournalSegment step() throws IOException
    {
        if (zeroedBytes < header.segmentBytes())
        {
            zero();
            return null;
        }
        name();
        final Slab memory = block == null ? file.map() : block;
        PageTouch.range(memory, 0, memory.capacity());
        return new JournalSegment(header.index(), header.segmentBytes(), file, memory);
    }

    private void zero() throws IOException
    {
        for (int done = 0; done < STEP_BYTES; done += (int)zeros.capacity())
        {
            file.write(zeroedBytes + done, zeros, 0, (int)zeros.capacity());
        }
        file.sync();
        if (block != null)
        {
            block.fill(zeroedBytes, STEP_BYTES, (byte)0);
        }
        zeroedBytes += STEP_BYTES;
    }

    private void name() throws IOException
    {
        final String beside = JournalNames.segmentBeside(header.epoch(), header.index());
        final String name = JournalNames.segment(header.epoch(), header.index());
        SmallFiles.write(file, 0, header.encode());
        file.close();
        storage.rename(beside, name);
        storage.syncDirectory(JournalNames.epoch(header.epoch()));
        file = storage.open(name, true);
    }

    @Override
    public void close() throws IOException
    {
        file.close();
    }
}
