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
 * Hot path. Brings the engine's own wishes into a molecule, as commands like any other (group MC): they are journaled,
 * and a replay passes them at the same sequence. Owned by the sequencing node; any thread may ask.
 *
 * <p>Its own number of a command is twice the commands so far, plus 1 while the molecule was told that space is low. So
 * whoever goes on behind a journal knows what the molecule was told last.
 */
public final class EngineCommandSource implements CommandSource
{
    private static final VarHandle WANTED;
    private static final long LOW = 1;
    /** Bits from here on are the events that cancel live orders. */
    private static final int CANCELS = 32;

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

    /** A bit for each wish that is not taken: codes of {@link ControlCommands}, events behind {@link #CANCELS}. */
    @SuppressWarnings("unused") // through its handle
    private long wanted;
    private long number;

    /**
     * Asks for a command; any thread. However often it is asked for before it is taken, it comes once.
     *
     * @param command code of {@link ControlCommands}, 1 to 31
     */
    void request(final int command)
    {
        WANTED.getAndBitwiseOr(this, 1L << command);
    }

    /** Returns whether a command that was asked for is not yet taken; any thread. */
    boolean isWanted(final int command)
    {
        return ((long)WANTED.getAcquire(this) & (1L << command)) != 0;
    }

    /** Asks for live orders to be cancelled; any thread. */
    void requestCancelLive(final LiveOrders.Event event)
    {
        WANTED.getAndBitwiseOr(this, 1L << (CANCELS + event.code()));
    }

    /** Returns whether live orders are still to be cancelled for an event: its command was not taken yet. */
    boolean isCancelWanted(final LiveOrders.Event event)
    {
        return ((long)WANTED.getAcquire(this) & (1L << (CANCELS + event.code()))) != 0;
    }

    /** Returns whether the molecule was told last that space is low; before the nodes run. */
    boolean isLow()
    {
        return (number & LOW) != 0;
    }

    @Override
    public long nextTimeNanos()
    {
        return (long)WANTED.getAcquire(this) == 0 ? NONE : NOW;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        // Orders first: a snapshot can wait. By arithmetic and not by cases: a warm-up asks for snapshots only, and a
        // case that it never saw would be compiled as one that never happens.
        final int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros((long)WANTED.getAcquire(this));
        WANTED.getAndBitwiseAnd(this, ~(1L << bit));
        final int isCancel = bit / CANCELS;
        final int command = bit * (1 - isCancel) + ControlCommands.CANCEL_LIVE * isCancel;
        number = numberAfter(command);
        input.putLong(0, command);
        input.putLong(Long.BYTES, (long)bit % CANCELS * isCancel);
        input.putLong(2 * Long.BYTES, 0);
        input.putLong(3 * Long.BYTES, 0);
        header.describe(InstanceKind.CONTROL.code(), InstanceKind.CONTROL.maxInputBytes());
        header.stamp(0, 0);
    }

    private long numberAfter(final int command)
    {
        final long bit = 1L << command;
        final long low = (bit >>> ControlCommands.SPACE_LOW) & LOW;
        final long enough = (bit >>> ControlCommands.SPACE_ENOUGH) & LOW;
        return ((number & ~LOW) + 2) | (number & LOW & ~enough) | low;
    }

    @Override
    public long clientSequence()
    {
        return number;
    }

    /** Cold. */
    @Override
    public void resumeAfter(final long clientSequence)
    {
        number = clientSequence;
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
