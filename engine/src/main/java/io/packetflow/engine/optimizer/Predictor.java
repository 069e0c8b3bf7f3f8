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
package io.packetflow.engine.optimizer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import io.packetflow.engine.analysis.performance.PerformanceAnalysis;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.TargetName;

/**
 * Cold path. Predicts what becomes of a structure in a placement. Of a queue it takes the mean wait of random arrivals
 * at a steady server: load × u / 2(1 - u) for a node of utilisation u, as theorem 3.2 is read here.
 */
final class Predictor
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final UnitGraph units;
    private final CostModel costs;
    private final int nodes;
    private final BitSet ends;
    private final double demandedPerSecond;
    private final List<BitSet> apart;
    private final SlotLines lines;

    /**
     * @param units of a structure
     * @param costs of its packets and of the host
     * @param options what is asked for
     * @param nodes how many nodes there may be
     */
    Predictor(final UnitGraph units, final CostModel costs, final OptimiserOptions options, final int nodes)
    {
        final MolecularStructure structure = units.graph().structure();
        this.units = units;
        this.costs = costs;
        this.nodes = nodes;
        this.ends = ends(units.graph(), options);
        this.demandedPerSecond = demanded(structure, costs);
        this.apart = KeptApart.groups(units, structure);
        this.lines = new SlotLines(units, options.inputBytes());
    }

    /** As a tick-to-trade has it: what measures it, else the outputs, else what no other packet waits for. */
    private static BitSet ends(final StructureGraph graph, final OptimiserOptions options)
    {
        final BitSet measuring = new BitSet();
        final BitSet outputs = new BitSet();
        final BitSet sinks = new BitSet();
        for (int packet = 0; packet < graph.size(); packet++)
        {
            final String measures = graph.packet(packet).properties().get(PerformanceAnalysis.MEASURES);
            measuring.set(packet, TargetName.TICK_TO_TRADE.toString().equals(measures));
            outputs.set(packet, options.outputs().contains(graph.name(packet)));
            sinks.set(packet, graph.successors(packet).isEmpty());
        }
        return !measuring.isEmpty() ? measuring : outputs.isEmpty() ? sinks : outputs;
    }

    /** A rate of orders is one of instances, as many more as give none. */
    private double demanded(final MolecularStructure structure, final CostModel model)
    {
        double demanded = model.ratePerSecond();
        final double share = ends.stream().mapToDouble(packet -> model.packet(units.graph().name(packet))
            .firingShare()).max().orElse(1);
        for (final DeclaredTarget target : structure.targets())
        {
            if (target.name() == TargetName.ORDER_RATE && target.atLeast() && share > 0)
            {
                demanded = Math.max(demanded, target.limit() / share);
            }
        }
        return demanded;
    }

    StageSchedule schedule(final int[] nodeOf, final BitSet cuts)
    {
        return new StageSchedule(units, new StageDrafts(units, nodeOf, cuts), nodes, costs.host());
    }

    /** Predicts a placement that is only tried: without the cache lines that cross. */
    Prediction estimate(final int[] nodeOf, final BitSet cuts)
    {
        return predict(nodeOf, schedule(nodeOf, cuts), null);
    }

    /**
     * Predicts a placement.
     *
     * @param nodeOf node of each unit
     * @param cuts units that begin a stage
     * @param packed packets whose areas lie first
     */
    Prediction predict(final int[] nodeOf, final BitSet cuts, final List<String> packed)
    {
        return predict(nodeOf, schedule(nodeOf, cuts), packed);
    }

    private Prediction predict(final int[] nodeOf, final StageSchedule schedule, final List<String> packed)
    {
        final double[] loads = schedule.loadNanos();
        final double busiest = Arrays.stream(loads).max().orElseThrow();
        final BitSet used = used(nodeOf);
        final boolean crosses = used.cardinality() > 1;
        final double overload = Math.max(0, demandedPerSecond * busiest / NANOS_PER_SECOND - 1);
        final BitSet critical = new BitSet();
        schedule.chain(ends).stream().forEach(stage -> critical.set(schedule.drafts().node(stage)));
        critical.set(0);
        double queueNanos = 0;
        for (int node = critical.nextSetBit(0); node >= 0 && overload == 0; node = critical.nextSetBit(node + 1))
        {
            final double utilisation = demandedPerSecond * loads[node] / NANOS_PER_SECOND;
            queueNanos += utilisation < 1 ? loads[node] * utilisation / (2 * (1 - utilisation)) : 0;
        }
        return new Prediction(KeptApart.together(apart, nodeOf), overload, schedule.latencyNanos(ends), queueNanos,
            packed == null || !crosses ? 0 : fetchNanos(nodeOf, schedule, packed, critical),
            Math.min(NANOS_PER_SECOND / busiest,
            crosses ? costs.host().hopsPerSecond() : Double.POSITIVE_INFINITY), used.cardinality());
    }

    private double fetchNanos(
        final int[] nodeOf, final StageSchedule schedule, final List<String> packed, final BitSet critical)
    {
        final int[] fetched = lines.fetched(nodeOf, schedule, packed, nodes);
        return critical.stream().mapToDouble(node -> Math.max(0, fetched[node] - 1)).sum() * costs.host().lineNanos();
    }

    private static BitSet used(final int[] nodeOf)
    {
        final BitSet used = new BitSet();
        used.set(0);
        Arrays.stream(nodeOf).forEach(used::set);
        return used;
    }

    /** Returns the packets whose end is what the latency is about. */
    BitSet ends()
    {
        return ends;
    }

    double demandedPerSecond()
    {
        return demandedPerSecond;
    }

    SlotLines lines()
    {
        return lines;
    }
}
