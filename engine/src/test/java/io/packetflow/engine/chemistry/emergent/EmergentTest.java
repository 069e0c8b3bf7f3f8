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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Section 3.2.3, computed by hand. */
class EmergentTest
{
    private static final double EXACT = 1e-12;

    private static FaultTolerance tolerance(final List<Bond> bonds, final double... failures)
    {
        final List<Constituent> packets = new ArrayList<>();
        final List<FailurePrediction> predictions = new ArrayList<>();
        for (final double failure : failures)
        {
            final String name = String.valueOf((char)('a' + packets.size()));
            packets.add(Constituent.of(name, Element.TRANSFORM));
            predictions.add(new FailurePrediction(name, failure, 0, 0));
        }
        return SurvivingPaths.of(
            new StructureGraph(new MolecularStructure("Paths", packets, bonds, Map.of())), predictions);
    }

    @Test
    void shouldComputeThroughputAsBaseTimesParallelismTimesEfficiency()
    {
        // Work 40 + 30 + 5 + 3 + 10 + 20 = 108 ns. In one stage: ingress 10, barrier 5, five calls = 20 ns.
        // 1e9 / 108 x 1 x 108 / 128 = 7,812,500/s.
        final Throughput one = Throughput.of(Structures.onOneNode(Structures.trading()));

        assertThat(one.basePerSecond()).isCloseTo(1e9 / 108, within(1e-6));
        assertThat(one.parallelismFactor()).isCloseTo(1, within(EXACT));
        assertThat(one.efficiencyBonus()).isCloseTo(0.84375, within(EXACT));
        assertThat(one.perSecond()).isCloseTo(7_812_500, within(1e-6));
    }

    @Test
    void shouldTakeTheBusiestNodeAndWhatTwoCoresCanPassOn()
    {
        // Apart: Feed 40 + ingress 10 + barrier 5 = 55 is the busiest; Trader with Risk 35 + 5 + 1 = 41.
        // 1e9 / 108 x 108 / 40 = 25M/s, x 40 / 55 = 18.2M/s, but a hop takes 10M/s: bonus 10 / 25 = 0.4.
        final Throughput apart = Throughput.of(Structures.apart(Structures.trading()));

        assertThat(apart.busiestNode()).isZero();
        assertThat(apart.parallelismFactor()).isCloseTo(2.7, within(EXACT));
        assertThat(apart.efficiencyBonus()).isCloseTo(0.4, within(EXACT));
        assertThat(apart.perSecond()).isCloseTo(10e6, within(1e-6));
    }

    @Test
    void shouldComputeResourceEfficiencyAsWorkOverCores()
    {
        // 1M/s x 108 ns = 0.108 cores, on one node and on five.
        final ResourceEfficiency one = ResourceEfficiency.of(Structures.onOneNode(Structures.trading()));
        final ResourceEfficiency five = ResourceEfficiency.of(Structures.apart(Structures.trading()));

        assertThat(one.efficiency()).isCloseTo(0.108, within(EXACT));
        assertThat(five.efficiency()).isCloseTo(0.0216, within(EXACT));
    }

    @Test
    void shouldComputeResourceEfficiencyAtFullLoadWhereNoRateIsDeclared()
    {
        // 108 of 128 ns are work.
        final MolecularStructure trading = Structures.trading();
        final MolecularStructure undeclared = new MolecularStructure(
            trading.name(), trading.composition(), trading.bonds(), Map.of());

        assertThat(ResourceEfficiency.of(Structures.onOneNode(undeclared)).efficiency())
            .isCloseTo(0.84375, within(EXACT));
    }

    @Test
    void shouldLoseAChainWithEachOfItsPackets()
    {
        // 0.9 x 0.8 = 0.72; the thesis's product would give 1 - 0.1 x 0.2 = 0.98.
        final FaultTolerance chain = tolerance(List.of(Structures.ionic("a", "b")), 0.1, 0.2);

        assertThat(chain.survivalPerHour()).isCloseTo(0.72, within(EXACT));
        assertThat(chain.failurePerHour()).isCloseTo(0.28, within(EXACT));
        assertThat(chain.exact()).isTrue();
        assertThat(chain.sources()).containsExactly("a");
        assertThat(chain.sinks()).containsExactly("b");
    }

    @Test
    void shouldSurviveOnOneOfTwoBranches()
    {
        // a before b and c, both before d: 0.9 x (1 - 0.2 x 0.3) x 0.9 = 0.7614.
        final FaultTolerance diamond = tolerance(List.of(Structures.ionic("a", "b"), Structures.ionic("a", "c"),
            Structures.ionic("b", "d"), Structures.ionic("c", "d")), 0.1, 0.2, 0.3, 0.1);

        assertThat(diamond.survivalPerHour()).isCloseTo(0.7614, within(EXACT));
    }

    @Test
    void shouldGiveTheProductOfTheThesisForPacketsSideBySide()
    {
        // No ionic bonds: each is a path. 1 - 0.1 x 0.2 x 0.5 = 0.99.
        assertThat(tolerance(List.of(), 0.1, 0.2, 0.5).survivalPerHour()).isCloseTo(0.99, within(EXACT));
        // c is not on any path from a source to a sink as soon as there is one.
        assertThat(tolerance(List.of(Structures.ionic("a", "b")), 0.1, 0.2, 0.5).survivalPerHour())
            .isCloseTo(0.72, within(EXACT));
    }

    @Test
    void shouldKeepTinyProbabilitiesOfFailure()
    {
        assertThat(tolerance(List.of(Structures.ionic("a", "b")), 1e-18, 1e-18).failurePerHour())
            .isCloseTo(2e-18, within(1e-24));
    }
}
