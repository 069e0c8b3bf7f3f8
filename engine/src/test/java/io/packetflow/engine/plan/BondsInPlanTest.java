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

import java.util.List;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

/** What each type of bond becomes in a plan. */
class BondsInPlanTest
{
    private static final PlanOptions APART = PlanOptions.defaults().withGrouping(Grouping.UNFUSED);

    @Test
    void shouldChangeTheBarriersWhereABondIsRemoved()
    {
        final Molecule diamond = diamond().build();
        final Molecule open = diamond.toBuilder().withoutBond("left", "join").build();

        assertThat(upstream(plan(diamond, APART))).containsExactly(List.of(), List.of(0), List.of(0), List.of(1, 2));
        assertThat(upstream(plan(open, APART))).containsExactly(List.of(), List.of(0), List.of(0), List.of(2));
        assertThat(plan(open, APART).barriers()).isNotEqualTo(plan(diamond, APART).barriers());
    }

    @Test
    void shouldWaitForPublicationWhereTheLastBondIsRemoved()
    {
        final Molecule chain = Molecule.named("M").packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b").build()).ionic("a", "b").build();

        assertThat(upstream(plan(chain, APART))).containsExactly(List.of(), List.of(0));
        assertThat(upstream(plan(chain.toBuilder().withoutBond("a", "b").build(), APART)))
            .containsExactly(List.of(), List.of());
    }

    @Test
    void shouldLeaveOutABarrierThatAnotherImplies()
    {
        final Molecule.Builder shortcut = diamond().ionic("head", "join");

        assertThat(upstream(plan(shortcut.build(), APART)))
            .containsExactly(List.of(), List.of(0), List.of(0), List.of(1, 2));
        assertThat(plan(shortcut.build(), APART).stages().get(3).ancestors()).containsExactly(0, 1, 2);
    }

    @Test
    void shouldPublishStopsOnlyWhereAnotherStageDependsOnThem()
    {
        final ReactorPlan apart = plan(diamond().build(), APART);
        final ReactorPlan fused = plan(diamond().build(), PlanOptions.defaults());

        assertThat(apart.stages().stream().map(StagePlan::publishesStops)).containsExactly(true, true, true, false);
        assertThat(fused.stages().stream().map(StagePlan::publishesStops)).containsExactly(false);
        assertThat(apart.ring().layout().areas().stream().map(area -> area.name())).contains("stops.2")
            .doesNotContain("stops.3");
    }

    @Test
    void shouldMakeOneStageOfCovalentPacketsAndAllBetweenThem()
    {
        final Molecule molecule = Molecule.named("M").resource("book", Object.class, arena -> "")
            .packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b", Element.BRANCH).uses("book").build())
            .packet(Scripted.idle("c").build())
            .packet(Scripted.idle("d", Element.BRANCH).uses("book").build())
            .ionic("a", "b", "c", "d").covalent("b", "d", "book").build();

        final ReactorPlan plan = plan(molecule, APART.withNodes(NodePolicy.NODE_PER_GROUP));

        assertThat(plan.barriers())
            .containsExactly("[a] waits for publication", "[b, c, d] waits for [[a]]");
        assertThat(plan.placement("b").reason()).isEqualTo("one stage with d: they share a resource");
        assertThat(plan.placement("c").node()).isEqualTo(plan.placement("b").node());
    }

    @Test
    void shouldLetMetallicPacketsMeetAtTheirNearestCommonSuccessor()
    {
        final Molecule molecule = diamond().packet(Scripted.idle("tail").build()).ionic("join", "tail")
            .metallic("left", "right").build();

        assertThat(plan(molecule, APART).wishes()).containsExactly(
            "left -> right (metallic): in parallel on two nodes, they meet at join");
        assertThat(plan(molecule, PlanOptions.defaults()).wishes()).containsExactly(
            "left -> right (metallic): any order on node df, they meet at join");
    }

    @Test
    void shouldLetMetallicPacketsWithoutCommonSuccessorMeetAtTheRelease()
    {
        final Molecule molecule = Molecule.named("M").packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b", Element.LOOP).build()).packet(Scripted.idle("c").build())
            .ionic("a", "c").metallic("a", "b").build();

        final ReactorPlan plan = plan(molecule, APART);

        assertThat(plan.wishes())
            .containsExactly("a -> b (metallic): in parallel on two nodes, they meet at the release of the slot");
        assertThat(upstream(plan)).containsExactly(List.of(), List.of(), List.of(0));
    }

    @Test
    void shouldGrantAWishOnlyWhereTheGroupingDoesSoAnyway()
    {
        final Molecule molecule = Molecule.named("M").packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b", Element.LOOP).build()).vanDerWaals("a", "b").build();
        final Molecule without = molecule.toBuilder().withoutBond("a", "b").build();

        assertThat(plan(molecule, PlanOptions.defaults()).wishes())
            .containsExactly("a -> b (van der Waals): granted, both on node df");
        assertThat(plan(molecule, APART).wishes())
            .containsExactly("a -> b (van der Waals): refused, the grouping puts them on different nodes");
        assertThat(plan(molecule, APART).stages()).isEqualTo(plan(without, APART).stages());
    }

    private static Molecule.Builder diamond()
    {
        return Molecule.named("M").packet(Scripted.idle("head").build())
            .packet(Scripted.idle("left").build()).packet(Scripted.idle("right", Element.LOOP).build())
            .packet(Scripted.idle("join").build())
            .ionic("head", "left", "join").ionic("head", "right", "join");
    }

    private static List<List<Integer>> upstream(final ReactorPlan plan)
    {
        return plan.stages().stream().map(StagePlan::upstream).toList();
    }

    private static ReactorPlan plan(final Molecule molecule, final PlanOptions options)
    {
        return ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(8, "a test"));
    }
}
