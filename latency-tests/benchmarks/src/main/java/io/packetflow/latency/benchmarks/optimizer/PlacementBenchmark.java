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
package io.packetflow.latency.benchmarks.optimizer;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An instance from the source through four packets and back: on two cores, on two with the areas packed that cross, and
 * fused on one. Two threads spin; the thread of the benchmark waits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(3)
public class PlacementBenchmark
{
    private static final int ROUND_TRIPS = 3_000_000;

    /** Where the packets run. */
    @Param({"apart", "packed", "fused"})
    private String placement;

    private Reactor reactor;

    @Setup(Level.Iteration)
    public void prepare()
    {
        final Path counters =
            RuntimeDirectory.path().resolve("placement-" + ProcessHandle.current().pid() + ".counters.dat");
        counters.toFile().deleteOnExit();
        final ReactorSettings settings = ReactorSettings.builder().set("packetflow.warmup", "off")
            .set("packetflow.stall.limit", "1h").set("packetflow.counters.file", counters.toString()).conclude();
        final AtomicLongArray words = RoundTrip.words();
        reactor = Reactor.prepare(new ReactorContext().molecule(RoundTrip.molecule(words)).settings(settings)
            .planOptions(this::placed)
            .source("ball", RoundTrip.Ball.class, warmUp -> new RoundTrip.Ball(words, ROUND_TRIPS)));
    }

    private PlanOptions placed(final PlanOptions options)
    {
        final PlanOptions oneNode = options.withNodes(NodePolicy.ONE_NODE);
        return switch (placement)
        {
            case "fused" -> oneNode;
            case "packed" -> oneNode.withPlacement("Far", "mc").withPacking(List.of("Near", "Last"));
            default -> oneNode.withPlacement("Far", "mc");
        };
    }

    @Benchmark
    @OperationsPerInvocation(ROUND_TRIPS)
    public long roundTrip()
    {
        reactor.open();
        reactor.awaitCompletion();
        return reactor.completedInstances();
    }

    @TearDown(Level.Iteration)
    public void close()
    {
        reactor.close();
    }
}
