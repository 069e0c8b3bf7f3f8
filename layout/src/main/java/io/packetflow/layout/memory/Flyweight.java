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
package io.packetflow.layout.memory;

import org.agrona.UnsafeApi;

/**
 * Hot path. A named view of a record in a {@link Slab}. It is bound to its slab for life and moves by writing one
 * {@code long}: storing the slab's reference at each move costs 3.5 times as much under G1 on JDK 17.
 *
 * <p>Subclasses are final, hold the offsets of their fields in {@code static final} constants and read and write
 * through the accessors here, which are named as the field types of {@link io.packetflow.layout.record.RecordLayout}
 * are. All are plain, in native (little-endian) byte order unless their name says otherwise. An instance belongs to one
 * thread.
 *
 * <p>The slab of each access is known where bounds are checked; where they are not, only the address counts.
 *
 * <p>Design note: the view holds the record's address, not its offset. So an access is one load of that address and one
 * machine instruction with the field's offset as displacement; with the offset it took a second load and two additions,
 * and every inlined access weighed twice as much in the JIT's budget.
 */
public abstract class Flyweight
{
    /** The memory that this view reads and writes. */
    protected final Slab slab;

    private final long slabAddress;
    private Slab checked;
    private long address;

    /**
     * Binds the view to a slab.
     *
     * @param slab that it reads and writes from now on
     */
    protected Flyweight(final Slab slab)
    {
        this.slab = slab;
        this.slabAddress = slab.address();
        this.checked = slab;
        this.address = slabAddress;
    }

    /**
     * Moves the view to another record of the same slab.
     *
     * @param offset of the record's first byte
     */
    public final void wrap(final int offset)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            checked = slab;
        }
        address = slabAddress + offset;
    }

    /**
     * Moves the view to a record of another slab, for inputs that are read where they lie.
     *
     * @param other slab that holds the record
     * @param offset of the record's first byte in it
     */
    public final void wrap(final Slab other, final long offset)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            checked = other;
        }
        address = other.address() + offset;
    }

    /** Returns where the viewed record starts, in bytes from the start of the view's own slab. */
    public final int offset()
    {
        return (int)(address - slabAddress);
    }

    /**
     * Reads one byte.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final byte int8(final int field)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Byte.BYTES);
        }
        return UnsafeApi.getByte(null, address + field);
    }

    /**
     * Writes one byte.
     *
     * @param field offset within the record
     * @param value to write
     */
    protected final void int8(final int field, final byte value)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Byte.BYTES);
        }
        UnsafeApi.putByte(null, address + field, value);
    }

    /**
     * Reads two bytes.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final short int16(final int field)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Short.BYTES);
        }
        return UnsafeApi.getShort(null, address + field);
    }

    /**
     * Writes two bytes.
     *
     * @param field offset within the record
     * @param value to write
     */
    protected final void int16(final int field, final short value)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Short.BYTES);
        }
        UnsafeApi.putShort(null, address + field, value);
    }

    /**
     * Reads four bytes.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final int int32(final int field)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Integer.BYTES);
        }
        return UnsafeApi.getInt(null, address + field);
    }

    /**
     * Writes four bytes.
     *
     * @param field offset within the record
     * @param value to write
     */
    protected final void int32(final int field, final int value)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Integer.BYTES);
        }
        UnsafeApi.putInt(null, address + field, value);
    }

    /**
     * Reads eight bytes.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final long int64(final int field)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Long.BYTES);
        }
        return UnsafeApi.getLong(null, address + field);
    }

    /**
     * Writes eight bytes.
     *
     * @param field offset within the record
     * @param value to write
     */
    protected final void int64(final int field, final long value)
    {
        if (Slab.BOUNDS_CHECKS)
        {
            check(field, Long.BYTES);
        }
        UnsafeApi.putLong(null, address + field, value);
    }

    /**
     * Reads two big-endian bytes, unsigned.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final int uint16BigEndian(final int field)
    {
        return Short.reverseBytes(int16(field)) & 0xFFFF;
    }

    /**
     * Reads four big-endian bytes.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final int int32BigEndian(final int field)
    {
        return Integer.reverseBytes(int32(field));
    }

    /**
     * Reads eight big-endian bytes.
     *
     * @param field offset within the record
     * @return its value
     */
    protected final long int64BigEndian(final int field)
    {
        return Long.reverseBytes(int64(field));
    }

    private void check(final int field, final int length)
    {
        checked.check(address - checked.address() + field, length);
    }
}
