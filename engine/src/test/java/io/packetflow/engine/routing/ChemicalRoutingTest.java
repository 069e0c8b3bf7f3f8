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
package io.packetflow.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.junit.jupiter.api.Test;

class ChemicalRoutingTest
{
    /** The affinity matrix as section 3.4.1 prints it; columns CF DF ED CO MC RM. */
    private static final double[][] MATRIX = {
        {0.9, 0.8, 0.3, 0.4, 0.6, 0.5},
        {0.4, 0.9, 0.2, 0.6, 0.7, 0.9},
        {0.3, 0.7, 0.9, 0.8, 0.5, 0.4},
        {0.2, 0.6, 0.8, 0.9, 0.6, 0.3}};

    @Test
    void shouldHaveTheMatrixOfTheThesis()
    {
        for (final AffinityClass type : AffinityClass.values())
        {
            for (final PeriodicGroup group : PeriodicGroup.values())
            {
                assertThat(type.affinity(group)).isEqualTo(MATRIX[row(type)][column(group)]);
            }
        }
    }

    @Test
    void shouldScoreTheNodesOfAReactorWorkedOutByHand()
    {
        // a: 3 parts CPU, 1 part memory. Affinity of DF: 0.75 * 0.8 + 0.25 * 0.9 = 0.825.
        // b: network only. Affinity of DF: 0.6.
        final Specialisation a = new Specialisation(
            Set.of(PeriodicGroup.DF), Map.of(AffinityClass.CPU, 3.0, AffinityClass.MEMORY, 1.0));
        final Specialisation b = new Specialisation(
            Set.of(PeriodicGroup.DF, PeriodicGroup.ED), Map.of(AffinityClass.NETWORK, 1.0));
        final List<RoutingNode> nodes = List.of(node("a", a, 100, 0), node("b", b, 200, 350));
        assertThat(a.affinity(PeriodicGroup.DF)).isCloseTo(0.825, within(1e-12));
        assertThat(b.affinity(PeriodicGroup.DF)).isCloseTo(0.6, within(1e-12));

        // Idle: a 0.825, b 0.6 - 0.35 us = 0.25. With 60 of 100 packets: a 0.825 - 0.6 = 0.225, so b wins.
        final ChemicalRouting idle = routing(nodes, 0, 0);
        assertThat(idle.score(PeriodicGroup.DF, 0)).isCloseTo(0.825, within(1e-12));
        assertThat(idle.score(PeriodicGroup.DF, 1)).isCloseTo(0.25, within(1e-12));
        assertThat(idle.ranked(PeriodicGroup.DF, List.of(0, 1))).containsExactly(0, 1);
        assertThat(routing(nodes, 60, 0).ranked(PeriodicGroup.DF, List.of(0, 1))).containsExactly(1, 0);

        // ED can run on b only; CF, of no node, on both.
        assertThat(idle.candidates(PeriodicGroup.ED)).containsExactly(1);
        assertThat(idle.candidates(PeriodicGroup.CF)).containsExactly(0, 1);
    }

    @Test
    void shouldBalanceWithTheSquareOfTheLoad()
    {
        final NodeLoads loads = new NodeLoads(new int[]{0, 5, 10, 20}, Map.of("cpu_usage", new double[]{4, 3, 2, 1}));

        assertThat(loads.load(1, 10)).isEqualTo(0.5);
        assertThat(List.of(loads.balanceFactor(0, 10), loads.balanceFactor(1, 10), loads.balanceFactor(2, 10),
            loads.balanceFactor(3, 10))).containsExactly(1.0, 0.75, 0.0, -3.0);
        assertThat(loads.metric("cpu_usage", 3, 10)).isEqualTo(1);
        assertThat(loads.metric("not_measured", 3, 10)).isEqualTo(2);
    }

    @Test
    void shouldDecideLikeADirectEvaluationOfTheAlgorithmOnRandomInputs()
    {
        for (long seed = 0; seed < 60; seed++)
        {
            final Random random = new Random(seed);
            final RandomReactor reactor = new RandomReactor(random);
            final RoutingTable table = RoutingCompiler.compile(reactor.plan(), reactor.loads());
            for (final Element element : Element.values())
            {
                final int policy = table.policies() - Element.values().length +
                    RoutingCompiler.elementCode(element);
                assertThat(table.node(policy, random.nextInt(), random.nextLong())).as("seed %d %s", seed, element)
                    .isEqualTo(algorithm(reactor, element.group()));
            }
        }
    }

    /** Algorithm 3.1, line by line. */
    private static int algorithm(final RandomReactor reactor, final PeriodicGroup group)
    {
        final List<RoutingNode> nodes = reactor.plan().nodes();
        final boolean canNone = nodes.stream().noneMatch(node -> node.specialisation().groups().contains(group));
        int best = -1;
        double bestScore = 0;
        for (int n = 0; n < nodes.size(); n++)
        {
            final RoutingNode node = nodes.get(n);
            if (canNone || node.specialisation().groups().contains(group))
            {
                double affinity = 0;
                for (final AffinityClass s : AffinityClass.values())
                {
                    affinity += MATRIX[row(s)][column(group)] * node.specialisation().weights().getOrDefault(s, 0.0);
                }
                final double load = (double)reactor.loads().packets(n) / node.capacity();
                final RoutingWeights w = reactor.plan().weights();
                final double score = w.alpha() * affinity - w.beta() * load - w.gamma() * (node.latencyNanos() / 1_000);
                if (best < 0 || score > bestScore)
                {
                    best = n;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    @Test
    void shouldRefuseFiguresThatMakeNoSense()
    {
        assertThatThrownBy(() -> new Specialisation(Set.of(PeriodicGroup.DF), new EnumMap<>(AffinityClass.class)))
            .hasMessageContaining("one is above 0");
        assertThatThrownBy(() -> new RoutingWeights(1, -1, 1)).hasMessageContaining("beta=-1.0");
        assertThatThrownBy(() -> routing(List.of(), 1, 1)).hasMessageContaining("nodes=0 loads=2");
    }

    private static ChemicalRouting routing(final List<RoutingNode> nodes, final int... packets)
    {
        return new ChemicalRouting(nodes, new NodeLoads(packets, Map.of()), RoutingWeights.DEFAULT);
    }

    private static RoutingNode node(
        final String name, final Specialisation specialisation, final int capacity, final double latencyNanos)
    {
        return new RoutingNode(name, name, specialisation, capacity, 0, 0, latencyNanos);
    }

    private static int row(final AffinityClass type)
    {
        return List.of(AffinityClass.values()).indexOf(type);
    }

    private static int column(final PeriodicGroup group)
    {
        return List.of(PeriodicGroup.values()).indexOf(group);
    }
}
