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
package io.packetflow.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.layout.record.MoleculeLayout;
import io.packetflow.layout.record.PlacedArea;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every molecule, however it is grouped and placed. */
class PlanPropertyTest
{
    private static final int PLANS_EACH = 4;

    private Molecule molecule;
    private ReactorPlan plan;

    private static LongStream seeds()
    {
        return LongStream.range(0, 250);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldHoldForRandomMoleculesAndPlans(final long seed)
    {
        molecule = RandomMolecules.of(seed).molecule();
        final Random random = new Random(seed);
        for (int i = 0; i < PLANS_EACH; i++)
        {
            final PlanOptions options = RandomPlans.options(random, molecule);
            plan = ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(16, "a test"));

            assertStructure();
            assertBonds();
            assertLayout();
            assertGrouping();
            assertSame(options);
        }
    }

    private void assertStructure()
    {
        final List<String> staged = plan.stages().stream().flatMap(stage -> stage.packets().stream()).toList();
        assertThat(staged).hasSameSizeAs(molecule.packets()).doesNotHaveDuplicates();
        for (final StagePlan stage : plan.stages())
        {
            assertThat(plan.stages().get(stage.index())).isSameAs(stage);
            assertThat(stage.upstream()).allMatch(upstream -> upstream < stage.index());
            assertThat(plan.nodes().get(stage.node()).stages()).contains(stage.index());
            final List<String> ordered = new BondGraph(molecule).order().stream()
                .filter(stage.packets()::contains).toList();
            assertThat(stage.packets()).isEqualTo(ordered);
        }
        for (final PacketPlacement placement : plan.placements())
        {
            assertThat(plan.stages().get(placement.stage()).packets()).contains(placement.packet().name());
            assertThat(placement.reason()).isNotBlank();
        }
    }

    private void assertBonds()
    {
        for (final Bond bond : molecule.bonds())
        {
            final StagePlan from = plan.stages().get(plan.placement(bond.from()).stage());
            final StagePlan to = plan.stages().get(plan.placement(bond.to()).stage());
            if (bond.type() == BondType.COVALENT)
            {
                assertThat(from).isSameAs(to);
            }
            else if (bond.type() == BondType.IONIC && from.index() == to.index())
            {
                assertThat(from.packets().indexOf(bond.from())).isLessThan(from.packets().indexOf(bond.to()));
            }
            else if (bond.type() == BondType.IONIC)
            {
                assertThat(waitsFor(to, from.index())).as("%s in %s", bond, plan.barriers()).isTrue();
                assertThat(to.ancestors()).contains(from.index());
                assertThat(from.publishesStops()).isTrue();
            }
        }
    }

    private boolean waitsFor(final StagePlan stage, final int other)
    {
        return stage.upstream().stream()
            .anyMatch(upstream -> upstream == other || waitsFor(plan.stages().get(upstream), other));
    }

    private void assertLayout()
    {
        final MoleculeLayout layout = plan.ring().layout();
        final Map<Integer, Integer> writerOfPair = new HashMap<>();
        for (final PlacedArea area : layout.areas())
        {
            for (int at = area.offset(); at < area.end(); at++)
            {
                assertThat(writerOfPair.putIfAbsent(at / MoleculeLayout.PAIR_BYTES, area.writer()))
                    .isIn(null, area.writer());
            }
        }
        assertThat(plan.nodes().size() == 1 || layout.writers().size() == 1 ||
            layout.strideBytes() % MoleculeLayout.PAIR_BYTES == 0).isTrue();
        molecule.packets().stream().filter(packet -> packet.area().isPresent()).forEach(packet ->
            assertThat(layout.area(packet.name()).writer()).isEqualTo(plan.placement(packet.name()).node()));
    }

    private void assertGrouping()
    {
        for (final StagePlan stage : plan.stages())
        {
            final Set<PeriodicGroup> groups = stage.packets().stream()
                .map(name -> molecule.packet(name).orElseThrow().group()).collect(Collectors.toSet());
            if (plan.options().grouping() == Grouping.STRICT)
            {
                assertThat(groups).hasSize(1);
            }
            else if (plan.options().grouping() == Grouping.UNFUSED)
            {
                assertThat(new BondGraph(molecule).stages()).contains(Set.copyOf(stage.packets()));
            }
        }
    }

    /** A plan is a pure function: the same input gives an equal plan, and the same picture of it. */
    private void assertSame(final PlanOptions options)
    {
        final ReactorPlan again =
            ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(16, "a test"));
        assertThat(again).isEqualTo(plan);
        assertThat(again).hasToString(plan.toString());
    }
}
