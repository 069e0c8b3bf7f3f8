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
import java.util.Objects;
import java.util.zip.CRC32C;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. What the instances of the run that nobody killed were, each as one number over its type, source, time and
 * bytes: a record may be whole and still not be the one that belongs in its place. Wishes for a snapshot are passed
 * over, as they come whenever a helper thread has them.
 */
final class InputDigests
{
    private static final int INITIAL = 1 << 12;

    private final byte[] body = new byte[RecordFormat.MAX_BODY_BYTES];
    private long[] digests = new long[INITIAL];
    private int count;

    /** Reads the journal of the run that nobody killed. */
    static InputDigests read(final Path journal) throws IOException
    {
        final InputDigests read = new InputDigests();
        final JournalFiles files = new JournalFiles(new DirectoryStorage(journal));
        try (JournalReader reader = JournalReader.after(files, JournalAnchor.GENESIS))
        {
            while (reader.next())
            {
                if (isFromFeed(reader.cursor()))
                {
                    read.add(reader.cursor());
                }
            }
        }
        return read;
    }

    private void add(final RecordCursor record)
    {
        digests = count == digests.length ? Arrays.copyOf(digests, 2 * count) : digests;
        digests[count++] = digestOf(record);
    }

    private long digestOf(final RecordCursor record)
    {
        record.slab().getBytes(record.bodyOffset(), body, 0, record.bodyLength());
        final CRC32C checksum = new CRC32C();
        checksum.update(body, 0, record.bodyLength());
        final long about = Objects.hash(record.type(), record.kind(), record.source(), record.clientSequence(),
            record.timeNanos(), record.bodyLength());
        return (about << Integer.SIZE) | checksum.getValue();
    }

    /** Returns how many instances there were. */
    long count()
    {
        return count;
    }

    /**
     * Tells whether a record is an instance that the feed leads to.
     *
     * @param record of any type
     * @return whether it is; false for what is about the journal, and for the engine's own commands about it
     */
    static boolean isFromFeed(final RecordCursor record)
    {
        return record.isInstance() && !(record.kind() == InstanceKind.CONTROL.code() &&
            record.bodyLength() >= Long.BYTES && isUpkeep(record.slab().getLong(record.bodyOffset())));
    }

    private static boolean isUpkeep(final long command)
    {
        return command == ControlCommands.SNAPSHOT || command == ControlCommands.SPACE_LOW ||
            command == ControlCommands.SPACE_ENOUGH;
    }

    /**
     * Tells whether an instance is the one that belongs in its place.
     *
     * @param record of an instance from the feed
     * @param index among those, from 0
     */
    boolean matches(final RecordCursor record, final long index)
    {
        return index < count && digests[(int)index] == digestOf(record);
    }
}
