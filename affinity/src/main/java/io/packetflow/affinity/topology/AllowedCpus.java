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
package io.packetflow.affinity.topology;

import java.util.Map;
import java.util.Optional;

/**
 * Cold path. Reads which CPUs this process may use.
 *
 * <p>Two limits exist and they differ. The cpuset of the cgroup is a wall: a pin outside of it fails with EINVAL. The
 * affinity mask with which the process was started ({@code taskset}, systemd's {@code CPUAffinity=}) may be left by
 * any thread that pins itself, and launching on housekeeping CPUs is how latency-critical processes are started. So the
 * cpuset decides, and the mask only where no cpuset can be read.
 */
final class AllowedCpus
{
    private static final String ALLOWED_KEY = "Cpus_allowed_list:";

    private final HostFiles files;
    private final Map<String, String> absences;

    AllowedCpus(final HostFiles files, final Map<String, String> absences)
    {
        this.files = files;
        this.absences = absences;
    }

    /** Returns the mask with which the process was started. */
    Optional<CpuSet> startMask()
    {
        final HostFiles.Reading status = files.read("proc/self/status");
        final Optional<CpuSet> mask = status.text().stream()
            .flatMap(String::lines)
            .filter((line) -> line.startsWith(ALLOWED_KEY))
            .findFirst()
            .flatMap((line) -> new HostFiles.Reading(
                status.file(), Optional.of(line.substring(ALLOWED_KEY.length())), "").cpus());
        if (mask.isEmpty())
        {
            absences.put("start mask", status.text().isEmpty() ? status.absence() :
                "no " + ALLOWED_KEY + " in " + status.file());
        }
        return mask;
    }

    /** Returns the CPUs of the own cgroup's cpuset. */
    Optional<CpuSet> cpuset()
    {
        final HostFiles.Reading cpuset =
            new CgroupFiles(files).nearest("cpuset", "cpuset.cpus.effective", "cpuset.effective_cpus", "cpuset.cpus");
        if (cpuset.text().isEmpty())
        {
            absences.put("cpuset", cpuset.absence());
        }
        return cpuset.cpus();
    }
}
