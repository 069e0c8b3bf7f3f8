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
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest
{
    /** Three groups along one chain: DF, DF, CF, ED. */
    private final Molecule chain = Molecule.named("Chain")
        .packet(Scripted.idle("parse").build()).packet(Scripted.idle("enrich").build())
        .packet(Scripted.idle("decide", Element.BRANCH).build())
        .packet(Scripted.idle("check", Element.THRESHOLD).trigger(Trigger.always()).build())
        .ionic("parse", "enrich", "decide", "check").build();

    @ParameterizedTest
    @CsvSource({
        "FUSED, AUTO, 'df'",
        "FUSED, ONE_NODE, 'df'",
        "FUSED, TWO_NODES, 'ingress, df'",
        "FUSED, NODE_PER_GROUP, 'df, cf, ed'",
        "STRICT, AUTO, 'df, cf, ed'",
        "STRICT, ONE_NODE, 'df'",
        "STRICT, TWO_NODES, 'df, cf+ed'",
        "STRICT, NODE_PER_GROUP, 'df, cf, ed'",
        "UNFUSED, AUTO, 'df, cf, ed'",
        "UNFUSED, TWO_NODES, 'df, cf+ed'"})
    void shouldNameNodesAfterTheGroupsWhoseCoreTheyAre(
        final Grouping grouping, final NodePolicy nodes, final String names)
    {
        final ReactorPlan plan = plan(grouping, nodes, 8);

        assertThat(String.join(", ", plan.nodes().stream().map(NodePlan::name).toList())).isEqualTo(names);
        assertThat(plan.nodes().stream().filter(NodePlan::sequencing)).containsExactly(plan.sequencingNode());
        assertThat(plan.crossesNodes()).isEqualTo(names.contains(","));
    }

    @Test
    void shouldFuseAChainIntoOneStage()
    {
        assertThat(plan(Grouping.FUSED, NodePolicy.AUTO, 8).barriers())
            .containsExactly("[parse, enrich, decide, check] waits for publication");
    }

    @Test
    void shouldKeepTheIngressApartFromAFusedMolecule()
    {
        final ReactorPlan plan = plan(Grouping.FUSED, NodePolicy.TWO_NODES, 8);

        assertThat(plan.barriers()).containsExactly("[parse, enrich, decide, check] waits for publication");
        assertThat(plan.sequencingNode().stages()).isEmpty();
        assertThat(plan.placement("check").node()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ONE_NODE", "TWO_NODES", "NODE_PER_GROUP"})
    void shouldNeverFuseAcrossGroupsWhereGroupingIsStrict(final NodePolicy nodes)
    {
        assertThat(plan(Grouping.STRICT, nodes, 8).barriers()).containsExactly(
            "[parse, enrich] waits for publication",
            "[decide] waits for [[parse, enrich]]",
            "[check] waits for [[decide]]");
    }

    @ParameterizedTest
    @CsvSource({"ONE_NODE", "TWO_NODES", "NODE_PER_GROUP"})
    void shouldFuseNothingWhereGroupingIsUnfused(final NodePolicy nodes)
    {
        assertThat(plan(Grouping.UNFUSED, nodes, 8).barriers()).containsExactly(
            "[parse] waits for publication", "[enrich] waits for [[parse]]",
            "[decide] waits for [[enrich]]", "[check] waits for [[decide]]");
    }

    @ParameterizedTest
    @CsvSource({"1, 'df'", "2, 'df, cf+ed'", "3, 'df, cf, ed'", "4, 'df, cf, ed'", "64, 'df, cf, ed'"})
    void shouldSpreadGroupsAsFarAsTheHostHasCores(final int cores, final String names)
    {
        final ReactorPlan plan = plan(Grouping.STRICT, NodePolicy.AUTO, cores);

        assertThat(String.join(", ", plan.nodes().stream().map(NodePlan::name).toList())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "5, 4", "6, 5", "7, 6", "8, 6"})
    void shouldLeaveACoreToHousekeepingOnLargeHosts(final int cores, final int nodes)
    {
        final Molecule six = Molecule.named("Six").resource("r", Object.class, arena -> "")
            .packet(Scripted.idle("df").build()).packet(Scripted.idle("cf", Element.LOOP).build())
            .packet(Scripted.idle("ed", Element.TIMER).trigger(Trigger.always()).build())
            .packet(Scripted.idle("co", Element.GATHER).participants("df", "cf").build())
            .packet(Scripted.idle("mc", Element.ADAPT).build())
            .packet(Scripted.idle("rm", Element.CACHE).uses("r").build())
            .ionic("df", "cf", "ed", "co", "mc", "rm").build();

        final ReactorPlan plan = ReactorPlanner.plan(
            six, PlanOptions.defaults().withGrouping(Grouping.STRICT), CpuTopology.ofProcessors(cores, "a test"));

        assertThat(plan.nodes()).hasSize(nodes);
        assertThat(plan.stages()).hasSize(6);
        assertThat(plan.nodes().stream().map(NodePlan::cpu)).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayWhyEachPacketRunsWhereItRuns()
    {
        final ReactorPlan fused = plan(Grouping.FUSED, NodePolicy.AUTO, 8);
        final ReactorPlan strict = plan(Grouping.STRICT, NodePolicy.AUTO, 8);
        final ReactorPlan unfused = plan(Grouping.UNFUSED, NodePolicy.AUTO, 8);
        final ReactorPlan apart = plan(Grouping.FUSED, NodePolicy.TWO_NODES, 8);

        assertThat(reasons(fused)).containsExactly(
            "head of the molecule: runs to completion where instances are sequenced",
            "fused behind parse: a direct call instead of a hop between cores",
            "fused behind enrich: a direct call instead of a hop between cores",
            "fused behind decide: a direct call instead of a hop between cores");
        assertThat(reasons(strict)).contains(
            "own stage: strict grouping forbids fusing CF across groups",
            "own stage: strict grouping forbids fusing ED across groups");
        assertThat(reasons(unfused)).endsWith("own stage: nothing is fused", "own stage: nothing is fused");
        assertThat(reasons(apart)).startsWith(
            "head of the molecule: its stage runs on its group's core, the ingress apart");
    }

    private static List<String> reasons(final ReactorPlan plan)
    {
        return plan.placements().stream().map(PacketPlacement::reason).toList();
    }

    private ReactorPlan plan(final Grouping grouping, final NodePolicy nodes, final int cores)
    {
        return ReactorPlanner.plan(chain, PlanOptions.defaults().withGrouping(grouping).withNodes(nodes),
            CpuTopology.ofProcessors(cores, "a test"));
    }
}
