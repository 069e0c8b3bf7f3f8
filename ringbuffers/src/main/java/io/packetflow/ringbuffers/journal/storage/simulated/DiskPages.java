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
import java.util.HashMap;
import java.util.Map;

import io.packetflow.layout.memory.Slab;

/** Cold path. The pages of a file as the disk has them. A page that is not here is zero, as most of a segment is. */
final class DiskPages
{
    private static final int PAGE_BYTES = (int)Inode.PAGE_BYTES;

    private final Map<Integer, byte[]> pages = new HashMap<>();

    /** Copies a page out of the cache. */
    static byte[] copy(final int page, final Slab cache)
    {
        final byte[] bytes = new byte[PAGE_BYTES];
        cache.getBytes(page * Inode.PAGE_BYTES, bytes, 0, PAGE_BYTES);
        return bytes;
    }

    void put(final int page, final Slab cache)
    {
        if (isZero(page, cache))
        {
            pages.remove(page);
        }
        else
        {
            pages.put(page, copy(page, cache));
        }
    }

    void addAll(final DiskPages other)
    {
        pages.putAll(other.pages);
    }

    /** Returns whether the disk has a page as the cache has it. */
    boolean holds(final int page, final Slab cache)
    {
        final byte[] bytes = pages.get(page);
        return bytes == null ? isZero(page, cache) : Arrays.equals(bytes, copy(page, cache));
    }

    /** Fills a cache that is zero. */
    void copyTo(final Slab cache)
    {
        pages.forEach((page, bytes) -> cache.putBytes(page * Inode.PAGE_BYTES, bytes, 0, PAGE_BYTES));
    }

    private static boolean isZero(final int page, final Slab cache)
    {
        final long end = (page + 1) * Inode.PAGE_BYTES;
        for (long at = page * Inode.PAGE_BYTES; at < end; at += Long.BYTES)
        {
            if (cache.getLong(at) != 0)
            {
                return false;
            }
        }
        return true;
    }
}
