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
package io.packetflow.engine.chemistry.orbital;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.chemistry.property.Compatibility;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;

/**
 * Cold path. Classifies all pairs of packets (thesis section 3.3.4), whatever their placement.
 * <ul>
 * <li>Antibonding, conflicting requirements or contention: the two are in conflict ({@link Compatibility}); or demand
 * more than one core together; or a metallic bond lets them run side by side, and the shorter one works longer than a
 * hop takes, so that sharing a core would lose more than it saves.</li>
 * <li>Bonding, complementary functions and synergy: otherwise, an ionic or covalent bond joins them, or a van der Waals
 * force, or one coordinates the other; sharing a stage saves a hop for a call.</li>
 * <li>Non-bonding: all others.</li>
 * </ul>
 * Hybrid orbitals are the maximal sets of more than two packets of which no two are antibonding; the search is bounded
 * ({@link MaximalSets}).
 *
 * @param bonding pairs, in order of composition
 * @param antibonding pairs, in order of composition
 * @param nonbonding how many other pairs there are
 * @param hybrids the largest first
 * @param hybridsComplete whether all hybrids were found
 */
public record Orbitals(
    List<Orbital> bonding,
    List<Orbital> antibonding,
    long nonbonding,
    List<HybridOrbital> hybrids,
    boolean hybridsComplete)
{
    /** Copies the lists. */
    public Orbitals
    {
        bonding = List.copyOf(bonding);
        antibonding = List.copyOf(antibonding);
        hybrids = List.copyOf(hybrids);
    }

    /**
     * Classifies the pairs of a molecule.
     *
     * @param workload of the molecule
     * @return its orbitals
     */
    public static Orbitals of(final Workload workload)
    {
        return new Classifier(workload).classify();
    }

    /** The work on one molecule. */
    private static final class Classifier
    {
        private final Workload workload;
        private final StructureGraph graph;
        private final Compatibility compatibility;
        private final Map<Long, List<Bond>> bondsOf = new HashMap<>();
        private final Map<Long, Double> gains = new HashMap<>();
        private final BitSet[] getOn;

        private Classifier(final Workload workload)
        {
            this.workload = workload;
            this.graph = workload.graph();
            this.compatibility = new Compatibility(workload);
            this.getOn = new BitSet[graph.size()];
            for (final Bond bond : graph.structure().bonds())
            {
                final long key = key(graph.indexOf(bond.from()), graph.indexOf(bond.to()));
                bondsOf.computeIfAbsent(key, unseen -> new ArrayList<>()).add(bond);
            }
        }

        private long key(final int first, final int second)
        {
            return (long)Math.min(first, second) * graph.size() + Math.max(first, second);
        }

        private Orbitals classify()
        {
            final List<Orbital> bonding = new ArrayList<>();
            final List<Orbital> antibonding = new ArrayList<>();
            long nonbonding = 0;
            for (int first = 0; first < graph.size(); first++)
            {
                getOn[first] = new BitSet(graph.size());
                getOn[first].set(0, graph.size());
                getOn[first].clear(first);
            }
            for (int first = 0; first < graph.size(); first++)
            {
                for (int second = first + 1; second < graph.size(); second++)
                {
                    final Orbital orbital = orbital(first, second);
                    switch (orbital.kind())
                    {
                        case BONDING:
                            bonding.add(orbital);
                            gains.put(key(first, second), orbital.gainNanos());
                            break;
                        case ANTIBONDING:
                            antibonding.add(orbital);
                            getOn[first].clear(second);
                            getOn[second].clear(first);
                            break;
                        case NONBONDING:
                        default:
                            nonbonding++;
                            break;
                    }
                }
            }
            final MaximalSets sets = MaximalSets.of(getOn, 3);
            final List<HybridOrbital> hybrids = sets.sets().stream().map(this::hybrid)
                .sorted(Comparator.comparingInt((HybridOrbital hybrid) -> hybrid.packets().size()).reversed()).toList();
            return new Orbitals(bonding, antibonding, nonbonding, hybrids, sets.complete());
        }

        private Orbital orbital(final int first, final int second)
        {
            final List<Bond> bonds = bondsOf.getOrDefault(key(first, second), List.of());
            final boolean conflict = compatibility.inConflict(first, second);
            final List<String> reasons =
                new ArrayList<>(conflict ? compatibility.conflicts(first, second) : List.of());
            final double savedNanos = (workload.host().hopNanos() - workload.host().callNanos()) *
                workload.cost(first).firingShare() * workload.cost(second).firingShare();
            if (conflict)
            {
                return orbital(first, second, OrbitalKind.ANTIBONDING, 0, reasons);
            }
            final double cores = compatibility.jointDemandCores(first, second);
            if (cores > 1)
            {
                reasons.add(String.format(Locale.ROOT, "together they demand %.2f cores", cores));
                return orbital(first, second, OrbitalKind.ANTIBONDING, 0, reasons);
            }
            final double overlapNanos = Math.min(workload.workNanos(first), workload.workNanos(second));
            if (has(bonds, BondType.METALLIC) && overlapNanos > workload.host().hopNanos())
            {
                reasons.add(String.format(Locale.ROOT,
                    "side by side they save %.0f ns an instance, more than a hop costs", overlapNanos));
                return orbital(first, second, OrbitalKind.ANTIBONDING, savedNanos - overlapNanos, reasons);
            }
            addComplements(first, second, bonds, reasons);
            return reasons.isEmpty() ? orbital(first, second, OrbitalKind.NONBONDING, 0, reasons) :
                orbital(first, second, OrbitalKind.BONDING, savedNanos, reasons);
        }

        private Orbital orbital(
            final int first, final int second, final OrbitalKind kind, final double gainNanos,
            final List<String> reasons)
        {
            return new Orbital(graph.name(first), graph.name(second), kind, gainNanos, reasons);
        }

        private static boolean has(final List<Bond> bonds, final BondType type)
        {
            return bonds.stream().anyMatch(bond -> bond.type() == type);
        }

        private void addComplements(
            final int first, final int second, final List<Bond> bonds, final List<String> reasons)
        {
            if (has(bonds, BondType.IONIC))
            {
                reasons.add("one waits for the other: a call in place of a hop");
            }
            if (has(bonds, BondType.COVALENT))
            {
                reasons.add("they share a resource, so they are one stage");
            }
            if (has(bonds, BondType.VAN_DER_WAALS))
            {
                reasons.add("they wish to share a node");
            }
            if (graph.packet(first).participants().contains(graph.name(second)) ||
                graph.packet(second).participants().contains(graph.name(first)))
            {
                reasons.add("one coordinates the other");
            }
        }

        private HybridOrbital hybrid(final BitSet set)
        {
            int bonds = 0;
            for (final Bond bond : graph.structure().bonds())
            {
                bonds += set.get(graph.indexOf(bond.from())) && set.get(graph.indexOf(bond.to())) ? 1 : 0;
            }
            final double gainNanos = gains.entrySet().stream()
                .filter(entry -> set.get((int)(entry.getKey() / graph.size())) &&
                    set.get((int)(entry.getKey() % graph.size())))
                .sorted(Map.Entry.comparingByKey()).mapToDouble(Map.Entry::getValue).sum();
            return new HybridOrbital(
                graph.names(set), bonds, set.stream().mapToDouble(workload::demandCores).sum(), gainNanos);
        }
    }
}
