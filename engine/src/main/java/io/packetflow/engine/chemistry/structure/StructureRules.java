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
package io.packetflow.engine.chemistry.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.MolecularStructure;

/** What a structure must keep before anything can be computed of it: packets that exist, once, in an order. */
final class StructureRules
{
    private StructureRules()
    {
    }

    /** Refuses a structure that breaks a rule, with all reasons at once. */
    static void require(final MolecularStructure structure)
    {
        final List<String> reasons = new ArrayList<>();
        final Set<String> names = new HashSet<>();
        if (structure.composition().isEmpty())
        {
            reasons.add("it has no packets; add at least one");
        }
        for (final String name : structure.names())
        {
            if (!names.add(name))
            {
                reasons.add("two packets are called " + name + "; rename one");
            }
        }
        structure.bonds().forEach(bond -> checkEnds(bond, names, reasons));
        final List<String> cycle = new BondGraph(structure).ionicCycle();
        if (!cycle.isEmpty())
        {
            reasons.add("ionic bonds form a cycle, so none of its packets could ever start: " +
                String.join(" -> ", cycle) + "; remove one of these bonds");
        }
        if (!reasons.isEmpty())
        {
            throw new ChemistryException("the structure of molecule " + structure.name(), reasons);
        }
    }

    private static void checkEnds(final Bond bond, final Set<String> names, final List<String> reasons)
    {
        for (final String end : List.of(bond.from(), bond.to()))
        {
            if (!names.contains(end))
            {
                reasons.add("the bond " + bond + " names the unknown packet " + end + "; add it or drop the bond");
            }
        }
        if (bond.from().equals(bond.to()))
        {
            reasons.add("the bond " + bond + " joins a packet to itself; drop it");
        }
    }
}
