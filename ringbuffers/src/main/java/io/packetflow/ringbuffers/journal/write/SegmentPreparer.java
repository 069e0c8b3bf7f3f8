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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.Storage;

/** Cold path. Keeps segments ready ahead of the append, step by step, as long as the disk has room for them. */
final class SegmentPreparer implements Step, AutoCloseable
{
    private static final int ZERO_BYTES = 256 * 1024;

    private final Storage storage;
    private final JournalSettings settings;
    private final int epoch;
    private final WriterIdentity writer;
    private final PreparedSegments segments;
    private final SpaceWatch space;
    private final MemoryBlocks blocks;
    private final Slab zeros;
    private SegmentMaker maker;

    /**
     * Makes one.
     *
     * @param directory of the journal
     * @param settings of the journal
     * @param epoch that the segments belong to
     * @param segments where they are handed over
     * @param space that says whether there is room
     * @param blocks memory to append to, null where the files are mapped
     * @param arena for a few zeros
     */
    SegmentPreparer(
        final JournalDirectory directory,
        final JournalSettings settings,
        final int epoch,
        final PreparedSegments segments,
        final SpaceWatch space,
        final MemoryBlocks blocks,
        final Arena arena)
    {
        this.storage = directory.storage();
        this.writer = directory.writer();
        this.settings = settings;
        this.epoch = epoch;
        this.segments = segments;
        this.space = space;
        this.blocks = blocks;
        this.zeros = arena.allocate(ZERO_BYTES, Long.BYTES);
    }

    @Override
    public boolean step() throws IOException
    {
        return maker == null ? begin() : goOn();
    }

    private boolean begin() throws IOException
    {
        if (segments.readyCount() >= settings.segmentsAhead() || !space.hasRoomForSegment())
        {
            return false;
        }
        final Slab block = blocks == null ? null : blocks.take();
        if (blocks != null && block == null)
        {
            return false;
        }
        final SegmentHeader header = new SegmentHeader(epoch, segments.preparedCount(), settings.segmentBytes(),
            writer.bootIdHigh(), writer.bootIdLow());
        maker = new SegmentMaker(storage, header, zeros, block);
        return true;
    }

    private boolean goOn() throws IOException
    {
        final JournalSegment segment = maker.step();
        if (segment != null)
        {
            maker = null;
            segments.add(segment);
        }
        return true;
    }

    @Override
    public void close() throws IOException
    {
        if (maker != null)
        {
            maker.close();
            maker = null;
        }
    }
}
