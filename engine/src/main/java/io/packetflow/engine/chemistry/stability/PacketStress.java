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
package io.packetflow.engine.chemistry.stability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. The resource contention of one packet in its molecule (section 3.2.2), without unit, not negative.
 *
 * <p>Contention for tables: its firing share times, for each resource and each other user of it, the probability that
 * the other is in its way. For a packet of the same unit that is its demand, at most 1: the two run one after the
 * other on one core. For one of another unit it is its firing share: nothing keeps the two apart.
 *
 * <p>Contention for the core: its part of what its node's utilisation exceeds 1 by.
 *
 * @param packet name
 * @param rivals names of those with which it shares resources
 * @param tableContention for resources
 * @param coreContention for its core, 0 as long as the node is not overloaded
 */
public record PacketStress(String packet, List<String> rivals, double tableContention, double coreContention)
{
    /** Copies the list. */
    public PacketStress
    {
        rivals = List.copyOf(rivals);
    }

    /**
     * Measures all packets.
     *
     * @param workload of the molecule
     * @return stress in order of composition
     */
    public static List<PacketStress> of(final Workload workload)
    {
        final List<PacketStress> stresses = new ArrayList<>();
        for (int packet = 0; packet < workload.graph().size(); packet++)
        {
            final BitSet rivals = workload.graph().sharing(packet);
            stresses.add(new PacketStress(workload.graph().name(packet), workload.graph().names(rivals),
                tables(workload, packet, rivals), core(workload, packet)));
        }
        return stresses;
    }

    private static double tables(final Workload workload, final int packet, final BitSet rivals)
    {
        final StructureGraph graph = workload.graph();
        double contention = 0;
        for (int rival = rivals.nextSetBit(0); rival >= 0; rival = rivals.nextSetBit(rival + 1))
        {
            final List<String> shared = new ArrayList<>(graph.packet(rival).resources());
            shared.retainAll(graph.packet(packet).resources());
            final double inTheWay = graph.unitOf(rival) == graph.unitOf(packet) ?
                Math.min(1, workload.demandCores(rival)) : workload.cost(rival).firingShare();
            contention += shared.size() * inTheWay;
        }
        return workload.cost(packet).firingShare() * contention;
    }

    private static double core(final Workload workload, final int packet)
    {
        final double utilisation = workload.utilisation(workload.node(packet));
        return utilisation > 1 ? workload.demandCores(packet) * (utilisation - 1) / utilisation : 0;
    }

    /** Returns the contention of both kinds. */
    public double contention()
    {
        return tableContention + coreContention;
    }
}
