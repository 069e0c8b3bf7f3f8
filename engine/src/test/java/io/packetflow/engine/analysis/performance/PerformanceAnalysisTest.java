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
package io.packetflow.engine.analysis.performance;

import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static io.packetflow.engine.fixture.AnalysisStructures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.MolecularStructure;

/** A diamond of head 20, left 50, right 30 and join 40 ns, computed by hand. */
class PerformanceAnalysisTest
{
    /** Ingress 10, call 1, barrier 5, hop 100, hop between sockets 300 ns; 10 M hops a second. */
    private static final HostCosts HOST = new HostCosts("test", 10, 1, 5, 100, 300, 10e6);

    private final MolecularStructure diamond = plain("head left right join",
        ionic("head", "left"), ionic("head", "right"), ionic("left", "join"), ionic("right", "join"));
    private final CausalOrder order = CausalOrder.of(diamond);
    private final CostModel costs = costs(Map.of("head", 20.0, "left", 50.0, "right", 30.0, "join", 40.0), HOST);

    @Test
    void fusedItIsTheSumOfAllPacketsAndCalls()
    {
        final DeploymentPerformance fused = performance(Deployment.fused(order));

        // 10 + 20 + 1 + 50 + 1 + 30 + 1 + 40
        assertThat(fused.predictedNanos()).isEqualTo(153);
        // Ingress 10, four bonds at a call each, and the call from left to right that no bond stands for.
        assertThat(fused.coordinationNanos()).isEqualTo(15);
        // Definition 6.4: work 140 + 15; theorem 6.4: from the longest packet to 4 x 50 + 15.
        assertThat(fused.expectedNanos()).isEqualTo(155);
        assertThat(fused.lowerBoundNanos()).isEqualTo(50);
        assertThat(fused.upperBoundNanos()).isEqualTo(215);
    }

    @Test
    void apartItIsTheLongestPathAndItsHops()
    {
        final DeploymentPerformance ideal = performance(Deployment.ideal(order));

        // head 10 to 30, left 130 to 180 (right is done at 160), join 280 to 320
        assertThat(ideal.predictedNanos()).isEqualTo(320);
        assertThat(ideal.critical().packets()).containsExactly("head", "left", "join");
        // Ingress 10 and four bonds at a hop each; work on the path 110; 4 x 50 + 410 at most.
        assertThat(ideal.coordinationNanos()).isEqualTo(410);
        assertThat(ideal.expectedNanos()).isEqualTo(520);
        assertThat(ideal.upperBoundNanos()).isEqualTo(610);
    }

    @Test
    void onTwoNodesTheHopsDecideWhichPathIsCritical()
    {
        final DeploymentPerformance two = performance(twoNodes(0));

        // head 10 to 30; left behind a barrier 35 to 85; right behind a hop 130 to 160; join behind a hop 260 to 300
        assertThat(two.predictedNanos()).isEqualTo(300);
        assertThat(two.critical().parts()).extracting(part -> part.what() + " " + part.nanos()).containsExactly(
            "ingress 10.0", "head 20.0", "head > right 100.0", "right 30.0", "right > join 100.0", "join 40.0");
        // 10 + 5 + 100 + 5 + 100
        assertThat(two.coordinationNanos()).isEqualTo(220);
    }

    @Test
    void aHopBetweenSocketsCostsWhatTheHostSays()
    {
        // As before, with two hops of 300 instead of 100.
        assertThat(performance(twoNodes(1)).predictedNanos()).isEqualTo(700);
    }

    @Test
    void theBudgetSaysOfEachStageWhenAndWhatItWaitedFor()
    {
        final List<StageBudget> stages = performance(twoNodes(0)).schedule().stages();

        assertThat(stages).containsExactly(
            new StageBudget(0, "a", List.of("head"), StageBudget.PUBLICATION, 0, 0, 10, 20, 0),
            new StageBudget(1, "a", List.of("left"), 0, 5, 0, 35, 50, 0),
            new StageBudget(2, "b", List.of("right"), 0, 100, 0, 130, 30, 0),
            new StageBudget(3, "a", List.of("join"), 2, 100, 0, 260, 40, 0));
        assertThat(performance(twoNodes(0)).schedule().chainTo(3)).containsExactly(0, 2, 3);
    }

