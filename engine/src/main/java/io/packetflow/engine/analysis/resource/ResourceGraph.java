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
import java.util.Set;
import java.util.TreeSet;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * Cold path. The resource graph (theorem 6.3): an edge r -> s where a packet holds r while it acquires s. Of several
 * resources that a packet holds, only the one acquired last is an edge of its own; paths give the others. Without a
 * cycle no placement-conforming execution deadlocks; with one it may.
 *
 * @param edges in order of composition and acquisition
 * @param tangles sets of two or more resources that lie on cycles together, sorted
 */
public record ResourceGraph(List<Edge> edges, List<Set<String>> tangles)
{
    /**
     * A packet goes from one resource to the next.
     *
     * @param held resource
     * @param acquired resource
     * @param packet that does so
     */
    public record Edge(String held, String acquired, String packet)
    {
        @Override
        public String toString()
        {
            return held + " (held by " + packet + ") -> " + acquired;
        }
    }

    /** Copies the lists. */
    public ResourceGraph
    {
        edges = List.copyOf(edges);
        tangles = List.copyOf(tangles);
    }

    /**
     * Draws the graph; O(edges).
     *
     * @param acquisitions of a molecule
     * @return its resource graph
     */
    public static ResourceGraph of(final Acquisitions acquisitions)
    {
        final List<Edge> edges = new ArrayList<>();
        acquisitions.ofPacket().forEach((packet, resources) ->
        {
            for (int i = 1; i < resources.size(); i++)
            {
                edges.add(new Edge(resources.get(i - 1), resources.get(i), packet));
            }
        });
        return new ResourceGraph(edges, tangles(edges));
    }

    private static List<Set<String>> tangles(final List<Edge> edges)
    {
        final Graph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        for (final Edge edge : edges)
        {
            graph.addVertex(edge.held());
            graph.addVertex(edge.acquired());
            graph.addEdge(edge.held(), edge.acquired());
        }
        return new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets().stream()
            .filter(component -> component.size() > 1).map(component -> (Set<String>)new TreeSet<>(component))
            .sorted((one, other) -> one.iterator().next().compareTo(other.iterator().next())).toList();
    }

    /** Returns whether it has no cycle, so that theorem 6.3 rules deadlocks out. */
    public boolean isAcyclic()
    {
        return tangles.isEmpty();
    }

    /**
     * Keeps of the acquisitions what may be part of a cycle.
     *
     * @param acquisitions of which the graph was drawn
     * @return moments at which a resource of a tangle is held and another one of it acquired
     */
    List<HoldAndWait> entangled(final Acquisitions acquisitions)
    {
        return acquisitions.moments().stream().filter(moment -> tangles.stream().anyMatch(
            tangle -> tangle.contains(moment.acquires()) && moment.holds().stream().anyMatch(tangle::contains)))
            .toList();
    }
}
