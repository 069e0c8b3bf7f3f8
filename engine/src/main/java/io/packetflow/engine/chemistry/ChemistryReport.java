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
package io.packetflow.engine.chemistry;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.chemistry.dependency.CoordinationGroup;
import io.packetflow.engine.chemistry.dependency.ResourceDependencies;
import io.packetflow.engine.chemistry.dependency.TemporalDependencies;
import io.packetflow.engine.chemistry.emergent.FaultTolerance;
import io.packetflow.engine.chemistry.emergent.ResourceEfficiency;
import io.packetflow.engine.chemistry.emergent.SurvivingPaths;
import io.packetflow.engine.chemistry.emergent.Throughput;
import io.packetflow.engine.chemistry.orbital.Orbitals;
import io.packetflow.engine.chemistry.property.ExecutionTime;
import io.packetflow.engine.chemistry.property.Interaction;
import io.packetflow.engine.chemistry.property.PropertyTable;
import io.packetflow.engine.chemistry.stability.BondEnergy;
import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.stability.PlacementCount;
import io.packetflow.engine.chemistry.stability.Resonance;
import io.packetflow.engine.chemistry.stability.Stability;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. All that the chemistry says of one molecule on one placement. Equal inputs give an equal report.
 *
 * @param workload the molecule, its costs, its placement
 * @param properties of its packets, and who gets a core first
 * @param interactions predicted for the pairs that bonds join, in order of the bonds
 * @param times predicted for its packets
 * @param failures predicted for its packets
 * @param stability with strengths of bonds and stress of packets
 * @param energies of its bonds
 * @param resonance the number of its placements
 * @param throughput that the placement can take
 * @param faultTolerance that a path survives
 * @param efficiency of the placement
 * @param orbitals of its pairs
 * @param temporal dependencies
 * @param resources dependencies over resources
 * @param coordination groups
 */
public record ChemistryReport(
    Workload workload,
    PropertyTable properties,
    List<Interaction> interactions,
    List<ExecutionTime> times,
    List<FailurePrediction> failures,
    Stability stability,
    List<BondEnergy> energies,
    Resonance resonance,
    Throughput throughput,
    FaultTolerance faultTolerance,
    ResourceEfficiency efficiency,
    Orbitals orbitals,
    TemporalDependencies temporal,
    ResourceDependencies resources,
    List<CoordinationGroup> coordination)
{
    /** Copies the lists. */
    public ChemistryReport
    {
        interactions = List.copyOf(interactions);
        times = List.copyOf(times);
        failures = List.copyOf(failures);
        energies = List.copyOf(energies);
        coordination = List.copyOf(coordination);
    }

    /**
     * Examines a molecule that runs on one node, as a plan places it by default.
     *
     * @param structure of the molecule
     * @param costs of its packets and of the host
     * @param nodes onto which it could be placed, for resonance
     * @return the report
     * @throws ChemistryException if packets or bonds are not sound
     */
    public static ChemistryReport of(final MolecularStructure structure, final CostModel costs, final int nodes)
    {
        return of(structure, costs, Placement.oneNode(structure), nodes);
    }

    /**
     * Examines a molecule where it is placed.
     *
     * @param structure of the molecule
     * @param costs of its packets and of the host
     * @param placement of all its packets
     * @param nodes onto which it could be placed, for resonance
     * @return the report
     * @throws ChemistryException if packets or bonds are not sound
     */
    public static ChemistryReport of(
        final MolecularStructure structure, final CostModel costs, final Placement placement, final int nodes)
    {
        final Workload workload = new Workload(new StructureGraph(structure), costs, placement);
        final List<ExecutionTime> times = new ArrayList<>();
        structure.names().forEach(name -> times.add(ExecutionTime.of(workload, name)));
        final List<FailurePrediction> failures = FailurePrediction.of(workload);
        return new ChemistryReport(
            workload,
            PropertyTable.of(workload),
            interactions(workload),
            times,
            failures,
            Stability.of(workload, Stability.DEFAULT_THRESHOLD),
            BondEnergy.of(workload),
            PlacementCount.of(workload, nodes),
            Throughput.of(workload),
            SurvivingPaths.of(workload.graph(), failures),
            ResourceEfficiency.of(workload),
            Orbitals.of(workload),
            new TemporalDependencies(structure),
            ResourceDependencies.of(structure),
            CoordinationGroup.of(structure));
    }

    private static List<Interaction> interactions(final Workload workload)
    {
        final List<Interaction> interactions = new ArrayList<>();
        for (final Bond bond : workload.graph().structure().bonds())
        {
            interactions.add(Interaction.of(workload, bond.from(), bond.to()));
        }
        return interactions;
    }

    /** Returns the binding energy: the sum of all bond energies, in nanoseconds. */
    public double bindingNanos()
    {
        return BondEnergy.bindingNanos(energies);
    }

    /** Returns the report as text with tables. */
    @Override
    public String toString()
    {
        return ChemistryPicture.of(this);
    }
}
