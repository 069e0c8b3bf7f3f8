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

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;

/**
 * Hot path. Brings what the engine itself wants into a molecule, as commands like any other (group MC): they are
 * journaled, and a replay passes them at the same sequence. Owned by the sequencing node; any thread may ask.
 *
 * <p>Wishes are bits of one word, so that a poll is one read: bit 0 is a snapshot, the others are the events that
 * cancel live orders. A wish that is uttered again before it is fulfilled is one wish.
 */
public final class EngineCommandSource implements CommandSource
{
    private static final VarHandle WANTED;
    private static final long SNAPSHOT = 1;

    static
    {
        try
        {
            WANTED = MethodHandles.lookup().findVarHandle(EngineCommandSource.class, "wanted", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through its handle
    private long wanted;

    /** Asks for a snapshot; any thread. */
    void requestSnapshot()
    {
        WANTED.getAndBitwiseOr(this, SNAPSHOT);
    }

    /** Asks for live orders to be cancelled; any thread. */
    void requestCancelLive(final LiveOrders.Event event)
    {
        WANTED.getAndBitwiseOr(this, 1L << event.code());
    }

    /** Returns whether live orders are still to be cancelled for an event: its command was not taken yet. */
    boolean isCancelWanted(final LiveOrders.Event event)
    {
        return ((long)WANTED.getAcquire(this) & 1L << event.code()) != 0;
    }

    @Override
    public long nextTimeNanos()
    {
        return (long)WANTED.getAcquire(this) == 0 ? NONE : NOW;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long wishes = (long)WANTED.getAcquire(this);
        // Orders first: a snapshot can wait.
        final long cancels = wishes & ~SNAPSHOT;
        final int event = cancels == 0 ? 0 : Long.numberOfTrailingZeros(cancels);
        WANTED.getAndBitwiseAnd(this, ~(1L << event));
        input.putLong(0, event == 0 ? ControlCommands.SNAPSHOT : ControlCommands.CANCEL_LIVE);
        input.putLong(Long.BYTES, event);
        input.putLong(2 * Long.BYTES, 0);
        input.putLong(3 * Long.BYTES, 0);
        header.describe(InstanceKind.CONTROL.code(), InstanceKind.CONTROL.maxInputBytes());
        header.stamp(0, 0);
    }

    @Override
    public void discard(final boolean rejected)
    {
        throw new IllegalStateException("a command is never shed");
    }

    /** Exhausted whenever nobody asks: it keeps nobody waiting. */
    @Override
    public boolean isExhausted()
    {
        return nextTimeNanos() == NONE;
    }
}
