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
package io.packetflow.engine.chemistry.emergent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Throughput amplification (section 3.2.3): {@code base × parallelism factor × efficiency bonus}, instances
 * a second, which is what the busiest node can take.
 * <ul>
 * <li>Base: what one node could take that pays for nothing but the work, {@code 1e9 / total work}.</li>
 * <li>Parallelism factor: total work over the work of the busiest node, 1 to the number of nodes.</li>
 * <li>Efficiency bonus: the part of its time that the busiest node works, {@code work / (work + overhead)}, 0 to 1, or
 * less where two cores cannot pass on as many instances.</li>
 * </ul>
 * Overhead is ingress on the node that sequences, and for each stage its barrier, and calls between its packets.
 * Work is base time × firing share. The busiest node is the one with the most work and overhead together.
 *
 * @param totalWorkNanos of all packets, an instance
 * @param busiestNode index
 * @param busiestWorkNanos work of that node, an instance
 * @param busiestOverheadNanos overhead of that node, an instance
 * @param hopsPerSecond what two cores can pass on; infinite where all runs on one node
 */
public record Throughput(
    double totalWorkNanos, int busiestNode, double busiestWorkNanos, double busiestOverheadNanos, double hopsPerSecond)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Predicts for a placement.
     *
     * @param workload of the molecule
     * @return the prediction
     */
    public static Throughput of(final Workload workload)
    {
        final int nodes = workload.placement().nodes();
        final double[] work = new double[nodes];
        final double[] overhead = new double[nodes];
        final Map<Integer, Set<Integer>> stagesOf = new HashMap<>();
        final StructureGraph graph = workload.graph();
        overhead[0] = workload.host().ingressNanos();
        double totalNanos = 0;
        for (int packet = 0; packet < graph.size(); packet++)
        {
            final int node = workload.node(packet);
            final int stage = workload.placement().stage(graph.name(packet));
            final boolean head = stagesOf.computeIfAbsent(node, unseen -> new HashSet<>()).add(stage);
            work[node] += workload.workNanos(packet);
            overhead[node] += head ? workload.host().stageNanos() : workload.host().callNanos();
            totalNanos += workload.workNanos(packet);
        }
        int busiest = 0;
        for (int node = 1; node < nodes; node++)
        {
            busiest = work[node] + overhead[node] > work[busiest] + overhead[busiest] ? node : busiest;
        }
        return new Throughput(totalNanos, busiest, work[busiest], overhead[busiest],
            stagesOf.size() > 1 ? workload.host().hopsPerSecond() : Double.POSITIVE_INFINITY);
    }

    /** Returns the base throughput, instances a second; infinite for packets that do nothing. */
    public double basePerSecond()
    {
        return NANOS_PER_SECOND / totalWorkNanos;
    }

    /** Returns the parallelism factor, 1 where the busiest node does all work or none. */
    public double parallelismFactor()
    {
        return busiestWorkNanos > 0 ? totalWorkNanos / busiestWorkNanos : 1;
    }

    /** Returns the efficiency bonus, 0 to 1. */
    public double efficiencyBonus()
    {
        final double ideal = basePerSecond() * parallelismFactor();
        return ideal == Double.POSITIVE_INFINITY ? 0 : Math.min(1, perSecond() / ideal);
    }

    /** Returns the throughput, instances a second; infinite where nothing costs anything. */
    public double perSecond()
    {
        return Math.min(NANOS_PER_SECOND / (busiestWorkNanos + busiestOverheadNanos), hopsPerSecond);
    }
}
