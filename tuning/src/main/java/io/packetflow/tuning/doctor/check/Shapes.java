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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.host.HostText;

/** Cold path. The shapes that many checks share. */
final class Shapes
{
    private static final String CPU = "sys/devices/system/cpu/cpu";

    private Shapes()
    {
    }

    /** A file with one number, held against a condition. */
    static Check number(final String path, final String wanted, final LongPredicate condition)
    {
        return host ->
        {
            final HostText text = host.read(path);
            if (!text.isRead())
            {
                return host.silent(text);
            }
            final OptionalLong number = text.number();
            return number.isEmpty() ? Examination.malformed(text) : Finding.of(condition.test(number.getAsLong()),
                text.path() + " is " + number.getAsLong() + ", wanted " + wanted);
        };
    }

    /** A file with one word, or with several of which one stands in brackets. */
    static Check word(final String path, final String wanted, final Predicate<String> condition)
    {
        return host ->
        {
            final HostText text = host.read(path);
            if (!text.isRead())
            {
                return host.silent(text);
            }
            final String word = text.choice().orElse(text.text());
            return word.isEmpty() ? Examination.malformed(text) : Finding.of(condition.test(word),
                text.path() + " is " + word + ", wanted " + wanted);
        };
    }

    /** A file with a mask in which no CPU of ours may be. */
    static Check maskWithoutPinned(final String path)
    {
        return host -> host.withPinned(pinned ->
        {
            final HostText text = host.read(path);
            return !text.isRead() ? host.silent(text) : text.mask()
                .map(mask -> apart(mask, pinned, text.path())).orElseGet(() -> Examination.malformed(text));
        });
    }

    /** Says whether CPUs that a file names keep off ours. */
    static Finding apart(final CpuSet cpus, final CpuSet pinned, final String place)
    {
        final CpuSet common = cpus.intersect(pinned);
        return Finding.of(common.isEmpty(), place + " has CPU " + list(cpus) +
            (common.isEmpty() ? ", none of the pinned " + pinned : ", pinned of them " + common));
    }

    /** A parameter of the kernel that must be there. */
    static Check parameters(final String... names)
    {
        return host -> host.withCommandLine(cmdline ->
        {
            final List<String> missing = new ArrayList<>();
            for (final String name : names)
            {
                final int equalsIndex = name.indexOf('=');
                final boolean there = equalsIndex < 0 ? cmdline.has(name) :
                    cmdline.value(name.substring(0, equalsIndex)).filter(name.substring(equalsIndex + 1)::equals)
                        .isPresent();
                if (!there)
                {
                    missing.add(name);
                }
            }
            return Finding.of(missing.isEmpty(), missing.isEmpty() ?
                "/proc/cmdline has " + String.join(" ", names) : "/proc/cmdline lacks " + String.join(" ", missing));
        });
    }

    /** A file of each pinned CPU; CPUs that say the same are told together. */
    static Check eachPinned(final String path, final String wanted, final Predicate<String> condition)
    {
        return host -> host.withPinned(pinned -> each(host, pinned, path, wanted, condition));
    }

    /** A file of each of some CPUs. */
    static Finding each(
        final Examination host,
        final CpuSet cpus,
        final String path,
        final String wanted,
        final Predicate<String> condition)
    {
        final Map<String, CpuSet> values = new LinkedHashMap<>();
        for (final int cpu : cpus)
        {
            final HostText text = host.read(CPU + cpu + "/" + path);
            if (!text.isRead())
            {
                return host.silent(text);
            }
            values.merge(text.text(), CpuSet.of(cpu), CpuSet::union);
        }
        final boolean holds = values.keySet().stream().allMatch(condition);
        return Finding.of(holds, path.substring(path.lastIndexOf('/') + 1) + ": " +
            grouped(values, Function.identity()) + ", wanted " + wanted);
    }

    /** Values with the CPUs that have them. */
    static <T> String grouped(final Map<T, CpuSet> values, final Function<T, String> text)
    {
        final List<String> parts = new ArrayList<>();
        values.forEach((value, cpus) -> parts.add(text.apply(value) + " on CPU " + cpus));
        return String.join(", ", parts);
    }

    /** What is only recorded. */
    static Check recorded(final String... paths)
    {
        return host ->
        {
            final List<String> values = new ArrayList<>();
            HostText last = null;
            for (final String path : paths)
            {
                last = host.read(path);
                if (last.isRead())
                {
                    values.add(path.substring(path.lastIndexOf('/') + 1) + "=" + last.choice().orElse(last.text()));
                }
            }
            return values.isEmpty() ? host.silent(last) : Finding.holds(String.join(", ", values));
        };
    }

    /** CPUs, or that there are none. */
    static String list(final CpuSet cpus)
    {
        return cpus.isEmpty() ? "none" : cpus.toString();
    }

    /** Some of many names. */
    static String some(final List<String> names, final int limit)
    {
        return names.size() <= limit ? String.join(", ", names) :
            String.join(", ", names.subList(0, limit)) + " and " + (names.size() - limit) + " more";
    }
}
