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
package io.packetflow.engine.chemistry.structure;

import java.util.Arrays;
import java.util.List;

/**
 * Cold path. The longest ionic paths by base time, in nanoseconds without load and without hops: how much of the
 * critical path a packet or a bond is part of. Immutable.
 */
public final class LongestPaths
{
    private final Workload workload;
    private final double[] arriving;
    private final double[] leaving;
    private final double criticalNanos;

    /**
     * Measures all paths.
     *
     * @param workload with the base times
     */
    public LongestPaths(final Workload workload)
    {
        this.workload = workload;
        final StructureGraph graph = workload.graph();
        arriving = new double[graph.size()];
        leaving = new double[graph.size()];
        final List<Integer> order = graph.order();
        for (final int packet : order)
        {
            arriving[packet] = base(packet) +
                graph.predecessors(packet).stream().mapToDouble(before -> arriving[before]).max().orElse(0);
        }
        for (int i = order.size() - 1; i >= 0; i--)
        {
            final int packet = order.get(i);
            leaving[packet] = base(packet) +
                graph.successors(packet).stream().mapToDouble(after -> leaving[after]).max().orElse(0);
        }
        criticalNanos = Arrays.stream(arriving).max().orElse(0);
    }

    private double base(final int packet)
    {
        return workload.cost(packet).baseNanos();
    }

    /** Returns the length of the critical path in nanoseconds. */
    public double criticalNanos()
    {
        return criticalNanos;
    }

    /**
     * Returns the longest path through a packet.
     *
     * @param packet index
     * @return nanoseconds
     */
    public double throughNanos(final int packet)
    {
        return arriving[packet] + leaving[packet] - base(packet);
    }

    /**
     * Returns the longest path along an ionic bond.
     *
     * @param from index of the first packet
     * @param to index of the second packet
     * @return nanoseconds
     */
    public double alongNanos(final int from, final int to)
    {
        return arriving[from] + leaving[to];
    }
}
