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
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.cost.CostModel;

/**
 * Cold path. How many instances a second a deployment takes at most (definition 6.5): as many as its busiest node, and
 * where it crosses nodes, as many as a hop carries. Packets count as often as they fire.
 *
 * @param loads of the nodes, in order
 * @param hopsPerSecond instances that may cross between two cores in a second, infinite where nothing crosses
 */
public record Throughput(List<NodeLoad> loads, double hopsPerSecond)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * What one instance asks of a node.
     *
     * @param node name
     * @param nanos of work, calls, barriers and ingress on average
     */
    public record NodeLoad(String node, double nanos)
    {
        /** Returns how many instances a second the node takes. */
        public double capacityPerSecond()
        {
            return NANOS_PER_SECOND / nanos;
        }
    }

    /** Copies the list. */
    public Throughput
    {
        loads = List.copyOf(loads);
    }

    /**
     * Predicts.
     *
     * @param deployment of a molecule
     * @param costs of its packets and of the host
     * @return its bound
     */
    public static Throughput of(final Deployment deployment, final CostModel costs)
    {
        final List<NodeLoad> loads = new ArrayList<>();
        for (int node = 0; node < deployment.nodes().size(); node++)
        {
            final int index = node;
            final double stages = deployment.stages().stream().filter(stage -> stage.node() == index)
                .mapToDouble(stage -> nanos(stage, costs)).sum();
            loads.add(new NodeLoad(deployment.nodes().get(node).name(),
                stages + (node == Steps.SEQUENCING ? costs.host().ingressNanos() : 0)));
        }
        return new Throughput(
            loads, deployment.crossesNodes() ? costs.host().hopsPerSecond() : Double.POSITIVE_INFINITY);
    }

    private static double nanos(final Deployment.Stage stage, final CostModel costs)
    {
        return costs.host().stageNanos() + costs.host().callNanos() * (stage.packets().size() - 1) +
            stage.packets().stream().mapToDouble(packet -> expectedNanos(packet, costs)).sum();
    }

    static double expectedNanos(final String packet, final CostModel costs)
    {
        return costs.packet(packet).baseNanos() * costs.packet(packet).firingShare();
    }

    /** Returns the busiest node, the first of several. */
    public NodeLoad bottleneck()
    {
        return loads.stream().max(Comparator.comparingDouble(NodeLoad::nanos)).orElseThrow();
    }

    /** Returns the bound. */
    public double perSecond()
    {
        return Math.min(bottleneck().capacityPerSecond(), hopsPerSecond);
    }

    /** Returns what sets the bound, for people. */
    public String limit()
    {
        return bottleneck().capacityPerSecond() <= hopsPerSecond ? "node " + bottleneck().node() :
            "hops between cores";
    }
}
