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
package io.packetflow.engine.optimizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.layout.record.AreaSpec;
import io.packetflow.layout.record.MoleculeLayout;
import io.packetflow.layout.record.MoleculeLayoutPlanner;
import io.packetflow.layout.record.PlacedArea;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. Which cache lines of a slot cross between nodes. A node fetches each line once that others wrote and its
 * packets read: the header, their predecessors' areas or those that they declare to read ({@link PacketConduct}), and
 * the input where a packet waits for no other or says {@code input}.
 */
final class SlotLines
{
    private static final String INPUT = "input";
    private static final String HEADER_AREA = "header";
    private static final int SEQUENCING = 0;

    private final UnitGraph units;
    private final StructureGraph graph;
    private final int inputBytes;
    private final BitSet[] reads;
    private final BitSet[] readers;
    private final BitSet readsInput = new BitSet();

    SlotLines(final UnitGraph units, final int inputBytes)
    {
        this.units = units;
        this.graph = units.graph();
        this.inputBytes = inputBytes == 0 ? MoleculeLayout.LINE_BYTES : inputBytes;
        this.reads = new BitSet[graph.size()];
        this.readers = new BitSet[graph.size()];
        for (int packet = 0; packet < readers.length; packet++)
        {
            readers[packet] = new BitSet();
        }
        for (int packet = 0; packet < reads.length; packet++)
        {
            final PacketConduct conduct = PacketConduct.of(graph.packet(packet));
            final boolean declared = conduct.reads().isPresent();
            reads[packet] = new BitSet();
            (declared ? graph.ancestors(packet) : graph.predecessors(packet)).stream()
                .filter(writer -> conduct.mayRead(graph.name(writer))).forEach(reads[packet]::set);
            for (final int writer : reads[packet].stream().toArray())
            {
                readers[writer].set(packet);
            }
            readsInput.set(packet, declared ? conduct.mayRead(INPUT) : graph.predecessors(packet).isEmpty());
        }
    }

    /** Returns the areas that packets of other nodes than their writer's read, in ionic order of the writers. */
    List<String> crossing(final int[] nodeOf)
    {
        final List<String> crossing = new ArrayList<>();
        for (final int writer : units.order())
        {
            if (graph.packet(writer).payloadBytes() > 0 &&
                readers[writer].stream().anyMatch(reader -> crosses(writer, reader, nodeOf)))
            {
                crossing.add(graph.name(writer));
            }
        }
        return crossing;
    }

    private boolean crosses(final int writer, final int reader, final int[] nodeOf)
    {
        return nodeOf[graph.unitOf(reader)] != nodeOf[graph.unitOf(writer)];
    }

    /**
     * Returns how many lines each node fetches from others.
     *
     * @param nodeOf node of each unit
     * @param schedule of the placement
     * @param packed packets whose areas lie first, right behind the header
     * @param nodes how many nodes there are
     */
    int[] fetched(final int[] nodeOf, final StageSchedule schedule, final List<String> packed, final int nodes)
    {
        final MoleculeLayout layout = layout(nodeOf, schedule, packed);
        final BitSet[] lines = new BitSet[nodes];
        for (int node = 0; node < nodes; node++)
        {
            lines[node] = new BitSet();
        }
        for (int reader = 0; reader < graph.size(); reader++)
        {
            final int node = nodeOf[graph.unitOf(reader)];
            if (node != SEQUENCING)
            {
                fetch(layout.area(HEADER_AREA), lines[node]);
            }
            if (node != SEQUENCING && readsInput.get(reader))
            {
                fetch(layout.area(INPUT), lines[node]);
            }
            final int reading = reader;
            reads[reader].stream().filter(writer -> graph.packet(writer).payloadBytes() > 0)
                .filter(writer -> crosses(writer, reading, nodeOf))
                .forEach(writer -> fetch(layout.area(area(writer)), lines[node]));
        }
        final int[] fetched = new int[nodes];
        for (int node = 0; node < nodes; node++)
        {
            fetched[node] = lines[node].cardinality();
        }
        return fetched;
    }

    private static void fetch(final PlacedArea area, final BitSet lines)
    {
        lines.set(area.offset() / MoleculeLayout.LINE_BYTES,
            (area.offset() + area.size() - 1) / MoleculeLayout.LINE_BYTES + 1);
    }

    /** The slot as {@link io.packetflow.engine.plan.ReactorPlanner} lays it out, without the words of STOPs. */
    private MoleculeLayout layout(final int[] nodeOf, final StageSchedule schedule, final List<String> packed)
    {
        final List<AreaSpec> areas = new ArrayList<>();
        areas.add(new AreaSpec(HEADER_AREA, InstanceHeader.LAYOUT, SEQUENCING));
        packed.forEach(name -> add(graph.indexOf(name), nodeOf, areas));
        areas.add(new AreaSpec(INPUT, bytes(inputBytes), SEQUENCING));
        final Set<String> first = Set.copyOf(packed);
        for (final int stage : schedule.drafts().order())
        {
            for (final int packet : schedule.packets(stage))
            {
                if (!first.contains(graph.name(packet)))
                {
                    add(packet, nodeOf, areas);
                }
            }
        }
        return MoleculeLayoutPlanner.plan("Slot", areas);
    }

    private void add(final int packet, final int[] nodeOf, final List<AreaSpec> areas)
    {
        if (graph.packet(packet).payloadBytes() > 0)
        {
            areas.add(new AreaSpec(
                area(packet), bytes(graph.packet(packet).payloadBytes()), nodeOf[graph.unitOf(packet)]));
        }
    }

    /** Structures have names that areas may not have. */
    private static String area(final int packet)
    {
        return "area" + packet;
    }

    private static RecordLayout bytes(final int length)
    {
        return RecordLayout.named("Bytes").inDeclaredOrder().bytes("all", length).build();
    }
}
