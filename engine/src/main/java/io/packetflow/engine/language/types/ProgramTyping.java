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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.check.CheckedReactor;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. Types a program: its packets, molecules and reactors, and what its functions compute. */
public final class ProgramTyping
{
    private ProgramTyping()
    {
    }

    /**
     * Types what a program computes.
     *
     * @param program whose names and structure are checked
     * @return the program with what is wrong with its types among its diagnostics
     */
    public static CheckedProgram check(final CheckedProgram program)
    {
        final Diagnostics diagnostics = new Diagnostics();
        program.diagnostics().forEach(diagnostics::report);
        // Only what is found from here on: the others say already which macro they come from.
        diagnostics.origins(program.expanded().origins()::of);
        if (diagnostics.isFull())
        {
            return program;
        }
        new GroupRules(program, diagnostics).check();
        for (final CheckedMolecule molecule : program.declaredMolecules())
        {
            MoleculeTyping.type(program, molecule.structure(), molecule.inputs(), diagnostics);
        }
        checkOthers(program, diagnostics);
        checkFunctions(program, diagnostics);
        return program.withDiagnostics(diagnostics.all());
    }

    /** Packets of no molecule are typed with what they read; what an input is, only a molecule says. */
    private static void checkOthers(final CheckedProgram program, final Diagnostics diagnostics)
    {
        final Map<String, CheckedPacket> packets = new LinkedHashMap<>();
        program.packets().forEach(packet -> packets.put(packet.name(), packet));
        final FunctionTyping functions = new FunctionTyping(new TypingState(
            new FunctionTable(program), packetTypes(program), diagnostics, true));
        final FiringKinds kinds = new FiringKinds(packets, List.of());
        for (final CheckedPacket packet : program.packets())
        {
            final boolean isOther = program.molecules().stream().noneMatch(
                molecule -> molecule.packet(packet.name()).isPresent());
            final boolean isKnown = ProcessForm.names(packet).stream().allMatch(name -> packets.containsKey(name) &&
                kinds.of(name).isEmpty());
            if (isOther && isKnown && packet.process().isPresent())
            {
                new ProcessTyping(functions, packet, packets, List.of(), kinds).type();
            }
        }
    }

    private static void checkFunctions(final CheckedProgram program, final Diagnostics diagnostics)
    {
        final TypingState state = new TypingState(
            new FunctionTable(program), packetTypes(program), diagnostics, false);
        final FunctionTyping functions = new FunctionTyping(state);
        for (final FunctionTable.Entry function : state.functions().all())
        {
            if (diagnostics.isFull())
            {
                return;
            }
            functions.specialise(function, Collections.nCopies(function.arity(), Type.UNKNOWN));
        }
        for (final CheckedPacket packet : program.packets())
        {
            FiringKinds.condition(packet).filter(condition -> packet.process().isEmpty())
                .ifPresent(condition -> checkTrigger(condition, packet, functions));
        }
    }

    /** A trigger that is not compiled may name what only the program around it knows. */
    private static void checkTrigger(
        final Expression condition, final CheckedPacket packet, final FunctionTyping functions)
    {
        final ExpressionTyping expressions =
            new ExpressionTyping(functions.state(), functions.state().report(packet.source()), functions);
        ProcessForm.freeNames(condition).forEach(
            name -> expressions.names().bind(name.text(), new Typed.Opaque(Type.UNKNOWN, name)));
        expressions.condition(condition);
    }

    /**
     * Returns the types of all packets (T-PACKET).
     *
     * @param program that declares them
     * @return types by name
     */
    public static Map<String, Type.Packet> packetTypes(final CheckedProgram program)
    {
        final Map<String, Type.Packet> types = new LinkedHashMap<>();
        program.packets().forEach(
            packet -> types.put(packet.name(), Type.Packet.of(packet.constituent().element())));
        return types;
    }

    /**
     * Returns the type of a molecule (T-MOLECULE): its packets have types, its bonds are compatible.
     *
     * @param program that declares it
     * @param name of the molecule
     * @return its type, nothing where it has errors
     */
    public static Optional<Type.Molecule> moleculeType(final CheckedProgram program, final String name)
    {
        return program.molecule(name).map(structure ->
        {
            final Map<String, Type.Packet> composition = new LinkedHashMap<>();
            for (final Constituent packet : structure.composition())
            {
                composition.put(packet.name(), Type.Packet.of(packet.element()));
            }
            return new Type.Molecule(composition, structure.bonds().stream().map(Bond::toString).toList());
        });
    }

    /**
     * Returns the type of a reactor.
     *
     * @param reactor of a program
     * @return its type
     */
    public static Type.Reactor reactorType(final CheckedReactor reactor)
    {
        final Map<String, PeriodicGroup> nodes = new LinkedHashMap<>();
        reactor.nodes().forEach(node -> nodes.put(node.pattern(), node.group()));
        return new Type.Reactor(nodes, reactor.policies().stream()
            .map(policy -> Type.Packet.of(policy.element())).toList());
    }
}
