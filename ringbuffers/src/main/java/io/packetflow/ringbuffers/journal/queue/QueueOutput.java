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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. A new queue, open for its one writer. Every file of it is made here, zeroed and mode 0600, before
 * Chronicle Queue opens it: it would make them readable for all.
 */
final class QueueOutput implements Closeable
{
    /** As long as Chronicle Queue makes it: a page of 64 KiB and as much for overlap. */
    private static final long TABLE_BYTES = 128 << 10;

    private final Path directory;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final QueueRoom room;
    private final FrameAppender frames;

    private QueueOutput(
        final Path directory, final SingleChronicleQueue queue, final ExcerptAppender appender, final QueueRoom room)
    {
        this.directory = directory;
        this.queue = queue;
        this.appender = appender;
        this.room = room;
        this.frames = new FrameAppender(appender, room);
    }

    static QueueOutput make(
        final QueueDirectories directories, final int epoch, final QueueSettings settings, final long atMillis)
        throws IOException
    {
        final DirectoryStorage storage = directories.storage();
        final QueueName name = directories.make(epoch);
        final String path = name.toString() + '/';
        QueueRoom.makeFile(storage, path + QueueBuilders.TABLE_FILE, TABLE_BYTES, settings.reserveBytes());
        final Path directory = directories.path(name);
        final SingleChronicleQueue queue =
            QueueBuilders.writing(directory, settings.blockBytes(), atMillis).build();
        boolean isMade = false;
        try
        {
            // Before the file is there: an appender that is made behind a file without a header waits for that header.
            final ExcerptAppender appender = queue.createAppender();
            final QueueRoom room =
                QueueRoom.make(storage, path + QueueBuilders.recordsFile(atMillis), settings.reserveBytes());
            isMade = true;
            return new QueueOutput(directory, queue, appender, room);
        }
        finally
        {
            if (!isMade)
            {
                queue.close();
            }
        }
    }

    FrameAppender frames()
    {
        return frames;
    }

    Path directory()
    {
        return directory;
    }

    @Override
    public void close() throws IOException
    {
        try (room)
        {
            appender.close();
        }
        finally
        {
            queue.close();
        }
    }
}
