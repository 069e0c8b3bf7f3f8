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
package io.packetflow.engine.chemistry.emergent;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.structure.StructureGraph;

/**
 * Cold path. The probability that a path from a source to a sink survives, by factoring in ionic order.
 *
 * <p>Each packet in turn works or fails. What matters for those behind it is only which of them a surviving path has
 * reached, so cases that agree in that are one, as in a decision diagram: at most {@code 2^min(k, n - k)} of them after
 * k of n packets. That makes it exact for every molecule of up to 22 packets, and for long ones that are not wide. Past
 * {@value #CASES} cases the least likely are left undecided, and their probability is the distance between the two
 * bounds that come out. Deterministic.
 */
public final class SurvivingPaths
{
    /** Cases that are kept. */
    static final int CASES = 1 << 11;

    private final StructureGraph graph;
    private final double[] failure;
    private final BitSet sources = new BitSet();
    private final BitSet sinks = new BitSet();
    private double survived;
    private double failed;
    private double undecided;

    private SurvivingPaths(final StructureGraph graph, final double[] failure)
    {
        this.graph = graph;
        this.failure = failure;
        for (int packet = 0; packet < graph.size(); packet++)
        {
            sources.set(packet, graph.predecessors(packet).isEmpty());
            sinks.set(packet, graph.successors(packet).isEmpty());
        }
        final BitSet alone = (BitSet)sources.clone();
        alone.and(sinks);
        if (alone.cardinality() < graph.size())
        {
            sources.andNot(alone);
            sinks.andNot(alone);
        }
    }

    /**
     * Computes the fault tolerance of a molecule.
     *
     * @param graph of its structure
     * @param failures predicted of all its packets
     * @return its fault tolerance
     */
    public static FaultTolerance of(final StructureGraph graph, final List<FailurePrediction> failures)
    {
        final double[] failure = new double[graph.size()];
        failures.forEach(prediction -> failure[graph.indexOf(prediction.packet())] = prediction.probabilityPerHour());
        final SurvivingPaths paths = new SurvivingPaths(graph, failure);
        paths.factor();
        final boolean exact = paths.undecided == 0;
        final double highest = Math.min(1, paths.survived + paths.undecided);
        return new FaultTolerance(Math.min(1, paths.survived), highest, Math.min(1, paths.failed + paths.undecided),
            exact, graph.names(paths.sources), graph.names(paths.sinks));
    }

    private void factor()
    {
        Map<BitSet, Double> cases = new HashMap<>(Map.of(sources, 1.0));
        for (final int packet : graph.order())
        {
            final Map<BitSet, Double> next = new LinkedHashMap<>();
            cases.forEach((reached, probability) -> decide(packet, reached, probability, next));
            cases = likeliest(next);
        }
    }

    private void decide(
        final int packet, final BitSet reached, final double probability, final Map<BitSet, Double> next)
    {
        if (!reached.get(packet))
        {
            next.merge(reached, probability, Double::sum);
            return;
        }
        final BitSet rest = (BitSet)reached.clone();
        rest.clear(packet);
        final double failing = probability * failure[packet];
        if (rest.isEmpty())
        {
            failed += failing;
        }
        else if (failing > 0)
        {
            next.merge(rest, failing, Double::sum);
        }
        final double working = probability * (1 - failure[packet]);
        if (sinks.get(packet))
        {
            survived += working;
        }
        else if (working > 0)
        {
            final BitSet further = (BitSet)rest.clone();
            further.or(graph.successors(packet));
            next.merge(further, working, Double::sum);
        }
    }

    /** Drops the least likely cases past the bound. The sort is stable and the map ordered, so ties fall equally. */
    private Map<BitSet, Double> likeliest(final Map<BitSet, Double> cases)
    {
        if (cases.size() <= CASES)
        {
            return cases;
        }
        final Map<BitSet, Double> kept = new LinkedHashMap<>();
        cases.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).forEach(entry ->
        {
            if (kept.size() < CASES)
            {
                kept.put(entry.getKey(), entry.getValue());
            }
            else
            {
                undecided += entry.getValue();
            }
        });
        return kept;
    }
}
