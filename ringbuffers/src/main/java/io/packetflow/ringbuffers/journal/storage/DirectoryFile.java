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
package io.packetflow.ringbuffers.journal.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

import io.packetflow.layout.memory.MappedFile;
import io.packetflow.layout.memory.Slab;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cold path. A file of a {@link DirectoryStorage}. Bytes pass through a block of its own on their way to the kernel:
 * the copy costs microseconds, next to a sync that costs a hundred. An interrupt of the thread closes the file.
 */
final class DirectoryFile implements StorageFile
{
    private static final int STAGING_BYTES = 256 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final boolean writable;
    private final UnsafeBuffer memory = new UnsafeBuffer(0, 0);
    private ByteBuffer staging;
    private MappedFile mapping;

    DirectoryFile(final Path path, final FileChannel channel, final boolean writable)
    {
        this.path = path;
        this.channel = channel;
        this.writable = writable;
    }

    @Override
    public long size() throws IOException
    {
        return channel.size();
    }

    @Override
    public void read(final long offset, final Slab target, final long targetOffset, final int length)
        throws IOException
    {
        checkRange(target, targetOffset, length);
        int done = 0;
        while (done < length)
        {
            final ByteBuffer block = block(length - done);
            final int count = readBlock(block, offset + done);
            block.flip();
            memory.wrap(target.address() + targetOffset + done, count);
            memory.putBytes(0, block, count);
            done += count;
        }
    }

    private int readBlock(final ByteBuffer block, final long offset) throws IOException
    {
        final int count;
        try
        {
            count = channel.read(block, offset);
        }
        catch (final IOException e)
        {
            throw failed("read", offset, e);
        }
        if (count < 0)
        {
            throw new EOFException(path + " ends before the range that was to be read: offset=" + offset);
        }
        return count;
    }

    @Override
    public void write(final long offset, final Slab source, final long sourceOffset, final int length)
        throws IOException
    {
        checkRange(source, sourceOffset, length);
        int done = 0;
        while (done < length)
        {
            final ByteBuffer block = block(length - done);
            final int count = block.remaining();
            memory.wrap(source.address() + sourceOffset + done, count);
            memory.getBytes(0, block, count);
            block.flip();
            writeBlock(block, offset + done);
            done += count;
        }
    }

    private void writeBlock(final ByteBuffer block, final long offset) throws IOException
    {
        try
        {
            long at = offset;
            while (block.hasRemaining())
            {
                at += channel.write(block, at);
            }
        }
        catch (final IOException e)
        {
            throw failed("write", offset, e);
        }
    }

    @Override
    public void sync() throws IOException
    {
        try
        {
            channel.force(false);
        }
        catch (final IOException e)
        {
            throw failed("sync", 0, e);
        }
    }

    /** A mapping may have been touched all over, so that a sync of everything would write all of it. */
    @Override
    public void sync(final long offset, final int length) throws IOException
    {
        if (mapping == null)
        {
            sync();
            return;
        }
        try
        {
            mapping.force(offset, length);
        }
        catch (final UncheckedIOException e)
        {
            throw failed("sync", offset, e.getCause());
        }
    }

    @Override
    public Slab map() throws IOException
    {
        if (mapping == null)
        {
            mapping = MappedFile.map(channel,
                writable ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        return mapping.slab();
    }

    @Override
    public void close() throws IOException
    {
        if (mapping != null)
        {
            mapping.close();
        }
        if (staging != null)
        {
            BufferUtil.free(staging);
            staging = null;
        }
        channel.close();
    }

    private ByteBuffer block(final int length)
    {
        if (staging == null)
        {
            staging = ByteBuffer.allocateDirect(STAGING_BYTES);
        }
        return staging.clear().limit(Math.min(length, STAGING_BYTES));
    }

    private static void checkRange(final Slab slab, final long offset, final int length)
    {
        Objects.checkFromIndexSize(offset, (long)length, slab.capacity());
    }

    private IOException failed(final String what, final long offset, final IOException cause)
    {
        return new IOException(
            "cannot " + what + " " + path + " at offset " + offset + ": " + reason(cause), cause);
    }

    /** The JDK gives some errors no words. */
    static String reason(final IOException cause)
    {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public String toString()
    {
        return path.toString();
    }
}
