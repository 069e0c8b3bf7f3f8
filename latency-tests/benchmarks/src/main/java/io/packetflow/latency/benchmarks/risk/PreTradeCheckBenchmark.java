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
package io.packetflow.latency.benchmarks.risk;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.pretrade.InstrumentBoard;
import io.packetflow.risk.pretrade.PreTradeCheck;
import io.packetflow.risk.pretrade.PreTradeRisk;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The pre-trade check over 5 000 instruments and 50 accounts, drawn by Zipf's law: timed singly, the clock pair
 * included, and in throughput; beside each a bare touch of as much memory.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PreTradeCheckBenchmark extends OnMeasuredCpu
{
    private static final int OPERATIONS = 4_096;
    private static final int IN_CACHE = 128;
    private static final long START_NANOS = 1_000_000_000_000L;
    private static final long STEP_NANOS = 1_000;

    private final PackedOrders orders = new PackedOrders(new SplittableRandom(42));
    private Arena arena;
    private PreTradeCheck check;
    private TouchedTables tables;
    private long nowNanos = START_NANOS;
    private int index;

    @Setup(Level.Trial)
    public void allocate()
    {
        arena = new Arena(HugePages.WHERE_GRANTED);
        final PreTradeRisk risk = new PreTradeRisk(arena, limits());
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            risk.board().referencePrice(instrument, PackedOrders.PRICE_E4);
            risk.board().tradingState(instrument, InstrumentBoard.OPEN);
        }
        check = risk.check();
        tables = new TouchedTables(arena);
        requirePasses();
    }

    private static RiskLimits limits()
    {
        return RiskLimits.builder(PackedOrders.ACCOUNTS, PackedOrders.INSTRUMENTS)
            .everyInstrument(new InstrumentLimits(1, 10_000_000, 500, 1, 100_000, Ranges.MAX_NOTIONAL_E4))
            .everyAccount(new AccountLimits(
                Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 1_000_000, 1_000_000_000, 1_000_000))
            .everyPair(new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION))
            .duplicateWindowNanos(1)
            .conclude();
    }

    /** A check that refuses takes another way, and would be another benchmark. */
    private void requirePasses()
    {
        for (int i = 0; i < OPERATIONS; i++)
        {
            final long violations = checkNext();
            if (violations != 0)
            {
                throw new IllegalStateException("an order of the benchmark is refused: violations=" + violations);
            }
        }
    }

    private long checkNext()
    {
        final long order = orders.at(index++);
        nowNanos += STEP_NANOS;
        return check.check(PackedOrders.account(order), PackedOrders.instrument(order), PackedOrders.side(order),
            PackedOrders.priceE4(order), PackedOrders.quantity(order), nowNanos);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public long singly()
    {
        return checkNext();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public long touchSingly()
    {
        return tables.touch(orders.at(index++));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(OPERATIONS)
    public long throughput()
    {
        long violations = 0;
        for (int i = 0; i < OPERATIONS; i++)
        {
            violations |= checkNext();
        }
        return violations;
    }

    /** The check alone: few enough orders that all they touch stays in the nearest caches. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(OPERATIONS)
    public long inCache()
    {
        return checkInCache(OPERATIONS);
    }

    /** A tenth more checks than it says: the slowdown that the regression gate has to find. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(OPERATIONS)
    public long inCachePlanted()
    {
        return checkInCache(OPERATIONS + OPERATIONS / 10);
    }

    private long checkInCache(final int count)
    {
        long violations = 0;
        for (int i = 0; i < count; i++)
        {
            index &= IN_CACHE - 1;
            violations |= checkNext();
        }
        return violations;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(OPERATIONS)
    public long touchThroughput()
    {
        long touched = 0;
        for (int i = 0; i < OPERATIONS; i++)
        {
            touched |= tables.touch(orders.at(index++));
        }
        return touched;
    }

    @TearDown(Level.Trial)
    public void close()
    {
        arena.close();
    }
}
