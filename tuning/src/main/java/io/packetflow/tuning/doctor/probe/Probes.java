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
package io.packetflow.tuning.doctor.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.telemetry.JitterFloor;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.Task;

import org.HdrHistogram.Histogram;

/** Cold path. Runs all probes, one kind after the other, and says what it does. */
public final class Probes
{
    /** Counters that are read before and after. */
    public static final String INTERRUPTS = "proc/interrupts";
    /** Counters that are read before and after. */
    public static final String SOFT_INTERRUPTS = "proc/softirqs";

    private static final int CLOCK_CALLS = 5_000_000;
    private static final int MAX_HOPS = 8;
    /** Time for the counters, beside a process that runs there already. */
    private static final String JITTER_ID = "V01";
    private static final String SAFEPOINT_ID = "V04";

    private final HostView host;
    private final CpuSet pinned;
    private final OptionalLong process;
    private final Optional<Path> journal;
    private final long durationNanos;
    private final Consumer<String> progress;
    private final Map<String, String> problems = new LinkedHashMap<>();

    /**
     * Prepares the probes.
     *
     * @param host          whose counters are read
     * @param pinned        CPUs on which the probes spin
     * @param process       the engine, where one is named: it spins itself then, and the probes keep off its CPUs
     * @param journal       where appends are synced
     * @param durationNanos of the longest probe
     * @param progress      is told what runs now
     */
    public Probes(
        final HostView host,
        final CpuSet pinned,
        final OptionalLong process,
        final Optional<Path> journal,
        final long durationNanos,
        final Consumer<String> progress)
    {
        this.host = host;
        this.pinned = pinned;
        this.process = process;
        this.journal = journal;
        this.durationNanos = durationNanos;
        this.progress = progress;
    }

    /**
     * Runs them.
     *
     * @return what they measured
     * @throws InterruptedException if the caller is interrupted
     */
    public ProbeResults run() throws InterruptedException
    {
        final List<String> counters = counters();
        final Map<String, HostText> before = read(counters);
        final long startNanos = System.nanoTime();
        final Map<Integer, Histogram> jitter = jitter();
        final double seconds = (System.nanoTime() - startNanos) / 1e9;
        // Compilers come and go with their work: those that came meanwhile are counted as well.
        final Map<String, HostText> after =
            read(Stream.concat(counters.stream(), compilers().stream()).distinct().toList());
        final List<Hop> hops = process.isPresent() ? List.of() : hops();
        progress.accept("reading the clock " + CLOCK_CALLS + " times");
        return new ProbeResults(
            seconds, before, after, jitter, hops, OptionalDouble.of(clockNanos()), safepoints(), syncs(), problems);
    }

    private List<String> compilers()
    {
        return process.isPresent() ? CompilerThreads.paths(host, process.getAsLong()) : List.of();
    }

    private Optional<Histogram> safepoints()
    {
        if (process.isPresent())
        {
            problems.put(SAFEPOINT_ID, "process " + process.getAsLong() +
                " has these CPUs; measured without --pid, in a JVM as the launcher starts it");
            return Optional.empty();
        }
        progress.accept("stopping this JVM while CPU " + pinned + " spins");
        final Map<Integer, String> refusals = new LinkedHashMap<>();
        try
        {
            return Optional.of(SafepointProbe.measure(pinned, refusals));
        }
        catch (final IOException e)
        {
            problems.put(SAFEPOINT_ID, "cannot measure: " + e.getMessage());
            return Optional.empty();
        }
        finally
        {
            refusals.forEach((cpu, reason) ->
                problems.put(SAFEPOINT_ID, "CPU " + cpu + " cannot be pinned: " + reason));
        }
    }

