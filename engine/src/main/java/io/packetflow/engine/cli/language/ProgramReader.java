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
package io.packetflow.engine.cli.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticText;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.NearestName;

/**
 * Cold path. What commands do with a program before anything else: read it, check it, choose a molecule of it. What is
 * wrong with it is shown on standard error, all at once, and ends the command with the exit code of bad data.
 */
public final class ProgramReader
{
    private final Terminal terminal;
    private final String file;

    /**
     * Makes a reader.
     *
     * @param terminal that shows what is wrong
     * @param file of the program, or {@code -} for standard input
     */
    public ProgramReader(final Terminal terminal, final String file)
    {
        this.terminal = terminal;
        this.file = file;
    }

    /**
     * Reads and checks the program.
     *
     * @param packets files with packets that it uses
     * @return the program, without errors
     * @throws IOException if a file cannot be read
     * @throws BadDataException if it has errors
     */
    public CheckedProgram read(final List<String> packets) throws IOException
    {
        final CheckedProgram program = check(packets);
        if (program.hasErrors())
        {
            throw new BadDataException(file + " has errors; they stand above");
        }
        return program;
    }

    /** Reads and checks the program, and shows what is wrong with it, which may be errors. */
    CheckedProgram check(final List<String> packets) throws IOException
    {
        final List<SourceFile> sources = new ArrayList<>(SourceSearch.sources(List.of(file)));
        sources.addAll(SourceSearch.sources(packets));
        final CheckedProgram program = FrontEnd.check(sources);
        show(program.diagnostics());
        return program;
    }

    /**
     * Chooses a molecule.
     *
     * @param program that was read
     * @param molecule its name, null for the only one
     * @return the name
     * @throws UsageException if there is none of the name, or several and none is named
     */
    public static String choose(final CheckedProgram program, final String molecule)
    {
        final List<String> names = program.molecules().stream().map(MolecularStructure::name).toList();
        if (names.isEmpty())
        {
            throw new UsageException("the program declares no molecule, so there is nothing to run");
        }
        if (molecule == null && names.size() != 1)
        {
            throw new UsageException("the program has " + names.size() + " molecules (" + String.join(", ", names) +
                "); choose one with --molecule");
        }
        if (molecule != null && !names.contains(molecule))
        {
            throw new UsageException("the program has no molecule '" + molecule + "'" +
                NearestName.suggest(molecule, names) + " (it has " + String.join(", ", names) + ")");
        }
        return molecule == null ? names.get(0) : molecule;
    }

    /**
     * Returns what was built.
     *
     * @param build of a molecule of the program
     * @return the molecule
     * @throws BadDataException if something is wrong
     */
    public Molecule built(final ProgramBuild build)
    {
        show(build.diagnostics());
        return build.molecule().orElseThrow(
            () -> new BadDataException(file + " cannot be built; the reasons stand above"));
    }

    private void show(final List<Diagnostic> diagnostics)
    {
        final DiagnosticText text = new DiagnosticText(terminal.isColoured());
        diagnostics.forEach(found -> terminal.err().println(text.render(found)));
    }
}
