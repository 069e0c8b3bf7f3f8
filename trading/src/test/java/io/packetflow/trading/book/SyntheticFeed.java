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
package io.packetflow.trading.book;

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;

/**
 * A plain stream of framed order messages for measurements and tests: a build-up to a number of live orders, then a
 * steady state around it. References ascend by one without gaps, orders leave in random order (some young, the rest of
 * any age), prices lie geometrically around a middle that stays: unfriendly to caches, not meant to be a market.
 */
final class SyntheticFeed
{
    private static final int MAX_FRAME = 42;

    final Slab slab;
    final int buildUpCount;
    final int messageCount;
    final long steadyOffset;
    final long length;

    private final SplittableRandom random;
    private final int symbols;
    private final double youngShare;
    private final long[] references;
    private final int[] locates;
    private final int[] shares;
    private final char[] sides;
    private final long[] middles;
    private int live;
    private long nextReference = 1;
    private long position;
    private long timeNanos = 34_200_000_000_000L;

    SyntheticFeed(
        final Arena arena,
        final int symbols,
        final int liveOrders,
        final int steadyMessages,
        final double youngShare,
        final long seed)
    {
        this.symbols = symbols;
        this.youngShare = youngShare;
        this.random = new SplittableRandom(seed);
        this.references = new long[liveOrders * 2];
        this.locates = new int[liveOrders * 2];
        this.shares = new int[liveOrders * 2];
        this.sides = new char[liveOrders * 2];
        this.middles = new long[symbols];
        for (int i = 0; i < symbols; i++)
        {
            middles[i] = random.nextInt(10, 500) * 10_000L;
        }
        this.slab = arena.allocate((liveOrders + (long)steadyMessages) * MAX_FRAME, 64);
        while (live < liveOrders)
        {
            add();
        }
        this.buildUpCount = liveOrders;
        this.steadyOffset = position;
        for (int i = 0; i < steadyMessages; i++)
        {
            steady(liveOrders);
        }
        this.messageCount = liveOrders + steadyMessages;
        this.length = position;
    }

    private void steady(final int target)
    {
        final int dice = random.nextInt(1000);
        if (dice < 470 + (live < target ? 20 : -20))
        {
            add();
        }
        else if (dice < 900)
        {
            delete();
        }
        else if (dice < 975)
        {
            execute();
        }
        else
        {
            replace();
        }
    }

    private int pick()
    {
        if (random.nextDouble() < youngShare)
        {
            return live - 1 - random.nextInt(Math.min(live, 4 * symbols));
        }
        return random.nextInt(live);
    }

    private void forget(final int index)
    {
        live--;
        references[index] = references[live];
        locates[index] = locates[live];
        shares[index] = shares[live];
        sides[index] = sides[live];
    }

    private long price(final int locate, final char side)
    {
        int ticks = 1;
        while (random.nextInt(4) != 0 && ticks < 200)
        {
            ticks++;
        }
        final long middle = middles[locate - 1];
        return side == 'B' ? middle - ticks * 100L : middle + ticks * 100L;
    }

    private void add()
    {
        final double u = random.nextDouble();
        final int locate = 1 + (int)(u * u * symbols);
        final char side = random.nextBoolean() ? 'B' : 'S';
        references[live] = nextReference++;
        locates[live] = locate;
        sides[live] = side;
        shares[live] = 100 * random.nextInt(1, 6);
        final long at = header(ItchLayout.ADD_ORDER, locate);
        ItchEncoder.addOrder(
            slab, at, references[live], side, shares[live], ItchSymbol.pack("S" + locate), price(locate, side));
        live++;
    }

    private void delete()
    {
        final int index = pick();
        ItchEncoder.orderDelete(slab, header(ItchLayout.ORDER_DELETE, locates[index]), references[index]);
        forget(index);
    }

    private void execute()
    {
        final int index = pick();
        final int executed = random.nextInt(3) == 0 ? shares[index] : Math.min(100, shares[index]);
        final long at = header(ItchLayout.ORDER_EXECUTED, locates[index]);
        ItchEncoder.orderExecuted(slab, at, references[index], executed, position);
        shares[index] -= executed;
        if (shares[index] == 0)
        {
            forget(index);
        }
    }

    private void replace()
    {
        final int index = pick();
        final int locate = locates[index];
        final long at = header(ItchLayout.ORDER_REPLACE, locate);
        shares[index] = 100 * random.nextInt(1, 6);
        ItchEncoder.orderReplace(
            slab, at, references[index], nextReference, shares[index], price(locate, sides[index]));
        references[index] = nextReference++;
    }

    private long header(final char type, final int locate)
    {
        final int length = ItchLayout.expectedLength(type);
        slab.putShortBigEndian(position, length);
        final long at = position + 2;
        position = at + length;
        timeNanos += random.nextInt(2000);
        ItchEncoder.header(slab, at, type, locate, 0, timeNanos);
        return at;
    }
}
