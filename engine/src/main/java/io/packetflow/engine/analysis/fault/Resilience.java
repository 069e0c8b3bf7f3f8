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
package io.packetflow.engine.analysis.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jgrapht.Graph;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.alg.interfaces.MinimumSTCutAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

import io.packetflow.engine.analysis.order.CausalOrder;

/**
 * Cold path. How many packets may fail before nothing gets from a source to a sink any more (definition 6.7, theorem
 * 6.7): one less than the smallest set of packets that all paths go through. Sources and sinks may fail too. What is
 * left after a failure still computes something; whether that is right is for the molecule's author to say.
 * Edmonds-Karp on the graph with each packet split in two, O(cut x (n + e)).
 *
 * @param cut a smallest set of packets whose failure separates all sinks from all sources, the one nearest to the
 *            sources; in causal order
 */
public record Resilience(List<String> cut)
{
    /** One side of a split packet, or the common source and sink. */
    private record Vertex(String packet, boolean isEntry)
    {
        private static final Vertex SOURCE = new Vertex("", false);
        private static final Vertex SINK = new Vertex("", true);
    }

    /** Copies the list. */
    public Resilience
    {
        cut = List.copyOf(cut);
    }

    /**
     * Computes it.
     *
     * @param order of a molecule
     * @return its resilience; the cut of a molecule without packets is empty
     */
    public static Resilience of(final CausalOrder order)
    {
        final MinimumSTCutAlgorithm<Vertex, DefaultWeightedEdge> algorithm = new EdmondsKarpMFImpl<>(split(order));
        algorithm.calculateMinCut(Vertex.SOURCE, Vertex.SINK);
        final Set<Vertex> reached = algorithm.getSourcePartition();
        return new Resilience(order.packets().stream().filter(packet ->
            reached.contains(new Vertex(packet, true)) && !reached.contains(new Vertex(packet, false))).toList());
    }

    private static Graph<Vertex, DefaultWeightedEdge> split(final CausalOrder order)
    {
        final Supplier<DefaultWeightedEdge> edges = DefaultWeightedEdge::new;
        final Graph<Vertex, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(null, edges);
        final double unlimited = order.packets().size() + 1.0;
        graph.addVertex(Vertex.SOURCE);
        graph.addVertex(Vertex.SINK);
        for (final String packet : order.packets())
        {
            graph.addVertex(new Vertex(packet, true));
            graph.addVertex(new Vertex(packet, false));
            connect(graph, new Vertex(packet, true), new Vertex(packet, false), 1);
            order.predecessors(packet).forEach(
                other -> connect(graph, new Vertex(other, false), new Vertex(packet, true), unlimited));
        }
        order.sources().forEach(packet -> connect(graph, Vertex.SOURCE, new Vertex(packet, true), unlimited));
        order.sinks().forEach(packet -> connect(graph, new Vertex(packet, false), Vertex.SINK, unlimited));
        return graph;
    }

    private static void connect(final Graph<Vertex, DefaultWeightedEdge> graph, final Vertex from, final Vertex to,
        final double capacity)
    {
        graph.setEdgeWeight(graph.addEdge(from, to), capacity);
    }

    /** Returns how many packets may fail, whichever they are; the bound of theorem 6.7 is the size of the cut. */
    public int toleratedFailures()
    {
        return Math.max(0, cut.size() - 1);
    }

    /**
     * Checks by removal.
     *
     * @param order of the molecule
     * @param failed packets
     * @return a path from a source to a sink that none of them is on; empty if there is none
     */
    public static List<String> pathWithout(final CausalOrder order, final Collection<String> failed)
    {
        final Set<String> gone = new HashSet<>(failed);
        final Map<String, String> cameFrom = new HashMap<>();
        final Set<String> reached = new HashSet<>();
        for (final String packet : order.packets())
        {
            final List<String> before = order.predecessors(packet);
            final List<String> alive = before.stream().filter(reached::contains).toList();
            if (!gone.contains(packet) && (before.isEmpty() || !alive.isEmpty()))
            {
                reached.add(packet);
                alive.stream().findFirst().ifPresent(other -> cameFrom.put(packet, other));
            }
        }
        final List<String> path = new ArrayList<>();
        String next = order.sinks().stream().filter(reached::contains).findFirst().orElse(null);
        while (next != null)
        {
            path.add(0, next);
            next = cameFrom.get(next);
        }
        return path;
    }
}