    @Test
    void aStageQueuesBehindAnotherOfItsNode()
    {
        final MolecularStructure pair = plain("a b");
        final CausalOrder free = CausalOrder.of(pair);
        final Schedule schedule = Schedule.of(Deployment.unfused("one", free, List.of(new Deployment.Node("n", 0)),
            packet -> 0), costs(Map.of("a", 50.0, "b", 30.0), HOST));

        // b could begin at 10; a is at work until 60, the barrier takes 5.
        assertThat(schedule.stages().get(1)).isEqualTo(new StageBudget(1, "n", List.of("b"), 0, 5, 55, 65, 30, 0));
    }

    @Test
    void theBusiestNodeBoundsThroughput()
    {
        final Throughput throughput = performance(twoNodes(0)).throughput();

        // a: ingress 10, three barriers 15, work 110; b: one barrier 5, work 30
        assertThat(throughput.loads()).containsExactly(
            new Throughput.NodeLoad("a", 135), new Throughput.NodeLoad("b", 35));
        assertThat(throughput.perSecond()).isCloseTo(1e9 / 135, offset(1e-6));
        assertThat(throughput.limit()).isEqualTo("node a");
    }

    @Test
    void whatFiresSeldomLoadsItsNodeLess()
    {
        final Map<String, PacketCost> half = new LinkedHashMap<>(costs.packets());
        half.put("left", new PacketCost(50, CostOrigin.DECLARED, 1, 0, 0, 0.5));
        final Throughput throughput = Throughput.of(twoNodes(0), new CostModel(HOST, half, 0));

        assertThat(throughput.bottleneck().nanos()).isEqualTo(110);
    }

    @Test
    void hopsBoundThroughputWhereTheyAreSlowerThanTheNodes()
    {
        final CostModel slow = new CostModel(new HostCosts("slow", 10, 1, 5, 100, 300, 1e6), costs.packets(), 0);

        assertThat(Throughput.of(twoNodes(0), slow).perSecond()).isEqualTo(1e6);
        assertThat(Throughput.of(twoNodes(0), slow).limit()).isEqualTo("hops between cores");
        assertThat(Throughput.of(Deployment.fused(order), slow).limit()).isEqualTo("node fused");
    }

    @Test
    void throughputGrowsWithNodesUntilHopsEndIt()
    {
        final Scaling scaling = Scaling.of(order, costs);

        // One node: 10 + 5 + 3 calls + 140 = 158 ns. Two: twice that would be 12.7 M/s, hops allow 10 M/s.
        assertThat(scaling.perSecond(1)).isCloseTo(1e9 / 158, offset(1e-6));
        assertThat(scaling.perSecond(2)).isEqualTo(10e6);
        assertThat(scaling.limitPerSecond()).isEqualTo(10e6);
        assertThat(scaling.widestUnit()).isEqualTo(Set.of("left"));
    }

    @Test
    void noPlanIsFasterThanTheLongestPathWithTheCheapestSteps()
    {
        // 10 + (20 + 50 + 40) + 2 calls
        final LatencyFloor floor = LatencyFloor.to("join", order, costs, true);

        assertThat(floor.totalNanos()).isEqualTo(122);
        assertThat(floor.packets()).containsExactly("head", "left", "join");
    }

    @Test
    void anAssumedTimeCountsForNothingInWhatIsKnown()
    {
        assertThat(LatencyFloor.to("join", order, new CostModel(HOST, Map.of(), 0), true).totalNanos()).isEqualTo(12);
        assertThat(LatencyFloor.to("join", order, new CostModel(HOST, Map.of(), 0), false).totalNanos())
            .isEqualTo(12 + 3 * PacketCost.DEFAULT_BASE_NANOS);
    }

