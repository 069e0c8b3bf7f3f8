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
package io.packetflow.engine.language.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Types the packets of a molecule whose behaviour is written in the language.
 */
public final class MoleculeTyping
{
    private final CheckedProgram program;
    private final MolecularStructure structure;
    private final Diagnostics diagnostics;

    private MoleculeTyping(
        final CheckedProgram program, final MolecularStructure structure, final Diagnostics diagnostics)
    {
        this.program = program;
        this.structure = structure;
        this.diagnostics = diagnostics;
    }

    /**
     * Types a molecule.
     *
     * @param program that declares its packets and functions
     * @param structure of the molecule
     * @param inputs kinds of instances that it declares
     * @param diagnostics takes what is wrong
     * @return the packets that have a process without errors, in order of composition
     */
    public static List<TypedPacket> type(
        final CheckedProgram program, final MolecularStructure structure, final List<CheckedInput> inputs,
        final Diagnostics diagnostics)
    {
        return new MoleculeTyping(program, structure, diagnostics).type(inputs);
    }

    private List<TypedPacket> type(final List<CheckedInput> inputs)
    {
        final Map<String, CheckedPacket> packets = new LinkedHashMap<>();
        structure.names().forEach(name -> program.packet(name).ifPresent(packet -> packets.put(name, packet)));
        if (packets.values().stream().noneMatch(packet -> packet.process().isPresent()))
        {
            return List.of();
        }
        final FunctionTyping functions = new FunctionTyping(new TypingState(
            new FunctionTable(program),
            ProgramTyping.packetTypes(program), diagnostics, true));
        final FiringKinds kinds = new FiringKinds(packets, inputs);
        final List<TypedPacket> typed = new ArrayList<>();
        for (final CheckedPacket packet : packets.values())
        {
            if (packet.process().isPresent())
            {
                final Map<String, CheckedPacket> readable = new LinkedHashMap<>();
                ancestors(packet.name()).forEach(name -> readable.put(name, packets.get(name)));
                new ProcessTyping(functions, packet, readable, inputs, kinds).type().ifPresent(typed::add);
            }
        }
        return typed;
    }

    private Set<String> ancestors(final String packet)
    {
        final Set<String> ancestors = new TreeSet<>();
        final List<String> next = new ArrayList<>(List.of(packet));
        while (!next.isEmpty())
        {
            final String name = next.remove(next.size() - 1);
            for (final Bond bond : structure.bonds())
            {
                if (bond.type() == BondType.IONIC && bond.to().equals(name) && ancestors.add(bond.from()))
                {
                    next.add(bond.from());
                }
            }
        }
        return ancestors;
    }
}
