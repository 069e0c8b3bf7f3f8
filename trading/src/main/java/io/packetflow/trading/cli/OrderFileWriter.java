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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.packetflow.engine.journal.ReplayException;

/**
 * Cold path. The bytes of an order file: messages, each behind its length (two bytes, big-endian). One that is there
 * already, as an earlier run of the same journal left it, is gone through message by message: what the engine computes
 * again must be what was sent, and what the file lacks is sent again. A message that was cut is written anew.
 */
final class OrderFileWriter implements AutoCloseable
{
    private static final int PREFIX_BYTES = 2;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final long kept;
    private final OrderComparison earlier;
    private long count;

    private OrderFileWriter(
        final Path path, final FileChannel channel, final long kept, final OrderComparison earlier)
    {
        this.path = path;
        this.channel = channel;
        this.kept = kept;
        this.earlier = earlier;
    }

    /** Begins a file; what was there is gone. */
    static OrderFileWriter begin(final Path path) throws IOException
    {
        return new OrderFileWriter(path, FileChannel.open(path, StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), 0, null);
    }

    /**
     * Goes on with a file, if there is one. Nobody else writes it any more.
     *
     * @param path of the file
     * @param scan of it to its end
     * @param earlier goes through what the file has; closed with this
     */
    static OrderFileWriter resume(final Path path, final OrderFileScan scan, final OrderComparison earlier)
        throws IOException
    {
        final FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // Its end was cut with the process that wrote it: nobody has got more of it than this.
        channel.truncate(scan.bytes());
        channel.position(scan.bytes());
        final OrderFileWriter writer = new OrderFileWriter(path, channel, scan.count(), earlier);
        writer.count = earlier.count();
        return writer;
    }

    /** Takes the next message: compares it with what the file has in its place, or adds it. */
    void accept(final byte[] message, final int length) throws IOException
    {
        count++;
        if (count <= kept)
        {
            earlier.accept(message, length);
            return;
        }
        if (buffer.remaining() < PREFIX_BYTES + length)
        {
            flush();
        }
        buffer.putShort((short)length).put(message, 0, length);
    }

    /** Hands what was taken to the system, so that it outlives this process. */
    void flush() throws IOException
    {
        buffer.flip();
        while (buffer.hasRemaining())
        {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Says that all is replayed: what was sent must have been computed again by now. */
    void requireCaughtUp()
    {
        if (count < kept)
        {
            throw new ReplayException(path + " holds " + kept + " orders, but the journal leads to " + count +
                " only: the file belongs to another run, or the journal has lost what caused them");
        }
    }

    Path path()
    {
        return path;
    }

    /** Returns how many messages were in the file before this run. */
    long kept()
    {
        return kept;
    }

    /** Returns how many messages were compared or added. */
    long count()
    {
        return count;
    }

    @Override
    public void close() throws IOException
    {
        try (channel; earlier)
        {
            flush();
        }
    }
}
