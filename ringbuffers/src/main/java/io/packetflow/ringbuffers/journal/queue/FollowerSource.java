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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The epoch that is followed, open for reading.
 *
 * @param tail before its first record
 * @param headFile of its words
 */
record FollowerSource(LiveTail tail, StorageFile headFile) implements Closeable
{
    static FollowerSource open(final Storage storage, final int epoch) throws IOException
    {
        final LiveTail tail = LiveTail.ofEpoch(new JournalFiles(storage), epoch);
        StorageFile headFile = null;
        try
        {
            headFile = storage.open(JournalFiles.headPath(epoch), false);
            return new FollowerSource(tail, headFile);
        }
        finally
        {
            if (headFile == null)
            {
                tail.close();
            }
        }
    }

    Slab head() throws IOException
    {
        return headFile.map();
    }

    @Override
    public void close() throws IOException
    {
        try (headFile)
        {
            tail.close();
        }
    }
}
