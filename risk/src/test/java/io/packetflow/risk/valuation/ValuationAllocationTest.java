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
package io.packetflow.risk.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ValuationAllocationTest
{
    private static final int STEPS = 1_000;
    private static final int ROUNDS = 3;
    private static final int INSTRUMENTS = 20;
    private static final int SCENARIOS = 100;
    private static final int FACTORS = 5;

    @Test
    void shouldNotAllocateOnceRunning()
    {
        Assumptions.assumeTrue(
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocation");
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final PortfolioRisk historical = historical(arena);
            final PortfolioRisk normal = normal(arena);
            long answers = play(historical) + play(normal);

            final long probe = threads.getCurrentThreadAllocatedBytes();
            final long asking = threads.getCurrentThreadAllocatedBytes() - probe;
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++)
            {
                final long before = threads.getCurrentThreadAllocatedBytes();
                answers += play(historical) + play(normal);
                allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before - asking);
            }

            // Whoever allocates does so each time; the JVM itself may, once, when it replaces code.
            assertThat(allocated).isZero();
            assertThat(answers).isPositive();
            assertThat(historical.refusedCount()).isPositive();
        }
    }

    /** Fills, prices, refusals, answers and revaluations; answers the sum of all answers. */
    private static long play(final PortfolioRisk risk)
    {
        long answers = 0;
        for (int i = 0; i < STEPS; i++)
        {
            final int account = i & 1;
            risk.onFill(account, i % INSTRUMENTS, i % 3 == 0 ? 1 : 0, 10_0000 + i, i % 50);
            risk.onPrice(i % INSTRUMENTS, 10_0000 + i % 7);
            answers += risk.method().valueAtRiskE4(account, 990_000);
            answers += risk.method().expectedShortfallE4(account, 975_000);
            if (i % 100 == 0)
            {
                risk.revalue(account);
            }
        }
        return answers;
    }

    private static PortfolioRisk historical(final Arena arena)
    {
        final ExposureTable exposures = new ExposureTable(arena, 2, INSTRUMENTS);
        final HistoricalVar method = new HistoricalVar(arena, exposures, SCENARIOS);
        final SplittableRandom random = new SplittableRandom(1);
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
        {
            method.returns(instrument, RandomDay.returnsE6(random, SCENARIOS));
        }
        return new PortfolioRisk(exposures, method);
    }

    private static PortfolioRisk normal(final Arena arena)
    {
        final ExposureTable exposures = new ExposureTable(arena, 2, INSTRUMENTS);
        final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, FACTORS);
        final long[][] covariancesE12 = new long[FACTORS][FACTORS];
        for (int factor = 0; factor < FACTORS; factor++)
        {
            covariancesE12[factor][factor] = 100_000_000;
        }
        method.covariances(covariancesE12);
        final SplittableRandom random = new SplittableRandom(2);
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
        {
            method.loadings(instrument, random.ints(FACTORS, -1_000_000, 1_000_000).toArray(), 10_000);
        }
        return new PortfolioRisk(exposures, method);
    }
}
