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
package io.packetflow.engine.reactor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.agrona.BitUtil;

import io.packetflow.engine.config.GroupSettings;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.Slots;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.plan.GroupOptions;
import io.packetflow.engine.plan.PlanOptions;

/** Cold path. Reads a plan's options out of the settings. */
public final class PlanSettings
{
    private PlanSettings()
    {
    }

    /**
     * Reads the options.
     *
     * @param settings concluded settings
     * @param clock where logical time comes from
     * @return what the plan is asked to be
     */
    public static PlanOptions of(final ReactorSettings settings, final ClockMode clock)
    {
        final Map<PeriodicGroup, GroupOptions> groups = new EnumMap<>(PeriodicGroup.class);
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            groups.put(group, options(settings.group(group), settings.batchLimit()));
        }
        return new PlanOptions(settings.grouping(), settings.plan(), clock, settings.publication(), groups, Map.of(),
            settings.threading() != Threading.DEDICATED || settings.shareCores(), Optional.empty(),
            List.of(), Set.of());
    }

    private static GroupOptions options(final GroupSettings group, final int batchLimit)
    {
        final Slots size = group.ringSize();
        return new GroupOptions(group.cores().isAuto() ? "" : group.cores().toString(),
            size.isAuto() ? atLeast(GroupOptions.DEFAULT.ringSize(), batchLimit) : size.count(),
            size.isAuto() ? atLeast(GroupOptions.DEFAULT.oneNodeRingSize(), batchLimit) : size.count(),
            size.isAuto() ? atLeast(GroupOptions.DEFAULT.committedRingSize(), batchLimit) : size.count(),
            group.waitChoice().strategy(), group.backPressure());
    }

    /** A batch fits into a ring whose size nobody chose: the settings allow none that is larger than the largest. */
    private static int atLeast(final int slots, final int batchLimit)
    {
        return Math.max(slots, BitUtil.findNextPositivePowerOfTwo(batchLimit));
    }
}
