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

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

class RoutingTableTest
{
    private static final int KEYS = 20_000;

    @Test
    void shouldHoldWhatADirectEvaluationOfThePoliciesDecides()
    {
        for (long seed = 0; seed < 20; seed++)
        {
            final Random random = new Random(seed);
            final RandomReactor reactor = new RandomReactor(random);
            final RoutingTable table = RoutingCompiler.compile(reactor.plan(), reactor.loads());
            final List<RoutingPolicy> policies = RoutingCompiler.numbered(reactor.plan());
            assertThat(table.policies()).isEqualTo(policies.size());
            for (int policy = 0; policy < policies.size(); policy++)
            {
                final int region = random.nextInt();
                final long key = random.nextLong();
                final List<Integer> decided = RoutingCompiler.decide(
                    reactor.plan(), reactor.loads(), policies.get(policy), region, key);
                for (int replica = 0; replica < table.replicas(policy); replica++)
                {
                    assertThat(table.replica(policy, region, key, replica)).as("seed %d policy %d", seed, policy)
                        .isEqualTo(decided.get(replica));
                }
                assertThat(table.node(policy, region, key)).isEqualTo(decided.get(0));
            }
        }
    }

    @Test
    void shouldMoveOneNthOfTheKeysToANodeThatComesAndNoOther()
    {
        for (final int nodes : new int[]{1, 2, 5, 8, 9, 31})
        {
            final RoutingTable before = keyed(nodes);
            final RoutingTable after = keyed(nodes + 1);
            int moved = 0;
            for (long key = 0; key < KEYS; key++)
            {
                final int node = after.node(0, 0, key);
                if (node != before.node(0, 0, key))
                {
                    moved++;
                    assertThat(node).as("key %d", key).isEqualTo(nodes);
                }
            }
            assertThat((double)moved / KEYS).as("%d nodes", nodes).isBetween(0.75 / (nodes + 1), 1.25 / (nodes + 1));
        }
    }

    @Test
    void shouldShareKeysEvenlyAndPutReplicasOnDifferentNodes()
    {
        final RoutingTable table = RoutingCompiler.compile(plan(4, new RoutingPolicy(Element.PRODUCER, List.of(),
            List.of(), Optional.of("user_id"), Optional.empty(), false, 3, RoutingPolicy.Batch.NONE)),
            NodeLoads.idle(4));
        final int[] keys = new int[4];
        for (long key = 0; key < KEYS; key++)
        {
            keys[table.node(0, 0, key)]++;
            assertThat(new HashSet<>(List.of(table.replica(0, 0, key, 0), table.replica(0, 0, key, 1),
                table.replica(0, 0, key, 2)))).hasSize(3);
        }
        assertThat(IntStream.of(keys)).allMatch(count -> count > KEYS / 5 && count < KEYS * 3 / 10);
    }

    @Test
    void shouldTakeTheFirstPolicyWhoseConditionsHold()
    {
        final RoutingPolicy large = conditional(0, (record, offset) -> record.getInt(offset) > 100);
        final RoutingPolicy even = conditional(1, (record, offset) -> record.getInt(offset) % 2 == 0);
        final RoutingTable table = RoutingCompiler.compile(plan(3, large, even), NodeLoads.idle(3));
        final ExpandableArrayBuffer record = new ExpandableArrayBuffer();
        final int producer = RoutingCompiler.elementCode(Element.PRODUCER);
        final List<Integer> policies = new ArrayList<>();
        for (final int size : new int[]{102, 2, 3})
        {
            record.putInt(8, size);
            policies.add(table.policy(producer, record, 8));
        }

        assertThat(policies).containsExactly(0, 1, 2 + producer);
        assertThat(table.policy(RoutingCompiler.elementCode(Element.TIMER), record, 8))
            .isEqualTo(2 + RoutingCompiler.elementCode(Element.TIMER));
    }

    @Test
    void shouldAllocateNothingForALookup()
    {
        final RoutingTable table = keyed(8);
        final RoutingSwitch tables = new RoutingSwitch(table);
        final ExpandableArrayBuffer record = new ExpandableArrayBuffer();
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        long sum = route(tables, record, 0, 20_000);

        final long before = threads.getCurrentThreadAllocatedBytes();
        sum += route(tables, record, 20_000, 100_000);
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isPositive();
        assertThat(allocated).isLessThan(1_000);
    }

    private static long route(
        final RoutingSwitch tables, final ExpandableArrayBuffer record, final int from, final int to)
    {
        long sum = 0;
        for (int i = from; i < to; i++)
        {
            final RoutingTable table = tables.at(i);
            sum += table.node(table.policy(4, record, 0), i, i);
        }
        return sum;
    }

    @Test
    void shouldChangeTablesAtTheirSequence()
    {
        final RoutingTable first = keyed(1);
        final RoutingTable second = keyed(2);
        final RoutingSwitch tables = new RoutingSwitch(first);

        assertThat(tables.schedule(second, 10)).isTrue();
        assertThat(tables.schedule(first, 11)).isFalse();
        assertThat(tables.at(9)).isSameAs(first);
        assertThat(tables.at(10)).isSameAs(second);
        assertThat(tables.at(11)).isSameAs(second);
        assertThat(tables.schedule(first, 20)).isTrue();
        assertThat(tables.at(25)).isSameAs(first);
    }

    @Test
    void shouldHandBatchesOverWhenTheyAreFullOrOld()
    {
        final RouteBatch batch = new RouteBatch(3, 100);

        assertThat(batch.isDue(1_000)).isFalse();
        assertThat(batch.add(1_000)).isFalse();
        assertThat(batch.add(1_001)).isFalse();
        assertThat(batch.add(1_002)).isTrue();
        assertThat(batch.take()).isEqualTo(3);
        assertThat(batch.add(2_000)).isFalse();
        assertThat(batch.isDue(2_099)).isFalse();
        assertThat(batch.isDue(2_100)).isTrue();
        assertThat(batch.take()).isEqualTo(1);
        assertThat(new RouteBatch(1_000, 0).add(5)).isTrue();
    }

    private static RoutingTable keyed(final int nodes)
    {
        return RoutingCompiler.compile(plan(nodes, new RoutingPolicy(Element.PRODUCER, List.of(), List.of(),
            Optional.of("user_id"), Optional.empty(), false, 1, RoutingPolicy.Batch.NONE)), NodeLoads.idle(nodes));
    }

    private static RoutingPolicy conditional(final int node, final RouteFilter filter)
    {
        return new RoutingPolicy(Element.PRODUCER, List.of(new RoutingPolicy.Condition("tested", filter)),
            List.of(node), Optional.empty(), Optional.empty(), false, 1, RoutingPolicy.Batch.NONE);
    }

    private static RoutingPlan plan(final int nodes, final RoutingPolicy... policies)
    {
        final List<RoutingNode> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++)
        {
            all.add(new RoutingNode("n" + i, "n*", Specialisation.of(PeriodicGroup.DF), 100, i, 0, 140));
        }
        return new RoutingPlan("R", all, List.of(policies), RoutingWeights.DEFAULT);
    }
}
