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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.number.CheckedLong;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.position.PositionTable;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortfolioRiskTest
{
    private static final int BUY = 0;
    private static final int SELL = 1;
    private static final int SELL_SHORT = 3;

    private final Arena arena = new Arena(HugePages.OFF);
    private final ExposureTable exposures = new ExposureTable(arena, 2, 3);
    private final HistoricalVar method = new HistoricalVar(arena, exposures, 2);
    private final PortfolioRisk risk = new PortfolioRisk(exposures, method);

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldValueAPositionAtTheFillsPriceUntilThereIsAnother()
    {
        risk.onFill(0, 1, BUY, 10_0000, 100);
        assertThat(exposures.exposureE2(0, 1)).isEqualTo(1_000_00);

        risk.onFill(0, 1, BUY, 12_0000, 100);
        assertThat(exposures.exposureE2(0, 1)).isEqualTo(2_000_00);

        risk.onPrice(1, 12_0000);
        assertThat(exposures.exposureE2(0, 1)).isEqualTo(2_400_00);
        assertThat(exposures.priceE4(1)).isEqualTo(12_0000);
    }

    @Test
    void shouldChangeAllAccountsWithAPrice()
    {
        method.returns(2, new int[] {-100_000, 50_000});
        risk.onFill(0, 2, BUY, 10_0000, 10);
        risk.onFill(1, 2, SELL_SHORT, 10_0000, 20);

        assertThat(risk.onPrice(2, 20_0000)).isEqualTo(PortfolioRisk.BOOKED);

        assertThat(exposures.exposureE2(0, 2)).isEqualTo(200_00);
        assertThat(exposures.exposureE2(1, 2)).isEqualTo(-400_00);
        assertThat(method.profitE8(0, 0)).isEqualTo(-20_0000_0000L);
        assertThat(method.profitE8(1, 0)).isEqualTo(40_0000_0000L);
        assertThat(method.profitE8(1, 1)).isEqualTo(-20_0000_0000L);
    }

    @Test
    void shouldRoundAnExposureToTheNearestHundredthHalvesAwayFromZero()
    {
        assertThat(ExposureTable.worthE2(1, 1_0049)).isEqualTo(100);
        assertThat(ExposureTable.worthE2(1, 1_0050)).isEqualTo(101);
        assertThat(ExposureTable.worthE2(-1, 1_0049)).isEqualTo(-100);
        assertThat(ExposureTable.worthE2(-1, 1_0050)).isEqualTo(-101);
        assertThat(ExposureTable.worthE2(Integer.MAX_VALUE, Ranges.MAX_PRICE_E4)).isEqualTo(CheckedLong.NONE);
    }

    @Test
    void shouldRefuseNonsenseAndOverflowAndChangeNothing()
    {
        risk.onFill(0, 0, BUY, 1, Integer.MAX_VALUE);
        final long before = risk.stateHash();

        assertThat(risk.onFill(2, 0, BUY, 1, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(-1, 0, BUY, 1, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 3, BUY, 1, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, BUY, 0, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, BUY, Ranges.MAX_PRICE_E4 + 1, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, BUY, 1, 0)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, BUY, 1, Integer.MIN_VALUE)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, 2, 1, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onPrice(3, 1)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onPrice(0, 0)).isEqualTo(PortfolioRisk.NONSENSE);
        assertThat(risk.onFill(0, 0, BUY, 1, 1)).isEqualTo(PortfolioRisk.OVERFLOW);
        assertThat(risk.onPrice(0, Ranges.MAX_PRICE_E4)).isEqualTo(PortfolioRisk.OVERFLOW);
        assertThat(risk.onFill(0, 1, BUY, Ranges.MAX_PRICE_E4, Integer.MAX_VALUE)).isEqualTo(PortfolioRisk.OVERFLOW);
        assertThat(risk.refusedCount()).isEqualTo(13);
        assertThat(risk.stateHash()).isEqualTo(before);
        assertThatThrownBy(() -> risk.revalue(2)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("an account is one of the table: account=2 accountCount=2");
    }

    @Test
    void shouldChangeNoAccountWithAPriceThatDoesNotFitOne()
    {
        method.returns(0, new int[] {-1_000_000, 0});
        risk.onFill(0, 0, BUY, 1_0000, 100);
        risk.onFill(1, 0, BUY, 1_0000, 2_000_000_000);
        final long before = risk.stateHash();

        // 2 000 000 000 at 24 are 48 billion.
        assertThat(risk.onPrice(0, 24_0000)).isEqualTo(PortfolioRisk.OVERFLOW);

        assertThat(risk.stateHash()).isEqualTo(before);
        assertThat(risk.onPrice(0, 23_0000)).isEqualTo(PortfolioRisk.BOOKED);
    }

    @Test
    void shouldHoldThePositionsThatATableOfPositionsHolds()
    {
        final PositionTable positions = new PositionTable(arena, 2, 3);
        final SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 1_000; i++)
        {
            final int account = random.nextInt(2);
            final int instrument = random.nextInt(3);
            final int side = random.nextBoolean() ? SELL : BUY;
            final int quantity = 1 + random.nextInt(1_000);
            assertThat(risk.onFill(account, instrument, side, 5_0000, quantity))
                .isEqualTo(positions.onFill(account, instrument, side, 5_0000, quantity));
            assertThat(exposures.position(account, instrument)).isEqualTo(positions.position(account, instrument));
        }
    }

    @Test
    void shouldRefuseTablesOfNoSize()
    {
        assertThatThrownBy(() -> new ExposureTable(arena, 0, 3)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("accounts and instruments number 1 to 1048576 and their pairs up to 67108864: " +
                "accountCount=0 instrumentCount=3");
    }
}
