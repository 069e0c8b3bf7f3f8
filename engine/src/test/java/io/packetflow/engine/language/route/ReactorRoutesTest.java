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
package io.packetflow.engine.language.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.fixture.CapturedTopology;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.routing.NodeLoads;
import io.packetflow.engine.routing.NodePlaces;
import io.packetflow.engine.routing.RouteBatch;
import io.packetflow.engine.routing.RoutingCompiler;
import io.packetflow.engine.routing.RoutingNode;
import io.packetflow.engine.routing.RoutingPlan;
import io.packetflow.engine.routing.RoutingTable;
import io.packetflow.engine.routing.RoutingWeights;

import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** Each step of routes, running on two cores and planned for the dual 8380. */
class ReactorRoutesTest
{
    private static final CheckedProgram CHAT = Programs.check("""
        reactor Chat {
          nodes: [
            node("session_*") { :dataflow, cores: 4 },
            node("media_*") { :dataflow, cores: 2 },
            node("presence_*") { :event_driven },
            node("storage") { :resource_management, capacity: 10, weights: %{memory: 2, io: 1} }
          ],
          routing_policies: [
            route(:df, :pr) |> when(size > 100) |> consistent_hash(:user_id) |> replicate(factor: 3),
            route(:ed, :sg) |> route_by_geography() |> batch(size: 10, timeout: 5ms),
            route(:df, :tr) |> assign(:media_pool) |> load_balance(:cpu_usage)
          ]
        }
        """);
    private static final int PRODUCERS = 0;
    private static final int TRANSFORMS = 1;
    private static final int SIGNALS = 2;

