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

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.ring.Publication;

/**
 * What a plan is asked to be. Immutable; {@code with...} returns a changed copy.
 *
 * @param grouping how far packets are fused
 * @param nodes how many nodes
 * @param clock where logical time comes from
 * @param publication where a ring's availability stands
 * @param groups options of the periodic groups; missing ones have {@link GroupOptions#DEFAULT}
 * @param placement names of packets to names of nodes, for those that shall not be where the planner puts them
 * @param sharing whether more nodes than cores may share cores, yielding
 * @param durability of the molecule's journal, empty where nothing is journaled
 * @param packing packets whose areas lie first in a slot, right behind the header, in this order
 * @param cuts packets that begin a stage even where they could join an earlier one of their node, so that who waits for
 *             that one need not wait for them
 */
public record PlanOptions(
    Grouping grouping,
    NodePolicy nodes,
    ClockMode clock,
    Publication publication,
    Map<PeriodicGroup, GroupOptions> groups,
    Map<String, String> placement,
    boolean sharing,
    Optional<Durability> durability,
    List<String> packing,
    Set<String> cuts)
{
    /** Copies the maps. */
    public PlanOptions
    {
        groups = Map.copyOf(groups);
        placement = Map.copyOf(placement);
        packing = List.copyOf(packing);
        cuts = Set.copyOf(cuts);
    }

    /** Returns the options of a default plan: fused, as many nodes as pay, source time. */
    public static PlanOptions defaults()
    {
        return new PlanOptions(Grouping.FUSED, NodePolicy.AUTO, ClockMode.SOURCE, Publication.CURSOR, Map.of(),
            Map.of(), false, Optional.empty(), List.of(), Set.of());
    }

    /**
     * Changes the grouping.
     *
     * @param value how far packets are fused
     * @return a changed copy
     */
    public PlanOptions withGrouping(final Grouping value)
    {
        return new PlanOptions(
            value, nodes, clock, publication, groups, placement, sharing, durability, packing, cuts);
    }

    /**
     * Changes the number of nodes.
     *
     * @param value how many
     * @return a changed copy
     */
    public PlanOptions withNodes(final NodePolicy value)
    {
        return new PlanOptions(
            grouping, value, clock, publication, groups, placement, sharing, durability, packing, cuts);
    }

    /**
     * Changes the clock.
     *
     * @param value where logical time comes from
     * @return a changed copy
     */
    public PlanOptions withClock(final ClockMode value)
    {
        return new PlanOptions(
            grouping, nodes, value, publication, groups, placement, sharing, durability, packing, cuts);
    }

    /**
     * Changes where availability stands.
     *
     * @param value publication
     * @return a changed copy
     */
    public PlanOptions withPublication(final Publication value)
    {
        return new PlanOptions(grouping, nodes, clock, value, groups, placement, sharing, durability, packing, cuts);
    }

    /**
     * Changes the options of one group.
     *
     * @param group of the periodic table
     * @param value its options
     * @return a changed copy
     */
    public PlanOptions withGroup(final PeriodicGroup group, final GroupOptions value)
    {
        final Map<PeriodicGroup, GroupOptions> changed = new EnumMap<>(PeriodicGroup.class);
        changed.putAll(groups);
        changed.put(group, value);
        return new PlanOptions(
            grouping, nodes, clock, publication, changed, placement, sharing, durability, packing, cuts);
    }

    /**
     * Places one packet by hand.
     *
     * @param packet name
     * @param node name
     * @return a changed copy
     */
    public PlanOptions withPlacement(final String packet, final String node)
    {
        final Map<String, String> changed = new LinkedHashMap<>(placement);
        changed.put(packet, node);
        return new PlanOptions(
            grouping, nodes, clock, publication, groups, changed, sharing, durability, packing, cuts);
    }

    /**
     * Allows or forbids that more nodes than cores share cores.
     *
     * @param value whether they may
     * @return a changed copy
     */
    public PlanOptions withSharing(final boolean value)
    {
        return new PlanOptions(
            grouping, nodes, clock, publication, groups, placement, value, durability, packing, cuts);
    }

    /**
     * Journals the molecule.
     *
     * @param value what an output waits for
     * @return a changed copy
     */
    public PlanOptions withDurability(final Durability value)
    {
        return new PlanOptions(
            grouping, nodes, clock, publication, groups, placement, sharing, Optional.of(value), packing, cuts);
    }

    /**
     * Says whose areas lie first: those that other nodes read cost fewer cache lines where they lie together.
     *
     * @param value packets in the order of their areas
     * @return a changed copy
     */
    public PlanOptions withPacking(final List<String> value)
    {
        return new PlanOptions(
            grouping, nodes, clock, publication, groups, placement, sharing, durability, value, cuts);
    }

    /**
     * Says where stages begin.
     *
     * @param value packets that join no earlier stage
     * @return a changed copy
     */
    public PlanOptions withCuts(final Set<String> value)
    {
        return new PlanOptions(
            grouping, nodes, clock, publication, groups, placement, sharing, durability, packing, value);
    }

    /**
     * Returns the options of a group.
     *
     * @param group of the periodic table
     * @return its options
     */
    public GroupOptions group(final PeriodicGroup group)
    {
        return groups.getOrDefault(group, GroupOptions.DEFAULT);
    }
}
