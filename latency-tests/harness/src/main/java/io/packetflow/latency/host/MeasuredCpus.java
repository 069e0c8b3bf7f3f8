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
package io.packetflow.latency.host;

import java.util.List;
import java.util.stream.IntStream;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CoreDemand;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.plan.CorePlanOptions;
import io.packetflow.affinity.plan.CorePlanner;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.HostException;

/**
 * Cold path. The CPUs on which hand-written loops spin: those that the engine's planner would give to as many spinning
 * nodes of one path, so that floor and engine are measured at the same places.
 */
public final class MeasuredCpus
{
    private static final String HOME = "measured";

    private MeasuredCpus()
    {
    }

    /**
     * Chooses CPUs on this host.
     *
     * @param count of threads that spin
     * @return as many CPUs, in the order of the threads
     * @throws HostException if the host has too few cores
     */
    public static List<Integer> choose(final int count)
    {
        return choose(count, CpuTopology.live());
    }

    static List<Integer> choose(final int count, final CpuTopology topology)
    {
        final List<CoreDemand> demands = IntStream.range(0, count)
            .mapToObj(index -> new CoreDemand("spinner" + index, HOME, true, true, 1)).toList();
        try
        {
            return CorePlanner.plan(topology, demands, CorePlanOptions.defaults()).assignments().stream()
                .map(CoreAssignment::cpu).toList();
        }
        catch (final CorePlanException e)
        {
            throw new HostException("this needs " + count + " cores of its own to spin on: " + e.getMessage(), e);
        }
    }
}
