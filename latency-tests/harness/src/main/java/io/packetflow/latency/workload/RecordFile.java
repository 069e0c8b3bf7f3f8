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
package io.packetflow.latency.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Hot path. Records of {@value #RECORD_BYTES} bytes on their way to a file, which takes them in blocks of 64 KiB and
 * begins anew where it is full, so that a long run fits. One thread.
 */
final class RecordFile implements AutoCloseable
{
    /** Bytes of a record. */
    static final int RECORD_BYTES = 64;

    private static final int BLOCK_BYTES = 64 << 10;
    private static final long FILE_BYTES = 64L << 20;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long position;
    private long records;

    RecordFile(final Path directory)
    {
        try
        {
            path = Files.createTempFile(directory, "bench-records-", ".dat");
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no file for records can be made in " + directory, e);
        }
    }

    void append(final long number, final long value)
    {
        if (block.remaining() < RECORD_BYTES)
        {
            writeBlock();
        }
        final int at = block.position();
        block.putLong(at, number);
        block.putLong(at + Long.BYTES, value);
        block.position(at + RECORD_BYTES);
        records++;
    }

    private void writeBlock()
    {
        block.flip();
        position = position + BLOCK_BYTES > FILE_BYTES ? 0 : position;
        try
        {
            while (block.hasRemaining())
            {
                position += channel.write(block, position);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the file for records cannot be written: " + path, e);
        }
        block.clear();
    }

    /** Returns how many records it was given. */
    long records()
    {
        return records;
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
        Files.delete(path);
    }
}
