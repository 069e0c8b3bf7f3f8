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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cold path. Draws a topology: for each socket, NUMA node and L3 group its physical cores with their CPUs. */
final class TopologyPicture
{
    private static final int CORES_A_LINE = 12;
    private static final int MAX_ABSENCES = 8;

    private TopologyPicture()
    {
    }

    static String of(final CpuTopology topology)
    {
        final StringBuilder text = new StringBuilder();
        line(text, "Topology of " + topology.source() + ": " + topology.summary());
        line(text, "  online " + list(topology.online()) + "; offline " + list(topology.offline()) +
            "; isolated " + list(topology.isolated()));
        line(text, "  allowed " + list(topology.allowed()) + "; started on " +
            topology.startMask().map(TopologyPicture::list).orElse("unknown"));
        for (final Map.Entry<String, List<Cpu>> place : places(topology).entrySet())
        {
            line(text, "  " + place.getKey());
            cores(text, topology, place.getValue());
        }
        distances(text, topology);
        line(text, "  (a/b: SMT siblings of one core, *: isolated, -: not allowed)");
        absences(text, topology.absences());
        return text.toString();
    }

    private static Map<String, List<Cpu>> places(final CpuTopology topology)
    {
        final List<Cpu> online = topology.cpus().stream().filter(Cpu::online)
            .sorted((a, b) -> a.socket() != b.socket() ? Integer.compare(a.socket(), b.socket()) :
                a.numaNode() != b.numaNode() ? Integer.compare(a.numaNode(), b.numaNode()) :
                Integer.compare(a.l3Group(), b.l3Group()))
            .toList();
        return online.stream().collect(Collectors.groupingBy(
            (cpu) -> "socket " + cpu.socket() + ", NUMA node " + cpu.numaNode() + ", L3 group " +
                (cpu.l3Group() == Cpu.UNKNOWN ? "unknown" : String.valueOf(cpu.l3Group())),
            LinkedHashMap::new,
            Collectors.toList()));
    }

    private static void cores(final StringBuilder text, final CpuTopology topology, final List<Cpu> cpus)
    {
        final List<String> cores = new ArrayList<>();
        for (final Cpu cpu : cpus)
        {
            if (cpu.smtSiblings().first() == cpu.id())
            {
                cores.add(cpu.smtSiblings().stream()
                    .mapToObj((id) -> id + mark(topology, id))
                    .collect(Collectors.joining("/")));
            }
        }
        for (int from = 0; from < cores.size(); from += CORES_A_LINE)
        {
            line(text, "    " + String.join(" ", cores.subList(from, Math.min(cores.size(), from + CORES_A_LINE))));
        }
    }

    private static String mark(final CpuTopology topology, final int id)
    {
        return (topology.isolated().contains(id) ? "*" : "") + (topology.allowed().contains(id) ? "" : "-");
    }

    private static void distances(final StringBuilder text, final CpuTopology topology)
    {
        if (topology.numaNodes().size() < 2)
        {
            return;
        }
        for (final int from : topology.numaNodes())
        {
            line(text, "  distance from NUMA node " + from + ": " + topology.numaNodes().stream()
                .map((to) -> topology.distance(from, to).isPresent() ?
                    String.valueOf(topology.distance(from, to).getAsInt()) : "?")
                .collect(Collectors.joining(" ")));
        }
    }

    private static void absences(final StringBuilder text, final Map<String, String> absences)
    {
        absences.entrySet().stream().limit(MAX_ABSENCES)
            .forEach((absence) -> line(text, "  unknown: " + absence.getKey() + " (" + absence.getValue() + ")"));
        if (absences.size() > MAX_ABSENCES)
        {
            line(text, "  unknown: " + (absences.size() - MAX_ABSENCES) + " more facts of the same kind");
        }
    }

    private static String list(final CpuSet cpus)
    {
        return cpus.isEmpty() ? "none" : cpus.toString();
    }

    private static void line(final StringBuilder text, final String line)
    {
        text.append(line).append('\n');
    }
}
