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
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Cold path. Tells whether a queue can be opened: of one that is only being made Chronicle Queue would wait for the
 * headers, and in place of one that is not there it would make a directory.
 */
final class QueueReadiness
{
    /** Set in the first word of a file of Chronicle Queue while its header is being written. */
    private static final int NOT_COMPLETE = 0x8000_0000;

    private QueueReadiness()
    {
    }

    static void require(final Path directory) throws IOException
    {
        requireHeader(directory.resolve(QueueBuilders.TABLE_FILE));
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(directory, '*' + QueueBuilders.RECORDS_SUFFIX))
        {
            for (final Path file : files)
            {
                requireHeader(file);
                return;
            }
        }
        throw notReady(directory);
    }

    private static void requireHeader(final Path file) throws IOException
    {
        final ByteBuffer word = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
        {
            if (channel.read(word, 0) < Integer.BYTES || word.getInt(0) == 0 || (word.getInt(0) & NOT_COMPLETE) != 0)
            {
                throw notReady(file);
            }
        }
    }

    private static NoSuchFileException notReady(final Path path)
    {
        return new NoSuchFileException(path.toString(), null,
            "holds no queue yet: its follower makes it with the first record; come again");
    }
}
