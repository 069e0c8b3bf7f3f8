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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.Task;

/** Cold path. Who else runs on the pinned CPUs, and how threads are scheduled there. */
final class TaskChecks
{
    private static final int NAMED = 4;
    private static final Pattern BANNED =
        Pattern.compile("(?m)^\\s*IRQBALANCE_BANNED_CPULIST\\s*=\\s*\"?([0-9,-]*)\"?\\s*$");
    private static final Pattern PLACED_BY_USER = Pattern.compile("rcuo[gps]/.*|rcuog.*|kworker/u.*");

    private TaskChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("K05", TaskChecks::kernelThreads);
        checks.put("K08", TaskChecks::interruptBalancer);
        checks.put("K16", TaskChecks::realTimeThrottling);
        checks.put("K30", TaskChecks::foreignTasks);
        return checks;
    }

    private static Finding kernelThreads(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final List<Task> all = host.files().tasks();
            final List<Task> movable = all.stream().filter(Task::isKernel)
                .filter(task -> PLACED_BY_USER.matcher(task.stat().name()).matches()).toList();
            final List<String> there = movable.stream()
                .filter(task -> !task.allowed().intersect(pinned).isEmpty()).map(Task::label).toList();
            return all.isEmpty() ? noTasks(host) : Finding.of(there.isEmpty(), there.isEmpty() ?
                "none of " + movable.size() + " rcuo and unbound kworker threads may run there" :
                there.size() + " of " + movable.size() + " may run there: " + Shapes.some(there, NAMED));
        });
    }

    private static Finding noTasks(final Examination host)
    {
        return Finding.unknown(host.files().isLive() ? "/proc shows no threads" : "the capture has no /proc/PID");
    }

    private static Finding interruptBalancer(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final Optional<HostText> settings = Stream.of("etc/default/irqbalance", "etc/sysconfig/irqbalance")
                .map(host::read).filter(HostText::isRead).findFirst();
            final List<Task> all = host.files().tasks();
            if (all.isEmpty() && settings.isEmpty())
            {
                return noTasks(host);
            }
            final boolean runs = all.stream().anyMatch(task -> "irqbalance".equals(task.stat().name()));
            if (!all.isEmpty() && !runs)
            {
                return Finding.holds("irqbalance does not run");
            }
            final CpuSet banned = settings.map(HostText::text).map(BANNED::matcher).filter(Matcher::find)
                .flatMap(matcher -> HostText.cpus(matcher.group(1))).orElse(CpuSet.EMPTY);
            return Finding.of(banned.containsAll(pinned), "irqbalance " + (runs ? "runs" : "is configured") +
                ", banned from CPU " + Shapes.list(banned));
        });
    }

    private static Finding realTimeThrottling(final Examination host)
    {
        final HostText runtime = host.read("proc/sys/kernel/sched_rt_runtime_us");
        final HostText period = host.read("proc/sys/kernel/sched_rt_period_us");
        if (!runtime.isRead())
        {
            return host.silent(runtime);
        }
        final boolean realTime = host.process().isPresent() &&
            Task.of(host.files(), host.process().getAsLong()).stream()
                .anyMatch(task -> task.stat().isRealTime() && host.pinned().containsAll(task.allowed()));
        final String reason = "sched_rt_runtime_us is " + runtime.text() + " of " + period.text() + ", " +
            (realTime ? "and hot threads are real-time" : "no hot thread known to be real-time");
        final Finding finding = Finding.of("-1".equals(runtime.text()), reason);
        return realTime ? finding : finding.atMost(Severity.INFO);
    }

    private static Finding foreignTasks(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final List<Task> all = host.files().tasks();
            final long own = host.files().isLive() ? ProcessHandle.current().pid() : 0;
            final List<String> foreign = all.stream()
                .filter(task -> !task.isPerCpuKernel())
                .filter(task -> task.process() != own && task.process() != host.process().orElse(own))
                .filter(task -> pinned.contains(task.stat().cpu()) || pinned.containsAll(task.allowed()))
                .map(Task::label).toList();
            return all.isEmpty() ? noTasks(host) : Finding.of(foreign.isEmpty(), foreign.isEmpty() ?
                "none of " + all.size() + " threads" :
                foreign.size() + " of " + all.size() + " threads ran there last: " + Shapes.some(foreign, NAMED));
        });
    }
}
