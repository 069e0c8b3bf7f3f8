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

import static io.packetflow.tuning.doctor.check.Shapes.eachPinned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. Idle states and frequencies. A guest has none of its own, and such checks do not apply to it. */
final class PowerChecks
{
    private static final String CPU = "sys/devices/system/cpu/";
    private static final String PSTATE = CPU + "intel_pstate/";
    private static final String UNCORE = CPU + "intel_uncore_frequency";
    private static final long WAKE_MICROS = 2;
    private static final long TDP_MICROWATTS = 270_000_000;

    private PowerChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("P01", IdleStates::examine);
        checks.put("P02", IdleStates::latencyRequest);
        checks.put("P03", PowerChecks::deepestState);
        checks.put("P04", PowerChecks::noPolling);
        checks.put("P05", metal(eachPinned("cpufreq/scaling_governor", "performance", "performance"::equals)));
        checks.put("P06", metal(PowerChecks::driver));
        checks.put("P07", metal(PowerChecks::leastFrequency));
        checks.put("P08", metal(PowerChecks::turbo));
        checks.put("P09", metal(PowerChecks::preference));
        checks.put("P10", metal(PowerChecks::mesh));
        checks.put("P12", metal(PowerChecks::powerLimit));
        checks.put("P14", host -> Finding.skipped("no file tells what the firmware is set to; a checklist"));
        return checks;
    }

    /** A check of what only a machine has. */
    static Check metal(final Check check)
    {
        return host ->
        {
            final Finding finding = check.examine(host);
            return finding.kind() == Finding.Kind.UNKNOWN && host.isVirtual().orElse(false) ?
                Finding.skipped("a virtual machine does not see this: " + finding.reason()) : finding;
        };
    }

    private static Finding deepestState(final Examination host)
    {
        final List<String> values = new ArrayList<>();
        boolean shallow = true;
        HostText last = null;
        for (final String module : List.of("intel_idle", "processor"))
        {
            last = host.read("sys/module/" + module + "/parameters/max_cstate");
            final OptionalLong deepest = last.number();
            if (deepest.isPresent())
            {
                values.add(module + ".max_cstate is " + deepest.getAsLong());
                shallow &= deepest.getAsLong() <= 1;
            }
        }
        return values.isEmpty() ? host.silent(last) :
            Finding.of(shallow, String.join(", ", values) + ", wanted 0 or 1");
    }

    private static Finding noPolling(final Examination host)
    {
        return host.withCommandLine(cmdline ->
        {
            final boolean polls = cmdline.value("idle").filter("poll"::equals).isPresent();
            return Finding.of(!polls, "/proc/cmdline has " + (polls ? "" : "no ") + "idle=poll");
        });
    }

    private static Finding driver(final Examination host)
    {
        final HostText status = host.read(PSTATE + "status");
        final HostText driver = host.read(CPU + "cpu0/cpufreq/scaling_driver");
        if (!status.isRead() && !driver.isRead())
        {
            return host.silent(driver);
        }
        final CpuSet tickless = host.read(CPU + "nohz_full").cpus().orElse(CpuSet.EMPTY);
        final boolean clash = "active".equals(status.text()) && !tickless.isEmpty();
        return Finding.of(!clash, "recorded: driver " + (driver.isRead() ? driver.text() : "unknown") +
            ", intel_pstate " + (status.isRead() ? status.text() : "not there") +
            (clash ? ", beside tickless CPUs " + tickless : ""));
    }

    private static Finding leastFrequency(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final HostText percent = host.read(PSTATE + "min_perf_pct");
            if ("100".equals(percent.text()))
            {
                return Finding.holds("intel_pstate/min_perf_pct is 100");
            }
            final Map<String, CpuSet> ranges = new LinkedHashMap<>();
            boolean fixed = true;
            for (final int cpu : pinned)
            {
                final HostText least = host.read(CPU + "cpu" + cpu + "/cpufreq/scaling_min_freq");
                final HostText most = host.read(CPU + "cpu" + cpu + "/cpufreq/cpuinfo_max_freq");
                if (!least.isRead() || !most.isRead())
                {
                    return host.silent(least.isRead() ? most : least);
                }
                fixed &= least.text().equals(most.text());
                ranges.merge(least.text() + " to " + most.text() + " kHz", CpuSet.of(cpu), CpuSet::union);
            }
            return Finding.of(fixed, "min_perf_pct is " + (percent.isRead() ? percent.text() : "not there") + "; " +
                Shapes.grouped(ranges, text -> text));
        });
    }

    private static Finding turbo(final Examination host)
    {
        final HostText off = host.read(PSTATE + "no_turbo");
        final HostText boost = host.read(CPU + "cpufreq/boost");
        return off.isRead() ? Finding.of("0".equals(off.text()), "intel_pstate/no_turbo is " + off.text()) :
            boost.isRead() ? Finding.of("1".equals(boost.text()), "cpufreq/boost is " + boost.text()) :
                host.silent(off);
    }

    private static Finding preference(final Examination host)
    {
        final Finding epp = eachPinned("cpufreq/energy_performance_preference", "performance",
            "performance"::equals).examine(host);
        final Finding epb = eachPinned("power/energy_perf_bias", "0", "0"::equals).examine(host);
        final boolean eppSays = epp.kind() == Finding.Kind.HOLDS || epp.kind() == Finding.Kind.BROKEN;
        final boolean epbSays = epb.kind() == Finding.Kind.HOLDS || epb.kind() == Finding.Kind.BROKEN;
        return !eppSays ? epb : !epbSays ? epp :
            Finding.of(epp.kind() == Finding.Kind.HOLDS && epb.kind() == Finding.Kind.HOLDS,
                epp.reason() + "; " + epb.reason());
    }

    private static Finding mesh(final Examination host)
    {
        final List<String> packages = host.files().list(UNCORE).stream()
            .filter(name -> name.startsWith("package_") || name.startsWith("uncore")).toList();
        if (packages.isEmpty())
        {
            return host.silent(host.read(UNCORE));
        }
        final List<String> ranges = new ArrayList<>();
        boolean fixed = true;
        for (final String name : packages)
        {
            final HostText least = host.read(UNCORE + "/" + name + "/min_freq_khz");
            final HostText most = host.read(UNCORE + "/" + name + "/max_freq_khz");
            if (!least.isRead() || !most.isRead())
            {
                return host.silent(least.isRead() ? most : least);
            }
            fixed &= least.text().equals(most.text());
            ranges.add(name + " " + least.text() + " to " + most.text() + " kHz");
        }
        return Finding.of(fixed, String.join(", ", ranges));
    }

    private static Finding powerLimit(final Examination host)
    {
        final List<String> zones = host.files().list("sys/class/powercap").stream()
            .filter(name -> name.matches("intel-rapl:[0-9]+")).toList();
        final List<String> limits = new ArrayList<>();
        boolean enough = true;
        for (final String zone : zones)
        {
            final HostText limit = host.read("sys/class/powercap/" + zone + "/constraint_0_power_limit_uw");
            if (limit.number().isPresent())
            {
                enough &= limit.number().getAsLong() >= TDP_MICROWATTS;
                limits.add(zone + " " + limit.number().getAsLong() / 1_000_000 + " W");
            }
        }
        return limits.isEmpty() ?
            host.silent(host.read("sys/class/powercap/intel-rapl:0/constraint_0_power_limit_uw")) :
            Finding.of(enough, String.join(", ", limits) + ", wanted the processor's 270 W or more");
    }

    /** Cold path. What a CPU falls into when it has nothing to do. */
    private static final class IdleStates
    {
        private static final int MAX_STATE = 15;

        static Finding examine(final Examination host)
        {
            return host.withPinned(pinned ->
            {
                CpuSet cpus = pinned;
                for (final int cpu : pinned)
                {
                    cpus = cpus.union(host.topology().flatMap(known -> known.cpu(cpu))
                        .map(known -> known.smtSiblings()).orElse(CpuSet.EMPTY));
                }
                final Map<String, CpuSet> deep = new LinkedHashMap<>();
                for (final int cpu : cpus)
                {
                    final HostText first = host.read(CPU + "cpu" + cpu + "/cpuidle/state0/latency");
                    if (!first.isRead())
                    {
                        return host.silent(first);
                    }
                    addDeep(host, cpu, deep);
                }
                if (!deep.isEmpty() && requested(host).orElse(Long.MAX_VALUE) <= WAKE_MICROS)
                {
                    return Finding.holds("a latency request of " + requested(host).getAsLong() +
                        " us keeps CPUs out of them");
                }
                return Finding.of(deep.isEmpty(), deep.isEmpty() ?
                    "no enabled state of CPU " + cpus + " takes more than 2 us to leave" :
                    Shapes.grouped(deep, text -> text));
            });
        }

        private static void addDeep(final Examination host, final int cpu, final Map<String, CpuSet> deep)
        {
            final String directory = CPU + "cpu" + cpu + "/cpuidle/state";
            for (int state = 0; state <= MAX_STATE; state++)
            {
                final OptionalLong latency = host.read(directory + state + "/latency").number();
                if (latency.isEmpty())
                {
                    break;
                }
                final boolean disabled = "1".equals(host.read(directory + state + "/disable").text());
                if (latency.getAsLong() > WAKE_MICROS && !disabled)
                {
                    deep.merge(host.read(directory + state + "/name").text() + " " + latency.getAsLong() + " us",
                        CpuSet.of(cpu), CpuSet::union);
                }
            }
        }

        private static OptionalLong requested(final Examination host)
        {
            return host.files().isLive() ? host.files().readBinaryInt("dev/cpu_dma_latency").number() :
                OptionalLong.empty();
        }

        static Finding latencyRequest(final Examination host)
        {
            if (!host.files().isLive())
            {
                return Finding.skipped("only a live host answers /dev/cpu_dma_latency");
            }
            final HostText request = host.files().readBinaryInt("dev/cpu_dma_latency");
            return request.number().isEmpty() ? host.silent(request) :
                Finding.of(request.number().getAsLong() <= WAKE_MICROS,
                    request.path() + " is " + request.number().getAsLong() + " us, wanted 2 or less");
        }
    }
}
