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

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.plan.PacketPlacement;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. On which node and in which stage each packet runs: the context C of theorems 3.2 and 3.3. Nodes of one
 * socket; what a hop between sockets costs is a matter of the host's plan.
 *
 * @param nodeOf node of each packet by name, 0 is the one that sequences
 * @param stageOf stage of each packet by name; packets of one stage run on one node
 * @param nodes how many nodes there are, idle ones included
 */
public record Placement(Map<String, Integer> nodeOf, Map<String, Integer> stageOf, int nodes)
{
    /** Copies the maps and checks that they fit together. */
    public Placement
    {
        nodeOf = Map.copyOf(nodeOf);
        stageOf = Map.copyOf(stageOf);
        if (!nodeOf.keySet().equals(stageOf.keySet()))
        {
            throw new IllegalArgumentException("each packet has a node and a stage: nodes of " + nodeOf.keySet() +
                ", stages of " + stageOf.keySet());
        }
        for (final Map.Entry<String, Integer> entry : nodeOf.entrySet())
        {
            if (entry.getValue() < 0 || entry.getValue() >= nodes)
            {
                throw new IllegalArgumentException("packet " + entry.getKey() + " runs on node " + entry.getValue() +
                    ", but nodes are 0 to " + (nodes - 1));
            }
        }
    }

    /**
     * Places all packets on one node in one fused stage, as a plan does by default.
     *
     * @param structure to place
     * @return the placement
     */
    public static Placement oneNode(final MolecularStructure structure)
    {
        final Map<String, Integer> zero = new LinkedHashMap<>();
        structure.names().forEach(name -> zero.put(name, 0));
        return new Placement(zero, zero, 1);
    }

    /**
     * Places each unit on a node of its own: as far apart as the bonds allow.
     *
     * @param graph of the structure
     * @return the placement
     */
    public static Placement apart(final StructureGraph graph)
    {
        final Map<String, Integer> own = new LinkedHashMap<>();
        int node = 0;
        for (final BitSet unit : graph.units())
        {
            for (final String name : graph.names(unit))
            {
                own.put(name, node);
            }
            node++;
        }
        return new Placement(own, own, node);
    }

    /**
     * Reads a plan. Packets that run in no stage of it, such as the Journal, run where instances are sequenced.
     *
     * @param structure that was planned
     * @param plan of its molecule
     * @return the placement
     */
    public static Placement of(final MolecularStructure structure, final ReactorPlan plan)
    {
        final Map<String, Integer> nodeOf = new LinkedHashMap<>();
        final Map<String, Integer> stageOf = new LinkedHashMap<>();
        for (final String name : structure.names())
        {
            nodeOf.put(name, plan.sequencingNode().index());
            stageOf.put(name, plan.stages().size());
        }
        for (final PacketPlacement placement : plan.placements())
        {
            nodeOf.put(placement.packet().name(), placement.node());
            stageOf.put(placement.packet().name(), placement.stage());
        }
        return new Placement(nodeOf, stageOf, plan.nodes().size());
    }

    /**
     * Returns the node of a packet.
     *
     * @param packet name
     * @return index of its node
     */
    public int node(final String packet)
    {
        return of(nodeOf, packet);
    }

    /**
     * Returns the stage of a packet.
     *
     * @param packet name
     * @return number of its stage
     */
    public int stage(final String packet)
    {
        return of(stageOf, packet);
    }

    private static int of(final Map<String, Integer> places, final String packet)
    {
        final Integer place = places.get(packet);
        if (place == null)
        {
            throw new IllegalArgumentException("the placement has no packet " + packet + "; place it");
        }
        return place;
    }

    /**
     * Tells whether two packets run in different stages.
     *
     * @param first packet
     * @param second packet
     * @return whether a barrier lies between them
     */
    public boolean separates(final String first, final String second)
    {
        return stage(first) != stage(second);
    }

    /**
     * Tells whether two packets run on different nodes.
     *
     * @param first packet
     * @param second packet
     * @return whether a hop between cores lies between them
     */
    public boolean crosses(final String first, final String second)
    {
        return node(first) != node(second);
    }

    /**
     * Returns what it costs to get from one packet to another.
     *
     * @param first packet
     * @param second packet
     * @param host costs of the engine's own steps
     * @return nanoseconds: a call within a stage, a barrier within a node, else a hop between cores
     */
    public double reachNanos(final String first, final String second, final HostCosts host)
    {
        if (crosses(first, second))
        {
            return host.hopNanos();
        }
        return separates(first, second) ? host.stageNanos() : host.callNanos();
    }
}