    private Map<Integer, Histogram> jitter() throws InterruptedException
    {
        final double seconds = durationNanos / 1e9;
        if (process.isPresent())
        {
            progress.accept("counting interrupts and switches of process " + process.getAsLong() + " for " + seconds +
                " s");
            problems.put(JITTER_ID, "process " + process.getAsLong() + " has these CPUs; measured without --pid");
            TimeUnit.NANOSECONDS.sleep(durationNanos);
            return Map.of();
        }
        progress.accept("spinning on CPU " + pinned + " for " + seconds + " s");
        final Map<Integer, String> refusals = new LinkedHashMap<>();
        final Map<Integer, Histogram> jitter = PinnedThreads.run(pinned.stream().boxed().toList(),
            // The floor warms up for half the time that it measures.
            cpu -> JitterFloor.measure(durationNanos * 2 / 3).histogram(), refusals);
        refusals.forEach((cpu, reason) -> problems.put(JITTER_ID, "CPU " + cpu + " cannot be pinned: " + reason));
        if (jitter.isEmpty())
        {
            // The counters are worth reading all the same.
            TimeUnit.NANOSECONDS.sleep(durationNanos);
        }
        return jitter;
    }

    private List<Hop> hops()
    {
        final List<Integer> cpus = pinned.stream().boxed().toList();
        final List<Hop> hops = new ArrayList<>();
        for (int i = 0; i + 1 < cpus.size() && i < MAX_HOPS; i++)
        {
            progress.accept("passing a cache line between CPU " + cpus.get(i) + " and " + cpus.get(i + 1));
            final Map<Integer, String> refusals = new LinkedHashMap<>();
            HopProbe.measure(cpus.get(i), cpus.get(i + 1), refusals).ifPresent(hops::add);
            refusals.forEach((cpu, reason) -> problems.put("V02", "CPU " + cpu + " cannot be pinned: " + reason));
        }
        return hops;
    }

    private static double clockNanos()
    {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++)
        {
            final long startNanos = System.nanoTime();
            long last = startNanos;
            for (int i = 0; i < CLOCK_CALLS / 3; i++)
            {
                last = System.nanoTime();
            }
            best = Math.min(best, (last - startNanos) * 3.0 / CLOCK_CALLS);
        }
        return best;
    }

    private Optional<Histogram> syncs()
    {
        if (journal.isEmpty())
        {
            problems.put("V05", "no directory of a journal named; use --journal DIR");
            return Optional.empty();
        }
        progress.accept("syncing appends in " + journal.get());
        try
        {
            return Optional.of(SyncProbe.measure(journal.get(), Math.min(durationNanos, 2_000_000_000L)));
        }
        catch (final IOException e)
        {
            problems.put("V05", "cannot write to " + journal.get() + ": " + e);
            return Optional.empty();
        }
    }

    private List<String> counters()
    {
        final List<String> paths = new ArrayList<>(List.of(INTERRUPTS, SOFT_INTERRUPTS));
        for (final int cpu : pinned)
        {
            paths.add("sys/devices/system/cpu/cpu" + cpu + "/thermal_throttle/core_throttle_count");
        }
        paths.addAll(compilers());
        if (process.isPresent())
        {
            Task.of(host, process.getAsLong()).stream()
                .filter(task -> task.allowed().size() == 1 && pinned.containsAll(task.allowed()))
                .forEach(task ->
                {
                    paths.add("proc/" + task.process() + "/task/" + task.id() + "/stat");
                    paths.add("proc/" + task.process() + "/task/" + task.id() + "/status");
                });
        }
        return paths;
    }

    private Map<String, HostText> read(final List<String> paths)
    {
        final Map<String, HostText> texts = new LinkedHashMap<>();
        paths.forEach(path -> texts.put(path, host.readAgain(path)));
        for (final int cpu : pinned)
        {
            texts.put(smiPath(cpu), host.readMachineRegister(cpu, 0x34));
        }
        return texts;
    }

    /**
     * Under which path the count of system management interrupts is kept.
     *
     * @param cpu whose
     * @return the path of its registers
     */
    public static String smiPath(final int cpu)
    {
        return "dev/cpu/" + cpu + "/msr";
    }
}
