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

import java.util.Comparator;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;

/**
 * Cold path. How throughput grows with nodes (theorem 6.5): k times that of one node, until hops, the ingress or a unit
 * that cannot be divided set an end to it. Without replicas no placement on any number of nodes does better.
 *
 * @param oneNodePerSecond everything fused on one node
 * @param hopsPerSecond instances that may cross between two cores in a second
 * @param widestUnit the unit with most work
 * @param widestUnitPerSecond instances that one core takes of it
 * @param ingressPerSecond instances that one core sequences
 */
public record Scaling(double oneNodePerSecond, double hopsPerSecond, Set<String> widestUnit,
    double widestUnitPerSecond, double ingressPerSecond)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /** Copies the set. */
    public Scaling
    {
        widestUnit = Set.copyOf(widestUnit);
    }

    /**
     * Predicts.
     *
     * @param order of a molecule with at least one packet
     * @param costs of its packets and of the host
     * @return how it scales
     */
    public static Scaling of(final CausalOrder order, final CostModel costs)
    {
        final Set<String> widest =
            order.units().stream().max(Comparator.comparingDouble(unit -> nanos(unit, costs))).orElseThrow();
        return new Scaling(Throughput.of(Deployment.fused(order), costs).perSecond(), costs.host().hopsPerSecond(),
            widest, NANOS_PER_SECOND / nanos(widest, costs), NANOS_PER_SECOND / costs.host().ingressNanos());
    }

    private static double nanos(final Set<String> unit, final CostModel costs)
    {
        return unit.stream().mapToDouble(packet -> Throughput.expectedNanos(packet, costs)).sum();
    }

    /**
     * Returns the bound for a number of nodes.
     *
     * @param nodes 1 or more
     * @return instances a second at most
     */
    public double perSecond(final int nodes)
    {
        if (nodes < 1)
        {
            throw new IllegalArgumentException("a molecule runs on 1 node or more: nodes=" + nodes);
        }
        return nodes == 1 ? oneNodePerSecond : Math.max(oneNodePerSecond,
            Math.min(nodes * oneNodePerSecond, divisible()));
    }

    /** Returns the bound that holds for any number of nodes. */
    public double limitPerSecond()
    {
        return Math.max(oneNodePerSecond, divisible());
    }

    private double divisible()
    {
        return Math.min(hopsPerSecond, Math.min(widestUnitPerSecond, ingressPerSecond));
    }
}
