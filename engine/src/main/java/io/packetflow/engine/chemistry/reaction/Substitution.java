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
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.property.Compatibility;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. A packet takes the place of another: its position, its bonds, its part as a participant. As in chemistry
 * nothing vanishes: the molecule and the new packet go in, the changed molecule and the old packet come out. Whether
 * the molecule itself requires more than before, {@link Conservation#check(String, java.util.function.Function, List,
 * List, java.util.Set)} tells.
 *
 * @param reactant that went in
 * @param replaced packet that came out
 * @param replacement packet that went in
 * @param product that came out
 */
public record Substitution(
    MolecularStructure reactant, Constituent replaced, Constituent replacement, MolecularStructure product)
    implements Reaction
{
    private static final CostModel FREE_OF_COST = new CostModel(HostCosts.ASSUMED, Map.of(), 0);

    /**
     * Replaces a packet.
     *
     * @param reactant molecule
     * @param packet name of the packet that is replaced
     * @param replacement what takes its place, under the same or another name
     * @return the reaction
     * @throws ChemistryException if there is no such packet, the new name is taken, or the new packet is not
     *                            compatible: another group, less of the slot than its readers know, a resource that
     *                            its covalent bonds need, a trigger or participants are missing, or a new conflict
     */
    public static Substitution of(
        final MolecularStructure reactant, final String packet, final Constituent replacement)
    {
        final String what = "substitution of " + packet + " by " + replacement.name() + " in " + reactant.name();
        Synthesis.requireSound(what, reactant);
        final Constituent replaced = reactant.packet(packet).orElseThrow(() -> new ChemistryException(what, List.of(
            reactant.name() + " has no packet " + packet + "; name one of " + reactant.names())));
        final List<String> reasons = new ArrayList<>();
        final boolean renames = !replacement.name().equals(packet);
        if (renames && reactant.packet(replacement.name()).isPresent())
        {
            reasons.add(reactant.name() + " has another packet called " + replacement.name() + "; rename one");
        }
        checkContract(reactant, replaced, replacement, reasons);
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(what, reasons);
        }
        final MolecularStructure product = replace(reactant, replaced, replacement);
        checkConflicts(reactant, product, replaced, replacement, reasons);
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(what, reasons);
        }
        return new Substitution(reactant, replaced, replacement, product);
    }

    private static void checkContract(
        final MolecularStructure reactant,
        final Constituent replaced,
        final Constituent replacement,
        final List<String> reasons)
    {
        final String name = replacement.name();
        if (replaced.group() != replacement.group())
        {
            reasons.add(name + " is of group " + replacement.group() + ", " + replaced.name() + " of group " +
                replaced.group() + ", and other rules hold there; take an element of group " + replaced.group());
        }
        final boolean read = !new StructureGraph(reactant)
            .successors(reactant.names().indexOf(replaced.name())).isEmpty();
        if (read && replacement.payloadBytes() < replaced.payloadBytes())
        {
            reasons.add(name + " writes " + replacement.payloadBytes() + " bytes of the slot, its successors know " +
                replaced.payloadBytes() + "; let it write as many");
        }
        reactant.bonds().stream().filter(bond -> bond.touches(replaced.name()) && !bond.resource().isEmpty())
            .map(Bond::resource).distinct().filter(resource -> !replacement.resources().contains(resource))
            .forEach(resource -> reasons.add(name + " does not use the resource " + resource +
                ", over which a covalent bond joins it; add it"));
        final boolean driven = replacement.group() == PeriodicGroup.ED && !replaced.trigger().isEmpty();
        if (driven && replacement.trigger().isEmpty())
        {
            reasons.add(name + " is event driven and declares no trigger; declare one");
        }
        final boolean collective = replacement.group() == PeriodicGroup.CO;
        if (collective && !replacement.participants().containsAll(replaced.participants()))
        {
            reasons.add(name + " does not coordinate all of " + replaced.participants() + "; name them");
        }
    }

    private static MolecularStructure replace(
        final MolecularStructure reactant, final Constituent replaced, final Constituent replacement)
    {
        final String from = replaced.name();
        final String to = replacement.name();
        final List<Constituent> composition = reactant.composition().stream()
            .map(packet -> packet.name().equals(from) ? replacement : renamed(packet, from, to)).toList();
        final List<Bond> bonds = reactant.bonds().stream().map(bond -> renamed(bond, from, to)).toList();
        return new MolecularStructure(reactant.name(), composition, bonds, reactant.properties());
    }

    private static Bond renamed(final Bond bond, final String from, final String to)
    {
        return new Bond(bond.from().equals(from) ? to : bond.from(), bond.to().equals(from) ? to : bond.to(),
            bond.type(), bond.resource(), bond.strict());
    }

    private static Constituent renamed(final Constituent packet, final String from, final String to)
    {
        final List<String> participants =
            packet.participants().stream().map(name -> name.equals(from) ? to : name).toList();
        return new Constituent(packet.name(), packet.element(), packet.trigger(), packet.payloadBytes(),
            packet.resources(), participants, packet.properties());
    }

    /** Refuses conflicts that were not there before; what packets demand plays no part, as no rate is known here. */
    private static void checkConflicts(
        final MolecularStructure reactant,
        final MolecularStructure product,
        final Constituent replaced,
        final Constituent replacement,
        final List<String> reasons)
    {
        final Compatibility before = new Compatibility(Workload.onOneNode(reactant, FREE_OF_COST));
        final Compatibility after = new Compatibility(Workload.onOneNode(product, FREE_OF_COST));
        final int packet = reactant.names().indexOf(replaced.name());
        for (int other = 0; other < product.composition().size(); other++)
        {
            if (other != packet && !before.inConflict(packet, other))
            {
                after.conflicts(packet, other)
                    .forEach(conflict -> reasons.add(replacement.name() + " is not compatible: " + conflict));
            }
        }
    }

    @Override
    public String description()
    {
        return "substitution of " + replaced.name() + " by " + replacement.name() + " in " + reactant.name();
    }

    @Override
    public List<MolecularStructure> reactants()
    {
        return List.of(reactant, alone(replacement));
    }

    @Override
    public List<MolecularStructure> products()
    {
        return List.of(product, alone(replaced));
    }

    /** A packet by itself, at the rate of the molecule. */
    private MolecularStructure alone(final Constituent packet)
    {
        return new MolecularStructure(packet.name(), List.of(packet), List.of(), reactant.properties());
    }
}