    @Test
    void shouldGiveEveryPatternItsNodesAndShareTwoCores()
    {
        final RoutingPlan plan = plan(CpuTopology.ofProcessors(2, "a test"));

        assertThat(plan.nodes()).extracting(RoutingNode::name).containsExactly("session_0", "session_1", "session_2",
            "session_3", "media_0", "media_1", "presence_0", "presence_1", "presence_2", "storage");
        assertThat(plan.nodes()).extracting(RoutingNode::cpu).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        assertThat(plan.nodes()).extracting(RoutingNode::latencyNanos).startsWith(6.0, 140.0);
        assertThat(plan.nodes().get(9).capacity()).isEqualTo(10);
        // RM on memory 2/3 and I/O 1/3: 2/3 * 0.9 + 1/3 * 0.4.
        assertThat(plan.nodes().get(9).specialisation().affinity(Element.CACHE.group()))
            .isCloseTo(2 / 3.0 * 0.9 + 1 / 3.0 * 0.4, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void shouldRouteByConditionHashAndReplicasOnTwoCores()
    {
        final RoutingTable table = table(plan(CpuTopology.ofProcessors(2, "a test")));
        final ExpandableArrayBuffer record = new ExpandableArrayBuffer();
        final int producer = RoutingCompiler.elementCode(Element.PRODUCER);

        record.putInt(0, 101);
        assertThat(table.policy(producer, record, 0)).isEqualTo(PRODUCERS);
        record.putInt(0, 100);
        assertThat(table.policy(producer, record, 0)).isGreaterThan(SIGNALS);
        assertThat(table.replicas(PRODUCERS)).isEqualTo(3);
        for (long user = 0; user < 1_000; user++)
        {
            final long key = user;
            assertThat(IntStream.range(0, 3).map(replica -> table.replica(PRODUCERS, 0, key, replica)).boxed().toList())
                .doesNotHaveDuplicates().allMatch(node -> node < 6);
        }
    }

    @Test
    void shouldRouteToTheNodeOfThePoolThatDoesLeastOnTwoCores()
    {
        final RoutingPlan plan = plan(CpuTopology.ofProcessors(2, "a test"));
        final double[] usage = new double[plan.nodes().size()];
        usage[4] = 0.7;
        usage[5] = 0.6;

        assertThat(RoutingCompiler.compile(plan, new NodeLoads(new int[usage.length], Map.of("cpu_usage", usage)))
            .node(TRANSFORMS, 0, 0)).isEqualTo(5);
        usage[5] = 0.8;
        assertThat(RoutingCompiler.compile(plan, new NodeLoads(new int[usage.length], Map.of("cpu_usage", usage)))
            .node(TRANSFORMS, 0, 0)).isEqualTo(4);
    }

    @Test
    void shouldBatchWhatTheTableSaysOnTwoCores()
    {
        final RoutingTable table = table(plan(CpuTopology.ofProcessors(2, "a test")));
        final RouteBatch batch = new RouteBatch(table.batchSize(SIGNALS), table.batchTimeoutNanos(SIGNALS));
        int handedOver = 0;
        for (int i = 0; i < 95; i++)
        {
            handedOver += batch.add(i * 1_000L) ? batch.take() : 0;
        }

        assertThat(handedOver).isEqualTo(90);
        assertThat(batch.isDue(90_000L + 5_000_000)).isTrue();
        assertThat(batch.take()).isEqualTo(5);
    }

    @Test
    void shouldKeepAllRegionsInTheOnlyDomainOfTwoCores()
    {
        final RoutingTable table = table(plan(CpuTopology.ofProcessors(2, "a test")));

        assertThat(IntStream.range(-5, 5).map(region -> table.node(SIGNALS, region, 0)).distinct()).hasSize(1);
    }

    @Test
    void shouldGiveEveryNodeACoreOfItsOwnAndEachRegionItsSocketOnTheDual8380() throws Exception
    {
        final CpuTopology host = CapturedTopology.read("interleaved");
        final RoutingPlan plan = plan(host);
        final RoutingTable table = table(plan);

        assertThat(plan.nodes().stream().map(node -> host.cpu(node.cpu()).orElseThrow().core()))
            .doesNotHaveDuplicates().doesNotContain(host.cpu(0).orElseThrow().core());
        assertThat(plan.domains()).containsExactly(0, 1);
        for (int region = 0; region < 10; region++)
        {
            assertThat(plan.nodes().get(table.node(SIGNALS, region, 0)).numaNode()).isEqualTo(region % 2);
        }
        assertThat(plan.nodes()).filteredOn(node -> node.numaNode() == 1)
            .allMatch(node -> node.latencyNanos() == HostCosts.ASSUMED.remoteHopNanos());
    }

    @Test
    void shouldDecideLikeAlgorithm31OnTheDual8380() throws Exception
    {
        for (final String numbering : List.of("interleaved", "snc2"))
        {
            final RoutingPlan plan = plan(CapturedTopology.read(numbering));
            final RoutingTable table = table(plan);

            // An idle reactor: the nodes of a group differ by their latency only, and the near one wins.
            final int others = 3 + RoutingCompiler.elementCode(Element.SIGNAL);
            final RoutingNode near = plan.nodes().get(table.node(others, 0, 0));
            assertThat(near.pool()).isEqualTo("presence_*");
            assertThat(near.latencyNanos()).isLessThanOrEqualTo(HostCosts.ASSUMED.hopNanos());
            assertThat(table.replicas(PRODUCERS)).isEqualTo(3);
            assertThat(plan.nodes().get(table.node(TRANSFORMS, 0, 0)).pool()).isEqualTo("media_*");
        }
    }

    private static RoutingPlan plan(final CpuTopology host)
    {
        assertThat(CHAT.diagnostics()).isEmpty();
        return ReactorRoutes.plan(CHAT.reactors().get(0), new NodePlaces(host, HostCosts.ASSUMED),
            condition -> (record, offset) -> record.getInt(offset) > 100, RoutingWeights.DEFAULT);
    }

    private static RoutingTable table(final RoutingPlan plan)
    {
        return RoutingCompiler.compile(plan, NodeLoads.idle(plan.nodes().size()));
    }
}
