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

import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. Brings to the disk what the segments of earlier epochs hold. Their writer may have died between a write
 * and its sync, or never synced at all: who recovers reads those records out of the page cache, and whatever is
 * promised on top of them lasts no longer than they do.
 */
final class EarlierEpochs
{
    private EarlierEpochs()
    {
    }

    /**
     * Syncs all segments of the epochs below another one.
     *
     * @param storage of the journal
     * @param epoch that will go on behind them
     * @throws IOException if one cannot be synced: then nothing may be promised on top of it
     */
    static void sync(final Storage storage, final int epoch) throws IOException
    {
        for (final String directory : storage.list(""))
        {
            if (JournalNames.EPOCH.matcher(directory).matches() && JournalNames.epochOf(directory) < epoch)
            {
                for (final String name : storage.list(directory))
                {
                    if (JournalNames.SEGMENT.matcher(name).matches())
                    {
                        sync(storage, directory + '/' + name);
                    }
                }
            }
        }
    }

    private static void sync(final Storage storage, final String path) throws IOException
    {
        try (StorageFile file = storage.open(path, true))
        {
            file.sync();
        }
    }
}
