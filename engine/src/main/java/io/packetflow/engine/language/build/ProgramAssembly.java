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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;

/**
 * Cold path. Builds one molecule of a program as often as it is asked to, such as once for a run and once, smaller, for
 * its warm-up. Packets that are written in the language are compiled and loaded once, so that all have the same
 * classes. Not thread-safe.
 */
public final class ProgramAssembly
{
    /** What the code of the written packets depends on. */
    private record Shape(MolecularStructure structure, Map<String, InstanceKind> kinds)
    {
    }

    private final CheckedProgram program;
    private final CheckedMolecule molecule;
    private final Blueprint blueprint;
    private final Map<Shape, WrittenPackets> written = new HashMap<>();

    /**
     * Prepares.
     *
     * @param program that has the molecule
     * @param molecule its name
     * @throws IllegalArgumentException if the program has no sound molecule of that name
     */
    public ProgramAssembly(final CheckedProgram program, final String molecule)
    {
        this.program = program;
        this.molecule = program.declaredMolecule(molecule).orElseThrow(() ->
            new IllegalArgumentException("the program has no sound molecule of the name " + molecule));
        this.blueprint = Blueprint.of(program, this.molecule);
    }

    /**
     * Builds the molecule.
     *
     * @param host that supplies what the program does not have
     * @return the molecule, or what is wrong
     * @throws io.packetflow.engine.codegen.CodegenException if packets cannot be compiled, or compiled ones be loaded
     */
    public ProgramBuild build(final ProgramHost host)
    {
        final List<Misfit> misfits = new ArrayList<>();
        final Blueprint rest = blueprint.without(host.leftOut());
        final KindTable kinds = new KindTable(rest, host, misfits);
        final WrittenPackets packets = written.computeIfAbsent(new Shape(rest.structure(), Map.copyOf(kinds.all())),
            shape -> WrittenPackets.of(program, rest, kinds, host));
        final Optional<Molecule> built = packets.isSound() ?
            new MoleculeAssembler(rest, host, kinds, packets.code(), misfits).assemble() : Optional.empty();
        final List<Diagnostic> diagnostics = new ArrayList<>(packets.diagnostics());
        final Places places = new Places(program, molecule);
        misfits.forEach(misfit -> diagnostics.add(places.diagnostic(misfit)));
        return new ProgramBuild(built, ProgramBuild.backEdges(built, host), packets.sources(), diagnostics);
    }
}
