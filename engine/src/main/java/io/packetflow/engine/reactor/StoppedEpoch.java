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
package io.packetflow.engine.reactor;

import java.io.IOException;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.EpochHead;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.LastRecord;

/**
 * Cold path. Where to go on behind an epoch that an error of the disk has stopped under the same boot of the host. A
 * sync that failed leaves records in the page cache that the disk may never get, and no later sync brings them there:
 * they read well until the host is started again. No output of them has left, so they are left out.
 */
final class StoppedEpoch
{
    private StoppedEpoch()
    {
    }

    /**
     * Finds the last record that is on the disk for certain.
     *
     * @param files of the journal
     * @param anchor behind which the journal is read
     * @param head of the epoch, which has stopped
     * @param found last record that can be read
     * @return the record behind which the next epoch begins
     * @throws IOException if the journal cannot be read
     */
    static LastRecord lastOnDisk(
        final JournalFiles files, final JournalAnchor anchor, final EpochHead head, final LastRecord found)
        throws IOException
    {
        LastRecord last = found;
        try (JournalReader reader = JournalReader.after(files, anchor))
        {
            boolean isFound = false;
            while (!isFound && reader.next())
            {
                isFound = reader.cursor().epoch() == head.epoch() &&
                    reader.cursor().sequence() == head.durableSequence();
            }
            final boolean isWritten = reader.epochStart() != null &&
                Durability.of(reader.epochStart().durability()).map(Durability::isWritten).orElse(false);
            if (isFound && isWritten)
            {
                last = new LastRecord(reader.cursor().epoch(), reader.cursor().sequence(),
                    reader.cursor().timeNanos(), reader.cursor().checksum());
            }
        }
        return last;
    }
}
