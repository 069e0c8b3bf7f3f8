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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Cold path. The CPUs of a host and how they hang together. Immutable.
 *
 * <p>Guarantees: CPUs are in the order of their numbers; every online CPU has a socket, a core and a NUMA node; what
 * the host did not say is listed in {@link #absences()} with the reason.
 */
public final class CpuTopology
{
    private final List<Cpu> cpus;
    private final Map<Integer, Cpu> byId = new LinkedHashMap<>();
    private final CpuSet online;
    private final CpuSet allowed;
    private final Optional<CpuSet> startMask;
    private final Map<Integer, List<Integer>> distances;
    private final boolean authoritative;
    private final String source;
    private final Map<String, String> absences;

    CpuTopology(
        final List<Cpu> cpus,
        final CpuSet allowed,
        final Optional<CpuSet> startMask,
        final Map<Integer, List<Integer>> distances,
        final boolean authoritative,
        final String source,
        final Map<String, String> absences)
    {
        final List<Cpu> sorted = new ArrayList<>(cpus);
        sorted.sort(Comparator.comparingInt(Cpu::id));
        this.cpus = List.copyOf(sorted);
        for (final Cpu cpu : this.cpus)
        {
            if (byId.put(cpu.id(), cpu) != null)
            {
                throw new IllegalArgumentException("CPU " + cpu.id() + " is there twice");
            }
        }
        this.online = set(Cpu::online);
        this.allowed = allowed;
        this.startMask = startMask;
        this.distances = new TreeMap<>(distances);
        this.authoritative = authoritative;
        this.source = source;
        this.absences = Collections.unmodifiableMap(new LinkedHashMap<>(absences));
    }

    /**
     * Reads a topology from sysfs and procfs.
     *
     * @param root {@code /} for this host, or a directory that holds {@code sys/...} and optionally {@code proc/...} of
     *     the same shape
     * @return the topology
     * @throws TopologyException if there is no {@code sys/devices/system/cpu} under the root, or a file cannot be
     *     understood
     */
    public static CpuTopology read(final Path root)
    {
        return new TopologyReader(new HostFiles(root)).read();
    }

    /**
     * Reads the topology of this host. Where it has no sysfs (macOS, Windows, some sandboxes) the result stands on the
     * number of processors that the JVM sees, and is not {@link #authoritative()}.
     *
     * @return the topology
     * @throws TopologyException if sysfs is there but cannot be understood
     */
    public static CpuTopology live()
    {
        final Path root = Path.of("/");
        if (Files.isDirectory(root.resolve("sys/devices/system/cpu")))
        {
            return read(root);
        }
        final String reason = System.getProperty("os.name") + " has no sysfs to read it from";
        return ofProcessors(Runtime.getRuntime().availableProcessors(), reason);
    }

    /**
     * Makes up a topology of which only the number of CPUs is known: one socket, one NUMA node, each CPU its own core.
     *
     * @param count of CPUs, 1 or more
     * @param reason why nothing more is known
     * @return a topology that is not authoritative
     */
    public static CpuTopology ofProcessors(final int count, final String reason)
    {
        final List<Cpu> cpus = IntStream.range(0, count)
            .mapToObj((id) -> new Cpu(id, 0, id, 0, Cpu.UNKNOWN, CpuSet.of(id), true, false))
            .toList();
        return new CpuTopology(cpus, CpuSet.of(IntStream.range(0, count)), Optional.empty(), Map.of(), false,
            "the JVM's count of processors", Map.of("topology", reason));
    }

    /**
     * Makes an authoritative topology from data.
     *
     * @param cpus of the host
     * @param allowed those that this process may use
     * @param source where the data came from, for messages
     * @return the topology
     */
    public static CpuTopology of(final List<Cpu> cpus, final CpuSet allowed, final String source)
    {
        return new CpuTopology(cpus, allowed, Optional.empty(), Map.of(), true, source, Map.of());
    }

    /** Returns all CPUs that are present, offline ones included, ascending. */
    public List<Cpu> cpus()
    {
        return cpus;
    }

    /** Returns one CPU, or nothing if the host has no such CPU. */
    public Optional<Cpu> cpu(final int id)
    {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the CPUs that the kernel schedules on. */
    public CpuSet online()
    {
        return online;
    }

    /** Returns the CPUs that are present but offline. */
    public CpuSet offline()
    {
        return set((cpu) -> !cpu.online());
    }

    /** Returns the online CPUs that the kernel's load balancer leaves alone. */
    public CpuSet isolated()
    {
        return set((cpu) -> cpu.online() && cpu.isolated());
    }

    /**
     * Returns the CPUs to which a thread of this process may be pinned: its cgroup's cpuset, else the mask with which
     * it was started, else all that are online.
     */
    public CpuSet allowed()
    {
        return allowed;
    }

    /** Returns the CPUs that are online and allowed. */
    public CpuSet usable()
    {
        return online.intersect(allowed);
    }

    /**
     * Returns the mask with which the process was started; threads may leave it by pinning themselves, those that do
     * not stay in it.
     */
    public Optional<CpuSet> startMask()
    {
        return startMask;
    }

    /** Returns the sockets with online CPUs, ascending. */
    public List<Integer> sockets()
    {
        return numbers(Cpu::socket);
    }

    /** Returns the NUMA nodes with online CPUs, ascending. */
    public List<Integer> numaNodes()
    {
        return numbers(Cpu::numaNode);
    }

    /** Returns the groups of CPUs that share a level-3 cache, ascending; empty where the host does not say. */
    public List<Integer> l3Groups()
    {
        return numbers(Cpu::l3Group);
    }

    /** Returns how many physical cores have online CPUs. */
    public int coreCount()
    {
        return numbers(Cpu::core).size();
    }

    /** Returns the online CPUs of a socket. */
    public CpuSet socketCpus(final int socket)
    {
        return set((cpu) -> cpu.online() && cpu.socket() == socket);
    }

    /** Returns the online CPUs next to a NUMA node. */
    public CpuSet numaCpus(final int numaNode)
    {
        return set((cpu) -> cpu.online() && cpu.numaNode() == numaNode);
    }

    /** Returns the online CPUs that share a level-3 cache. */
    public CpuSet l3Cpus(final int l3Group)
    {
        return set((cpu) -> cpu.online() && cpu.l3Group() == l3Group);
    }

    /** Returns the online CPUs of a physical core. */
    public CpuSet coreCpus(final int core)
    {
        return set((cpu) -> cpu.online() && cpu.core() == core);
    }

    /**
     * Returns the kernel's relative distance between two NUMA nodes (10 is local), or nothing where it does not say.
     *
     * @param from node
     * @param to node
     * @return the distance
     */
    public OptionalInt distance(final int from, final int to)
    {
        final List<Integer> row = distances.getOrDefault(from, List.of());
        // A row has one entry for each node that has one itself, in ascending order.
        final int column = new ArrayList<>(distances.keySet()).indexOf(to);
        return column < 0 || column >= row.size() ? OptionalInt.empty() : OptionalInt.of(row.get(column));
    }

    /** Returns whether sockets and SMT siblings are what the host says, not a guess. */
    public boolean authoritative()
    {
        return authoritative;
    }

    /** Returns where this was read from, for messages. */
    public String source()
    {
        return source;
    }

    /** Returns the facts that the host does not give, each with the reason. */
    public Map<String, String> absences()
    {
        return absences;
    }

    /** Returns one line: how much of what there is. */
    public String summary()
    {
        return String.format(Locale.ROOT, "%s, %s, %s, %s online%s",
            count(sockets().size(), "socket"),
            count(numaNodes().size(), "NUMA node"),
            count(coreCount(), "core"),
            count(online.size(), "CPU"),
            authoritative ? "" : " (not authoritative: " + source + ")");
    }

    private static String count(final int number, final String noun)
    {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private CpuSet set(final Predicate<Cpu> wanted)
    {
        return CpuSet.of(cpus.stream().filter(wanted).mapToInt(Cpu::id));
    }

    private List<Integer> numbers(final ToIntFunction<Cpu> property)
    {
        return cpus.stream().filter(Cpu::online).mapToInt(property)
            .filter((number) -> number != Cpu.UNKNOWN).distinct().sorted().boxed().toList();
    }

    /** Returns a picture of the whole host, several lines. */
    @Override
    public String toString()
    {
        return TopologyPicture.of(this);
    }
}
