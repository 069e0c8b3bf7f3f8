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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.DepthFirstIterator;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * What the bonds of a molecule imply: the causal order (theorem 6.2), ancestors, and which packets must form one stage.
 */
public final class BondGraph
{
    private final Graph<String, DefaultEdge> ionic = new SimpleDirectedGraph<>(DefaultEdge.class);
    private final Graph<String, DefaultEdge> covalent = new SimpleGraph<>(DefaultEdge.class);
    private final Map<String, Integer> compositionIndex = new LinkedHashMap<>();

    /**
     * Reads a molecule's bonds. Bonds that break a rule (unknown ends, self-bonds) are left out; the rules report them.
     *
     * @param molecule to read
     */
    public BondGraph(final Molecule molecule)
    {
        this(molecule.packets().stream().map(Packet::name).toList(), molecule.bonds());
    }

    /**
     * Reads the bonds of a structure, as of a molecule.
     *
     * @param structure to read
     */
    public BondGraph(final MolecularStructure structure)
    {
        this(structure.names(), structure.bonds());
    }

    private BondGraph(final List<String> packets, final List<Bond> bonds)
    {
        for (final String packet : packets)
        {
            compositionIndex.putIfAbsent(packet, compositionIndex.size());
            ionic.addVertex(packet);
            covalent.addVertex(packet);
        }
        for (final Bond bond : bonds)
        {
            final boolean known = ionic.containsVertex(bond.from()) && ionic.containsVertex(bond.to());
            if (known && !bond.from().equals(bond.to()))
            {
                add(bond);
            }
        }
    }

    private void add(final Bond bond)
    {
        if (bond.type() == BondType.IONIC)
        {
            ionic.addEdge(bond.from(), bond.to());
        }
        else if (bond.type() == BondType.COVALENT)
        {
            covalent.addEdge(bond.from(), bond.to());
        }
    }

    /** Returns the packets of one ionic cycle in order, the first repeated at the end; empty if there is none. */
    public List<String> ionicCycle()
    {
        final Set<String> onCycles = new CycleDetector<>(ionic).findCycles();
        if (onCycles.isEmpty())
        {
            return List.of();
        }
        final String start = first(onCycles);
        for (final DefaultEdge edge : ionic.outgoingEdgesOf(start))
        {
            final var back = DijkstraShortestPath.findPathBetween(ionic, ionic.getEdgeTarget(edge), start);
            if (back != null)
            {
                final List<String> cycle = new ArrayList<>();
                cycle.add(start);
                cycle.addAll(back.getVertexList());
                return cycle;
            }
        }
        throw new IllegalStateException("a packet on a cycle leads back to itself: " + start);
    }

    private String first(final Set<String> names)
    {
        return names.stream().min(Comparator.comparing(compositionIndex::get)).orElseThrow();
    }

    /** Returns all packets in ionic order; composition order decides where the bonds do not. */
    public List<String> order()
    {
        final List<String> order = new ArrayList<>();
        new TopologicalOrderIterator<>(ionic, Comparator.comparing(compositionIndex::get)).forEachRemaining(order::add);
        return order;
    }

    /**
     * Returns the packets that must complete directly before another.
     *
     * @param packet name
     * @return its ionic predecessors in composition order
     */
    public Set<String> predecessors(final String packet)
    {
        final List<String> names = new ArrayList<>();
        ionic.incomingEdgesOf(packet).forEach(edge -> names.add(ionic.getEdgeSource(edge)));
        return sorted(names);
    }

    /**
     * Returns the packets that must complete before another, directly or not.
     *
     * @param packet name
     * @return its ionic ancestors in composition order, without itself
     */
    public Set<String> ancestors(final String packet)
    {
        final Set<String> seen = new LinkedHashSet<>();
        final PriorityQueue<String> open = new PriorityQueue<>(predecessors(packet));
        while (!open.isEmpty())
        {
            final String next = open.poll();
            if (seen.add(next))
            {
                open.addAll(predecessors(next));
            }
        }
        return sorted(seen);
    }

    /**
     * Returns what several packets have in common: the packets whose STOP each of them heeds.
     *
     * @param packets names
     * @return ionic ancestors of all of them; none of no packets
     */
    public Set<String> commonAncestors(final Collection<String> packets)
    {
        final Set<String> common = new TreeSet<>();
        boolean first = true;
        for (final String packet : packets)
        {
            if (first)
            {
                common.addAll(ancestors(packet));
            }
            common.retainAll(ancestors(packet));
            first = false;
        }
        return common;
    }

    /**
     * Returns the packets that must wait for another, directly or not.
     *
     * @param packet name
     * @return its ionic descendants in composition order, without itself
     */
    public Set<String> descendants(final String packet)
    {
        final Set<String> seen = new LinkedHashSet<>();
        new DepthFirstIterator<>(ionic, packet).forEachRemaining(seen::add);
        seen.remove(packet);
        return sorted(seen);
    }

    /**
     * Returns the groups of packets that must form one stage: covalent packets, and every packet on an ionic path
     * between two of them (architecture, <i>covalent means one stage</i>). Where two groups wait for each other they
     * are one as well. Each packet is in exactly one group; most groups hold one. The groups stand in ionic order.
     */
    public List<Set<String>> stages()
    {
        final List<Set<String>> bonded = new ConnectivityInspector<>(covalent).connectedSets();
        final Graph<Set<String>, DefaultEdge> contracted = contract(bonded);
        final List<Set<String>> merged = new ArrayList<>();
        new KosarajuStrongConnectivityInspector<>(contracted).stronglyConnectedSets().forEach(
            component -> merged.add(sorted(component.stream().flatMap(Set::stream).toList())));
        final List<Set<String>> ordered = new ArrayList<>();
        new TopologicalOrderIterator<>(contract(merged),
            Comparator.comparing((Set<String> group) -> compositionIndex.get(sorted(group).iterator().next())))
            .forEachRemaining(ordered::add);
        return ordered;
    }

    private Graph<Set<String>, DefaultEdge> contract(final List<Set<String>> groups)
    {
        final Graph<Set<String>, DefaultEdge> contracted = new SimpleDirectedGraph<>(DefaultEdge.class);
        final Map<String, Set<String>> groupOf = new LinkedHashMap<>();
        for (final Set<String> group : groups)
        {
            contracted.addVertex(group);
            group.forEach(name -> groupOf.put(name, group));
        }
        for (final DefaultEdge edge : ionic.edgeSet())
        {
            final Set<String> from = groupOf.get(ionic.getEdgeSource(edge));
            final Set<String> to = groupOf.get(ionic.getEdgeTarget(edge));
            if (!from.equals(to))
            {
                contracted.addEdge(from, to);
            }
        }
        return contracted;
    }

    private Set<String> sorted(final Iterable<String> names)
    {
        final List<String> list = new ArrayList<>();
        names.forEach(list::add);
        list.sort(Comparator.comparing(compositionIndex::get));
        return new LinkedHashSet<>(list);
    }
}
