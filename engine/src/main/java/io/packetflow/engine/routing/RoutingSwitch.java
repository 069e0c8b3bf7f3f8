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
package io.packetflow.engine.routing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Hot path. Gives the table of a sequence, and changes tables between two sequences: packets before the boundary go
 * where the old table says, all others where the new one does. The boundary is the sequence of the journaled MC packet
 * that brings the table, so a replay changes at the same place.
 *
 * <p>One thread routes and calls {@link #at}; another may call {@link #schedule}, one table at a time. The new table is
 * published by a release store and taken by an acquire load, so that its arrays are seen whole. Allocates nothing
 * where packets are routed.
 */
public final class RoutingSwitch
{
    private static final VarHandle NEXT;

    static
    {
        try
        {
            NEXT = MethodHandles.lookup().findVarHandle(RoutingSwitch.class, "next", Scheduled.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Scheduled(RoutingTable table, long sequence)
    {
    }

    private RoutingTable table;
    @SuppressWarnings("unused")
    private Scheduled next;

    /**
     * Begins with a table.
     *
     * @param table of the first sequence
     */
    public RoutingSwitch(final RoutingTable table)
    {
        this.table = table;
    }

    /**
     * Brings another table.
     *
     * @param value to use
     * @param sequence of the first packet that it is for
     * @return whether it was taken: not while another one waits for its sequence
     */
    public boolean schedule(final RoutingTable value, final long sequence)
    {
        return NEXT.compareAndSet(this, (Scheduled)null, new Scheduled(value, sequence));
    }

    /**
     * Returns the table of a packet. Called by the thread that routes.
     *
     * @param sequence of the packet, not below that of the call before
     * @return the table
     */
    public RoutingTable at(final long sequence)
    {
        final Scheduled scheduled = (Scheduled)NEXT.getAcquire(this);
        return scheduled == null || sequence < scheduled.sequence() ? table : change(scheduled);
    }

    private RoutingTable change(final Scheduled scheduled)
    {
        table = scheduled.table();
        NEXT.setRelease(this, (Scheduled)null);
        return table;
    }
}
