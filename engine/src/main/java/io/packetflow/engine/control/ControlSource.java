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
package io.packetflow.engine.control;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.CommandSource;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Hot path. Brings commands of the control file into a molecule; owned by the sequencing node, which polls it once a
 * duty cycle or more often: one volatile read of a line that nobody writes while there is no command.
 *
 * <p>A command carries no time of its own, so it comes before whatever else is waiting. Its input has four fields of 8
 * bytes: command, target, first and second value.
 */
public final class ControlSource implements CommandSource
{
    private static final VarHandle TAKEN;

    static
    {
        try
        {
            TAKEN = MethodHandles.lookup().findVarHandle(ControlSource.class, "taken", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicBuffer buffer;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int record = ControlDescriptor.record(0);
    private long expected = ControlDescriptor.ready(0);
    private long taken;

    ControlSource(final AtomicBuffer buffer)
    {
        this.buffer = buffer;
    }

    /**
     * Returns a source to which nobody can write: for warm-ups and for engines without control.
     *
     * @return the source
     */
    public static ControlSource idle()
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(ControlDescriptor.FILE_LENGTH));
        ControlFile.initialise(buffer);
        return new ControlSource(buffer);
    }

    @Override
    public long nextTimeNanos()
    {
        return buffer.getLongVolatile(record + ControlDescriptor.STATE) == expected ? NOW : NONE;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long command = buffer.getLong(record + ControlDescriptor.COMMAND);
        input.putLong(0, command);
        input.putLong(8, buffer.getLong(record + ControlDescriptor.TARGET));
        input.putLong(16, buffer.getLong(record + ControlDescriptor.FIRST_VALUE));
        input.putLong(24, buffer.getLong(record + ControlDescriptor.SECOND_VALUE));
        header.describe(InstanceKind.CONTROL.code(), InstanceKind.CONTROL.maxInputBytes());
        header.stamp(0, 0);
        if (command == ControlCommands.STOP)
        {
            stopped.setRelease(true);
        }
        advance();
    }

    @Override
    public void discard(final boolean rejected)
    {
        // A command is never shed: it stays in the file and comes again.
    }

    private void advance()
    {
        final long next = taken + 1;
        buffer.putLongRelease(record + ControlDescriptor.STATE,
            ControlDescriptor.free(taken + ControlDescriptor.CAPACITY));
        record = ControlDescriptor.record(next);
        expected = ControlDescriptor.ready(next);
        TAKEN.setRelease(this, next);
        buffer.putLongRelease(ControlDescriptor.TAKEN_OFFSET, next);
    }

    /** Exhausted whenever it is empty: nobody waits for commands that may never come. */
    @Override
    public boolean isExhausted()
    {
        return nextTimeNanos() == NONE;
    }

    /** Returns how many commands were taken; any thread. */
    public long takenCount()
    {
        return (long)TAKEN.getAcquire(this);
    }

    /** Returns whether the engine was told to stop; any thread. */
    public boolean isStopRequested()
    {
        return stopped.getAcquire();
    }
}
