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
package io.packetflow.ringbuffers.journal.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import org.agrona.BufferUtil;

/**
 * Cold path. Keeps the file of a queue's records ahead of its writer: with real zeros, for its owner alone.
 *
 * <p>Why: Chronicle Queue stores into mapped pages that the disk may not have, and where it has none the JVM gets a
 * signal that can end it, and the molecule with it. What was written before it is mapped is there; a full disk shows
 * here, as an exception. Chronicle Queue takes over a file of zeros as if it had made it, and its mode with it.
 */
final class QueueRoom implements AutoCloseable
{
    /** How much is written at a time: a stop of about a millisecond each. */
    static final long STEP_BYTES = 4L << 20;
    /** Between two looks at the position the longest record fits, and a page of the queue's index. */
    static final long MARGIN_BYTES = 1L << 20;

    private static final int BUFFER_BYTES = 256 << 10;

    private final DirectoryStorage storage;
    private final Path file;
    private final long reserveBytes;
    private final FileChannel channel;
    private final ByteBuffer zeros;
    private long zeroedBytes;

    private QueueRoom(final DirectoryStorage storage, final Path file, final long reserveBytes) throws IOException
    {
        this.storage = storage;
        this.file = file;
        this.reserveBytes = reserveBytes;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        this.zeros = ByteBuffer.allocateDirect(BUFFER_BYTES);
        this.zeroedBytes = STEP_BYTES;
    }

    /** Makes the file of the records, before Chronicle Queue does. */
    static QueueRoom make(final DirectoryStorage storage, final String path, final long reserveBytes)
        throws IOException
    {
        makeFile(storage, path, STEP_BYTES, reserveBytes);
        return new QueueRoom(storage, storage.root().resolve(path), reserveBytes);
    }

    /** Makes a file of zeros for its owner alone, unless that leaves less than the reserve. */
    static void makeFile(
        final DirectoryStorage storage, final String path, final long bytes, final long reserveBytes)
        throws IOException
    {
        requireReserve(storage, bytes, reserveBytes);
        try (StorageFile file = storage.create(path, bytes))
        {
            file.size();
        }
    }

    private static void requireReserve(final DirectoryStorage storage, final long bytes, final long reserveBytes)
        throws IOException
    {
        final long usableBytes = storage.usableBytes();
        if (usableBytes - bytes < reserveBytes)
        {
            throw new IOException("the room that is left is the journal's: usableBytes=" + usableBytes +
                " reserveBytes=" + reserveBytes + ": No space left on device");
        }
    }

    /** Returns the position behind which the writer must not begin a record before {@link #extend()}. */
    long limit()
    {
        return zeroedBytes - MARGIN_BYTES;
    }

    /** Makes room for more. */
    void extend() throws IOException
    {
        // Stores into the pages of a file without a name succeed, and nobody will ever read them.
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        {
            throw new NoSuchFileException(file.toString());
        }
        requireReserve(storage, STEP_BYTES, reserveBytes);
        final long end = zeroedBytes + STEP_BYTES;
        long at = zeroedBytes;
        while (at < end)
        {
            zeros.clear();
            at += channel.write(zeros, at);
        }
        zeroedBytes = at;
    }

    @Override
    public void close() throws IOException
    {
        BufferUtil.free(zeros);
        channel.close();
    }
}
