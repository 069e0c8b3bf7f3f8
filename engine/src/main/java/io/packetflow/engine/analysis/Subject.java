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
package io.packetflow.engine.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. What is analysed: a structure, as much as is known of its outputs and its plan, and what its work costs.
 *
 * @param structure of the molecule, without its Journal packet, which runs in no stage
 * @param outputs packets that speak to the outside; none where handlers are not known
 * @param byHand node by packet, for the packets whose node is given
 * @param plan of the molecule, if there is one
 * @param costs of its packets and of the host
 */
public record Subject(MolecularStructure structure, Set<String> outputs, Map<String, String> byHand,
    Optional<ReactorPlan> plan, CostModel costs)
{
    /** Copies the collections. */
    public Subject
    {
        outputs = Set.copyOf(outputs);
        byHand = Map.copyOf(byHand);
    }

    /**
     * Of a structure without code and plan.
     *
     * @param structure of a molecule
     * @param costs of its packets and of the host
     * @return the subject
     */
    public static Subject of(final MolecularStructure structure, final CostModel costs)
    {
        return new Subject(structure, Set.of(), Map.of(), Optional.empty(), costs);
    }

    /**
     * Of a molecule without a plan.
     *
     * @param molecule with its handlers
     * @param costs of its packets and of the host
     * @return the subject
     */
    public static Subject of(final Molecule molecule, final CostModel costs)
    {
        final Molecule planned = JournalPacket.withoutJournal(molecule);
        return new Subject(planned.structure(), outputs(planned), Map.of(), Optional.empty(), costs);
    }

    /**
     * Of a planned molecule.
     *
     * @param plan of it
     * @param costs of its packets and of the host
     * @return the subject
     */
    public static Subject of(final ReactorPlan plan, final CostModel costs)
    {
        return new Subject(plan.molecule().structure(), outputs(plan.molecule()), plan.options().placement(),
            Optional.of(plan), costs);
    }

    private static Set<String> outputs(final Molecule molecule)
    {
        return molecule.packets().stream().filter(Packet::isOutput).map(Packet::name).collect(Collectors.toSet());
    }

    /**
     * Places packets by hand, where there is no plan yet.
     *
     * @param value node by packet
     * @return a changed copy
     */
    public Subject placedByHand(final Map<String, String> value)
    {
        return new Subject(structure, outputs, value, plan, costs);
    }
}
