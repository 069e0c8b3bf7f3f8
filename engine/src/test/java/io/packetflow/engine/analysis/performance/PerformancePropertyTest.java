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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.molecule.MolecularStructure;

/** Theorems 6.4 and 6.5 over random structures, costs and placements. */
class PerformancePropertyTest
{
    private static final double ROUNDING = 1e-6;

    private Random random;
    private MolecularStructure structure;
    private CausalOrder order;
    private CostModel costs;

    @Test
    void executionTimeLiesBetweenTheLongestPacketAndTheSumWithOverhead()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            begin(seed);
            for (final Deployment deployment : deployments())
            {
                final DeploymentPerformance performance = DeploymentPerformance.of(deployment, structure, costs);
                final String place = "seed " + seed + " " + deployment;
                assertThat(performance.predictedNanos()).as(place)
                    .isGreaterThanOrEqualTo(performance.lowerBoundNanos())
                    .isLessThanOrEqualTo(performance.expectedNanos() + ROUNDING)
                    .isCloseTo(performance.critical().totalNanos(), offset(ROUNDING));
                assertThat(performance.expectedNanos()).as(place)
                    .isLessThanOrEqualTo(performance.upperBoundNanos() + ROUNDING);
            }
        }
    }

    @Test
    void noPlacementIsFasterThanTheFloor()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            begin(seed);
            for (final Deployment deployment : deployments())
            {
                final Schedule schedule = Schedule.of(deployment, costs);
                for (final String end : order.packets())
                {
                    assertThat(CriticalPath.to(List.of(end), schedule, costs).totalNanos())
                        .as("seed %d %s in %s", seed, end, deployment)
                        .isGreaterThanOrEqualTo(LatencyFloor.to(end, order, costs, false).totalNanos() - ROUNDING);
                }
            }
        }
    }

    @Test
    void noPlacementTakesMoreThanTheScalingBound()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            begin(seed);
            final Scaling scaling = Scaling.of(order, costs);
            for (final Deployment deployment : deployments())
            {
                final int nodes = deployment.nodes().size();
                assertThat(Throughput.of(deployment, costs).perSecond()).as("seed %d %s", seed, deployment)
                    .isLessThanOrEqualTo(scaling.perSecond(nodes) * (1 + ROUNDING));
                assertThat(scaling.perSecond(nodes)).isLessThanOrEqualTo(scaling.perSecond(nodes + 1))
                    .isLessThanOrEqualTo(nodes * scaling.perSecond(1)).isLessThanOrEqualTo(scaling.limitPerSecond());
            }
        }
    }

    @Test
    void everyStageBeginsAfterWhatItWaitsForAndNoNodeDoesTwoThingsAtOnce()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            begin(seed);
            for (final Deployment deployment : deployments())
            {
                final Schedule schedule = Schedule.of(deployment, costs);
                for (final StageBudget stage : schedule.stages())
                {
                    deployment.stages().get(stage.stage()).upstream().forEach(other ->
                        assertThat(schedule.stages().get(other).endNanos()).isLessThanOrEqualTo(stage.startNanos()));
                    schedule.stages().stream().filter(other -> other.node().equals(stage.node()))
                        .filter(other -> other.stage() != stage.stage())
                        .forEach(other -> assertThat(other.endNanos() <= stage.startNanos() ||
                            stage.endNanos() <= other.startNanos()).as("seed " + stage + other).isTrue());
                }
            }
        }
    }

    private void begin(final int seed)
    {
        random = new Random(seed);
        structure = AnalysisStructures.acyclic(random, 10);
        order = CausalOrder.of(structure);
        costs = AnalysisStructures.costs(structure, random);
    }

    private List<Deployment> deployments()
    {
        final List<Deployment.Node> nodes = new ArrayList<>();
        for (int node = random.nextInt(4); node >= 0; node--)
        {
            nodes.add(new Deployment.Node("n" + node, random.nextInt(2)));
        }
        return List.of(Deployment.fused(order), Deployment.ideal(order), Deployment.unfused("random", order, nodes,
            packet -> Math.floorMod(packet.hashCode() * 31, nodes.size())));
    }
}
