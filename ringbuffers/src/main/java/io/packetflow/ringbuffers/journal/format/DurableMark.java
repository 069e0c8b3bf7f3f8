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
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Cold path. The durable watermark: what the journal must still hold. The file {@code durable.mark} has two slots of
 * {@value #SLOT_BYTES} bytes, written in turns, so that a torn write leaves the other one; the higher one counts.
 *
 * <pre>
 *   0  u64 magic "PFJ1MARK"
 *   8  u32 version     1
 *  12  u32 epoch
 *  16  i64 sequence    of the last instance that is durable
 *  24  i64 position    behind its record: segment x segmentBytes + offset
 *  32  i64 wallNanos   UTC
 *  40  u32 recordChecksum    of that record
 *  44  u32 checksum    CRC-32C of the 44 bytes before
 * </pre>
 *
 * @param epoch of the record
 * @param sequence of the last durable instance
 * @param position behind its record
 * @param wallNanos when it was written, UTC
 * @param recordChecksum of that record
 */
public record DurableMark(int epoch, long sequence, long position, long wallNanos, int recordChecksum)
    implements Comparable<DurableMark>
{
    /** Bytes of one slot: a page, so that a torn write of one leaves the other. */
    public static final int SLOT_BYTES = 4096;
    /** Bytes of the file. */
    public static final int FILE_BYTES = 2 * SLOT_BYTES;
    /** Version of the mark. */
    public static final int VERSION = 1;
    /** First word: "PFJ1MARK". */
    public static final long MAGIC = 0x4B52_414D_314A_4650L;

    private static final int CHECKED_BYTES = 44;

    /** Returns the bytes that are written at the start of a slot. */
    public byte[] encode()
    {
        final ByteBuffer bytes = ByteBuffer.allocate(CHECKED_BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION).putInt(epoch).putLong(sequence).putLong(position).putLong(wallNanos)
            .putInt(recordChecksum);
        bytes.putInt(checksum(bytes.array(), 0));
        return bytes.array();
    }

    /**
     * Decodes both slots.
     *
     * @param file all bytes of the file
     * @return the higher mark that is sound, empty if none is
     */
    public static Optional<DurableMark> decode(final byte[] file)
    {
        return Optional.ofNullable(higher(decodeSlot(file, 0), decodeSlot(file, SLOT_BYTES)));
    }

    private static DurableMark decodeSlot(final byte[] file, final int at)
    {
        if (file.length < at + CHECKED_BYTES + Integer.BYTES)
        {
            return null;
        }
        final ByteBuffer slot = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(at);
        if (slot.getLong() != MAGIC || slot.getInt() != VERSION ||
            slot.getInt(at + CHECKED_BYTES) != checksum(file, at))
        {
            return null;
        }
        return new DurableMark(slot.getInt(), slot.getLong(), slot.getLong(), slot.getLong(), slot.getInt());
    }

    private static DurableMark higher(final DurableMark one, final DurableMark other)
    {
        if (one == null || other == null)
        {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static int checksum(final byte[] bytes, final int at)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, at, CHECKED_BYTES);
        return (int)crc.getValue();
    }

    @Override
    public int compareTo(final DurableMark other)
    {
        return epoch != other.epoch ? Integer.compare(epoch, other.epoch) : Long.compare(position, other.position);
    }
}
