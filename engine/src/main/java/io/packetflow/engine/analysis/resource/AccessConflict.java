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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. A resource with users on several nodes (definition 6.3). Where the bonds leave the order of two of them
 * open, they may use it at once for one instance. Where the bonds order all of them they may still do so for two
 * instances, since each node goes on to its next one.
 *
 * @param resource name
 * @param users packets that use it, in order of composition
 * @param nodes that run them, each once
 * @param unordered two users on different nodes that the bonds do not order, empty where they order all
 */
public record AccessConflict(String resource, List<String> users, List<String> nodes, List<String> unordered)
{
    /** Copies the lists. */
    public AccessConflict
    {
        users = List.copyOf(users);
        nodes = List.copyOf(nodes);
        unordered = List.copyOf(unordered);
    }

    /**
     * Finds all of them; O(n + u^2) for u users of one resource.
     *
     * @param structure of the molecule
     * @param order that its bonds imply
     * @param placement of its packets
     * @return one for each resource, in order of first use
     */
    static List<AccessConflict> of(
        final MolecularStructure structure, final CausalOrder order, final Placement placement)
    {
        final Map<String, Set<String>> users = new LinkedHashMap<>();
        for (final Constituent packet : structure.composition())
        {
            if (placement.places(packet.name()))
            {
                packet.resources().forEach(resource ->
                    users.computeIfAbsent(resource, name -> new LinkedHashSet<>()).add(packet.name()));
            }
        }
        final List<AccessConflict> conflicts = new ArrayList<>();
        users.forEach((resource, packets) ->
        {
            final List<String> nodes = packets.stream().map(placement::node).distinct().toList();
            if (nodes.size() > 1)
            {
                final List<String> all = List.copyOf(packets);
                conflicts.add(new AccessConflict(resource, all, nodes, unordered(all, order, placement)));
            }
        });
        return conflicts;
    }

    private static List<String> unordered(
        final List<String> users, final CausalOrder order, final Placement placement)
    {
        for (int i = 0; i < users.size(); i++)
        {
            for (int j = i + 1; j < users.size(); j++)
            {
                final String one = users.get(i);
                final String other = users.get(j);
                if (!placement.node(one).equals(placement.node(other)) && !order.isOrdered(one, other))
                {
                    return List.of(one, other);
                }
            }
        }
        return List.of();
    }

    @Override
    public String toString()
    {
        final String where = resource + " is used by " + String.join(", ", users) + " on the nodes " +
            String.join(", ", nodes);
        return where + (unordered.isEmpty() ? "; bonds order them on one instance, not over two" :
            "; no bond orders " + unordered.get(0) + " and " + unordered.get(1));
    }
}
