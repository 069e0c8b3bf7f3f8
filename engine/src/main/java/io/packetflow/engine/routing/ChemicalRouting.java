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
package io.packetflow.engine.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Algorithm 3.1: of the nodes that can execute a packet the one with the highest score.
 *
 * <p>A node can execute the packets of its groups; packets whose group no node has can go anywhere. Of equal scores the
 * node that was declared first wins, so that equal inputs give equal tables.
 */
public final class ChemicalRouting
{
    private static final double NANOS_PER_MICRO = 1_000;

    private final List<RoutingNode> nodes;
    private final NodeLoads loads;
    private final RoutingWeights weights;

    /**
     * Prepares it.
     *
     * @param nodes of the reactor
     * @param loads of them
     * @param weights of the score
     */
    public ChemicalRouting(final List<RoutingNode> nodes, final NodeLoads loads, final RoutingWeights weights)
    {
        if (loads.nodes() != nodes.size())
        {
            throw new IllegalArgumentException("each node has a load: nodes=" + nodes.size() +
                " loads=" + loads.nodes());
        }
        this.nodes = List.copyOf(nodes);
        this.loads = loads;
        this.weights = weights;
    }

    /**
     * Returns the nodes that can execute the packets of a group.
     *
     * @param group of the packets
     * @return indexes, ascending, one at least
     */
    public List<Integer> candidates(final PeriodicGroup group)
    {
        final List<Integer> able = new ArrayList<>();
        final List<Integer> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++)
        {
            all.add(i);
            if (nodes.get(i).specialisation().groups().contains(group))
            {
                able.add(i);
            }
        }
        return able.isEmpty() ? all : able;
    }

    /**
     * Returns the score of a node for the packets of a group.
     *
     * @param group of the packets
     * @param index of the node
     * @return {@code alpha * affinity - beta * load - gamma * latency}
     */
    public double score(final PeriodicGroup group, final int index)
    {
        final RoutingNode node = nodes.get(index);
        return weights.alpha() * node.specialisation().affinity(group) -
            weights.beta() * loads.load(index, node.capacity()) -
            weights.gamma() * (node.latencyNanos() / NANOS_PER_MICRO);
    }

    /**
     * Orders nodes from the best to the worst.
     *
     * @param group of the packets
     * @param candidates indexes
     * @return the same indexes; the first is the target
     */
    public List<Integer> ranked(final PeriodicGroup group, final List<Integer> candidates)
    {
        return candidates.stream().sorted(Comparator.comparingDouble((Integer index) -> -score(group, index))
            .thenComparing(Comparator.naturalOrder())).toList();
    }

    /**
     * Orders nodes by a metric, the lowest first; of equal ones the better score comes first.
     *
     * @param group of the packets
     * @param candidates indexes
     * @param metric name
     * @return the same indexes; the first is the target
     */
    public List<Integer> balanced(final PeriodicGroup group, final List<Integer> candidates, final String metric)
    {
        return ranked(group, candidates).stream().sorted(Comparator.comparingDouble(
            (Integer index) -> loads.metric(metric, index, nodes.get(index).capacity()))).toList();
    }
}
