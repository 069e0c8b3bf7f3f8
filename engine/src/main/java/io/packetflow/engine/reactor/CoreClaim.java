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

import io.packetflow.affinity.pin.CoreConflictException;
import io.packetflow.affinity.pin.CoreReservation;
import io.packetflow.affinity.pin.CoreReservations;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. The cores of a plan, held against other processes of the host for as long as the reactor lives. A standby
 * holds none until it has taken its primary's place: until then they are the primary's. Used by the reactor's thread.
 */
final class CoreClaim implements AutoCloseable
{
    private final ReactorContext context;
    private final ReactorPlan plan;
    private CoreReservation reservation;

    CoreClaim(final ReactorContext context, final ReactorPlan plan)
    {
        this.context = context;
        this.plan = plan;
    }

    /**
     * Takes the cores before anything runs on them; a standby's are left alone.
     *
     * @throws CoreConflictException if another process holds one of them
     */
    void take()
    {
        if (isWanted() && context.standby().isEmpty())
        {
            reserve();
        }
    }

    /** A standby takes the primary's place, and its cores, which are free unless the primary only stands still. */
    void takeInPlaceOfPrimary()
    {
        if (!isWanted())
        {
            return;
        }
        try
        {
            reserve();
        }
        catch (final CoreConflictException e)
        {
            context.progress().accept("the cores of this node are not reserved: " + e.getMessage());
        }
    }

    private boolean isWanted()
    {
        return context.settings().threading() == Threading.DEDICATED && context.settings().reserveCores();
    }

    private void reserve()
    {
        reservation = CoreReservations.inDefaultDirectory().reserve(plan.cores());
    }

    @Override
    public void close()
    {
        if (reservation != null)
        {
            reservation.close();
        }
    }
}
