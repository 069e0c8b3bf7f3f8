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

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Restores state that a {@link StateWriter} saved, from a range of a slab. It checks the name, type and
 * length of each field before it takes it, and never reads outside the range, whatever stands there.
 *
 * <p>The first field that does not fit is refused with a {@link StateException} that names it by its path, what was
 * expected and what stands there. Fields before it have been restored by then: a component that was refused is to be
 * thrown away.
 */
public final class StateReader implements StateExchange
{
    private final Slab source;
    private final long base;
    private final StatePath path = new StatePath();
    private long position;
    private long limit;

    /**
     * Makes a reader.
     *
     * @param source to read from
     * @param base offset of the first byte, a multiple of 8
     * @param length that the writer said, in bytes
     * @throws IllegalArgumentException if the range does not lie in the slab, or its offset is no multiple of 8
     */
    public StateReader(final Slab source, final long base, final long length)
    {
        StateRange.check(source, base, length);
        this.source = source;
        this.base = base;
        this.limit = length;
    }

    /**
     * Checks that everything was read.
     *
     * @throws StateException if state is left
     */
    public void finish()
    {
        if (position != limit)
        {
            throw path.refusal("expected the end, found " + found());
        }
    }

    @Override
    public boolean isRestoring()
    {
        return true;
    }

    @Override
    public long int64(final String name, final long value)
    {
        return number(name, StateType.INT64);
    }

    @Override
    public int int32(final String name, final int value)
    {
        return bounded(name, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public int bounded(final String name, final int value, final int least, final int most)
    {
        final long saved = number(name, StateType.INT32);
        if (saved < least || saved > most)
        {
            throw path.refusal(name, "expected a number from " + least + " to " + most + ", found " + saved);
        }
        return (int)saved;
    }

    @Override
    public long extent(final String name, final long value)
    {
        final long saved = number(name, StateType.INT64);
        if (saved < 0 || saved > limit - position)
        {
            throw path.refusal(name, "expected the length of what follows, at most " + (limit - position) +
                " bytes, found " + saved);
        }
        return saved;
    }

    @Override
    public int doublings(final String name, final int value, final long initialBytes)
    {
        final int saved = bounded(name, value, 0, Long.numberOfLeadingZeros(initialBytes) - 1);
        if (initialBytes << saved > limit - position)
        {
            throw path.refusal(name, "expected that the doubled bytes follow, at most " + (limit - position) +
                ", found " + saved + " doublings of " + initialBytes);
        }
        return saved;
    }

    @Override
    public void constant(final String name, final long value)
    {
        final long saved = number(name, StateType.CONSTANT);
        if (saved != value)
        {
            throw path.refusal(name, "expected " + value + " as configured here, found " + saved);
        }
    }

    @Override
    public boolean flag(final String name, final boolean value)
    {
        final long saved = number(name, StateType.FLAG);
        if (saved != 0 && saved != 1)
        {
            throw path.refusal(name, "expected a flag, 0 or 1, found " + saved);
        }
        return saved == 1;
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
        slab.copyFrom(offset, source, take(name, StateType.SLAB, length), length);
    }

    @Override
    public void longs(final String name, final long[] values)
    {
        source.getLongs(take(name, StateType.LONGS, (long)values.length * Long.BYTES), values);
    }

    @Override
    public void ints(final String name, final int[] values)
    {
        source.getInts(take(name, StateType.INTS, (long)values.length * Integer.BYTES), values);
    }

    @Override
    public void bytes(final String name, final byte[] values)
    {
        source.getBytes(take(name, StateType.BYTES, values.length), values, 0, values.length);
    }

    @Override
    public void flags(final String name, final boolean[] values)
    {
        final long data = take(name, StateType.FLAGS, values.length);
        for (int i = 0; i < values.length; i++)
        {
            final byte saved = source.getByte(data + i);
            if (saved != 0 && saved != 1)
            {
                throw path.refusal(name, "expected flags, 0 or 1, found " + saved + " at index " + i);
            }
            values[i] = saved == 1;
        }
    }

    @Override
    public void part(final String name, final Stateful part)
    {
        checkHeader(name, StateType.PART);
        final long length = dataBytes();
        final long room = limit - position - StateFormat.HEADER_BYTES;
        if (length < 0 || length > room || length % Long.BYTES != 0)
        {
            throw path.refusal(name, "expected a part of at most " + room + " bytes, found one of " + length);
        }
        final long enclosingLimit = limit;
        position += StateFormat.HEADER_BYTES;
        limit = position + length;
        path.enter(name);
        part.exchange(this);
        finish();
        path.leave();
        limit = enclosingLimit;
    }

    private long number(final String name, final StateType type)
    {
        return source.getLong(take(name, type, Long.BYTES));
    }

    /** Checks that the next field is the one that is expected, and goes behind it; answers where its data are. */
    private long take(final String name, final StateType type, final long expectedBytes)
    {
        checkHeader(name, type);
        final long length = dataBytes();
        if (length != expectedBytes)
        {
            throw path.refusal(name, "expected " + type + " of " + expectedBytes + " bytes, found " + length);
        }
        if (StateFormat.fieldBytes(length) > limit - position)
        {
            throw path.refusal(name, "expected " + type + " of " + expectedBytes + " bytes, found the end after " +
                (limit - position - StateFormat.HEADER_BYTES));
        }
        final long data = base + position + StateFormat.HEADER_BYTES;
        position += StateFormat.fieldBytes(length);
        return data;
    }

    private void checkHeader(final String name, final StateType type)
    {
        if (limit - position < StateFormat.HEADER_BYTES)
        {
            throw path.refusal(name, "expected " + type + ", found the end at byte " + position);
        }
        final long expected = StateFormat.tag(name, type);
        final long tag = source.getLong(base + position);
        if (tag != expected)
        {
            final boolean isSameName = StateFormat.isSameName(tag, expected);
            throw path.refusal(name, "expected " + type + ", found " + found() +
                (isSameName ? " of this name" : " of another name"));
        }
    }

    private long dataBytes()
    {
        return source.getLong(base + position + StateFormat.LENGTH);
    }

    /** What stands at the position; called where there is something. */
    private String found()
    {
        if (limit - position < StateFormat.HEADER_BYTES)
        {
            return (limit - position) + " bytes more at byte " + position;
        }
        final long tag = source.getLong(base + position);
        final StateType type = StateType.ofTag(tag);
        return (type == null ? "no field" : type + " of " + dataBytes() + " bytes") +
            " at byte " + position + " (tag " + Long.toHexString(tag) + ")";
    }
}
