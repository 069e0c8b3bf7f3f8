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
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.MoleculeException;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;

/**
 * Cold path. The reactions on molecules whose handlers exist: handlers, areas, kinds and resources are kept. What a
 * structure cannot know is checked here: handlers find areas by packet and view, so no reaction may take away one that
 * may be read.
 */
public final class MoleculeReactions
{
    private MoleculeReactions()
    {
    }

    /**
     * Joins two molecules. A packet that fires for each instance goes on firing for the kinds of its own molecule only,
     * where that knows fewer than the product; a Journal takes them all.
     *
     * @param name of the product
     * @param first molecule
     * @param second molecule
     * @param joints bonds between the two
     * @return the product
     * @throws ChemistryException as {@link Synthesis#of} does
     * @throws MoleculeException if the product breaks a rule of molecules
     */
    public static Molecule synthesis(
        final String name, final Molecule first, final Molecule second, final List<Bond> joints)
    {
        final Synthesis reaction = Synthesis.of(name, first.structure(), second.structure(), joints);
        final Molecule.Builder product = Molecule.named(name);
        final List<InstanceKind> kinds = new ArrayList<>(first.kinds());
        second.kinds().stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
        kinds.forEach(product::kind);
        for (final Molecule part : List.of(first, second))
        {
            part.resources().forEach(product::resource);
            part.packets().forEach(packet -> product.packet(narrowed(packet, part, kinds)));
        }
        reaction.product().bonds().forEach(product::bond);
        reaction.product().properties().forEach(product::property);
        return product.build();
    }

    private static Packet narrowed(final Packet packet, final Molecule own, final List<InstanceKind> kinds)
    {
        final boolean knowsFewer = !own.kinds().isEmpty() && own.kinds().size() < kinds.size();
        final boolean firesForAll = packet.trigger().isUnconditional() && !packet.name().equals(JournalPacket.NAME);
        return knowsFewer && firesForAll ?
            packet.toBuilder().trigger(Trigger.on(own.kinds().toArray(InstanceKind[]::new))).build() : packet;
    }

    /**
     * Parts a molecule. Both molecules keep its kinds and properties; each keeps the resources of its packets, the
     * second also those that no packet uses.
     *
     * @param reactant to part
     * @param firstName of the molecule that takes the named packets
     * @param packets that it takes, names
     * @param secondName of the molecule that takes the rest
     * @return the first and the second molecule
     * @throws ChemistryException as {@link Decomposition#of} does, or if a handler may read an area that would be in
     *                            the other molecule
     * @throws MoleculeException if one of the two breaks a rule of molecules
     */
    public static List<Molecule> decomposition(
        final Molecule reactant, final String firstName, final Set<String> packets, final String secondName)
    {
        final Decomposition reaction = Decomposition.of(reactant.structure(), firstName, packets, secondName);
        final List<String> reasons = new ArrayList<>();
        final BondGraph graph = new BondGraph(reactant);
        for (final Packet packet : reactant.packets())
        {
            graph.ancestors(packet.name()).stream()
                .filter(ancestor -> packets.contains(ancestor) != packets.contains(packet.name()))
                .filter(ancestor -> reactant.packet(ancestor).flatMap(Packet::area).isPresent())
                .forEach(ancestor -> reasons.add("the handler of " + packet.name() + " may read the area of " +
                    ancestor + ", which would be in another molecule; keep the two together"));
        }
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(reaction.description(), reasons);
        }
        final Set<String> taken = new HashSet<>(Synthesis.resources(reaction.first()));
        return List.of(part(reactant, firstName, packets, true, taken),
            part(reactant, secondName, packets, false, taken));
    }

    private static Molecule part(
        final Molecule reactant,
        final String name,
        final Set<String> packets,
        final boolean named,
        final Set<String> resourcesOfNamed)
    {
        final Molecule.Builder part = Molecule.named(name);
        reactant.kinds().forEach(part::kind);
        reactant.resources().stream().filter(resource -> resourcesOfNamed.contains(resource.name()) == named)
            .forEach(part::resource);
        reactant.packets().stream().filter(packet -> packets.contains(packet.name()) == named).forEach(part::packet);
        reactant.bonds().stream().filter(bond -> packets.contains(bond.from()) == named &&
            packets.contains(bond.to()) == named).forEach(part::bond);
        reactant.properties().forEach(part::property);
        return part.build();
    }

    /**
     * Puts a packet in the place of the one of the same name.
     *
     * @param reactant molecule
     * @param replacement what takes its place
     * @return the product
     * @throws ChemistryException as {@link Substitution#of} does, or if others read the old packet's area through
     *                            another view than that of the new one
     * @throws MoleculeException if the product breaks a rule of molecules
     */
    public static Molecule substitution(final Molecule reactant, final Packet replacement)
    {
        final String name = replacement.name();
        final Substitution reaction = Substitution.of(reactant.structure(), name, replacement.constituent());
        final Optional<Area> known = reactant.packet(name).flatMap(Packet::area);
        final Optional<Class<?>> view = replacement.area().map(Area::view);
        if (known.isPresent() && !view.equals(known.map(Area::view)))
        {
            throw new ChemistryException(reaction.description(), List.of("others read the area of " + name +
                " through " + known.orElseThrow().view().getName() + ", and the new packet writes " +
                view.map(Class::getName).orElse("none") + "; write the same area"));
        }
        final Molecule.Builder product = Molecule.named(reactant.name());
        reactant.kinds().forEach(product::kind);
        reactant.resources().forEach(product::resource);
        reactant.packets().forEach(packet -> product.packet(packet.name().equals(name) ? replacement : packet));
        reactant.bonds().forEach(product::bond);
        reactant.properties().forEach(product::property);
        return product.build();
    }
}
