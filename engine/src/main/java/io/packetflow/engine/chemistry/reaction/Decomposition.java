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
import java.util.Set;

import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. One molecule becomes two: each packet goes into one of them, with the bonds that lie within it; the bonds
 * between the two are cut. Both keep the molecule's properties.
 *
 * @param reactant that went in
 * @param first that came out
 * @param second that came out
 * @param cut bonds between the two, in order of declaration
 */
public record Decomposition(
    MolecularStructure reactant, MolecularStructure first, MolecularStructure second, List<Bond> cut)
    implements Reaction
{
    /** Copies the list. */
    public Decomposition
    {
        cut = List.copyOf(cut);
    }

    /**
     * Parts a molecule.
     *
     * @param reactant to part
     * @param firstName of the molecule that takes the named packets
     * @param packets that it takes, names
     * @param secondName of the molecule that takes the rest
     * @return the reaction
     * @throws ChemistryException if a covalent or strict bond, or one of a Journal, would be cut; if a resource or the
     *                            participants of a packet would be parted; if one molecule would be empty
     */
    public static Decomposition of(
        final MolecularStructure reactant, final String firstName, final Set<String> packets, final String secondName)
    {
        final String what = "decomposition of " + reactant.name();
        Synthesis.requireSound(what, reactant);
        final List<String> reasons = new ArrayList<>();
        packets.stream().sorted().filter(name -> reactant.packet(name).isEmpty()).forEach(
            name -> reasons.add(reactant.name() + " has no packet " + name + "; name one of " + reactant.names()));
        final MolecularStructure first = part(reactant, firstName, packets, true);
        final MolecularStructure second = part(reactant, secondName, packets, false);
        if (first.composition().isEmpty() || second.composition().isEmpty())
        {
            reasons.add("one of the two molecules would have no packets; name some of them, not all");
        }
        final List<Bond> cut = reactant.bonds().stream()
            .filter(bond -> packets.contains(bond.from()) != packets.contains(bond.to())).toList();
        cut.stream().filter(Decomposition::mustHold).forEach(bond -> reasons.add("the bond " + bond +
            " would be cut, and a covalent or strict bond or one of a Journal never is; keep its packets together"));
        final Set<String> shared = new HashSet<>(Synthesis.resources(first));
        Synthesis.resources(second).stream().filter(shared::contains).forEach(resource -> reasons.add("the resource " +
            resource + " is used on both sides of the cut, and it has one writer; keep its users together"));
        checkParticipants(first, second, reasons);
        checkParticipants(second, first, reasons);
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(what, reasons);
        }
        return new Decomposition(reactant, first, second, cut);
    }

    private static boolean mustHold(final Bond bond)
    {
        return bond.strict() || bond.type() == BondType.COVALENT ||
            (bond.type() == BondType.IONIC && bond.from().equals(JournalPacket.NAME));
    }

    private static MolecularStructure part(
        final MolecularStructure reactant, final String name, final Set<String> packets, final boolean named)
    {
        return new MolecularStructure(name,
            reactant.composition().stream().filter(packet -> packets.contains(packet.name()) == named).toList(),
            reactant.bonds().stream().filter(bond -> packets.contains(bond.from()) == named &&
                packets.contains(bond.to()) == named).toList(), reactant.properties());
    }

    private static void checkParticipants(
        final MolecularStructure coordinating, final MolecularStructure other, final List<String> reasons)
    {
        for (final Constituent packet : coordinating.composition())
        {
            packet.participants().stream().filter(name -> other.packet(name).isPresent()).forEach(
                name -> reasons.add("packet " + packet.name() + " coordinates " + name +
                    ", which would be in another molecule; keep the two together"));
        }
    }

    /**
     * Turns the reaction round.
     *
     * @return a synthesis of the two molecules along the bonds that were cut; its product is the original, equal to it
     *         in the order of packets and bonds too
     */
    public Synthesis reversed()
    {
        final Synthesis joined = Synthesis.of(reactant.name(), first, second, cut);
        return new Synthesis(first, second, cut,
            joined.product().withComposition(reactant.composition()).withBonds(reactant.bonds()));
    }

    @Override
    public String description()
    {
        return "decomposition of " + reactant.name() + " into " + first.name() + " and " + second.name();
    }

    @Override
    public List<MolecularStructure> reactants()
    {
        return List.of(reactant);
    }

    @Override
    public List<MolecularStructure> products()
    {
        return List.of(first, second);
    }
}
