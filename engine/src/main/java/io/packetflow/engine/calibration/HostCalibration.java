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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.config.ConfigurationException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanException;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;

/**
 * Cold path. Measures what the engine's steps cost on this host, in some seconds. Chains run on one pinned thread, hops
 * on two that spin; nothing else should run meanwhile. Every figure is a median of rounds, or the difference of two.
 */
public final class HostCalibration
{
    private static final int SHORT = 2;
    private static final int LONG = 8;
    private static final long CHAIN_INSTANCES = 200_000;
    private static final int CHAIN_ROUNDS = 21;
    private static final int CHAIN_WARM_UP = 10;
    private static final long PACED = 120_000;
    private static final int PACED_WARM_UP = 60_000;
    private static final long GAP_NANOS = 5_000;
    private static final long UNPACED = 4_000_000;
    private static final int PACED_ROUNDS = 20;
    private static final double REMOTE_FACTOR = 2.5;

    private final CpuTopology topology;
    private final Consumer<String> progress;
    private final List<String> remarks = new ArrayList<>();
    private double spread;

    private HostCalibration(final CpuTopology topology, final Consumer<String> progress)
    {
        this.topology = topology;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param topology of this host
     * @param progress takes lines for people
     * @return what was measured
     * @throws RuntimeException if the engine does not run on this host; the message says why
     */
    public static Calibration measure(final CpuTopology topology, final Consumer<String> progress)
    {
        return new HostCalibration(topology, progress).measure();
    }

    private Calibration measure()
    {
        progress.accept("chains on one core");
        final double fusedShort = chainNanos(SHORT, "fused");
        final double fusedLong = chainNanos(LONG, "fused");
        final double unfusedShort = chainNanos(SHORT, "unfused");
        final double unfusedLong = chainNanos(LONG, "unfused");
        final double call = notNegative((fusedLong - fusedShort) / (LONG - SHORT));
        final double stage = notNegative((unfusedLong - unfusedShort) / (LONG - SHORT));
        final double ingress = notNegative(fusedShort - stage - call);

        final Hop hop = hop();
        final double remote = remoteHop(hop.nanos());
        return new Calibration(
            new HostCosts("measured", ingress, call, stage, hop.nanos(), remote, hop.perSecond()),
            CalibratedHost.of(topology), LocalDate.now(ZoneOffset.UTC).toString(), System.getProperty("java.version"),
            String.join("; ", remarks), spread);
    }

    /** Median of rounds; remembers how far the middle half of them lies apart where that is most. */
    private double typical(final double[] rounds)
    {
        final double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        final double median = sorted[sorted.length / 2];
        spread = Math.max(spread, (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]) / median);
        return median;
    }

    private static double notNegative(final double nanos)
    {
        return Math.max(0, nanos);
    }

    /** Time of an instance through a chain that the calling thread steps, pinned. */
    private double chainNanos(final int packets, final String grouping)
    {
        final CalibrationSource source = new CalibrationSource(0, 0, 0, false);
        final double[] rounds = new double[CHAIN_ROUNDS];
        try (Reactor reactor = Reactor.prepare(new ReactorContext().molecule(CalibrationMolecule.of(packets))
            .settings(settings("threading", "invoker", "plan", "one-node", "grouping", grouping))
            .source("nothing", CalibrationSource.class, warmUp -> source)))
        {
            reactor.open();
            pinned(() -> run(reactor, source, rounds));
        }
        return typical(rounds);
    }

    private static void run(final Reactor reactor, final CalibrationSource source, final double[] rounds)
    {
        final CalibrationPackets.Arrival last =
            reactor.handler(CalibrationMolecule.LAST, CalibrationPackets.Arrival.class);
        for (int round = -CHAIN_WARM_UP; round < rounds.length; round++)
        {
            source.allow(CHAIN_INSTANCES);
            final long end = last.count() + CHAIN_INSTANCES;
            final long startNanos = System.nanoTime();
            while (last.count() < end)
            {
                reactor.step();
            }
            rounds[Math.max(0, round)] = (System.nanoTime() - startNanos) / (double)CHAIN_INSTANCES;
        }
    }

    private void pinned(final Runnable task)
    {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final int cpu = topology.usable().stream().max().orElse(0);
        final Thread thread = ThreadPinning.helperThread("pf-calibrate", () ->
        {
            if (!ThreadPinning.pin(cpu).isPinned() && !remarks.contains(Remarks.UNPINNED))
            {
                remarks.add(Remarks.UNPINNED);
            }
            task.run();
        });
        thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
        thread.start();
        join(thread);
        if (failure.get() != null)
        {
            throw new IllegalStateException("the calibration failed: " + failure.get(), failure.get());
        }
    }

