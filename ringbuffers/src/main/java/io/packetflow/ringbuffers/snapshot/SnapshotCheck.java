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
 * Cold path. Reads a snapshot and checks every byte of it; what is wrong comes as a message, not as an exception.
 *
 * @param storage that holds the file
 * @param path of the file
 * @param sequence that its name says
 */
record SnapshotCheck(Storage storage, String path, long sequence)
{
    /** Checks the file with a chunk of memory. */
    SnapshotHeader verify() throws IOException, UnsoundException
    {
        try (StorageFile file = storage.open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final SnapshotHeader header = header(file, arena);
            final Slab table = table(file, arena, header);
            final Slab chunk = arena.allocate(SnapshotHeader.CHUNK_BYTES, Long.BYTES);
            for (int i = 0; i < header.chunks(); i++)
            {
                read(file, header, i, chunk, 0, table);
            }
            return header;
        }
    }

    /** Loads the payload of a file that was verified, and checks it again on the way. */
    Snapshot load(final Arena target) throws IOException, UnsoundException
    {
        try (StorageFile file = storage.open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final SnapshotHeader header = header(file, arena);
            if (header.payloadBytes() == 0)
            {
                return new Snapshot(path, header.subject(), null, 0);
            }
            final Slab table = table(file, arena, header);
            final Slab payload = target.allocate(header.payloadBytes(), Long.BYTES);
            for (int i = 0; i < header.chunks(); i++)
            {
                read(file, header, i, payload, (long)i * SnapshotHeader.CHUNK_BYTES, table);
            }
            return new Snapshot(path, header.subject(), payload, header.payloadBytes());
        }
    }

    private SnapshotHeader header(final StorageFile file, final Arena arena) throws IOException, UnsoundException
    {
        final long fileBytes = file.size();
        if (fileBytes < SnapshotHeader.BYTES)
        {
            throw new UnsoundException("the file is shorter than its first page: bytes=" + fileBytes);
        }
        final Slab page = arena.allocate(SnapshotHeader.BYTES, Long.BYTES);
        file.read(0, page, 0, SnapshotHeader.BYTES);
        final byte[] bytes = new byte[SnapshotHeader.BYTES];
        page.getBytes(0, bytes, 0, bytes.length);
        final SnapshotHeader header = decode(bytes);
        if (header.subject().sequence() != sequence)
        {
            throw new UnsoundException("the file holds the snapshot of sequence " + header.subject().sequence());
        }
        if (fileBytes != SnapshotHeader.fileBytes(header.payloadBytes()))
        {
            throw new UnsoundException("the file has " + fileBytes + " bytes and was made with " +
                SnapshotHeader.fileBytes(header.payloadBytes()));
        }
        return header;
    }

    private static SnapshotHeader decode(final byte[] bytes) throws UnsoundException
    {
        try
        {
            return SnapshotHeader.decode(bytes);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UnsoundException(e.getMessage());
        }
    }

    private static Slab table(final StorageFile file, final Arena arena, final SnapshotHeader header)
        throws IOException, UnsoundException
    {
        final int length = header.chunks() * Integer.BYTES;
        final Slab table = arena.allocate(Math.max(length, Long.BYTES), Long.BYTES);
        if (length > 0)
        {
            file.read(SnapshotHeader.tableOffset(header.payloadBytes()), table, 0, length);
        }
        if (Crc32c.INSTANCE.compute(table.address(), 0, length) != header.tableChecksum())
        {
            throw new UnsoundException("the table of the payload's checksums is damaged");
        }
        return table;
    }

    private static void read(
        final StorageFile file,
        final SnapshotHeader header,
        final int chunk,
        final Slab target,
        final long targetOffset,
        final Slab table) throws IOException, UnsoundException
    {
        final int length = SnapshotHeader.chunkBytes(header.payloadBytes(), chunk);
        final long at = SnapshotHeader.BYTES + (long)chunk * SnapshotHeader.CHUNK_BYTES;
        file.read(at, target, targetOffset, length);
        if (Crc32c.INSTANCE.compute(target.address() + targetOffset, 0, length) !=
            table.getInt((long)chunk * Integer.BYTES))
        {
            throw new UnsoundException("the payload is damaged in the " + length + " bytes from byte " + at);
        }
    }
}
