package io.packetflow.engine.plan;

import java.util.List;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * The cores of a periodic group.
 *
 * @param group of the periodic table
 * @param cpus its cores
 * @param numaNode NUMA node of those cores, -1 if unknown
 * @param use what runs there, or why they stay idle
 */
public record GroupHome(PeriodicGroup group, List<Integer> cpus, int numaNode, String use)
{
    /** Copies the list. */
    public GroupHome
    {
        cpus = List.copyOf(cpus);
    }
}
