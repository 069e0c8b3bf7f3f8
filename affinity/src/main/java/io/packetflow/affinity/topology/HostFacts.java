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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cold path. Facts of a host that matter for latency, without judgement: what is there, where it was read, and why a
 * fact is missing. Immutable.
 */
public final class HostFacts
{
    private static final String SMT = "SMT active";
    private static final String HYPERVISOR = "hypervisor";
    private static final String THP = "transparent huge pages";
    private static final String NUMA = "NUMA nodes";
    private static final String OS = "operating system";

    private final List<Fact> facts;

    private HostFacts(final List<Fact> facts)
    {
        this.facts = List.copyOf(facts);
    }

    /**
     * One fact.
     *
     * @param name of it
     * @param value as the host gives it, or nothing
     * @param origin file or property it was read from; where there is no value, the reason
     */
    public record Fact(String name, Optional<String> value, String origin)
    {
    }

    /**
     * Reads the facts of a host.
     *
     * @param root {@code /} for this host, or a captured directory of the same shape
     * @return the facts, never failing: what cannot be read is missing with a reason
     */
    public static HostFacts read(final Path root)
    {
        final HostFiles files = new HostFiles(root);
        final List<Fact> facts = new ArrayList<>();
        facts.add(operatingSystem(files));
        facts.add(file(files, "kernel", "proc/sys/kernel/osrelease"));
        facts.add(cpuinfo(files, "processor model", "model name"));
        facts.add(hypervisor(files));
        facts.add(file(files, "product", "sys/class/dmi/id/product_name"));
        facts.add(numaNodes(files));
        facts.add(file(files, "NUMA balancing", "proc/sys/kernel/numa_balancing"));
        facts.add(file(files, SMT, "sys/devices/system/cpu/smt/active"));
        facts.add(file(files, "isolated CPUs", "sys/devices/system/cpu/isolated"));
        facts.add(file(files, "tickless CPUs", "sys/devices/system/cpu/nohz_full"));
        facts.add(file(files, "frequency governor of CPU 0", "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
        facts.add(transparentHugePages(files));
        facts.add(cpuQuota(files));
        return new HostFacts(facts);
    }

    private static Fact operatingSystem(final HostFiles files)
    {
        return files.isLive() ?
            new Fact(OS, Optional.of(System.getProperty("os.name") + " " + System.getProperty("os.arch")), "os.name") :
            new Fact(OS, Optional.empty(), "captured topology");
    }

    private static Fact file(final HostFiles files, final String name, final String path)
    {
        return fact(name, files.read(path));
    }

    private static Fact fact(final String name, final HostFiles.Reading reading)
    {
        return new Fact(
            name, reading.text(), reading.text().isPresent() ? reading.file().toString() : reading.absence());
    }

    private static Fact cpuinfo(final HostFiles files, final String name, final String key)
    {
        final HostFiles.Reading cpuinfo = files.read("proc/cpuinfo");
        if (cpuinfo.text().isEmpty())
        {
            return fact(name, cpuinfo);
        }
        final Optional<String> value = cpuinfo.text().get().lines()
            .filter((line) -> line.startsWith(key) && line.indexOf(':') > 0)
            .map((line) -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst();
        return new Fact(name, value, value.isPresent() ? cpuinfo.file().toString() :
            "no '" + key + "' in " + cpuinfo.file());
    }

    private static Fact hypervisor(final HostFiles files)
    {
        final Fact flags = cpuinfo(files, HYPERVISOR, "flags");
        return new Fact(HYPERVISOR,
            flags.value().map((text) -> String.valueOf(List.of(text.split(" ", -1)).contains("hypervisor"))),
            flags.origin());
    }

    private static Fact numaNodes(final HostFiles files)
    {
        final String directory = "sys/devices/system/node";
        final int count = files.numbered(directory, "node").size();
        return count == 0 ?
            new Fact(NUMA, Optional.empty(), "no " + files.root().resolve(directory) + "/node*") :
            new Fact(NUMA, Optional.of(String.valueOf(count)), files.root().resolve(directory).toString());
    }

    private static Fact transparentHugePages(final HostFiles files)
    {
        final HostFiles.Reading modes = files.read("sys/kernel/mm/transparent_hugepage/enabled");
        final Fact all = fact(THP, modes);
        // The mode in force stands in brackets: always [madvise] never.
        return new Fact(THP, all.value().map((text) -> text.replaceAll(".*\\[|\\].*", "")), all.origin());
    }

    private static Fact cpuQuota(final HostFiles files)
    {
        return fact("CPU quota", new CgroupFiles(files).nearest("cpu", "cpu.max", "cpu.cfs_quota_us"));
    }

    /** Returns all facts, the missing ones included, in a fixed order. */
    public List<Fact> all()
    {
        return facts;
    }

    /** Returns name and architecture of the operating system; nothing for a captured host. */
    public Optional<String> operatingSystem()
    {
        return value(OS);
    }

    /** Returns whether the processor says that it runs under a hypervisor. */
    public Optional<Boolean> hypervisor()
    {
        return value(HYPERVISOR).map(Boolean::valueOf);
    }

    /** Returns the number of NUMA nodes. */
    public Optional<Integer> numaNodeCount()
    {
        return value(NUMA).map(Integer::valueOf);
    }

    /** Returns whether SMT siblings are in use. */
    public Optional<Boolean> smtActive()
    {
        return value(SMT).map("1"::equals);
    }

    /** Returns the mode of transparent huge pages: {@code always}, {@code madvise} or {@code never}. */
    public Optional<String> transparentHugePages()
    {
        return value(THP);
    }

    private Optional<String> value(final String name)
    {
        return facts.stream().filter((fact) -> fact.name().equals(name)).findFirst().flatMap(Fact::value);
    }

    /** Returns one line for each fact: name, value, origin. */
    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder();
        for (final Fact fact : facts)
        {
            final String value = fact.value().map((given) -> given.isEmpty() ? "none" : given).orElse("unknown");
            text.append(String.format(Locale.ROOT, "%-28s %-24s (%s)%n", fact.name(), value, fact.origin()));
        }
        return text.toString();
    }
}
