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
package io.packetflow.engine.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Where the packets of a molecule stand in a picture: a column for each step of the longest ionic path
 * before a packet, rows ordered so that bonded packets stand near each other. Equal structures give equal layouts.
 *
 * @param places of the packets by name
 * @param columns that are used
 * @param rows of the fullest column
 */
record MoleculeLayout(Map<String, Place> places, int columns, int rows)
{
    private static final int SWEEPS = 4;

    /**
     * Where a packet stands.
     *
     * @param column from the left, 0 the first
     * @param row from the top, 0 the first; half rows centre a short column
     */
    record Place(int column, double row)
    {
    }

    /** Copies the map. */
    MoleculeLayout
    {
        places = Map.copyOf(places);
    }

    /**
     * Lays out a structure.
     *
     * @param structure without an ionic cycle
     * @return the layout
     */
    static MoleculeLayout of(final MolecularStructure structure)
    {
        final Map<Integer, List<String>> columns = columns(structure);
        for (int sweep = 0; sweep < SWEEPS; sweep++)
        {
            sort(columns, structure.bonds());
        }
        final int rows = columns.values().stream().mapToInt(List::size).max().orElse(0);
        final Map<String, Place> places = new HashMap<>();
        columns.forEach((column, names) ->
        {
            final double top = (rows - names.size()) / 2.0;
            for (int i = 0; i < names.size(); i++)
            {
                places.put(names.get(i), new Place(column, top + i));
            }
        });
        return new MoleculeLayout(places, columns.size(), rows);
    }

    private static Map<Integer, List<String>> columns(final MolecularStructure structure)
    {
        final BondGraph graph = new BondGraph(structure);
        final Map<String, Integer> depths = new HashMap<>();
        final Map<Integer, List<String>> columns = new TreeMap<>();
        for (final String name : graph.order())
        {
            final Set<String> before = graph.predecessors(name);
            final int depth = before.stream().mapToInt(depths::get).max().orElse(-1) + 1;
            depths.put(name, depth);
            columns.computeIfAbsent(depth, added -> new ArrayList<>()).add(name);
        }
        return columns;
    }

    /** Puts each packet at the mean row of those that it is bonded to; whoever has no bond keeps its row. */
    private static void sort(final Map<Integer, List<String>> columns, final List<Bond> bonds)
    {
        final Map<String, Double> rows = new HashMap<>();
        for (final List<String> names : columns.values())
        {
            for (int i = 0; i < names.size(); i++)
            {
                rows.put(names.get(i), (i + 0.5) / names.size());
            }
        }
        final Map<String, Double> wanted = new HashMap<>();
        rows.forEach((name, row) -> wanted.put(name, bonds.stream()
            .filter(bond -> bond.touches(name))
            .mapToDouble(bond -> rows.getOrDefault(bond.from().equals(name) ? bond.to() : bond.from(), row))
            .average().orElse(row)));
        columns.values().forEach(names -> names.sort(Comparator.comparing(wanted::get)));
    }
}
