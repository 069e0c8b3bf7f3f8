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

import java.util.List;

/**
 * Cold path. What is known of a reactor's routes before any packet moves. Immutable.
 *
 * @param reactor name
 * @param nodes one at least; their indexes are what tables give
 * @param policies in order of declaration: of those of an element the first whose conditions hold decides
 * @param weights of algorithm 3.1
 */
public record RoutingPlan(
    String reactor, List<RoutingNode> nodes, List<RoutingPolicy> policies, RoutingWeights weights)
{
    /** Copies the lists and checks that policies name nodes that are there. */
    public RoutingPlan
    {
        nodes = List.copyOf(nodes);
        policies = List.copyOf(policies);
        if (nodes.isEmpty())
        {
            throw new IllegalArgumentException("a reactor has nodes: reactor=" + reactor);
        }
        for (final RoutingPolicy policy : policies)
        {
            for (final int index : policy.pool())
            {
                if (index < 0 || index >= nodes.size())
                {
                    throw new IllegalArgumentException(
                        "a pool holds nodes of the reactor: index=" + index + " nodes=" + nodes.size());
                }
            }
        }
    }

    /** Returns the NUMA domains of the nodes, ascending: a region is at home in the one of its number, in turn. */
    public List<Integer> domains()
    {
        return nodes.stream().map(RoutingNode::numaNode).distinct().sorted().toList();
    }
}
