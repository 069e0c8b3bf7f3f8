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
package io.packetflow.affinity.topology;

/**
 * Cold path. One logical CPU (hardware thread) of a host.
 *
 * @param id number that the kernel gives it and that threads are pinned to
 * @param socket physical package as the kernel numbers it, {@link #UNKNOWN} while offline
 * @param core physical core, numbered densely over the whole host in the order of each core's lowest CPU (as
 *     {@code lscpu} does), {@link #UNKNOWN} while offline
 * @param numaNode memory node next to it, {@link #UNKNOWN} while offline
 * @param l3Group CPUs with the same number share a level-3 cache, numbered densely; {@link #UNKNOWN} where the host
 *     does not say
 * @param smtSiblings online CPUs of the same physical core, this one included
 * @param online whether the kernel schedules on it
 * @param isolated whether the kernel's load balancer leaves it alone ({@code isolcpus} or an isolated partition)
 */
public record Cpu(
    int id,
    int socket,
    int core,
    int numaNode,
    int l3Group,
    CpuSet smtSiblings,
    boolean online,
    boolean isolated)
{
    /** A number that the host does not give. */
    public static final int UNKNOWN = -1;

    /** Checks that the CPU belongs to its own core. */
    public Cpu
    {
        if (id < 0 || id > CpuSet.MAX_CPU)
        {
            throw new IllegalArgumentException("a CPU number is from 0 to " + CpuSet.MAX_CPU + ": " + id);
        }
        if (!smtSiblings.contains(id))
        {
            throw new IllegalArgumentException(
                "CPU " + id + " is not among the CPUs of its own core: '" + smtSiblings + "'");
        }
    }
}
