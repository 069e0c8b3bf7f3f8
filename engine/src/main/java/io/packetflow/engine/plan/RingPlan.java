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
package io.packetflow.engine.plan;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.layout.record.MoleculeLayout;
import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.ring.Publication;

/**
 * The ring of a molecule.
 *
 * @param group that owns it: that of the head packet
 * @param capacity slots, a power of two
 * @param layout of a slot
 * @param publication where availability stands
 * @param backPressure what a full ring does to its sources
 * @param numaNode on which its memory is first touched, -1 if unknown
 */
public record RingPlan(
    PeriodicGroup group,
    int capacity,
    MoleculeLayout layout,
    Publication publication,
    BackPressure backPressure,
    int numaNode)
{
    /** Returns the memory of all slots in bytes. */
    public long bytes()
    {
        return (long)capacity * layout.strideBytes();
    }
}
