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
package io.packetflow.engine.chemistry.emergent;

import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Resource optimisation (section 3.2.3): {@code total work / total resources} of a placement, without unit,
 * 0 to 1: the share of its cores' time in which packets work. A node spins whether it has work or not, so all its time
 * is a resource that is used.
 *
 * @param perSecond instances that come: the declared rate as far as the placement can take it, else all that it can
 * @param workNanos of all packets, an instance
 * @param nodes cores that the placement holds
 */
public record ResourceEfficiency(double perSecond, double workNanos, int nodes)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Computes it for a placement.
     *
     * @param workload of the molecule
     * @return its efficiency
     */
    public static ResourceEfficiency of(final Workload workload)
    {
        final Throughput throughput = Throughput.of(workload);
        final double declared = workload.costs().ratePerSecond();
        final double possible = throughput.perSecond();
        return new ResourceEfficiency(declared > 0 ? Math.min(declared, possible) : possible,
            throughput.totalWorkNanos(), workload.placement().nodes());
    }

    /** Returns the total work in core seconds a second: how many cores would do it if they did nothing else. */
    public double workCores()
    {
        return workNanos > 0 ? perSecond * workNanos / NANOS_PER_SECOND : 0;
    }

    /** Returns the efficiency, 0 to 1. */
    public double efficiency()
    {
        return workCores() / nodes;
    }
}
