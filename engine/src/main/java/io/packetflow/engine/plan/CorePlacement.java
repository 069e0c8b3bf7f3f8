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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CoreDemand;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.plan.CorePlanOptions;
import io.packetflow.affinity.plan.CorePlanner;
import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Asks the core planner for cores: one for each node, and, where the host is large enough, one for each group whose
 * cores stay idle in this plan, so that every group has dedicated cores.
 *
 * <p>Critical are the nodes with ionic ancestors of an output on them, and the homes of their groups; they share a
 * socket. All else goes to the other one.
 */
final class CorePlacement
{
    /** Cores that a host must have beyond those of the nodes before idle groups get homes of their own. */
    private static final int HOUSEKEEPING_CORES = 2;

    private final Molecule molecule;
    private final BondGraph graph;
    private final PlanOptions options;
    private final CpuTopology topology;
    private final List<NodePlan> nodes;
    private CorePlan plan;

    CorePlacement(
        final Molecule molecule,
        final BondGraph graph,
        final PlanOptions options,
        final CpuTopology topology,
        final List<NodePlan> nodes)
    {
        this.molecule = molecule;
        this.graph = graph;
        this.options = options;
        this.topology = topology;
        this.nodes = nodes;
    }

    CorePlan plan()
    {
        final List<CoreDemand> demands = new ArrayList<>();
        for (final NodePlan node : nodes)
        {
            final PeriodicGroup home = node.homes().get(0);
            demands.add(new CoreDemand(node.name(), home.key(), node.sequencing() || isCritical(home), true,
                home.reactivityRank()));
        }
        if (hasRoomForIdleHomes())
        {
            idleGroups().forEach(group -> demands.add(
                new CoreDemand(group.key(), group.key(), isCritical(group), true, 1)));
        }
        plan = CorePlanner.plan(topology, demands, coreOptions());
        return plan;
    }

    private CorePlanOptions coreOptions()
    {
        CorePlanOptions result = CorePlanOptions.defaults().allowSharing(options.sharing());
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            if (!options.group(group).cpus().isEmpty())
            {
                result = result.home(group.key(), CpuSet.parse(options.group(group).cpus()));
            }
        }
        return result;
    }

    private boolean hasRoomForIdleHomes()
    {
        return topology.coreCount() >= nodes.size() + idleGroups().size() + HOUSEKEEPING_CORES;
    }

    private List<PeriodicGroup> idleGroups()
    {
        final Set<PeriodicGroup> used = new LinkedHashSet<>();
        nodes.forEach(node -> used.addAll(node.homes()));
        return PeriodicGroup.byReactivity().stream().filter(group -> !used.contains(group)).toList();
    }

    /** Tells whether a group has packets that an output waits for; the journal's group always counts as one. */
    private boolean isCritical(final PeriodicGroup group)
    {
        return group == PeriodicGroup.RM || molecule.packets().stream().filter(packet -> packet.group() == group)
            .anyMatch(packet -> packet.isOutput() || leadsToOutput(packet));
    }

    private boolean leadsToOutput(final Packet packet)
    {
        return graph.descendants(packet.name()).stream().map(name -> molecule.packet(name).orElseThrow())
            .anyMatch(Packet::isOutput);
    }

    int cpuOf(final NodePlan node)
    {
        return plan.assignment(node.name()).map(CoreAssignment::cpu).orElse(NodePlan.UNPINNED);
    }

    int numaNodeOfSequencing()
    {
        return numaNodeOf(cpuOf(nodes.get(0)));
    }

    private int numaNodeOf(final int cpu)
    {
        return topology.cpu(cpu).map(Cpu::numaNode).orElse(-1);
    }

    /** Returns the homes of all six groups, most reactive first. */
    List<GroupHome> homes(final List<NodePlan> pinned, final List<StagePlan> stages)
    {
        final List<GroupHome> homes = new ArrayList<>();
        for (final PeriodicGroup group : PeriodicGroup.byReactivity())
        {
            final List<NodePlan> own = pinned.stream().filter(node -> node.homes().contains(group)).toList();
            final List<Integer> cpus = own.isEmpty() ?
                plan.assignment(group.key()).map(found -> List.of(found.cpu())).orElse(List.of()) :
                own.stream().map(NodePlan::cpu).filter(cpu -> cpu >= 0).distinct().toList();
            final int numaNode = cpus.isEmpty() ? -1 : numaNodeOf(cpus.get(0));
            homes.add(new GroupHome(group, cpus, numaNode, use(group, own, stages)));
        }
        return homes;
    }

    private String use(final PeriodicGroup group, final List<NodePlan> own, final List<StagePlan> stages)
    {
        if (!own.isEmpty())
        {
            return "node " + String.join(", ", own.stream().map(node -> node.name() +
                (node.stages().isEmpty() ? " (publishes)" : " runs " + packetsOf(node, stages))).toList());
        }
        final List<String> packets = molecule.packets().stream().filter(packet -> packet.group() == group)
            .map(Packet::name).toList();
        final String idle = plan.assignment(group.key()).isPresent() ? "idle: " : "no core of its own: ";
        return idle + (packets.isEmpty() ? "the molecule has no packet of this group" :
            String.join(", ", packets) + (packets.size() == 1 ? " is" : " are") + " fused onto another group's core");
    }

    private static String packetsOf(final NodePlan node, final List<StagePlan> stages)
    {
        return String.join(" | ", node.stages().stream().map(
            stage -> String.join("+", stages.get(stage).packets())).toList());
    }
}
