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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;

/**
 * Cold path. What no plan may put onto one node: units that are placed on different nodes by hand, and members of a
 * group that must not fail together (the participants of a Byzantine consensus).
 *
 * @param byHand node by packet, for the packets whose node is given
 * @param groups packets that lie on different nodes, pair by pair
 */
public record Separation(Map<String, String> byHand, List<Set<String>> groups)
{
    /** Keeps nothing apart. */
    public static final Separation NONE = new Separation(Map.of(), List.of());

    /** Copies the collections. */
    public Separation
    {
        byHand = Map.copyOf(byHand);
        groups = groups.stream().map(Set::copyOf).toList();
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
            Optional.of(one + " and " + other + " must not fail together") : Optional.empty();
    }
}
