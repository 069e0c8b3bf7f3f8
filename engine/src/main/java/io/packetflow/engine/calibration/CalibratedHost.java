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
package io.packetflow.engine.calibration;

import java.nio.file.Path;
import java.util.Objects;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.affinity.topology.HostFacts;

/**
 * Cold path. By what a host is known again whose steps were measured. Another kernel is the same host.
 *
 * @param processor model name
 * @param cpus that are online
 * @param sockets of the host
 */
public record CalibratedHost(String processor, int cpus, int sockets)
{
    /** Checks the parts. */
    public CalibratedHost
    {
        Objects.requireNonNull(processor, "processor");
    }

    /**
     * Reads this host's.
     *
     * @param topology of this host
     * @return the fingerprint
     */
    public static CalibratedHost of(final CpuTopology topology)
    {
        final String processor = HostFacts.read(Path.of("/")).all().stream()
            .filter(fact -> fact.name().equals("processor model")).findFirst().flatMap(HostFacts.Fact::value)
            .orElse(System.getProperty("os.arch"));
        return new CalibratedHost(processor.replaceAll("\\s+", " "), topology.cpus().size(),
            Math.max(1, topology.sockets().size()));
    }

    @Override
    public String toString()
    {
        return processor + ", " + cpus + " CPU" + (cpus == 1 ? "" : "s") + " on " + sockets + " socket" +
            (sockets == 1 ? "" : "s");
    }
}
