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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.packetflow.ringbuffers.journal.write.JournalSettings;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.Mount;

/** Cold path. The file system and the disk under the journal. */
final class JournalChecks
{
    private static final Set<String> LOCAL = Set.of("ext4", "xfs", "tmpfs");
    private static final String VM = "proc/sys/vm/";
    private static final long LARGE_KIB = 32L << 20;
    private static final long SHM_BYTES = 1L << 30;
    private static final long READ_AHEAD_KIB = 512;

    private JournalChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("F01", mounted(mount -> Finding.of(LOCAL.contains(mount.type()),
            mount.point() + " is " + mount.type() + ", wanted ext4 or xfs (tmpfs survives no power cut)")));
        checks.put("F02", mounted(JournalChecks::mountOptions));
        checks.put("F03", queue("rotational", "0", "0"::equals));
        checks.put("F04", queue("scheduler", "none", "none"::equals));
        checks.put("F05", queue("write_cache", "write through", "write through"::equals));
        checks.put("F06", JournalChecks::dirtyLimits);
        checks.put("F07", Shapes.recorded(VM + "dirty_writeback_centisecs", VM + "dirty_expire_centisecs"));
        checks.put("F08", queue("wbt_lat_usec", "0", "0"::equals));
        checks.put("F09", JournalChecks::space);
        checks.put("F10", JournalChecks::sharedMemory);
        checks.put("F11", PreallocationCheck::examine);
        checks.put("F12", JournalChecks::logsElsewhere);
        checks.put("F13", queue("read_ahead_kb", READ_AHEAD_KIB + " or less",
            text -> HostText.number(text).orElse(Long.MAX_VALUE) <= READ_AHEAD_KIB));
        checks.put("F15", JournalChecks::completions);
        return checks;
    }

    private static Check mounted(final Function<Mount, Finding> question)
    {
        return host -> withMount(host, question);
    }

    private static Finding withMount(final Examination host, final Function<Mount, Finding> question)
    {
        if (host.journal().isEmpty())
        {
            return Finding.skipped("no directory of a journal named; use --journal DIR");
        }
        final HostText mounts = host.read("proc/self/mountinfo");
        return !mounts.isRead() ? host.silent(mounts) : Mount.of(mounts.text(), host.journal().get())
            .map(question).orElseGet(() -> Finding.unknown(mounts.path() + " has no mount above " +
                host.journal().get()));
    }

    private static Finding mountOptions(final Mount mount)
    {
        final List<String> troubles = new ArrayList<>();
        if (!mount.options().contains("noatime") && !mount.options().contains("lazytime"))
        {
            troubles.add("no noatime");
        }
        List.of("sync", "discard").stream().filter(mount.options()::contains).forEach(troubles::add);
        return Finding.of(troubles.isEmpty() || "tmpfs".equals(mount.type()), mount.point() + " is mounted with " +
            mount.options().stream().distinct().collect(Collectors.joining(",")) +
            (troubles.isEmpty() ? "" : ": " + String.join(", ", troubles)));
    }

    private static Check queue(final String name, final String wanted, final Predicate<String> condition)
    {
        return host -> withMount(host, mount ->
        {
            final HostText text = queueFile(host, mount, name);
            return mount.device().startsWith("0:") ? Finding.skipped(mount.type() + " is on no disk") :
                !text.isRead() ? host.silent(text) : Finding.of(condition.test(text.choice().orElse(text.text())),
                    text.path() + " is " + text.choice().orElse(text.text()) + ", wanted " + wanted);
        });
    }

    /** A partition has no queue; that of its disk is one directory up. */
    private static HostText queueFile(final Examination host, final Mount mount, final String name)
    {
        final String device = "sys/dev/block/" + mount.device();
        final HostText own = host.read(device + "/queue/" + name);
        final HostText disk = own.isRead() ? own : host.read(device + "/../queue/" + name);
        return disk.isRead() ? disk : own;
    }

    private static Finding completions(final Examination host)
    {
        return withMount(host, mount ->
        {
            if (mount.device().startsWith("0:"))
            {
                return Finding.skipped(mount.type() + " is on no disk");
            }
            final HostText affinity = queueFile(host, mount, "rq_affinity");
            final HostText statistics = queueFile(host, mount, "iostats");
            return !affinity.isRead() ? host.silent(affinity) :
                Finding.of("2".equals(affinity.text()) && "0".equals(statistics.text()), "rq_affinity is " +
                    affinity.text() + ", iostats is " + statistics.text() + ", wanted 2 and 0");
        });
    }

    private static Finding dirtyLimits(final Examination host)
    {
        final HostText background = host.read(VM + "dirty_background_bytes");
        final HostText limit = host.read(VM + "dirty_bytes");
        final OptionalLong backgroundBytes = background.number();
        final OptionalLong limitBytes = limit.number();
        if (backgroundBytes.isEmpty() || limitBytes.isEmpty())
        {
            return background.isRead() && limit.isRead() ? Examination.malformed(background) :
                host.silent(background.isRead() ? limit : background);
        }
        final long totalKib = host.read("proc/meminfo").field("MemTotal").map(text -> text.replace(" kB", ""))
            .map(HostText::number).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong).orElse(Long.MAX_VALUE);
        final boolean absolute = backgroundBytes.getAsLong() > 0 && limitBytes.getAsLong() > 0;
        final Finding finding = Finding.of(absolute, absolute ? "dirty_background_bytes is " + background.text() +
            ", dirty_bytes is " + limit.text() : "a share of memory: dirty_background_ratio " +
            host.read(VM + "dirty_background_ratio").text() + " %, dirty_ratio " +
            host.read(VM + "dirty_ratio").text() + " %");
        return totalKib <= LARGE_KIB ? finding.atMost(Severity.INFO) : finding;
    }

    private static Finding space(final Examination host)
    {
        if (host.journal().isEmpty() || !host.files().isLive())
        {
            return Finding.skipped(host.journal().isEmpty() ?
                "no directory of a journal named; use --journal DIR" : "a capture has no free space");
        }
        final long needed = 2L * (JournalSettings.defaults().segmentsAhead() + 1) *
            JournalSettings.defaults().segmentBytes();
        final Path directory = host.journal().get();
        try
        {
            final long free = Files.getFileStore(existing(directory)).getUsableSpace();
            return Finding.of(free >= needed, (free >> 20) + " MiB free in " + directory + ", wanted " +
                (needed >> 20) + " (two rounds of segments) or more");
        }
        catch (final IOException e)
        {
            return Finding.unknown("cannot ask for the free space of " + directory + ": " + e.getMessage());
        }
    }

    private static Path existing(final Path directory)
    {
        Path path = directory;
        while (!Files.exists(path) && path.getParent() != null)
        {
            path = path.getParent();
        }
        return path;
    }

    private static Finding sharedMemory(final Examination host)
    {
        final HostText mounts = host.read("proc/self/mountinfo");
        if (!mounts.isRead())
        {
            return host.silent(mounts);
        }
        final Optional<Mount> shm = Mount.of(mounts.text(), Path.of("/dev/shm"))
            .filter(mount -> "tmpfs".equals(mount.type()));
        if (shm.isEmpty())
        {
            return Finding.broken("/dev/shm is no tmpfs");
        }
        final Optional<String> size = shm.get().options().stream().filter(text -> text.startsWith("size=")).findFirst();
        return size.map(text -> Finding.of(bytes(text.substring("size=".length())) >= SHM_BYTES,
            "/dev/shm has " + text + ", wanted 1 GiB or more"))
            .orElseGet(() -> Finding.holds("/dev/shm has half of the memory"));
    }

    private static long bytes(final String size)
    {
        final long unit = size.endsWith("k") ? 1L << 10 : size.endsWith("m") ? 1L << 20 :
            size.endsWith("g") ? 1L << 30 : 1;
        return HostText.number(size.replaceAll("[kmg]$", "")).orElse(0) * unit;
    }

    private static Finding logsElsewhere(final Examination host)
    {
        return withMount(host, mount ->
        {
            if (host.jvm().problem().isPresent())
            {
                return Finding.skipped(host.jvm().problem().get());
            }
            final List<String> there = new ArrayList<>();
            final String mounts = host.read("proc/self/mountinfo").text();
            for (final String argument : host.jvm().arguments())
            {
                final String file = argument.startsWith("-Xlog") && argument.contains("file=/") ?
                    argument.replaceAll(".*file=([^:]*).*", "$1") :
                    argument.startsWith("-XX:ErrorFile=/") ? argument.substring("-XX:ErrorFile=".length()) : "";
                if (!file.isEmpty() && Mount.of(mounts, Path.of(file)).filter(mount::equals).isPresent())
                {
                    there.add(file);
                }
            }
            final boolean counters = host.jvm().isOn("UsePerfData") && !host.jvm().isOn("PerfDisableSharedMem") &&
                Mount.of(mounts, Path.of("/tmp")).filter(mount::equals).isPresent();
            if (counters)
            {
                there.add("/tmp/hsperfdata");
            }
            return Finding.of(there.isEmpty(), there.isEmpty() ? "the JVM writes nothing beside the journal" :
                "on the journal's file system: " + String.join(", ", there));
        });
    }
}
