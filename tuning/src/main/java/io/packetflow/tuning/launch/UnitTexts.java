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
package io.packetflow.tuning.launch;

/** Cold path. Units of systemd: a slice with the CPUs of the engine, and the service in it. */
public final class UnitTexts
{
    /** Name of the slice. */
    public static final String SLICE = "packetflow-engine.slice";

    /** Name of the service. */
    public static final String SERVICE = "packetflow.service";

    private UnitTexts()
    {
    }

    /**
     * The slice.
     *
     * @param shares of the CPUs
     * @param author command that writes it
     * @return its text
     */
    public static String slice(final CpuShares shares, final String author)
    {
        return """
            # Written by %s.
            [Unit]
            Description=CPUs and memory of the PacketFlow engine

            [Slice]
            # A wall: pinning outside of it is refused. CPU %s for the nodes, CPU %s for everything else.
            AllowedCPUs=%s
            %s# Not one page of an engine belongs on a disk.
            MemorySwapMax=0
            """.formatted(author, shares.pinned(), shares.housekeeping(), shares.all(),
            shares.memoryNodes().isEmpty() ? "" :
                "# Memory next to the nodes that an output waits for.\nAllowedMemoryNodes=" + shares.memoryNodes() +
                    "\n");
    }

    /**
     * The service.
     *
     * @param shares       of the CPUs
     * @param author       command that writes it
     * @param installation directory with {@code bin/packetflow-service}
     * @return its text
     */
    public static String service(final CpuShares shares, final String author, final String installation)
    {
        return """
            # Written by %s.
            [Unit]
            Description=PacketFlow engine
            After=network.target local-fs.target
            # Three deaths within five minutes are no accident: somebody has to look.
            StartLimitIntervalSec=300
            StartLimitBurst=3

            [Service]
            Type=exec
            Slice=%s
            # CPUs, journal and options; written together with this unit.
            EnvironmentFile=%s
            # Owner of journal and reports; make it once: useradd --system packetflow
            User=packetflow
            # The JVM's own threads stay here; each node pins itself to one of CPU %s.
            CPUAffinity=%s
            # The wall of the slice again, so that the service keeps to it wherever it is started.
            AllowedCPUs=%s
            %s# Above other tasks where they meet. Not SCHED_FIFO: the kernel stops a real-time thread that spins, 50 ms
            # of each second, and nothing here asks for a real-time priority.
            Nice=-20
            LimitRTPRIO=0
            # Huge pages and locked pages.
            LimitMEMLOCK=infinity
            LimitNOFILE=1048576
            OOMScoreAdjust=-900
            TimerSlackNSec=1
            MemorySwapMax=0
            # Where the journal of packetflow.env and the reports are.
            StateDirectory=packetflow
            WorkingDirectory=/var/lib/packetflow
            ExecStart=%s/bin/packetflow-service --placed
            # A process that was killed, also for want of memory, starts again and recovers from its journal:
            # nothing that left it is lost or sent twice. An exit code is an answer, and would be the same again. With
            # a standby write Restart=no, for the standby takes over.
            Restart=on-abnormal
            RestartSec=1
            # SIGTERM finishes what was admitted, cancels live orders and reports.
            KillMode=mixed
            TimeoutStopSec=60

            [Install]
            WantedBy=multi-user.target
            """.formatted(author, SLICE, LaunchVariables.FILE, shares.pinned(),
            shares.housekeeping(), shares.all(), memory(shares), installation);
    }

    private static String memory(final CpuShares shares)
    {
        return shares.memoryNodes().isEmpty() ? "" : """
            # Memory next to the nodes that an output waits for.
            NUMAPolicy=bind
            NUMAMask=%s
            """.formatted(shares.memoryNodes());
    }
}
