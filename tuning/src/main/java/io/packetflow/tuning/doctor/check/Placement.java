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

import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. Which CPUs are ours: those with spinning threads, and those left for everything else.
 *
 * @param pinned       CPUs of spinning threads
 * @param critical     those of them on the path of an output, which belong on one socket
 * @param quiet        SMT siblings of pinned CPUs, where nothing should run
 * @param housekeeping CPUs for the kernel, the JVM and everybody else
 * @param origin       who says so
 * @param problem      why there is no placement, or why it does not fit the host; nothing where it does
 */
public record Placement(
    CpuSet pinned,
    CpuSet critical,
    CpuSet quiet,
    CpuSet housekeeping,
    String origin,
    Optional<String> problem)
{
    /**
     * A placement from a list of CPUs: all of them critical, the others for housekeeping, but for their siblings.
     *
     * @param pinned   the CPUs
     * @param topology of the host; nothing where it is unknown
     * @param origin   who says so
     * @return the placement
     */
    public static Placement of(final CpuSet pinned, final Optional<CpuTopology> topology, final String origin)
    {
        CpuSet siblings = CpuSet.EMPTY;
        for (final int cpu : pinned)
        {
            siblings = siblings.union(topology.flatMap(host -> host.cpu(cpu))
                .map(known -> known.smtSiblings()).orElse(CpuSet.EMPTY));
        }
        final CpuSet others = topology.map(CpuTopology::online).orElse(CpuSet.EMPTY).minus(pinned).minus(siblings);
        return new Placement(pinned, pinned, siblings.minus(pinned), others, origin, misfit(pinned, topology));
    }

    private static Optional<String> misfit(final CpuSet pinned, final Optional<CpuTopology> topology)
    {
        return topology.map(host -> pinned.minus(host.online()))
            .filter(missing -> !missing.isEmpty())
            .map(missing -> "CPU " + missing + " is not online (online: " + topology.orElseThrow().online() + ")");
    }

    /**
     * No placement.
     *
     * @param origin  who should have said so
     * @param problem why there is none
     * @return a placement without CPUs
     */
    public static Placement none(final String origin, final String problem)
    {
        return new Placement(CpuSet.EMPTY, CpuSet.EMPTY, CpuSet.EMPTY, CpuSet.EMPTY, origin, Optional.of(problem));
    }

    /** @return CPUs that the kernel shall leave alone: the pinned ones and their siblings */
    public CpuSet isolated()
    {
        return pinned.union(quiet);
    }

    /** @return whether no CPU is known to be ours */
    public boolean isEmpty()
    {
        return pinned.isEmpty();
    }
}
