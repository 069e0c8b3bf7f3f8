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

import java.util.Arrays;
import java.util.SplittableRandom;

import io.packetflow.risk.pretrade.Side;

import org.junit.jupiter.api.Test;

class PackedOrdersTest
{
    private static final int DRAWS = 200_000;

    @Test
    void shouldDrawFewOftenAndMostSeldom()
    {
        final Zipf zipf = new Zipf(PackedOrders.INSTRUMENTS, new SplittableRandom(1));
        final int[] counts = new int[PackedOrders.INSTRUMENTS];
        for (int i = 0; i < DRAWS; i++)
        {
            counts[zipf.draw()]++;
        }
        Arrays.sort(counts);

        final double first = counts[counts.length - 1] / (double)DRAWS;
        final double second = counts[counts.length - 2] / (double)DRAWS;

        // The harmonic number of 5 000 is 9.09: rank 1 has a share of 1 in 9.09, rank 2 half of that.
        assertThat(first).isBetween(0.105, 0.115);
        assertThat(second).isBetween(0.050, 0.060);
        assertThat(counts[counts.length / 2]).isLessThan(20);
    }

    @Test
    void shouldUnpackWhatCanBeChecked()
    {
        final PackedOrders orders = new PackedOrders(new SplittableRandom(42));
        for (int i = 0; i < DRAWS; i++)
        {
            final long order = orders.at(i);
            final int side = PackedOrders.side(order);
            assertThat(PackedOrders.instrument(order)).isBetween(0, PackedOrders.INSTRUMENTS - 1);
            assertThat(PackedOrders.account(order)).isBetween(0, PackedOrders.ACCOUNTS - 1);
            assertThat(PackedOrders.quantity(order)).isBetween(1, 999);
            assertThat(side).isIn(Side.BUY, Side.SELL, Side.SELL_SHORT);
            if (side == Side.BUY)
            {
                assertThat(PackedOrders.priceE4(order)).isLessThan(PackedOrders.PRICE_E4);
            }
            else
            {
                assertThat(PackedOrders.priceE4(order)).isGreaterThan(PackedOrders.PRICE_E4);
            }
        }
    }
}
