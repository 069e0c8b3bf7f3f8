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
package io.packetflow.affinity.plan;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. A physical core as the planner sees it.
 *
 * @param core number on the host
 * @param socket that holds it
 * @param numaNode next to it
 * @param l3Group in which it is
 * @param cpus of the core that are usable
 * @param siblings all online CPUs of the core
 * @param isolated whether the load balancer leaves all usable CPUs of it alone
 * @param startMask whether helper threads run here: the process was started on it, and not on the whole host
 */
record PhysicalCore(
    int core, int socket, int numaNode, int l3Group, CpuSet cpus, CpuSet siblings, boolean isolated, boolean startMask)
{
    /** Returns whether CPU 0 is on this core, usable or not: timekeeping and unmovable interrupts live there. */
    boolean isBoot()
    {
        return siblings.contains(0);
    }

    /** Returns the CPU that a node of its own gets: the lowest, but CPU 0 last, which the kernel likes best. */
    int primaryCpu()
    {
        final CpuSet others = cpus.minus(CpuSet.of(0));
        return others.isEmpty() ? 0 : others.first();
    }
}
