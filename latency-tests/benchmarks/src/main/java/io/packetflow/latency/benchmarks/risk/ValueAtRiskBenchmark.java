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

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.valuation.DeltaNormalVar;
import io.packetflow.risk.valuation.ExposureTable;
import io.packetflow.risk.valuation.HistoricalVar;
import io.packetflow.risk.valuation.PortfolioRisk;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Value at risk over 5 000 instruments, 50 accounts and 500 scenarios: a fill and the answer of its account, a price, a
 * full revaluation and the answer; beside them the same by hand in integers, and in doubles.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValueAtRiskBenchmark extends OnMeasuredCpu
{
    private static final int FULL = RandomPortfolio.FULL_ACCOUNT;
    private static final int LEVEL_PPM = RandomPortfolio.CONFIDENCE_PPM;

    private final RandomPortfolio portfolio = new RandomPortfolio();
    private Arena arena;
    private PortfolioRisk historical;
    private PortfolioRisk normal;
    private VarByHand byHand;
    private VarInDoubles inDoubles;
    private int index;

    @Setup(Level.Trial)
    public void allocate()
    {
        arena = new Arena(HugePages.WHERE_GRANTED);
        final ExposureTable held = new ExposureTable(arena, PackedOrders.ACCOUNTS, PackedOrders.INSTRUMENTS);
        final HistoricalVar method = new HistoricalVar(arena, held, RandomPortfolio.SCENARIOS);
        portfolio.fillInto(method);
        historical = new PortfolioRisk(held, method);
        final ExposureTable other = new ExposureTable(arena, PackedOrders.ACCOUNTS, PackedOrders.INSTRUMENTS);
        final DeltaNormalVar factors = new DeltaNormalVar(arena, other, RandomPortfolio.FACTORS);
        RandomPortfolio.fillInto(factors);
        normal = new PortfolioRisk(other, factors);
        byHand = new VarByHand(portfolio);
        inDoubles = new VarInDoubles(portfolio);
        RandomPortfolio.buyAll(historical);
        RandomPortfolio.buyAll(normal);
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            byHand.fill(FULL, instrument, 0, RandomPortfolio.quantity(instrument));
            inDoubles.fill(FULL, instrument, 0, RandomPortfolio.quantity(instrument));
        }
        requireSameAnswers();
    }

    /** A ratio between different work means nothing. */
    private void requireSameAnswers()
    {
        final long oursE4 = revalue();
        final long byHandE4 = revalueByHand();
        final double inDoublesE4 = revalueInDoubles() * 1e4;
        if (oursE4 != byHandE4 || Math.abs(oursE4 - inDoublesE4) > 1 + Math.abs(oursE4) * 1e-9)
        {
            throw new IllegalStateException("all three come to the same value at risk: oursE4=" + oursE4 +
                " byHandE4=" + byHandE4 + " inDoublesE4=" + inDoublesE4);
        }
    }

    @Benchmark
    public long fill()
    {
        return fillAndAsk(historical);
    }

    @Benchmark
    public long deltaNormal()
    {
        return fillAndAsk(normal);
    }

    private long fillAndAsk(final PortfolioRisk risk)
    {
        final int at = index++;
        final long order = portfolio.order(at);
        final int account = PackedOrders.account(order);
        risk.onFill(account, PackedOrders.instrument(order), RandomPortfolio.side(order, at), PackedOrders.PRICE_E4,
            PackedOrders.quantity(order));
        return risk.method().valueAtRiskE4(account, LEVEL_PPM);
    }

    @Benchmark
    public long fillByHand()
    {
        final int at = index++;
        final long order = portfolio.order(at);
        final int account = PackedOrders.account(order);
        byHand.fill(account, PackedOrders.instrument(order), RandomPortfolio.side(order, at),
            PackedOrders.quantity(order));
        return byHand.valueAtRiskE4(account);
    }

    @Benchmark
    public double fillInDoubles()
    {
        final int at = index++;
        final long order = portfolio.order(at);
        final int account = PackedOrders.account(order);
        inDoubles.fill(account, PackedOrders.instrument(order), RandomPortfolio.side(order, at),
            PackedOrders.quantity(order));
        return inDoubles.valueAtRisk(account);
    }

    /** All accounts are looked at; those that hold the instrument are changed. */
    @Benchmark
    public int price()
    {
        final int at = index++;
        return historical.onPrice(PackedOrders.instrument(portfolio.order(at)), RandomPortfolio.priceE4(at));
    }

    @Benchmark
    public long revalue()
    {
        historical.revalue(FULL);
        return historical.method().valueAtRiskE4(FULL, LEVEL_PPM);
    }

    @Benchmark
    public long revalueByHand()
    {
        byHand.revalue(FULL);
        return byHand.valueAtRiskE4(FULL);
    }

    @Benchmark
    public double revalueInDoubles()
    {
        inDoubles.revalue(FULL);
        return inDoubles.valueAtRisk(FULL);
    }

    @TearDown(Level.Trial)
    public void close()
    {
        arena.close();
    }
}
