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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Explains the molecules of a program that has no errors, and draws one of them. */
final class ProgramExplanation
{
    private final Terminal terminal;
    private final String molecule;
    private final Path picture;
    private final HostCosts host;
    private final int nodes;
    private ReactorSettings measuring;
    private long instances;

    /**
     * Prepares it.
     *
     * @param terminal that is written to
     * @param molecule to explain, null for all
     * @param picture that is written, null for none
     * @param host costs of the engine's own steps
     * @param nodes onto which a molecule could be placed
     */
    ProgramExplanation(final Terminal terminal, final String molecule, final Path picture, final HostCosts host,
        final int nodes)
    {
        this.terminal = terminal;
        this.molecule = molecule;
        this.picture = picture;
        this.host = host;
        this.nodes = nodes;
    }

    /**
     * Asks for measurements too.
     *
     * @param settings that say where compiled packets are kept, null for no measurements
     * @param rounds instances of a round
     * @return this
     */
    ProgramExplanation measuring(final ReactorSettings settings, final long rounds)
    {
        this.measuring = settings;
        this.instances = rounds;
        return this;
    }

    int run(final String file, final List<String> packets) throws IOException
    {
        final CheckedProgram program = new ProgramReader(terminal, file).check(packets);
        if (program.hasErrors())
        {
            return ExitCode.BAD_DATA;
        }
        final List<MoleculeExplanation> explanations =
            chosen(program).stream().map(structure -> MoleculeExplanation.of(structure, host, nodes)).toList();
        explanations.forEach(explanation -> terminal.out().println(explanation.text()));
        if (measuring != null)
        {
            final MeasuredProgram measured = new MeasuredProgram(program, measuring, instances);
            explanations.forEach(explanation ->
                terminal.out().println(measured.text(explanation.structure().name(), explanation.costs())));
        }
        if (molecule == null)
        {
            program.reactors().forEach(reactor ->
                terminal.out().println(ReactorExplanation.of(reactor, nodes).text()));
        }
        if (picture != null)
        {
            Files.writeString(picture, explanations.get(0).svg(), StandardCharsets.UTF_8);
        }
        return explanations.stream().allMatch(MoleculeExplanation::isSound) ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
    }

    private List<MolecularStructure> chosen(final CheckedProgram program)
    {
        final List<String> names = program.molecules().stream().map(MolecularStructure::name).toList();
        if (molecule != null && program.molecule(molecule).isEmpty())
        {
            throw new UsageException("the program has no molecule '" + molecule + "'" +
                NearestName.suggest(molecule, names) +
                (names.isEmpty() ? "" : " (it has " + String.join(", ", names) + ")"));
        }
        if (picture != null && molecule == null && names.size() != 1)
        {
            throw new UsageException(
                "--svg draws one molecule, and the program has " + names.size() + "; choose one with --molecule");
        }
        return molecule == null ? program.molecules() : List.of(program.molecule(molecule).orElseThrow());
    }
}
