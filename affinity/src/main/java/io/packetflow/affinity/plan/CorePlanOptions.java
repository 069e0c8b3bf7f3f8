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
package io.packetflow.affinity.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. What the configuration says about a core plan. Immutable; each method answers with changed options.
 *
 * @param allowSharing whether nodes may share physical cores where there are too few; those that do must not busy-spin
 * @param within CPUs that the plan may use; the empty set means all that the process may use
 * @param pins CPUs by node
 * @param homes CPUs by home; where the lists of homes overlap, the shortest list chooses first
 */
public record CorePlanOptions(
    boolean allowSharing,
    CpuSet within,
    Map<String, Integer> pins,
    Map<String, CpuSet> homes)
{
    /** Copies the maps and checks that each pin can be a CPU. */
    public CorePlanOptions
    {
        pins.forEach((node, cpu) ->
        {
            if (cpu < 0 || cpu > CpuSet.MAX_CPU)
            {
                throw new IllegalArgumentException(
                    "pin of node '" + node + "': a CPU number is from 0 to " + CpuSet.MAX_CPU + ": " + cpu);
            }
        });
        pins = Collections.unmodifiableMap(new TreeMap<>(pins));
        homes = Collections.unmodifiableMap(new TreeMap<>(homes));
    }

    /** Returns the defaults: no sharing, all usable CPUs, nothing pinned. */
    public static CorePlanOptions defaults()
    {
        return new CorePlanOptions(false, CpuSet.EMPTY, Map.of(), Map.of());
    }

    /** Returns these options with sharing allowed or not. */
    public CorePlanOptions allowSharing(final boolean allowed)
    {
        return new CorePlanOptions(allowed, within, pins, homes);
    }

    /** Returns these options limited to some CPUs; the empty set lifts the limit. */
    public CorePlanOptions within(final CpuSet cpus)
    {
        return new CorePlanOptions(allowSharing, cpus, pins, homes);
    }

    /** Returns these options with one more node pinned to a CPU. */
    public CorePlanOptions pin(final String node, final int cpu)
    {
        final Map<String, Integer> more = new TreeMap<>(pins);
        more.put(node, cpu);
        return new CorePlanOptions(allowSharing, within, more, homes);
    }

    /** Returns these options with the nodes of one more home limited to some CPUs. */
    public CorePlanOptions home(final String home, final CpuSet cpus)
    {
        final Map<String, CpuSet> more = new TreeMap<>(homes);
        more.put(home, cpus);
        return new CorePlanOptions(allowSharing, within, pins, more);
    }
}
