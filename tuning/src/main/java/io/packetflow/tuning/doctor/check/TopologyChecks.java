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
package io.packetflow.tuning.doctor.check;

import static io.packetflow.tuning.doctor.check.Shapes.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. Where the pinned CPUs are: cores, sockets, the cpuset. */
final class TopologyChecks
{
    private static final String BLOCK = "sys/block/";
    private static final String NET = "sys/class/net/";

    private TopologyChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("T01", placed(TopologyChecks::siblings));
        checks.put("T02", placed(TopologyChecks::oneSocket));
        checks.put("T03", host -> host.withTopology(TopologyChecks::numbering));
        checks.put("T04", placed(TopologyChecks::housekeeping));
        checks.put("T09", host -> host.withTopology(topology -> nodes(host, topology)));
        checks.put("T10", placed(TopologyChecks::devices));
        checks.put("T12", placed(TopologyChecks::holes));
        checks.put("T13", placed(TopologyChecks::cpuset));
        checks.put("T16", host -> host.topology().isPresent() && host.placement().problem().isPresent() ?
            Finding.broken(host.placement().problem().get()) :
            placed(TopologyChecks::enoughCores).examine(host));
        return checks;
    }

    /** A check of our CPUs on a topology. */
    private interface Placed
    {
        Finding examine(Examination host, CpuTopology topology, CpuSet pinned);
    }

    private static Check placed(final Placed check)
    {
        return host -> host.withTopology(topology ->
            host.withPinned(pinned -> check.examine(host, topology, pinned)));
    }

    private static Finding siblings(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        final List<String> troubles = new ArrayList<>();
        CpuSet loud = CpuSet.EMPTY;
        for (final Cpu cpu : topology.cpus())
        {
            final CpuSet others = cpu.smtSiblings().minus(CpuSet.of(cpu.id()));
            if (pinned.contains(cpu.id()) && cpu.online())
            {
                final CpuSet both = others.intersect(pinned);
                if (!both.isEmpty() && both.first() > cpu.id())
                {
                    troubles.add("CPU " + cpu.id() + " and " + both + " are one core");
                }
                loud = loud.union(others.minus(pinned).minus(topology.isolated()));
            }
        }
        if (!loud.isEmpty())
        {
            troubles.add("the siblings " + loud + " are not isolated, anybody may run there");
        }
        return Finding.of(troubles.isEmpty(), troubles.isEmpty() ?
            "no pinned CPU has a sibling that is in use" : String.join("; ", troubles));
    }

    private static Finding oneSocket(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        final CpuSet critical = host.placement().critical();
        final Map<Integer, CpuSet> sockets = new LinkedHashMap<>();
        topology.cpus().stream().filter(cpu -> cpu.online() && critical.contains(cpu.id()))
            .forEach(cpu -> sockets.merge(cpu.socket(), CpuSet.of(cpu.id()), CpuSet::union));
        return sockets.isEmpty() ? Finding.unknown("none of the CPUs " + list(critical) + " is online") :
            Finding.of(sockets.size() == 1, sockets.entrySet().stream()
                .map(socket -> "socket " + socket.getKey() + " has CPU " + socket.getValue())
                .collect(Collectors.joining(", ")));
    }

    private static Finding numbering(final CpuTopology topology)
    {
        final List<String> sockets = topology.sockets().stream()
            .map(socket -> "socket " + socket + " has CPU " + shortened(topology.socketCpus(socket))).toList();
        final boolean inARow = topology.sockets().stream().allMatch(socket ->
        {
            final CpuSet cpus = topology.socketCpus(socket);
            return cpus.size() == 1 || cpus.contains(cpus.first() + 1);
        });
        return Finding.holds("recorded: " + (topology.sockets().size() == 1 ? "one socket" :
            inARow ? "socket after socket" : "interleaved") + "; " + String.join(", ", sockets));
    }

    private static String shortened(final CpuSet cpus)
    {
        final String text = cpus.toString();
        return text.length() > 24 ? text.substring(0, text.lastIndexOf(',', 20) + 1) + "..." : text;
    }

    private static Finding housekeeping(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        final List<String> troubles = new ArrayList<>();
        topology.cpu(0).filter(Cpu::online).map(Cpu::smtSiblings).map(pinned::intersect)
            .filter(taken -> !taken.isEmpty())
            .ifPresent(taken -> troubles.add("CPU " + taken + " is on the core of CPU 0, which keeps the time"));
        for (final int node : topology.numaNodes())
        {
            final CpuSet free = topology.numaCpus(node).minus(pinned);
            if (free.stream().noneMatch(cpu -> isFree(topology, pinned, cpu)))
            {
                troubles.add("no core of node " + node + " is left for housekeeping");
            }
        }
        return Finding.of(troubles.isEmpty(), troubles.isEmpty() ?
            "CPU 0 and a core of each node are left to others" : String.join("; ", troubles));
    }

    private static boolean isFree(final CpuTopology topology, final CpuSet pinned, final int cpu)
    {
        return topology.cpu(cpu).filter(known -> known.smtSiblings().intersect(pinned).isEmpty()).isPresent();
    }

    private static Finding nodes(final Examination host, final CpuTopology topology)
    {
        final int nodes = topology.numaNodes().size();
        final int sockets = topology.sockets().size();
        final String distances = host.read("sys/devices/system/node/node0/distance").text();
        return Finding.holds("recorded: " + nodes + (nodes == 1 ? " node on " : " nodes on ") + sockets +
            (sockets == 1 ? " socket" : " sockets") +
            (nodes > sockets ? ", sub-NUMA clusters" : "") +
            (distances.isEmpty() ? "" : ", distances from node 0: " + distances.replaceAll("\\s+", " ")));
    }

    private static Finding devices(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        final List<Integer> ours = topology.cpus().stream()
            .filter(cpu -> pinned.contains(cpu.id()) && cpu.online()).map(Cpu::numaNode).distinct().toList();
        final List<String> known = new ArrayList<>();
        final List<String> elsewhere = new ArrayList<>();
        for (final String directory : List.of(BLOCK, NET))
        {
            for (final String device : host.files().list(directory.substring(0, directory.length() - 1)))
            {
                final HostText node = host.read(directory + device + "/device/numa_node");
                if (node.number().isPresent())
                {
                    known.add(device);
                    final int number = (int)node.number().getAsLong();
                    if (number >= 0 && !ours.contains(number))
                    {
                        elsewhere.add(device + " is on node " + number);
                    }
                }
            }
        }
        return known.isEmpty() ? Finding.skipped("no disk or network card says on which node it is") :
            Finding.of(elsewhere.isEmpty(), elsewhere.isEmpty() ?
                String.join(", ", known) + " are on our node, or on none" : String.join(", ", elsewhere));
    }

    private static Finding holes(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        int highest = 0;
        for (final int cpu : pinned)
        {
            highest = cpu;
        }
        final CpuSet below = CpuSet.parse("0-" + highest).minus(topology.online());
        return Finding.of(below.isEmpty(), "online is " + topology.online() +
            (below.isEmpty() ? "" : ", below the pinned CPU " + highest + " lacks CPU " + below));
    }

    private static Finding cpuset(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        if (host.process().isPresent())
        {
            final HostText status = host.read("proc/" + host.process().getAsLong() + "/status");
            if (!status.isRead())
            {
                return host.silent(status);
            }
        }
        host.read("proc/self/cgroup");
        final boolean unsaid = topology.absences().containsKey("cpuset") && topology.startMask().isEmpty();
        if (unsaid)
        {
            return Finding.unknown(topology.absences().get("cpuset"));
        }
        final CpuSet missing = pinned.minus(topology.allowed());
        return Finding.of(missing.isEmpty(), "threads may be pinned to CPU " + topology.allowed() +
            (missing.isEmpty() ? "" : " only, not to the planned " + missing));
    }

    private static Finding enoughCores(final Examination host, final CpuTopology topology, final CpuSet pinned)
    {
        final CpuSet offline = pinned.minus(topology.online());
        final long cores = topology.cpus().stream().filter(cpu -> cpu.online() && pinned.contains(cpu.id()))
            .map(Cpu::core).distinct().count();
        final int usable = (int)topology.cpus().stream()
            .filter(cpu -> topology.usable().contains(cpu.id())).map(Cpu::core).distinct().count();
        final boolean enough = offline.isEmpty() && cores == pinned.size() && cores < usable;
        return Finding.of(enough, pinned.size() + " spinning threads on " + cores + " of " + usable +
            " usable cores" + (offline.isEmpty() ? "" : ", CPU " + offline + " is not online") +
            (enough ? "" : ", wanted a core each and one for housekeeping"));
    }
}
