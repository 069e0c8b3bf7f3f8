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
import static io.packetflow.tuning.doctor.check.Shapes.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. Pages: huge ones, swapping, reclaim, limits. */
final class MemoryChecks
{
    private static final String THP = "sys/kernel/mm/transparent_hugepage/";
    private static final String VM = "proc/sys/vm/";
    private static final long SWAPPINESS = 10;
    private static final long MAPS = 262_144;

    private MemoryChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("M01", word(THP + "enabled", "madvise or never", Set.of("madvise", "never")::contains));
        checks.put("M02", word(THP + "defrag", "madvise, defer or never",
            Set.of("madvise", "defer", "never")::contains));
        checks.put("M03", number(THP + "khugepaged/defrag", "0", value -> value == 0));
        checks.put("M04", word(THP + "shmem_enabled", "advise",
            Set.of("advise", "always", "within_size", "force")::contains));
        checks.put("M05", MemoryChecks::hugePages);
        checks.put("M06", MemoryChecks::noSwap);
        checks.put("M07", MemoryChecks::swappiness);
        checks.put("M08", number("sys/kernel/mm/ksm/run", "0 (off) or 2 (undone)", value -> value != 1));
        checks.put("M09", MemoryChecks::lockLimit);
        checks.put("M11", MemoryChecks::reclaim);
        checks.put("M12", MemoryChecks::compaction);
        checks.put("M14", number(VM + "max_map_count", MAPS + " or more", value -> value >= MAPS));
        checks.put("M15", MemoryChecks::pressure);
        checks.put("M18", PowerChecks.metal(MemoryChecks::memoryErrors));
        return checks;
    }

    private static Finding hugePages(final Examination host)
    {
        return host.withTopology(topology -> host.withPinned(pinned ->
        {
            final List<Integer> nodes = topology.cpus().stream()
                .filter(cpu -> pinned.contains(cpu.id()) && cpu.online()).map(cpu -> cpu.numaNode()).distinct()
                .toList();
            final boolean wanted = host.jvm().isOn("UseLargePages") && !host.jvm().isOn("UseTransparentHugePages");
            final List<String> said = new ArrayList<>();
            boolean free = !nodes.isEmpty();
            for (final int node : nodes)
            {
                long bytes = 0;
                for (final int kib : List.of(2_048, 1_048_576))
                {
                    final HostText pages = host.read("sys/devices/system/node/node" + node + "/hugepages/hugepages-" +
                        kib + "kB/free_hugepages");
                    bytes += (pages.number().orElse(0) * kib) << 10;
                    if (!pages.isRead() && kib == 2_048)
                    {
                        return host.silent(pages);
                    }
                }
                free &= bytes > 0;
                said.add("node " + node + " has " + (bytes >> 20) + " MiB of free huge pages");
            }
            final Finding finding = Finding.of(free, String.join(", ", said) +
                (wanted ? "; the JVM wants them" : "; the JVM does not ask for them"));
            return wanted ? finding : finding.atMost(Severity.INFO);
        }));
    }

    private static Optional<Integer> swaps(final Examination host)
    {
        final HostText swaps = host.read("proc/swaps");
        return swaps.isRead() ? Optional.of(Math.max(0, swaps.lines().size() - 1)) : Optional.empty();
    }

    private static Finding noSwap(final Examination host)
    {
        final HostText text = host.read("proc/swaps");
        return swaps(host).map(count -> Finding.of(count == 0, count == 0 ? "/proc/swaps is empty" :
            "/proc/swaps has " + count + ": " + text.lines().get(1).split("\\s+", -1)[0]))
            .orElseGet(() -> host.silent(text));
    }

    private static Finding swappiness(final Examination host)
    {
        return swaps(host).orElse(1) == 0 ? Finding.skipped("nothing is swapped (M06)") :
            number(VM + "swappiness", "10 or less", value -> value <= SWAPPINESS).examine(host);
    }

    private static Finding lockLimit(final Examination host)
    {
        final HostText limits = ProcessChecks.limits(host);
        return !limits.isRead() ? host.silent(limits) : ProcessChecks.softLimit(limits, "Max locked memory")
            .map(limit -> Finding.of("unlimited".equals(limit), limits.path() + ": " + limit + ", wanted unlimited"))
            .orElseGet(() -> Finding.unknown(limits.path() + " has no 'Max locked memory'"));
    }

    private static Finding reclaim(final Examination host)
    {
        final HostText counters = host.read("proc/vmstat");
        if (!counters.isRead())
        {
            return host.silent(counters);
        }
        long stalls = 0;
        for (final String line : counters.lines())
        {
            if (line.matches("(allocstall_\\w+|pgscan_direct|compact_stall) [0-9]{1,18}"))
            {
                stalls += Long.parseLong(line.substring(line.indexOf(' ') + 1));
            }
        }
        return Finding.of(stalls == 0, "direct reclaim and compaction since boot: " + stalls + ", min_free_kbytes " +
            host.read(VM + "min_free_kbytes").text() + ", watermark_scale_factor " +
            host.read(VM + "watermark_scale_factor").text());
    }

    private static Finding compaction(final Examination host)
    {
        final HostText proactive = host.read(VM + "compaction_proactiveness");
        final HostText unevictable = host.read(VM + "compact_unevictable_allowed");
        final OptionalLong proactiveness = proactive.number();
        return !proactive.isRead() ? host.silent(proactive) : proactiveness.isEmpty() ?
            Examination.malformed(proactive) :
            Finding.of(proactiveness.getAsLong() == 0 && !"1".equals(unevictable.text()),
                "compaction_proactiveness is " + proactive.text() + ", compact_unevictable_allowed is " +
                    (unevictable.isRead() ? unevictable.text() : "not there") + ", wanted 0 and 0");
    }

    private static Finding pressure(final Examination host)
    {
        final List<String> some = new ArrayList<>();
        boolean none = true;
        HostText last = null;
        for (final String resource : List.of("cpu", "memory", "io"))
        {
            last = host.read("proc/pressure/" + resource);
            for (final String line : last.lines())
            {
                if (line.startsWith("some avg10="))
                {
                    final String average = line.substring("some avg10=".length()).split(" ", -1)[0];
                    none &= average.matches("0(\\.0+)?");
                    some.add(resource + " " + average + " %");
                }
            }
        }
        return some.isEmpty() ? host.silent(last) : Finding.of(none,
            "waiting in the last 10 s: " + String.join(", ", some));
    }

    private static Finding memoryErrors(final Examination host)
    {
        final String directory = "sys/devices/system/edac/mc";
        final List<String> controllers = host.files().list(directory).stream()
            .filter(name -> name.matches("mc[0-9]+")).toList();
        long errors = 0;
        for (final String controller : controllers)
        {
            errors += host.read(directory + "/" + controller + "/ce_count").number().orElse(0);
        }
        return controllers.isEmpty() ? host.silent(host.read(directory + "/mc0/ce_count")) :
            Finding.of(errors == 0, "corrected errors since boot: " + errors);
    }
}
