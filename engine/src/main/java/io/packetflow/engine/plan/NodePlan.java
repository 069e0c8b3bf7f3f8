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
