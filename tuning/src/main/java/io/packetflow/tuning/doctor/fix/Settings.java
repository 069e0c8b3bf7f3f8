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
package io.packetflow.tuning.doctor.fix;

import java.util.List;
import java.util.Map;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.report.Diagnosis;

/** Cold path. Settings of the kernel that hold after a boot: sysctl.d, and a tuned profile with all of them. */
final class Settings
{
    private static final String HEAD = "# Written by packetflow doctor --fix-script; each line names its check.\n";

    private Settings()
    {
    }

    static String sysctl(final Remedies remedies)
    {
        final StringBuilder text = new StringBuilder(HEAD);
        remedies.sysctls().forEach((name, value) -> text.append("# ").append(remedies.reasons().get(name)).append('\n')
            // A dash before the name: a kernel without the setting is no error.
            .append('-').append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    static String tuned(final Diagnosis diagnosis, final Remedies remedies)
    {
        final CpuSet pinned = diagnosis.host().pinned();
        final StringBuilder text = new StringBuilder(HEAD);
        section(text, "main", List.of("summary=PacketFlow on CPU " + pinned, "include=latency-performance"));
        section(text, "cpu", List.of("force_latency=cstate.id_no_zero:1|3", "governor=performance",
            "energy_perf_bias=performance", "min_perf_pct=100"));
        section(text, "scheduler", List.of("isolated_cores=" + diagnosis.host().placement().isolated()));
        section(text, "irqbalance", List.of("banned_cpus=" + diagnosis.host().placement().isolated()));
        section(text, "sysctl", lines(remedies.sysctls()));
        // The frequency of CPUs is the cpu plugin's.
        final List<String> files = lines(remedies.writes()).stream()
            .filter(line -> !line.contains("/cpufreq/") && !line.contains("energy_perf_bias") &&
                !line.contains("min_perf_pct")).toList();
        section(text, "sysfs", files);
        if (!remedies.boot().isEmpty())
        {
            section(text, "bootloader", List.of("cmdline_packetflow=" + String.join(" ", remedies.boot())));
        }
        return text.toString();
    }

    private static List<String> lines(final Map<String, String> values)
    {
        return values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).toList();
    }

    private static void section(final StringBuilder text, final String name, final List<String> lines)
    {
        if (!lines.isEmpty())
        {
            text.append("\n[").append(name).append("]\n");
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }
}
