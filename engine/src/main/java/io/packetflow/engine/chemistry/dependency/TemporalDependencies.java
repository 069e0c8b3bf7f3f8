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

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Which packets must complete before which: the transitive closure of the ionic bonds. It is a strict
 * partial order (transitive, antisymmetric, acyclic) if and only if there is no cycle. Immutable.
 */
public final class TemporalDependencies
{
    private final List<String> names;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final BitSet[] after;
    private final List<String> cycle;

    /**
     * Closes the ionic bonds of a structure. Bonds with unknown ends are left out.
     *
     * @param structure to read, with or without a cycle
     */
    public TemporalDependencies(final MolecularStructure structure)
    {
        names = structure.names().stream().distinct().toList();
        names.forEach(name -> indexOf.put(name, indexOf.size()));
        after = new BitSet[names.size()];
        for (int packet = 0; packet < after.length; packet++)
        {
            after[packet] = new BitSet(after.length);
        }
        for (final Bond bond : structure.bonds())
        {
            final boolean known = indexOf.containsKey(bond.from()) && indexOf.containsKey(bond.to());
            if (known && bond.type() == BondType.IONIC && !bond.from().equals(bond.to()))
            {
                after[indexOf.get(bond.from())].set(indexOf.get(bond.to()));
            }
        }
        for (int via = 0; via < after.length; via++)
        {
            for (final BitSet behind : after)
            {
                if (behind.get(via))
                {
                    behind.or(after[via]);
                }
            }
        }
        cycle = List.copyOf(new BondGraph(structure).ionicCycle());
    }

    /**
     * Tells whether a packet must complete before another, directly or not.
     *
     * @param first name
     * @param second name
     * @return whether ionic bonds say so; false for packets that do not exist
     */
    public boolean precedes(final String first, final String second)
    {
        final Integer from = indexOf.get(first);
        final Integer to = indexOf.get(second);
        return from != null && to != null && after[from].get(to);
    }

    /**
     * Returns the packets that wait for another.
     *
     * @param packet name
     * @return names in order of composition
     */
    public List<String> after(final String packet)
    {
        return names.stream().filter(other -> precedes(packet, other)).toList();
    }

    /**
     * Returns the packets for which another waits.
     *
     * @param packet name
     * @return names in order of composition
     */
    public List<String> before(final String packet)
    {
        return names.stream().filter(other -> precedes(other, packet)).toList();
    }

    /** Returns how many ordered pairs there are. */
    public int pairs()
    {
        int pairs = 0;
        for (final BitSet behind : after)
        {
            pairs += behind.cardinality();
        }
        return pairs;
    }

    /** Returns a cycle, its first packet repeated at the end; empty where there is none. */
    public List<String> cycle()
    {
        return cycle;
    }

    /** Tells whether the dependencies are a strict partial order. */
    public boolean isStrictPartialOrder()
    {
        return cycle.isEmpty();
    }
}
