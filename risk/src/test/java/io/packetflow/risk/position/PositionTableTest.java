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
package io.packetflow.risk.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.Ranges;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionTableTest
{
    private static final int BUY = 0;
    private static final int SELL = 1;

    private final Arena arena = new Arena(HugePages.OFF);
    private final PositionTable table = new PositionTable(arena, 2, 3);

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldRealiseProfitAtAverageCost()
    {
        table.onFill(1, 2, BUY, 100_0000, 100);
        table.onFill(1, 2, BUY, 110_0000, 100);
        table.onFill(1, 2, SELL, 120_0000, 50);
        table.mark(2, 101_0000);

        assertThat(table.position(1, 2)).isEqualTo(150);
        assertThat(table.averagePriceE4(1, 2)).isEqualTo(105_0000);
        assertThat(table.realisedE4(1, 2)).isEqualTo(50 * 15_0000);
        assertThat(table.unrealisedE4(1, 2)).isEqualTo(-150 * 4_0000);
        assertThat(table.fillCount(1, 2)).isEqualTo(3);
        assertThat(table.position(1, 1)).isZero();
    }

    @Test
    void shouldCloseAndOpenWhereAFillCrossesZero()
    {
        table.onFill(0, 0, SELL, 50_0000, 40);
        table.onFill(0, 0, BUY, 45_0000, 100);

        assertThat(table.position(0, 0)).isEqualTo(60);
        assertThat(table.costE4(0, 0)).isEqualTo(60 * 45_0000);
        assertThat(table.realisedE4(0, 0)).isEqualTo(40 * 5_0000);
    }

    @Test
    void shouldAgreeWithBigIntegersOnRandomFills()
    {
        for (int run = 0; run < 40; run++)
        {
            final long seed = 0xF111_0000L + run;
            final SplittableRandom random = new SplittableRandom(seed);
            final PositionTable fresh = new PositionTable(arena, 1, 1);
            final Model model = new Model();
            final long maxPrice = run % 4 == 0 ? Ranges.MAX_PRICE_E4 : 5_000_000;
            final int maxQuantity = run % 3 == 0 ? Integer.MAX_VALUE : 500;
            for (int fill = 0; fill < 2_000; fill++)
            {
                final String where = "seed=" + seed + " fill=" + fill;
                final int side = random.nextInt(5) == 0 ? 3 : random.nextInt(2);
                final long priceE4 = 1 + random.nextLong(maxPrice);
                final int quantity = 1 + random.nextInt(maxQuantity);

                assertThat(fresh.onFill(0, 0, side, priceE4, quantity)).as(where)
                    .isEqualTo(model.onFill((side & 1) == 0 ? quantity : -(long)quantity, priceE4));
                assertThat(fresh.position(0, 0)).as(where).isEqualTo(model.position.longValueExact());
                assertThat(fresh.costE4(0, 0)).as(where).isEqualTo(model.cost.longValueExact());
                assertThat(fresh.realisedE4(0, 0)).as(where).isEqualTo(model.realised.longValueExact());
                assertThat(BigInteger.valueOf(fresh.realisedE4(0, 0) - fresh.costE4(0, 0))).as(where)
                    .isEqualTo(model.cash);
            }
        }
    }

    @Test
    void shouldRefuseNonsenseAndOverflowAndChangeNothing()
    {
        table.onFill(0, 0, BUY, 1, Integer.MAX_VALUE);
        final long before = table.stateHash();

        assertThat(table.onFill(2, 0, BUY, 1, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 3, BUY, 1, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, 0, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, Long.MIN_VALUE, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, Ranges.MAX_PRICE_E4 + 1, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, 1, 0)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, 1, Integer.MIN_VALUE)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, 2, 1, 1)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.mark(0, 0)).isEqualTo(PositionTable.NONSENSE);
        assertThat(table.onFill(0, 0, BUY, 1, 1)).isEqualTo(PositionTable.OVERFLOW);
        assertThat(table.onFill(0, 1, BUY, Ranges.MAX_PRICE_E4, Integer.MAX_VALUE)).isEqualTo(PositionTable.OVERFLOW);
        assertThat(table.refusedCount()).isEqualTo(11);
        assertThat(table.stateHash()).isEqualTo(before);
    }

    @Test
    void shouldHashByContentNotBySizeOrOrder()
    {
        final PositionTable larger = new PositionTable(arena, 5, 50);
        assertThat(table.stateHash()).isZero();
        table.onFill(0, 1, BUY, 10, 5);
        table.onFill(1, 0, SELL, 20, 6);
        larger.onFill(1, 0, SELL, 20, 6);
        larger.onFill(0, 1, BUY, 10, 5);
        larger.mark(0, 99);

        assertThat(larger.stateHash()).isEqualTo(table.stateHash());
        larger.onFill(0, 1, BUY, 10, 1);
        assertThat(larger.stateHash()).isNotEqualTo(table.stateHash());

        final PositionTable swapped = new PositionTable(arena, 2, 3);
        swapped.onFill(1, 0, BUY, 10, 5);
        swapped.onFill(0, 1, SELL, 20, 6);
        assertThat(swapped.stateHash()).isNotEqualTo(table.stateHash());
    }

    /** Average cost in big integers, with the range checks of the table. */
    private static final class Model
    {
        private static final BigInteger MAX_MONEY = BigInteger.ONE.shiftLeft(61);

        private BigInteger position = BigInteger.ZERO;
        private BigInteger cost = BigInteger.ZERO;
        private BigInteger realised = BigInteger.ZERO;
        private BigInteger cash = BigInteger.ZERO;

        int onFill(final long bought, final long priceE4)
        {
            final BigInteger price = BigInteger.valueOf(priceE4);
            final BigInteger fill = BigInteger.valueOf(bought);
            final BigInteger after = position.add(fill);
            final boolean reduces = position.signum() * fill.signum() < 0;
            final BigInteger closed = reduces ? fill.abs().min(position.abs()) : BigInteger.ZERO;
            final BigInteger closedSigned = closed.multiply(BigInteger.valueOf(position.signum()));
            final BigInteger closedCost = closed.signum() == 0 ? BigInteger.ZERO :
                cost.multiply(closed).divide(position.abs());
            final BigInteger opened = fill.add(closedSigned);
            final BigInteger newCost = cost.subtract(closedCost).add(opened.multiply(price));
            final BigInteger newRealised = realised.add(closedSigned.multiply(price)).subtract(closedCost);
            if (after.bitLength() > 31 || tooMuch(opened.multiply(price)) ||
                tooMuch(closedSigned.multiply(price)) || tooMuch(newCost) || tooMuch(newRealised))
            {
                return PositionTable.OVERFLOW;
            }
            position = after;
            cost = newCost;
            realised = newRealised;
            cash = cash.subtract(fill.multiply(price));
            return PositionTable.BOOKED;
        }

        private static boolean tooMuch(final BigInteger amount)
        {
            return amount.abs().compareTo(MAX_MONEY) > 0;
        }
    }
}
