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
package io.packetflow.latency.benchmarks.codec;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Writing an order message, with the terms of a passive quote. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OuchEncodeBenchmark extends OnMeasuredCpu
{
    private static final int SLOTS = 64;
    private static final int SLOT_BYTES = 64;
    private static final long PRICE_E4 = 1_234_500;
    private static final int QUANTITY = 100;
    private static final long SYMBOL = 0x4141_504C_2020_2020L;

    private Arena arena;
    private OuchEncoder encoder;
    private int userRef;

    @Setup(Level.Trial)
    public void allocate()
    {
        arena = new Arena(HugePages.OFF);
        encoder = new OuchEncoder(arena.allocate(SLOTS * SLOT_BYTES, SLOT_BYTES), OuchOrderTerms.postOnly("PFLOW "));
    }

    private long slot()
    {
        userRef++;
        return (long)(userRef & (SLOTS - 1)) * SLOT_BYTES;
    }

    @Benchmark
    public int enter()
    {
        return encoder.enter(slot(), userRef, (byte)'B', QUANTITY, SYMBOL, PRICE_E4 + (userRef & SLOTS));
    }

    @Benchmark
    public int replace()
    {
        return encoder.replace(slot(), userRef - 1, userRef, QUANTITY, PRICE_E4 + (userRef & SLOTS));
    }

    @Benchmark
    public int cancel()
    {
        return encoder.cancel(slot(), userRef, 0);
    }

    @TearDown(Level.Trial)
    public void close()
    {
        arena.close();
    }
}
