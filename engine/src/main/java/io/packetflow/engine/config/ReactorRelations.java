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
package io.packetflow.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.NodePolicy;

/** Cold path. What must hold between the engine's settings; one method for each relation. */
final class ReactorRelations
{
    private ReactorRelations()
    {
    }

    static List<SettingRelation> all()
    {
        return List.of(
            ReactorRelations::batchFitsRings,
            ReactorRelations::groupsShareCoresAltogether,
            ReactorRelations::nodesHaveCores,
            ReactorRelations::coresAreUsed,
            ReactorRelations::warmupHasMessages,
            ReactorRelations::pathsDiffer);
    }

    /** A default batch shrinks to a small ring by itself; one that somebody asked for does not do so in silence. */
    private static void batchFitsRings(final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        if (settings.setting(ReactorKeys.BATCH_LIMIT).isDefault())
        {
            return;
        }
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            final Setting<Slots> ringSize = settings.setting(ReactorKeys.group(group).ringSize());
            if (ringSize.value().atMost() < settings.batchLimit())
            {
                errors.accept(error(ringSize, "must not be below " + describe(settings, ReactorKeys.BATCH_LIMIT),
                    "enlarge the ring or lower " + ReactorKeys.BATCH_LIMIT.name()));
            }
        }
    }

    /** Groups on one core are one node, and a node has one way to wait. */
    private static void groupsShareCoresAltogether(
        final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        final List<PeriodicGroup> earlier = new ArrayList<>();
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            final Setting<Cores> cores = settings.setting(ReactorKeys.group(group).cores());
            for (final PeriodicGroup other : earlier)
            {
                final Cores otherCores = settings.group(other).cores();
                if (cores.value().overlaps(otherCores) && !cores.value().equals(otherCores))
                {
                    errors.accept(error(cores,
                        "shares some but not all CPUs with " + describe(settings, ReactorKeys.group(other).cores()),
                        "give both groups the same list, or lists without a common CPU"));
                }
                else if (cores.value().overlaps(otherCores) && waitsClash(settings, group, other))
                {
                    errors.accept(error(settings.setting(ReactorKeys.group(group).waitChoice()),
                        "must equal " + describe(settings, ReactorKeys.group(other).waitChoice()) +
                        ", because both groups run on CPUs " + cores.text(),
                        "choose one wait for both, or other CPUs"));
                }
            }
            earlier.add(group);
        }
    }

    private static boolean waitsClash(
        final ReactorSettings settings, final PeriodicGroup group, final PeriodicGroup other)
    {
        final WaitChoice first = settings.group(group).waitChoice();
        final WaitChoice second = settings.group(other).waitChoice();
        return first != second && first != WaitChoice.AUTO && second != WaitChoice.AUTO;
    }

    private static void nodesHaveCores(final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        final Set<Integer> cpus = new TreeSet<>();
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            final Cores cores = settings.group(group).cores();
            if (cores.isAuto())
            {
                return;
            }
            cpus.addAll(cores.cpus());
        }
        if (settings.threading() == Threading.DEDICATED && settings.plan() == NodePolicy.TWO_NODES && cpus.size() < 2)
        {
            errors.accept(error(settings.setting(ReactorKeys.PLAN),
                "needs two CPUs, but all groups name only " + cpus,
                "name two CPUs, choose one-node, or " + ReactorKeys.THREADING.name() + "=shared"));
        }
    }

    private static void coresAreUsed(final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        if (settings.threading() != Threading.INVOKER)
        {
            return;
        }
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            final Setting<Cores> cores = settings.setting(ReactorKeys.group(group).cores());
            if (!cores.value().isAuto())
            {
                errors.accept(error(cores, "has no effect with " + describe(settings, ReactorKeys.THREADING),
                    "remove it, or choose " + ReactorKeys.THREADING.name() + "=dedicated"));
            }
        }
    }

    private static void warmupHasMessages(final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        if (settings.warmup() && settings.warmupMessages() == 0)
        {
            errors.accept(error(settings.setting(ReactorKeys.WARMUP_MESSAGES),
                "must be above 0 with " + describe(settings, ReactorKeys.WARMUP),
                "set " + ReactorKeys.WARMUP.name() + "=off to start cold"));
        }
    }

    private static void pathsDiffer(final ReactorSettings settings, final Consumer<SettingError> errors)
    {
        if (settings.controlDirectory().toAbsolutePath().equals(settings.outputDirectory().toAbsolutePath()))
        {
            errors.accept(error(settings.setting(ReactorKeys.OUTPUT_DIR),
                "must differ from " + describe(settings, ReactorKeys.CONTROL_DIR) +
                ", which only the owner of the engine may enter", "choose another directory"));
        }
        if (settings.countersFile().toAbsolutePath().equals(settings.controlDirectory().toAbsolutePath()) ||
            settings.countersFile().toAbsolutePath().equals(settings.outputDirectory().toAbsolutePath()))
        {
            errors.accept(error(settings.setting(ReactorKeys.COUNTERS_FILE),
                "must name a file, but is the directory of another setting", "append a file name"));
        }
    }

    private static SettingError error(final Setting<?> setting, final String mustHold, final String remedy)
    {
        return new SettingError(setting.key().name(), setting.text(), setting.origin(), mustHold, remedy);
    }

    private static String describe(final ReactorSettings settings, final SettingKey<?> key)
    {
        final Setting<?> setting = settings.setting(key);
        return key.name() + "=" + setting.text() + " (" + setting.origin() + ")";
    }
}
