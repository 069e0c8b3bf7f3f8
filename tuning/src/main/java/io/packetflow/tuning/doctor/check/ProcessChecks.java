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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.Task;

/** Cold path. A running engine: its threads, its pages, its limits. */
final class ProcessChecks
{
    private static final int NAMED = 4;
    private static final long OOM_SCORE = -900;
    private static final double LOCAL_SHARE = 0.99;
    private static final Pattern SERVICE_THREAD =
        Pattern.compile("VM Thread|VM Periodic.*|GC Thread.*|G1 .*|C[12] Compiler.*|.*Sweeper.*|Signal Dispatch.*|Z.*");
    private static final Pattern NODE_PAGES = Pattern.compile("\\bN([0-9]{1,4})=([0-9]{1,15})\\b");

    private ProcessChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("T06", host -> host.withProcess(process -> local(host, process)));
        checks.put("M10", host -> host.withProcess(process -> locked(host, process)));
        checks.put("M17", host -> host.withProcess(process -> Shapes.number("proc/" + process + "/oom_score_adj",
            OOM_SCORE + " or less", value -> value <= OOM_SCORE).examine(host)));
        checks.put("J06", host -> host.withProcess(process -> largePages(host, process)));
        checks.put("J22", host -> host.withProcess(process -> onePerCpu(host, process)));
        checks.put("J24", host -> host.withProcess(process -> serviceThreads(host, process)));
        checks.put("F14", ProcessChecks::openFiles);
        return checks;
    }

    /** The limits of the engine; without one, those that a process started from here would have. */
    static HostText limits(final Examination host)
    {
        final OptionalLong process = host.process();
        return host.read("proc/" + (process.isPresent() ? String.valueOf(process.getAsLong()) : "self") + "/limits");
    }

    static Optional<String> softLimit(final HostText limits, final String name)
    {
        return limits.lines().stream().filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()).strip().split("\\s+", -1)[0]).findFirst();
    }

    private static Finding openFiles(final Examination host)
    {
        final HostText limits = limits(host);
        return !limits.isRead() ? host.silent(limits) : softLimit(limits, "Max open files")
            .map(limit -> Finding.of("unlimited".equals(limit) || HostText.number(limit).orElse(0) >= 65_536,
                limits.path() + ": " + limit + " open files, wanted 65536 or more"))
            .orElseGet(() -> Finding.unknown(limits.path() + " has no 'Max open files'"));
    }

    private static Finding local(final Examination host, final long process)
    {
        return host.withTopology(topology -> host.withPinned(pinned ->
        {
            final HostText maps = host.read("proc/" + process + "/numa_maps");
            if (!maps.isRead())
            {
                return host.silent(maps);
            }
            final List<Integer> ours = topology.cpus().stream()
                .filter(cpu -> pinned.contains(cpu.id()) && cpu.online()).map(cpu -> cpu.numaNode()).distinct()
                .toList();
            long near = 0;
            long all = 0;
            final Matcher matcher = NODE_PAGES.matcher(maps.text());
            while (matcher.find())
            {
                final long pages = Long.parseLong(matcher.group(2));
                all += pages;
                near += ours.contains(Integer.valueOf(matcher.group(1))) ? pages : 0;
            }
            return all == 0 ? Finding.unknown(maps.path() + " names no pages") :
                Finding.of(near >= all * LOCAL_SHARE,
                    near + " of " + all + " pages are on the node of the pinned CPUs");
        }));
    }

    private static Finding locked(final Examination host, final long process)
    {
        final HostText status = host.read("proc/" + process + "/status");
        return !status.isRead() ? host.silent(status) : status.field("VmLck")
            .map(locked -> Finding.of(!locked.startsWith("0 "), "VmLck is " + locked))
            .orElseGet(() -> Finding.unknown(status.path() + " has no VmLck"));
    }

    private static Finding largePages(final Examination host, final long process)
    {
        final HostText rollup = host.read("proc/" + process + "/smaps_rollup");
        if (!rollup.isRead())
        {
            return host.silent(rollup);
        }
        final String transparent = rollup.field("AnonHugePages").orElse("0 kB");
        final String explicit = rollup.field("Private_Hugetlb").orElse("0 kB");
        return Finding.of(!transparent.startsWith("0 ") || !explicit.startsWith("0 "),
            "AnonHugePages " + transparent + ", Private_Hugetlb " + explicit);
    }

    private static Finding onePerCpu(final Examination host, final long process)
    {
        return host.withPinned(pinned ->
        {
            final List<Task> tasks = Task.of(host.files(), process);
            if (tasks.isEmpty())
            {
                return Finding.unknown("no process " + process + ", or its threads cannot be read");
            }
            final List<String> troubles = new ArrayList<>();
            final List<String> seats = new ArrayList<>();
            for (final int cpu : pinned)
            {
                final List<String> there = tasks.stream()
                    .filter(task -> task.allowed().equals(CpuSet.of(cpu))).map(Task::label).toList();
                if (there.size() == 1)
                {
                    seats.add(there.get(0) + " on CPU " + cpu);
                }
                else
                {
                    troubles.add("CPU " + cpu + " has " + (there.isEmpty() ? "no pinned thread" : there.toString()));
                }
            }
            return Finding.of(troubles.isEmpty(), Shapes.some(troubles.isEmpty() ? seats : troubles, NAMED));
        });
    }

    private static Finding serviceThreads(final Examination host, final long process)
    {
        return host.withPinned(pinned ->
        {
            final List<Task> tasks = Task.of(host.files(), process);
            final List<String> there = tasks.stream()
                .filter(task -> SERVICE_THREAD.matcher(task.stat().name()).matches())
                .filter(task -> !task.allowed().intersect(pinned).isEmpty())
                .map(task -> task.label() + " on CPU " + task.allowed()).toList();
            return tasks.isEmpty() ? Finding.unknown("no process " + process + ", or its threads cannot be read") :
                Finding.of(there.isEmpty(), there.isEmpty() ? "the JVM's own threads keep off the pinned CPUs" :
                    there.size() + " may run there: " + Shapes.some(there, NAMED));
        });
    }
}
