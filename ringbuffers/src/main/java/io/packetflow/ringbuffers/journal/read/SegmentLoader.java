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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. Reads segments into memory that it owns and uses again, a piece at a time, so that a piece is still in the
 * cache when its records are read. Why no mapping: what the disk cannot read is then an {@link IOException} with a
 * place, not an error of the machine.
 */
final class SegmentLoader implements AutoCloseable
{
    private static final long ALIGNMENT = 64;
    private static final int PIECE_BYTES = 256 * 1024;

    private final JournalFiles files;
    private Arena arena;
    private Slab slab;
    private StorageFile file;
    private long fileBytes;
    private long loadedBytes;

    SegmentLoader(final JournalFiles files)
    {
        this.files = files;
    }

    /** Loads all of a segment; the one before is gone. */
    SegmentImage loadWhole(final SegmentCheck check) throws IOException
    {
        final SegmentImage image = load(check);
        loadRest();
        return image;
    }

    /** Loads the first piece of a segment; the one before is gone. */
    SegmentImage load(final SegmentCheck check) throws IOException
    {
        closeFile();
        final String path = JournalFiles.segmentPath(check.epoch(), check.index());
        if (!files.storage().exists(path))
        {
            return faulty(check, 0, new SegmentFault(EndKind.TRUNCATED_FILE, 0, "a segment that is missing"));
        }
        file = files.storage().open(path, false);
        final long bytes = file.size();
        if (bytes > Integer.MAX_VALUE)
        {
            closeFile();
            return faulty(check, bytes,
                new SegmentFault(EndKind.FOREIGN, 0, "a file that is longer than any segment"));
        }
        reserve(Math.max(bytes, SegmentHeader.BYTES));
        fileBytes = bytes;
        loadMore();
        return image(check, bytes);
    }

    /** Loads the next piece of the segment; answers false if all of it is there. */
    boolean loadMore() throws IOException
    {
        if (loadedBytes == fileBytes)
        {
            return false;
        }
        final int length = (int)Math.min(PIECE_BYTES, fileBytes - loadedBytes);
        file.read(loadedBytes, slab, loadedBytes, length);
        loadedBytes += length;
        return true;
    }

    /** Loads what is missing of the segment. */
    void loadRest() throws IOException
    {
        boolean isMore = true;
        while (isMore)
        {
            isMore = loadMore();
        }
    }

    /** Returns how many bytes of the segment are loaded. */
    long loadedBytes()
    {
        return loadedBytes;
    }

    private SegmentImage image(final SegmentCheck check, final long bytes)
    {
        final SegmentFault fault = check.fault(slab, bytes);
        final long segmentBytes = fault == null ? SegmentCheck.header(slab).segmentBytes() : 0;
        return new SegmentImage(check.epoch(), check.index(), slab, bytes, segmentBytes, fault);
    }

    private static SegmentImage faulty(final SegmentCheck check, final long bytes, final SegmentFault fault)
    {
        return new SegmentImage(check.epoch(), check.index(), null, bytes, 0, fault);
    }

    private void reserve(final long bytes)
    {
        if (slab == null || slab.capacity() < bytes)
        {
            closeMemory();
            arena = new Arena(HugePages.OFF);
            slab = arena.allocate(bytes, ALIGNMENT);
        }
    }

    private void closeFile() throws IOException
    {
        fileBytes = 0;
        loadedBytes = 0;
        if (file != null)
        {
            file.close();
            file = null;
        }
    }

    private void closeMemory()
    {
        if (arena != null)
        {
            arena.close();
            arena = null;
            slab = null;
        }
    }

    @Override
    public void close() throws IOException
    {
        closeMemory();
        closeFile();
    }
}
