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

import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;

/**
 * Cold path. Definitions 3.6 and 3.7 for one bond, in nanoseconds of an instance that uses it, under a placement.
 * <ul>
 * <li>Setup: getting from the first packet to the second (call, barrier or hop); a call for covalent bonds, nothing for
 * van der Waals forces.</li>
 * <li>Maintenance: what an ionic successor on another node reads beyond the first 64 bytes; each further line costs a
 * tenth of a hop, as a core has about ten misses under way at a time (assumed).</li>
 * <li>Teardown: the sequence that is set where the two are in different stages, and the gate of a strict bond, a
 * stage's cost each; nothing for van der Waals forces.</li>
 * <li>Resources: the longer base time of the two, for which a core has to be there.</li>
 * </ul>
 * Bond energy is setup + maintenance + teardown, activation energy is resources + setup; neither is negative, and
 * neither depends on other bonds.
 *
 * @param bond that is measured
 * @param setupNanos also the overhead of synchronisation
 * @param maintenanceNanos of what crosses between cores
 * @param teardownNanos of releasing the bond
 * @param resourceNanos the most that an end requires
 */
public record BondEnergy(
    Bond bond, double setupNanos, double maintenanceNanos, double teardownNanos, double resourceNanos)
{
    private static final int LINE_BYTES = 64;
    private static final double MISSES_UNDER_WAY = 10;

    /**
     * Measures all bonds.
     *
     * @param workload of the molecule
     * @return energies in order of declaration
     */
    public static List<BondEnergy> of(final Workload workload)
    {
        return workload.graph().structure().bonds().stream().map(bond -> of(bond, workload)).toList();
    }

    /**
     * Measures a bond.
     *
     * @param bond between two packets of the molecule, its own or one that could be made
     * @param workload of the molecule
     * @return its energies
     */
    public static BondEnergy of(final Bond bond, final Workload workload)
    {
        final HostCosts host = workload.host();
        final StructureGraph graph = workload.graph();
        final int from = graph.indexOf(bond.from());
        final int to = graph.indexOf(bond.to());
        final double resourceNanos = Math.max(workload.cost(from).baseNanos(), workload.cost(to).baseNanos());
        return switch (bond.type())
        {
            case IONIC -> new BondEnergy(bond, workload.reachNanos(from, to), readingNanos(bond, workload),
                teardownNanos(bond, workload), resourceNanos);
            case COVALENT -> new BondEnergy(bond, host.callNanos(), 0, teardownNanos(bond, workload), resourceNanos);
            case METALLIC -> new BondEnergy(
                bond, workload.reachNanos(from, to), 0, teardownNanos(bond, workload), resourceNanos);
            case VAN_DER_WAALS -> new BondEnergy(bond, 0, 0, 0, resourceNanos);
        };
    }

    private static double readingNanos(final Bond bond, final Workload workload)
    {
        final StructureGraph graph = workload.graph();
        final int bytes = graph.packet(graph.indexOf(bond.from())).payloadBytes();
        final int furtherLines = Math.max(0, (bytes + LINE_BYTES - 1) / LINE_BYTES - 1);
        final boolean crosses = workload.placement().crosses(bond.from(), bond.to());
        return crosses ? furtherLines * workload.host().hopNanos() / MISSES_UNDER_WAY : 0;
    }

    private static double teardownNanos(final Bond bond, final Workload workload)
    {
        final Placement placement = workload.placement();
        final boolean sets = bond.type() != BondType.COVALENT && placement.separates(bond.from(), bond.to());
        return (sets ? workload.host().stageNanos() : 0) + (bond.strict() ? workload.host().stageNanos() : 0);
    }

    /** Returns the bond energy in nanoseconds. */
    public double energyNanos()
    {
        return setupNanos + maintenanceNanos + teardownNanos;
    }

    /** Returns the activation energy in nanoseconds. */
    public double activationNanos()
    {
        return resourceNanos + setupNanos;
    }

    /**
     * Returns the binding energy of a molecule (section 3.2.2): what it takes to part all its packets.
     *
     * @param energies of all its bonds
     * @return the sum of their energies in nanoseconds
     */
    public static double bindingNanos(final List<BondEnergy> energies)
    {
        return energies.stream().mapToDouble(BondEnergy::energyNanos).sum();
    }
}
