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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.valuation.ExposureTable;
import io.packetflow.risk.valuation.HistoricalVar;
import io.packetflow.risk.valuation.PortfolioRisk;

import org.junit.jupiter.api.Test;

/** What ours is compared with does the same work. */
class VarFloorsTest
{
    private static final int FILLS = 5_000;

    @Test
    void shouldComeToTheSameAnswersAfterFillsAndRevaluation()
    {
        final RandomPortfolio portfolio = new RandomPortfolio();
        final VarByHand byHand = new VarByHand(portfolio);
        final VarInDoubles inDoubles = new VarInDoubles(portfolio);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final ExposureTable exposures =
                new ExposureTable(arena, PackedOrders.ACCOUNTS, PackedOrders.INSTRUMENTS);
            final HistoricalVar method = new HistoricalVar(arena, exposures, RandomPortfolio.SCENARIOS);
            portfolio.fillInto(method);
            final PortfolioRisk risk = new PortfolioRisk(exposures, method);
            for (int index = 0; index < FILLS; index++)
            {
                final long order = portfolio.order(index);
                final int account = PackedOrders.account(order);
                final int instrument = PackedOrders.instrument(order);
                final int side = RandomPortfolio.side(order, index);
                final int quantity = PackedOrders.quantity(order);
                assertThat(risk.onFill(account, instrument, side, PackedOrders.PRICE_E4, quantity)).isZero();
                byHand.fill(account, instrument, side, quantity);
                inDoubles.fill(account, instrument, side, quantity);
                assertSame(method, byHand, inDoubles, account);
            }
            for (int account = 0; account < PackedOrders.ACCOUNTS; account++)
            {
                risk.revalue(account);
                byHand.revalue(account);
                inDoubles.revalue(account);
                assertSame(method, byHand, inDoubles, account);
            }
        }
    }

    private static void assertSame(
        final HistoricalVar method, final VarByHand byHand, final VarInDoubles inDoubles, final int account)
    {
        final long oursE4 = method.valueAtRiskE4(account, RandomPortfolio.CONFIDENCE_PPM);
        assertThat(byHand.valueAtRiskE4(account)).isEqualTo(oursE4);
        // Rounded up, and what is left of what was added and taken away.
        assertThat(inDoubles.valueAtRisk(account) * 1e4).isCloseTo((double)oursE4, within(2 + Math.abs(oursE4) * 1e-9));
    }

    @Test
    void shouldSellInOneRoundWhatItBoughtInTheOneBefore()
    {
        final RandomPortfolio portfolio = new RandomPortfolio();
        final int round = 1 << 18;

        assertThat(portfolio.order(round + 7)).isEqualTo(portfolio.order(7));
        assertThat(RandomPortfolio.side(portfolio.order(7), round + 7))
            .isNotEqualTo(RandomPortfolio.side(portfolio.order(7), 7));
    }
}
