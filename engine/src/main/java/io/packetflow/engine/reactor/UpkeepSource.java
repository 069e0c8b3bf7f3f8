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
import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;

/**
 * Hot path. Brings the engine's own wish for a snapshot into a molecule, as a command like any other (group MC): it is
 * journaled, and a replay passes it at the same sequence. Owned by the sequencing node; any thread may ask.
 */
public final class SnapshotSource implements CommandSource
{
    private static final VarHandle REQUESTED;

    static
    {
        try
        {
            REQUESTED = MethodHandles.lookup().findVarHandle(SnapshotSource.class, "requested", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through its handle
    private long requested;
    private long taken;

    /** Asks for a snapshot; any thread. */
    void request()
    {
        REQUESTED.getAndAdd(this, 1L);
    }

    @Override
    public long nextTimeNanos()
    {
        return (long)REQUESTED.getAcquire(this) == taken ? NONE : NOW;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        // However often it was asked for meanwhile, one is enough.
        taken = (long)REQUESTED.getAcquire(this);
        input.putLong(0, ControlCommands.SNAPSHOT);
        input.putLong(Long.BYTES, 0);
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
