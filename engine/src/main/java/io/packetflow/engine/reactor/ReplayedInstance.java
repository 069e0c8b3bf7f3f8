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

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.layout.memory.Flyweight;

/**
 * Cold path. The slot of the instance that an offline replay has come to: what came in, and what each packet has left
 * in its area. The area of a packet that the instance did not reach still holds that of an earlier one.
 */
public final class ReplayedInstance
{
    private final RunningMolecule molecule;
    private final NodeViews views;

    ReplayedInstance(final RunningMolecule molecule)
    {
        this.molecule = molecule;
        this.views = new NodeViews(molecule.plan().molecule(), molecule.slots());
    }

    /** Moves to an instance that went through the ring not long ago. */
    void moveTo(final long sequence)
    {
        final int slot = molecule.slotOf(sequence);
        views.header().wrap(slot);
        views.input().wrap(slot + offset(ReactorPlan.INPUT_AREA));
        views.areas().forEach((packet, area) -> area.wrap(slot + offset(packet)));
    }

    private int offset(final String area)
    {
        return molecule.plan().ring().layout().offset(area);
    }

    /** Returns sequence, time, kind and length of input. */
    public InstanceHeader header()
    {
        return views.header();
    }

    /** Returns the input. */
    public InstanceInput input()
    {
        return views.input();
    }

    /**
     * Returns what a packet has left.
     *
     * @param packet name
     * @param type class of its area
     * @param <A> type of its area
     * @return the view, moved with this object
     */
    public <A extends Flyweight> A area(final String packet, final Class<A> type)
    {
        return type.cast(views.areas().get(packet));
    }
}
