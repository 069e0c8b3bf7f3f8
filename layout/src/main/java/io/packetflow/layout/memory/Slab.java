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

import java.nio.ByteOrder;
import java.util.Objects;

import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;

/**
 * Hot path. One block of off-heap memory at a fixed address, owned by an {@link Arena} or a {@link MappedFile}.
 *
 * <p>Plain accesses are in native (little-endian) byte order and carry no ordering; the {@code ...Acquire},
 * {@code ...Release} and {@code ...Volatile} forms carry the ordering that their name says. The {@code ...BigEndian}
 * forms swap bytes, for network formats. A slab has no thread of its own: single-writer rules are those of the
 * layouts placed in it.
 *
 * <p>Offsets are bytes from the start of the slab, 0 to {@link #capacity()}. Bounds are checked while
 * {@link #BOUNDS_CHECKS} holds; with checks off an offset outside the slab is undefined behaviour, as in C.
 */
public final class Slab
{
    /**
     * Whether each access is checked against the slab's capacity and life. Fixed when the class is loaded, from the
     * system property {@code packetflow.layout.bounds.checks} (default {@code true}).
     */
    public static final boolean BOUNDS_CHECKS =
        !"false".equalsIgnoreCase(System.getProperty("packetflow.layout.bounds.checks"));

    private static final long LONGS_OFFSET = UnsafeApi.arrayBaseOffset(long[].class);
    private static final long INTS_OFFSET = UnsafeApi.arrayBaseOffset(int[].class);
    private static final long FLAGS_OFFSET = UnsafeApi.arrayBaseOffset(boolean[].class);

