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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.Task;

/** Cold path. Daemons that wake up by themselves, and the network. */
final class ServiceChecks
{
    /** As the kernel cuts their names. */
    private static final Set<String> DAEMONS =
        Set.of("irqbalance", "thermald", "numad", "auditd", "unattended-upgr", "tuned-ppd", "packagekitd");
    private static final Pattern TIMER = Pattern.compile("(apt-daily|fstrim|man-db|updatedb|mlocate|dnf-).*\\.timer");
    private static final Pattern AFFINITY = Pattern.compile("(?m)^\\s*CPUAffinity\\s*=\\s*(\\S.*)$");
    private static final String TIMERS = "etc/systemd/system/timers.target.wants";
    private static final long BUFFER_BYTES = 2L << 20;

    private ServiceChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("S01", ServiceChecks::periodic);
        checks.put("S02", ServiceChecks::managerAffinity);
        checks.put("N01", ServiceChecks::busyPoll);
        checks.put("N02", ServiceChecks::buffers);
        checks.put("N03", ServiceChecks::steering);
        return checks;
    }

    private static Finding periodic(final Examination host)
    {
        final Set<String> found = new LinkedHashSet<>();
        final List<Long> processes = host.files().processes();
        for (final Task task : host.files().tasks())
        {
            if (DAEMONS.contains(task.stat().name()))
            {
                found.add(task.stat().name());
            }
        }
        host.files().list(TIMERS).stream().filter(name -> TIMER.matcher(name).matches()).forEach(found::add);
        return processes.isEmpty() && found.isEmpty() ? Finding.unknown("the capture has no /proc/PID") :
            Finding.of(found.isEmpty(), found.isEmpty() ? "none of the known ones runs" :
                "active: " + String.join(", ", found));
    }

    private static Finding managerAffinity(final Examination host)
    {
        if (host.files().isLive() && !host.files().exists("run/systemd/system"))
        {
            return Finding.skipped("systemd does not manage this host");
        }
        final List<String> files = new ArrayList<>(List.of("etc/systemd/system.conf"));
        host.files().list("etc/systemd/system.conf.d").forEach(name -> files.add("etc/systemd/system.conf.d/" + name));
        Optional<CpuSet> affinity = Optional.empty();
        boolean read = false;
        for (final String file : files)
        {
            final HostText text = host.read(file);
            read |= text.isRead();
            final Matcher matcher = AFFINITY.matcher(text.text());
            if (matcher.find())
            {
                affinity = HostText.cpus(matcher.group(1).strip().replaceAll("\\s+", ","));
            }
        }
        final boolean apart = affinity.filter(cpus -> cpus.intersect(host.pinned()).isEmpty()).isPresent();
        return !read ? host.silent(host.read(files.get(0))) : Finding.of(apart, affinity
            .map(cpus -> "CPUAffinity is " + cpus).orElse("no CPUAffinity in " + String.join(", ", files)));
    }

    private static Finding busyPoll(final Examination host)
    {
        return number("proc/sys/net/core/busy_read", "50 where kernel sockets are on the path",
            value -> value > 0).examine(host);
    }

    private static Finding buffers(final Examination host)
    {
        final Finding receive = number("proc/sys/net/core/rmem_max", BUFFER_BYTES + " or more",
            value -> value >= BUFFER_BYTES).examine(host);
        return receive.kind() != Finding.Kind.HOLDS ? receive : number("proc/sys/net/core/wmem_max",
            BUFFER_BYTES + " or more", value -> value >= BUFFER_BYTES).examine(host);
    }

    private static Finding steering(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final List<String> cards = host.files().list("sys/class/net");
            final List<String> there = new ArrayList<>();
            int queues = 0;
            for (final String card : cards)
            {
                for (final String queue : host.files().list("sys/class/net/" + card + "/queues"))
                {
                    final HostText mask = host.read("sys/class/net/" + card + "/queues/" + queue +
                        (queue.startsWith("rx") ? "/rps_cpus" : "/xps_cpus"));
                    queues += mask.mask().isPresent() ? 1 : 0;
                    if (mask.mask().filter(cpus -> !cpus.intersect(pinned).isEmpty()).isPresent())
                    {
                        there.add(card + "/" + queue + " to CPU " + mask.mask().get());
                    }
                }
            }
            return queues == 0 ? host.silent(host.read("sys/class/net")) : Finding.of(there.isEmpty(),
                there.isEmpty() ? "none of " + queues + " queues is steered there" : Shapes.some(there, 3));
        });
    }
}
