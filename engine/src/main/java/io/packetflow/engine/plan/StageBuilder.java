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
package io.packetflow.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Fuses placed units into stages and derives the stages' barriers from the bonds.
 *
 * <p>Units come in ionic order. A unit joins an earlier stage of its node if the grouping allows it and no ionic path
 * leads from that stage through another one to the unit: so the stages stay acyclic.
 */
final class StageBuilder
{
    /** A stage that still grows. */
    private static final class Draft
    {
        private final int node;
        private final PeriodicGroup group;
        private final Set<String> packets = new LinkedHashSet<>();

        private Draft(final int node, final PeriodicGroup group)
        {
            this.node = node;
            this.group = group;
        }
    }

    private final Molecule molecule;
    private final BondGraph graph;
    private final Grouping grouping;
    private final Set<String> cuts;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> stageOf = new LinkedHashMap<>();

    StageBuilder(
        final Molecule molecule, final BondGraph graph, final Grouping grouping, final Set<String> cuts)
    {
        this.molecule = molecule;
        this.graph = graph;
        this.grouping = grouping;
        this.cuts = cuts;
    }

    /** Adds a unit; units are added in ionic order. */
    void add(final Set<String> unit, final int node)
    {
        final PeriodicGroup group = molecule.packet(unit.iterator().next()).orElseThrow().group();
        Draft home = null;
        for (final Draft draft : drafts)
        {
            if (mayJoin(draft, unit, node, group))
            {
                home = draft;
            }
        }
        if (home == null)
        {
            home = new Draft(node, group);
            drafts.add(home);
        }
        for (final String packet : unit)
        {
            home.packets.add(packet);
            stageOf.put(packet, home);
        }
    }

    private boolean mayJoin(final Draft draft, final Set<String> unit, final int node, final PeriodicGroup group)
    {
        return draft.node == node &&
            grouping != Grouping.UNFUSED &&
            unit.stream().noneMatch(cuts::contains) &&
            (grouping != Grouping.STRICT || draft.group == group) &&
            !detours(draft, unit);
    }

    /** Tells whether an ionic path leads from the stage through another stage to the unit, or the other way round. */
    private boolean detours(final Draft draft, final Set<String> unit)
    {
        for (final String packet : unit)
        {
            for (final String ancestor : graph.ancestors(packet))
            {
                final Draft between = stageOf.get(ancestor);
                if (between != null && between != draft && reaches(draft, between))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean reaches(final Draft from, final Draft to)
    {
        final Set<Draft> seen = new LinkedHashSet<>();
        final List<Draft> open = new ArrayList<>(List.of(to));
        while (!open.isEmpty())
        {
            final Draft next = open.remove(open.size() - 1);
            if (next == from)
            {
                return true;
            }
            if (seen.add(next))
            {
                open.addAll(upstreamOf(next));
            }
        }
        return false;
    }

    private Set<Draft> upstreamOf(final Draft draft)
    {
        final Set<Draft> upstream = new LinkedHashSet<>();
        for (final String packet : draft.packets)
        {
            for (final String predecessor : graph.predecessors(packet))
            {
                final Draft other = stageOf.get(predecessor);
                if (other != draft)
                {
                    upstream.add(other);
                }
            }
        }
        return upstream;
    }

    /** Returns the stages in ionic order. */
    List<StagePlan> build()
    {
        final List<Draft> ordered = inOrder();
        final List<StagePlan> stages = new ArrayList<>();
        for (final Draft draft : ordered)
        {
            final Set<Integer> upstream = new TreeSet<>();
            upstreamOf(draft).forEach(other -> upstream.add(ordered.indexOf(other)));
            final Set<Integer> ancestors = new TreeSet<>();
            draft.packets.forEach(packet -> graph.ancestors(packet).stream().map(stageOf::get)
                .filter(other -> other != draft).forEach(other -> ancestors.add(ordered.indexOf(other))));
            final boolean publishesStops = draft.packets.stream().flatMap(p -> graph.descendants(p).stream())
                .anyMatch(packet -> stageOf.get(packet) != draft);
            stages.add(new StagePlan(stages.size(), draft.node, inBondOrder(draft),
                reduced(List.copyOf(upstream), stages), List.copyOf(ancestors), publishesStops));
        }
        return stages;
    }

    /** Drafts grow while later ones exist, so their order of creation is not always ionic. */
    private List<Draft> inOrder()
    {
        final List<Draft> ordered = new ArrayList<>();
        while (ordered.size() < drafts.size())
        {
            final Draft next = drafts.stream()
                .filter(draft -> !ordered.contains(draft) && ordered.containsAll(upstreamOf(draft))).findFirst()
                .orElseThrow(() -> new IllegalStateException("stages form a cycle"));
            ordered.add(next);
        }
        return ordered;
    }

    private List<String> inBondOrder(final Draft draft)
    {
        return graph.order().stream().filter(draft.packets::contains).toList();
    }

    /** A barrier on a stage is implied by a barrier on a stage that itself waits for it. */
    private static List<Integer> reduced(final List<Integer> upstream, final List<StagePlan> stages)
    {
        return upstream.stream().filter(candidate -> upstream.stream().noneMatch(
            other -> !other.equals(candidate) && waitsFor(other, candidate, stages))).toList();
    }

    private static boolean waitsFor(final int stage, final int other, final List<StagePlan> stages)
    {
        final List<Integer> upstream = stages.get(stage).upstream();
        return upstream.contains(other) || upstream.stream().anyMatch(next -> waitsFor(next, other, stages));
    }
}
