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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. The usable physical cores of a host, and what housekeeping leaves of them. Planner and check both stand
 * on it, so that they cannot disagree.
 */
final class HostCores
{
    /** From so many usable physical cores on, housekeeping gets cores of its own. */
    static final int LARGE_HOST_CORES = 4;

    private final List<PhysicalCore> cores;
    private final CpuSet usable;
    private final CpuSet within;

    HostCores(final CpuTopology topology, final CpuSet within)
    {
        this.usable = topology.usable();
        this.within = within.isEmpty() ? usable : usable.intersect(within);
        final CpuSet startMask = topology.startMask().orElse(CpuSet.EMPTY);
        final boolean startMaskTells = !startMask.containsAll(usable);
        final TreeMap<Integer, PhysicalCore> byCore = new TreeMap<>();
        for (final int id : usable)
        {
            final Cpu cpu = topology.cpu(id).orElseThrow();
            final CpuSet cpus = cpu.smtSiblings().intersect(usable);
            byCore.putIfAbsent(cpu.core(), new PhysicalCore(cpu.core(), cpu.socket(), cpu.numaNode(), cpu.l3Group(),
                cpus, cpu.smtSiblings(), topology.isolated().containsAll(cpus),
                startMaskTells && !cpus.intersect(startMask).isEmpty()));
        }
        this.cores = List.copyOf(byCore.values());
    }

    CpuSet usable()
    {
        return usable;
    }

    boolean isLarge()
    {
        return cores.size() >= LARGE_HOST_CORES;
    }

    /** Returns all usable cores, also those that the options leave out. */
    List<PhysicalCore> all()
    {
        return cores;
    }

    /** Returns the cores that a plan may use, each with those of its CPUs that it may use. */
    List<PhysicalCore> plannable()
    {
        return cores.stream()
            .filter(this::isPlannable)
            .map((core) -> new PhysicalCore(core.core(), core.socket(), core.numaNode(), core.l3Group(),
                core.cpus().intersect(within), core.siblings(), core.isolated(), core.startMask()))
            .toList();
    }

    Optional<PhysicalCore> coreOf(final int cpu)
    {
        return cores.stream().filter((core) -> core.cpus().contains(cpu)).findFirst();
    }

    List<Integer> sockets()
    {
        return cores.stream().map(PhysicalCore::socket).distinct().sorted().toList();
    }

    /** Returns how many nodes can spin on a socket while housekeeping keeps its core. */
    int capacity(final int socket)
    {
        final List<PhysicalCore> plannable =
            cores.stream().filter((core) -> core.socket() == socket && isPlannable(core)).toList();
        if (!isLarge())
        {
            return plannable.size();
        }
        final boolean boot = plannable.stream().anyMatch(PhysicalCore::isBoot);
        final boolean spare = cores.stream().anyMatch((core) -> core.socket() == socket && !isPlannable(core));
        return plannable.size() - (boot || !spare ? 1 : 0);
    }

    /** Returns whether nodes could spin on another socket than the given one. */
    boolean hasOtherSocket(final int socket)
    {
        return sockets().stream().anyMatch((other) -> other != socket && capacity(other) > 0);
    }

    /**
     * Chooses a core of each socket for housekeeping: the one of CPU 0, else one that the plan may not use anyway, one
     * on which the process was started, one that is not isolated, the lowest. On small hosts there is none.
     *
     * @param taken whether a core is pinned by the configuration and cannot serve
     * @return the cores, one for each socket that has one left
     */
    List<PhysicalCore> housekeeping(final Predicate<PhysicalCore> taken)
    {
        final List<PhysicalCore> kept = new ArrayList<>();
        if (isLarge())
        {
            for (final int socket : sockets())
            {
                cores.stream()
                    .filter((core) -> core.socket() == socket && !taken.test(core))
                    .min(Comparator.comparing((PhysicalCore core) -> !core.isBoot())
                        .thenComparing(this::isPlannable)
                        .thenComparing((core) -> !core.startMask())
                        .thenComparing(PhysicalCore::isolated)
                        .thenComparing(PhysicalCore::core))
                    .ifPresent(kept::add);
            }
        }
        return kept;
    }

    private boolean isPlannable(final PhysicalCore core)
    {
        return !core.cpus().intersect(within).isEmpty();
    }
}
