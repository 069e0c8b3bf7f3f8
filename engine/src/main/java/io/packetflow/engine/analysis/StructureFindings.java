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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. What a structure must keep before anything else can be asked of it. */
final class StructureFindings
{
    private StructureFindings()
    {
    }

    /** Returns what keeps the other analyses from being made, and faults of single bonds. */
    static List<Finding> of(final MolecularStructure structure)
    {
        final List<Finding> findings = new ArrayList<>();
        if (structure.composition().isEmpty())
        {
            findings.add(new Finding(Severity.ERROR, Rule.NO_PACKETS, List.of(structure.name()),
                structure.name() + " has no packets", "add at least one"));
        }
        final Set<String> names = new HashSet<>();
        structure.names().stream().filter(name -> !names.add(name)).distinct().forEach(name ->
            findings.add(new Finding(Severity.ERROR, Rule.PACKET_TWICE, List.of(name),
            "two packets are called " + name, "rename one")));
        structure.bonds().stream().filter(bond -> !names.contains(bond.from()) || !names.contains(bond.to()) ||
            bond.from().equals(bond.to())).forEach(bond -> findings.add(new Finding(Severity.ERROR, Rule.BOND_ENDS,
            List.of(bond.toString()), "the bond " + bond + " does not join two packets of " + structure.name(),
            "correct its ends, or remove it")));
        final List<String> cycle = new BondGraph(structure).ionicCycle();
        if (!cycle.isEmpty())
        {
            findings.add(new Finding(Severity.ERROR, Rule.IONIC_CYCLE, cycle.subList(1, cycle.size()),
                "ionic bonds form a cycle, so none of its packets could ever start: " + String.join(" -> ", cycle),
                "remove one of these bonds"));
        }
        return findings;
    }

    /** Returns metallic bonds that contradict the order. */
    static List<Finding> ofMetallic(final MolecularStructure structure, final CausalOrder order)
    {
        final List<Finding> findings = new ArrayList<>();
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.METALLIC && order.has(bond.from()) && order.has(bond.to()))
            {
                final List<String> forth = order.path(bond.from(), bond.to());
                final List<String> path = forth.isEmpty() ? order.path(bond.to(), bond.from()) : forth;
                if (!path.isEmpty())
                {
                    findings.add(new Finding(Severity.ERROR, Rule.METALLIC_ORDERED, List.of(bond.toString()),
                        "the bond " + bond + " says any order, but ionic bonds say " + String.join(" -> ", path),
                        "drop one of them"));
                }
            }
        }
        return findings;
    }
}
