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
package io.packetflow.latency.benchmarks.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.routing.NodeLoads;
import io.packetflow.engine.routing.RoutingCompiler;
import io.packetflow.engine.routing.RoutingNode;
import io.packetflow.engine.routing.RoutingPlan;
import io.packetflow.engine.routing.RoutingPolicy;
import io.packetflow.engine.routing.RoutingSwitch;
import io.packetflow.engine.routing.RoutingTable;
import io.packetflow.engine.routing.RoutingWeights;
import io.packetflow.engine.routing.Specialisation;
import io.packetflow.latency.benchmarks.OnMeasuredCpu;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The routes of a reactor with 40 nodes: table, policy with a condition, node by a hash of the key. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoutingTableBenchmark extends OnMeasuredCpu
{
    private static final int NODES = 40;
    private static final int CAPACITY = 1_024;

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[Long.BYTES]);
    private RoutingSwitch tables;
    private int element;
    private long sequence;

    @Setup(Level.Trial)
    public void compile()
    {
        final List<RoutingNode> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++)
        {
            nodes.add(new RoutingNode(
                "n" + i, "n*", Specialisation.of(PeriodicGroup.DF), CAPACITY, i, 0, 0));
        }
        final RoutingPolicy policy = new RoutingPolicy(Element.PRODUCER,
            List.of(new RoutingPolicy.Condition("key >= 0", (buffer, offset) -> buffer.getLong(offset) >= 0)),
            List.of(), Optional.of("key"), Optional.empty(), false, 1, RoutingPolicy.Batch.NONE);
        tables = new RoutingSwitch(RoutingCompiler.compile(
            new RoutingPlan("R", nodes, List.of(policy), RoutingWeights.DEFAULT), NodeLoads.idle(NODES)));
        element = RoutingCompiler.elementCode(Element.PRODUCER);
    }

    @Benchmark
    public int route()
    {
        final long key = sequence++;
        record.putLong(0, key);
        final RoutingTable table = tables.at(key);
        return table.node(table.policy(element, record, 0), 0, key);
    }
}
