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
package io.packetflow.latency.benchmarks.chain;

import java.util.concurrent.TimeUnit;

import io.packetflow.engine.reactor.Reactor;
import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** An instance through a fused chain of six trivial packets, and through the same six steps by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FusedChainBenchmark extends OnMeasuredCpu
{
    private static final int OPERATIONS = 4_096;

    private final ChainInputs inputs = new ChainInputs();
    private final ChainSource source = new ChainSource(inputs);
    private Arena arena;
    private Reactor reactor;
    private ChainPackets.Fold last;
    private ChainByHand loop;

    @Setup(Level.Trial)
    public void prepare()
    {
        arena = new Arena(HugePages.OFF);
        reactor = ChainMolecule.prepare(source);
        reactor.open();
        last = reactor.handler(ChainPackets.FOLD, ChainPackets.Fold.class);
        loop = new ChainByHand(inputs, reactor.plan(), arena);
        requireSameResults();
    }

    private void requireSameResults()
    {
        final long engine = engine();
        final long byHand = byHand();
        if (engine != byHand)
        {
            throw new IllegalStateException("the chain and the loop differ: engine=" + engine + " byHand=" + byHand);
        }
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long engine()
    {
        source.allow(OPERATIONS);
        final long end = last.count() + OPERATIONS;
        while (last.count() < end)
        {
            reactor.step();
        }
        return last.result();
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long byHand()
    {
        return loop.run(OPERATIONS);
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long inRegisters()
    {
        return loop.runInRegisters(OPERATIONS);
    }

    @TearDown(Level.Trial)
    public void close()
    {
        reactor.close();
        arena.close();
    }
}
