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
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.tuning.doctor.host.CpuRows;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.TaskStat;
import io.packetflow.tuning.doctor.probe.CompilerThreads;
import io.packetflow.tuning.doctor.probe.Hop;
import io.packetflow.tuning.doctor.probe.ProbeResults;
import io.packetflow.tuning.doctor.probe.Probes;

import org.HdrHistogram.Histogram;

/**
 * Cold path. What was measured: interrupts, switches, faults and compilations meanwhile, jitter, hops, the clock,
 * safepoints, syncs.
 */
final class ProbeChecks
{
    private static final double TICKS_PER_SECOND = 2;
    private static final long JITTER_WARN_NANOS = 20_000;
    private static final long JITTER_FAIL_NANOS = 100_000;
    private static final double CLOCK_NANOS = 100;
    private static final double SAME_SOCKET_NANOS = 80;
    private static final double OTHER_SOCKET_NANOS = 150;
    /** Threads that wait for work wake up now and then; a compilation takes milliseconds. */
    private static final double SETTLED_MILLIS_PER_SECOND = 1;
    private static final long SAFEPOINT_NANOS = 100_000;
    private static final long SYNC_NANOS = 1_000_000;
    private static final int NAMED = 5;
    private static final double MICRO = 1e3;

    private ProbeChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("K09", counted(ProbeChecks::interrupts));
        checks.put("K10", counted(ProbeChecks::softInterrupts));
        checks.put("M16", counted(ProbeChecks::shootdowns));
        checks.put("M13", counted(ProbeChecks::faults));
        checks.put("J23", counted(ProbeChecks::switches));
        checks.put("P11", counted(ProbeChecks::throttled));
        checks.put("P13", counted(ProbeChecks::managementInterrupts));
        checks.put("V01", measured("V01", ProbeChecks::jitter));
        checks.put("V02", host -> host.probes().isMeasured() && host.pinned().size() < 2 ?
            Finding.skipped("one pinned CPU, so nothing hops") : measured("V02", probes -> hops(host, probes))
            .examine(host));
        checks.put("V03", measured("V03", probes -> Finding.of(
            probes.clockNanos().orElse(Double.MAX_VALUE) <= CLOCK_NANOS,
            text("System.nanoTime() takes %.1f ns, wanted 15 to 30", probes.clockNanos().orElse(0)))));
        checks.put("V04", measured("V04", ProbeChecks::safepoints));
        checks.put("J09", host -> !host.probes().isMeasured() ? notMeasured() : compilations(host));
        checks.put("V05", measured("V05", ProbeChecks::syncs));
        checks.put("V06", host -> Finding.skipped("tools that say who makes the noise; a suggestion"));
        return checks;
    }

    /** A question about counters before and after. */
    private static Check counted(final Check question)
    {
        return host -> !host.probes().isMeasured() ? notMeasured() :
            host.withPinned(pinned -> question.examine(host));
    }

    private static Check measured(final String id, final Function<ProbeResults, Finding> question)
    {
        return host -> !host.probes().isMeasured() ? notMeasured() : host.probes().problems().containsKey(id) ?
            Finding.unknown(host.probes().problems().get(id)) : question.apply(host.probes());
    }

    private static Finding notMeasured()
    {
        return Finding.skipped("not measured; use --active 5s");
    }

    private static Finding rates(
        final Examination host,
        final String path,
        final Function<String, Double> allowed,
        final Function<CpuRows, List<String>> names)
    {
        final ProbeResults probes = host.probes();
        if (probes.textAfter(path).isEmpty())
        {
            return Finding.unknown(probes.after().containsKey(path) ? probes.after().get(path).note() :
                "no /" + path);
        }
        final CpuRows before = new CpuRows(probes.textBefore(path));
        final CpuRows after = new CpuRows(probes.textAfter(path));
        final List<String> much = new ArrayList<>();
        for (final String name : names.apply(after))
        {
            final double rate =
                (after.sum(name, host.pinned()) - before.sum(name, host.pinned())) / probes.seconds();
            if (rate > allowed.apply(name) * host.pinned().size())
            {
                final String[] label = after.label(name).split("\\s+", -1);
                much.add(text("%s %.1f/s", name.matches("[0-9]+") ?
                    name + " (" + label[label.length - 1] + ")" : name, rate));
            }
        }
        return Finding.of(much.isEmpty(), much.isEmpty() ? text("none on CPU %s in %.1f s", host.pinned(),
            probes.seconds()) : "on CPU " + host.pinned() + ": " + Shapes.some(much, NAMED));
    }

    private static Finding interrupts(final Examination host)
    {
        return rates(host, Probes.INTERRUPTS, name -> "LOC".equals(name) ? TICKS_PER_SECOND : 0, CpuRows::names);
    }

    private static Finding softInterrupts(final Examination host)
    {
        return rates(host, Probes.SOFT_INTERRUPTS, name -> 0.0, CpuRows::names);
    }

    private static Finding shootdowns(final Examination host)
    {
        return rates(host, Probes.INTERRUPTS, name -> 0.0, rows -> List.of("TLB"));
    }

    private static Finding faults(final Examination host)
    {
        final ProbeResults probes = host.probes();
        return hotThreads(host, "/stat", path ->
        {
            final var before = TaskStat.parse(probes.textBefore(path));
            final var after = TaskStat.parse(probes.textAfter(path));
            return before.isEmpty() || after.isEmpty() ? OptionalLong.empty() : OptionalLong.of(
                after.get().minorFaults() - before.get().minorFaults() +
                    after.get().majorFaults() - before.get().majorFaults());
        }, "page faults");
    }

    private static Finding switches(final Examination host)
    {
        final ProbeResults probes = host.probes();
        return hotThreads(host, "/status", path ->
        {
            final OptionalLong before = switches(probes.before().get(path));
            final OptionalLong after = switches(probes.after().get(path));
            return before.isEmpty() || after.isEmpty() ? OptionalLong.empty() :
                OptionalLong.of(after.getAsLong() - before.getAsLong());
        }, "context switches");
    }

    private static OptionalLong switches(final HostText status)
    {
        final OptionalLong own = HostText.number(status.field("voluntary_ctxt_switches").orElse(""));
        final OptionalLong forced = HostText.number(status.field("nonvoluntary_ctxt_switches").orElse(""));
        return own.isEmpty() || forced.isEmpty() ? OptionalLong.empty() :
            OptionalLong.of(own.getAsLong() + forced.getAsLong());
    }

    private static Finding hotThreads(
        final Examination host,
        final String ending,
        final Function<String, OptionalLong> difference,
        final String what)
    {
        return host.withProcess(process ->
        {
            final List<String> paths = host.probes().before().keySet().stream()
                .filter(path -> path.startsWith("proc/" + process + "/task/") && path.endsWith(ending)).toList();
            long sum = 0;
            for (final String path : paths)
            {
                final OptionalLong more = difference.apply(path);
                if (more.isEmpty())
                {
                    return Finding.unknown("/" + path + " cannot be read any more; the thread has ended");
                }
                sum += more.getAsLong();
            }
            return paths.isEmpty() ? Finding.unknown("process " + process + " has no thread pinned to CPU " +
                host.pinned()) : Finding.of(sum == 0, text("%d %s of %d hot threads in %.1f s", sum, what,
                paths.size(), host.probes().seconds()));
        });
    }

    private static Finding throttled(final Examination host)
    {
        return PowerChecks.metal(examined -> grown(examined,
            cpu -> "sys/devices/system/cpu/cpu" + cpu + "/thermal_throttle/core_throttle_count",
            "thermal throttling")).examine(host);
    }

    private static Finding managementInterrupts(final Examination host)
    {
        return PowerChecks.metal(examined -> grown(examined, Probes::smiPath, "system management interrupts"))
            .examine(host);
    }

    private static Finding grown(
        final Examination host, final Function<Integer, String> path, final String what)
    {
        long sum = 0;
        for (final int cpu : host.pinned())
        {
            final HostText before = host.probes().before().get(path.apply(cpu));
            final HostText after = host.probes().after().get(path.apply(cpu));
            if (before == null || after == null || before.number().isEmpty() || after.number().isEmpty())
            {
                return after == null ? Finding.unknown("no /" + path.apply(cpu)) : host.silent(after);
            }
            sum += after.number().getAsLong() - before.number().getAsLong();
        }
        return Finding.of(sum == 0, text("%s on CPU %s in %.1f s: %d", what, host.pinned(),
            host.probes().seconds(), sum));
    }

    private static Finding jitter(final ProbeResults probes)
    {
        final List<String> parts = new ArrayList<>();
        long worst = 0;
        for (final Map.Entry<Integer, Histogram> cpu : probes.jitter().entrySet())
        {
            final Histogram gaps = cpu.getValue();
            worst = Math.max(worst, gaps.getMaxValue());
            parts.add(text("CPU %d: P99.99 %.1f us, longest %.1f us, %d over 5 us", cpu.getKey(),
                gaps.getValueAtPercentile(99.99) / MICRO, gaps.getMaxValue() / MICRO,
                gaps.getCountBetweenValues(5_000, Long.MAX_VALUE)));
        }
        final Finding finding = Finding.of(worst <= JITTER_WARN_NANOS, Shapes.some(parts, NAMED));
        return parts.isEmpty() ? Finding.unknown("no CPU was measured") :
            worst <= JITTER_FAIL_NANOS ? finding.atMost(Severity.WARN) : finding;
    }

    private static Finding hops(final Examination host, final ProbeResults probes)
    {
        final List<String> parts = new ArrayList<>();
        boolean fast = true;
        for (final Hop hop : probes.hops())
        {
            fast &= hop.oneWayNanos() <= (isSameSocket(host, hop) ? SAME_SOCKET_NANOS : OTHER_SOCKET_NANOS);
            parts.add(text("%d to %d %.0f ns", hop.from(), hop.to(), hop.oneWayNanos()));
        }
        return parts.isEmpty() ? Finding.unknown("no pair was measured") :
            Finding.of(fast, Shapes.some(parts, NAMED) + " one way, wanted 80 on a socket and 150 across");
    }

    private static boolean isSameSocket(final Examination host, final Hop hop)
    {
        final CpuTopology topology = host.topology().orElse(null);
        return topology == null || topology.sockets().stream().map(topology::socketCpus)
            .anyMatch(cpus -> cpus.containsAll(CpuSet.of(hop.from(), hop.to())));
    }

    private static Finding compilations(final Examination host)
    {
        return host.withProcess(process ->
        {
            final ProbeResults probes = host.probes();
            final double millis = CompilerThreads.nanos(process, probes) / (MICRO * MICRO);
            return CompilerThreads.count(process, probes) == 0 ?
                Finding.unknown("process " + process + " shows no thread that compiles; is it a JVM of HotSpot?") :
                Finding.of(millis <= SETTLED_MILLIS_PER_SECOND * probes.seconds(),
                    text("its compilers ran for %.1f ms in %.1f s", millis, probes.seconds()));
        });
    }

    private static Finding safepoints(final ProbeResults probes)
    {
        return probes.safepoints().map(reached -> Finding.of(reached.getMaxValue() <= SAFEPOINT_NANOS,
            text("%d stops were reached in: P50 %.1f us, P99 %.1f us, longest %.1f us; wanted 100 us at most",
                reached.getTotalCount(), reached.getValueAtPercentile(50) / MICRO,
                reached.getValueAtPercentile(99) / MICRO, reached.getMaxValue() / MICRO)))
            .orElseGet(() -> Finding.unknown("no safepoint was measured"));
    }

    private static Finding syncs(final ProbeResults probes)
    {
        return probes.syncs().map(syncs -> Finding.of(syncs.getValueAtPercentile(99) <= SYNC_NANOS,
            text("%d appends of 4 KiB with sync: P50 %.0f us, P99 %.0f us, longest %.0f us; wanted P99 1 ms",
                syncs.getTotalCount(), syncs.getValueAtPercentile(50) / MICRO, syncs.getValueAtPercentile(99) / MICRO,
                syncs.getMaxValue() / MICRO))).orElseGet(() -> Finding.unknown("no sync was measured"));
    }

    private static String text(final String format, final Object... values)
    {
        return String.format(Locale.ROOT, format, values);
    }
}
