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

import java.util.concurrent.TimeUnit;

import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.optimizer.Optimisation;
import io.packetflow.engine.optimizer.Optimiser;
import io.packetflow.engine.optimizer.OptimiserOptions;
import io.packetflow.latency.benchmarks.OnMeasuredCpu;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A whole optimisation. Run with {@code -bm ss -wi 0 -f 5} for a cold one, which is what a command does: the target is
 * a second for 50 packets and ten for 500.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OptimiserBenchmark extends OnMeasuredCpu
{
    /** Packets of the structure. */
    @Param({"50", "500"})
    private int packets;

    /** Cores that it may have. */
    @Param({"2", "8"})
    private int nodes;

    private MolecularStructure structure;
    private CostModel costs;

    @Setup
    public void prepare()
    {
        structure = LayeredStructures.of(packets, 7);
        costs = CostModel.declared(structure, HostCosts.ASSUMED);
    }

    @Benchmark
    public Optimisation optimise()
    {
        return Optimiser.optimise(structure, costs, OptimiserOptions.onNodes(nodes));
    }
}
