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

import static io.packetflow.tuning.doctor.check.Shapes.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.affinity.topology.HostFacts;
import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. The machine and its memory nodes: virtual or not, quotas, balancing. */
final class MachineChecks
{
    private static final String NODE = "sys/devices/system/node/node";
    private static final long NEEDED_KIB = 4L << 20;
    private static final int STEAL_FIELD = 8;

    private MachineChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("T05", MachineChecks::balancing);
        checks.put("T07", number("proc/sys/vm/zone_reclaim_mode", "0", value -> value == 0));
        checks.put("T08", host -> host.withPinned(pinned -> room(host)));
        checks.put("T11", MachineChecks::cachePartitions);
        checks.put("T14", MachineChecks::quota);
        checks.put("T15", MachineChecks::metal);
        return checks;
    }

    private static Finding balancing(final Examination host)
    {
        final Finding finding = number("proc/sys/kernel/numa_balancing", "0", value -> value == 0).examine(host);
        final boolean oneNode = host.topology().filter(topology -> topology.numaNodes().size() > 1).isEmpty();
        return oneNode ? finding.atMost(Severity.INFO) : finding;
    }

    private static Finding room(final Examination host)
    {
        return host.withTopology(topology ->
        {
            final List<Integer> nodes = topology.cpus().stream()
                .filter(cpu -> host.pinned().contains(cpu.id()) && cpu.online())
                .map(cpu -> cpu.numaNode()).distinct().sorted().toList();
            final StringBuilder reason = new StringBuilder();
            boolean enough = true;
            for (final int node : nodes)
            {
                final HostText meminfo = host.read(NODE + node + "/meminfo");
                if (!meminfo.isRead())
                {
                    return host.silent(meminfo);
                }
                final long free = kib(meminfo, node, "MemFree") + kib(meminfo, node, "FilePages");
                enough &= free >= NEEDED_KIB;
                reason.append(reason.isEmpty() ? "" : ", ").append("node ").append(node).append(" has ")
                    .append(free >> 10).append(" MiB free or in the page cache");
            }
            return nodes.isEmpty() ? Finding.unknown("no pinned CPU is online") :
                Finding.of(enough, reason + ", wanted " + (NEEDED_KIB >> 10));
        });
    }

    private static long kib(final HostText meminfo, final int node, final String name)
    {
        return meminfo.field("Node " + node + " " + name)
            .map(value -> value.replace(" kB", "")).map(HostText::number)
            .filter(number -> number.isPresent()).map(number -> number.getAsLong()).orElse(0L);
    }

    private static Finding cachePartitions(final Examination host)
    {
        final Optional<String> flags = host.read("proc/cpuinfo").field("flags");
        if (flags.isEmpty())
        {
            return host.read("proc/cpuinfo").isRead() ? Finding.unknown("/proc/cpuinfo has no flags") :
                host.silent(host.read("proc/cpuinfo"));
        }
        final boolean able = List.of(flags.get().split("\\s+", -1)).contains("cat_l3");
        final boolean mounted = host.files().exists("sys/fs/resctrl/schemata");
        return !able ? Finding.skipped("the processor cannot partition its level-3 cache (no cat_l3)") :
            Finding.of(mounted, "the processor has cat_l3, /sys/fs/resctrl is " + (mounted ? "" : "not ") + "mounted");
    }

    private static Finding quota(final Examination host)
    {
        // The reading of cgroups, versions 1 and 2, is the topology's.
        final Optional<HostFacts.Fact> quota = HostFacts.read(host.files().root()).all().stream()
            .filter(fact -> "CPU quota".equals(fact.name())).findFirst();
        host.read("proc/self/cgroup");
        if (quota.isEmpty() || quota.get().value().isEmpty())
        {
            return Finding.unknown(quota.map(HostFacts.Fact::origin).orElse("no CPU quota is read"));
        }
        final String value = quota.get().value().get();
        return Finding.of(value.startsWith("max") || value.startsWith("-1"),
            quota.get().origin() + " is " + value + ", wanted none");
    }

    private static Finding metal(final Examination host)
    {
        final Optional<Boolean> virtual = host.isVirtual();
        if (virtual.isEmpty())
        {
            final HostText cpuinfo = host.read("proc/cpuinfo");
            return cpuinfo.isRead() ? Finding.unknown("/proc/cpuinfo has no flags") : host.silent(cpuinfo);
        }
        final String product = host.read("sys/class/dmi/id/product_name").text();
        return Finding.of(!virtual.get(), "/proc/cpuinfo " +
            (virtual.get() ? "has the hypervisor flag" : "has no hypervisor flag") +
            (product.isEmpty() ? "" : " (" + product + ")") + steal(host));
    }

    private static String steal(final Examination host)
    {
        final List<String> words = host.read("proc/stat").lines().stream().limit(1)
            .flatMap(line -> List.of(line.split("\\s+", -1)).stream()).toList();
        return words.size() > STEAL_FIELD ? ", stolen ticks since boot: " + words.get(STEAL_FIELD) : "";
    }
}
