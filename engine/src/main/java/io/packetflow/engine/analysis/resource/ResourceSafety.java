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
import java.util.Optional;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Whether packets can wait for each other for ever, or use one resource at once (definition 6.3, theorem
 * 6.3), under one placement.
 *
 * @param placement that was examined
 * @param graph of the resources that several nodes want
 * @param verdict what follows
 * @param cycle a deadlock that can happen, one that no placement removes if there is such a one
 * @param remedy which nodes to run as one, one after the other, so that no deadlock is left; empty where nothing is to
 *               be done or nothing helps
 * @param apart for {@link Verdict#INEVITABLE}: what keeps each two packets of the cycle on different nodes
 * @param conflicts resources with users on several nodes
 */
public record ResourceSafety(
    Placement placement,
    ResourceGraph graph,
    Verdict verdict,
    Optional<WaitCycle> cycle,
    List<Fusion> remedy,
    List<String> apart,
    List<AccessConflict> conflicts)
{
    /**
     * Moments at which packets hold and wait that the search for deadlocks and their remedy looks at, then gives up.
     */
    public static final long SEARCH_STEPS = 2_000_000;

    /** What can be said of deadlocks. */
    public enum Verdict
    {
        /** The resource graph has no cycle: theorem 6.3 rules them out. */
        ACYCLIC,
        /** The graph has cycles, but on each of them two packets share a node or hold a resource in common. */
        GUARDED,
        /** One can happen, and another placement removes it. */
        REMOVABLE,
        /** One can happen in every placement: each two of its packets are kept apart. */
        INEVITABLE,
        /** The graph has cycles, and the search ended before it had seen every way through them. */
        UNDECIDED
    }

    /**
     * Two nodes to run as one.
     *
     * @param kept name of the node that stays
     * @param given name of the one whose packets it takes
     * @param cycle that is gone then
     */
    public record Fusion(String kept, String given, WaitCycle cycle)
    {
    }

    /** Copies the lists. */
    public ResourceSafety
    {
        remedy = List.copyOf(remedy);
        apart = List.copyOf(apart);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Examines a structure.
     *
     * @param structure of the molecule
     * @param order that its bonds imply
     * @param placement of its packets
     * @param separation what no plan may put onto one node
     * @return what was found
     */
    public static ResourceSafety of(final MolecularStructure structure, final CausalOrder order,
        final Placement placement, final Separation separation)
    {
        final ResourceGraph graph = ResourceGraph.of(Acquisitions.of(structure, placement));
        final List<AccessConflict> conflicts = AccessConflict.of(structure, order, placement);
        if (graph.isAcyclic())
        {
            return new ResourceSafety(placement, graph, Verdict.ACYCLIC, Optional.empty(), List.of(), List.of(),
                conflicts);
        }
        final DeadlockSearch.Result found = search(structure, placement, SEARCH_STEPS);
        if (found.cycle().isEmpty())
        {
            return new ResourceSafety(placement, graph, found.complete() ? Verdict.GUARDED : Verdict.UNDECIDED,
                Optional.empty(), List.of(), List.of(), conflicts);
        }
        return removed(structure, order, placement, separation, graph, conflicts, found);
    }

    /** Returns whether no deadlock can happen under the placement. */
    public boolean isDeadlockFree()
    {
        return verdict == Verdict.ACYCLIC || verdict == Verdict.GUARDED;
    }

    private static DeadlockSearch.Result search(
        final MolecularStructure structure, final Placement placement, final long steps)
    {
        final Acquisitions acquisitions = Acquisitions.of(structure, placement);
        return DeadlockSearch.search(ResourceGraph.of(acquisitions).entangled(acquisitions), steps);
    }

    /** Fuses nodes along one cycle after the other; each fusion leaves one node less, so this ends. */
    private static ResourceSafety removed(final MolecularStructure structure, final CausalOrder order,
        final Placement placement, final Separation separation, final ResourceGraph graph,
        final List<AccessConflict> conflicts, final DeadlockSearch.Result first)
    {
        final List<Fusion> remedy = new ArrayList<>();
        Placement changed = placement;
        DeadlockSearch.Result found = first;
        while (found.cycle().isPresent())
        {
            final WaitCycle cycle = found.cycle().orElseThrow();
            final List<String> apart = apart(cycle, order, separation);
            if (apart.size() == pairs(cycle))
            {
                return new ResourceSafety(
                    placement, graph, Verdict.INEVITABLE, found.cycle(), List.of(), apart, conflicts);
            }
            final Optional<Fusion> fusion = fusion(cycle, changed, order, separation);
            if (fusion.isEmpty())
            {
                break;
            }
            remedy.add(fusion.get());
            changed = changed.fuse(fusion.get().kept(), fusion.get().given());
            found = search(structure, changed, found.stepsLeft());
        }
        return new ResourceSafety(placement, graph, Verdict.REMOVABLE, first.cycle(),
            found.cycle().isEmpty() && found.complete() ? remedy : List.of(), List.of(), conflicts);
    }

    private static int pairs(final WaitCycle cycle)
    {
        final int packets = cycle.waits().size();
        return packets * (packets - 1) / 2;
    }

    private static List<String> apart(
        final WaitCycle cycle, final CausalOrder order, final Separation separation)
    {
        final List<String> packets = cycle.packets();
        final List<String> reasons = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++)
        {
            for (int j = i + 1; j < packets.size(); j++)
            {
                separation.reason(order, packets.get(i), packets.get(j)).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private static Optional<Fusion> fusion(final WaitCycle cycle, final Placement placement, final CausalOrder order,
        final Separation separation)
    {
        final List<HoldAndWait> waits = cycle.waits();
        for (int i = 0; i < waits.size(); i++)
        {
            for (int j = i + 1; j < waits.size(); j++)
            {
                if (mayFuse(waits.get(i).node(), waits.get(j).node(), placement, order, separation))
                {
                    return Optional.of(new Fusion(waits.get(i).node(), waits.get(j).node(), cycle));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayFuse(final String one, final String other, final Placement placement,
        final CausalOrder order, final Separation separation)
    {
        return placement.on(one).stream().noneMatch(packet -> placement.on(other).stream().anyMatch(
            candidate -> separation.reason(order, packet, candidate).isPresent()));
    }
}
