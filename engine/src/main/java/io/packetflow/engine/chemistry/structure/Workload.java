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
package io.packetflow.engine.chemistry.structure;

import java.util.Map;
import java.util.TreeMap;

import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. What a structure's packets demand where they run: a structure, what it costs, and its placement in one.
 * Immutable.
 *
 * <p>Work of a packet is {@code base time × firing share}, nanoseconds an instance. Its demand is the share of a core
 * that it declares; where it declares none, {@code rate × work}, so 0 where the molecule declares no rate either.
 * Utilisation of a node is the sum over its packets, above 1 where they demand more than the core has.
 */
public final class Workload
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final StructureGraph graph;
    private final CostModel costs;
    private final Placement placement;
    private final double[] demandCores;
    private final Map<Integer, Double> utilisation = new TreeMap<>();

    /**
     * Joins a structure, its costs and its placement.
     *
     * @param graph of the structure
     * @param costs of its packets and of the host
     * @param placement of all its packets
     * @throws IllegalArgumentException if a packet is not placed
     */
    public Workload(final StructureGraph graph, final CostModel costs, final Placement placement)
    {
        this.graph = graph;
        this.costs = costs;
        this.placement = placement;
        this.demandCores = new double[graph.size()];
        for (int packet = 0; packet < graph.size(); packet++)
        {
            final double declared = cost(packet).resourceDemand();
            demandCores[packet] =
                declared > 0 ? declared : costs.ratePerSecond() * workNanos(packet) / NANOS_PER_SECOND;
            utilisation.merge(node(packet), demandCores[packet], Double::sum);
        }
    }

    /**
     * Joins a structure and its costs, placed on one node.
     *
     * @param structure to examine
     * @param costs of its packets and of the host
     * @return the workload
     * @throws ChemistryException if packets or bonds are not sound
     */
    public static Workload onOneNode(final MolecularStructure structure, final CostModel costs)
    {
        return new Workload(new StructureGraph(structure), costs, Placement.oneNode(structure));
    }

    /** Returns the index of the structure. */
    public StructureGraph graph()
    {
        return graph;
    }

    /** Returns what packets and the host cost. */
    public CostModel costs()
    {
        return costs;
    }

    /** Returns what the engine's own steps cost. */
    public HostCosts host()
    {
        return costs.host();
    }

    /** Returns where the packets run. */
    public Placement placement()
    {
        return placement;
    }

    /**
     * Returns the cost of a packet.
     *
     * @param packet index
     * @return its cost
     */
    public PacketCost cost(final int packet)
    {
        return costs.packet(graph.name(packet));
    }

    /**
     * Returns the node of a packet.
     *
     * @param packet index
     * @return index of its node
     */
    public int node(final int packet)
    {
        return placement.node(graph.name(packet));
    }

    /**
     * Returns the work of a packet.
     *
     * @param packet index
     * @return base time × firing share, nanoseconds an instance
     */
    public double workNanos(final int packet)
    {
        return cost(packet).baseNanos() * cost(packet).firingShare();
    }

    /**
     * Returns the demand of a packet.
     *
     * @param packet index
     * @return cores: declared, or rate × work
     */
    public double demandCores(final int packet)
    {
        return demandCores[packet];
    }

    /**
     * Returns how busy a node is.
     *
     * @param node index
     * @return sum of its packets' demands, above 1 where it is overloaded
     */
    public double utilisation(final int node)
    {
        return utilisation.getOrDefault(node, 0.0);
    }

    /**
     * Returns what it costs to get from one packet to another.
     *
     * @param first index
     * @param second index
     * @return nanoseconds
     */
    public double reachNanos(final int first, final int second)
    {
        return placement.reachNanos(graph.name(first), graph.name(second), host());
    }
}
