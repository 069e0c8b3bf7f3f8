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
package io.packetflow.engine.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.analysis.contract.ContractCheck;
import io.packetflow.engine.analysis.fault.ByzantineBound;
import io.packetflow.engine.analysis.fault.Resilience;
import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.analysis.performance.PerformanceAnalysis;
import io.packetflow.engine.analysis.resource.Placement;
import io.packetflow.engine.analysis.resource.ResourceSafety;
import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Everything that can be said of a molecule before it runs. Equal subjects give equal reports and equal
 * texts.
 *
 * @param subject that was analysed
 * @param results of the analyses; empty where the structure is too broken for any, as the findings say
 * @param findings the worst first, then by analysis
 */
public record AnalysisReport(Subject subject, Optional<Results> results, List<Finding> findings)
{
    /**
     * What the analyses found.
     *
     * @param order that the bonds imply (F1)
     * @param resources whether packets can deadlock or use one resource at once (F2)
     * @param performance execution time and throughput (F3)
     * @param resilience against packets that stop (F4)
     * @param consensus bounds of those that declare faults (F5)
     * @param contracts whether they compose (F6)
     */
    public record Results(CausalOrder order, ResourceSafety resources, PerformanceAnalysis performance,
        Resilience resilience, List<ByzantineBound> consensus, ContractCheck contracts)
    {
        /** Copies the list. */
        public Results
        {
            consensus = List.copyOf(consensus);
        }
    }

    /** Copies the list. */
    public AnalysisReport
    {
        findings = List.copyOf(findings);
    }

    /**
     * Analyses.
     *
     * @param subject to analyse
     * @return the report
     */
    public static AnalysisReport of(final Subject subject)
    {
        final MolecularStructure structure = subject.structure();
        final List<Finding> findings = new ArrayList<>(StructureFindings.of(structure));
        final boolean isBroken = findings.stream().anyMatch(finding -> finding.rule() != Rule.BOND_ENDS);
        if (isBroken)
        {
            return new AnalysisReport(subject, Optional.empty(), findings);
        }
        final CausalOrder order = CausalOrder.of(structure);
        final Separation separation = Separation.of(structure, subject.byHand());
        final Results results = results(subject, order, separation);
        findings.addAll(StructureFindings.ofMetallic(structure, order));
        findings.addAll(
            ResourceFindings.of(results.resources(), order, separation, subject.plan().isPresent()));
        findings.addAll(PerformanceFindings.of(structure, subject.costs(), results.performance()));
        findings.addAll(FaultFindings.of(structure, results.resilience(), results.consensus()));
        findings.addAll(ContractFindings.of(structure, results.contracts()));
        findings.sort(Comparator.comparing(Finding::severity));
        return new AnalysisReport(subject, Optional.of(results), findings);
    }

    private static Results results(final Subject subject, final CausalOrder order, final Separation separation)
    {
        final MolecularStructure structure = subject.structure();
        return new Results(order,
            ResourceSafety.of(structure, order,
            subject.plan().map(Placement::of).orElseGet(() -> Placement.apart(order)), separation),
            PerformanceAnalysis.of(
            structure, order, subject.costs(), subject.plan().map(Deployment::of), subject.outputs()),
            Resilience.of(order), ByzantineBound.of(structure, order), ContractCheck.of(structure, order));
    }

    /** Returns whether nothing that was found is an error. */
    public boolean isSound()
    {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /**
     * Returns the findings of one rule.
     *
     * @param rule that they are about
     * @return findings in their order
     */
    public List<Finding> of(final Rule rule)
    {
        return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    /** Returns the report as text of several lines. */
    @Override
    public String toString()
    {
        return ReportPicture.of(this);
    }
}
