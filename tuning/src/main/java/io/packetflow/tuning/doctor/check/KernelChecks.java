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
import static io.packetflow.tuning.doctor.check.Shapes.number;
import static io.packetflow.tuning.doctor.check.Shapes.parameters;
import static io.packetflow.tuning.doctor.check.Shapes.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.KernelCommandLine;

/** Cold path. The kernel's parameters and settings: isolation, tick, clock. */
final class KernelChecks
{
    private static final String CPU = "sys/devices/system/cpu/";
    private static final String KERNEL = "proc/sys/kernel/";
    private static final String NOHZ_FULL = CPU + "nohz_full";
    private static final long HUNG_TASK_SECONDS = 600;
    private static final long STAT_INTERVAL_SECONDS = 10;

    private KernelChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("K01", KernelChecks::isolated);
        checks.put("K02", KernelChecks::tickless);
        checks.put("K03", KernelChecks::callbacksOffloaded);
        checks.put("K04", parameters("rcu_nocb_poll"));
        checks.put("K13", number("proc/sys/vm/stat_interval", "10 s or more",
            seconds -> seconds >= STAT_INTERVAL_SECONDS));
        checks.put("K14", KernelChecks::lockupDetectors);
        checks.put("K15", number(KERNEL + "timer_migration", "0", value -> value == 0));
        checks.put("K17", word(CPU.replace("cpu/", "clocksource/clocksource0/") + "current_clocksource", "tsc",
            "tsc"::equals));
        checks.put("K18", KernelChecks::invariantTsc);
        checks.put("K19", parameters("skew_tick=1", "tsc=reliable", "nosoftlockup"));
        checks.put("K20", number("sys/kernel/rcu_expedited", "0", value -> value == 0));
        checks.put("K21", KernelChecks::patience);
        checks.put("K22", KernelChecks::machineChecks);
        checks.put("K23", KernelChecks::mitigations);
        checks.put("K24", KernelChecks::preemption);
        checks.put("K25", KernelChecks::splitLocks);
        checks.put("K26", KernelChecks::tracing);
        checks.put("K27", number(KERNEL + "sched_autogroup_enabled", "0", value -> value == 0));
        checks.put("K28", number(KERNEL + "hung_task_timeout_secs", "0 (off) or 600 or more",
            seconds -> seconds == 0 || seconds >= HUNG_TASK_SECONDS));
        checks.put("K29", KernelChecks::tunedProfile);
        return checks;
    }

    private static Finding isolated(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final HostText boot = host.read(CPU + "isolated");
            final HostText partition = host.read("sys/fs/cgroup/cpuset.cpus.isolated");
            if (!boot.isRead() && !partition.isRead())
            {
                return host.silent(boot);
            }
            final Optional<CpuSet> byBoot = boot.cpus();
            final Optional<CpuSet> byPartition = partition.cpus();
            if (byBoot.isEmpty() || byPartition.isEmpty())
            {
                return Examination.malformed(byBoot.isEmpty() ? boot : partition);
            }
            final CpuSet isolated = byBoot.get().union(byPartition.get());
            final CpuSet missing = pinned.minus(isolated);
            return Finding.of(missing.isEmpty(), boot.path() + " has CPU " + list(isolated) +
                (missing.isEmpty() ? "" : ", not the pinned " + missing));
        });
    }

    private static Finding tickless(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final HostText text = host.read(NOHZ_FULL);
            if (text.isAbsent() && host.files().isLive())
            {
                return Finding.broken("no " + text.path() + ": this kernel is built without CONFIG_NO_HZ_FULL");
            }
            if (!text.isRead())
            {
                return host.silent(text);
            }
            return text.cpus().map(cpus ->
            {
                final CpuSet missing = pinned.minus(cpus);
                return Finding.of(missing.isEmpty() && !cpus.contains(0), text.path() + " has CPU " + list(cpus) +
                    (missing.isEmpty() ? "" : ", not the pinned " + missing) +
                    (cpus.contains(0) ? ", and CPU 0, which keeps the time" : ""));
            }).orElseGet(() -> Examination.malformed(text));
        });
    }

    private static Finding callbacksOffloaded(final Examination host)
    {
        return host.withPinned(pinned -> host.withCommandLine(cmdline ->
        {
            final boolean all = cmdline.value("rcu_nocbs").filter("all"::equals).isPresent();
            final CpuSet offloaded = cmdline.cpus("rcu_nocbs").union(cmdline.cpus("nohz_full"));
            final CpuSet missing = all ? CpuSet.EMPTY : pinned.minus(offloaded);
            return Finding.of(missing.isEmpty(), "/proc/cmdline offloads CPU " + (all ? "all" : list(offloaded)) +
                " (rcu_nocbs, nohz_full)" + (missing.isEmpty() ? "" : ", not the pinned " + missing));
        }));
    }

    private static Finding lockupDetectors(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final HostText nmi = host.read(KERNEL + "nmi_watchdog");
            final HostText watchdog = host.read(KERNEL + "watchdog");
            if (!nmi.isRead() && !watchdog.isRead())
            {
                return host.silent(nmi);
            }
            final HostText mask = host.read(KERNEL + "watchdog_cpumask");
            final boolean off = watchdog.isRead() && "0".equals(watchdog.text());
            final boolean elsewhere = mask.isRead() &&
                mask.cpus().map(cpus -> cpus.intersect(pinned).isEmpty()).orElse(false);
            final boolean noNmi = nmi.isAbsent() || "0".equals(nmi.text());
            return Finding.of(noNmi && (off || elsewhere), "nmi_watchdog=" + said(nmi) + ", watchdog=" +
                said(watchdog) + " on CPU " + said(mask));
        });
    }

    private static String said(final HostText text)
    {
        return text.isRead() ? text.text() : "not there";
    }

    private static Finding invariantTsc(final Examination host)
    {
        final HostText cpuinfo = host.read("proc/cpuinfo");
        if (!cpuinfo.isRead())
        {
            return host.silent(cpuinfo);
        }
        final Optional<String> flags = cpuinfo.field("flags");
        if (flags.isEmpty())
        {
            return Finding.unknown("/proc/cpuinfo has no flags");
        }
        final List<String> missing = new ArrayList<>(List.of("constant_tsc", "nonstop_tsc"));
        missing.removeAll(List.of(flags.get().split("\\s+", -1)));
        return Finding.of(missing.isEmpty(), missing.isEmpty() ? "/proc/cpuinfo has constant_tsc and nonstop_tsc" :
            "/proc/cpuinfo lacks " + String.join(" ", missing));
    }

    private static Finding patience(final Examination host)
    {
        final HostText nohz = host.read(NOHZ_FULL);
        if (!nohz.isRead() || nohz.cpus().filter(cpus -> !cpus.isEmpty()).isEmpty())
        {
            return Finding.skipped("only matters where CPUs are tickless (K02)");
        }
        return parameters("rcutree.nohz_full_patience_delay").examine(host);
    }

    private static Finding machineChecks(final Examination host)
    {
        final List<String> polled = new ArrayList<>();
        final List<String> cpus = host.files().list("sys/devices/system/machinecheck").stream()
            .filter(name -> name.startsWith("machinecheck")).toList();
        for (final String cpu : cpus)
        {
            final HostText ignored = host.read("sys/devices/system/machinecheck/" + cpu + "/ignore_ce");
            if (!"1".equals(ignored.text()))
            {
                polled.add(cpu);
            }
        }
        return cpus.isEmpty() ? host.silent(host.read("sys/devices/system/machinecheck")) :
            Finding.of(polled.isEmpty(), polled.size() + " of " + cpus.size() + " CPUs poll for corrected errors");
    }

    private static Finding mitigations(final Examination host)
    {
        final List<String> names = host.files().list(CPU + "vulnerabilities");
        if (names.isEmpty())
        {
            return host.silent(host.read(CPU + "vulnerabilities/spectre_v2"));
        }
        final long mitigated = names.stream()
            .filter(name -> host.read(CPU + "vulnerabilities/" + name).text().startsWith("Mitigation")).count();
        final HostText cmdline = host.read("proc/cmdline");
        final String choice = new KernelCommandLine(cmdline.text()).value("mitigations").orElse("not set");
        return Finding.holds("recorded: mitigations=" + choice + ", " + mitigated + " of " + names.size() +
            " vulnerabilities mitigated");
    }

    private static Finding preemption(final Examination host)
    {
        final HostText version = host.read("proc/version");
        if (!version.isRead())
        {
            return host.silent(version);
        }
        final String model = version.words().stream().filter(part -> part.startsWith("PREEMPT")).findFirst()
            .orElse("no PREEMPT");
        final HostText chosen = host.read("sys/kernel/debug/sched/preempt");
        return Finding.holds("recorded: " + model + chosen.choice().map(word -> " (" + word + ")").orElse("") + ", " +
            hertz(host));
    }

    private static String hertz(final Examination host)
    {
        HostText config = host.read("proc/config.gz");
        if (!config.isRead())
        {
            config = host.read("boot/config-" + host.read("proc/sys/kernel/osrelease").text());
        }
        return config.text().lines().filter(line -> line.startsWith("CONFIG_HZ=")).findFirst()
            .map(line -> line.replace("CONFIG_HZ=", "HZ ")).orElse("HZ unknown");
    }

    private static Finding splitLocks(final Examination host)
    {
        final HostText cmdline = host.read("proc/cmdline");
        if (new KernelCommandLine(cmdline.text()).value("split_lock_detect").filter("off"::equals).isPresent())
        {
            return Finding.holds("/proc/cmdline has split_lock_detect=off");
        }
        return number(KERNEL + "split_lock_mitigate", "0", value -> value == 0).examine(host);
    }

    private static Finding tracing(final Examination host)
    {
        final HostText tracer = host.read("sys/kernel/tracing/current_tracer");
        final boolean noAudit = new KernelCommandLine(host.read("proc/cmdline").text()).value("audit")
            .filter("0"::equals).isPresent();
        if (!tracer.isRead())
        {
            return host.silent(tracer);
        }
        return Finding.of("nop".equals(tracer.text()), "current_tracer is " + tracer.text() + ", audit is " +
            (noAudit ? "off" : "not switched off on the command line"));
    }

    private static Finding tunedProfile(final Examination host)
    {
        final HostText profile = host.read("etc/tuned/active_profile");
        if (profile.isAbsent() && host.files().isLive())
        {
            return Finding.broken("tuned is not in use (no " + profile.path() + ")");
        }
        return !profile.isRead() ? host.silent(profile) :
            Finding.of(profile.text().matches(".*(realtime|cpu-partitioning|packetflow).*"),
                profile.path() + " is '" + profile.text() + "'");
    }
}
