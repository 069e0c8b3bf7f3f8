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
package io.packetflow.layout.state;

import java.util.Objects;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path, but something stands still for it. Saves state into memory that was allocated, and so touched, beforehand:
 * it copies and takes no page fault. It allocates nothing itself.
 *
 * <p>Where the state has grown beyond the memory, nothing is written outside; the writer goes on counting, answers
 * false to {@link #fits()} and says in {@link #bytes()} how much it takes. What it has written is void then: enlarge
 * and repeat.
 *
 * <p>Each field is a tag word (56 bits hash of its name, 8 bits type), a word with the length of its data in bytes, and
 * the data, padded with zeros to a multiple of 8; all little-endian. A number or a flag (0 or 1) takes 8 bytes, an
 * element of an array 8 (long), 4 (int) or 1 (byte, flag). The data of a part are its fields. Equal fields are equal
 * bytes.
 */
public final class StateWriter implements StateExchange
{
    private final Slab target;
    private final long base;
    private final long capacity;
    private long bytes;

    /**
     * Makes a writer over all of a slab.
     *
     * @param target to write to
     */
    public StateWriter(final Slab target)
    {
        this(target, 0, target.capacity());
    }

    /**
     * Makes a writer over a range of a slab.
     *
     * @param target to write to
     * @param base offset of its first byte, a multiple of 8
     * @param capacity in bytes
     * @throws IllegalArgumentException if the range does not lie in the slab, or its offset is no multiple of 8
     */
    public StateWriter(final Slab target, final long base, final long capacity)
    {
        StateRange.check(target, base, capacity);
        this.target = target;
        this.base = base;
        this.capacity = capacity;
    }

    /** Begins anew, at the first byte. */
    public void restart()
    {
        bytes = 0;
    }

    /** Returns how many bytes all state takes that was given since the beginning, written or not. */
    public long bytes()
    {
        return bytes;
    }

    /** Returns whether all of it was written. */
    public boolean fits()
    {
        return bytes <= capacity;
    }

    @Override
    public boolean isRestoring()
    {
        return false;
    }

    @Override
    public long int64(final String name, final long value)
    {
        number(name, StateType.INT64, value);
        return value;
    }

    @Override
    public int int32(final String name, final int value)
    {
        number(name, StateType.INT32, value);
        return value;
    }

    @Override
    public int bounded(final String name, final int value, final int least, final int most)
    {
        number(name, StateType.INT32, value);
        return value;
    }

    @Override
    public long extent(final String name, final long value)
    {
        number(name, StateType.INT64, value);
        return value;
    }

    @Override
    public int doublings(final String name, final int value, final long initialBytes)
    {
        number(name, StateType.INT32, value);
        return value;
    }

    @Override
    public void constant(final String name, final long value)
    {
        number(name, StateType.CONSTANT, value);
    }

    @Override
    public boolean flag(final String name, final boolean value)
    {
        number(name, StateType.FLAG, value ? 1 : 0);
        return value;
    }

    @Override
    public void slab(final String name, final Slab slab)
    {
        range(name, slab, 0, slab.capacity());
    }

    @Override
    public void range(final String name, final Slab slab, final long offset, final long length)
    {
        StateRange.checkWithin(slab, offset, length);
        final long data = begin(name, StateType.SLAB, length);
        if (fits())
        {
            target.copyFrom(data, slab, offset, length);
        }
    }

    @Override
    public void longs(final String name, final long[] values)
    {
        final long data = begin(name, StateType.LONGS, (long)values.length * Long.BYTES);
        if (fits())
        {
            target.putLongs(data, values);
        }
    }

    @Override
    public void ints(final String name, final int[] values)
    {
        final long data = begin(name, StateType.INTS, (long)values.length * Integer.BYTES);
        if (fits())
        {
            target.putInts(data, values);
        }
    }

    @Override
    public void bytes(final String name, final byte[] values)
    {
        final long data = begin(name, StateType.BYTES, values.length);
        if (fits())
        {
            target.putBytes(data, values, 0, values.length);
        }
    }

    @Override
    public void flags(final String name, final boolean[] values)
    {
        final long data = begin(name, StateType.FLAGS, values.length);
        if (fits())
        {
            target.putFlags(data, values);
        }
    }

    @Override
    public void part(final String name, final Stateful part)
    {
        Objects.requireNonNull(part, name);
        final long data = begin(name, StateType.PART, 0);
        final long first = bytes;
        part.exchange(this);
        if (fits())
        {
            target.putLong(data - StateFormat.HEADER_BYTES + StateFormat.LENGTH, bytes - first);
        }
    }

    private void number(final String name, final StateType type, final long value)
    {
        final long data = begin(name, type, Long.BYTES);
        if (fits())
        {
            target.putLong(data, value);
        }
    }

    /** Writes a field's header and padding if the field fits; answers where its data go. */
    private long begin(final String name, final StateType type, final long dataBytes)
    {
        final long field = base + bytes;
        final long data = field + StateFormat.HEADER_BYTES;
        bytes += StateFormat.fieldBytes(dataBytes);
        if (fits())
        {
            target.putLong(field, StateFormat.tag(name, type));
            target.putLong(field + StateFormat.LENGTH, dataBytes);
            if (dataBytes != 0)
            {
                // The padding: the last word holds at least one byte of the data, which is written after it.
                target.putLong(data + StateFormat.padded(dataBytes) - Long.BYTES, 0);
            }
        }
        return data;
    }
}
