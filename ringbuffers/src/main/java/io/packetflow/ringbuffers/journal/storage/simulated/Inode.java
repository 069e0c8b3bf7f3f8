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
package io.packetflow.ringbuffers.journal.storage.simulated;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. The bytes of one simulated file, twice: as the page cache has them and as the disk has them. Pages differ
 * between a write and the next sync; what a crash makes of those is left to chance.
 */
final class Inode implements AutoCloseable
{
    static final long PAGE_BYTES = 4096;

    private static final long SECTOR_BYTES = 512;
    private static final int FATES = 3;

    private final Bytes cache;
    private final DiskPages disk;
    private final BitSet written = new BitSet();
    /** Pages that a failed sync counts as clean, as they were then. */
    private final Map<Integer, byte[]> lost = new HashMap<>();
    private long size;
    private long diskSize;
    private boolean isMapped;

    Inode(final long capacity)
    {
        cache = new Bytes(Bytes.roundUp(capacity));
        disk = new DiskPages();
    }

    long size()
    {
        return size;
    }

    Slab cache()
    {
        return cache.slab();
    }

    Slab map()
    {
        isMapped = true;
        return cache.slab();
    }

    void resize(final long bytes)
    {
        if (isMapped && bytes > cache.slab().capacity())
        {
            throw new IllegalStateException("a simulated file does not grow while it is mapped: bytes=" + bytes);
        }
        cache.reserve(bytes);
        // A page that was never written is on no disk either, but its length is news.
        markWritten(size, bytes - size);
        size = bytes;
    }

    void write(final long offset, final Slab source, final long sourceOffset, final int length)
    {
        if (offset + length > size)
        {
            resize(offset + length);
        }
        cache.slab().copyFrom(offset, source, sourceOffset, length);
        markWritten(offset, length);
    }

    private void markWritten(final long offset, final long length)
    {
        if (length > 0)
        {
            written.set((int)(offset / PAGE_BYTES), (int)((offset + length - 1) / PAGE_BYTES) + 1);
        }
    }

    private BitSet dirty()
    {
        final BitSet dirty = (BitSet)written.clone();
        if (isMapped)
        {
            for (int page = 0; page < pages(); page++)
            {
                if (!disk.holds(page, cache.slab()) && !isLost(page))
                {
                    dirty.set(page);
                }
            }
        }
        return dirty;
    }

    private int pages()
    {
        return (int)(Bytes.roundUp(size) / PAGE_BYTES);
    }

    private boolean isLost(final int page)
    {
        final byte[] then = lost.get(page);
        return then != null && Arrays.equals(then, DiskPages.copy(page, cache.slab()));
    }

    void sync()
    {
        final BitSet dirty = dirty();
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1))
        {
            disk.put(page, cache.slab());
            lost.remove(page);
        }
        written.clear();
        diskSize = size;
    }

    /** Nothing reaches the disk, and everything counts as clean. */
    void failSync()
    {
        final BitSet dirty = dirty();
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1))
        {
            lost.put(page, DiskPages.copy(page, cache.slab()));
        }
        written.clear();
    }

    /** Returns what is there after the host died: of each dirty page the old or the new bytes, or sectors of both. */
    Inode afterCrash(final SplittableRandom random)
    {
        final BitSet dirty = dirty();
        final Inode left = new Inode(Math.max(size, diskSize));
        left.size = size == diskSize || random.nextBoolean() ? size : diskSize;
        left.diskSize = left.size;
        final Slab bytes = left.cache.slab();
        disk.copyTo(bytes);
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1))
        {
            final int fate = random.nextInt(FATES);
            for (long at = page * PAGE_BYTES; at < (page + 1) * PAGE_BYTES; at += SECTOR_BYTES)
            {
                if (fate == 0 || (fate == 1 && random.nextBoolean()))
                {
                    bytes.copyFrom(at, cache.slab(), at, SECTOR_BYTES);
                }
            }
        }
        // Behind the end there are zeros, however long the file becomes later.
        bytes.fill(left.size, bytes.capacity() - left.size, (byte)0);
        for (int page = 0; page < left.pages(); page++)
        {
            left.disk.put(page, bytes);
        }
        return left;
    }

    /** Returns the same bytes for a process that starts after this one died: the kernel keeps both. */
    Inode afterProcessDeath()
    {
        final Inode left = new Inode(Math.max(size, diskSize));
        left.cache.slab().copyFrom(0, cache.slab(), 0, Bytes.roundUp(size));
        left.disk.addAll(disk);
        left.size = size;
        left.diskSize = diskSize;
        left.written.or(written);
        left.lost.putAll(lost);
        left.isMapped = isMapped;
        return left;
    }

    @Override
    public void close()
    {
        cache.close();
    }
}
