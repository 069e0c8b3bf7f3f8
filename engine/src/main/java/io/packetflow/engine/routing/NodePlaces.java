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
package io.packetflow.engine.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. Gives the nodes of a reactor cores of a host: one each, as long as there are some; the nodes of a pool in
 * all NUMA domains in turn, so that each region has one near; then the cores once more. The first core is that of the
 * ingress, from which latencies count. Where the host is large, the core of CPU 0 is left to the kernel.
 */
public final class NodePlaces
{
    private static final int LARGE_HOST_CORES = 4;

    /**
     * A core for a node.
     *
     * @param cpu lowest one of the core
     * @param numaNode next to it
     * @param latencyNanos from the ingress, one way
     */
    public record Place(int cpu, int numaNode, double latencyNanos)
    {
    }

    private final List<List<Cpu>> domains = new ArrayList<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private final HostCosts costs;
    private final Cpu ingress;

    /**
     * Prepares the cores of a host.
     *
     * @param host with a usable CPU
     * @param costs of its hops
     */
    public NodePlaces(final CpuTopology host, final HostCosts costs)
    {
        this.costs = costs;
        final List<Cpu> cores = cores(host);
        if (cores.isEmpty())
        {
            throw new IllegalArgumentException("no CPU of the host is usable: host=" + host.source());
        }
        cores.stream().map(Cpu::numaNode).distinct().sorted().forEach(domain ->
            domains.add(cores.stream().filter(cpu -> cpu.numaNode() == domain).toList()));
        ingress = domains.get(0).get(0);
    }

    /** Returns the cores that nodes may have. */
    public int cores()
    {
        return domains.stream().mapToInt(List::size).sum();
    }

    /**
     * Takes a core for the next node.
     *
     * @param index of the node in its pool
     * @return its place; a core is given again when all of its domain are taken
     */
    public Place next(final int index)
    {
        final int domain = index % domains.size();
        final List<Cpu> cores = domains.get(domain);
        final int number = used.merge(domain, 1, Integer::sum) - 1;
        final Cpu cpu = cores.get(number % cores.size());
        return new Place(cpu.id(), cpu.numaNode(), latencyNanos(cpu));
    }

    private double latencyNanos(final Cpu cpu)
    {
        if (cpu.core() == ingress.core())
        {
            return costs.stageNanos();
        }
        return cpu.socket() == ingress.socket() ? costs.hopNanos() : costs.remoteHopNanos();
    }

    private static List<Cpu> cores(final CpuTopology host)
    {
        final List<Cpu> cores = new ArrayList<>();
        final Map<Integer, Cpu> lowest = new HashMap<>();
        for (final int id : host.usable())
        {
            final Cpu cpu = host.cpu(id).orElseThrow();
            lowest.merge(cpu.core(), cpu, (one, other) -> one.id() < other.id() ? one : other);
        }
        lowest.values().stream().filter(cpu -> cpu.id() != 0 || lowest.size() < LARGE_HOST_CORES)
            .sorted(Comparator.comparingInt(Cpu::id)).forEach(cores::add);
        return cores;
    }
}
