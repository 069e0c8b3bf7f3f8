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
import org.jgrapht.alg.cycle.QueueBFSFundamentalCycleBasis;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Cold path. Who shares which resource, and the cycles that this forms: packets and resources in turn, as in {@code a
 * -(books)- b -(limits)- a}. Each cycle is a deadlock where packets hold one resource while they wait for the next.
 * Here covalent packets are one stage of one node, so none can wait for another; the cycles are reported for whoever
 * would part them.
 *
 * @param dependencies in order of the bonds
 * @param cycles of a basis, one text each; every other cycle is made of these
 */
public record ResourceDependencies(List<ResourceDependency> dependencies, List<String> cycles)
{
    /** Copies the lists. */
    public ResourceDependencies
    {
        dependencies = List.copyOf(dependencies);
        cycles = List.copyOf(cycles);
    }

    /** A packet or a resource. */
    private record Vertex(String name, boolean isPacket)
    {
        @Override
        public String toString()
        {
            return isPacket ? name : "(" + name + ")";
        }
    }

    /**
     * Reads the covalent bonds of a structure.
     *
     * @param structure to read
     * @return its resource dependencies
     */
    public static ResourceDependencies of(final MolecularStructure structure)
    {
        final List<String> names = structure.names();
        final Set<ResourceDependency> dependencies = new LinkedHashSet<>();
        final Graph<Vertex, DefaultEdge> uses = new SimpleGraph<>(DefaultEdge.class);
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.COVALENT)
            {
                final boolean inOrder = names.indexOf(bond.from()) <= names.indexOf(bond.to());
                dependencies.add(new ResourceDependency(
                    inOrder ? bond.from() : bond.to(), inOrder ? bond.to() : bond.from(), bond.resource()));
                addUse(uses, bond.from(), bond.resource());
                addUse(uses, bond.to(), bond.resource());
            }
        }
        return new ResourceDependencies(List.copyOf(dependencies), cycles(uses));
    }

    private static void addUse(final Graph<Vertex, DefaultEdge> uses, final String packet, final String resource)
    {
        final Vertex user = new Vertex(packet, true);
        final Vertex used = new Vertex(resource, false);
        uses.addVertex(user);
        uses.addVertex(used);
        uses.addEdge(user, used);
    }

    private static List<String> cycles(final Graph<Vertex, DefaultEdge> uses)
    {
        final List<String> cycles = new ArrayList<>();
        for (final List<DefaultEdge> cycle : new QueueBFSFundamentalCycleBasis<>(uses).getCycleBasis().getCycles())
        {
            cycles.add(text(uses, cycle));
        }
        return cycles;
    }

    /** Walks the edges of a cycle from a packet back to it. */
    private static String text(final Graph<Vertex, DefaultEdge> uses, final List<DefaultEdge> cycle)
    {
        final List<DefaultEdge> open = new ArrayList<>(cycle);
        Vertex at = uses.getEdgeSource(open.get(0));
        final StringBuilder text = new StringBuilder(at.toString());
        while (!open.isEmpty())
        {
            final Vertex here = at;
            final DefaultEdge edge = open.stream().filter(candidate -> uses.getEdgeSource(candidate).equals(here) ||
                uses.getEdgeTarget(candidate).equals(here)).findFirst().orElseThrow();
            open.remove(edge);
            at = uses.getEdgeSource(edge).equals(here) ? uses.getEdgeTarget(edge) : uses.getEdgeSource(edge);
            text.append('-').append(at);
        }
        return text.toString();
    }
}
