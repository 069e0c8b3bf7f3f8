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
package io.packetflow.engine.chemistry.stability;

import java.util.List;

import io.packetflow.engine.chemistry.structure.LongestPaths;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;

/**
 * Cold path. Definition 3.5: the strength of a bond, {@code coupling factor × communication frequency × criticality},
 * without unit, 0 to 1.
 *
 * <p>Frequency is messages a second over the most that can cross between two cores, at most 1. Where the molecule
 * declares no rate, it is taken to run at that most, so that the firing shares of the two decide.
 *
 * <p>Criticality is impact on correctness × impact on performance. Correctness: 1 where results change if the bond is
 * not kept (ionic, covalent, strict), 0.5 where only the moment changes at which they meet (metallic), 0.1 for a wish
 * (van der Waals). Performance: the longest ionic path along the bond (where it is not ionic: through one of its
 * ends) over the critical path, by base time; 1 for a strict bond, which no optimiser may shorten.
 *
 * @param bond that is measured
 * @param dependency that it is, which gives the coupling factor
 * @param messagesPerSecond that it carries; a share of the most that can cross where no rate is declared
 * @param maxMessagesPerSecond the most that can cross between two cores
 * @param rateDeclared whether the molecule declares a rate
 * @param correctnessImpact 0.1 to 1
 * @param performanceImpact 0 to 1
 */
public record BondStrength(
    Bond bond,
    Dependency dependency,
    double messagesPerSecond,
    double maxMessagesPerSecond,
    boolean rateDeclared,
    double correctnessImpact,
    double performanceImpact)
{
    /**
     * Measures all bonds.
     *
     * @param workload of the molecule
     * @return strengths in order of declaration
     */
    public static List<BondStrength> of(final Workload workload)
    {
        final LongestPaths paths = new LongestPaths(workload);
        return workload.graph().structure().bonds().stream().map(bond -> of(bond, workload, paths)).toList();
    }

    private static BondStrength of(final Bond bond, final Workload workload, final LongestPaths paths)
    {
        final CostModel costs = workload.costs();
        final double most = costs.host().hopsPerSecond();
        final boolean declared = costs.ratePerSecond() > 0;
        final double shares = costs.packet(bond.from()).firingShare() * costs.packet(bond.to()).firingShare();
        final double messages = declared ? costs.messagesPerSecond(bond) : most * shares;
        return new BondStrength(bond, Dependency.of(bond, workload.graph()), messages, most, declared,
            Dependency.correctnessImpact(bond), performanceImpact(bond, workload.graph(), paths));
    }

    private static double performanceImpact(final Bond bond, final StructureGraph graph, final LongestPaths paths)
    {
        if (bond.strict() || paths.criticalNanos() == 0)
        {
            return 1;
        }
        final int from = graph.indexOf(bond.from());
        final int to = graph.indexOf(bond.to());
        final double longestNanos = bond.type() == BondType.IONIC ? paths.alongNanos(from, to) :
            Math.max(paths.throughNanos(from), paths.throughNanos(to));
        return Math.min(1, longestNanos / paths.criticalNanos());
    }

    /** Returns how often it is used, as a share of what a hop can carry, 0 to 1. */
    public double frequency()
    {
        return Math.min(1, messagesPerSecond / maxMessagesPerSecond);
    }

    /** Returns how much depends on it, 0 to 1. */
    public double criticality()
    {
        return correctnessImpact * performanceImpact;
    }

    /** Returns the strength, 0 to 1. */
    public double strength()
    {
        return dependency.couplingFactor() * frequency() * criticality();
    }
}
