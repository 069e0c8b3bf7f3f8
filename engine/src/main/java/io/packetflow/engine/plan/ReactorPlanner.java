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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.layout.record.AreaSpec;
import io.packetflow.layout.record.MoleculeLayout;
import io.packetflow.layout.record.MoleculeLayoutPlanner;
import io.packetflow.layout.record.RecordLayout;
import io.packetflow.ringbuffers.journal.Durability;

/** Plans a molecule onto a host: units, nodes, stages, barriers, slot layout, cores. A pure function. */
public final class ReactorPlanner
{
    private static final Pattern NODE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]*");
    private static final RecordLayout STATUS = RecordLayout.named("Status").int64("stopped").build();

    private final Molecule molecule;
    private final PlanOptions options;
    private final CpuTopology topology;
    private final BondGraph graph;
    private final Optional<JournalPlan> journal;

    private ReactorPlanner(final Molecule molecule, final PlanOptions options, final CpuTopology topology)
    {
        this.molecule = JournalPacket.withoutJournal(molecule);
        this.journal = options.durability().map(
            durability -> new JournalPlan(durability, JournalPacket.gatedOutputs(molecule)));
        this.options = options;
        this.topology = topology;
        this.graph = new BondGraph(this.molecule);
    }

    /**
     * Plans a molecule.
     *
     * @param molecule to plan
     * @param options that the plan is asked for
     * @param topology of the host
     * @return the plan
     * @throws PlanException if the molecule does not allow what is asked for
     * @throws CorePlanException if the host does not
     */
    public static ReactorPlan plan(final Molecule molecule, final PlanOptions options, final CpuTopology topology)
    {
        return new ReactorPlanner(molecule, options, topology).plan();
    }

    private ReactorPlan plan()
    {
        final List<Set<String>> units = graph.stages();
        refuseCovalentAcrossGroups(units);
        refuseImpossiblePlacements(units);
        final boolean asManyAsFit = options.nodes() == NodePolicy.AUTO && options.grouping() != Grouping.FUSED;
        return asManyAsFit ? planAsManyNodesAsFit(units) : plan(units, usableCores());
    }

    /** Housekeeping and the sides of the sockets leave fewer cores to spin on than there are. */
    private ReactorPlan planAsManyNodesAsFit(final List<Set<String>> units)
    {
        int cores = Math.min(usableCores(), PeriodicGroup.values().length);
        while (true)
        {
            try
            {
                return plan(units, cores);
            }
            catch (final CorePlanException e)
            {
                if (cores <= 1)
                {
                    throw e;
                }
                cores--;
            }
        }
    }

    private ReactorPlan plan(final List<Set<String>> units, final int cores)
    {
        final NodeAssignment assignment = NodeAssignment.of(molecule, units, options, cores);
        final StageBuilder builder = new StageBuilder(molecule, graph, options.grouping(), options.cuts());
        units.forEach(unit -> builder.add(unit, assignment.nodeOf(unit)));
        final List<StagePlan> stages = builder.build();
        final List<NodePlan> unpinned = nodes(assignment, stages);

        final CorePlacement placement = new CorePlacement(molecule, graph, options, topology, unpinned);
        final CorePlan corePlan = placement.plan();
        final List<NodePlan> nodes = unpinned.stream().map(node -> node.onCpu(placement.cpuOf(node))).toList();
        final PlacementReasons reasons = new PlacementReasons(molecule, graph, options, nodes, stages);
        final RingPlan ring = ring(stages, nodes.size(), placement);
        return new ReactorPlan(molecule, options, ring, nodes, stages, reasons.placements(),
            placement.homes(nodes, stages), corePlan, journal, reasons.wishes());
    }

    /** SMT siblings share a core, and two spinning nodes never do. */
    private int usableCores()
    {
        return (int)topology.usable().stream().map(id -> topology.cpu(id).map(Cpu::core).orElseThrow()).distinct()
            .count();
    }

    private void refuseCovalentAcrossGroups(final List<Set<String>> units)
    {
        if (options.grouping() != Grouping.STRICT)
        {
            return;
        }
        final List<String> reasons = new ArrayList<>();
        for (final Set<String> unit : units)
        {
            final Set<PeriodicGroup> groups = unit.stream().map(name -> molecule.packet(name).orElseThrow().group())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PeriodicGroup.class)));
            if (groups.size() > 1)
            {
                reasons.add("strict grouping forbids one stage for " + String.join(", ", unit) + " of the groups " +
                    groups + ", but covalent bonds demand it; use grouping fused, or give each its own resource");
            }
        }
        if (!reasons.isEmpty())
        {
            throw new PlanException(molecule.name(), reasons);
        }
    }

    private void refuseImpossiblePlacements(final List<Set<String>> units)
    {
        final List<String> reasons = new ArrayList<>();
        for (final String name : new TreeSet<>(options.placement().keySet()))
        {
            final String node = options.placement().get(name);
            if (!NODE_NAME.matcher(node).matches())
            {
                reasons.add("packet " + name + " is placed by hand on node '" + node +
                    "'; a node's name is a letter or digit, then letters, digits and any of _ . + -");
            }
            if (molecule.packet(name).isEmpty())
            {
                reasons.add("the unknown packet " + name + " is placed by hand on node " + node +
                    "; correct its name");
            }
        }
        options.packing().stream().filter(name -> molecule.packet(name).isEmpty()).forEach(name -> reasons.add(
            "the area of the unknown packet " + name + " is to lie first in the slot; correct its name"));
        options.cuts().stream().filter(name -> molecule.packet(name).isEmpty()).sorted().forEach(name -> reasons.add(
            "a stage is to begin with the unknown packet " + name + "; correct its name"));
        if (options.packing().stream().distinct().count() < options.packing().size())
        {
            reasons.add("areas are to lie first in the slot twice: " + options.packing() + "; name each packet once");
        }
        for (final Set<String> unit : units)
        {
            final List<String> placed = unit.stream().filter(options.placement()::containsKey).toList();
            if (placed.stream().map(options.placement()::get).distinct().count() > 1)
            {
                reasons.add("covalent bonds demand one stage for " + String.join(", ", unit) +
                    ", but by hand they are placed on " + String.join(", ", placed.stream()
                    .map(name -> options.placement().get(name) + " (" + name + ")").toList()) + "; choose one node");
            }
        }
        if (!reasons.isEmpty())
        {
            throw new PlanException(molecule.name(), reasons);
        }
    }

    private List<NodePlan> nodes(final NodeAssignment assignment, final List<StagePlan> stages)
    {
        final List<NodePlan> nodes = new ArrayList<>();
        for (final String name : assignment.nodes())
        {
            final int index = nodes.size();
            final List<Integer> own = stages.stream().filter(stage -> stage.node() == index).map(StagePlan::index)
                .toList();
            nodes.add(new NodePlan(index, name, assignment.homes(name), NodePlan.UNPINNED, index == 0, own));
        }
        return nodes;
    }

    private RingPlan ring(final List<StagePlan> stages, final int nodes, final CorePlacement cores)
    {
        final PeriodicGroup head = molecule.packet(graph.stages().get(0).iterator().next()).map(Packet::group)
            .orElseThrow();
        final GroupOptions owner = options.group(head);
        final int capacity = capacity(owner, stages, nodes);
        return new RingPlan(head, capacity, layout(stages), options.publication(), owner.backPressure(),
            cores.numaNodeOfSequencing());
    }

    /** A ring whose releases wait for the disk bridges the time that it takes, even where one node runs all. */
    private int capacity(final GroupOptions owner, final List<StagePlan> stages, final int nodes)
    {
        final boolean waits = journal.isPresent() && stages.stream().anyMatch(journal.get()::defers);
        if (waits && journal.get().durability() != Durability.PROCESS_SAFE)
        {
            return owner.committedRingSize();
        }
        return nodes == 1 ? owner.oneNodeRingSize() : owner.ringSize();
    }

    /** Header, what is packed first, input, the areas of each stage in order; the planner sorts them by writer. */
    private MoleculeLayout layout(final List<StagePlan> stages)
    {
        final List<AreaSpec> areas = new ArrayList<>();
        areas.add(new AreaSpec(ReactorPlan.HEADER_AREA, InstanceHeader.LAYOUT, 0));
        options.packing().forEach(name -> stages.stream().filter(stage -> stage.packets().contains(name))
            .findFirst().ifPresent(stage -> addArea(name, stage, areas)));
        areas.add(new AreaSpec(ReactorPlan.INPUT_AREA, input(), 0));
        for (final StagePlan stage : stages)
        {
            if (stage.publishesStops())
            {
                areas.add(new AreaSpec(stage.statusArea(), STATUS, stage.node()));
            }
            for (final String name : stage.packets())
            {
                if (!options.packing().contains(name))
                {
                    addArea(name, stage, areas);
                }
            }
        }
        return MoleculeLayoutPlanner.plan(molecule.name(), areas);
    }

    private void addArea(final String packet, final StagePlan stage, final List<AreaSpec> areas)
    {
        molecule.packet(packet).flatMap(Packet::area).ifPresent(
            area -> areas.add(new AreaSpec(packet, area.layout(), stage.node())));
    }

    private RecordLayout input()
    {
        // Codecs read whole words, so the input is as long as whole words.
        final int bytes = Math.max(Long.BYTES, (molecule.maxInputBytes() + Long.BYTES - 1) & -Long.BYTES);
        final RecordLayout.Builder layout = RecordLayout.named("Input").inDeclaredOrder();
        for (int word = 0; word < bytes / Long.BYTES; word++)
        {
            layout.int64("word" + word);
        }
        return layout.build();
    }
}
