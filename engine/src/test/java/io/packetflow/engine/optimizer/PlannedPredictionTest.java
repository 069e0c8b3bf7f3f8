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
package io.packetflow.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.performance.CriticalPath;
import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.analysis.performance.Schedule;
import io.packetflow.engine.analysis.performance.Throughput;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;

import org.junit.jupiter.api.Test;

/** What the optimiser predicts is what the analysis says of the plan that the planner makes of its placement. */
class PlannedPredictionTest
{
    private static final int CASES = 200;
    private static final CpuTopology TOPOLOGY = CpuTopology.ofProcessors(16, "a test");

    @Test
    void shouldPredictWhatTheAnalysisSaysOfThePlan()
    {
        int moved = 0;
        for (long seed = 0; seed < CASES; seed++)
        {
            final Random random = new Random(seed);
            final Molecule molecule = RandomMolecules.of(seed).molecule();
            final CostModel costs = AnalysisStructures.costs(molecule.structure(), random);
            final Goal goal = random.nextBoolean() ? Goal.LATENCY : Goal.THROUGHPUT;
            final Optimisation optimisation = Optimiser.optimise(
                molecule, costs, OptimiserOptions.onNodes(1 + random.nextInt(5)).withGoal(goal));

            final ReactorPlan before = plan(molecule, optimisation.planOptionsBefore(base()));
            final ReactorPlan after = plan(optimisation.apply(molecule), optimisation.planOptions(base()));
            assertSame("before " + seed, before, costs, optimisation.before());
            assertSame("after " + seed, after, costs, optimisation.after());
            assertThat(Deployment.of(after).stages()).extracting(Deployment.Stage::packets)
                .as("seed %d", seed).isEqualTo(
                optimisation.deployment().stages().stream().map(Deployment.Stage::packets).toList());
            moved += after.nodes().size() > 1 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(10);
    }

    private static PlanOptions base()
    {
        return PlanOptions.defaults().withSharing(true);
    }

    private static ReactorPlan plan(final Molecule molecule, final PlanOptions options)
    {
        return ReactorPlanner.plan(molecule, options, TOPOLOGY);
    }

    private static void assertSame(
        final String what, final ReactorPlan plan, final CostModel costs, final Prediction predicted)
    {
        final Deployment deployment = Deployment.of(plan);
        final CriticalPath path = CriticalPath.to(ends(plan.molecule()), Schedule.of(deployment, costs), costs);
        assertThat(predicted.latencyNanos()).as(what).isCloseTo(path.totalNanos(), within(1e-6));
        assertThat(predicted.throughputPerSecond()).as(what)
            .isCloseTo(Throughput.of(deployment, costs).perSecond(), within(1e-3));
    }

    private static Set<String> ends(final Molecule molecule)
    {
        final Set<String> outputs =
            molecule.packets().stream().filter(Packet::isOutput).map(Packet::name).collect(Collectors.toSet());
        return outputs.isEmpty() ? Set.copyOf(CausalOrder.of(molecule.structure()).sinks()) : outputs;
    }

    @Test
    void shouldApplyToTheMoleculeThatWasOptimisedAlone()
    {
        final Molecule molecule = RandomMolecules.of(3).molecule();
        final Molecule other = RandomMolecules.of(4).molecule();
        final Optimisation optimisation = Optimiser.optimise(molecule,
            AnalysisStructures.costs(molecule.structure(), new Random(1)), OptimiserOptions.onNodes(2));

        assertThat(optimisation.apply(molecule).structure()).isEqualTo(optimisation.structure());
        assertThatThrownBy(() -> optimisation.apply(other)).isInstanceOf(ChemistryException.class)
            .hasMessageContaining("another structure was optimised, " + molecule.name())
            .hasMessageContaining("optimise this molecule");
    }

    @Test
    void shouldLayTheAreasFirstThatAreToBePacked()
    {
        final Molecule molecule = RandomMolecules.of(11).molecule();
        final List<String> areas = molecule.packets().stream().filter(packet -> packet.area().isPresent())
            .map(Packet::name).toList();
        final String last = areas.get(areas.size() - 1);
        final ReactorPlan plan = plan(molecule, base().withPacking(List.of(last)));

        assertThat(plan.ring().layout().offset(last)).isEqualTo(plan.ring().layout().area(
            ReactorPlan.HEADER_AREA).size());
        assertThatThrownBy(() -> plan(molecule, base().withPacking(List.of("Nobody"))))
            .hasMessageContaining("the area of the unknown packet Nobody is to lie first in the slot");
        assertThatThrownBy(() -> plan(molecule, base().withPacking(List.of(last, last))))
            .hasMessageContaining("name each packet once");
    }
}
