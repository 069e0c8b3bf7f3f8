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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.CapturedTopology;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.SixGroups;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.ringbuffers.pressure.BackPressure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan asks of the host, and what it refuses. */
class HostPlanTest
{
    private static final PlanOptions FUSED = PlanOptions.defaults();
    private static final PlanOptions STRICT = FUSED.withGrouping(Grouping.STRICT);

    private final Molecule six = SixGroups.molecule();

    @ParameterizedTest
    @ValueSource(strings = {"interleaved", "socket-major", "nosmt", "snc2"})
    void shouldGiveEveryGroupCoresOfItsOwnOnTheDual8380(final String numbering) throws Exception
    {
        final CpuTopology host = CapturedTopology.read(numbering);
        for (final PlanOptions options : List.of(FUSED, STRICT, FUSED.withGrouping(Grouping.UNFUSED)))
        {
            final ReactorPlan plan = ReactorPlanner.plan(six, options, host);

            final List<Integer> cpus = new ArrayList<>();
            plan.homes().forEach(home -> cpus.addAll(home.cpus()));
            assertThat(plan.homes().stream().map(GroupHome::group).toList()).isEqualTo(PeriodicGroup.byReactivity());
            assertThat(plan.homes()).allMatch(home -> home.cpus().size() == 1);
            assertThat(cpus.stream().map(cpu -> host.cpu(cpu).orElseThrow().core())).doesNotHaveDuplicates();
            assertThat(plan.cores().check(host)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interleaved", "socket-major", "nosmt", "snc2"})
    void shouldKeepTheAncestorsOfTheOutputOnOneSocketAndTheRestOnTheOther(final String numbering) throws Exception
    {
        final CpuTopology host = CapturedTopology.read(numbering);

        final ReactorPlan plan = ReactorPlanner.plan(six, STRICT, host);

        final int socket = socketOf(plan, host, "df");
        for (final String critical : List.of("cf", "ed", "rm"))
        {
            assertThat(socketOf(plan, host, critical)).as(critical).isEqualTo(socket);
        }
        for (final String other : List.of("co", "mc"))
        {
            assertThat(socketOf(plan, host, other)).as(other).isNotEqualTo(socket);
        }
        assertThat(plan.ring().numaNode())
            .isEqualTo(host.cpu(plan.sequencingNode().cpu()).orElseThrow().numaNode());
    }

    @Test
    void shouldSayWhichCoresStayIdle() throws Exception
    {
        final ReactorPlan plan = ReactorPlanner.plan(six, FUSED, CapturedTopology.read("interleaved"));

        assertThat(plan.homes().stream().map(home -> home.group() + " " + home.use())).containsExactly(
            "ED idle: check is fused onto another group's core",
            "DF node df runs parse+decide+check+keep+send+agree+adapt",
            "CF idle: decide is fused onto another group's core",
            "RM idle: keep is fused onto another group's core",
            "CO idle: agree is fused onto another group's core",
            "MC idle: adapt is fused onto another group's core");
    }

    @Test
    void shouldTellGroupsWithoutCoresOfTheirOwnOnASmallHost()
    {
        final Molecule small = Molecule.named("M").packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b", Element.LOOP).build()).packet(Scripted.idle("c", Element.LOOP).build()).build();

        final ReactorPlan plan = ReactorPlanner.plan(small, FUSED, host(2));

        assertThat(plan.homes()).contains(
            new GroupHome(PeriodicGroup.DF, List.of(1), 0, "node df runs a+b+c"),
            new GroupHome(PeriodicGroup.CF, List.of(), -1,
                "no core of its own: b, c are fused onto another group's core"),
            new GroupHome(PeriodicGroup.MC, List.of(), -1,
                "no core of its own: the molecule has no packet of this group"));
    }

    @Test
    void shouldRefuseMoreNodesThanCores()
    {
        assertThatThrownBy(() -> ReactorPlanner.plan(six, FUSED.withNodes(NodePolicy.TWO_NODES), host(1)))
            .isInstanceOf(CorePlanException.class)
            .hasMessageContaining("a physical core for each of 2 spinning nodes is wanted, there are 1 cores")
            .hasMessageContaining("fuse nodes, give the process more CPUs, or allow sharing");
        assertThatThrownBy(() -> ReactorPlanner.plan(six, STRICT.withNodes(NodePolicy.NODE_PER_GROUP), host(5)))
            .isInstanceOf(CorePlanException.class)
            .hasMessageContaining("a physical core for each of 6 spinning nodes is wanted");
    }

    @Test
    void shouldLetNodesShareCoresWhereThatIsAllowed()
    {
        final ReactorPlan plan = ReactorPlanner.plan(
            six, STRICT.withNodes(NodePolicy.NODE_PER_GROUP).withSharing(true), host(2));

        assertThat(plan.nodes()).hasSize(6);
        assertThat(plan.cores().assignments()).filteredOn(CoreAssignment::spinning).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldRefuseCovalentBondsAcrossGroupsWhereGroupingIsStrict()
    {
        final Molecule covalent = Molecule.named("M").resource("r", Object.class, arena -> "")
            .packet(Scripted.idle("a").uses("r").build())
            .packet(Scripted.idle("b", Element.LOOP).uses("r").build()).covalent("a", "b", "r").build();

        assertThat(ReactorPlanner.plan(covalent, FUSED, host(2)).stages()).hasSize(1);
        assertThatThrownBy(() -> ReactorPlanner.plan(covalent, STRICT, host(2)))
            .isInstanceOf(PlanException.class)
            .hasMessage("no plan for molecule M:\n  - strict grouping forbids one stage for a, b of the groups " +
                "[CF, DF], but covalent bonds demand it; use grouping fused, or give each its own resource");
    }

    @Test
    void shouldRefuseCoresThatTheHostDoesNotHave()
    {
        final PlanOptions far = FUSED.withGroup(PeriodicGroup.DF, new GroupOptions("7", 64, null, BackPressure.SPIN));

        assertThatThrownBy(() -> ReactorPlanner.plan(six, far, host(2))).isInstanceOf(CorePlanException.class)
            .hasMessageContaining("home 'df'");
    }

    @ParameterizedTest
    @EnumSource(BackPressure.class)
    void shouldGiveTheRingOfTheHeadsGroupToTheMolecule(final BackPressure pressure)
    {
        final PlanOptions options =
            FUSED.withGroup(PeriodicGroup.DF, new GroupOptions("1", 64, null, pressure))
                .withGroup(PeriodicGroup.CF, new GroupOptions("", 8, null, BackPressure.SPIN));

        final ReactorPlan plan = ReactorPlanner.plan(six, options, host(4));

        assertThat(plan.ring().group()).isEqualTo(PeriodicGroup.DF);
        assertThat(plan.ring().capacity()).isEqualTo(64);
        assertThat(plan.ring().backPressure()).isEqualTo(pressure);
        assertThat(plan.ring().bytes()).isEqualTo(64L * plan.ring().layout().strideBytes());
        assertThat(plan.sequencingNode().cpu()).isEqualTo(1);
    }

    private static CpuTopology host(final int cores)
    {
        return CpuTopology.ofProcessors(cores, "a test");
    }

    private static int socketOf(final ReactorPlan plan, final CpuTopology host, final String node)
    {
        return host.cpu(plan.cores().assignment(node).orElseThrow().cpu()).orElseThrow().socket();
    }
}
