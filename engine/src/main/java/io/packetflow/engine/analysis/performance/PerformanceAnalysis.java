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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Execution time and throughput of a molecule (thesis section 6.2): on one core, on as many as it has units,
 * and in its plan, if it has one.
 *
 * @param fused everything on one core
 * @param ideal every unit on a core of its own
 * @param planned by the plan, empty where there is none
 * @param scaling with the number of nodes
 * @param targets against the plan, or the faster of the other two where there is none
 */
public record PerformanceAnalysis(DeploymentPerformance fused, DeploymentPerformance ideal,
    Optional<DeploymentPerformance> planned, Scaling scaling, List<TargetForecast> targets)
{
    /**
     * Property of a packet: the name of the target that speaks of it. A tick-to-trade ends with it, a risk check is its
     * work, an order rate counts how often it fires. Where no packet has it, a tick-to-trade and an order rate speak of
     * the outputs, or of the sinks where those are not known.
     */
    public static final String MEASURES = "measures";

    /** Copies the list. */
    public PerformanceAnalysis
    {
        targets = List.copyOf(targets);
    }

    /**
     * Predicts.
     *
     * @param structure of a molecule with at least one packet
     * @param order that its bonds imply
     * @param costs of its packets and of the host
     * @param plan its deployment, if it is planned
     * @param outputs packets that speak to the outside, none if that is not known
     * @return what is to be expected
     */
    public static PerformanceAnalysis of(final MolecularStructure structure, final CausalOrder order,
        final CostModel costs, final Optional<Deployment> plan, final Set<String> outputs)
    {
        final DeploymentPerformance fused = DeploymentPerformance.of(Deployment.fused(order), structure, costs);
        final DeploymentPerformance ideal = DeploymentPerformance.of(Deployment.ideal(order), structure, costs);
        final Optional<DeploymentPerformance> planned =
            plan.map(deployment -> DeploymentPerformance.of(deployment, structure, costs));
        final DeploymentPerformance judged = planned.orElse(faster(fused, ideal));
        return new PerformanceAnalysis(fused, ideal, planned, Scaling.of(order, costs),
            new TargetForecasts(structure, order, costs, outputs, judged).all());
    }

    /** Returns what was predicted, the plan last. */
    public List<DeploymentPerformance> all()
    {
        final List<DeploymentPerformance> all = new ArrayList<>(List.of(fused, ideal));
        planned.ifPresent(all::add);
        return all;
    }

    /** Returns the plan's prediction, or the faster of the other two where there is no plan. */
    public DeploymentPerformance judged()
    {
        return planned.orElse(faster(fused, ideal));
    }

    private static DeploymentPerformance faster(final DeploymentPerformance fused, final DeploymentPerformance ideal)
    {
        return ideal.predictedNanos() < fused.predictedNanos() ? ideal : fused;
    }
}
