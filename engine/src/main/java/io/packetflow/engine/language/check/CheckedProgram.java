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
package io.packetflow.engine.language.check;

import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.language.expand.ExpandedProgram;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. A program that was examined: what it means, as far as it means anything, and what is wrong with it.
 * Immutable.
 *
 * @param sources all that belong to it, imported ones behind those that were named
 * @param modules names, in order of declaration
 * @param packets in order of declaration
 * @param declaredMolecules whose composition, bonds, inputs and properties are without errors
 * @param reactors whose nodes and policies are without errors
 * @param functions all clauses, in order of declaration
 * @param macros in order of declaration
 * @param expanded the sources without calls of macros, which is what functions compute
 * @param diagnostics errors and warnings, file by file
 */
public record CheckedProgram(
    List<ParsedSource> sources,
    List<String> modules,
    List<CheckedPacket> packets,
    List<CheckedMolecule> declaredMolecules,
    List<CheckedReactor> reactors,
    List<Definition.Function> functions,
    List<Definition.Macro> macros,
    ExpandedProgram expanded,
    List<Diagnostic> diagnostics)
{
    /** Copies the lists. */
    public CheckedProgram
    {
        sources = List.copyOf(sources);
        modules = List.copyOf(modules);
        packets = List.copyOf(packets);
        declaredMolecules = List.copyOf(declaredMolecules);
        reactors = List.copyOf(reactors);
        functions = List.copyOf(functions);
        macros = List.copyOf(macros);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns whether there is an error; warnings are none. */
    public boolean hasErrors()
    {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /**
     * Returns the program with other diagnostics.
     *
     * @param value all of them, in their order
     * @return a changed copy
     */
    public CheckedProgram withDiagnostics(final List<Diagnostic> value)
    {
        return new CheckedProgram(
            sources, modules, packets, declaredMolecules, reactors, functions, macros, expanded,
            value);
    }

    /** Returns what theory sees of the molecules, in order of declaration. */
    public List<MolecularStructure> molecules()
    {
        return declaredMolecules.stream().map(CheckedMolecule::structure).toList();
    }

    /**
     * Finds a molecule.
     *
     * @param name of it
     * @return what theory sees of it, if there is one of that name without errors
     */
    public Optional<MolecularStructure> molecule(final String name)
    {
        return declaredMolecule(name).map(CheckedMolecule::structure);
    }

    /**
     * Finds a molecule with all that is declared of it.
     *
     * @param name of it
     * @return the molecule, if there is one of that name without errors
     */
    public Optional<CheckedMolecule> declaredMolecule(final String name)
    {
        return declaredMolecules.stream().filter(molecule -> molecule.name().equals(name)).findFirst();
    }

    /**
     * Finds a packet.
     *
     * @param name of it
     * @return the packet, if there is one of that name
     */
    public Optional<CheckedPacket> packet(final String name)
    {
        return packets.stream().filter(packet -> packet.name().equals(name)).findFirst();
    }
}
