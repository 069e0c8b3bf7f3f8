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
package io.packetflow.ringbuffers.journal.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Cold path. The first page of a segment: which one it is. Records follow at {@link #BYTES}.
 *
 * <pre>
 *   0  u64 magic "PFJ1SEGM"
 *   8  u32 version         1
 *  12  u32 epoch
 *  16  u32 index           0, 1, 2 ... within the epoch
 *  20  u32 reserved        0
 *  24  u64 segmentBytes    length of the file
 *  32  u64 bootIdHigh, u64 bootIdLow    of the host when the segment was made
 *  48  u64 reserved        0
 *  56  u32 checksum        CRC-32C of the 56 bytes before; at this place in all versions
 * </pre>
 *
 * @param epoch of the segment
 * @param index of the segment within its epoch
 * @param segmentBytes length of the file
 * @param bootIdHigh upper half of the host's boot id
 * @param bootIdLow lower half
 */
public record SegmentHeader(int epoch, int index, long segmentBytes, long bootIdHigh, long bootIdLow)
{
    /** Bytes that the header takes. */
    public static final int BYTES = 4096;
    /** Version of the segment and of its records. */
    public static final int VERSION = 1;
    /** First word: "PFJ1SEGM". */
    public static final long MAGIC = 0x4D47_4553_314A_4650L;

    private static final int CHECKED_BYTES = 56;

    /** Returns the header's bytes, {@link #BYTES} of them. */
    public byte[] encode()
    {
        final ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION).putInt(epoch).putInt(index).putInt(0).putLong(segmentBytes)
            .putLong(bootIdHigh).putLong(bootIdLow).putLong(0);
        bytes.putInt(checksum(bytes.array()));
        return bytes.array();
    }

    /**
     * Decodes a header.
     *
     * @param bytes at least the first 60 of a segment
     * @return what it says
     * @throws NewerVersionException if a newer version wrote it
     * @throws IllegalArgumentException that says what is wrong: no segment, a wrong checksum
     */
    public static SegmentHeader decode(final byte[] bytes)
    {
        if (bytes.length < CHECKED_BYTES + Integer.BYTES)
        {
            throw new IllegalArgumentException("too short for a segment's header: bytes=" + bytes.length);
        }
        final ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getLong() != MAGIC)
        {
            throw new IllegalArgumentException("no segment of a journal: it does not begin with PFJ1SEGM");
        }
        final int version = header.getInt();
        // The checksum stays where it is in all versions: a damaged version is told apart from a newer one.
        if (header.getInt(CHECKED_BYTES) != checksum(bytes))
        {
            throw new IllegalArgumentException("the segment's header has a wrong checksum");
        }
        if (version > VERSION)
        {
            throw new NewerVersionException("segment", version, VERSION);
        }
        final int epoch = header.getInt();
        final int index = header.getInt();
        header.getInt();
        return new SegmentHeader(epoch, index, header.getLong(), header.getLong(), header.getLong());
    }

    private static int checksum(final byte[] bytes)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKED_BYTES);
        return (int)crc.getValue();
    }
}
