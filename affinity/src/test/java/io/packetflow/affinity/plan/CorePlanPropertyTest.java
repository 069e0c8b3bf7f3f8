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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/** Random hosts, demands and options: what must hold for every plan, whatever the planner prefers. */
final class CorePlanPropertyTest
{
    private static final long SEED = 8_380L;
    private static final int ROUNDS = 1_000;

    private static List<CoreDemand> demands(final SplittableRandom random)
    {
        final List<CoreDemand> demands = new ArrayList<>();
        final int count = 1 + random.nextInt(10);
        for (int index = 0; index < count; index++)
        {
            demands.add(new CoreDemand("n" + index, "G" + random.nextInt(3), random.nextInt(3) > 0,
                random.nextInt(4) > 0, 1 + random.nextInt(5)));
        }
        return demands;
    }

    private static CorePlanOptions options(
        final SplittableRandom random, final CpuTopology host, final List<CoreDemand> demands)
    {
        CorePlanOptions options = CorePlanOptions.defaults().allowSharing(random.nextBoolean());
        final int cpus = host.cpus().size();
        if (random.nextInt(4) == 0)
        {
            options = options.pin(demands.get(random.nextInt(demands.size())).node(), random.nextInt(cpus + 1));
        }
        if (random.nextInt(4) == 0)
        {
            options = options.home(demands.get(0).home(), CpuSet.of(random.ints(cpus, 0, cpus)));
        }
        if (random.nextInt(4) == 0)
        {
            options = options.within(CpuSet.of(random.ints(cpus, 0, cpus)));
        }
        return options;
    }

    private static Optional<CorePlan> plan(
        final CpuTopology host, final List<CoreDemand> demands, final CorePlanOptions options)
    {
        try
        {
            return Optional.of(CorePlanner.plan(host, demands, options));
        }
        catch (final CorePlanException refused)
        {
            assertThat(refused.violations()).isNotEmpty().doesNotHaveDuplicates();
            return Optional.empty();
        }
    }

    @Test
    void shouldKeepEveryRuleOnEveryHost()
    {
        int planned = 0;
        for (int round = 0; round < ROUNDS; round++)
        {
            final SplittableRandom random = new SplittableRandom(SEED + round);
            final CpuTopology host = Hosts.random(random);
            final List<CoreDemand> demands = demands(random);
            final CorePlanOptions options = options(random, host, demands);
            final Optional<CorePlan> plan = plan(host, demands, options);
            if (plan.isPresent())
            {
                planned++;
                assertRules("seed " + (SEED + round), host, demands, options, plan.get());
            }
        }
        assertThat(planned).as("plans that were possible").isBetween(ROUNDS / 4, ROUNDS - ROUNDS / 10);
    }

    private static void assertRules(
        final String seed,
        final CpuTopology host,
        final List<CoreDemand> demands,
        final CorePlanOptions options,
        final CorePlan plan)
    {
        final Supplier<String> where = () -> seed + "\n" + host + plan;
        assertThat(plan.check(host)).as(where).isEmpty();
        assertThat(CorePlanner.plan(host, demands, options)).as(where).isEqualTo(plan);
        assertThat(CorePlan.fromProperties(plan.toProperties())).as(where).isEqualTo(plan);
        assertThat(plan.assignments()).as(where).extracting(CoreAssignment::node)
            .isEqualTo(demands.stream().map(CoreDemand::node).toList());

        CpuSet spinning = CpuSet.EMPTY;
        CpuSet cores = CpuSet.EMPTY;
        for (int index = 0; index < demands.size(); index++)
        {
            final CoreAssignment node = plan.assignments().get(index);
            assertThat(host.usable().contains(node.cpu())).as(where).isTrue();
            assertThat(demands.get(index).spinning() || !node.spinning()).as(where).isTrue();
            if (node.spinning())
            {
                assertThat(cores.contains(node.cpu())).as(where).isFalse();
                spinning = spinning.union(CpuSet.of(node.cpu()));
                cores = cores.union(host.cpu(node.cpu()).orElseThrow().smtSiblings());
            }
            else if (demands.get(index).spinning())
            {
                assertThat(options.allowSharing()).as(where).isTrue();
            }
        }
        assertThat(plan.assignments().stream().filter(CoreAssignment::critical).map(CoreAssignment::socket).distinct())
            .as(where).hasSizeLessThanOrEqualTo(1);
        assertThat(plan.quiet()).as(where).isEqualTo(cores.minus(spinning));
        assertThat(plan.housekeeping().intersect(cores).isEmpty()).as(where).isTrue();
        assertThat(plan.idle().intersect(cores.union(plan.housekeeping())).isEmpty()).as(where).isTrue();
        if (usableCores(host) >= HostCores.LARGE_HOST_CORES)
        {
            assertThat(cores.contains(0) && host.usable().contains(0)).as(where).isFalse();
        }
    }

    @Test
    void shouldRefuseSpinnersOnlyWhereNoSocketHasRoom()
    {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++)
        {
            final SplittableRandom random = new SplittableRandom(SEED + round);
            final CpuTopology host = Hosts.random(random);
            final List<CoreDemand> demands = demands(random).stream().filter(CoreDemand::spinning).toList();
            final boolean possible = isPossible(host, demands);
            if (!possible)
            {
                refused++;
            }
            assertThat(plan(host, demands, CorePlanOptions.defaults()).isPresent())
                .as("seed %d: %s", SEED + round, demands).isEqualTo(possible);
        }
        assertThat(refused).as("refusals").isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    private static boolean isPossible(final CpuTopology host, final List<CoreDemand> demands)
    {
        final long critical = demands.stream().filter(CoreDemand::critical).count();
        final long others = demands.size() - critical;
        final int total = host.sockets().stream().mapToInt((socket) -> room(host, socket)).sum();
        if (critical == 0)
        {
            return others <= total;
        }
        return host.sockets().stream().anyMatch((socket) ->
        {
            final int here = room(host, socket);
            final int elsewhere = total - here;
            return critical <= here && (elsewhere > 0 ? others <= elsewhere : others <= here - critical);
        });
    }

    /** Counts a socket's usable cores without the one for housekeeping, in other words than the planner does. */
    private static int room(final CpuTopology host, final int socket)
    {
        final int cores = (int)host.usable().intersect(host.socketCpus(socket)).stream()
            .map((cpu) -> host.cpu(cpu).orElseThrow().core()).distinct().count();
        return usableCores(host) >= HostCores.LARGE_HOST_CORES ? Math.max(0, cores - 1) : cores;
    }

    private static int usableCores(final CpuTopology host)
    {
        return (int)host.usable().stream().map((cpu) -> host.cpu(cpu).orElseThrow().core()).distinct().count();
    }
}
