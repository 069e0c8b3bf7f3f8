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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. What no plan can be faster than: the ingress, then the longest path of packets that must run one after the
 * other, bonded or in one unit, with the cheapest step of this host between each two. O(n + e).
 *
 * @param packets of the longest path to the end that was asked for
 * @param workNanos of these packets
 * @param stepNanos between each two of them
 * @param ingressNanos before the first
 */
public record LatencyFloor(List<String> packets, double workNanos, double stepNanos, double ingressNanos)
{
    /** Copies the list. */
    public LatencyFloor
    {
        packets = List.copyOf(packets);
    }

    /**
     * Computes it for the end of one packet.
     *
     * @param end name of a packet
     * @param order of the molecule
     * @param costs of its packets and of the host
     * @param knownOnly whether packets of which nobody said or measured anything count as taking no time
     * @return the floor
     */
    public static LatencyFloor to(
        final String end, final CausalOrder order, final CostModel costs, final boolean knownOnly)
    {
        final ToDoubleFunction<String> work = packet ->
            knownOnly && costs.packet(packet).origin() == CostOrigin.ASSUMED ? 0 : costs.packet(packet).baseNanos();
        final double step = cheapestStep(costs.host());
        final Map<String, Double> ends = new HashMap<>();
        final Map<String, String> behind = new HashMap<>();
        final Map<Integer, String> lastOfUnit = new HashMap<>();
        for (final String packet : order.packets())
        {
            final List<String> before = new ArrayList<>(order.predecessors(packet));
            final String neighbour = lastOfUnit.put(order.unitOf(packet), packet);
            if (neighbour != null)
            {
                before.add(neighbour);
            }
            double start = 0;
            for (final String other : before)
            {
                if (!behind.containsKey(packet) || ends.get(other) + step > start)
                {
                    start = ends.get(other) + step;
                    behind.put(packet, other);
                }
            }
            ends.put(packet, start + work.applyAsDouble(packet));
        }
        return pathTo(end, behind, work, step, costs.host());
    }

    private static LatencyFloor pathTo(final String end, final Map<String, String> behind,
        final ToDoubleFunction<String> work, final double step, final HostCosts host)
    {
        final List<String> path = new ArrayList<>();
        for (String packet = end; packet != null; packet = behind.get(packet))
        {
            path.add(0, packet);
        }
        return new LatencyFloor(path, path.stream().mapToDouble(work).sum(), step, host.ingressNanos());
    }

    private static double cheapestStep(final HostCosts host)
    {
        return Math.min(Math.min(host.callNanos(), host.stageNanos()), Math.min(host.hopNanos(),
            host.remoteHopNanos()));
    }

    /** Returns the sum. */
    public double totalNanos()
    {
        return ingressNanos + workNanos + stepNanos * (packets.size() - 1);
    }
}
