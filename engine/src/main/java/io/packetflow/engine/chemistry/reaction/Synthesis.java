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
package io.packetflow.engine.chemistry.reaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Two molecules become one: the packets of both, their bonds, and those that join them.
 *
 * @param first that went in
 * @param second that went in
 * @param joints bonds between the two
 * @param product that came out
 */
public record Synthesis(
    MolecularStructure first, MolecularStructure second, List<Bond> joints, MolecularStructure product)
    implements Reaction
{
    /** Copies the list. */
    public Synthesis
    {
        joints = List.copyOf(joints);
    }

    /**
     * Joins two molecules. Packets and bonds of the first stand before those of the second, the joints last.
     *
     * @param name of the product
     * @param first molecule
     * @param second molecule
     * @param joints bonds between the two
     * @return the reaction
     * @throws ChemistryException if names clash, properties contradict each other, a joint does not join the two, or
     *                            the product is not sound
     */
    public static Synthesis of(
        final String name, final MolecularStructure first, final MolecularStructure second, final List<Bond> joints)
    {
        final List<String> reasons = new ArrayList<>();
        clashes("packet", first, first.names(), second, second.names(), reasons);
        clashes("resource", first, resources(first), second, resources(second), reasons);
        second.properties().forEach((key, value) ->
        {
            final String other = first.properties().getOrDefault(key, value);
            if (!other.equals(value))
            {
                reasons.add(first.name() + " declares " + key + " as \"" + other + "\" and " + second.name() +
                    " as \"" + value + "\"; declare the same in both");
            }
        });
        for (final Bond joint : joints)
        {
            final boolean joins = first.packet(joint.from()).isPresent() != first.packet(joint.to()).isPresent() &&
                second.packet(joint.from()).isPresent() != second.packet(joint.to()).isPresent();
            if (!joins)
            {
                reasons.add("the bond " + joint + " does not lead from one of the molecules to the other; " +
                    "name a packet of each");
            }
        }
        final String what = "synthesis of " + first.name() + " and " + second.name();
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(what, reasons);
        }
        final MolecularStructure product = join(name, first, second, joints);
        requireSound(what, product);
        return new Synthesis(first, second, joints, product);
    }

    private static void clashes(
        final String what,
        final MolecularStructure first,
        final List<String> ofFirst,
        final MolecularStructure second,
        final List<String> ofSecond,
        final List<String> reasons)
    {
        final Set<String> both = new HashSet<>(ofSecond);
        ofFirst.stream().filter(both::contains).forEach(name -> reasons.add("both " + first.name() + " and " +
            second.name() + " have a " + what + " called " + name + "; rename one"));
    }

    static List<String> resources(final MolecularStructure structure)
    {
        return structure.composition().stream().flatMap(packet -> packet.resources().stream()).distinct().toList();
    }

    private static MolecularStructure join(
        final String name, final MolecularStructure first, final MolecularStructure second, final List<Bond> joints)
    {
        final List<Constituent> composition = new ArrayList<>(first.composition());
        composition.addAll(second.composition());
        final List<Bond> bonds = new ArrayList<>(first.bonds());
        bonds.addAll(second.bonds());
        bonds.addAll(joints);
        final Map<String, String> properties = new LinkedHashMap<>(first.properties());
        properties.putAll(second.properties());
        return new MolecularStructure(name, composition, bonds, properties);
    }

    /** Refuses a product that is not sound, in the name of the reaction. */
    static void requireSound(final String what, final MolecularStructure product)
    {
        try
        {
            new StructureGraph(product);
        }
        catch (final ChemistryException unsound)
        {
            final ChemistryException refusal = new ChemistryException(what, unsound.reasons());
            refusal.initCause(unsound);
            throw refusal;
        }
    }

    @Override
    public String description()
    {
        return "synthesis of " + first.name() + " and " + second.name();
    }

    @Override
    public List<MolecularStructure> reactants()
    {
        return List.of(first, second);
    }

    @Override
    public List<MolecularStructure> products()
    {
        return List.of(product);
    }
}
