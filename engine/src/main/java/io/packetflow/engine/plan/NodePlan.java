package io.packetflow.engine.plan;

import java.util.List;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * A node: one duty cycle on one core.
 *
 * @param index position in the plan's nodes
 * @param name of the node and of its thread
 * @param homes groups whose core it runs on
 * @param cpu that it is pinned to, -1 if it is not pinned
 * @param sequencing whether it merges the sources and publishes the instances
 * @param stages indexes of its stages in bond order
 */
public record NodePlan(
    int index, String name, List<PeriodicGroup> homes, int cpu, boolean sequencing, List<Integer> stages)
{
    /** There is no core: the node runs unpinned. */
    public static final int UNPINNED = -1;

    /** Copies the lists. */
    public NodePlan
    {
        homes = List.copyOf(homes);
        stages = List.copyOf(stages);
    }

    NodePlan onCpu(final int chosen)
    {
        return new NodePlan(index, name, homes, chosen, sequencing, stages);
    }
}
