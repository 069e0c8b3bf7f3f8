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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. What the messages of a feed were as a journal has them, each as one number over its own number and bytes.
 * A feed that is sent at a pace gets the time of the day at which it was sent, and what the engine derives comes
 * between other messages each time; but the messages, and their order, are the same.
 */
final class FeedDigests
{
    private static final int INITIAL = 1 << 12;

    private final byte[] body = new byte[RecordFormat.MAX_BODY_BYTES];
    private long[] digests = new long[INITIAL];
    private int count;

    /** Reads a journal that nobody writes. */
    static FeedDigests read(final Path journal) throws IOException
    {
        final FeedDigests read = new FeedDigests();
        final JournalFiles files = new JournalFiles(new DirectoryStorage(journal));
        try (JournalReader reader = JournalReader.after(files, JournalAnchor.GENESIS))
        {
            while (reader.next())
            {
                if (reader.cursor().type() == RecordType.INPUT.code() && InputDigests.isFromFeed(reader.cursor()))
                {
                    read.add(reader.cursor());
                }
            }
        }
        return read;
    }

    private void add(final RecordCursor record)
    {
        record.slab().getBytes(record.bodyOffset(), body, 0, record.bodyLength());
        final CRC32C checksum = new CRC32C();
        checksum.update(body, 0, record.bodyLength());
        digests = count == digests.length ? Arrays.copyOf(digests, 2 * count) : digests;
        digests[count++] = (record.clientSequence() << Integer.SIZE) | checksum.getValue();
    }

    /** Returns how many messages there are. */
    int count()
    {
        return count;
    }

    /** Returns the index of the first message that is not the same as in another journal, -1 if all are. */
    int mismatch(final FeedDigests other)
    {
        return Arrays.mismatch(digests, 0, count, other.digests, 0, other.count);
    }
}
