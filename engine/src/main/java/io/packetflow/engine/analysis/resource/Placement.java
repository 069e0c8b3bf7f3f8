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
package io.packetflow.engine.analysis.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.plan.PacketPlacement;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. Which node runs each packet. A node is one thread: it runs one packet after the other and never waits for
 * itself.
 *
 * @param nodeOf node by packet, in causal order
 */
public record Placement(Map<String, String> nodeOf)
{
    /** Copies the map. */
    public Placement
    {
        nodeOf = Collections.unmodifiableMap(new LinkedHashMap<>(nodeOf));
    }

    /**
     * Returns the placement in which most can go wrong: every unit on a node of its own, named after its first packet.
     * What is safe there is safe in every placement.
     *
     * @param order of the molecule
     * @return the placement
     */
    public static Placement apart(final CausalOrder order)
    {
        final Map<String, String> nodes = new LinkedHashMap<>();
        for (final Set<String> unit : order.units())
        {
            unit.forEach(packet -> nodes.put(packet, unit.iterator().next()));
        }
        return new Placement(nodes);
    }

    /**
     * Returns the placement of a plan.
     *
     * @param plan of a molecule
     * @return where its packets run
     */
    public static Placement of(final ReactorPlan plan)
    {
        final Map<String, String> nodes = new LinkedHashMap<>();
        for (final PacketPlacement placement : plan.placements())
        {
            nodes.put(placement.packet().name(), plan.nodes().get(placement.node()).name());
        }
        return new Placement(nodes);
    }

    /**
     * Tells whether it places a packet; a plan leaves out the Journal.
     *
     * @param packet name
     * @return whether it does
     */
    public boolean places(final String packet)
    {
        return nodeOf.containsKey(packet);
    }

    /**
     * Returns the node of a packet.
     *
     * @param packet name, of one that is placed
     * @return name of its node
     */
    public String node(final String packet)
    {
        return nodeOf.get(packet);
    }

    /**
     * Returns the packets of a node.
     *
     * @param node name
     * @return names in causal order
     */
    public List<String> on(final String node)
    {
        return nodeOf.entrySet().stream().filter(entry -> entry.getValue().equals(node)).map(Map.Entry::getKey)
            .toList();
    }

    /**
     * Runs two nodes as one.
     *
     * @param kept name of the node that stays
     * @param given name of the node whose packets it takes
     * @return a changed copy
     */
    public Placement fuse(final String kept, final String given)
    {
        final Map<String, String> changed = new LinkedHashMap<>();
        nodeOf.forEach((packet, node) -> changed.put(packet, node.equals(given) ? kept : node));
        return new Placement(changed);
    }
}
