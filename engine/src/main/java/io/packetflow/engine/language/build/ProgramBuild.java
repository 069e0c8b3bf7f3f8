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
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.BackEdgeBinding;

/**
 * Cold path. What came of building a molecule.
 *
 * @param molecule that was built, nothing where something is wrong
 * @param backEdges of the host whose packets the molecule has
 * @param sources in Java of the packets that are written in the language
 * @param diagnostics what is wrong, and warnings
 */
public record ProgramBuild(
    Optional<Molecule> molecule, List<BackEdgeBinding> backEdges, List<GeneratedSource> sources,
    List<Diagnostic> diagnostics)
{
    /** Copies the lists. */
    public ProgramBuild
    {
        backEdges = List.copyOf(backEdges);
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Builds a molecule of a program, once; {@link ProgramAssembly} builds it again and again.
     *
     * @param program that has it
     * @param molecule its name
     * @param host that supplies what the program does not have
     * @return the molecule, or what is wrong
     * @throws IllegalArgumentException if the program has no sound molecule of that name
     * @throws io.packetflow.engine.codegen.CodegenException if packets cannot be compiled, or compiled ones be loaded
     */
    public static ProgramBuild of(final CheckedProgram program, final String molecule, final ProgramHost host)
    {
        return new ProgramAssembly(program, molecule).build(host);
    }

    /**
     * Builds a molecule of a blueprint that belongs to the program that asks for it: nothing can be wrong.
     *
     * @param drawn blueprint of a molecule whose packets have Java handlers
     * @param host that supplies the rest
     * @return the molecule
     * @throws IllegalStateException if they do not fit; the message lists all that is wrong
     */
    public static ProgramBuild of(final Blueprint drawn, final ProgramHost host)
    {
        final List<Misfit> misfits = new ArrayList<>();
        final Blueprint blueprint = drawn.without(host.leftOut());
        final KindTable kinds = new KindTable(blueprint, host, misfits);
        final Optional<Molecule> built =
            new MoleculeAssembler(blueprint, host, kinds, Map.of(), misfits).assemble();
        if (built.isEmpty())
        {
            throw new IllegalStateException("the molecule " + blueprint.structure().name() + " and its program do " +
                "not fit; this is a defect: " + misfits);
        }
        return new ProgramBuild(built, backEdges(built, host), List.of(), List.of());
    }

    static List<BackEdgeBinding> backEdges(final Optional<Molecule> built, final ProgramHost host)
    {
        final List<BackEdgeBinding> edges = new ArrayList<>();
        for (final BackEdgeBinding edge : host.backEdges())
        {
            if (built.isPresent() && built.get().packet(edge.packet()).isPresent())
            {
                edges.add(edge);
            }
        }
        return edges;
    }
}
