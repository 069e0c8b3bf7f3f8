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
package io.packetflow.layout.memory;

import java.util.ArrayList;
import java.util.List;

import org.agrona.UnsafeApi;

/**
 * Cold path. Owns blocks of off-heap memory: aligned, zeroed, pre-touched by the allocating thread (so that they lie
 * on its NUMA node), on huge pages where the host grants them, and freed when the arena is closed.
 *
 * <p>Assumptions: the thread that allocates runs where the memory shall live; nobody uses a slab after
 * {@link #close()} (checked while {@link Slab#BOUNDS_CHECKS} holds). Guarantees: a block's address is a multiple of
 * its alignment; every page of it is backed when {@link #allocate} returns; {@link #close()} frees all of it at once
 * and may be called twice. Allocation and close are synchronized; they are no part of any hot path.
 */
public final class Arena implements AutoCloseable
{
    /** Size of a huge page in bytes. */
    public static final long HUGE_PAGE_BYTES = 2L * 1024 * 1024;

    private final HugePages policy;
    private final List<Long> blocks = new ArrayList<>();
    private long allocatedBytes;
    private long hugeBytes;
    // Read on the hot path, but only by bounds checks, which are for tests.
    private volatile boolean closed;

    /**
     * Opens an arena.
     *
     * @param policy on huge pages
     */
    public Arena(final HugePages policy)
    {
        MemoryAccess.requireAvailable();
        this.policy = policy;
    }

    /**
     * Allocates a zeroed, pre-touched block.
     *
     * @param bytes size of the block, 1 or more
     * @param alignment of its first byte, a power of two
     * @return the block
     * @throws IllegalArgumentException if size or alignment are out of range
     * @throws OutOfMemoryError if the host has no memory left
     * @throws IllegalStateException if huge pages are required and not granted, or the arena is closed
     */
    public synchronized Slab allocate(final long bytes, final long alignment)
    {
        if (bytes <= 0)
        {
            throw new IllegalArgumentException("a block holds at least one byte: bytes=" + bytes);
        }
        if (alignment <= 0 || Long.bitCount(alignment) != 1)
        {
            throw new IllegalArgumentException("an alignment is a power of two: alignment=" + alignment);
        }
        if (closed)
        {
            throw new IllegalStateException("the arena is closed");
        }

        final boolean huge = policy != HugePages.OFF && bytes >= HUGE_PAGE_BYTES;
        final long granule = huge ? HUGE_PAGE_BYTES : Long.BYTES;
        final long effectiveAlignment = Math.max(alignment, granule);
        final long size = roundUp(bytes, granule);
        final long block = UnsafeApi.allocateMemory(size + effectiveAlignment);
        blocks.add(block);

        final long address = roundUp(block, effectiveAlignment);
        if (huge)
        {
            adviseHuge(address, size);
        }
        // Zeroing is the first touch: it backs every page, on the NUMA node of this thread.
        UnsafeApi.setMemory(address, size, (byte)0);
        allocatedBytes += size;
        return new Slab(this, address, bytes);
    }

    /** Returns how many bytes the open blocks hold, without alignment gaps. */
    public synchronized long allocatedBytes()
    {
        return allocatedBytes;
    }

    /** Returns for how many of those bytes the host accepted the request for huge pages. */
    public synchronized long hugePageBytes()
    {
        return hugeBytes;
    }

    /** Returns whether the memory is given back. */
    public boolean isClosed()
    {
        return closed;
    }

    @Override
    public synchronized void close()
    {
        if (closed)
        {
            return;
        }
        closed = true;
        for (final long block : blocks)
        {
            UnsafeApi.freeMemory(block);
        }
        blocks.clear();
        allocatedBytes = 0;
        hugeBytes = 0;
    }

    private void adviseHuge(final long address, final long size)
    {
        final String refusal = HugePageAdvice.advise(address, size);
        if (refusal == null)
        {
            hugeBytes += size;
        }
        else if (policy == HugePages.REQUIRED)
        {
            throw new IllegalStateException("huge pages are required but the host refused: " + refusal);
        }
    }

    private static long roundUp(final long value, final long granule)
    {
        return (value + granule - 1) & -granule;
    }
}
