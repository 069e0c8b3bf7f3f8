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
package io.packetflow.engine.chemistry.property;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. The periodic properties of all packets of a molecule, and which of them gets a dedicated core first.
 *
 * <p>The ranking goes by electronegativity; where two are equal by ionisation energy, then atomic radius, then
 * reactivity, then composition. Packets of one unit get their core together.
 *
 * @param packets in order of composition
 * @param ranking the first gets a core first
 */
public record PropertyTable(List<PacketProperties> packets, List<CoreRank> ranking)
{
    private static final Map<String, ToDoubleFunction<PacketProperties>> CRITERIA = criteria();

    /** Copies the lists. */
    public PropertyTable
    {
        packets = List.copyOf(packets);
        ranking = List.copyOf(ranking);
    }

    /**
     * A place in the ranking.
     *
     * @param place 1 for the first
     * @param packet name
     * @param decidedBy what put it before the next one
     */
    public record CoreRank(int place, String packet, String decidedBy)
    {
    }

    private static Map<String, ToDoubleFunction<PacketProperties>> criteria()
    {
        final Map<String, ToDoubleFunction<PacketProperties>> criteria = new LinkedHashMap<>();
        criteria.put("electronegativity", PacketProperties::electronegativityCores);
        criteria.put("ionisation energy", PacketProperties::ionisationNanos);
        criteria.put("atomic radius", PacketProperties::atomicRadiusNanos);
        criteria.put("reactivity", properties -> properties.packet().group().reactivityRank());
        return criteria;
    }

    /**
     * Computes the properties.
     *
     * @param workload of the molecule
     * @return properties and ranking
     */
    public static PropertyTable of(final Workload workload)
    {
        final List<PacketProperties> packets = new ArrayList<>();
        for (int packet = 0; packet < workload.graph().size(); packet++)
        {
            packets.add(properties(workload, packet));
        }
        return new PropertyTable(packets, rank(packets));
    }

    private static PacketProperties properties(final Workload workload, final int packet)
    {
        final StructureGraph graph = workload.graph();
        final BitSet affected = affected(graph, packet);
        final int nodes = (int)affected.stream().map(workload::node).distinct().count();
        final double meanNanos = affected.stream().mapToDouble(other -> workload.reachNanos(packet, other))
            .average().orElse(0);
        return new PacketProperties(graph.packet(packet), workload.cost(packet).baseNanos(),
            workload.cost(packet).origin(), workload.cost(packet).priority(), graph.names(affected), nodes, meanNanos,
            workload.demandCores(packet));
    }

    private static BitSet affected(final StructureGraph graph, final int packet)
    {
        final BitSet affected = (BitSet)graph.descendants(packet).clone();
        affected.or(graph.units().get(graph.unitOf(packet)));
        affected.or(graph.metallic(packet));
        for (final String participant : graph.packet(packet).participants())
        {
            if (graph.structure().packet(participant).isPresent())
            {
                affected.set(graph.indexOf(participant));
            }
        }
        affected.clear(packet);
        return affected;
    }

    private static List<CoreRank> rank(final List<PacketProperties> packets)
    {
        final Comparator<PacketProperties> descending = CRITERIA.values().stream()
            .map(criterion -> Comparator.comparingDouble(criterion).reversed())
            .reduce(Comparator::thenComparing).orElseThrow();
        final List<PacketProperties> ordered = packets.stream().sorted(descending).toList();
        final List<CoreRank> ranking = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++)
        {
            final String reason =
                i + 1 < ordered.size() ? decidedBy(ordered.get(i), ordered.get(i + 1)) : "last of all";
            ranking.add(new CoreRank(i + 1, ordered.get(i).packet().name(), reason));
        }
        return ranking;
    }

    private static String decidedBy(final PacketProperties first, final PacketProperties second)
    {
        return CRITERIA.entrySet().stream()
            .filter(entry -> entry.getValue().applyAsDouble(first) != entry.getValue().applyAsDouble(second))
            .map(Map.Entry::getKey).findFirst().orElse("composition");
    }
}
