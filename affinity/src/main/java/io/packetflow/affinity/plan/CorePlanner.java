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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/** Cold path. Places nodes on the CPUs of a host by the {@link CoreRule}s, or refuses with every violation. */
public final class CorePlanner
{
    private CorePlanner()
    {
    }

    /**
     * Makes a plan. Deterministic: the same input gives an equal plan.
     *
     * @param topology of the host
     * @param demands of the nodes, in the order in which the plan shall list them
     * @param options of the configuration
     * @return a plan that passes {@link CorePlan#check} on this topology
     * @throws CorePlanException if there is none, with all violations
     */
    public static CorePlan plan(
        final CpuTopology topology, final List<CoreDemand> demands, final CorePlanOptions options)
    {
        final List<CoreViolation> inconsistent = inconsistencies(demands, options);
        if (!inconsistent.isEmpty())
        {
            throw new CorePlanException(inconsistent);
        }
        final HostCores host = new HostCores(topology, options.within());
        final Attempt best = criticalSockets(topology, host, demands, options).stream()
            .map((socket) -> attempt(topology, host, demands, options, socket))
            .min(Attempt.BEST_FIRST)
            .orElseThrow();
        if (!best.violations().isEmpty())
        {
            throw new CorePlanException(best.violations());
        }
        return best.plan();
    }

    /** A finished attempt, with what makes it better or worse than another. */
    private record Attempt(CorePlan plan, List<CoreViolation> violations, int shared, int busyBalanced, int groups)
    {
        static final Comparator<Attempt> BEST_FIRST = Comparator
            .comparingInt((Attempt attempt) -> attempt.violations().size())
            .thenComparingInt(Attempt::shared)
            .thenComparingInt(Attempt::busyBalanced)
            .thenComparingInt(Attempt::groups);
    }

    private static Attempt attempt(
        final CpuTopology topology,
        final HostCores host,
        final List<CoreDemand> demands,
        final CorePlanOptions options,
        final int criticalSocket)
    {
        final Placement placement = new Placement(topology, host, options, demands, criticalSocket);
        placement.place();
        final CorePlan plan = new PlanWriter(topology, host, options, placement).write(demands);
        final Set<CoreViolation> violations = new LinkedHashSet<>(Refusals.of(placement, host, demands, options));
        violations.addAll(plan.check(topology));
        final int shared = (int)placement.seats().stream()
            .filter((seat) -> seat.choice() == Seat.Choice.SHARED).count();
        final int balanced = (int)plan.assignments().stream()
            .filter((node) -> node.spinning() && !topology.isolated().contains(node.cpu())).count();
        final int groups = (int)plan.assignments().stream().filter(CoreAssignment::critical)
            .flatMap((node) -> topology.cpu(node.cpu()).stream())
            .flatMap((cpu) -> Stream.of("numa " + cpu.numaNode(), "l3 " + cpu.l3Group())).distinct().count();
        return new Attempt(plan, List.copyOf(violations), shared, balanced, groups);
    }

    private static List<Integer> criticalSockets(
        final CpuTopology topology,
        final HostCores host,
        final List<CoreDemand> demands,
        final CorePlanOptions options)
    {
        if (demands.stream().noneMatch(CoreDemand::critical))
        {
            return List.of(Placement.ANY_SOCKET);
        }
        final Optional<Integer> pinned = demands.stream()
            .filter(CoreDemand::critical)
            .flatMap((demand) -> Optional.ofNullable(options.pins().get(demand.node())).stream())
            .flatMap((cpu) -> topology.cpu(cpu).filter(Cpu::online).stream())
            .map(Cpu::socket)
            .findFirst();
        final List<Integer> sockets = host.sockets();
        return pinned.map(List::of).orElse(sockets.isEmpty() ? List.of(Placement.ANY_SOCKET) : sockets);
    }

    private static List<CoreViolation> inconsistencies(
        final List<CoreDemand> demands, final CorePlanOptions options)
    {
        final List<CoreViolation> violations = new ArrayList<>();
        final Set<String> nodes = new HashSet<>();
        for (final CoreDemand demand : demands)
        {
            if (!nodes.add(demand.node()))
            {
                violations.add(new CoreViolation(CoreRule.CONSISTENT, "node '" + demand.node() + "'",
                    "is demanded twice", "give each node its own name"));
            }
        }
        for (final String node : options.pins().keySet())
        {
            if (!nodes.contains(node))
            {
                violations.add(new CoreViolation(CoreRule.CONSISTENT, "pin of node '" + node + "'",
                    "there is no such node", "remove the pin, or name one of " + String.join(", ", nodes.stream()
                        .sorted().toList())));
            }
        }
        final Set<String> homes = demands.stream().map(CoreDemand::home).collect(Collectors.toSet());
        for (final Map.Entry<String, CpuSet> home : options.homes().entrySet())
        {
            if (!homes.contains(home.getKey()))
            {
                violations.add(new CoreViolation(CoreRule.CONSISTENT, "CPUs of home '" + home.getKey() + "'",
                    "no node has this home", "remove them, or name one of " + String.join(", ", homes.stream()
                        .sorted().toList())));
            }
        }
        return violations;
    }
}
