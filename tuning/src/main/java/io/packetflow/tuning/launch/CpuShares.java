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
package io.packetflow.tuning.launch;

import java.util.Optional;
import java.util.stream.Collectors;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. Which CPUs of a host the engine gets, and for what.
 *
 * @param pinned       CPUs of the nodes
 * @param housekeeping CPUs of the JVM's own threads and of helper threads
 * @param memoryNodes  NUMA nodes of the engine's memory, separated by commas; empty where there is nothing to choose
 */
public record CpuShares(CpuSet pinned, CpuSet housekeeping, String memoryNodes)
{
    /**
     * The shares of a plan. A plan that leaves no CPU for housekeeping starts the JVM among its nodes.
     *
     * @param plan     of the engine
     * @param topology of the host
     * @return the shares
     */
    public static CpuShares of(final CorePlan plan, final CpuTopology topology)
    {
        final CpuSet pinned = CpuSet.of(plan.assignments().stream().mapToInt(CoreAssignment::cpu));
        final CpuSet critical = CpuSet.of(plan.assignments().stream()
            .filter(CoreAssignment::critical).mapToInt(CoreAssignment::cpu));
        return new CpuShares(pinned, plan.housekeeping().isEmpty() ? pinned : plan.housekeeping(),
            memoryNodes(critical, Optional.of(topology)));
    }

    /**
     * The NUMA nodes next to some CPUs.
     *
     * @param critical CPUs on the path of an output
     * @param topology of the host; nothing where it is unknown
     * @return numbers separated by commas; nothing where there is only one, which needs no binding
     */
    public static String memoryNodes(final CpuSet critical, final Optional<CpuTopology> topology)
    {
        return topology.filter(host -> host.numaNodes().size() > 1)
            .map(host -> host.cpus().stream()
                .filter(cpu -> critical.contains(cpu.id()) && cpu.online())
                .map(cpu -> cpu.numaNode()).distinct().sorted().map(String::valueOf)
                .collect(Collectors.joining(","))).orElse("");
    }

    /** @return every CPU that the engine may use */
    public CpuSet all()
    {
        return pinned.union(housekeeping);
    }
}