    static
    {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN)
        {
            throw new ExceptionInInitializerError("PacketFlow's layouts need a little-endian host");
        }
    }

    private final long address;
    private final long capacity;
    private final MemoryOwner owner;

    Slab(final MemoryOwner owner, final long address, final long capacity)
    {
        this.owner = owner;
        this.address = address;
        this.capacity = capacity;
    }

    /** Returns the size of the slab in bytes. */
    public long capacity()
    {
        return capacity;
    }

    /** Returns the address of byte 0, for native calls and alignment checks. */
    public long address()
    {
        return address;
    }

    /**
     * Reads a byte.
     *
     * @param offset of the byte
     * @return its value
     */
    public byte getByte(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Byte.BYTES);
        }
        return UnsafeApi.getByte(null, address + offset);
    }

    /**
     * Writes a byte.
     *
     * @param offset of the byte
     * @param value to write
     */
    public void putByte(final long offset, final byte value)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Byte.BYTES);
        }
        UnsafeApi.putByte(null, address + offset, value);
    }

    /**
     * Reads two bytes.
     *
     * @param offset of the first byte
     * @return their value in native order
     */
    public short getShort(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Short.BYTES);
        }
        return UnsafeApi.getShort(null, address + offset);
    }

    /**
     * Writes two bytes.
     *
     * @param offset of the first byte
     * @param value to write in native order
     */
    public void putShort(final long offset, final short value)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Short.BYTES);
        }
        UnsafeApi.putShort(null, address + offset, value);
    }

    /**
     * Reads four bytes.
     *
     * @param offset of the first byte
     * @return their value in native order
     */
    public int getInt(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Integer.BYTES);
        }
        return UnsafeApi.getInt(null, address + offset);
    }

    /**
     * Writes four bytes.
     *
     * @param offset of the first byte
     * @param value to write in native order
     */
    public void putInt(final long offset, final int value)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Integer.BYTES);
        }
        UnsafeApi.putInt(null, address + offset, value);
    }

    /**
     * Reads eight bytes.
     *
     * @param offset of the first byte
     * @return their value in native order
     */
    public long getLong(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Long.BYTES);
        }
        return UnsafeApi.getLong(null, address + offset);
    }

    /**
     * Writes eight bytes.
     *
     * @param offset of the first byte
     * @param value to write in native order
     */
    public void putLong(final long offset, final long value)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, Long.BYTES);
        }
        UnsafeApi.putLong(null, address + offset, value);
    }

    /**
     * Reads an unsigned 16-bit big-endian number.
     *
     * @param offset of the first byte
     * @return 0 to 65535
     */
    public int getShortBigEndian(final long offset)
    {
        return Short.reverseBytes(getShort(offset)) & 0xFFFF;
    }

    /**
     * Writes the low 16 bits of a number, big-endian.
     *
     * @param offset of the first byte
     * @param value whose low 16 bits are written
     */
    public void putShortBigEndian(final long offset, final int value)
    {
        putShort(offset, Short.reverseBytes((short)value));
    }

    /**
     * Reads a 32-bit big-endian number.
     *
     * @param offset of the first byte
     * @return its value, signed
     */
    public int getIntBigEndian(final long offset)
    {
        return Integer.reverseBytes(getInt(offset));
    }

    /**
     * Writes a 32-bit number, big-endian.
     *
     * @param offset of the first byte
     * @param value to write
     */
    public void putIntBigEndian(final long offset, final int value)
    {
        putInt(offset, Integer.reverseBytes(value));
    }

    /**
     * Reads a 64-bit big-endian number.
     *
     * @param offset of the first byte
     * @return its value
     */
    public long getLongBigEndian(final long offset)
    {
        return Long.reverseBytes(getLong(offset));
    }

    /**
     * Writes a 64-bit number, big-endian.
     *
     * @param offset of the first byte
     * @param value to write
     */
    public void putLongBigEndian(final long offset, final long value)
    {
        putLong(offset, Long.reverseBytes(value));
    }

    /**
     * Reads eight aligned bytes with acquire semantics: later reads and writes stay behind it.
     *
     * @param offset of the first byte, a multiple of eight
     * @return their value
     */
    public long getLongAcquire(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            checkAligned(offset);
        }
        return UnsafeApi.getLongAcquire(null, address + offset);
    }

    /**
     * Writes eight aligned bytes with release semantics: earlier reads and writes stay before it.
     *
     * @param offset of the first byte, a multiple of eight
     * @param value to write
     */
    public void putLongRelease(final long offset, final long value)
    {
        if (BOUNDS_CHECKS)
        {
            checkAligned(offset);
        }
        UnsafeApi.putLongRelease(null, address + offset, value);
    }

    /**
     * Reads eight aligned bytes, sequentially consistent.
     *
     * @param offset of the first byte, a multiple of eight
     * @return their value
     */
    public long getLongVolatile(final long offset)
    {
        if (BOUNDS_CHECKS)
        {
            checkAligned(offset);
        }
        return UnsafeApi.getLongVolatile(null, address + offset);
    }

    /**
     * Writes eight aligned bytes, sequentially consistent.
     *
     * @param offset of the first byte, a multiple of eight
     * @param value to write
     */
    public void putLongVolatile(final long offset, final long value)
    {
        if (BOUNDS_CHECKS)
        {
            checkAligned(offset);
        }
        UnsafeApi.putLongVolatile(null, address + offset, value);
    }

    /**
     * Replaces eight aligned bytes if they hold what is expected, as one atomic step.
     *
     * @param offset of the first byte, a multiple of eight
     * @param expected value that must stand there
     * @param replacement value to write
     * @return whether it was replaced
     */
    public boolean compareAndSetLong(final long offset, final long expected, final long replacement)
    {
        if (BOUNDS_CHECKS)
        {
            checkAligned(offset);
        }
        return UnsafeApi.compareAndSetLong(null, address + offset, expected, replacement);
    }

    /**
     * Fills a range with one byte value.
     *
     * @param offset of the first byte
     * @param length in bytes
     * @param value of each byte
     */
    public void fill(final long offset, final long length, final byte value)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        UnsafeApi.setMemory(address + offset, length, value);
    }

    /**
     * Copies bytes from another slab, or from another place of this one; the ranges may overlap.
     *
     * @param offset of the first byte written
     * @param source slab to read
     * @param sourceOffset of the first byte read
     * @param length in bytes
     */
    public void copyFrom(final long offset, final Slab source, final long sourceOffset, final long length)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        if (BOUNDS_CHECKS)
        {
            source.check(sourceOffset, length);
        }
        UnsafeApi.copyMemory(source.address + sourceOffset, address + offset, length);
    }

    /**
     * Copies bytes from an array.
     *
     * @param offset of the first byte written
     * @param source array to read
     * @param sourceIndex of the first byte read
     * @param length in bytes
     */
    public void putBytes(final long offset, final byte[] source, final int sourceIndex, final int length)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        Objects.checkFromIndexSize(sourceIndex, length, source.length);
        UnsafeApi.copyMemory(
            source, BufferUtil.ARRAY_BASE_OFFSET + sourceIndex, null, address + offset, length);
    }

    /**
     * Copies bytes to an array.
     *
     * @param offset of the first byte read
     * @param target array to write
     * @param targetIndex of the first byte written
     * @param length in bytes
     */
    public void getBytes(final long offset, final byte[] target, final int targetIndex, final int length)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        Objects.checkFromIndexSize(targetIndex, length, target.length);
        UnsafeApi.copyMemory(
            null, address + offset, target, BufferUtil.ARRAY_BASE_OFFSET + targetIndex, length);
    }

    /**
     * Copies all elements of an array.
     *
     * @param offset of the first byte written
     * @param source array to read
     */
    public void putLongs(final long offset, final long[] source)
    {
        copyFromArray(offset, source, LONGS_OFFSET, (long)source.length * Long.BYTES);
    }

    /**
     * Copies to all elements of an array.
     *
     * @param offset of the first byte read
     * @param target array to write
     */
    public void getLongs(final long offset, final long[] target)
    {
        copyToArray(offset, target, LONGS_OFFSET, (long)target.length * Long.BYTES);
    }

    /**
     * Copies all elements of an array.
     *
     * @param offset of the first byte written
     * @param source array to read
     */
    public void putInts(final long offset, final int[] source)
    {
        copyFromArray(offset, source, INTS_OFFSET, (long)source.length * Integer.BYTES);
    }

    /**
     * Copies to all elements of an array.
     *
     * @param offset of the first byte read
     * @param target array to write
     */
    public void getInts(final long offset, final int[] target)
    {
        copyToArray(offset, target, INTS_OFFSET, (long)target.length * Integer.BYTES);
    }

    /**
     * Copies all elements of an array, a byte each: 0 or 1.
     *
     * @param offset of the first byte written
     * @param source array to read
     */
    public void putFlags(final long offset, final boolean[] source)
    {
        copyFromArray(offset, source, FLAGS_OFFSET, source.length);
    }

    private void copyFromArray(final long offset, final Object source, final long arrayOffset, final long length)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        UnsafeApi.copyMemory(source, arrayOffset, null, address + offset, length);
    }

    private void copyToArray(final long offset, final Object target, final long arrayOffset, final long length)
    {
        if (BOUNDS_CHECKS)
        {
            check(offset, length);
        }
        UnsafeApi.copyMemory(null, address + offset, target, arrayOffset, length);
    }

    /** Called behind BOUNDS_CHECKS only, so that the JIT spends none of its inlining budget on it in production. */
    void check(final long offset, final long length)
    {
        if ((offset | length) < 0 || length > capacity - offset)
        {
            throw outOfBounds(offset, length);
        }
        if (owner.isClosed())
        {
            throw new IllegalStateException("the arena of this slab is closed");
        }
    }

    private void checkAligned(final long offset)
    {
        check(offset, Long.BYTES);
        if (((address + offset) & (Long.BYTES - 1)) != 0)
        {
            throw new IllegalArgumentException("an ordered access must be aligned to 8: offset=" + offset);
        }
    }

    private IndexOutOfBoundsException outOfBounds(final long offset, final long length)
    {
        return new IndexOutOfBoundsException(
            "outside the slab: offset=" + offset + " length=" + length + " capacity=" + capacity);
    }
}
