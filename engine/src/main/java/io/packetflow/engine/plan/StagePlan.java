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

    /** Returns the name of the area that holds the stage's STOP mask; no packet can be called so. */
    public String statusArea()
    {
        return "stops." + index;
    }
}
