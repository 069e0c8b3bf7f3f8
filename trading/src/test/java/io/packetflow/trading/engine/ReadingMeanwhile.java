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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/** A save during which the reader of an output reads all of it, just when its place is saved. */
final class ReadingMeanwhile implements StateExchange
{
    private final OrderOutput output;

    ReadingMeanwhile(final OrderOutput output)
    {
        this.output = output;
    }

    @Override
    public boolean isRestoring()
    {
        return false;
    }

    @Override
    public long int64(final String name, final long value)
    {
        if (name.equals("read"))
        {
            output.drain((message, length) -> { });
        }
        return value;
    }

    @Override
    public int int32(final String name, final int value)
    {
        return value;
    }

    @Override
    public int bounded(final String name, final int value, final int least, final int most)
    {
        return value;
    }

    @Override
    public long extent(final String name, final long value)
    {
        return value;
    }

    @Override
    public int doublings(final String name, final int value, final long initialBytes)
    {
        return value;
    }

    @Override
    public void constant(final String name, final long value)
    {
        // Nothing is written.
    }

    @Override
    public boolean flag(final String name, final boolean value)
    {
        return value;
    }

    @Override
    public void slab(final String name, final Slab slab)
    {
        // Nothing is written.
    }

    @Override
    public void range(final String name, final Slab slab, final long offset, final long length)
    {
        // Nothing is written.
    }

    @Override
    public void longs(final String name, final long[] values)
    {
        // Nothing is written.
    }

    @Override
    public void ints(final String name, final int[] values)
    {
        // Nothing is written.
    }

    @Override
    public void bytes(final String name, final byte[] values)
    {
        // Nothing is written.
    }

    @Override
    public void flags(final String name, final boolean[] values)
    {
        // Nothing is written.
    }

    @Override
    public void part(final String name, final Stateful part)
    {
        part.exchange(this);
    }
}