    @Test
    void aTargetIsMetMissedOrOutOfReach()
    {
        assertThat(forecast("tick_to_trade", "< 200ns")).hasToString(
            "tick_to_trade P99 < 200 ns: fused predicts 153 ns, met by 47 ns");
        assertThat(forecast("tick_to_trade", "< 125ns")).hasToString(
            "tick_to_trade P99 < 125 ns: fused predicts 153 ns, missed by 28 ns");
        assertThat(forecast("tick_to_trade", "< 125ns").isUnattainable()).isFalse();
        assertThat(forecast("tick_to_trade", "< 125ns").parts().get(0).what()).isEqualTo("left");
        assertThat(forecast("tick_to_trade", "< 122ns").isUnattainable()).isTrue();
        assertThat(forecast("tick_to_trade", "< 122ns").working()).isEqualTo(
            "ingress 10 + work of head > left > join 110 + 2 steps of 1 = 122 ns");
    }

    @Test
    void aRateIsHeldAgainstTheBottleneckAndAgainstAllPlacements()
    {
        assertThat(forecast("order_rate", "6M/s").isMet()).isTrue();
        assertThat(forecast("order_rate", "8M/s").isMet()).isFalse();
        assertThat(forecast("order_rate", "8M/s").isUnattainable()).isFalse();
        assertThat(forecast("order_rate", "11M/s").isUnattainable()).isTrue();
    }

    @Test
    void aRiskCheckIsWhatSaysThatItIsOne()
    {
        final MolecularStructure named = diamond.withComposition(diamond.composition().stream().map(packet ->
            packet.name().equals("right") ? packet.with(PerformanceAnalysis.MEASURES, "risk_check_latency") : packet)
            .toList());

        assertThat(forecasts(diamond, "risk_check_latency", "< 29ns")).isEmpty();
        assertThat(forecasts(named, "risk_check_latency", "< 29ns")).singleElement()
            .matches(TargetForecast::isUnattainable).extracting(TargetForecast::working)
            .isEqualTo("the work of right alone is 30 ns");
    }

    @Test
    void anOutputInTheMiddleOfAStageHasCompletedBeforeTheStageHas()
    {
        final Schedule schedule = Schedule.of(Deployment.fused(order), costs);

        // 10 + 20 + 1 + 50
        assertThat(CriticalPath.to(List.of("left"), schedule, costs).totalNanos()).isEqualTo(81);
    }

    private TargetForecast forecast(final String target, final String value)
    {
        return forecasts(diamond, target, value).get(0);
    }

    private List<TargetForecast> forecasts(
        final MolecularStructure structure, final String target, final String value)
    {
        final MolecularStructure declaring = new MolecularStructure(
            structure.name(), structure.composition(), structure.bonds(), Map.of(target, value));
        return PerformanceAnalysis.of(declaring, order, costs, Optional.empty(), Set.of()).targets();
    }

    /** Everything on node a but right, which is on node b. */
    private Deployment twoNodes(final int socketOfB)
    {
        return Deployment.unfused("two nodes", order,
            List.of(new Deployment.Node("a", 0), new Deployment.Node("b", socketOfB)),
            packet -> packet.equals("right") ? 1 : 0);
    }

    private DeploymentPerformance performance(final Deployment deployment)
    {
        return DeploymentPerformance.of(deployment, diamond, costs);
    }

    private static CostModel costs(final Map<String, Double> nanos, final HostCosts host)
    {
        final Map<String, PacketCost> packets = new LinkedHashMap<>();
        nanos.forEach((packet, value) -> packets.put(
            packet, new PacketCost(value, CostOrigin.DECLARED, 1, 0, 0, 1)));
        return new CostModel(host, packets, 0);
    }
}
