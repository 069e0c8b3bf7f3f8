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
import java.util.Objects;

import org.agrona.UnsafeApi;

/**
 * Cold path. Owns blocks of off-heap memory: aligned, zeroed, pre-touched by the allocating thread (so that they lie
 * on its NUMA node), on huge pages where the host grants them, and freed when the arena is closed.
 *
 * <p>Assumptions: the thread that allocates runs where the memory shall live; nobody uses a slab after
 * {@link #close()} (checked while {@link Slab#BOUNDS_CHECKS} holds). Guarantees: a block's address is a multiple of
 * its alignment; every page of it is backed when {@link #allocate} returns; {@link #close()} frees all of it at once
 * and may be called twice. Allocation and close are synchronized; they are no part of any hot path.
 *
 * <p>Design note: blocks come from the C library, which takes large ones fresh from the kernel. A block of less than
 * 32 MiB may reuse memory that the process freed before and that was touched elsewhere, so arenas are opened at start,
 * not after others were closed, where the NUMA node matters.
 */
public final class Arena implements MemoryOwner, AutoCloseable
{
    /** Size of a huge page in bytes. */
    public static final long HUGE_PAGE_BYTES = 2L * 1024 * 1024;

    /** The longest block, 16 TiB; more is a mistake in a unit. */
    public static final long MAX_BLOCK_BYTES = 1L << 44;

    /** The coarsest alignment, 1 GiB. */
    public static final long MAX_ALIGNMENT = 1L << 30;

    private final HugePages policy;
    private final HugePageHost host;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Block> advisedBlocks = new ArrayList<>();
    private long allocatedBytes;
    private long hugeBytes;
    private String refusal;
    // Read on the hot path, but only by bounds checks, which are for tests.
    private volatile boolean closed;

    /**
     * Opens an arena.
     *
     * @param policy on huge pages
     * @throws IllegalStateException if the JVM was started without {@link MemoryAccess#REQUIRED_OPTION}
     */
    public Arena(final HugePages policy)
    {
        this(policy, new LinuxHugePages());
    }

    Arena(final HugePages policy, final HugePageHost host)
    {
        MemoryAccess.requireAvailable();
        this.policy = Objects.requireNonNull(policy, "an arena needs a policy on huge pages");
        this.host = host;
    }

    /**
     * Allocates a zeroed, pre-touched block.
     *
     * @param bytes size of the block, 1 to {@link #MAX_BLOCK_BYTES}
     * @param alignment of its first byte, a power of two up to {@link #MAX_ALIGNMENT}
     * @return the block
     * @throws IllegalArgumentException if size or alignment are out of range
     * @throws OutOfMemoryError if the host has no memory left
     * @throws IllegalStateException if huge pages are required and not granted, or the arena is closed; in the first
     *     case the block is freed again
     */
    public synchronized Slab allocate(final long bytes, final long alignment)
    {
        if (bytes <= 0 || bytes > MAX_BLOCK_BYTES)
        {
            throw new IllegalArgumentException("a block holds 1 to " + MAX_BLOCK_BYTES + " bytes: bytes=" + bytes);
        }
        if (alignment <= 0 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1)
        {
            throw new IllegalArgumentException(
                "an alignment is a power of two, at most " + MAX_ALIGNMENT + ": alignment=" + alignment);
        }
        if (closed)
        {
            throw new IllegalStateException("the arena is closed");
        }

        final boolean huge = policy != HugePages.OFF && bytes >= HUGE_PAGE_BYTES;
        final long granule = huge ? HUGE_PAGE_BYTES : Long.BYTES;
        final long effectiveAlignment = Math.max(alignment, granule);
        final long size = roundUp(bytes, granule);
        final long allocation = UnsafeApi.allocateMemory(size + effectiveAlignment);
        final Block block = new Block(allocation, roundUp(allocation, effectiveAlignment), size);
        try
        {
            prepare(block, huge);
        }
        catch (final RuntimeException | Error e)
        {
            UnsafeApi.freeMemory(allocation);
            throw e;
        }
        return new Slab(this, block.address, bytes);
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

    /**
     * Asks the host how many huge pages the arena really has. Reads {@code /proc/self/smaps}, which takes milliseconds.
     *
     * @return what was asked for, promised and given
     */
    public synchronized HugePageReport hugePageReport()
    {
        final long backedBytes = advisedBlocks.isEmpty() ? 0 : host.backedBytes(advisedBlocks);
        return new HugePageReport(policy, allocatedBytes, hugeBytes, backedBytes, refusal);
    }

    @Override
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
        for (final Block block : blocks)
        {
            UnsafeApi.freeMemory(block.allocation);
        }
        blocks.clear();
        advisedBlocks.clear();
        allocatedBytes = 0;
        hugeBytes = 0;
    }

    private void prepare(final Block block, final boolean huge)
    {
        final boolean isAdvised = huge && adviseHuge(block);
        // Zeroing is the first touch: it backs every page, on the NUMA node of this thread.
        UnsafeApi.setMemory(block.address, block.size, (byte)0);
        if (isAdvised && policy == HugePages.REQUIRED)
        {
            requireBacked(block);
        }
        blocks.add(block);
        allocatedBytes += block.size;
        if (isAdvised)
        {
            advisedBlocks.add(block);
            hugeBytes += block.size;
        }
    }

    private boolean adviseHuge(final Block block)
    {
        final String answer = host.advise(block.address, block.size);
        if (answer != null && policy == HugePages.REQUIRED)
        {
            throw new IllegalStateException("huge pages are required but the host refused: " + answer);
        }
        refusal = answer == null ? refusal : answer;
        return answer == null;
    }

    private void requireBacked(final Block block)
    {
        final long backedBytes = host.backedBytes(List.of(block));
        if (backedBytes == HugePageReport.UNKNOWN)
        {
            throw new IllegalStateException(
                "huge pages are required but the host does not say whether it gave them: smaps cannot be read");
        }
        if (backedBytes < block.size)
        {
            throw new IllegalStateException("huge pages are required but the host gave them to only " + backedBytes +
                " of " + block.size + " bytes: its free memory is short or fragmented; as root," +
                " echo 1 > /proc/sys/vm/compact_memory may help");
        }
    }

    private static long roundUp(final long value, final long granule)
    {
        return (value + granule - 1) & -granule;
    }

    /** One allocation of the C library, and the aligned part of it that is used. */
    record Block(long allocation, long address, long size)
    {
        long end()
        {
            return address + size;
        }
    }
}
