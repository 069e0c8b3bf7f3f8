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
package io.packetflow.engine.optimizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Which ionic bonds a structure does not need, and the structure without one of them (optimize_bonds of
 * thesis section 3.4.3). What is not known to be safe is not relaxed: the later packet declares all that it reads and
 * does not read the earlier one, and the earlier one declares that nobody can see when it works ({@link
 * PacketConduct}); no resource, no coordination, no promise and no other path joins the two; not both are control flow;
 * the bond is not strict and none of a Journal.
 *
 * <p>Relaxing gives up the order of these two packets and of no others: what was before the earlier one stays before
 * the later one, and what comes behind the later one stays behind the earlier one, by bonds that are added, strict
 * where those were by which it came.
 *
 * @param structure whose bonds were examined
 * @param bonds that may be relaxed, in order of declaration
 */
record Relaxation(MolecularStructure structure, List<Bond> bonds)
{
    /** Copies the list. */
    Relaxation
    {
        bonds = List.copyOf(bonds);
    }

    /**
     * Finds the bonds that may be relaxed.
     *
     * @param graph of a structure without its Journal packet
     * @param structure with it, if it has one
     * @return what may be relaxed
     */
    static Relaxation of(final StructureGraph graph, final MolecularStructure structure)
    {
        final Map<String, Constituent> packets = structure.composition().stream()
            .collect(Collectors.toMap(Constituent::name, packet -> packet, (one, other) -> one, LinkedHashMap::new));
        return new Relaxation(structure, structure.bonds().stream()
            .filter(bond -> bond.type() == BondType.IONIC && !bond.strict() && !bond.touches(JournalPacket.NAME))
            .filter(bond -> mayPart(packets.get(bond.from()), packets.get(bond.to())))
            .filter(bond -> joinsThemAlone(graph, bond)).toList());
    }

    private static boolean mayPart(final Constituent earlier, final Constituent later)
    {
        final boolean promised = earlier.properties().containsKey("ensures") &&
            later.properties().containsKey("requires");
        final boolean coordinated =
            earlier.participants().contains(later.name()) || later.participants().contains(earlier.name());
        final Set<String> shared = new HashSet<>(earlier.resources());
        shared.retainAll(later.resources());
        return PacketConduct.of(earlier).withoutEffects() && !PacketConduct.of(later).mayRead(earlier.name()) &&
            shared.isEmpty() && !promised && !coordinated &&
            (earlier.group() != PeriodicGroup.CF || later.group() != PeriodicGroup.CF);
    }

    /** Another path orders the two as well, and so does a unit that holds both. */
    private static boolean joinsThemAlone(final StructureGraph graph, final Bond bond)
    {
        final int from = graph.indexOf(bond.from());
        final int to = graph.indexOf(bond.to());
        final BitSet between = (BitSet)graph.descendants(from).clone();
        between.and(graph.ancestors(to));
        return between.isEmpty() && graph.unitOf(from) != graph.unitOf(to);
    }

    /**
     * Relaxes a bond.
     *
     * @param relaxed one of {@link #bonds()}
     * @return the structure with a metallic bond in its place and the order of all other packets
     */
    MolecularStructure without(final Bond relaxed)
    {
        final List<Bond> changed = new ArrayList<>();
        final Set<String> taken = new HashSet<>();
        for (final Bond bond : structure.bonds())
        {
            final Bond kept = bond.equals(relaxed) ?
                new Bond(bond.from(), bond.to(), BondType.METALLIC, "", false) : bond;
            if (taken.add(key(kept)))
            {
                changed.add(kept);
            }
        }
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.IONIC && bond.to().equals(relaxed.from()))
            {
                add(new Bond(bond.from(), relaxed.to(), BondType.IONIC, "", bond.strict()), taken, changed);
            }
            if (bond.type() == BondType.IONIC && bond.from().equals(relaxed.to()))
            {
                add(new Bond(relaxed.from(), bond.to(), BondType.IONIC, "", bond.strict()), taken, changed);
            }
        }
        return structure.withBonds(changed);
    }

    private static void add(final Bond bond, final Set<String> taken, final List<Bond> changed)
    {
        if (taken.add(key(bond)))
        {
            changed.add(bond);
        }
    }

    private static String key(final Bond bond)
    {
        return bond.from() + ">" + bond.to() + ">" + bond.type() + ">" + bond.resource();
    }
}
