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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cold path. Reads a topology from sysfs and procfs under one root. */
final class TopologyReader
{
    private static final String CPU = "sys/devices/system/cpu";
    private static final String NODE = "sys/devices/system/node";
    private static final int MAX_CACHE_INDEX = 15;

    private final HostFiles files;
    private final Map<String, String> absences = new LinkedHashMap<>();
    private final Map<CpuSet, Integer> coreNumbers = new LinkedHashMap<>();
    private final Map<CpuSet, Integer> l3Numbers = new LinkedHashMap<>();
    private boolean siblingsKnown = true;

    TopologyReader(final HostFiles files)
    {
        this.files = files;
    }

    CpuTopology read()
    {
        if (!files.isDirectory(CPU))
        {
            throw new TopologyException("no " + files.root().resolve(CPU) +
                ": not a topology; name a directory that holds sys/devices/system/cpu (and optionally proc)");
        }
        final CpuSet online = online();
        final CpuSet present = files.read(CPU + "/present").cpus().orElse(online).union(online)
            .union(files.read(CPU + "/offline").cpus().orElse(CpuSet.EMPTY)
                .intersect(files.numbered(CPU, "cpu")));
        final CpuSet isolated = isolated();
        final Map<Integer, Integer> nodeOfCpu = new HashMap<>();
        final Map<Integer, List<Integer>> distances = readNodes(nodeOfCpu);

        final List<Cpu> cpus = new ArrayList<>();
        for (final int id : present)
        {
            cpus.add(online.contains(id) ?
                onlineCpu(id, online, nodeOfCpu.getOrDefault(id, 0), isolated.contains(id)) :
                offlineCpu(id, isolated.contains(id)));
        }

        final AllowedCpus limits = new AllowedCpus(files, absences);
        final Optional<CpuSet> startMask = limits.startMask();
        final CpuSet allowed = limits.cpuset().or(() -> startMask).orElse(online);
        return new CpuTopology(
            cpus, allowed, startMask, distances, siblingsKnown, files.root().toString(), absences);
    }

    private CpuSet online()
    {
        final HostFiles.Reading list = files.read(CPU + "/online");
        final CpuSet online = list.cpus().orElseGet(() -> CpuSet.of(files.numbered(CPU, "cpu").stream()
            // CPU 0 often cannot go offline and then has no such file.
            .filter((id) -> files.read(CPU + "/cpu" + id + "/online").number().orElse(1) == 1)));
        if (online.isEmpty())
        {
            throw new TopologyException("no CPU is online in " + files.root().resolve(CPU) +
                ": not a topology; capture the directory again");
        }
        return online;
    }

    private CpuSet isolated()
    {
        final HostFiles.Reading boot = files.read(CPU + "/isolated");
        final HostFiles.Reading partition = files.read("sys/fs/cgroup/cpuset.cpus.isolated");
        if (boot.text().isEmpty())
        {
            absences.put("isolated", boot.absence());
        }
        return boot.cpus().orElse(CpuSet.EMPTY).union(partition.cpus().orElse(CpuSet.EMPTY));
    }

    private Map<Integer, List<Integer>> readNodes(final Map<Integer, Integer> nodeOfCpu)
    {
        final Map<Integer, List<Integer>> distances = new TreeMap<>();
        final CpuSet nodes = files.numbered(NODE, "node");
        if (nodes.isEmpty())
        {
            absences.put("NUMA", "no " + files.root().resolve(NODE) + "/node*: all memory counts as node 0");
        }
        for (final int node : nodes)
        {
            files.read(NODE + "/node" + node + "/cpulist").cpus().orElse(CpuSet.EMPTY)
                .forEach((cpu) -> nodeOfCpu.put(cpu, node));
        }
        for (final int node : nodes)
        {
            final HostFiles.Reading row = files.read(NODE + "/node" + node + "/distance");
            if (row.text().isEmpty())
            {
                absences.put("NUMA distance of node " + node, row.absence());
                continue;
            }
            distances.put(node, distanceRow(row, nodes.size()));
        }
        return distances;
    }

    private static List<Integer> distanceRow(final HostFiles.Reading row, final int nodeCount)
    {
        final List<Integer> distances = new ArrayList<>();
        for (final String field : row.text().orElseThrow().split("\\s+", -1))
        {
            distances.add(new HostFiles.Reading(row.file(), Optional.of(field), "").number().orElseThrow());
        }
        if (distances.size() != nodeCount)
        {
            throw new TopologyException(row.file() + " holds " + distances.size() + " distances for " +
                nodeCount + " nodes; capture the directory again");
        }
        return distances;
    }

    private Cpu onlineCpu(final int id, final CpuSet online, final int numaNode, final boolean isolated)
    {
        final String topology = CPU + "/cpu" + id + "/topology/";
        HostFiles.Reading siblings = files.read(topology + "core_cpus_list");
        if (siblings.text().isEmpty())
        {
            // The name before Linux 5.3.
            siblings = files.read(topology + "thread_siblings_list");
        }
        if (siblings.cpus().isEmpty())
        {
            absences.put("SMT siblings of CPU " + id, siblings.absence());
            siblingsKnown = false;
        }
        final CpuSet coreCpus = siblings.cpus().orElse(CpuSet.of(id)).intersect(online);
        if (!coreCpus.contains(id))
        {
            throw new TopologyException(siblings.file() + " leaves out CPU " + id + " itself: '" +
                siblings.text().orElse("") + "'; capture the directory again");
        }
        // -1 is how some virtual machines say that they have no packages.
        final int socket = Math.max(0, files.read(topology + "physical_package_id").number().orElse(0));
        return new Cpu(id, socket, number(coreNumbers, coreCpus), numaNode, l3Group(id), coreCpus, true, isolated);
    }

    private static Cpu offlineCpu(final int id, final boolean isolated)
    {
        return new Cpu(
            id, Cpu.UNKNOWN, Cpu.UNKNOWN, Cpu.UNKNOWN, Cpu.UNKNOWN, CpuSet.of(id), false, isolated);
    }

    private int l3Group(final int id)
    {
        for (int index = 0; index <= MAX_CACHE_INDEX; index++)
        {
            final String cache = CPU + "/cpu" + id + "/cache/index" + index + "/";
            final Optional<Integer> level = files.read(cache + "level").number();
            if (level.isEmpty())
            {
                break;
            }
            if (level.get() == 3)
            {
                final Optional<CpuSet> sharers = files.read(cache + "shared_cpu_list").cpus();
                if (sharers.isPresent())
                {
                    return number(l3Numbers, sharers.get());
                }
            }
        }
        absences.putIfAbsent("L3 group of CPU " + id, "no level-3 cache under " +
            files.root().resolve(CPU + "/cpu" + id + "/cache"));
        return Cpu.UNKNOWN;
    }

    private static int number(final Map<CpuSet, Integer> numbers, final CpuSet cpus)
    {
        final int next = numbers.size();
        return numbers.computeIfAbsent(cpus, (key) -> next);
    }
}
