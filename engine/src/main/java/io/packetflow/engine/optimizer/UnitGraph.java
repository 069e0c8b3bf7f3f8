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

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. The units of a structure as arrays: which packets they hold, which units they wait for, what they cost.
 * Made once a structure; a placement is then a number for each unit. Units are numbered in ionic order.
 */
final class UnitGraph
{
    private final StructureGraph graph;
    private final int[] order;
    private final int[] position;
    private final int[][] packets;
    private final int[][] predecessors;
    private final int[][] successors;
    private final double[] baseNanos;
    private final double[] expectedNanos;
    private final boolean[] controlFlow;

    UnitGraph(final StructureGraph graph, final CostModel costs)
    {
        this.graph = graph;
        final List<BitSet> units = graph.units();
        order = graph.order().stream().mapToInt(packet -> packet).toArray();
        position = new int[graph.size()];
        baseNanos = new double[graph.size()];
        expectedNanos = new double[graph.size()];
        packets = new int[units.size()][];
        predecessors = new int[units.size()][];
        successors = new int[units.size()][];
        controlFlow = new boolean[units.size()];
        int rank = 0;
        for (final int packet : order)
        {
            position[packet] = rank++;
            final PacketCost cost = costs.packet(graph.name(packet));
            baseNanos[packet] = cost.baseNanos();
            expectedNanos[packet] = cost.baseNanos() * cost.firingShare();
        }
        for (int unit = 0; unit < packets.length; unit++)
        {
            packets[unit] = units.get(unit).stream().boxed()
                .sorted((one, other) -> Integer.compare(position[one], position[other])).mapToInt(i -> i).toArray();
            predecessors[unit] = neighbours(unit, true);
            successors[unit] = neighbours(unit, false);
            controlFlow[unit] =
                units.get(unit).stream().anyMatch(packet -> graph.packet(packet).group() == PeriodicGroup.CF);
        }
    }

    private int[] neighbours(final int unit, final boolean before)
    {
        final Set<Integer> neighbours = new TreeSet<>();
        for (final int packet : packets[unit])
        {
            (before ? graph.predecessors(packet) : graph.successors(packet)).stream()
                .forEach(other -> neighbours.add(graph.unitOf(other)));
        }
        neighbours.remove(unit);
        return neighbours.stream().mapToInt(i -> i).toArray();
    }

    StructureGraph graph()
    {
        return graph;
    }

    /** All packets in ionic order. */
    int[] order()
    {
        return order;
    }

    int units()
    {
        return packets.length;
    }

    int unitOf(final int packet)
    {
        return graph.unitOf(packet);
    }

    /** Its packets in ionic order; the array belongs to the graph, as those below do. */
    int[] packets(final int unit)
    {
        return packets[unit];
    }

    /** Units with a packet that a packet of this one directly waits for. */
    int[] predecessors(final int unit)
    {
        return predecessors[unit];
    }

    int[] successors(final int unit)
    {
        return successors[unit];
    }

    /** Rank of a packet in ionic order. */
    int position(final int packet)
    {
        return position[packet];
    }

    double baseNanos(final int packet)
    {
        return baseNanos[packet];
    }

    /** Time of a packet, as often as it fires. */
    double expectedNanos(final int packet)
    {
        return expectedNanos[packet];
    }

    double expectedNanosOf(final int unit)
    {
        double nanos = 0;
        for (final int packet : packets[unit])
        {
            nanos += expectedNanos[packet];
        }
        return nanos;
    }

    /** Whether it holds control flow, which is never taken apart. */
    boolean hasControlFlow(final int unit)
    {
        return controlFlow[unit];
    }

    /** Group of its first packet in order of composition, whose core is its home. */
    PeriodicGroup home(final int unit)
    {
        return graph.packet(graph.units().get(unit).nextSetBit(0)).group();
    }

    /** Names of the packets of some units, in ionic order. */
    List<String> names(final BitSet units)
    {
        return units.stream().flatMap(unit -> Arrays.stream(packets[unit])).boxed()
            .sorted((one, other) -> Integer.compare(position[one], position[other])).map(graph::name).toList();
    }
}
