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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

import io.packetflow.ringbuffers.journal.format.NewerVersionException;

/**
 * Cold path. The first page of a snapshot. The payload follows at {@link #BYTES}, with zeros up to the next multiple of
 * eight, and then a table with the CRC-32C of each chunk of the payload, so that damage has a place.
 *
 * <pre>
 *   0  u64 magic "PFJ1SNAP"
 *   8  u32 version           1
 *  12  u32 epoch
 *  16  i64 sequence          of the last instance that the state holds
 *  24  i64 timeNanos         logical time of that instance
 *  32  u32 recordChecksum    of its record in the journal
 *  36  u32 tableChecksum     CRC-32C of the table
 *  40  u64 schemaHash
 *  48  u64 stateHash
 *  56  u64 outputHash
 *  64  i64 payloadBytes
 *  72  u32 checksum          CRC-32C of the 72 bytes before; at this place in all versions
 * </pre>
 *
 * @param subject of which the snapshot is
 * @param payloadBytes length of the state
 * @param tableChecksum CRC-32C of the table of chunks
 */
public record SnapshotHeader(SnapshotSubject subject, long payloadBytes, int tableChecksum)
{
    /** Bytes that the header takes. */
    public static final int BYTES = 4096;
    /** Bytes of a chunk of the payload. */
    public static final int CHUNK_BYTES = 1 << 20;
    /** Version of the file. */
    public static final int VERSION = 1;
    /** First word: "PFJ1SNAP". */
    public static final long MAGIC = 0x5041_4E53_314A_4650L;
    /** The longest payload, 1 TiB; more is damage. */
    public static final long MAX_PAYLOAD_BYTES = 1L << 40;

    private static final int CHECKED_BYTES = 72;

    /** Returns the bytes, {@link #BYTES} of them. */
    public byte[] encode()
    {
        final ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION).putInt(subject.epoch()).putLong(subject.sequence())
            .putLong(subject.timeNanos()).putInt(subject.recordChecksum()).putInt(tableChecksum)
            .putLong(subject.schemaHash()).putLong(subject.stateHash()).putLong(subject.outputHash())
            .putLong(payloadBytes);
        bytes.putInt(checksum(bytes.array()));
        return bytes.array();
    }

    /**
     * Decodes a header.
     *
     * @param bytes of the first page
     * @return what it says
     * @throws NewerVersionException if a newer version wrote it
     * @throws IllegalArgumentException that says what is wrong: no snapshot, a wrong checksum
     */
    public static SnapshotHeader decode(final byte[] bytes)
    {
        if (bytes.length < BYTES)
        {
            throw new IllegalArgumentException("too short for a snapshot: bytes=" + bytes.length);
        }
        final ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getLong() != MAGIC)
        {
            throw new IllegalArgumentException("no snapshot: it does not begin with PFJ1SNAP");
        }
        final int version = header.getInt();
        if (header.getInt(CHECKED_BYTES) != checksum(bytes))
        {
            throw new IllegalArgumentException("the snapshot's header has a wrong checksum");
        }
        if (version > VERSION)
        {
            throw new NewerVersionException("snapshot", version, VERSION);
        }
        final int epoch = header.getInt();
        final long sequence = header.getLong();
        final long timeNanos = header.getLong();
        final int recordChecksum = header.getInt();
        final int tableChecksum = header.getInt();
        final SnapshotSubject subject = new SnapshotSubject(epoch, sequence, timeNanos, recordChecksum,
            header.getLong(), header.getLong(), header.getLong());
        return new SnapshotHeader(subject, sane(header.getLong()), tableChecksum);
    }

    private static long sane(final long payloadBytes)
    {
        if (payloadBytes < 0 || payloadBytes > MAX_PAYLOAD_BYTES)
        {
            throw new IllegalArgumentException("a snapshot holds at most " + MAX_PAYLOAD_BYTES +
                " bytes: payloadBytes=" + payloadBytes);
        }
        return payloadBytes;
    }

    private static int checksum(final byte[] bytes)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKED_BYTES);
        return (int)crc.getValue();
    }

    /** Returns the number of chunks. */
    int chunks()
    {
        return chunks(payloadBytes);
    }

    static int chunks(final long payloadBytes)
    {
        return (int)((payloadBytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    /** Returns the length of a chunk; the last one may be shorter. */
    static int chunkBytes(final long payloadBytes, final int chunk)
    {
        return (int)Math.min(CHUNK_BYTES, payloadBytes - (long)chunk * CHUNK_BYTES);
    }

    /** Returns the offset of the table in the file. */
    static long tableOffset(final long payloadBytes)
    {
        return BYTES + ((payloadBytes + Long.BYTES - 1) & -Long.BYTES);
    }

    /** Returns the bytes of the file. */
    static long fileBytes(final long payloadBytes)
    {
        return tableOffset(payloadBytes) + (long)chunks(payloadBytes) * Integer.BYTES;
    }
}
