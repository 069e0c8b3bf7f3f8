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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.analysis.AnalysisReport;
import io.packetflow.engine.analysis.BudgetPicture;
import io.packetflow.engine.analysis.Severity;
import io.packetflow.engine.analysis.Subject;
import io.packetflow.engine.analysis.performance.DeploymentPerformance;
import io.packetflow.engine.chemistry.ChemistryReport;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.optimizer.Optimisation;
import io.packetflow.engine.optimizer.Optimiser;
import io.packetflow.engine.optimizer.OptimiserOptions;
import io.packetflow.engine.picture.MoleculePicture;

/**
 * Cold path. One molecule explained: what the analyses find, what the chemistry computes, a picture.
 *
 * @param structure of the molecule
 * @param costs declared or assumed
 * @param analysis what can be said before it runs
 * @param chemistry properties and predictions
 * @param optimisation steps, and the placement after them
 */
record MoleculeExplanation(MolecularStructure structure, CostModel costs, AnalysisReport analysis,
    ChemistryReport chemistry, Optimisation optimisation)
{
    static MoleculeExplanation of(final MolecularStructure structure, final HostCosts host, final int nodes)
    {
        final CostModel costs = CostModel.declared(structure, host);
        return new MoleculeExplanation(structure, costs, AnalysisReport.of(Subject.of(structure, costs)),
            ChemistryReport.of(structure, costs, nodes),
            Optimiser.optimise(structure, costs, OptimiserOptions.onNodes(nodes)));
    }

    /** Returns whether the analysis finds no error. */
    boolean isSound()
    {
        return analysis.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    String text()
    {
        final DeploymentPerformance optimised =
            DeploymentPerformance.of(optimisation.deployment(), optimisation.structure(), costs);
        return String.join(System.lineSeparator(), analysis.toString(), chemistry.toString(),
            optimisation.toString(), BudgetPicture.of(optimised));
    }

    String svg()
    {
        final Map<String, String> notes = new HashMap<>();
        for (final String name : structure.names())
        {
            final PacketCost cost = costs.packet(name);
            notes.put(name, String.format(Locale.ROOT, "%,.0f ns %s", cost.baseNanos(), cost.origin()));
        }
        final List<String> criticalPath = analysis.results()
            .map(results -> results.performance().judged().critical().packets()).orElse(List.of());
        return MoleculePicture.svg(structure, notes, criticalPath);
    }
}
