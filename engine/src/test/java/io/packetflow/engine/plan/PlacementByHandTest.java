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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementByHandTest
{
    private final Molecule chain = Molecule.named("M").resource("r", Object.class, arena -> "")
        .packet(Scripted.idle("a").build()).packet(Scripted.idle("b").build())
        .packet(Scripted.idle("c").uses("r").build()).packet(Scripted.idle("d", Element.BRANCH).uses("r").build())
        .ionic("a", "b", "c", "d").covalent("c", "d", "r").build();

    @Test
    void shouldNotFuseAroundAPacketOnAnotherNode()
    {
        final ReactorPlan plan = plan(PlanOptions.defaults().withPlacement("b", "other"));

        assertThat(plan.barriers()).containsExactly(
            "[a] waits for publication", "[b] waits for [[a]]", "[c, d] waits for [[b]]");
        assertThat(plan.nodes().stream().map(NodePlan::name)).containsExactly("df", "other");
        assertThat(plan.sequencingNode().stages()).containsExactly(0, 2);
        assertThat(plan.placement("b").reason()).isEqualTo("placed by hand on node other");
        assertThat(plan.placement("c").reason()).isEqualTo("one stage with d: they share a resource");
    }

    @Test
    void shouldTakeTheWholeStageAlong()
    {
        final ReactorPlan plan = plan(PlanOptions.defaults().withPlacement("d", "other"));

        assertThat(plan.barriers()).containsExactly(
            "[a, b] waits for publication", "[c, d] waits for [[a, b]]");
        assertThat(plan.placement("c").node()).isEqualTo(plan.placement("d").node());
    }

    @Test
    void shouldLeaveTheSequencingNodeToPublishWhereAllIsElsewhere()
    {
        final ReactorPlan plan =
            plan(PlanOptions.defaults().withPlacement("a", "x").withPlacement("b", "x").withPlacement("c", "x"));

        assertThat(plan.barriers()).containsExactly("[a, b, c, d] waits for publication");
        assertThat(plan.sequencingNode().stages()).isEmpty();
        assertThat(plan.nodes().get(1).name()).isEqualTo("x");
    }

    @Test
    void shouldRunANodeThatIsNamedAfterAGroupOnThatGroupsCore()
    {
        final ReactorPlan plan = plan(PlanOptions.defaults().withPlacement("b", "rm"));

        assertThat(plan.nodes().get(1).homes()).containsExactly(PeriodicGroup.RM);
        assertThat(plan.homes().stream().filter(home -> home.group() == PeriodicGroup.RM).findFirst().orElseThrow())
            .isEqualTo(new GroupHome(PeriodicGroup.RM, List.of(plan.nodes().get(1).cpu()), 0,
                "node rm runs b"));
    }

    @Test
    void shouldRefuseAPacketThatIsNotThere()
    {
        assertThatThrownBy(() -> plan(PlanOptions.defaults().withPlacement("e", "x")))
            .isInstanceOf(PlanException.class)
            .hasMessage("no plan for molecule M:\n" +
                "  - the unknown packet e is placed by hand on node x; correct its name");
    }

    @Test
    void shouldRefuseToTearAStageApart()
    {
        assertThatThrownBy(() -> plan(PlanOptions.defaults().withPlacement("c", "x").withPlacement("d", "y")))
            .isInstanceOf(PlanException.class)
            .hasMessage("no plan for molecule M:\n" +
                "  - covalent bonds demand one stage for c, d, but by hand they are placed on x (c), y (d); " +
                "choose one node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "\\u000a", "größe"})
    void shouldRefuseNamesOfNodesThatCodeCannotCarry(final String node)
    {
        assertThatThrownBy(() -> plan(PlanOptions.defaults().withPlacement("b", node)))
            .isInstanceOf(PlanException.class)
            .hasMessage("no plan for molecule M:\n  - packet b is placed by hand on node '" + node +
                "'; a node's name is a letter or digit, then letters, digits and any of _ . + -");
    }

    private ReactorPlan plan(final PlanOptions options)
    {
        return ReactorPlanner.plan(chain, options, CpuTopology.ofProcessors(16, "a test"));
    }
}
