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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/** Cold path. Holds a plan against the rules on one topology, rule by rule. */
final class CorePlanCheck
{
    private final CorePlan plan;
    private final CpuTopology topology;
    private final HostCores host;
    private final List<CoreViolation> violations = new ArrayList<>();

    CorePlanCheck(final CorePlan plan, final CpuTopology topology)
    {
        this.plan = plan;
        this.topology = topology;
        this.host = new HostCores(topology, plan.within());
    }

    List<CoreViolation> violations()
    {
        plan.assignments().forEach(this::checkUsable);
        checkPairs();
        checkSockets();
        checkHousekeeping();
        return violations;
    }

    private void checkUsable(final CoreAssignment node)
    {
        final Optional<Cpu> cpu = topology.cpu(node.cpu());
        if (cpu.isEmpty())
        {
            violate(CoreRule.ONLINE, onCpu(node), "the host has no such CPU (online: " + topology.online() + ")",
                "pin the node to an online CPU, or plan for this host again");
        }
        else if (!cpu.get().online())
        {
            violate(CoreRule.ONLINE, onCpu(node), "the CPU is offline (online: " + topology.online() + ")",
                "bring the CPU online, or pin the node to an online CPU");
        }
        else if (!topology.allowed().contains(node.cpu()))
        {
            violate(CoreRule.ALLOWED, onCpu(node), "the process may use the CPUs " + topology.allowed() + " only",
                "widen the cpuset of its cgroup or container, or pin the node to one of those");
        }
        else if (!plan.within().isEmpty() && !plan.within().contains(node.cpu()) && !isSpare(node))
        {
            violate(CoreRule.ALLOWED, onCpu(node), "the plan is limited to the CPUs " + plan.within(),
                "widen that limit, or pin the node to one of those");
        }
    }

    /** A node that yields may use the housekeeping CPUs, wherever they are. */
    private boolean isSpare(final CoreAssignment node)
    {
        return !node.spinning() && plan.housekeeping().contains(node.cpu());
    }

    private void checkPairs()
    {
        final List<CoreAssignment> nodes = plan.assignments();
        for (int i = 0; i < nodes.size(); i++)
        {
            for (int j = i + 1; j < nodes.size(); j++)
            {
                checkPair(nodes.get(i), nodes.get(j));
            }
        }
    }

    private void checkPair(final CoreAssignment a, final CoreAssignment b)
    {
        final String place = "nodes " + named(a) + " and " + named(b);
        if (a.cpu() == b.cpu())
        {
            if (a.spinning() || b.spinning())
            {
                violate(CoreRule.EXCLUSIVE, place, "share CPU " + a.cpu() + " though " +
                    (a.spinning() ? named(a) : named(b)) + " busy-spins",
                    "pin one of them elsewhere, or allow sharing (they yield then)");
            }
        }
        else if (a.spinning() && b.spinning() &&
            topology.cpu(a.cpu()).filter((cpu) -> cpu.smtSiblings().contains(b.cpu())).isPresent())
        {
            violate(CoreRule.SIBLINGS, place, "busy-spin on the CPUs " + a.cpu() + " and " + b.cpu() +
                ", SMT siblings of one physical core",
                "pin one of them to another core, or allow sharing (they yield then)");
        }
    }

    private void checkSockets()
    {
        final List<CoreAssignment> known = plan.assignments().stream()
            .filter((node) -> topology.cpu(node.cpu()).filter(Cpu::online).isPresent()).toList();
        final List<Integer> critical = known.stream().filter(CoreAssignment::critical)
            .map(this::socketOf).distinct().sorted().toList();
        if (critical.size() > 1)
        {
            violate(CoreRule.ONE_SOCKET, "critical nodes", "they are on the sockets " + critical.stream()
                .map((socket) -> socket + " (" + names(known, true, socket) + ")").collect(Collectors.joining(", ")),
                "pin them to the CPUs of one socket");
        }
        for (final int socket : critical)
        {
            final String others = names(known, false, socket);
            if (!others.isEmpty() && host.hasOtherSocket(socket))
            {
                violate(CoreRule.OTHER_SOCKET, "socket " + socket,
                    "it has the critical nodes " + names(known, true, socket) +
                        " and also " + others + ", which no output waits for",
                    "pin those to another socket, or mark them critical");
            }
        }
    }

    private int socketOf(final CoreAssignment node)
    {
        return topology.cpu(node.cpu()).orElseThrow().socket();
    }

    private String names(final List<CoreAssignment> nodes, final boolean critical, final int socket)
    {
        return nodes.stream()
            .filter((node) -> node.critical() == critical && socketOf(node) == socket)
            .map(CorePlanCheck::named).collect(Collectors.joining(", "));
    }

    private void checkHousekeeping()
    {
        if (!host.isLarge())
        {
            return;
        }
        final Set<Integer> spinningCores = new HashSet<>();
        for (final CoreAssignment node : plan.assignments())
        {
            if (node.spinning())
            {
                host.coreOf(node.cpu()).ifPresent((core) ->
                {
                    spinningCores.add(core.core());
                    if (core.isBoot())
                    {
                        violate(CoreRule.HOUSEKEEPING, onCpu(node), "it busy-spins on the core of CPU 0 (" +
                            core.siblings() + "), which the kernel needs for its own work",
                            "pin the node to another core");
                    }
                });
            }
        }
        for (final int socket : host.sockets())
        {
            final boolean free = host.all().stream()
                .anyMatch((core) -> core.socket() == socket && !spinningCores.contains(core.core()));
            if (!free)
            {
                violate(CoreRule.HOUSEKEEPING, "socket " + socket,
                    "every usable core of it has a spinning node, none is left for housekeeping",
                    "fuse nodes or pin one of them elsewhere");
            }
        }
        final CpuSet kept = plan.housekeeping();
        plan.assignments().stream().filter((node) -> node.spinning() && kept.contains(node.cpu()))
            .forEach((node) -> violate(CoreRule.HOUSEKEEPING, onCpu(node),
                "it busy-spins on a CPU that the plan keeps for housekeeping (" + kept + ")",
                "pin the node to another CPU, or take this one off housekeeping"));
    }

    private void violate(final CoreRule rule, final String place, final String problem, final String remedy)
    {
        violations.add(new CoreViolation(rule, place, problem, remedy));
    }

    private static String onCpu(final CoreAssignment node)
    {
        return "node " + named(node) + " on CPU " + node.cpu();
    }

    private static String named(final CoreAssignment node)
    {
        return "'" + node.node() + "'";
    }
}
