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

import io.packetflow.risk.pretrade.Side;

/** Orders to check, each packed into one long, so that the caches are left to the tables. */
final class PackedOrders
{
    static final int INSTRUMENTS = 5_000;
    static final int ACCOUNTS = 50;
    static final long PRICE_E4 = 1_000_000;

    private static final int COUNT = 1 << 18;
    private static final int MASK = COUNT - 1;
    private static final int MAX_QUANTITY = 1_000;
    private static final int MAX_AWAY = 30_000;
    private static final int ACCOUNT_SHIFT = 16;
    private static final int SIDE_SHIFT = 24;
    private static final int QUANTITY_SHIFT = 32;
    private static final int AWAY_SHIFT = 48;
    private static final int[] SIDES = {Side.BUY, Side.SELL, Side.SELL_SHORT};

    private final long[] orders = new long[COUNT];

    PackedOrders(final SplittableRandom random)
    {
        final Zipf instruments = new Zipf(INSTRUMENTS, random);
        final Zipf accounts = new Zipf(ACCOUNTS, random);
        for (int i = 0; i < COUNT; i++)
        {
            orders[i] = instruments.draw() | (long)accounts.draw() << ACCOUNT_SHIFT |
                (long)SIDES[random.nextInt(SIDES.length)] << SIDE_SHIFT |
                (long)random.nextInt(1, MAX_QUANTITY) << QUANTITY_SHIFT |
                (long)random.nextInt(1, MAX_AWAY) << AWAY_SHIFT;
        }
    }

    long at(final int index)
    {
        return orders[index & MASK];
    }

    static int instrument(final long order)
    {
        return (int)order & 0xFFFF;
    }

    static int account(final long order)
    {
        return (int)(order >>> ACCOUNT_SHIFT) & 0xFF;
    }

    static int side(final long order)
    {
        return (int)(order >>> SIDE_SHIFT) & 0xFF;
    }

    static int quantity(final long order)
    {
        return (int)(order >>> QUANTITY_SHIFT) & 0xFFFF;
    }

    /** Buys lie below the sells, so that own orders never cross. */
    static long priceE4(final long order)
    {
        final long away = order >>> AWAY_SHIFT;
        return PRICE_E4 + ((-((order >>> SIDE_SHIFT) & 1) & (2 * away)) - away);
    }
}
