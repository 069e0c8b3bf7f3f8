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

import io.packetflow.layout.memory.Slab;

import org.agrona.checksum.Checksum;
import org.agrona.checksum.Crc32c;

/**
 * Hot path. The record of the journal, format PFJ1, little-endian, at multiples of eight bytes in its segment.
 *
 * <pre>
 *   0  u32 frameLength      bytes of the record, a multiple of 8; written last, together with the checksum; 0: no
 *                           record yet
 *   4  u32 checksum         CRC-32C of the bytes from 8 to frameLength
 *   8  u32 bodyLength       0 to 16384; frameLength = 48 + bodyLength, rounded up to 8
 *  12  u8  type             {@link RecordType}
 *  13  u8  source           index of the instance's source among those that {@link EpochStart} names, 255 if none
 *  14  u16 kind             code of the instance's kind, 0 if it is no instance
 *  16  i64 sequence         1, 2, 3 ... dense over all epochs
 *  24  i64 timeNanos        logical time, never decreasing
 *  32  u32 epoch            that of the directory
 *  36  u32 previousChecksum that of the record before, which chains them; 0 in the first record of all
 *  40  i64 clientSequence   the source's own number of the input: with the source it identifies it, 0 if it has none
 *  48  body                 the input as it came, then zeros up to the next multiple of 8
 * </pre>
 *
 * <p>Why so: one store of eight bytes makes a record valid, so a reader in another process sees all of it or nothing,
 * and one pass over contiguous bytes checks it. frameLength is not covered, but it follows from bodyLength, which is.
 * Differs from the recommendation in {@code reliability.md}: the schema's hash stands once, in the epoch's first
 * record, and the client's identity is a source and a number, so a record is a line shorter.
 */
public final class RecordFormat
{
    /** Bytes before the body. */
    public static final int HEADER_BYTES = 48;
    /** Records begin at multiples of this. */
    public static final int ALIGNMENT = 8;
    /** The longest body. */
    public static final int MAX_BODY_BYTES = 16 * 1024;
    /** The longest record. */
    public static final int MAX_FRAME_BYTES = HEADER_BYTES + MAX_BODY_BYTES;
    /** The source of what is no instance. */
    public static final int NO_SOURCE = 255;
    /** The most sources that a journal tells apart. */
    public static final int MAX_SOURCES = 254;

    /** Offset of the word that makes the record valid: frameLength below, checksum above. */
    public static final int COMMIT = 0;
    /** Offset of the word of bodyLength, type, source and kind, from the lowest bit up. */
    public static final int DESCRIPTION = 8;
    /** Offset of the sequence. */
    public static final int SEQUENCE = 16;
    /** Offset of the logical time. */
    public static final int TIME = 24;
    /** Offset of the word of epoch (below) and previousChecksum (above). */
    public static final int CHAIN = 32;
    /** Offset of the source's own number. */
    public static final int CLIENT_SEQUENCE = 40;
    /** Offset of the body. */
    public static final int BODY = HEADER_BYTES;

    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final int TYPE_SHIFT = 32;
    private static final int SOURCE_SHIFT = 40;
    private static final int KIND_SHIFT = 48;
    private static final int BYTE_MASK = 0xFF;
    private static final Checksum CRC = Crc32c.INSTANCE;

    private RecordFormat()
    {
    }

    /**
     * Returns how long a record is.
     *
     * @param bodyLength bytes of its body
     * @return bytes from its first to the next record's first
     */
    public static int frameLength(final int bodyLength)
    {
        return (HEADER_BYTES + bodyLength + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /**
     * Packs the word at {@link #DESCRIPTION}.
     *
     * @param bodyLength bytes of the body
     * @param type code of the {@link RecordType}
     * @param source index
     * @param kind code
     * @return the word
     */
    public static long description(final int bodyLength, final int type, final int source, final int kind)
    {
        return (long)kind << KIND_SHIFT | (long)source << SOURCE_SHIFT | (long)type << TYPE_SHIFT | bodyLength;
    }

    /**
     * Packs the word at {@link #CHAIN}.
     *
     * @param epoch of the record
     * @param previousChecksum of the record before
     * @return the word
     */
    public static long chain(final int epoch, final int previousChecksum)
    {
        return (long)previousChecksum << Integer.SIZE | (epoch & UNSIGNED_INT);
    }

    /**
     * Packs the word at {@link #COMMIT}.
     *
     * @param frameLength of the record
     * @param checksum of the record
     * @return the word
     */
    public static long commit(final int frameLength, final int checksum)
    {
        return (long)checksum << Integer.SIZE | frameLength;
    }

    /**
     * Computes a record's checksum.
     *
     * @param slab that holds it
     * @param offset of its first byte, below 2 GiB
     * @param frameLength of the record
     * @return CRC-32C of all but its first word
     */
    public static int checksum(final Slab slab, final long offset, final int frameLength)
    {
        return CRC.compute(slab.address(), (int)offset + DESCRIPTION, frameLength - DESCRIPTION);
    }

    /**
     * Reads a record's length; 0 while there is none. Ordering: acquire, so that all of a record that is there can be
     * read.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return frameLength as it stands there
     */
    public static int frameLength(final Slab slab, final long offset)
    {
        return (int)slab.getLongAcquire(offset + COMMIT);
    }

    /**
     * Reads the checksum that a record claims.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return the checksum
     */
    public static int claimedChecksum(final Slab slab, final long offset)
    {
        return (int)(slab.getLong(offset + COMMIT) >>> Integer.SIZE);
    }

    /**
     * Reads the length of a record's body.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return bytes as they stand there; not yet known to be sane
     */
    public static int bodyLength(final Slab slab, final long offset)
    {
        return (int)slab.getLong(offset + DESCRIPTION);
    }

    /**
     * Reads a record's type.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return code of the type
     */
    public static int type(final Slab slab, final long offset)
    {
        return (int)(slab.getLong(offset + DESCRIPTION) >>> TYPE_SHIFT) & BYTE_MASK;
    }

    /**
     * Reads the source of a record.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return index of the source
     */
    public static int source(final Slab slab, final long offset)
    {
        return (int)(slab.getLong(offset + DESCRIPTION) >>> SOURCE_SHIFT) & BYTE_MASK;
    }

    /**
     * Reads the kind of a record's instance.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return code of the kind
     */
    public static int kind(final Slab slab, final long offset)
    {
        return (int)(slab.getLong(offset + DESCRIPTION) >>> KIND_SHIFT);
    }

    /**
     * Reads a record's sequence.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return the sequence
     */
    public static long sequence(final Slab slab, final long offset)
    {
        return slab.getLong(offset + SEQUENCE);
    }

    /**
     * Reads a record's logical time.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return nanoseconds
     */
    public static long timeNanos(final Slab slab, final long offset)
    {
        return slab.getLong(offset + TIME);
    }

    /**
     * Reads a record's epoch.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return the epoch
     */
    public static int epoch(final Slab slab, final long offset)
    {
        return (int)slab.getLong(offset + CHAIN);
    }

    /**
     * Reads the checksum of the record before, as a record has it.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return the checksum
     */
    public static int previousChecksum(final Slab slab, final long offset)
    {
        return (int)(slab.getLong(offset + CHAIN) >>> Integer.SIZE);
    }

    /**
     * Reads the source's own number of a record's input.
     *
     * @param slab that holds it
     * @param offset of its first byte
     * @return the number, 0 if it has none
     */
    public static long clientSequence(final Slab slab, final long offset)
    {
        return slab.getLong(offset + CLIENT_SEQUENCE);
    }
}
