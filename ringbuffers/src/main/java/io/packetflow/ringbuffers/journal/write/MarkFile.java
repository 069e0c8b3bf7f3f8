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
import java.util.Arrays;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. The file {@code durable.mark}: the slot that holds the highest mark is never the one that is written. */
final class MarkFile implements AutoCloseable
{
    private final StorageFile file;
    private final Slab slab;
    private int slot;

    private MarkFile(final StorageFile file, final Slab slab, final int slot)
    {
        this.file = file;
        this.slab = slab;
        this.slot = slot;
    }

    /** Opens the file, or makes it where there is none. */
    static MarkFile open(final Storage storage, final Arena arena) throws IOException
    {
        if (!storage.exists(JournalNames.MARK))
        {
            SmallFiles.replace(storage, JournalNames.MARK, new byte[DurableMark.FILE_BYTES]);
        }
        final byte[] bytes = SmallFiles.read(storage, JournalNames.MARK, DurableMark.FILE_BYTES);
        final Optional<DurableMark> highest = DurableMark.decode(bytes);
        final Optional<DurableMark> first = DurableMark.decode(Arrays.copyOf(bytes, DurableMark.SLOT_BYTES));
        final int free = highest.isPresent() && highest.equals(first) ? 1 : 0;
        return new MarkFile(
            storage.open(JournalNames.MARK, true), arena.allocate(DurableMark.SLOT_BYTES, Long.BYTES), free);
    }

    void write(final DurableMark mark) throws IOException
    {
        final byte[] bytes = mark.encode();
        slab.putBytes(0, bytes, 0, bytes.length);
        file.write((long)slot * DurableMark.SLOT_BYTES, slab, 0, bytes.length);
        slot = 1 - slot;
    }

    void sync() throws IOException
    {
        file.sync();
    }

    @Override
    public void close() throws IOException
    {
        file.close();
    }
}
