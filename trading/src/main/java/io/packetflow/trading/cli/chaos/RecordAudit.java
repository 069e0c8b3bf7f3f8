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

import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/** Cold path. Reads each instance of a journal, and holds it against the one of the run that nobody killed. */
final class RecordAudit
{
    private final JournalFiles files;
    private final InputDigests reference;

    RecordAudit(final JournalFiles files, final InputDigests reference)
    {
        this.files = files;
        this.reference = reference;
    }

    /**
     * Checks.
     *
     * @param last record that recovery comes to
     * @return how many instances the feed has led to
     * @throws BrokenInvariantException if an instance is missing or another one
     */
    long check(final LastRecord last) throws IOException
    {
        long sequence = 0;
        long inputs = 0;
        try (JournalReader reader = JournalReader.after(files, JournalAnchor.GENESIS))
        {
            while (reader.next())
            {
                if (reader.cursor().isInstance())
                {
                    requireDense(reader.cursor(), ++sequence);
                }
                if (InputDigests.isFromFeed(reader.cursor()))
                {
                    requireSame(reader.cursor(), inputs++);
                }
            }
        }
        if (sequence != last.sequence())
        {
            throw new BrokenInvariantException(Invariant.I8, "two readings of " + files.storage() +
                " end at instance " + last.sequence() + " and " + sequence);
        }
        return inputs;
    }

    private void requireDense(final RecordCursor record, final long sequence)
    {
        if (record.sequence() != sequence)
        {
            throw new BrokenInvariantException(Invariant.I2, "instance " + record.sequence() + " lies where " +
                sequence + " belongs, in " + place(record));
        }
    }

    private void requireSame(final RecordCursor record, final long index)
    {
        if (!reference.matches(record, index))
        {
            throw new BrokenInvariantException(Invariant.I3, "instance " + record.sequence() +
                " is not that of the run that nobody killed, in " + place(record));
        }
    }

    private String place(final RecordCursor record)
    {
        return files.storage() + "/" + JournalFiles.segmentPath(record.epoch(), record.segment()) + " at byte " +
            record.offset();
    }
}
