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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. Files of a few bytes, read and written as a whole. */
final class SmallFiles
{
    private SmallFiles()
    {
    }

    /** Reads a file, but not more than so many bytes of it; none if there is no such file. */
    static byte[] read(final Storage storage, final String path, final int mostBytes) throws IOException
    {
        if (!storage.exists(path))
        {
            return new byte[0];
        }
        try (StorageFile file = storage.open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final byte[] bytes = new byte[(int)Math.min(file.size(), mostBytes)];
            if (bytes.length > 0)
            {
                final Slab slab = arena.allocate(bytes.length, Long.BYTES);
                file.read(0, slab, 0, bytes.length);
                slab.getBytes(0, bytes, 0, bytes.length);
            }
            return bytes;
        }
    }

    /** Writes bytes into a file at an offset, and syncs it. */
    static void write(final StorageFile file, final long offset, final byte[] bytes) throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(bytes.length, Long.BYTES);
            slab.putBytes(0, bytes, 0, bytes.length);
            file.write(offset, slab, 0, bytes.length);
            file.sync();
        }
    }

    /** Puts a file in the place of another: at any moment there is the old one or the new one, whole. */
    static void replace(final Storage storage, final String name, final byte[] bytes) throws IOException
    {
        final String beside = name + JournalNames.BESIDE;
        if (storage.exists(beside))
        {
            storage.delete(beside);
        }
        try (StorageFile file = storage.create(beside, bytes.length))
        {
            write(file, 0, bytes);
        }
        storage.rename(beside, name);
        storage.syncDirectory("");
    }
}
