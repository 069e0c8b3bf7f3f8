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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. The mapped words of one epoch, seen from outside. */
final class EpochWords implements AutoCloseable
{
    private final StorageFile file;
    private final Slab words;
    private final JournalGate gate;

    EpochWords(final Path journal, final int epoch, final Durability mode) throws IOException
    {
        file = new DirectoryStorage(journal).open(JournalFiles.headPath(epoch), false);
        words = file.map();
        gate = new JournalGate(words, gateWord(mode));
    }

    private static int gateWord(final Durability mode)
    {
        return switch (mode)
        {
            case PROCESS_SAFE -> HeadLayout.APPENDED_SEQUENCE;
            case GROUP, SYNC -> HeadLayout.DURABLE_SEQUENCE;
            case REPLICA -> HeadLayout.REPLICA_SEQUENCE;
        };
    }

    /** Returns the newest epoch that has begun, 0 before the first. */
    static int current(final Path journal) throws IOException
    {
        final DirectoryStorage storage = new DirectoryStorage(journal);
        return storage.exists("") ? new JournalFiles(storage).current().orElse(0) : 0;
    }

    /** Returns up to which instance outputs may have left. */
    long acknowledged()
    {
        return gate.sequence();
    }

    long appended()
    {
        return words.getLongAcquire(HeadLayout.APPENDED_SEQUENCE);
    }

    /** Returns up to which instance the standby has applied. */
    long applied()
    {
        return words.getLongAcquire(HeadLayout.REPLICA_SEQUENCE);
    }

    @Override
    public void close() throws IOException
    {
        file.close();
    }
}
