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

/**
 * An instance through the chain of {@link FusedChainBenchmark} as it is written in the language, and one packet more
 * that sums. It has a JVM of its own: two molecules in one would spoil each other's profiles.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WrittenChainBenchmark extends OnMeasuredCpu
{
    private static final int OPERATIONS = 4_096;

    private final ChainInputs inputs = new ChainInputs();
    private final ChainSource source = new ChainSource(inputs);
    private Arena arena;
    private Reactor reactor;
    private ChainSum last;

    @Setup(Level.Trial)
    public void prepare()
    {
        arena = new Arena(HugePages.OFF);
        reactor = ChainMolecule.prepare(ChainProgram.molecule(), source);
        reactor.open();
        last = reactor.handler(ChainProgram.SUM, ChainSum.class);
        final long byHand = new ChainByHand(inputs, reactor.plan(), arena).run(OPERATIONS);
        final long language = language();
        if (language != byHand)
        {
            throw new IllegalStateException(
                "the chain and the loop differ: language=" + language + " byHand=" + byHand);
        }
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long language()
    {
        source.allow(OPERATIONS);
        final long end = last.count() + OPERATIONS;
        while (last.count() < end)
        {
            reactor.step();
        }
        return last.result();
    }

    @TearDown(Level.Trial)
    public void close()
    {
        reactor.close();
        arena.close();
    }
}
