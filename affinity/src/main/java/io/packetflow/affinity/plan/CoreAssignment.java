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
 * Cold path. A node on its CPU.
 *
 * @param node name
 * @param home label of the node
 * @param cpu to which its thread is pinned
 * @param socket of that CPU on the host that was planned for, -1 if it has no such CPU
 * @param numaNode of that CPU: where the node's memory belongs; -1 if unknown
 * @param critical whether an output waits for the node
 * @param spinning whether the node may busy-spin; one that shares its physical core must yield
 * @param reason why the node is there
 */
public record CoreAssignment(
    String node,
    String home,
    int cpu,
    int socket,
    int numaNode,
    boolean critical,
    boolean spinning,
    String reason)
{
    /** Checks that the CPU can exist. */
    public CoreAssignment
    {
        if (cpu < 0 || cpu > CpuSet.MAX_CPU)
        {
            throw new IllegalArgumentException(
                "node '" + node + "': a CPU number is from 0 to " + CpuSet.MAX_CPU + ": " + cpu);
        }
    }
}
