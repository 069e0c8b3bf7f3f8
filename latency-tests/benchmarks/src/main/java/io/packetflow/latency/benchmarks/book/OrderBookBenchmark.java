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
package io.packetflow.latency.benchmarks.book;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.latency.load.FeedSpec;
import io.packetflow.layout.memory.HugePages;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The order book, for one message of a feed: decoded and applied to the full depth. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBookBenchmark extends OnMeasuredCpu
{
    private static final int OPERATIONS = 20_000;

    /** A recorded ITCH 5.0 file, or {@code generated:MESSAGES:SYMBOLS:LIVE_ORDERS}. */
    @Param("generated:1000000:200:85000")
    public String feed;

    private BookReplay replay;

    @Setup(Level.Trial)
    public void load()
    {
        replay = new BookReplay(FeedSpec.parse(feed).open(HugePages.WHERE_GRANTED), HugePages.WHERE_GRANTED);
    }

    @Setup(Level.Invocation)
    public void prepare()
    {
        replay.prepare(OPERATIONS);
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int apply()
    {
        return replay.run(OPERATIONS);
    }

    @TearDown(Level.Trial)
    public void close()
    {
        replay.close();
    }
}
