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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.pretrade.Side;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenOrdersTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final OpenOrders orders = new OpenOrders(arena, 4);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldReserveTheLargerOfBothWhileAReplaceIsUnderWay()
    {
        final int record = orders.add(1, 7, Side.BUY, 100, 50);

        orders.replaceUnderWay(record, 2, 90, 80);

        assertThat(orders.find(1)).isEqualTo(record);
        assertThat(orders.find(2)).isEqualTo(record);
        assertThat(orders.reservedPriceE4(record)).isEqualTo(100);
        assertThat(orders.reservedQuantity(record)).isEqualTo(80);
    }

    @Test
    void shouldStandForTheNewOrderOnceItIsReplaced()
    {
        final int record = orders.add(1, 7, Side.BUY, 100, 50);
        orders.replaceUnderWay(record, 2, 90, 80);

        orders.replaced(record, 60);

        assertThat(orders.find(1)).isEqualTo(OpenOrders.NONE);
        assertThat(orders.liveRef(record)).isEqualTo(2);
        assertThat(orders.livePriceE4(record)).isEqualTo(90);
        assertThat(orders.openQuantity(record)).isEqualTo(60);
        assertThat(orders.reservedQuantity(record)).isEqualTo(60);
        assertThat(orders.isReplaceUnderWay(record)).isFalse();
    }

    @Test
    void shouldStandAsBeforeWhereTheReplaceIsRefused()
    {
        final int record = orders.add(1, 7, Side.SELL, 100, 50);
        orders.replaceUnderWay(record, 2, 120, 80);
        orders.reduce(record, 20);

        orders.replaceRefused(record);

        assertThat(orders.find(2)).isEqualTo(OpenOrders.NONE);
        assertThat(orders.find(1)).isEqualTo(record);
        assertThat(orders.reservedPriceE4(record)).isEqualTo(100);
        assertThat(orders.reservedQuantity(record)).isEqualTo(30);
    }

    @Test
    void shouldAwaitTheAnswerToAReplaceOfAnOrderThatEnded()
    {
        final int record = orders.add(1, 7, Side.SELL, 100, 50);
        orders.replaceUnderWay(record, 2, 120, 80);

        orders.endBeforeReplace(record);

        assertThat(orders.find(1)).isEqualTo(OpenOrders.NONE);
        assertThat(orders.find(2)).isEqualTo(record);
        assertThat(orders.isEnded(record)).isTrue();
        assertThat(orders.reservedQuantity(record)).isZero();

        orders.remove(record);

        assertThat(orders.find(2)).isEqualTo(OpenOrders.NONE);
    }

    @Test
    void shouldSayThatItIsFullAndTakeRecordsBack()
    {
        for (int ref = 1; ref <= 4; ref++)
        {
            assertThat(orders.add(ref, 0, Side.BUY, 1, 1)).isNotEqualTo(OpenOrders.NONE);
        }
        assertThat(orders.add(5, 0, Side.BUY, 1, 1)).isEqualTo(OpenOrders.NONE);

        orders.remove(orders.find(3));

        assertThat(orders.add(5, 0, Side.BUY, 1, 1)).isNotEqualTo(OpenOrders.NONE);
        assertThat(orders.find(5)).isNotEqualTo(OpenOrders.NONE);
    }

    @Test
    void shouldHoldWhatAPlainMapHolds()
    {
        final long seed = 31L;
        final SplittableRandom random = new SplittableRandom(seed);
        final OpenOrders many = new OpenOrders(arena, 256);
        final Map<Integer, Integer> quantities = new HashMap<>();
        int nextRef = 1;
        for (int i = 0; i < 20_000; i++)
        {
            if (quantities.size() < 256 && random.nextBoolean())
            {
                final int quantity = 1 + random.nextInt(1_000);
                assertThat(many.add(nextRef, i % 9, Side.BUY, i, quantity)).isNotEqualTo(OpenOrders.NONE);
                quantities.put(nextRef++, quantity);
            }
            else if (!quantities.isEmpty())
            {
                final int ref = quantities.keySet().iterator().next();
                many.remove(many.find(ref));
                quantities.remove(ref);
            }
        }
        for (int ref = 1; ref < nextRef; ref++)
        {
            final int record = many.find(ref);
            assertThat(record == OpenOrders.NONE ? null : many.openQuantity(record))
                .as("seed %s, order %s", seed, ref).isEqualTo(quantities.get(ref));
        }
    }
}
