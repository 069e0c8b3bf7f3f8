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
package io.packetflow.engine.analysis.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Which resources each packet acquires, in which order, one after the other, as far as another node wants
 * them too. A packet holds what it has acquired until it completes. A resource whose users all run on one node is never
 * waited for, so it does not appear.
 *
 * @param placement of the packets
 * @param ofPacket contended resources by packet in order of acquisition, for packets that have any
 */
public record Acquisitions(Placement placement, Map<String, List<String>> ofPacket)
{
    /**
     * Reads the acquisitions of a structure.
     *
     * @param structure whose packets list their resources in order of acquisition
     * @param placement of its packets; those that it does not place are left out
     * @return contended resources by packet
     */
    public static Acquisitions of(final MolecularStructure structure, final Placement placement)
    {
        final Map<String, Set<String>> nodesOf = new LinkedHashMap<>();
        final List<Constituent> placed = structure.composition().stream()
            .filter(packet -> placement.places(packet.name())).toList();
        placed.forEach(packet -> packet.resources().forEach(resource -> nodesOf
            .computeIfAbsent(resource, name -> new LinkedHashSet<>()).add(placement.node(packet.name()))));
        final Map<String, List<String>> ofPacket = new LinkedHashMap<>();
        for (final Constituent packet : placed)
        {
            final List<String> contended = packet.resources().stream().distinct()
                .filter(resource -> nodesOf.get(resource).size() > 1).toList();
            if (!contended.isEmpty())
            {
                ofPacket.put(packet.name(), contended);
            }
        }
        return new Acquisitions(placement, ofPacket);
    }

    /** Returns every moment at which a packet holds resources and acquires one more, in order of composition. */
    List<HoldAndWait> moments()
    {
        final List<HoldAndWait> moments = new ArrayList<>();
        ofPacket.forEach((packet, resources) ->
        {
            for (int wanted = 1; wanted < resources.size(); wanted++)
            {
                moments.add(new HoldAndWait(
                    packet, placement.node(packet), resources.subList(0, wanted), resources.get(wanted)));
            }
        });
        return moments;
    }
}
