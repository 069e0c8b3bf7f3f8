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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;

import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path. The mapped words of the epoch that a tail follows: they tell a record that is still being written from one
 * that is damaged.
 *
 * @param mapping of the words, null if there are none
 * @param word offset of the position that the file holds for certain
 */
record TailHead(MappedSegment mapping, int word) implements AutoCloseable
{
    static TailHead open(final JournalFiles files, final int epoch, final EpochStart start) throws IOException
    {
        final MappedSegment mapping =
            MappedSegment.open(files.storage(), JournalFiles.headPath(epoch), HeadLayout.BYTES);
        return new TailHead(mapping, HeadWords.isWritten(start) ?
            HeadLayout.DURABLE_POSITION : HeadLayout.APPENDED_POSITION);
    }

    /** Returns the position up to which the writer says that the files hold its records, 0 if it says nothing. */
    long position()
    {
        return mapping == null ? 0 : mapping.slab().getLongAcquire(word);
    }

    @Override
    public void close() throws IOException
    {
        if (mapping != null)
        {
            mapping.close();
        }
    }
}
