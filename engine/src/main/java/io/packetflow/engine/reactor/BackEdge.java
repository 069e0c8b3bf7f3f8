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
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. The buffer of a back edge: emissions of one packet on their way into their own molecule.
 *
 * <p>Assumptions: at most two threads. The emitting packet's node writes through {@link #emitter()}, the sequencing
 * node reads through the {@link InstanceSource} methods.
 * Guarantees: what was written before {@link Emitter#commit()} is seen when the emission is; an empty edge costs its
 * reader two loads, as it is asked before each instance.
 *
 * <pre>
 *   0  logicalTimeNanos  8 bytes
 *   8  kind              4 bytes
 *  12  inputLength       4 bytes
 *  16  input             inputLength bytes
 * </pre>
 */
public final class BackEdge implements InstanceSource, Stateful
{
    private static final VarHandle TAKEN;
    private static final int KIND = 8;
    private static final int INPUT_LENGTH = 12;
    private static final int INPUT = 16;
    private static final int LINE_BYTES = 64;
    private static final int ALIGNMENT = 128;

    static
    {
        try
        {
            TAKEN = MethodHandles.lookup().findVarHandle(BackEdge.class, "taken", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Slab slab;
    private final int mask;
    private final int stride;
    private final int maxInputBytes;
    private final BackEdgeWriter writer;
    private long headTimeNanos = NONE;
    private long taken;

    BackEdge(final Arena arena, final int capacity, final int maxInputBytes, final EmissionBound bound)
    {
        mask = capacity - 1;
        this.maxInputBytes = maxInputBytes;
        stride = strideBytes(maxInputBytes);
        slab = arena.allocate((long)capacity * stride, ALIGNMENT);
        writer = new BackEdgeWriter(this, slab, maxInputBytes, bound);
    }

    static int strideBytes(final int maxInputBytes)
    {
        return (INPUT + maxInputBytes + LINE_BYTES - 1) / LINE_BYTES * LINE_BYTES;
    }

    Emitter emitter()
    {
        return writer;
    }

    long refusedCount()
    {
        return writer.refusedCount();
    }

    /** Returns how many emissions were written; any thread. Ordering: acquire. */
    long committed()
    {
        return writer.committed();
    }

    /** Returns how many emissions were taken; the writer asks. Ordering: acquire. */
    long taken()
    {
        return (long)TAKEN.getAcquire(this);
    }

    int capacity()
    {
        return mask + 1;
    }

    int maxInputBytes()
    {
        return maxInputBytes;
    }

    int slot(final long position)
    {
        return ((int)position & mask) * stride;
    }

    /** Writes the head of an emission and answers where its input begins. */
    int describe(final long position, final int kind, final int inputLength, final long logicalTimeNanos)
    {
        final int slot = slot(position);
        slab.putLong(slot, logicalTimeNanos);
        slab.putInt(slot + KIND, kind);
        slab.putInt(slot + INPUT_LENGTH, inputLength);
        return slot + INPUT;
    }

    @Override
    public long nextTimeNanos()
    {
        return headTimeNanos != NONE ? headTimeNanos : look();
    }

    private long look()
    {
        if (writer.committed() == taken)
        {
            return NONE;
        }
        headTimeNanos = slab.getLong(slot(taken));
        return headTimeNanos;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final int slot = slot(taken);
        final int length = slab.getInt(slot + INPUT_LENGTH);
        header.describe(slab.getInt(slot + KIND), length);
        header.stamp(0, 0);
        for (int word = 0; word < length; word += Long.BYTES)
        {
            input.putLong(word, slab.getLong(slot + INPUT + word));
        }
        headTimeNanos = NONE;
        TAKEN.setRelease(this, taken + 1);
    }

    @Override
    public void discard(final boolean rejected)
    {
        throw new IllegalStateException("an emission is never shed: its emitter was told that it was accepted");
    }

    /** Cold. What is under way; both ends stand still. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("emissions", slab);
        taken = state.int64("taken", taken);
        writer.exchange(state);
        headTimeNanos = NONE;
    }

    @Override
    public boolean isExhausted()
    {
        return nextTimeNanos() == NONE;
    }
}
