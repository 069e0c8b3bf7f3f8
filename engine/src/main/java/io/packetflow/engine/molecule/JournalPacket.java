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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.packet.JournalHandler;
import io.packetflow.engine.periodic.Element;

/**
 * The Journal packet (group RM, architecture idea 5): it allocates each instance its durable place. An ionic bond from
 * it to a packet that speaks to the outside holds that packet's release back until the instance is durable; a metallic
 * bond lets it go at once. It runs in no stage: the sequencing node appends what it admits.
 */
public final class JournalPacket
{
    /** Name of the packet. */
    public static final String NAME = "Journal";
    /** Name of the resource that it manages: places in the journal. */
    public static final String RESOURCE = "journal";

    private JournalPacket()
    {
    }

    /**
     * Adds the packet and its resource to a molecule.
     *
     * @param builder of the molecule
     * @return the same builder, to bond the packet
     */
    public static Molecule.Builder addTo(final Molecule.Builder builder)
    {
        return builder.resource(RESOURCE, JournalHandler.class, arena -> new JournalHandler())
            .packet(Packet.named(NAME, Element.ALLOCATE).uses(RESOURCE)
            .handler(JournalHandler.class, context -> new JournalHandler()).build());
    }

    static boolean isJournal(final Packet packet)
    {
        return packet.handlerClass() == JournalHandler.class;
    }

    /**
     * Returns the outputs whose release waits for the journal: those that an ionic path leads to, and who watches them.
     *
     * @param molecule with or without a Journal packet
     * @return names of packets, in order of composition
     */
    public static Set<String> gatedOutputs(final Molecule molecule)
    {
        final Set<String> gated = new LinkedHashSet<>();
        if (molecule.isJournaled())
        {
            final Set<String> descendants = new BondGraph(molecule).descendants(NAME);
            molecule.packets().stream().filter(Packet::isReleasing).map(Packet::name).filter(descendants::contains)
                .forEach(gated::add);
        }
        return gated;
    }

    /**
     * Returns what the stages run: the molecule without its Journal packet.
     *
     * @param molecule with or without one
     * @return the molecule itself where it has none
     */
    public static Molecule withoutJournal(final Molecule molecule)
    {
        return molecule.isJournaled() ? molecule.without(List.of(NAME), List.of(RESOURCE)) : molecule;
    }

    /** Tells what is wrong with a molecule's Journal packet, one sentence for each. */
    static List<String> violations(final Molecule molecule)
    {
        final List<String> violations = new ArrayList<>();
        for (final Packet packet : molecule.packets())
        {
            if (isJournal(packet) && !packet.name().equals(NAME))
            {
                violations.add("packet " + packet.name() + " is a journal of another name; add it with " +
                    "JournalPacket.addTo(...), which calls it " + NAME);
            }
        }
        for (final Bond bond : molecule.isJournaled() ? molecule.bonds() : List.<Bond>of())
        {
            check(molecule, bond, violations);
        }
        return violations;
    }

    private static void check(final Molecule molecule, final Bond bond, final List<String> violations)
    {
        if (bond.to().equals(NAME) && bond.type() != BondType.METALLIC)
        {
            violations.add("the bond " + bond + " leads to the Journal, which comes before all other packets: " +
                "it holds inputs, never results; turn the bond round or drop it");
        }
        if (bond.from().equals(NAME) && bond.type() == BondType.IONIC &&
            molecule.packet(bond.to()).filter(packet -> !packet.isOutput()).isPresent())
        {
            violations.add("the bond " + bond + " gates a packet that releases nothing; bond the Journal to the " +
                "packet that speaks to the outside (a ReleasingHandler), or make the bond metallic");
        }
    }
}
