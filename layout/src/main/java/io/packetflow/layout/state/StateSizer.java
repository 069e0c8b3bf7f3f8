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
 * Cold path. Counts the bytes that a {@link StateWriter} would write, without reading the state itself: so that its
 * memory can be allocated, and touched, before anything has to stand still for it.
 */
public final class StateSizer implements StateExchange
{
    private long bytes;

    /** Makes one that has counted nothing. */
    public StateSizer()
    {
    }

    /**
     * Says how much one part takes.
     *
     * @param name of the part
     * @param part to measure
     * @return bytes, a multiple of 8
     */
    public static long bytesOf(final String name, final Stateful part)
    {
        final StateSizer sizer = new StateSizer();
        sizer.part(name, part);
        return sizer.bytes();
    }

    /** Returns how many bytes were counted, a multiple of 8. */
    public long bytes()
    {
        return bytes;
    }

    @Override
    public boolean isRestoring()
    {
        return false;
    }

    @Override
    public long int64(final String name, final long value)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public int int32(final String name, final int value)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public int bounded(final String name, final int value, final int least, final int most)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public long extent(final String name, final long value)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public int doublings(final String name, final int value, final long initialBytes)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public void constant(final String name, final long value)
    {
        count(Long.BYTES);
    }

    @Override
    public boolean flag(final String name, final boolean value)
    {
        count(Long.BYTES);
        return value;
    }

    @Override
    public void slab(final String name, final Slab slab)
    {
        count(slab.capacity());
    }

    @Override
    public void range(final String name, final Slab slab, final long offset, final long length)
    {
        count(length);
    }

    @Override
    public void longs(final String name, final long[] values)
    {
        count((long)values.length * Long.BYTES);
    }

    @Override
    public void ints(final String name, final int[] values)
    {
        count((long)values.length * Integer.BYTES);
    }

    @Override
    public void bytes(final String name, final byte[] values)
    {
        count(values.length);
    }

    @Override
    public void flags(final String name, final boolean[] values)
    {
        count(values.length);
    }

    @Override
    public void part(final String name, final Stateful part)
    {
        count(0);
        part.exchange(this);
    }

    private void count(final long dataBytes)
    {
        bytes += StateFormat.fieldBytes(dataBytes);
    }
}
