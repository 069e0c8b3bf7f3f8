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
package io.packetflow.engine.language.judge;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.analysis.AnalysisReport;
import io.packetflow.engine.analysis.Subject;
import io.packetflow.engine.analysis.performance.TargetForecast;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. Finds targets of a program that no plan can keep, whatever the host. */
public final class TargetJudge
{
    private final HostCosts host;
    private final List<Diagnostic> found = new ArrayList<>();

    private TargetJudge(final HostCosts host)
    {
        this.host = host;
    }

    /**
     * Judges.
     *
     * @param program without errors
     * @param host costs of the engine's own steps
     * @return an error for each target that is out of reach
     */
    public static List<Diagnostic> judge(final CheckedProgram program, final HostCosts host)
    {
        final TargetJudge judge = new TargetJudge(host);
        program.declaredMolecules().stream().filter(molecule -> !molecule.structure().targets().isEmpty())
            .forEach(judge::judge);
        return List.copyOf(judge.found);
    }

    private void judge(final CheckedMolecule molecule)
    {
        final MolecularStructure structure = molecule.structure();
        AnalysisReport.of(Subject.of(structure, CostModel.declared(structure, host))).results().ifPresent(results ->
            results.performance().targets().stream().filter(TargetForecast::isUnattainable)
            .forEach(forecast -> report(molecule, forecast)));
    }

    private void report(final CheckedMolecule molecule, final TargetForecast forecast)
    {
        found.add(Diagnostic.of(DiagnosticCode.TARGET_UNATTAINABLE, molecule.source(),
            place(molecule.definition(), forecast.target().name().toString()).span(), forecast.target() +
            " is out of reach of every plan").expected("", forecast.working())
            .suggestion("lower one of these costs, or the target"));
    }

    private static SyntaxNode place(final Definition.Molecule definition, final String target)
    {
        final List<SyntaxNode> places = new ArrayList<>(List.of(definition.name()));
        definition.sections().forEach(section -> Children.visit(section, node ->
        {
            if (node instanceof Entry entry && entry.key().text().equals(target))
            {
                places.add(entry.value());
            }
        }));
        return places.get(places.size() - 1);
    }
}
