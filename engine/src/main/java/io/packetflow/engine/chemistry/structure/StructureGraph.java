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
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. The bonds of a structure, checked and indexed: who comes before whom, who shares what, which packets form
 * one unit. Immutable; the bit sets that it returns belong to it and are not to be changed.
 */
public final class StructureGraph
{
    private final MolecularStructure structure;
    private final List<Constituent> packets;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final BitSet[] successors;
    private final BitSet[] predecessors;
    private final BitSet[] descendants;
    private final BitSet[] ancestors;
    private final BitSet[] metallic;
    private final BitSet[] sharing;
    private final List<BitSet> units = new ArrayList<>();
    private final int[] unitOf;

    /**
     * Indexes a structure.
     *
     * @param structure to index
     * @throws ChemistryException if packets or bonds are not sound: unknown ends, names given twice, ionic cycles
     */
    public StructureGraph(final MolecularStructure structure)
    {
        StructureRules.require(structure);
        this.structure = structure;
        this.packets = structure.composition();
        final int count = packets.size();
        packets.forEach(packet -> indexOf.put(packet.name(), indexOf.size()));
        successors = sets(count);
        predecessors = sets(count);
        descendants = sets(count);
        ancestors = sets(count);
        metallic = sets(count);
        sharing = sets(count);
        unitOf = new int[count];
        structure.bonds().forEach(this::index);
        final BondGraph bonds = new BondGraph(structure);
        bonds.order().forEach(name -> order.add(indexOf.get(name)));
        close();
        indexResources();
        bonds.stages().forEach(this::addUnit);
    }

    private static BitSet[] sets(final int count)
    {
        final BitSet[] sets = new BitSet[count];
        for (int i = 0; i < count; i++)
        {
            sets[i] = new BitSet(count);
        }
        return sets;
    }

    private void index(final Bond bond)
    {
        final int from = indexOf.get(bond.from());
        final int to = indexOf.get(bond.to());
        if (bond.type() == BondType.IONIC)
        {
            successors[from].set(to);
            predecessors[to].set(from);
        }
        else if (bond.type() == BondType.METALLIC)
        {
            metallic[from].set(to);
            metallic[to].set(from);
        }
    }

    private void close()
    {
        for (final int packet : order)
        {
            predecessors[packet].stream().forEach(before ->
            {
                ancestors[packet].set(before);
                ancestors[packet].or(ancestors[before]);
            });
            ancestors[packet].stream().forEach(ancestor -> descendants[ancestor].set(packet));
        }
    }

    private void indexResources()
    {
        final Map<String, BitSet> users = new LinkedHashMap<>();
        for (int packet = 0; packet < packets.size(); packet++)
        {
            for (final String resource : packets.get(packet).resources())
            {
                users.computeIfAbsent(resource, name -> new BitSet()).set(packet);
            }
        }
        for (final BitSet sharers : users.values())
        {
            sharers.stream().forEach(packet -> sharing[packet].or(sharers));
        }
        for (int packet = 0; packet < packets.size(); packet++)
        {
            sharing[packet].clear(packet);
        }
    }

    private void addUnit(final Set<String> names)
    {
        final BitSet unit = new BitSet();
        for (final String name : names)
        {
            unit.set(indexOf.get(name));
            unitOf[indexOf.get(name)] = units.size();
        }
        units.add(unit);
    }

    /** Returns the structure that is indexed. */
    public MolecularStructure structure()
    {
        return structure;
    }

    /** Returns how many packets there are. */
    public int size()
    {
        return packets.size();
    }

    /**
     * Returns a packet.
     *
     * @param packet index in the composition
     * @return the packet
     */
    public Constituent packet(final int packet)
    {
        return packets.get(packet);
    }

    /**
     * Returns a packet's name.
     *
     * @param packet index in the composition
     * @return its name
     */
    public String name(final int packet)
    {
        return packets.get(packet).name();
    }

    /**
     * Returns the names of packets.
     *
     * @param set indexes
     * @return their names in order of composition
     */
    public List<String> names(final BitSet set)
    {
        return set.stream().mapToObj(this::name).toList();
    }

    /**
     * Finds a packet.
     *
     * @param name of the packet
     * @return its index in the composition
     * @throws IllegalArgumentException if there is none of that name
     */
    public int indexOf(final String name)
    {
        final Integer index = indexOf.get(name);
        if (index == null)
        {
            throw new IllegalArgumentException("molecule " + structure.name() + " has no packet " + name);
        }
        return index;
    }

    /** Returns all packets in ionic order; composition order decides where the bonds do not. */
    public List<Integer> order()
    {
        return List.copyOf(order);
    }

    /**
     * Returns the direct ionic successors.
     *
     * @param packet index
     * @return indexes
     */
    public BitSet successors(final int packet)
    {
        return successors[packet];
    }

    /**
     * Returns the direct ionic predecessors.
     *
     * @param packet index
     * @return indexes
     */
    public BitSet predecessors(final int packet)
    {
        return predecessors[packet];
    }

    /**
     * Returns the ionic descendants, direct or not.
     *
     * @param packet index
     * @return indexes, without itself
     */
    public BitSet descendants(final int packet)
    {
        return descendants[packet];
    }

    /**
     * Returns the ionic ancestors, direct or not.
     *
     * @param packet index
     * @return indexes, without itself
     */
    public BitSet ancestors(final int packet)
    {
        return ancestors[packet];
    }

    /**
     * Returns the packets to which metallic bonds lead directly.
     *
     * @param packet index
     * @return indexes
     */
    public BitSet metallic(final int packet)
    {
        return metallic[packet];
    }

    /**
     * Returns the packets that name a resource which this one names too.
     *
     * @param packet index
     * @return indexes, without itself
     */
    public BitSet sharing(final int packet)
    {
        return sharing[packet];
    }

    /** Returns the units in ionic order: packets that covalent bonds put into one stage ({@link BondGraph#stages}). */
    public List<BitSet> units()
    {
        return List.copyOf(units);
    }

    /**
     * Returns the unit of a packet.
     *
     * @param packet index
     * @return index of its unit in {@link #units}
     */
    public int unitOf(final int packet)
    {
        return unitOf[packet];
    }
}
