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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Decides which node each unit runs on. Nodes are named after the groups whose core they are; the first one sequences.
 */
final class NodeAssignment
{
    /** Name of a node that only merges sources and publishes. */
    static final String INGRESS = "ingress";

    private final Molecule molecule;
    private final PlanOptions options;
    private final int usableCores;
    private final Map<String, List<PeriodicGroup>> homes = new LinkedHashMap<>();
    private final Map<Set<String>, String> nodeOf = new LinkedHashMap<>();

    private NodeAssignment(final Molecule molecule, final PlanOptions options, final int usableCores)
    {
        this.molecule = molecule;
        this.options = options;
        this.usableCores = usableCores;
    }

    /**
     * Assigns units to nodes.
     *
     * @param molecule that is planned
     * @param units in ionic order
     * @param options that were asked for
     * @param usableCores that spinning nodes may have
     * @return the assignment
     */
    static NodeAssignment of(
        final Molecule molecule, final List<Set<String>> units, final PlanOptions options, final int usableCores)
    {
        final NodeAssignment assignment = new NodeAssignment(molecule, options, usableCores);
        final PeriodicGroup head = assignment.groupOf(units.get(0));
        assignment.openSequencingNode(head);
        final List<PeriodicGroup> present = units.stream().map(assignment::groupOf).distinct().toList();
        for (final Set<String> unit : units)
        {
            assignment.place(unit, head, present);
        }
        return assignment;
    }

    private void openSequencingNode(final PeriodicGroup head)
    {
        final boolean apart = options.grouping() == Grouping.FUSED && options.nodes() == NodePolicy.TWO_NODES;
        homes.put(apart ? INGRESS : head.key(), new ArrayList<>(List.of(head)));
    }

    private void place(final Set<String> unit, final PeriodicGroup head, final List<PeriodicGroup> present)
    {
        final PeriodicGroup group = groupOf(unit);
        final String byHand = unit.stream().map(options.placement()::get).filter(name -> name != null).findFirst()
            .orElse(null);
        final String node = byHand != null ? byHand : nodeFor(group, head, present);
        nodeOf.put(unit, node);
        final List<PeriodicGroup> groups = homes.computeIfAbsent(node, NodeAssignment::homesOfNamesake);
        if (groups.isEmpty() || (options.grouping() != Grouping.FUSED && !groups.contains(group)))
        {
            groups.add(group);
        }
    }

    /** A node that was named by hand after a group runs on that group's core. */
    private static List<PeriodicGroup> homesOfNamesake(final String node)
    {
        return Arrays.stream(PeriodicGroup.values()).filter(group -> group.key().equals(node))
            .collect(Collectors.toCollection(ArrayList::new));
    }

    private String nodeFor(final PeriodicGroup group, final PeriodicGroup head, final List<PeriodicGroup> present)
    {
        final String sequencing = homes.keySet().iterator().next();
        final int nodes = nodeCount(present);
        if (nodes == 1)
        {
            return sequencing;
        }
        if (options.grouping() == Grouping.FUSED && options.nodes() != NodePolicy.NODE_PER_GROUP)
        {
            // The ingress stands apart, the molecule runs on its head packet's core.
            return head.key();
        }
        if (nodes >= present.size())
        {
            return group.key();
        }
        // Fewer cores than groups: the head's group keeps the sequencing node, the others share the rest.
        final List<PeriodicGroup> others = present.stream().filter(other -> other != head).toList();
        return group == head ? sequencing : sharedNode(others, others.indexOf(group), nodes - 1);
    }

    private static String sharedNode(final List<PeriodicGroup> others, final int position, final int nodes)
    {
        final int share = position * nodes / others.size();
        return others.stream().filter(other -> others.indexOf(other) * nodes / others.size() == share)
            .map(PeriodicGroup::key).collect(Collectors.joining("+"));
    }

    private int nodeCount(final List<PeriodicGroup> present)
    {
        return switch (options.nodes())
        {
            case ONE_NODE -> 1;
            case TWO_NODES -> 2;
            case NODE_PER_GROUP -> present.size();
            case AUTO -> options.grouping() == Grouping.FUSED ? 1 : Math.max(1, Math.min(present.size(), usableCores));
        };
    }

    private PeriodicGroup groupOf(final Set<String> unit)
    {
        return molecule.packet(unit.iterator().next()).map(Packet::group).orElseThrow();
    }

    /** Returns the names of the nodes, the sequencing node first. */
    List<String> nodes()
    {
        return List.copyOf(homes.keySet());
    }

    /**
     * Returns the groups whose core a node runs on.
     *
     * @param node name
     * @return its groups
     */
    List<PeriodicGroup> homes(final String node)
    {
        return homes.get(node);
    }

    /**
     * Returns the node of a unit.
     *
     * @param unit that was assigned
     * @return index of its node
     */
    int nodeOf(final Set<String> unit)
    {
        return nodes().indexOf(nodeOf.get(unit));
    }
}
