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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. What performance depends on of a plan: stages on nodes on sockets, and which stage waits for which. Two
 * deployments need no plan: everything fused on one core, and every unit on a core of its own.
 *
 * @param name for people
 * @param nodes in order; the first one sequences and publishes the instances
 * @param stages in causal order
 */
public record Deployment(String name, List<Node> nodes, List<Stage> stages)
{
    /** Where the socket of a node's core is not known; all such nodes count as being on one socket. */
    public static final int UNKNOWN_SOCKET = -1;

    /**
     * One core.
     *
     * @param name of the node
     * @param socket of its core, {@link #UNKNOWN_SOCKET} if not known
     */
    public record Node(String name, int socket)
    {
    }

    /**
     * Packets that run one after the other.
     *
     * @param node index of the node that runs it
     * @param packets in the order in which they run
     * @param upstream indexes of the stages that it waits for, all of them before it; none for the publication alone
     */
    public record Stage(int node, List<String> packets, List<Integer> upstream)
    {
        /** Copies the lists. */
        public Stage
        {
            packets = List.copyOf(packets);
            upstream = List.copyOf(upstream);
        }
    }

    /** Copies the lists. */
    public Deployment
    {
        nodes = List.copyOf(nodes);
        stages = List.copyOf(stages);
    }

    /**
     * Reads a plan.
     *
     * @param plan of a molecule
     * @return its deployment
     */
    public static Deployment of(final ReactorPlan plan)
    {
        final List<Node> nodes = new ArrayList<>();
        for (final NodePlan node : plan.nodes())
        {
            nodes.add(new Node(node.name(), plan.cores().assignment(node.name()).map(CoreAssignment::socket)
                .orElse(UNKNOWN_SOCKET)));
        }
        return new Deployment("plan", nodes, plan.stages().stream()
            .map(stage -> new Stage(stage.node(), stage.packets(), stage.upstream())).toList());
    }

    /**
     * Runs everything on one core, as one chain of calls.
     *
     * @param order of the molecule
     * @return the deployment
     */
    public static Deployment fused(final CausalOrder order)
    {
        final List<Stage> stages = order.packets().isEmpty() ? List.of() :
            List.of(new Stage(0, order.packets(), List.of()));
        return new Deployment("fused", List.of(new Node("fused", UNKNOWN_SOCKET)), stages);
    }

    /**
     * Gives every unit a core of its own; the first unit's core sequences.
     *
     * @param order of the molecule
     * @return the deployment
     */
    public static Deployment ideal(final CausalOrder order)
    {
        final List<Node> nodes = order.units().stream()
            .map(unit -> new Node(unit.iterator().next(), UNKNOWN_SOCKET)).toList();
        return unfused("ideal", order, nodes.isEmpty() ? List.of(new Node("idle", UNKNOWN_SOCKET)) : nodes,
            order::unitOf);
    }

    /**
     * Makes a stage of each unit and puts it onto a node.
     *
     * @param name for people
     * @param order of the molecule
     * @param nodes in order; the first one sequences
     * @param nodeOf index of the node for the first packet of a unit
     * @return the deployment
     */
    public static Deployment unfused(final String name, final CausalOrder order, final List<Node> nodes,
        final ToIntFunction<String> nodeOf)
    {
        final List<Stage> stages = new ArrayList<>();
        final Map<String, Integer> position = new HashMap<>();
        order.packets().forEach(packet -> position.put(packet, position.size()));
        for (final Set<String> unit : order.units())
        {
            final Set<Integer> upstream = new TreeSet<>();
            unit.forEach(packet -> order.predecessors(packet).forEach(other -> upstream.add(order.unitOf(other))));
            upstream.remove(stages.size());
            stages.add(new Stage(nodeOf.applyAsInt(unit.iterator().next()),
                unit.stream().sorted((one, other) -> position.get(one) - position.get(other)).toList(),
                List.copyOf(upstream)));
        }
        return new Deployment(name, nodes, stages);
    }

    /**
     * Returns where a packet runs.
     *
     * @return index of its stage by packet
     */
    Map<String, Integer> stageOf()
    {
        final Map<String, Integer> stageOf = new HashMap<>();
        for (int stage = 0; stage < stages.size(); stage++)
        {
            for (final String packet : stages.get(stage).packets())
            {
                stageOf.put(packet, stage);
            }
        }
        return stageOf;
    }

    /** Returns whether stages run on other nodes than the sequencing one. */
    public boolean crossesNodes()
    {
        return stages.stream().anyMatch(stage -> stage.node() != 0);
    }
}
