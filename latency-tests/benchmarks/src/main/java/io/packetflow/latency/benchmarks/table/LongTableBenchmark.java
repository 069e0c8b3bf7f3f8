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
package io.packetflow.latency.benchmarks.table;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.table.KeyHash;
import io.packetflow.layout.table.LongTable;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A table of 100 000 entries: random reads, and keys that come and go. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LongTableBenchmark extends OnMeasuredCpu
{
    private static final int ALIGNMENT = 64;
    private static final int ROOM = TableKeys.ENTRIES + 1;

    private final TableKeys keys = new TableKeys();
    private Arena arena;
    private LongTable table;

    @Setup(Level.Trial)
    public void fill()
    {
        arena = new Arena(HugePages.WHERE_GRANTED);
        table = new LongTable(
            arena.allocate(LongTable.bytesFor(ROOM), ALIGNMENT), 0, ROOM, KeyHash.FIBONACCI, 0);
        keys.forEachResident(key -> table.put(key, key + 1));
    }

    @Benchmark
    public long get()
    {
        return table.get(keys.resident());
    }

    @Benchmark
    public long putAndRemove()
    {
        final long key = keys.passing();
        table.put(key, key + 1);
        return table.remove(key);
    }

    @TearDown(Level.Trial)
    public void close()
    {
        arena.close();
    }
}
