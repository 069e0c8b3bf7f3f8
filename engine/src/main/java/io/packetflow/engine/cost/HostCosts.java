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
package io.packetflow.engine.cost;

/**
 * Cold path. What the engine's own steps cost on a host, in nanoseconds at the median.
 *
 * @param origin where the figures come from, for people: a host and a date, or that they are assumed
 * @param ingressNanos sequencing and publication of an instance on its node
 * @param callNanos from one packet to the next in a fused stage
 * @param stageNanos from one stage to the next on the same node: a barrier that is open, and a sequence that is set
 * @param hopNanos from a stage to one on another core of the same socket, one way
 * @param remoteHopNanos from a stage to one on another socket, one way
 * @param hopsPerSecond instances that may cross between two cores in a second
 */
public record HostCosts(
    String origin,
    double ingressNanos,
    double callNanos,
    double stageNanos,
    double hopNanos,
    double remoteHopNanos,
    double hopsPerSecond)
{
    /**
     * For a host that was not measured: a hop of 140 ns as measured on virtual machines of two cores, one between
     * sockets assumed to cost 2.5 times as much.
     */
    public static final HostCosts ASSUMED =
        new HostCosts("assumed; not measured on this host", 12, 1, 6, 140, 350, 20e6);

    /** Checks the ranges. */
    public HostCosts
    {
        requireNonNegative("ingressNanos", ingressNanos);
        requireNonNegative("callNanos", callNanos);
        requireNonNegative("stageNanos", stageNanos);
        requireNonNegative("hopNanos", hopNanos);
        requireNonNegative("remoteHopNanos", remoteHopNanos);
        if (!(hopsPerSecond > 0))
        {
            throw new IllegalArgumentException("hopsPerSecond must be above 0: " + hopsPerSecond);
        }
    }

    /**
     * Returns what it costs to fetch a cache line that another core wrote: half of a hop, which takes a line from its
     * writer and another one back.
     */
    public double lineNanos()
    {
        return hopNanos / 2;
    }

    private static void requireNonNegative(final String name, final double value)
    {
        if (!(value >= 0))
        {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}
