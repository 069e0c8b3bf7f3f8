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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Counts the whole messages of an order file that may still grow, a little at a time, and remembers where
 * some of them begin: so a standby knows the file already when it takes over.
 */
final class OrderFileScan implements AutoCloseable
{
    private static final int PREFIX_BYTES = 2;
    private static final int MESSAGES_PER_MARK = 1024;
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final List<Long> marks = new ArrayList<>();
    private FileChannel channel;
    private long bytes;
    private long count;

    OrderFileScan(final Path path)
    {
        this.path = path;
        marks.add(0L);
    }

    /** Counts what is there by now; one that is cut at the end does not count. */
    void advance() throws IOException
    {
        if (channel == null)
        {
            if (!Files.exists(path))
            {
                return;
            }
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
        while (channel.size() - bytes >= PREFIX_BYTES && read())
        {
            countWhole();
        }
    }

    /** Reads on where the last whole message ended; false if there is no further whole one. */
    private boolean read() throws IOException
    {
        buffer.clear();
        long at = bytes;
        while (buffer.hasRemaining())
        {
            final int read = channel.read(buffer, at);
            if (read < 0)
            {
                break;
            }
            at += read;
        }
        buffer.flip();
        return isWhole();
    }

    private boolean isWhole()
    {
        return buffer.remaining() >= PREFIX_BYTES &&
            buffer.remaining() >= PREFIX_BYTES + Short.toUnsignedInt(buffer.getShort(buffer.position()));
    }

    private void countWhole()
    {
        while (isWhole())
        {
            final int length = PREFIX_BYTES + Short.toUnsignedInt(buffer.getShort(buffer.position()));
            buffer.position(buffer.position() + length);
            bytes += length;
            count++;
            if (count % MESSAGES_PER_MARK == 0)
            {
                marks.add(bytes);
            }
        }
    }

    /** Returns how many whole messages there are. */
    long count()
    {
        return count;
    }

    /** Returns how many bytes they take. */
    long bytes()
    {
        return bytes;
    }

    /** Returns where a message begins that is not far before the wanted one: its index is {@link #markBefore}. */
    long offsetBefore(final long message) throws IOException
    {
        final int mark = (int)(message / MESSAGES_PER_MARK);
        if (mark >= marks.size())
        {
            throw new EOFException(path + " has no message " + message);
        }
        return marks.get(mark);
    }

    /** Returns the index of the message at {@link #offsetBefore}. */
    static long markBefore(final long message)
    {
        return message - message % MESSAGES_PER_MARK;
    }

    @Override
    public void close() throws IOException
    {
        if (channel != null)
        {
            channel.close();
            channel = null;
        }
    }
}
