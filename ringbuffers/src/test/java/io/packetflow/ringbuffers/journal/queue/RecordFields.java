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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/** All that an instance's record says, and its bytes, whether they were read from the journal or from a queue. */
record RecordFields(
    int type,
    int source,
    int kind,
    long sequence,
    long timeNanos,
    long clientSequence,
    int epoch,
    int checksum,
    String body,
    String frame)
{
    static RecordFields of(final RecordCursor record)
    {
        return new RecordFields(record.type(), record.source(), record.kind(), record.sequence(), record.timeNanos(),
            record.clientSequence(), record.epoch(), record.checksum(),
            hex(record.slab(), record.bodyOffset(), record.bodyLength()),
            hex(record.slab(), record.offset(), RecordFormat.frameLength(record.bodyLength())));
    }

    static RecordFields of(final QueueRecord record)
    {
        return new RecordFields(record.type(), record.source(), record.kind(), record.sequence(), record.timeNanos(),
            record.clientSequence(), record.epoch(), record.checksum(),
            hex(record.slab(), record.bodyOffset(), record.bodyLength()),
            hex(record.slab(), 0, record.frameLength()));
    }

    private static String hex(final Slab slab, final long offset, final int length)
    {
        final byte[] bytes = new byte[length];
        slab.getBytes(offset, bytes, 0, length);
        return HexFormat.of().formatHex(bytes);
    }

    /** Reads the instances of an epoch from the journal. */
    static List<RecordFields> ofJournal(final JournalFiles files, final int epoch) throws IOException
    {
        final List<RecordFields> records = new ArrayList<>();
        try (JournalReader reader = JournalReader.ofAll(files))
        {
            while (reader.next())
            {
                if (reader.cursor().isInstance() && reader.cursor().epoch() == epoch)
                {
                    records.add(of(reader.cursor()));
                }
            }
        }
        return records;
    }

    /** Reads what is there of a queue. */
    static List<RecordFields> ofQueue(final QueueReader reader)
    {
        final List<RecordFields> records = new ArrayList<>();
        while (reader.poll())
        {
            records.add(of(reader.record()));
        }
        return records;
    }
}
