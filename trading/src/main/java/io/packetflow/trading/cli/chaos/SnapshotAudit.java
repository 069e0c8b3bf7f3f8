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
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

/** Cold path. Holds the newest sound snapshot against the journal: reading behind it must come to the same end. */
final class SnapshotAudit
{
    private final JournalFiles files;

    SnapshotAudit(final JournalFiles files)
    {
        this.files = files;
    }

    /**
     * Checks.
     *
     * @param last record that recovery from the beginning comes to
     * @throws BrokenInvariantException if the snapshot does not fit
     */
    void check(final LastRecord last) throws IOException
    {
        final Optional<SnapshotSubject> newest = newest();
        if (newest.isEmpty())
        {
            return;
        }
        final long sequence = newest.get().sequence();
        if (sequence > last.sequence())
        {
            throw new BrokenInvariantException(Invariant.I7, "there is a sound snapshot of instance " + sequence +
                ", but the journal " + files.storage() + " ends at " + last.sequence());
        }
        final JournalReport behind =
            JournalScan.after(files, new JournalAnchor(sequence, newest.get().recordChecksum()));
        if (!behind.isAnchorFound() || !behind.end().last().equals(last))
        {
            throw new BrokenInvariantException(Invariant.I8, "behind the snapshot of instance " + sequence +
                " the journal " + files.storage() + " ends with " + behind.end().last() + ", but read from its " +
                "beginning with " + last + (behind.isAnchorFound() ? "" : "; it does not hold that instance"));
        }
    }

    private Optional<SnapshotSubject> newest() throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            return new SnapshotStore(files.storage()).newest(arena).snapshot().map(found -> found.subject());
        }
    }
}
