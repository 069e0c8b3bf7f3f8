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
package io.packetflow.engine.analysis.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. The order that the bonds of a molecule imply (thesis definition 6.2): which packet completes before which,
 * directly or not, and which packets are one unit, that is one stage whatever the plan. Immutable. Made in O(n e / 64)
 * for n packets and e bonds; questions about two packets take constant time.
 */
public final class CausalOrder
{
    private final List<String> order;
    private final List<Set<String>> units;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final Map<String, Integer> unitOf = new HashMap<>();
    private final List<BitSet> direct = new ArrayList<>();
    private final List<BitSet> before = new ArrayList<>();

    private CausalOrder(final BondGraph graph)
    {
        order = List.copyOf(graph.order());
        units = List.copyOf(graph.stages());
        order.forEach(packet -> indexOf.put(packet, indexOf.size()));
        for (int unit = 0; unit < units.size(); unit++)
        {
            for (final String packet : units.get(unit))
            {
                unitOf.put(packet, unit);
            }
        }
        order.forEach(packet -> addBehind(graph.predecessors(packet)));
    }

    private void addBehind(final Set<String> predecessors)
    {
        final BitSet own = new BitSet();
        final BitSet all = new BitSet();
        for (final String predecessor : predecessors)
        {
            final int index = indexOf.get(predecessor);
            own.set(index);
            all.set(index);
            all.or(before.get(index));
        }
        direct.add(own);
        before.add(all);
    }

    /**
     * Reads the order of a structure. Bonds to unknown packets are left out, as {@link BondGraph} does.
     *
     * @param structure to read
     * @return its order
     * @throws IllegalArgumentException if ionic bonds form a cycle, which is printed
     */
    public static CausalOrder of(final MolecularStructure structure)
    {
        final BondGraph graph = new BondGraph(structure);
        final List<String> cycle = graph.ionicCycle();
        if (!cycle.isEmpty())
        {
            throw new IllegalArgumentException("the ionic bonds of " + structure.name() + " order nothing, they form " +
                "a cycle: " + String.join(" -> ", cycle) + "; remove one of these bonds");
        }
        return new CausalOrder(graph);
    }

    /** Returns all packets, each behind those that complete before it; order of composition decides the rest. */
    public List<String> packets()
    {
        return order;
    }

    /**
     * Tells whether the molecule has a packet.
     *
     * @param packet name
     * @return whether it has
     */
    public boolean has(final String packet)
    {
        return indexOf.containsKey(packet);
    }

    /** Returns the packets that are one stage whatever the plan, most of them alone, in causal order. */
    public List<Set<String>> units()
    {
        return units;
    }

    /**
     * Returns the unit of a packet.
     *
     * @param packet name
     * @return index into {@link #units()}
     */
    public int unitOf(final String packet)
    {
        return known(unitOf, packet);
    }

    /**
     * Tells whether a packet completes before another begins, on the same instance.
     *
     * @param first name
     * @param second name
     * @return whether a path of ionic bonds leads from the first to the second
     */
    public boolean precedes(final String first, final String second)
    {
        return before.get(known(indexOf, second)).get(known(indexOf, first));
    }

    /**
     * Tells whether the bonds order two packets in any way, so that they never work on one instance at once.
     *
     * @param first name
     * @param second name
     * @return whether one precedes the other, or both are one stage
     */
    public boolean isOrdered(final String first, final String second)
    {
        return precedes(first, second) || precedes(second, first) || unitOf(first) == unitOf(second);
    }

    /**
     * Returns the packets that an ionic bond puts directly before another.
     *
     * @param packet name
     * @return names in causal order
     */
    public List<String> predecessors(final String packet)
    {
        return direct.get(known(indexOf, packet)).stream().mapToObj(order::get).toList();
    }

    /**
     * Returns the packets that complete before another, directly or not.
     *
     * @param packet name
     * @return names in causal order
     */
    public List<String> ancestors(final String packet)
    {
        return before.get(known(indexOf, packet)).stream().mapToObj(order::get).toList();
    }

    /** Returns the packets that wait for no other, in causal order. */
    public List<String> sources()
    {
        return order.stream().filter(packet -> direct.get(indexOf.get(packet)).isEmpty()).toList();
    }

    /** Returns the packets that no other waits for, in causal order. */
    public List<String> sinks()
    {
        final BitSet waitedFor = new BitSet();
        direct.forEach(waitedFor::or);
        return order.stream().filter(packet -> !waitedFor.get(indexOf.get(packet))).toList();
    }

    /**
     * Returns the bonds by which a packet precedes another.
     *
     * @param first name
     * @param second name
     * @return the packets of a shortest path of ionic bonds, both ends included; empty where there is none
     */
    public List<String> path(final String first, final String second)
    {
        if (!precedes(first, second))
        {
            return List.of();
        }
        final Map<String, String> towards = new HashMap<>();
        final Deque<String> open = new ArrayDeque<>(List.of(second));
        while (!towards.containsKey(first))
        {
            final String next = open.remove();
            predecessors(next).stream().filter(packet -> towards.putIfAbsent(packet, next) == null).forEach(open::add);
        }
        final List<String> path = new ArrayList<>(List.of(first));
        while (!path.get(path.size() - 1).equals(second))
        {
            path.add(towards.get(path.get(path.size() - 1)));
        }
        return path;
    }

    private static int known(final Map<String, Integer> indexes, final String packet)
    {
        final Integer index = indexes.get(packet);
        if (index == null)
        {
            throw new IllegalArgumentException("the molecule has no packet " + packet);
        }
        return index;
    }

    /** Returns the direct dependencies, one line. */
    @Override
    public String toString()
    {
        return order.stream().map(packet -> predecessors(packet).isEmpty() ? packet :
            packet + " after " + String.join(", ", predecessors(packet))).collect(Collectors.joining("; "));
    }
}
