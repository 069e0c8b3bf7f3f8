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
package io.packetflow.engine.reactor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.packetflow.engine.packet.Emitter;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;

/** Hot path. The writing end of a {@link BackEdge}. Single writer: the emitting packet's node. */
final class BackEdgeWriter implements Emitter
{
    private static final VarHandle COMMITTED;
    private static final VarHandle REFUSED;

    static
    {
        try
        {
            final MethodHandles.Lookup lookup = MethodHandles.lookup();
            COMMITTED = lookup.findVarHandle(BackEdgeWriter.class, "committed", long.class);
            REFUSED = lookup.findVarHandle(BackEdgeWriter.class, "refused", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final BackEdge edge;
    private final Slab slab;
    private final int maxInputBytes;
    private final EmissionBound bound;
    private long committed;
    private long seenTaken;
    private long refused;
    private long claimedNanos;

    BackEdgeWriter(final BackEdge edge, final Slab slab, final int maxInputBytes, final EmissionBound bound)
    {
        this.edge = edge;
        this.slab = slab;
        this.maxInputBytes = maxInputBytes;
        this.bound = bound;
    }

    /** Returns how many emissions were committed. Ordering: acquire. */
    long committed()
    {
        return (long)COMMITTED.getAcquire(this);
    }

    /** Returns how many emissions found the buffer full; any thread. */
    long refusedCount()
    {
        return (long)REFUSED.getOpaque(this);
    }

    @Override
    public int claim(final int kind, final int inputLength, final long logicalTimeNanos)
    {
        if (inputLength > maxInputBytes)
        {
            throw tooLong(inputLength);
        }
        if (committed - seenTaken == edge.capacity())
        {
            seenTaken = edge.taken();
            if (committed - seenTaken == edge.capacity())
            {
                REFUSED.setOpaque(this, refused + 1);
                return FULL;
            }
        }
        claimedNanos = logicalTimeNanos;
        return edge.describe(committed, kind, inputLength, logicalTimeNanos);
    }

    @Override
    public void commit()
    {
        COMMITTED.setRelease(this, committed + 1);
        bound.onEmission(claimedNanos);
    }

    @Override
    public Slab slab()
    {
        return slab;
    }

    /** Cold. Part of the edge's state; the bound of what waits is found again by looking. */
    void exchange(final StateExchange state)
    {
        committed = state.int64("committed", committed);
        refused = state.int64("refused", refused);
        seenTaken = edge.taken();
    }

    private IllegalArgumentException tooLong(final int inputLength)
    {
        return new IllegalArgumentException("an emission is longer than declared: inputLength=" + inputLength +
            " maxInputBytes=" + maxInputBytes);
    }
}
