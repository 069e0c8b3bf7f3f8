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
    private final Bytes disk;
    private final BitSet written = new BitSet();
    /** Pages that a failed sync counts as clean, as they were then. */
    private final Map<Integer, byte[]> lost = new HashMap<>();
    private long size;
    private long diskSize;
    private boolean isMapped;

    Inode(final long capacity)
    {
        cache = new Bytes(Bytes.roundUp(capacity));
        disk = new Bytes(Bytes.roundUp(capacity));
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
        disk.reserve(bytes);
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
                if (!same(page) && !isLost(page))
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

    private boolean same(final int page)
    {
        final Slab one = cache.slab();
        final Slab other = disk.slab();
        final long end = (page + 1) * PAGE_BYTES;
        for (long at = page * PAGE_BYTES; at < end; at += Long.BYTES)
        {
            if (one.getLong(at) != other.getLong(at))
            {
                return false;
            }
        }
        return true;
    }

    private boolean isLost(final int page)
    {
        final byte[] then = lost.get(page);
        return then != null && Arrays.equals(then, page(page));
    }

    private byte[] page(final int page)
    {
        final byte[] bytes = new byte[(int)PAGE_BYTES];
        cache.slab().getBytes(page * PAGE_BYTES, bytes, 0, bytes.length);
        return bytes;
    }

    void sync()
    {
        final BitSet dirty = dirty();
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1))
        {
            disk.slab().copyFrom(page * PAGE_BYTES, cache.slab(), page * PAGE_BYTES, PAGE_BYTES);
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
            lost.put(page, page(page));
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
        left.disk.slab().copyFrom(0, disk.slab(), 0, Bytes.roundUp(left.size));
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1))
        {
            final int fate = random.nextInt(FATES);
            for (long at = page * PAGE_BYTES; at < (page + 1) * PAGE_BYTES; at += SECTOR_BYTES)
            {
                final boolean survives = fate == 0 || (fate == 1 && random.nextBoolean());
                if (survives && at < left.size)
                {
                    left.disk.slab().copyFrom(at, cache.slab(), at, SECTOR_BYTES);
                }
            }
        }
        // Behind the end there are zeros, however long the file becomes later.
        left.disk.slab().fill(left.size, Bytes.roundUp(left.size) - left.size, (byte)0);
        left.cache.slab().copyFrom(0, left.disk.slab(), 0, Bytes.roundUp(left.size));
        return left;
    }

    /** Returns the same bytes for a process that starts after this one died: the kernel keeps both. */
    Inode afterProcessDeath()
    {
        final Inode left = new Inode(Math.max(size, diskSize));
        left.cache.slab().copyFrom(0, cache.slab(), 0, Bytes.roundUp(size));
        left.disk.slab().copyFrom(0, disk.slab(), 0, Bytes.roundUp(size));
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
        disk.close();
    }
}
