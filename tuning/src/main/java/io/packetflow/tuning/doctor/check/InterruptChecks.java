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

import static io.packetflow.tuning.doctor.check.Shapes.maskWithoutPinned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.CpuRows;
import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. Who may interrupt the pinned CPUs: devices and work queues. */
final class InterruptChecks
{
    private static final int NAMED = 3;

    private InterruptChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("K06", maskWithoutPinned("proc/irq/default_smp_affinity"));
        checks.put("K07", InterruptChecks::devices);
        checks.put("K11", maskWithoutPinned("sys/devices/virtual/workqueue/cpumask"));
        checks.put("K12", maskWithoutPinned("sys/bus/workqueue/devices/writeback/cpumask"));
        return checks;
    }

    private static Finding devices(final Examination host)
    {
        return host.withPinned(pinned ->
        {
            final List<String> numbers = host.files().list("proc/irq").stream()
                .filter(name -> name.matches("[0-9]+")).toList();
            if (numbers.isEmpty())
            {
                return Finding.unknown("no /proc/irq/NUMBER" + (host.files().isLive() ? "" : " in the capture"));
            }
            final CpuRows interrupts = new CpuRows(host.read("proc/interrupts").text());
            final List<String> routed = new ArrayList<>();
            final List<String> unsaid = new ArrayList<>();
            for (final String number : numbers)
            {
                final Optional<CpuSet> target = target(host, number);
                if (target.isEmpty())
                {
                    unsaid.add(number);
                }
                else if (!target.get().intersect(pinned).isEmpty())
                {
                    routed.add(name(interrupts, number) + " to CPU " + target.get());
                }
            }
            if (routed.isEmpty() && unsaid.size() == numbers.size())
            {
                return host.silent(host.read("proc/irq/" + unsaid.get(0) + "/smp_affinity_list"));
            }
            return Finding.of(routed.isEmpty(), routed.isEmpty() ?
                "none of " + numbers.size() + " interrupts is routed to a pinned CPU" :
                routed.size() + " of " + numbers.size() + " interrupts routed there: " +
                    Shapes.some(routed, NAMED));
        });
    }

    /** Where an interrupt goes to now, else where it may go to. */
    private static Optional<CpuSet> target(final Examination host, final String number)
    {
        final HostText effective = host.read("proc/irq/" + number + "/effective_affinity_list");
        final HostText allowed = host.read("proc/irq/" + number + "/smp_affinity_list");
        return effective.isRead() && !effective.text().isEmpty() ? effective.cpus() :
            allowed.isRead() ? allowed.cpus() : Optional.empty();
    }

    private static String name(final CpuRows interrupts, final String number)
    {
        final String label = interrupts.label(number);
        final String[] words = label.split("\\s+", -1);
        return number + (label.isEmpty() ? "" : " (" + words[words.length - 1] + ")");
    }
}
