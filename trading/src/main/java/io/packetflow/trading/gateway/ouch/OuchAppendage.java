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
package io.packetflow.trading.gateway.ouch;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Walks the optional fields at the end of a message; owned by one thread, bound to its slab for life.
 *
 * <pre>
 *    0        1       2
 *   +--------+-------+----------------+--------+-------+-----
 *   | length | tag   | value          | length | tag   | ...      length counts the tag and the value
 *   | 1      | 1     | length - 1     | 1      | 1     |
 *   +--------+-------+----------------+--------+-------+-----
 * </pre>
 *
 * <p>Unknown tags are walked over like any other, so a newer venue does no harm. A field that would reach behind the
 * appendage, or a length of 0, ends the walk and sets {@link #malformed()}.
 */
public final class OuchAppendage
{
    /** The venue's secondary order reference, 8 bytes. */
    public static final int SECONDARY_ORDER_REF = 1;
    /** Firm, 4 characters. */
    public static final int FIRM = 2;
    /** Minimum quantity, 4 bytes. */
    public static final int MIN_QUANTITY = 3;
    /** Customer type, 1 character. */
    public static final int CUSTOMER_TYPE = 4;
    /** Maximum floor, 4 bytes. */
    public static final int MAX_FLOOR = 5;
    /** Price type, 1 character. */
    public static final int PRICE_TYPE = 6;
    /** Peg offset, signed, 4 bytes. */
    public static final int PEG_OFFSET = 7;
    /** Discretion price, 8 bytes. */
    public static final int DISCRETION_PRICE = 9;
    /** Discretion peg type, 1 character. */
    public static final int DISCRETION_PEG_TYPE = 10;
    /** Discretion peg offset, signed, 4 bytes. */
    public static final int DISCRETION_PEG_OFFSET = 11;
    /** Post only, {@code P} or {@code N}, 1 character. */
    public static final int POST_ONLY = 12;
    /** Random reserves, 4 bytes. */
    public static final int RANDOM_RESERVES = 13;
    /** Route, 4 characters. */
    public static final int ROUTE = 14;
    /** Expire time in seconds since midnight, 4 bytes. */
    public static final int EXPIRE_TIME = 15;
    /** Trade now, 1 character. */
    public static final int TRADE_NOW = 16;
    /** Handling instruction, 1 character. */
    public static final int HANDLING_INSTRUCTION = 17;
    /** Weight at the inside, 1 character. */
    public static final int BBO_WEIGHT = 18;
    /** Reference price, 8 bytes. */
    public static final int REFERENCE_PRICE = 19;
    /** Reference price type, 1 character. */
    public static final int REFERENCE_PRICE_TYPE = 20;
    /** Displayed quantity, 4 bytes. */
    public static final int DISPLAY_QUANTITY = 22;
    /** Displayed price, 8 bytes. */
    public static final int DISPLAY_PRICE = 23;

    /** Bytes before a value: its length and its tag. */
    public static final int HEADER_LENGTH = 2;

    private final Slab slab;
    private long position;
    private long end;
    private int tag;
    private int valueLength;
    private long valueOffset;
    private boolean malformed;

    /**
     * Binds the walker to its memory.
     *
     * @param slab that holds the messages
     */
    public OuchAppendage(final Slab slab)
    {
        this.slab = slab;
    }

    /**
     * Starts a walk.
     *
     * @param offset of the appendage's first byte
     * @param length of the appendage
     */
    public void wrap(final long offset, final int length)
    {
        position = offset;
        end = offset + length;
        malformed = false;
        tag = 0;
    }

    /**
     * Moves to the next field.
     *
     * @return whether there is one
     */
    public boolean next()
    {
        if (position >= end)
        {
            return false;
        }
        final int length = slab.getByte(position) & 0xFF;
        if (length == 0 || position + 1 + length > end)
        {
            malformed = true;
            position = end;
            return false;
        }
        tag = slab.getByte(position + 1) & 0xFF;
        valueOffset = position + HEADER_LENGTH;
        valueLength = length - 1;
        position += 1 + length;
        return true;
    }

    /**
     * Walks on to the next field of a tag.
     *
     * @param wanted tag
     * @return whether there is one behind the current field
     */
    public boolean find(final int wanted)
    {
        while (next())
        {
            if (tag == wanted)
            {
                return true;
            }
        }
        return false;
    }

    /** Returns the tag of the current field. */
    public int tag()
    {
        return tag;
    }

    /** Returns where the value of the current field starts. */
    public long valueOffset()
    {
        return valueOffset;
    }

    /** Returns the bytes of the current value. */
    public int valueLength()
    {
        return valueLength;
    }

    /**
     * Returns the current value as an unsigned big-endian number.
     *
     * @throws IllegalStateException if the value has not 1, 2, 4 or 8 bytes
     */
    public long value()
    {
        return switch (valueLength)
        {
            case Byte.BYTES -> slab.getByte(valueOffset) & 0xFF;
            case Short.BYTES -> slab.getShortBigEndian(valueOffset);
            case Integer.BYTES -> slab.getIntBigEndian(valueOffset) & 0xFFFF_FFFFL;
            case Long.BYTES -> slab.getLongBigEndian(valueOffset);
            default ->
                throw new IllegalStateException("no number has such a length: tag=" + tag + " length=" + valueLength);
        };
    }

    /** Returns whether the walk ended at a field that does not fit. */
    public boolean malformed()
    {
        return malformed;
    }

    /**
     * Appends a field with a numeric or one-character value.
     *
     * @param slab to write
     * @param offset behind the fields written so far
     * @param tag of the field
     * @param value whose low bytes are written, big-endian
     * @param valueLength 1, 2, 4 or 8
     * @return bytes written
     */
    public static int put(
        final Slab slab, final long offset, final int tag, final long value, final int valueLength)
    {
        slab.putByte(offset, (byte)(valueLength + 1));
        slab.putByte(offset + 1, (byte)tag);
        for (int i = 0; i < valueLength; i++)
        {
            slab.putByte(offset + HEADER_LENGTH + i, (byte)(value >>> (8 * (valueLength - 1 - i))));
        }
        return HEADER_LENGTH + valueLength;
    }
}
