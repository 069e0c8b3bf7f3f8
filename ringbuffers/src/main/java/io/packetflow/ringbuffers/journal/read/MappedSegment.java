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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. A file that another process writes, mapped for reading.
 *
 * @param file that is open; closing it takes the memory away
 * @param slab of its bytes
 * @param bytes of the file when it was mapped
 */
record MappedSegment(StorageFile file, Slab slab, long bytes) implements AutoCloseable
{
    /** Maps a file; null if there is none, or none that can be mapped yet. */
    static MappedSegment open(final Storage storage, final String path, final long leastBytes) throws IOException
    {
        if (!storage.exists(path))
        {
            return null;
        }
        final StorageFile file = storage.open(path, false);
        try
        {
            final long bytes = file.size();
            if (bytes >= leastBytes && bytes <= Integer.MAX_VALUE)
            {
                return new MappedSegment(file, file.map(), bytes);
            }
        }
        catch (final IOException e)
        {
            file.close();
            throw e;
        }
        file.close();
        return null;
    }

    @Override
    public void close() throws IOException
    {
        file.close();
    }
}