    private static void join(final Thread thread)
    {
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the host was measured", e);
        }
    }

    /** How much later an instance arrives on another core, and how many cross in a second. */
    private Hop hop()
    {
        if (topology.coreCount() < 2 || topology.usable().size() < 2)
        {
            remarks.add(Remarks.NO_HOP);
            return new Hop(HostCosts.ASSUMED.hopNanos(), HostCosts.ASSUMED.hopsPerSecond());
        }
        progress.accept("a hop between two cores");
        try
        {
            final Hop home = arrivals(NodePolicy.ONE_NODE);
            final Hop away = arrivals(NodePolicy.TWO_NODES);
            return new Hop(notNegative(away.nanos() - home.nanos()), away.perSecond());
        }
        catch (final PlanException | CorePlanException e)
        {
            remarks.add(Remarks.NO_HOP + " (" + e.getMessage().lines().findFirst().orElse("") + ")");
            return new Hop(HostCosts.ASSUMED.hopNanos(), HostCosts.ASSUMED.hopsPerSecond());
        }
    }

    private Hop arrivals(final NodePolicy nodes, final String... settings)
    {
        final List<String> all = new ArrayList<>(List.of("threading", "dedicated"));
        all.addAll(List.of(settings));
        try (Reactor reactor = Reactor.launch(new ReactorContext().molecule(CalibrationMolecule.of(1))
            .settings(settings(all.toArray(new String[0]))).topology(topology)
            .planOptions(options -> options.withNodes(nodes))
            .source("nothing", CalibrationSource.class,
                warmUp -> new CalibrationSource(PACED, GAP_NANOS, UNPACED, true))))
        {
            reactor.awaitCompletion();
            final CalibrationPackets.Arrival last =
                reactor.handler(CalibrationMolecule.LAST, CalibrationPackets.Arrival.class);
            final double[] nanos = Arrays.stream(last.nanos(PACED_WARM_UP)).asDoubleStream().toArray();
            final double[] rounds = new double[PACED_ROUNDS];
            for (int round = 0; round < PACED_ROUNDS; round++)
            {
                rounds[round] = median(Arrays.copyOfRange(
                    nanos, round * nanos.length / PACED_ROUNDS, (round + 1) * nanos.length / PACED_ROUNDS));
            }
            final double perSecond = last.perSecond(UNPACED);
            return new Hop(typical(rounds), perSecond > 0 ? perSecond : HostCosts.ASSUMED.hopsPerSecond());
        }
    }

    /** Where there is another socket, the sequencing core is on one and the packet's on the other. */
    private double remoteHop(final double hopNanos)
    {
        if (topology.sockets().size() < 2)
        {
            return hopNanos * REMOTE_FACTOR;
        }
        progress.accept("a hop between two sockets");
        try
        {
            final Hop home = arrivals(NodePolicy.ONE_NODE);
            final Hop away = arrivals(NodePolicy.TWO_NODES, "group.df.cores",
                String.valueOf(usableCpu(topology.sockets().get(topology.sockets().size() - 1))));
            return notNegative(away.nanos() - home.nanos());
        }
        catch (final PlanException | CorePlanException | ConfigurationException e)
        {
            remarks.add(Remarks.NO_REMOTE_HOP);
            return hopNanos * REMOTE_FACTOR;
        }
    }

    private int usableCpu(final int socket)
    {
        final CpuSet usable = topology.usable();
        return topology.socketCpus(socket).stream().filter(usable::contains).max()
            .orElseThrow(() -> new IllegalStateException("no CPU of socket " + socket + " may be used"));
    }

    private static ReactorSettings settings(final String... pairs)
    {
        final Path counters =
            RuntimeDirectory.path().resolve("calibrate-" + ProcessHandle.current().pid() + ".counters.dat");
        counters.toFile().deleteOnExit();
        final ReactorSettings.Builder builder = ReactorSettings.builder().set("packetflow.warmup", "off")
            .set("packetflow.stall.limit", "1h").set("packetflow.counters.file", counters.toString());
        for (int i = 0; i < pairs.length; i += 2)
        {
            builder.set("packetflow." + pairs[i], pairs[i + 1]);
        }
        return builder.conclude();
    }

    private static double median(final double[] values)
    {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** What is written beside figures that were not measured as they should have been. */
    private static final class Remarks
    {
        private static final String UNPINNED = "chains ran on a thread that could not be pinned";
        private static final String NO_HOP = "hops are assumed, two cores could not be had";
        private static final String NO_REMOTE_HOP = "hops between sockets are assumed";

        private Remarks()
        {
        }
    }

    /**
     * How long an instance takes to the other core.
     *
     * @param nanos median
     * @param perSecond instances at full load
     */
    private record Hop(double nanos, double perSecond)
    {
    }
}
