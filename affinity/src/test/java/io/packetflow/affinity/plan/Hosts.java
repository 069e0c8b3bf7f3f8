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
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/** Made-up hosts for plans. */
final class Hosts
{
    private Hosts()
    {
    }

    /** A host as firmware numbers most: all first threads socket by socket, then all second threads. */
    static CpuTopology regular(
        final int sockets, final int coresPerSocket, final int threads, final String allowed, final String isolated)
    {
        final int cores = sockets * coresPerSocket;
        final List<Cpu> cpus = IntStream.range(0, cores * threads).mapToObj((id) ->
        {
            final int core = id % cores;
            final int socket = core / coresPerSocket;
            final CpuSet siblings = CpuSet.of(IntStream.range(0, threads).map((thread) -> core + thread * cores));
            return new Cpu(id, socket, core, socket, socket, siblings, true, CpuSet.parse(isolated).contains(id));
        }).toList();
        final CpuSet all = CpuSet.of(IntStream.range(0, cores * threads));
        return CpuTopology.of(cpus, allowed.isEmpty() ? all : CpuSet.parse(allowed), "a made-up host");
    }

    /** Any host: shuffled numbering, uneven SMT, offline CPUs, some NUMA nodes and L3 groups, a random cpuset. */
    static CpuTopology random(final SplittableRandom random)
    {
        final int sockets = 1 + random.nextInt(3);
        final int cores = sockets * (1 + random.nextInt(8));
        final List<Integer> owners = new ArrayList<>();
        for (int core = 0; core < cores; core++)
        {
            for (int thread = 0; thread <= random.nextInt(2); thread++)
            {
                owners.add(core);
            }
        }
        for (int index = owners.size() - 1; index > 0; index--)
        {
            final int other = random.nextInt(index + 1);
            owners.set(index, owners.set(other, owners.get(index)));
        }
        final int groupSize = 1 + random.nextInt(cores);
        final boolean isolating = random.nextInt(3) == 0;
        final int allowedPercent = random.nextInt(2) == 0 ? 100 : 60;
        final List<Cpu> cpus = new ArrayList<>();
        for (int id = 0; id < owners.size(); id++)
        {
            final int core = owners.get(id);
            final CpuSet siblings = CpuSet.of(IntStream.range(0, owners.size()).filter((i) -> owners.get(i) == core));
            final int socket = core * sockets / cores;
            cpus.add(new Cpu(id, socket, core, socket * 100 + core / groupSize, socket * 100 + core / groupSize,
                siblings, true, isolating && random.nextInt(2) == 0));
        }
        final CpuSet allowed = CpuSet.of(
            IntStream.range(0, owners.size()).filter((id) -> random.nextInt(100) < allowedPercent));
        return CpuTopology.of(cpus, allowed, "a random host");
    }
}
