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
package io.packetflow.engine.chemistry.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Counts the valid placements of a molecule.
 *
 * <p>Groups that demand nothing go anywhere: each multiplies the number by that of the nodes. The others are placed one
 * after the other, the greediest first, on nodes with room. As long as that gives at most {@value #COUNTED}
 * combinations they are all tried. Past it their number is estimated as Knuth does for search trees: {@value #SAMPLES}
 * times each is placed at random on a node with room, and the numbers of such nodes are multiplied; the mean of these
 * products is the number without bias. The seed is fixed, so the answer is the same each time.
 */
public final class PlacementCount
{
    /** Combinations that are tried one by one. */
    static final int COUNTED = 1 << 17;
    /** Placements that are made at random. */
    static final int SAMPLES = 10_000;

    private static final long SEED = 20_260_101L;
    /** Demands are sums of rounded numbers; a core that is full to the last digit is not overfull. */
    private static final double ROUNDING = 1e-9;

    private final int nodes;
    private final double[] demands;
    private final double[] used;

    private PlacementCount(final int nodes, final double[] demands)
    {
        this.nodes = nodes;
        this.demands = demands;
        this.used = new double[nodes];
    }

    /**
     * Counts.
     *
     * @param workload of the molecule
     * @param nodes onto which it is placed, at least 1
     * @return the logarithm of the number, and how it was found
     */
    public static Resonance of(final Workload workload, final int nodes)
    {
        if (nodes < 1)
        {
            throw new IllegalArgumentException("a molecule is placed onto at least one node: nodes=" + nodes);
        }
        final List<Double> positive = new ArrayList<>();
        final List<BitSet> groups = movable(workload);
        for (final BitSet group : groups)
        {
            final double demand = group.stream().mapToDouble(workload::demandCores).sum();
            if (demand > 0)
            {
                positive.add(demand);
            }
        }
        positive.sort(Collections.reverseOrder());
        final double[] demands = positive.stream().mapToDouble(Double::doubleValue).toArray();
        final double freeLog = (groups.size() - demands.length) * Math.log(nodes);
        final PlacementCount count = new PlacementCount(nodes, demands);
        if (Arrays.stream(demands).sum() <= 1 + ROUNDING)
        {
            final double log = groups.size() * Math.log(nodes);
            return new Resonance(nodes, groups.size(), log, true, "counted, as all fit on one node");
        }
        if (demands.length * Math.log(nodes) <= Math.log(COUNTED))
        {
            final double log = freeLog + Math.log((double)count.placements(0));
            return new Resonance(nodes, groups.size(), log, true, "counted");
        }
        return new Resonance(nodes, groups.size(), freeLog + count.estimatedLog(), false,
            "estimated from " + SAMPLES + " random placements");
    }

    /** Units, joined where they use one resource: nobody else may write it. */
    static List<BitSet> movable(final Workload workload)
    {
        final List<BitSet> groups = new ArrayList<>();
        for (final BitSet unit : workload.graph().units())
        {
            final BitSet joined = (BitSet)unit.clone();
            final BitSet sharers = (BitSet)unit.clone();
            unit.stream().forEach(packet -> sharers.or(workload.graph().sharing(packet)));
            for (int i = groups.size() - 1; i >= 0; i--)
            {
                if (groups.get(i).intersects(sharers))
                {
                    joined.or(groups.remove(i));
                }
            }
            groups.add(joined);
        }
        return groups;
    }

    private boolean hasRoom(final int node, final int group)
    {
        return used[node] + demands[group] <= 1 + ROUNDING;
    }

    private long placements(final int group)
    {
        if (group == demands.length)
        {
            return 1;
        }
        long found = 0;
        for (int node = 0; node < nodes; node++)
        {
            if (hasRoom(node, group))
            {
                final double before = used[node];
                used[node] = before + demands[group];
                found += placements(group + 1);
                used[node] = before;
            }
        }
        return found;
    }

    private double estimatedLog()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] logs = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++)
        {
            logs[sample] = sampledLog(random);
        }
        final double largest = Arrays.stream(logs).max().orElseThrow();
        if (largest == Double.NEGATIVE_INFINITY)
        {
            return largest;
        }
        // The products are too large for a double, so they are added relative to the largest.
        return largest + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - largest)).average().orElseThrow());
    }

    private double sampledLog(final SplittableRandom random)
    {
        Arrays.fill(used, 0);
        double log = 0;
        final int[] open = new int[nodes];
        for (int group = 0; group < demands.length; group++)
        {
            int count = 0;
            for (int node = 0; node < nodes; node++)
            {
                if (hasRoom(node, group))
                {
                    open[count++] = node;
                }
            }
            if (count == 0)
            {
                return Double.NEGATIVE_INFINITY;
            }
            log += Math.log(count);
            used[open[random.nextInt(count)]] += demands[group];
        }
        return log;
    }
}
