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

import java.util.stream.Collectors;

import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.run.InputGenerator;
import io.packetflow.engine.language.run.InputTable;
import io.packetflow.engine.language.run.ProgramSource;
import io.packetflow.engine.measured.MeasuredBudget;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.ReactorContext;

/**
 * Cold path. Measures a molecule of a program with generated inputs, where all its packets have code; of others it says
 * why they are not measured. A Journal is left out, as it is no stage.
 */
final class MeasuredProgram
{
    private static final int DIFFERENT_INSTANCES = 1 << 12;
    private static final long SEED = 1;
    private static final int ROUNDS = 3;

    private final CheckedProgram program;
    private final ReactorSettings settings;
    private final long instances;

    /**
     * Prepares.
     *
     * @param program without errors
     * @param settings that say where compiled packets are kept
     * @param instances of a round
     */
    MeasuredProgram(final CheckedProgram program, final ReactorSettings settings, final long instances)
    {
        this.program = program;
        this.settings = settings;
        this.instances = instances;
    }

    /** Returns what was measured beside what was predicted, or why nothing was, as text of some lines. */
    String text(final String name, final CostModel costs)
    {
        final CheckedMolecule declared = program.declaredMolecule(name).orElseThrow();
        if (declared.inputs().isEmpty())
        {
            return "Not measured: " + name + " declares no inputs, so nothing can be sent to it; add " +
                "inputs: %{kind: %{field: :int64}}" + System.lineSeparator();
        }
        final ProgramBuild build = ProgramBuild.of(program, name, ProgramHost.builder()
            .codeDirectory(settings.value(ReactorKeys.CODE_CACHE_DIR)).leaveOut(JournalPacket.NAME).build());
        if (build.molecule().isEmpty())
        {
            return "Not measured: not all packets of " + name + " have code:" + System.lineSeparator() +
                build.diagnostics().stream().map(Diagnostic::message).collect(
                Collectors.joining(System.lineSeparator())).indent(2);
        }
        final InputTable table = InputGenerator.generate(declared.inputs(), DIFFERENT_INSTANCES, SEED);
        return MeasuredBudget.measure(
            build.molecule().get(), molecule -> context(molecule, build, table), costs, ROUNDS).toString();
    }

    private ReactorContext context(final Molecule molecule, final ProgramBuild build, final InputTable table)
    {
        final ReactorContext context = new ReactorContext().molecule(molecule)
            .source("input", ProgramSource.class, warmUp -> new ProgramSource(table, instances, 0));
        build.backEdges().forEach(context::backEdge);
        return context;
    }
}
