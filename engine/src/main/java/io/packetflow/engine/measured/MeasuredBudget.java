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
package io.packetflow.engine.measured;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.analysis.performance.Throughput;
import io.packetflow.engine.chemistry.property.Interaction;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;

/**
 * Cold path. A molecule's budget as predicted and as measured, all on one core: each packet (theorem 3.2 without load),
 * each pair (theorem 3.1), an instance as a whole, and failures (theorem 3.3).
 *
 * @param molecule name
 * @param instances of a round
 * @param packets in the order in which they run
 * @param pairs that a bond joins, in order of declaration
 * @param predictedNanos of an instance, from what is declared or assumed
 * @param informedNanos of an instance, from the measured times and shares of packets: what the model itself is off by
 * @param measuredNanos of an instance, the median of the rounds
 * @param failures of handlers that were seen
 */
public record MeasuredBudget(String molecule, long instances, List<MeasuredPacket> packets, List<MeasuredPair> pairs,
    double predictedNanos, double informedNanos, double measuredNanos, long failures)
{
    private static final int IDLE_CALLS = 2_000_000;

    /** Copies the lists. */
    public MeasuredBudget
    {
        packets = List.copyOf(packets);
        pairs = List.copyOf(pairs);
    }

    /**
     * Runs a molecule and measures. The calling thread does the work; whoever wants honest figures pins it and lets
     * nothing else run.
     *
     * @param molecule without a Journal; its handlers are made anew in each round
     * @param context makes what runs it: the molecule that it gets and sources that come to an end; not the settings
     * @param costs that the predictions are made from
     * @param rounds of each kind, 2 or more; the first one warms up and does not count
     * @return predictions and measurements
     * @throws IllegalArgumentException if there are too few rounds, the molecule is journaled or its sources bring
     *                                  nothing
     */
    public static MeasuredBudget measure(final Molecule molecule, final Function<Molecule, ReactorContext> context,
        final CostModel costs, final int rounds)
    {
        if (rounds < 2 || molecule.isJournaled())
        {
            throw new IllegalArgumentException("a molecule without a Journal is measured in 2 rounds or more: rounds=" +
                rounds + " journaled=" + molecule.isJournaled());
        }
        final double[] nanos = new double[rounds - 1];
        Run run = null;
        for (int round = 0; round < rounds; round++)
        {
            run = run(context.apply(molecule));
            nanos[Math.max(0, round - 1)] = run.nanos();
        }
        Arrays.sort(nanos);
        WatchedMolecule watched = null;
        Run timed = null;
        for (int round = 0; round < rounds; round++)
        {
            watched = WatchedMolecule.of(molecule);
            timed = run(context.apply(watched.molecule()));
        }
        return of(molecule, watched, timed, costs, nanos[nanos.length / 2]);
    }

    /**
     * A round.
     *
     * @param instances that were completed
     * @param nanos of one, the mean
     * @param failures of handlers
     */
    private record Run(long instances, double nanos, long failures)
    {
    }

    private static Run run(final ReactorContext context)
    {
        final Path counters =
            RuntimeDirectory.path().resolve("measured-" + ProcessHandle.current().pid() + ".counters.dat");
        counters.toFile().deleteOnExit();
        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.threading", "invoker").set("packetflow.plan", "one-node")
            .set("packetflow.warmup", "off").set("packetflow.cores.reserve", "off")
            .set("packetflow.stall.limit", "1h").set("packetflow.counters.file", counters.toString()).conclude();
        try (Reactor reactor = Reactor.prepare(context.settings(settings)))
        {
            reactor.open();
            final long startNanos = System.nanoTime();
            reactor.awaitCompletion();
            final long tookNanos = System.nanoTime() - startNanos;
            final long instances = reactor.completedInstances();
            if (instances == 0)
            {
                throw new IllegalArgumentException("the sources brought nothing, so there is nothing to measure");
            }
            return new Run(instances, (double)tookNanos / instances, reactor.failureCount());
        }
    }

    private static MeasuredBudget of(final Molecule molecule, final WatchedMolecule watched, final Run timed,
        final CostModel costs, final double measuredNanos)
    {
        final MolecularStructure structure = molecule.structure();
        final Workload workload = Workload.onOneNode(structure, costs);
        final double idleNanos = idleNanos();
        final Map<String, PacketCost> informed = new LinkedHashMap<>();
        final Map<String, MeasuredPacket> packets = new HashMap<>();
        watched.watches().forEach((name, watch) ->
        {
            final PacketCost cost = costs.packet(name);
            final double nanos = watch.firings() == 0 ? 0 : Math.max(0, watch.meanNanos() - idleNanos);
            final double share = Math.min(1, (double)watch.firings() / timed.instances());
            packets.put(name, new MeasuredPacket(name, cost, cost.baseNanos(), nanos, share));
            informed.put(name, new PacketCost(nanos, cost.origin(), cost.priority(), cost.resourceDemand(),
                cost.failureProbability(), share));
        });
        final CausalOrder order = CausalOrder.of(structure);
        final List<MeasuredPair> pairs = new ArrayList<>();
        for (final Bond bond : structure.bonds())
        {
            pairs.add(new MeasuredPair(bond.from(), bond.to(),
                Interaction.of(workload, bond.from(), bond.to()).probability(), (double)watched.watches()
                .get(bond.to()).together(watched.watches().get(bond.from())) / timed.instances()));
        }
        return new MeasuredBudget(molecule.name(), timed.instances(), order.packets().stream().map(packets::get)
            .toList(), pairs, nanos(order, costs),
            nanos(order, new CostModel(costs.host(), informed, costs.ratePerSecond())), measuredNanos,
            timed.failures());
    }

    private static double nanos(final CausalOrder order, final CostModel costs)
    {
        return Throughput.of(Deployment.fused(order), costs).bottleneck().nanos();
    }

    /** What a stop-watch shows of a packet that does nothing. */
    private static double idleNanos()
    {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++)
        {
            long nanos = 0;
            for (int i = 0; i < IDLE_CALLS; i++)
            {
                final long startNanos = System.nanoTime();
                nanos += System.nanoTime() - startNanos;
            }
            least = Math.min(least, (double)nanos / IDLE_CALLS);
        }
        return least;
    }

    /** Returns how far the prediction is off, in percent of what was measured. */
    public double errorPercent()
    {
        return 100 * (predictedNanos / measuredNanos - 1);
    }

    /** Returns how far the model is off where it is told what packets take, in percent of what was measured. */
    public double informedErrorPercent()
    {
        return 100 * (informedNanos / measuredNanos - 1);
    }

    /** Returns it as text of several lines. */
    @Override
    public String toString()
    {
        return MeasuredPicture.of(this);
    }
}
