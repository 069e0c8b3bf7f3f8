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
package io.packetflow.engine.optimizer;

import java.util.Locale;

/**
 * Cold path. What is expected of a structure in a placement, in nanoseconds at the median.
 *
 * @param separations pairs of packets that are kept apart and share a node all the same
 * @param overload what the busiest node lacks at the demanded rate, in cores; 0 where no rate is demanded
 * @param latencyNanos from the arrival of an instance that comes alone to the end of its last output: the critical path
 *                     of {@link io.packetflow.engine.analysis.performance.CriticalPath}
 * @param queueNanos that it waits on average in front of the nodes of its critical path at the demanded rate; 0 where
 *                   a node is overloaded, since the queue grows without end there
 * @param fetchNanos for cache lines that the nodes of its critical path fetch from others, beyond the one that a hop
 *                   brings along
 * @param throughputPerSecond instances that the placement takes at most ({@link
 *                            io.packetflow.engine.analysis.performance.Throughput})
 * @param nodes that are used, the sequencing one included
 */
public record Prediction(int separations, double overload, double latencyNanos, double queueNanos, double fetchNanos,
    double throughputPerSecond, int nodes)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /** Returns latency, queue and fetches. */
    public double totalNanos()
    {
        return latencyNanos + queueNanos + fetchNanos;
    }

    /** Returns the time between two instances at full load. */
    public double intervalNanos()
    {
        return NANOS_PER_SECOND / throughputPerSecond;
    }

    /**
     * Returns what a goal makes smaller.
     *
     * @param goal of the optimiser
     * @return nanoseconds
     */
    public double nanos(final Goal goal)
    {
        return goal == Goal.LATENCY ? totalNanos() : intervalNanos();
    }

    /** Returns the latency and the throughput, one line. */
    @Override
    public String toString()
    {
        return String.format(Locale.ROOT, "%,.0f ns%s%s, %,.0f/s on %d node%s%s", totalNanos(),
            queueNanos > 0 ? String.format(Locale.ROOT, " (queue %,.0f)", queueNanos) : "",
            fetchNanos > 0 ? String.format(Locale.ROOT, " (cache lines %,.0f)", fetchNanos) : "",
            throughputPerSecond, nodes, nodes == 1 ? "" : "s",
            overload > 0 ? String.format(Locale.ROOT, ", overloaded by %.2f cores", overload) : "");
    }
}
