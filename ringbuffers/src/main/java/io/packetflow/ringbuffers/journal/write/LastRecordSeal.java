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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.read.EpochHead;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.UnsealedRecord;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. Does for a writer that died, or was fenced off, what it had no time for: adds the checksum to its last
 * instance. It is the very word that the writer would have written, so it does no harm if it is written twice.
 */
final class LastRecordSeal
{
    private LastRecordSeal()
    {
    }

    /** Seals the last record of an epoch, if it was written under this start of the host and is not sealed. */
    static void of(final Storage storage, final int epoch, final WriterIdentity self) throws IOException
    {
        final JournalFiles files = new JournalFiles(storage);
        final Optional<EpochHead> head = epoch == 0 ? Optional.empty() : files.head(epoch);
        if (head.isPresent() && self.isOfBoot(head.get().bootIdHigh(), head.get().bootIdLow()))
        {
            final Optional<UnsealedRecord> last = UnsealedRecord.find(files, head.get());
            if (last.isPresent())
            {
                write(storage, last.get());
            }
        }
    }

    private static void write(final Storage storage, final UnsealedRecord record) throws IOException
    {
        try (StorageFile file = storage.open(record.path(), true); Arena arena = new Arena(HugePages.OFF))
        {
            final Slab word = arena.allocate(Long.BYTES, Long.BYTES);
            word.putLong(0, record.commit());
            file.write(record.offset() + RecordFormat.COMMIT, word, 0, Long.BYTES);
        }
    }
}
