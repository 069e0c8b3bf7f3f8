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

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;

/**
 * Cold path. A file's bytes as a {@link Slab}: what one process writes others that map the same file see, and what was
 * written survives the death of the process, not that of the host.
 *
 * <p>The file has its full length before it is mapped; an access behind its end, or to a hole that a full disk cannot
 * fill, is an error of the machine (SIGBUS). Memory ordering is that of the slab's accesses, across processes too.
 * Nobody uses the slab after {@link #close()}, which takes the mapping away at once.
 */
public final class MappedFile implements MemoryOwner, AutoCloseable
{
    private static final long PAGE_BYTES = 4096;

    private final MappedByteBuffer mapping;
    private final Slab slab;
    private volatile boolean closed;

    private MappedFile(final MappedByteBuffer mapping)
    {
        this.mapping = mapping;
        this.slab = new Slab(this, BufferUtil.address(mapping), mapping.capacity());
    }

    /**
     * Maps a part of a file.
     *
     * @param channel of the file; it may be closed afterwards
     * @param mode how it may be accessed
     * @param offset of the first byte, a multiple of the page size
     * @param bytes to map, 1 to 2 GiB - 1, within the file
     * @return the mapping
     * @throws IOException if the file cannot be mapped or does not reach that far
     */
    public static MappedFile map(
        final FileChannel channel, final FileChannel.MapMode mode, final long offset, final long bytes)
        throws IOException
    {
        MemoryAccess.requireAvailable();
        if (offset < 0 || bytes <= 0 || channel.size() < offset + bytes)
        {
            // The JDK would make the file longer instead, with a hole that a full disk turns into a SIGBUS.
            throw new IOException("a mapping lies within its file: offset=" + offset + " bytes=" + bytes +
                " fileBytes=" + channel.size());
        }
        return new MappedFile(channel.map(mode, offset, bytes));
    }

    /** Returns the memory. */
    public Slab slab()
    {
        return slab;
    }

    /** Writes one byte of each page with its own value, so that later stores find the page mapped and writable. */
    public void touch()
    {
        for (long offset = 0; offset < slab.capacity(); offset += PAGE_BYTES)
        {
            final long address = slab.address() + offset;
            // An exchange that changes nothing: others may be writing to the same page.
            final long value = UnsafeApi.getLongVolatile(null, address);
            UnsafeApi.compareAndSetLong(null, address, value, value);
        }
    }

    /**
     * Brings a part of the mapping to the disk, whatever waits there of the rest.
     *
     * @param offset of the first byte
     * @param length bytes, 1 or more
     * @throws java.io.UncheckedIOException if it is not on the disk
     * @throws IndexOutOfBoundsException if it lies outside
     */
    public void force(final long offset, final int length)
    {
        Objects.checkFromIndexSize(offset, (long)length, slab.capacity());
        mapping.force((int)offset, length);
    }

    @Override
    public boolean isClosed()
    {
        return closed;
    }

    @Override
    public synchronized void close()
    {
        if (!closed)
        {
            closed = true;
            BufferUtil.free(mapping);
        }
    }
}
