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
package io.packetflow.ringbuffers.snapshot;

import java.io.IOException;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

import org.agrona.checksum.Crc32c;

/**
 * Cold path. Writes one snapshot in steps of a chunk each, so that a thread that has other things to do is not away for
 * long; only the step that syncs takes as long as the disk does. Until the last step was taken there is no snapshot.
 *
 * <p>The payload must not change meanwhile. Used by one thread, which closes it; closing it early leaves a file behind
 * that nobody reads and that the next {@link SnapshotStore#prune} removes.
 */
public final class SnapshotWriter implements AutoCloseable
{
    private final Storage storage;
    private final String directory;
    private final String name;
    private final SnapshotSubject subject;
    private final Slab payload;
    private final long payloadOffset;
    private final long payloadBytes;
    private final Arena arena;
    private final Slab table;
    private final StorageFile file;
    private int nextChunk;
    private Stage stage = Stage.PAYLOAD;

    SnapshotWriter(
        final Storage storage,
        final String directory,
        final SnapshotSubject subject,
        final Slab payload,
        final long payloadOffset,
        final long payloadBytes) throws IOException
    {
        this.storage = storage;
        this.directory = directory;
        this.name = SnapshotStore.name(subject.sequence());
        this.subject = subject;
        this.payload = payload;
        this.payloadOffset = payloadOffset;
        this.payloadBytes = payloadBytes;
        if (storage.exists(temporary()))
        {
            storage.delete(temporary());
        }
        this.file = storage.create(temporary(), SnapshotHeader.fileBytes(payloadBytes));
        this.arena = new Arena(HugePages.OFF);
        this.table = arena.allocate(
            SnapshotHeader.BYTES + (long)SnapshotHeader.chunks(payloadBytes) * Integer.BYTES, Long.BYTES);
    }

    private String temporary()
    {
        return directory + '/' + name + SnapshotStore.TEMPORARY;
    }

    /**
     * Does the next step.
     *
     * @return whether a further one is needed; if not, the snapshot is on the disk under its name
     * @throws IOException if it cannot be written; then there is no such snapshot
     */
    public boolean step() throws IOException
    {
        switch (stage)
        {
            case PAYLOAD -> writeChunk();
            case SYNC -> sync();
            case NAME -> publish();
            default -> throw new IllegalStateException("a snapshot is written once: " + name);
        }
        return stage != Stage.DONE;
    }

    private void writeChunk() throws IOException
    {
        if (nextChunk < SnapshotHeader.chunks(payloadBytes))
        {
            final int length = SnapshotHeader.chunkBytes(payloadBytes, nextChunk);
            final long at = (long)nextChunk * SnapshotHeader.CHUNK_BYTES;
            file.write(SnapshotHeader.BYTES + at, payload, payloadOffset + at, length);
            table.putInt(SnapshotHeader.BYTES + (long)nextChunk * Integer.BYTES,
                Crc32c.INSTANCE.compute(payload.address() + payloadOffset + at, 0, length));
            nextChunk++;
        }
        if (nextChunk == SnapshotHeader.chunks(payloadBytes))
        {
            writeTable();
            stage = Stage.SYNC;
        }
    }

    private void writeTable() throws IOException
    {
        final int length = nextChunk * Integer.BYTES;
        final int checksum = Crc32c.INSTANCE.compute(table.address(), SnapshotHeader.BYTES, length);
        final byte[] header = new SnapshotHeader(subject, payloadBytes, checksum).encode();
        table.putBytes(0, header, 0, header.length);
        if (length > 0)
        {
            file.write(SnapshotHeader.tableOffset(payloadBytes), table, SnapshotHeader.BYTES, length);
        }
        file.write(0, table, 0, SnapshotHeader.BYTES);
    }

    private void sync() throws IOException
    {
        file.sync();
        stage = Stage.NAME;
    }

    private void publish() throws IOException
    {
        close();
        storage.rename(temporary(), directory + '/' + name);
        storage.syncDirectory(directory);
        stage = Stage.DONE;
    }

    /** Gives the file and the memory back. May be called twice. */
    @Override
    public void close() throws IOException
    {
        if (!arena.isClosed())
        {
            arena.close();
            file.close();
        }
    }

    /** How far the writing is. */
    private enum Stage
    {
        PAYLOAD, SYNC, NAME, DONE
    }
}
