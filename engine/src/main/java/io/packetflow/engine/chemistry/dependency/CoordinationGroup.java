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
package io.packetflow.engine.chemistry.dependency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Cold path. Packets that metallic bonds connect, directly or not: they work on the same instance in any order and meet
 * at a gate. A failure of one holds up all.
 *
 * @param packets names in order of composition, at least two
 * @param complete whether each is bonded to each, as the thesis defines it; otherwise some meet only through others
 * @param gate nearest packet that waits for all of them, empty for the release of the slot
 */
public record CoordinationGroup(List<String> packets, boolean complete, String gate)
{
    /** Copies the list. */
    public CoordinationGroup
    {
        packets = List.copyOf(packets);
    }

    /**
     * Finds all groups of a structure. Bonds with unknown ends are left out.
     *
     * @param structure to read
     * @return groups in order of their first packet
     */
    public static List<CoordinationGroup> of(final MolecularStructure structure)
    {
        final Graph<String, DefaultEdge> metallic = new SimpleGraph<>(DefaultEdge.class);
        final Set<String> names = new LinkedHashSet<>(structure.names());
        names.forEach(metallic::addVertex);
        for (final Bond bond : structure.bonds())
        {
            final boolean known = names.contains(bond.from()) && names.contains(bond.to());
            if (known && bond.type() == BondType.METALLIC && !bond.from().equals(bond.to()))
            {
                metallic.addEdge(bond.from(), bond.to());
            }
        }
        final ConnectivityInspector<String, DefaultEdge> connected = new ConnectivityInspector<>(metallic);
        final TemporalDependencies order = new TemporalDependencies(structure);
        final List<CoordinationGroup> groups = new ArrayList<>();
        final Set<String> seen = new LinkedHashSet<>();
        for (final String name : names)
        {
            if (metallic.degreeOf(name) > 0 && !seen.contains(name))
            {
                final Set<String> set = connected.connectedSetOf(name);
                seen.addAll(set);
                groups.add(group(names.stream().filter(set::contains).toList(), metallic, order));
            }
        }
        return groups;
    }

    private static CoordinationGroup group(
        final List<String> packets, final Graph<String, DefaultEdge> metallic, final TemporalDependencies order)
    {
        final boolean complete =
            packets.stream().allMatch(packet -> metallic.degreeOf(packet) == packets.size() - 1);
        final List<String> common = new ArrayList<>(order.after(packets.get(0)));
        packets.forEach(packet -> common.retainAll(order.after(packet)));
        // The nearest one comes before all others that wait for the whole group, or no other comes before it.
        final String gate = common.stream()
            .filter(candidate -> common.stream().noneMatch(other -> order.precedes(other, candidate)))
            .findFirst().orElse("");
        return new CoordinationGroup(packets, complete, gate);
    }
}
