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

import java.util.HashMap;
import java.util.Map;

/** Cold path. What the nodes had to do when it was looked. Immutable. */
public final class NodeLoads
{
    private final int[] packets;
    private final Map<String, double[]> metrics;

    /**
     * Takes what was seen.
     *
     * @param packets waiting or running, for each node of the plan
     * @param metrics by name, such as {@code cpu_usage}: a figure for each node, the lower the better
     */
    public NodeLoads(final int[] packets, final Map<String, double[]> metrics)
    {
        this.packets = packets.clone();
        this.metrics = new HashMap<>();
        metrics.forEach((name, figures) -> this.metrics.put(name, figures.clone()));
    }

    /**
     * Returns the loads of nodes that do nothing yet.
     *
     * @param nodes how many there are
     * @return all zero
     */
    public static NodeLoads idle(final int nodes)
    {
        return new NodeLoads(new int[nodes], Map.of());
    }

    /** Returns of how many nodes it is. */
    public int nodes()
    {
        return packets.length;
    }

    /**
     * Returns the packets of a node.
     *
     * @param node index
     * @return waiting or running
     */
    public int packets(final int node)
    {
        return packets[node];
    }

    /**
     * Returns how full a node is: {@code current_load / capacity} of algorithm 3.1.
     *
     * @param node index
     * @param capacity of it
     * @return 0 for an idle node, 1 for a full one, more for one that is overrun
     */
    public double load(final int node, final int capacity)
    {
        return (double)packets[node] / capacity;
    }

    /**
     * Returns the load balance factor of section 3.4.2: {@code 1 - (current / max)^2}.
     *
     * @param node index
     * @param capacity of it
     * @return 1 for an idle node, 0 for a full one, negative for one that is overrun
     */
    public double balanceFactor(final int node, final int capacity)
    {
        final double load = load(node, capacity);
        return 1 - load * load;
    }

    /**
     * Returns a metric of a node.
     *
     * @param name of the metric; one that is not measured is the load
     * @param node index
     * @param capacity of the node
     * @return the figure
     */
    public double metric(final String name, final int node, final int capacity)
    {
        final double[] measured = metrics.get(name);
        return measured == null ? load(node, capacity) : measured[node];
    }
}
