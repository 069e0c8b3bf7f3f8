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
