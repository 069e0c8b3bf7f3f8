package io.packetflow.engine.plan;

import java.util.List;

/**
 * A stage: packets that one node runs for an instance in one go.
 *
 * @param index position in the plan's stages, which stand in ionic order
 * @param node index of the node that runs it
 * @param packets names in bond order, then composition order
 * @param upstream indexes of the stages that must have completed an instance first; empty: the ring's publication
 * @param ancestors indexes of all stages that hold ionic ancestors of its packets
 * @param publishesStops whether packets of other stages depend on a STOP of its packets
 */
public record StagePlan(
    int index, int node, List<String> packets, List<Integer> upstream, List<Integer> ancestors, boolean publishesStops)
{
    /** Copies the lists. */
    public StagePlan
    {
        packets = List.copyOf(packets);
        upstream = List.copyOf(upstream);
        ancestors = List.copyOf(ancestors);
    }

    /** Returns the name of the area that holds the stage's STOP mask. */
    public String statusArea()
    {
        return "status" + index;
    }
}
