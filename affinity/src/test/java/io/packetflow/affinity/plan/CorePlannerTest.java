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
package io.packetflow.affinity.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

final class CorePlannerTest
{
    private static final CorePlanOptions DEFAULTS = CorePlanOptions.defaults();
    private static final CpuTopology TWO_CPUS = Hosts.regular(1, 2, 1, "", "");
    private static final CpuTopology DUAL_8380 = Hosts.regular(2, 40, 2, "", "");

    private static CoreDemand spinner(final String node)
    {
        return new CoreDemand(node, "DF", true, true, 1);
    }

    private static CoreDemand observer(final String node)
    {
        return new CoreDemand(node, "ED", false, true, 1);
    }

    private static CoreDemand yielder(final String node)
    {
        return new CoreDemand(node, "RM", true, false, 1);
    }

    private static List<CoreDemand> spinners(final int count)
    {
        return IntStream.range(0, count).mapToObj((index) -> spinner("n" + index)).toList();
    }

    private static int cpu(final CorePlan plan, final String node)
    {
        return plan.assignment(node).orElseThrow().cpu();
    }

    @Test
    void shouldLeaveCpuZeroToTheKernelOnTwoCpus()
    {
        final CorePlan plan = CorePlanner.plan(TWO_CPUS, List.of(spinner("chain")), DEFAULTS);

        assertThat(cpu(plan, "chain")).isEqualTo(1);
        assertThat(plan.housekeeping()).hasToString("0");
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void shouldSayThatNobodyIsLeftToRunTheKernel()
    {
        final CorePlan plan = CorePlanner.plan(TWO_CPUS, spinners(2), DEFAULTS);

        assertThat(cpu(plan, "n0")).isEqualTo(1);
        assertThat(cpu(plan, "n1")).isEqualTo(0);
        assertThat(plan.notes()).containsExactly("every usable core has a spinning node: nobody is left to run the " +
            "kernel, the JVM and its helper threads; expect stalls of milliseconds");
    }

    @Test
    void shouldPutANodeThatYieldsBesideTheSpinner()
    {
        final CorePlan plan =
            CorePlanner.plan(TWO_CPUS, List.of(yielder("journal"), spinner("chain"), yielder("log")), DEFAULTS);

        assertThat(cpu(plan, "chain")).isEqualTo(1);
        assertThat(cpu(plan, "journal")).isEqualTo(0);
        assertThat(cpu(plan, "log")).isEqualTo(0);
        assertThat(plan.assignment("log").orElseThrow().reason())
            .isEqualTo("critical: socket 0 with its path; CPU without spinning nodes, core shared with 'journal'; " +
                "yields as demanded");
    }

    @Test
    void shouldRefuseMoreSpinnersThanCores()
    {
        assertThatThrownBy(() -> CorePlanner.plan(TWO_CPUS, spinners(3), DEFAULTS))
            .isInstanceOf(CorePlanException.class)
            .hasMessage("no core plan (1 violation):\n" +
                "  CAPACITY: this host: a physical core for each of 3 spinning nodes is wanted, there are 2 cores " +
                "(no room for 'n2'); fuse nodes, give the process more CPUs, or allow sharing (nodes that share " +
                "yield then)");
    }

    @Test
    void shouldMakeNodesYieldThatShare()
    {
        final CorePlan plan = CorePlanner.plan(TWO_CPUS, spinners(6), DEFAULTS.allowSharing(true));

        assertThat(plan.assignments()).hasSize(6).noneMatch(CoreAssignment::spinning);
        assertThat(plan.assignments()).filteredOn((node) -> node.cpu() == 0).hasSize(3);
        assertThat(plan.notes()).containsExactly(
            "too few cores: 'n0', 'n1', 'n2', 'n3', 'n4', 'n5' share and must yield, not busy-spin");
    }

    @Test
    void shouldLetTheHeaviestSpinAloneWhereOthersShare()
    {
        final CorePlan plan = CorePlanner.plan(TWO_CPUS, List.of(
            new CoreDemand("light", "DF", true, true, 1),
            new CoreDemand("heavy", "DF", true, true, 9),
            new CoreDemand("other", "DF", true, true, 2)), DEFAULTS.allowSharing(true));

        assertThat(plan.assignment("heavy").orElseThrow().spinning()).isTrue();
        assertThat(cpu(plan, "light")).isEqualTo(cpu(plan, "other")).isNotEqualTo(cpu(plan, "heavy"));
    }

    @Test
    void shouldNeverSpinOnSiblings()
    {
        final CpuTopology oneCoreTwoThreads = Hosts.regular(1, 1, 2, "", "");

        final CorePlan plan = CorePlanner.plan(oneCoreTwoThreads, spinners(1), DEFAULTS);
        assertThat(cpu(plan, "n0")).isEqualTo(1);
        assertThat(plan.quiet()).hasToString("0");
        assertThatThrownBy(() -> CorePlanner.plan(oneCoreTwoThreads, spinners(2), DEFAULTS))
            .hasMessageContaining("there are 1 cores (no room for 'n1')");
        assertThat(CorePlanner.plan(oneCoreTwoThreads, spinners(2), DEFAULTS.allowSharing(true)).assignments())
            .noneMatch(CoreAssignment::spinning).extracting(CoreAssignment::cpu).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void shouldKeepTheCriticalPathOnOneSocketAndTheRestOff()
    {
        final CorePlan plan = CorePlanner.plan(DUAL_8380, List.of(
            spinner("market"), spinner("trader"), spinner("risk"), yielder("journal"),
            observer("compliance"), observer("tracker")), DEFAULTS);

        assertThat(plan.assignments()).extracting(CoreAssignment::cpu).containsExactly(1, 2, 3, 4, 41, 42);
        assertThat(plan.assignments()).extracting(CoreAssignment::numaNode).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(plan.housekeeping()).hasToString("0,40,80,120");
        assertThat(plan.quiet()).hasToString("81-83,121-122");
        assertThat(plan.idle()).hasToString("5-39,43-79,84-119,123-159");
        assertThat(plan.check(DUAL_8380)).isEmpty();
    }

    @Test
    void shouldRefuseACriticalPathThatNoSocketHolds()
    {
        assertThatThrownBy(() -> CorePlanner.plan(DUAL_8380, spinners(40), DEFAULTS))
            .hasMessage("no core plan (1 violation):\n" +
                "  ONE_SOCKET: socket 0: 40 critical spinning nodes want a physical core each, the socket has 39 " +
                "(no room for 'n39'); fuse critical nodes, give the process more CPUs of the socket, or allow " +
                "sharing (they yield then)");
    }

    @Test
    void shouldRefuseObserversThatFindNoRoomOffTheCriticalSocket()
    {
        final CpuTopology host = Hosts.regular(2, 3, 1, "", "");
        final List<CoreDemand> demands = new ArrayList<>(spinners(1));
        IntStream.range(0, 3).forEach((index) -> demands.add(observer("o" + index)));

        assertThatThrownBy(() -> CorePlanner.plan(host, demands, DEFAULTS))
            .hasMessage("no core plan (1 violation):\n" +
                "  OTHER_SOCKET: sockets other than 0: 3 spinning nodes that are not critical want a physical core " +
                "each, there are 2 (no room for 'o2'); fuse nodes, give the process more CPUs there, or allow " +
                "sharing (they yield then)");
    }

    @Test
    void shouldChooseTheSocketOnWhichEverythingFits()
    {
        final CpuTopology host = Hosts.regular(2, 8, 1, "0-2,8-15", "");

        final CorePlan plan = CorePlanner.plan(host, spinners(5), DEFAULTS);

        assertThat(plan.assignments()).extracting(CoreAssignment::socket).containsOnly(1);
    }

    @Test
    void shouldPreferIsolatedCpus()
    {
        final CpuTopology host = Hosts.regular(2, 8, 1, "", "12-14");

        final CorePlan plan = CorePlanner.plan(host, spinners(3), DEFAULTS);

        assertThat(plan.assignments()).extracting(CoreAssignment::cpu).containsExactly(12, 13, 14);
        assertThat(plan.assignments().get(0).reason())
            .isEqualTo("critical: socket 1 with its path; own physical core, isolated; busy-spins");
    }

    @Test
    void shouldObeyTheCpuset()
    {
        final CpuTopology host = Hosts.regular(1, 16, 2, "4-7", "");

        final CorePlan plan = CorePlanner.plan(host, spinners(3), DEFAULTS);

        assertThat(plan.assignments()).extracting(CoreAssignment::cpu).containsExactly(5, 6, 7);
        assertThat(plan.housekeeping()).hasToString("4");
    }

    @Test
    void shouldStayWithinTheCpusOfTheOptions()
    {
        final CorePlan plan = CorePlanner.plan(DUAL_8380, List.of(spinner("a"), observer("b")),
            DEFAULTS.within(CpuSet.parse("10-12")));

        assertThat(plan.assignments()).extracting(CoreAssignment::cpu).containsExactly(10, 11);
        assertThat(plan.check(DUAL_8380)).isEmpty();
    }

    @Test
    void shouldHonourPinsAndHomes()
    {
        final CorePlan plan = CorePlanner.plan(DUAL_8380,
            List.of(spinner("a"), spinner("b"), observer("c")),
            DEFAULTS.pin("b", 57).home("ED", CpuSet.parse("20-22")));

        assertThat(plan.assignments()).extracting(CoreAssignment::cpu).containsExactly(41, 57, 20);
        assertThat(plan.assignment("b").orElseThrow().reason()).contains("pinned by configuration");
    }

    @Test
    void shouldKeepAnotherHousekeepingCoreWhereAPinTakesTheFirst()
    {
        final CorePlan plan = CorePlanner.plan(DUAL_8380, List.of(spinner("a")), DEFAULTS.pin("a", 40));

        assertThat(plan.housekeeping()).hasToString("0,41,80,121");
    }

    @Test
    void shouldReportEveryViolationOfPins()
    {
        final CpuTopology host = Hosts.regular(2, 4, 2, "0-13", "");

        assertThatThrownBy(() -> CorePlanner.plan(host,
            List.of(spinner("a"), spinner("b"), spinner("c"), observer("d"), spinner("e"), spinner("f"), spinner("g")),
            DEFAULTS.pin("a", 1).pin("b", 9).pin("c", 6).pin("d", 2).pin("e", 99).pin("f", 8).pin("g", 14)))
            .hasMessage("no core plan (7 violations):\n" +
                "  ONLINE: node 'e' on CPU 99: the host has no such CPU (online: 0-15); pin the node to an online " +
                "CPU, or plan for this host again\n" +
                "  ALLOWED: node 'g' on CPU 14: the process may use the CPUs 0-13 only; widen the cpuset of its " +
                "cgroup or container, or pin the node to one of those\n" +
                "  SIBLINGS: nodes 'a' and 'b': busy-spin on the CPUs 1 and 9, SMT siblings of one physical core; " +
                "pin one of them to another core, or allow sharing (they yield then)\n" +
                "  SIBLINGS: nodes 'c' and 'g': busy-spin on the CPUs 6 and 14, SMT siblings of one physical core; " +
                "pin one of them to another core, or allow sharing (they yield then)\n" +
                "  ONE_SOCKET: critical nodes: they are on the sockets 0 ('a', 'b', 'f'), 1 ('c', 'g'); pin them to " +
                "the CPUs of one socket\n" +
                "  OTHER_SOCKET: socket 0: it has the critical nodes 'a', 'b', 'f' and also 'd', which no output " +
                "waits for; pin those to another socket, or mark them critical\n" +
                "  HOUSEKEEPING: node 'f' on CPU 8: it busy-spins on the core of CPU 0 (0,8), which the kernel needs " +
                "for its own work; pin the node to another core");
    }

    @Test
    void shouldRefuseTwoPinsOnOneCpu()
    {
        assertThatThrownBy(() -> CorePlanner.plan(TWO_CPUS, spinners(2), DEFAULTS.pin("n0", 1).pin("n1", 1)))
            .hasMessage("no core plan (1 violation):\n" +
                "  EXCLUSIVE: nodes 'n0' and 'n1': share CPU 1 though 'n0' busy-spins; pin one of them elsewhere, or " +
                "allow sharing (they yield then)");
    }

    @Test
    void shouldRefusePinsOfNobodyAndNodesThatAreThereTwice()
    {
        assertThatThrownBy(() -> CorePlanner.plan(TWO_CPUS, List.of(spinner("a"), spinner("a")),
            DEFAULTS.pin("x", 1).home("PR", CpuSet.of(1))))
            .hasMessage(
                """
                no core plan (3 violations):
                  CONSISTENT: node 'a': is demanded twice; give each node its own name
                  CONSISTENT: pin of node 'x': there is no such node; remove the pin, or name one of a
                  CONSISTENT: CPUs of home 'PR': no node has this home; remove them, or name one of DF""");
    }

    @Test
    void shouldRefuseAPinOutsideOfItsHomeAndAHomeThatIsTooSmall()
    {
        assertThatThrownBy(() -> CorePlanner.plan(DUAL_8380, List.of(spinner("a"), observer("b"), observer("c")),
            DEFAULTS.pin("a", 3).home("DF", CpuSet.parse("5-6")).home("ED", CpuSet.of(50))))
            .hasMessage("no core plan (2 violations):\n" +
                "  CAPACITY: home 'ED': its CPUs 50 leave no core for 'c'; give the home more CPUs on the right " +
                "socket, fuse its nodes, or allow sharing (they yield then)\n" +
                "  HOME: node 'a': is pinned to CPU 3, its home 'DF' has the CPUs 5-6; pin it to one of those, or " +
                "add CPU 3 to the home");
    }

    @Test
    void shouldSeeThatAPlanDoesNotFitAnotherHost()
    {
        final CorePlan plan = CorePlanner.plan(DUAL_8380, List.of(spinner("a"), observer("b")), DEFAULTS);

        assertThat(plan.check(TWO_CPUS)).extracting(CoreViolation::toString).containsExactly(
            "ONLINE: node 'b' on CPU 41: the host has no such CPU (online: 0-1); pin the node to an online CPU, or " +
            "plan for this host again");
    }

    @Test
    void shouldSayThatATopologyIsAGuess()
    {
        final CorePlan plan =
            CorePlanner.plan(CpuTopology.ofProcessors(2, "no sysfs"), List.of(spinner("a")), DEFAULTS);

        assertThat(plan.notes()).containsExactly("the topology is not authoritative (the JVM's count of processors): " +
            "sockets and SMT siblings are unknown");
    }
}
