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
package io.packetflow.latency.benchmarks.alternatives;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.latency.benchmarks.table.TableKeys;

import org.agrona.collections.Long2LongHashMap;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The same accesses as {@code LongTableBenchmark} to Agrona's map on the heap. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AgronaMapBenchmark extends OnMeasuredCpu
{
    private final TableKeys keys = new TableKeys();
    private Long2LongHashMap map;

    @Setup(Level.Trial)
    public void fill()
    {
        map = new Long2LongHashMap(2 * TableKeys.ENTRIES, 0.5f, 0);
        keys.forEachResident(key -> map.put(key, key + 1));
    }

    @Benchmark
    public long get()
    {
        return map.get(keys.resident());
    }

    @Benchmark
    public long putAndRemove()
    {
        final long key = keys.passing();
        map.put(key, key + 1);
        return map.remove(key);
    }
}
