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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. What no plan may put onto one node: units that are placed on different nodes by hand, and, of a
 * collective packet that declares {@value #APART}: its participants.
 *
 * @param byHand node by packet, for the packets whose node is given
 * @param groups packets that lie on different nodes, pair by pair
 */
public record Separation(Map<String, String> byHand, List<Set<String>> groups)
{
    /** Property of a collective packet: {@code "true"} where its participants run on different nodes. */
    public static final String APART = "apart";

    /** Keeps nothing apart. */
    public static final Separation NONE = new Separation(Map.of(), List.of());

    /** Copies the collections. */
    public Separation
    {
        byHand = Map.copyOf(byHand);
        groups = groups.stream().map(Set::copyOf).toList();
    }

    /**
     * Reads what a structure declares.
     *
     * @param structure of a molecule
     * @param byHand node by packet, for the packets whose node is given
     * @return what is kept apart
     */
    public static Separation of(final MolecularStructure structure, final Map<String, String> byHand)
    {
        return new Separation(byHand, structure.composition().stream()
            .filter(packet -> Boolean.parseBoolean(packet.properties().get(APART)))
            .map(packet -> (Set<String>)new LinkedHashSet<>(packet.participants())).toList());
    }

    /**
     * Says why two packets cannot share a node.
     *
     * @param order of the molecule
     * @param first packet
     * @param second packet
     * @return the reason, empty if a plan may put both onto one node
     */
    public Optional<String> reason(final CausalOrder order, final String first, final String second)
    {
        final int firstUnit = order.unitOf(first);
        final int secondUnit = order.unitOf(second);
        if (firstUnit == secondUnit)
        {
            return Optional.empty();
        }
        final List<String> reasons = new ArrayList<>();
        for (final String one : order.units().get(firstUnit))
        {
            for (final String other : order.units().get(secondUnit))
            {
                between(one, other).ifPresent(reasons::add);
            }
        }
        return reasons.stream().sorted().findFirst();
    }

    private Optional<String> between(final String one, final String other)
    {
        final String oneNode = byHand.get(one);
        final String otherNode = byHand.get(other);
        if (oneNode != null && otherNode != null && !oneNode.equals(otherNode))
        {
            return Optional.of(one + " is placed by hand on " + oneNode + ", " + other + " on " + otherNode);
        }
        return groups.stream().anyMatch(group -> group.contains(one) && group.contains(other)) ?
            Optional.of(one + " and " + other + " participate in what keeps them apart") : Optional.empty();
    }
}
