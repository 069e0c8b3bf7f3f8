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

import java.util.stream.Collectors;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.check.Examination;

/** Cold path. Units of systemd: a slice with the CPUs, a service on housekeeping CPUs, the manager's own. */
final class Units
{
    private Units()
    {
    }

    static String slice(final Examination host)
    {
        return """
            # Written by packetflow doctor --fix-script.
            [Unit]
            Description=CPUs and memory of the PacketFlow engine

            [Slice]
            # A wall: pinning outside of it is refused.
            AllowedCPUs=%s
            %sMemorySwapMax=0
            """.formatted(all(host), nodes(host).isEmpty() ? "" : "AllowedMemoryNodes=" + nodes(host) + "\n");
    }

    static String service(final Examination host)
    {
        return """
            # Written by packetflow doctor --fix-script. Set ExecStart to your installation and its journal.
            [Unit]
            Description=PacketFlow engine
            After=network.target local-fs.target

            [Service]
            Type=exec
            Slice=packetflow-engine.slice
            # The JVM's own threads stay here; hot threads pin themselves to CPU %s.
            CPUAffinity=%s
            AllowedCPUs=%s
            %sLimitMEMLOCK=infinity
            LimitNOFILE=1048576
            OOMScoreAdjust=-900
            TimerSlackNSec=1
            MemorySwapMax=0
            # Recovery and the standby decide, not systemd.
            Restart=no
            TimeoutStopSec=60
            ExecStart=/opt/packetflow/packetflow trade --journal /var/lib/packetflow/journal

            [Install]
            WantedBy=multi-user.target
            """.formatted(host.pinned(), host.placement().housekeeping(), all(host),
            nodes(host).isEmpty() ? "" : "NUMAPolicy=bind\nNUMAMask=" + nodes(host) + "\n");
    }

    static String manager(final Examination host)
    {
        return """
            # Written by packetflow doctor --fix-script: every daemon starts off the pinned CPUs. Takes a boot.
            [Manager]
            CPUAffinity=%s
            """.formatted(host.placement().housekeeping());
    }

    private static CpuSet all(final Examination host)
    {
        return host.pinned().union(host.placement().housekeeping());
    }

    /** Nodes of the pinned CPUs; nothing where there is only one, which needs no binding. */
    private static String nodes(final Examination host)
    {
        return host.topology().filter(topology -> topology.numaNodes().size() > 1)
            .map(topology -> topology.cpus().stream()
                .filter(cpu -> host.placement().critical().contains(cpu.id()) && cpu.online())
                .map(cpu -> cpu.numaNode()).distinct().sorted().map(String::valueOf)
                .collect(Collectors.joining(","))).orElse("");
    }
}
