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
import java.util.Random;

import io.packetflow.engine.chemistry.property.Interaction;
import io.packetflow.engine.chemistry.property.PropertyTable;
import io.packetflow.engine.chemistry.stability.BondEnergy;
import io.packetflow.engine.chemistry.stability.BondStrength;
import io.packetflow.engine.chemistry.stability.Stability;
import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every molecule. */
class ChemistryPropertyTest
{
    private static Random random(final MolecularStructure structure)
    {
        return new Random(structure.name().hashCode());
    }

    @Test
    void shouldKeepBondStrengthWithinZeroAndOne()
    {
        RandomStructures.forAll(structure ->
        {
            assertThat(BondStrength.of(Structures.onOneNode(structure)))
                .allMatch(bond -> bond.strength() >= 0 && bond.strength() <= 1);
            assertThat(BondStrength.of(Structures.onOneNode(structure)))
                .allMatch(bond -> bond.frequency() <= 1 && bond.criticality() <= 1);
        });
    }

    @Test
    void shouldNeverLowerBindingEnergyByAddingABond()
    {
        RandomStructures.forAll(structure ->
        {
            final Placement placement = Placement.apart(new StructureGraph(structure));
            final Random random = random(structure);
            final List<Integer> order = new StructureGraph(structure).order();
            if (order.size() < 2)
            {
                return;
            }
            final int first = random.nextInt(order.size() - 1);
            final int second = first + 1 + random.nextInt(order.size() - first - 1);
            final BondType type = List.of(BondType.values()).get(random.nextInt(4));
            final List<Bond> more = new ArrayList<>(structure.bonds());
            // Along the ionic order, so that no cycle arises; over a resource of its own, so that none is shared.
            more.add(new Bond(structure.names().get(order.get(first)), structure.names().get(order.get(second)), type,
                type == BondType.COVALENT ? "more" : "", random.nextBoolean()));

            assertThat(bindingNanos(structure.withBonds(more), placement))
                .isGreaterThanOrEqualTo(bindingNanos(structure, placement));
        });
    }

    private static double bindingNanos(final MolecularStructure structure, final Placement placement)
    {
        return BondEnergy.bindingNanos(BondEnergy.of(Structures.placed(structure, placement)));
    }

    @Test
    void shouldNeverLowerStressByAddingContention()
    {
        RandomStructures.forAll(structure ->
        {
            final int packet = random(structure).nextInt(structure.composition().size());
            final List<Constituent> more = new ArrayList<>(structure.composition());
            final List<String> resources = new ArrayList<>(more.get(packet).resources());
            resources.add(resources.contains("table0") ? "table1" : "table0");
            more.set(packet, more.get(packet).using(resources.toArray(String[]::new)));

            assertThat(Stability.of(Structures.onOneNode(structure.withComposition(more)), 0).internalStress())
                .isGreaterThanOrEqualTo(Stability.of(Structures.onOneNode(structure), 0).internalStress() - 1e-9);
        });
    }

    @Test
    void shouldNeverLowerStressByDemandingMore()
    {
        RandomStructures.forAll(structure ->
        {
            final int packet = random(structure).nextInt(structure.composition().size());
            final List<Constituent> more = new ArrayList<>(structure.composition());
            more.set(packet, more.get(packet).with("resource_demand", "1"));
            final MolecularStructure demanding = structure.withComposition(more);
            if (Structures.onOneNode(structure).demandCores(packet) <= 1)
            {
                assertThat(Stability.of(Structures.onOneNode(demanding), 0).internalStress()).isGreaterThanOrEqualTo(
                    Stability.of(Structures.onOneNode(structure), 0).internalStress() - 1e-9);
            }
        });
    }

    @Test
    void shouldRaiseStabilityWithEachBondThatChangesNeitherPathsNorUnits()
    {
        RandomStructures.forAll(structure ->
        {
            final Random random = random(structure);
            final int size = structure.composition().size();
            final String first = structure.names().get(random.nextInt(size));
            final String second = structure.names().get(random.nextInt(size));
            if (first.equals(second))
            {
                return;
            }
            final List<Bond> more = new ArrayList<>(structure.bonds());
            more.add(Structures.vanDerWaals(first, second));

            assertThat(Stability.of(Structures.onOneNode(structure.withBonds(more)), 0).stability())
                .isGreaterThanOrEqualTo(Stability.of(Structures.onOneNode(structure), 0).stability());
        });
    }

    @Test
    void shouldPredictInteractionsSymmetricallyAndAsProbabilities()
    {
        RandomStructures.forAll(structure ->
        {
            final Workload workload = Structures.onOneNode(structure);
            for (final Bond bond : structure.bonds())
            {
                final double there = Interaction.of(workload, bond.from(), bond.to()).probability();
                assertThat(there).isBetween(0.0, 1.0)
                    .isEqualTo(Interaction.of(workload, bond.to(), bond.from()).probability());
            }
        });
    }

    @Test
    void shouldGiveEachPacketOnePlaceInTheRanking()
    {
        RandomStructures.forAll(structure ->
        {
            final PropertyTable table = PropertyTable.of(Structures.apart(structure));
            assertThat(table.ranking().stream().map(PropertyTable.CoreRank::packet).toList())
                .containsExactlyInAnyOrderElementsOf(structure.names());
            assertThat(table.packets()).allMatch(packet -> packet.ionisationNanos() >= 0 &&
                packet.atomicRadiusNanos() >= 0 && packet.electronegativityCores() >= 0);
        });
    }
}
