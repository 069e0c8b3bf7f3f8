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
package io.packetflow.layout.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cold path. Places the areas of a molecule in its slot; what it guarantees is said at {@link MoleculeLayout}.
 *
 * <p>Writers come in the order of their first area. A writer's areas keep their order, except that an area which would
 * straddle more cache lines than its size needs lets a later one of the same writer go first, or leaves a gap, if the
 * slot gets no longer by it. The same input gives the same layout.
 */
public final class MoleculeLayoutPlanner
{
    /** A slot is at most this long. */
    public static final int MAX_STRIDE_BYTES = 1 << 24;

    private static final int AREA_ALIGNMENT = Long.BYTES;

    private final List<PlacedArea> placed = new ArrayList<>();
    private final int granule;
    private int end;

    private MoleculeLayoutPlanner(final int granule)
    {
        this.granule = granule;
    }

    /**
     * Plans a slot.
     *
     * @param molecule name of the molecule: a letter, then letters, digits and any of {@code _ . - #}
     * @param areas header first, then in bond order; at least one
     * @return the layout
     * @throws IllegalArgumentException if a name is illegal or taken twice, there is no area, or the slot gets too long
     */
    public static MoleculeLayout plan(final String molecule, final List<AreaSpec> areas)
    {
        Names.requirePath("a molecule", molecule);
        final Map<Integer, List<AreaSpec>> byWriter = byWriter(molecule, areas);
        final MoleculeLayoutPlanner planner = new MoleculeLayoutPlanner(granule(byWriter.size()));
        byWriter.values().forEach(planner::placeWriter);
        return new MoleculeLayout(molecule, planner.placed, planner.end);
    }

    /**
     * Says in which steps slots grow: one writer needs whole lines, several need whole pairs of lines.
     *
     * @param writerCount how many nodes write in the slot
     * @return 64 or 128 bytes
     */
    static int granule(final int writerCount)
    {
        return writerCount > 1 ? MoleculeLayout.PAIR_BYTES : MoleculeLayout.LINE_BYTES;
    }

    static int roundUp(final int value, final int granule)
    {
        return (value + granule - 1) & -granule;
    }

    private static Map<Integer, List<AreaSpec>> byWriter(final String molecule, final List<AreaSpec> areas)
    {
        if (areas.isEmpty())
        {
            throw new IllegalArgumentException("a slot holds at least one area: molecule=" + molecule);
        }
        final Map<Integer, List<AreaSpec>> byWriter = new LinkedHashMap<>();
        final Set<String> names = new HashSet<>();
        long totalBytes = 0;
        for (final AreaSpec area : areas)
        {
            if (!names.add(area.name()))
            {
                throw new IllegalArgumentException("molecule " + molecule + " has two areas named " + area.name());
            }
            final boolean isNewWriter = !byWriter.containsKey(area.writer());
            byWriter.computeIfAbsent(area.writer(), writer -> new ArrayList<>()).add(area);
            totalBytes += paddedSize(area) + (isNewWriter ? MoleculeLayout.PAIR_BYTES : 0);
            if (totalBytes > MAX_STRIDE_BYTES)
            {
                throw new IllegalArgumentException("a slot holds at most " + MAX_STRIDE_BYTES + " bytes: molecule=" +
                    molecule + " area=" + area.name());
            }
        }
        return byWriter;
    }

    private void placeWriter(final List<AreaSpec> waiting)
    {
        int remaining = waiting.stream().mapToInt(MoleculeLayoutPlanner::paddedSize).sum();
        final int limit = end + roundUp(remaining, granule);
        int at = end;
        while (!waiting.isEmpty())
        {
            final int nextLine = roundUp(at, MoleculeLayout.LINE_BYTES);
            final AreaSpec fitting = firstThatFits(waiting, at);
            if (fitting == null && nextLine + remaining <= limit)
            {
                // The gap costs nothing: the slot is rounded up beyond it anyway.
                at = nextLine;
            }
            else
            {
                final AreaSpec area = fitting == null ? waiting.get(0) : fitting;
                waiting.remove(area);
                placed.add(new PlacedArea(area, at));
                at += paddedSize(area);
                remaining -= paddedSize(area);
            }
        }
        end = limit;
    }

    /** At the start of a line everything fits, so a writer's first area, and with it the header, stays the first. */
    private static AreaSpec firstThatFits(final List<AreaSpec> waiting, final int at)
    {
        for (final AreaSpec area : waiting)
        {
            if (linesTouched(at, area.layout().size()) == linesTouched(0, area.layout().size()))
            {
                return area;
            }
        }
        return null;
    }

    private static int linesTouched(final int at, final int size)
    {
        return (at + size - 1) / MoleculeLayout.LINE_BYTES - at / MoleculeLayout.LINE_BYTES + 1;
    }

    private static int paddedSize(final AreaSpec area)
    {
        return roundUp(area.layout().size(), AREA_ALIGNMENT);
    }
}
