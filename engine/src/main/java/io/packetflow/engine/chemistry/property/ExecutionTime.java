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
package io.packetflow.engine.chemistry.property;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Theorem 3.2: how long a packet takes where it runs, {@code base time × load factor × group efficiency},
 * nanoseconds, infinite on a node that is overloaded.
 *
 * <p>The load factor is that of a queue with random arrivals and constant service (M/D/1): mean time in the system over
 * time of service, {@code 1 + u / (2 (1 - u))} for utilisation u, from 1.
 *
 * <p>The group efficiency says what the other groups on its node cost: {@code 1 + k × stageNanos / W}, with k stages
 * of the node that hold no packet of its group, each of which is entered between two runs, and W the node's work in
 * nanoseconds an instance; from 1, which it is where the node is one fused stage or its group's own.
 *
 * @param packet name
 * @param group of the packet
 * @param baseNanos time of one firing without load
 * @param origin of the base time
 * @param utilisation of its node
 * @param foreignStages k
 * @param stageNanos what it costs to enter a stage
 * @param nodeWorkNanos W
 */
public record ExecutionTime(
    String packet,
    PeriodicGroup group,
    double baseNanos,
    CostOrigin origin,
    double utilisation,
    int foreignStages,
    double stageNanos,
    double nodeWorkNanos)
{
    /**
     * Predicts for a packet.
     *
     * @param workload of the molecule
     * @param packet name
     * @return the prediction
     * @throws IllegalArgumentException if the molecule has no such packet
     */
    public static ExecutionTime of(final Workload workload, final String packet)
    {
        final StructureGraph graph = workload.graph();
        final int index = graph.indexOf(packet);
        final int node = workload.node(index);
        final PeriodicGroup group = graph.packet(index).group();
        final Map<Integer, Set<PeriodicGroup>> stages = new HashMap<>();
        double workNanos = 0;
        for (int other = 0; other < graph.size(); other++)
        {
            if (workload.node(other) == node)
            {
                workNanos += workload.workNanos(other);
                stages.computeIfAbsent(workload.placement().stage(graph.name(other)), stage -> new HashSet<>())
                    .add(graph.packet(other).group());
            }
        }
        final int foreign = (int)stages.values().stream().filter(groups -> !groups.contains(group)).count();
        return new ExecutionTime(packet, group, workload.cost(index).baseNanos(), workload.cost(index).origin(),
            workload.utilisation(node), foreign, workload.host().stageNanos(), workNanos);
    }

    /** Returns the load factor, from 1; infinite where utilisation reaches 1. */
    public double loadFactor()
    {
        return utilisation < 1 ? 1 + utilisation / (2 * (1 - utilisation)) : Double.POSITIVE_INFINITY;
    }

    /** Returns the group efficiency, from 1. */
    public double groupEfficiency()
    {
        return nodeWorkNanos > 0 ? 1 + foreignStages * stageNanos / nodeWorkNanos : 1;
    }

    /** Returns the execution time in nanoseconds; 0 for a packet without work, even on an overloaded node. */
    public double nanos()
    {
        return baseNanos > 0 ? baseNanos * loadFactor() * groupEfficiency() : 0;
    }
}
