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
package io.packetflow.engine.language.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. A checked molecule with the names of its classes: all that building it needs, and nothing of its text.
 * {@link BlueprintFile} keeps it.
 *
 * @param structure of the molecule
 * @param kinds that it declares as inputs, in order
 * @param packets in order of composition
 */
public record Blueprint(MolecularStructure structure, List<InstanceKind> kinds, List<PacketBlueprint> packets)
{
    /** Copies the lists. */
    public Blueprint
    {
        kinds = List.copyOf(kinds);
        packets = List.copyOf(packets);
    }

    /**
     * Draws a molecule.
     *
     * @param program that has it
     * @param molecule of the program, without errors
     * @return the blueprint
     */
    public static Blueprint of(final CheckedProgram program, final CheckedMolecule molecule)
    {
        final List<PacketBlueprint> packets = new ArrayList<>();
        for (final String name : molecule.structure().names())
        {
            packets.add(packet(program.packet(name).orElseThrow()));
        }
        return new Blueprint(
            molecule.structure(), molecule.inputs().stream().map(CheckedInput::kind).toList(), packets);
    }

    /** Returns the molecule without some packets and their bonds. */
    Blueprint without(final Set<String> names)
    {
        final List<PacketBlueprint> keptPackets = new ArrayList<>();
        final List<Constituent> composition = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++)
        {
            if (!names.contains(packets.get(i).name()))
            {
                keptPackets.add(packets.get(i));
                composition.add(structure.composition().get(i));
            }
        }
        final List<Bond> bonds = new ArrayList<>();
        for (final Bond bond : structure.bonds())
        {
            if (!names.contains(bond.from()) && !names.contains(bond.to()))
            {
                bonds.add(bond);
            }
        }
        return new Blueprint(structure.withComposition(composition).withBonds(bonds), kinds, keptPackets);
    }

    private static PacketBlueprint packet(final CheckedPacket packet)
    {
        final List<String> kinds = new ArrayList<>();
        final TriggerForm form = packet.definition().properties().stream()
            .filter(entry -> entry.key().text().equals("trigger")).findFirst()
            .map(entry -> trigger(entry, kinds)).orElse(TriggerForm.UNDECLARED);
        return new PacketBlueprint(
            packet.name(), form, kinds, packet.handler(), packet.area(), packet.payload());
    }

    /** Returns the form, and adds the kinds that it names. */
    private static TriggerForm trigger(final Entry trigger, final List<String> kinds)
    {
        final Expression value = trigger.value();
        if (value instanceof Expression.Atom)
        {
            return TriggerForm.ALWAYS;
        }
        if (value instanceof Expression.Text)
        {
            return TriggerForm.TEXT;
        }
        if (value instanceof Expression.Call call && call.function() instanceof Expression.Name name &&
            name.text().equals("on"))
        {
            for (final Argument argument : call.arguments())
            {
                kinds.add(((Expression.Atom)argument.value()).text());
            }
            return TriggerForm.KINDS;
        }
        return TriggerForm.CONDITION;
    }
}
