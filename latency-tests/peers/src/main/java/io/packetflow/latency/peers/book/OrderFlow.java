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
package io.packetflow.latency.peers.book;

import java.util.SplittableRandom;

/**
 * Cold path. A deterministic flow of operations on one symbol: about half of them limit orders within ten ticks of the
 * middle, the rest cancels (and in a passive flow reductions), about a thousand orders live. An order that traded may
 * be cancelled later; whoever is asked must answer that there is no such order.
 */
final class OrderFlow
{
    static final byte ADD = 0;
    static final byte CANCEL = 1;
    /** Takes one share away; the order had more than that. */
    static final byte REDUCE = 2;

    private static final int MIDDLE = 100_000;
    private static final int TICKS = 10;
    private static final int MAX_QUANTITY = 100;
    private static final int FEW_LIVE = 800;
    private static final int MANY_LIVE = 1_200;
    private static final int PER_MILLE = 1_000;
    private static final int CANCELS_PER_MILLE = 450;
    private static final int CROSSINGS_PER_MILLE = 100;
    private static final int REDUCTIONS_PER_MILLE = 100;

    private final FlowKind kind;
    private final byte[] types;
    private final int[] references;
    private final boolean[] buys;
    private final int[] prices;
    private final int[] quantities;

    private final int[] live = new int[MANY_LIVE + 1];
    private int[] left;
    private int liveCount;
    private int lastReference;

    OrderFlow(final FlowKind kind, final int operations)
    {
        this.kind = kind;
        types = new byte[operations];
        references = new int[operations];
        buys = new boolean[operations];
        prices = new int[operations];
        quantities = new int[operations];
        left = new int[operations + 1];
        final SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < operations; i++)
        {
            generate(random, i);
        }
        left = new int[0];
    }

    private void generate(final SplittableRandom random, final int index)
    {
        final int dice = random.nextInt(PER_MILLE);
        if (liveCount >= MANY_LIVE || (liveCount > FEW_LIVE && dice < CANCELS_PER_MILLE))
        {
            cancel(random.nextInt(liveCount), index);
        }
        else if (kind == FlowKind.PASSIVE && liveCount > FEW_LIVE && dice >= PER_MILLE - REDUCTIONS_PER_MILLE)
        {
            reduce(random.nextInt(liveCount), index);
        }
        else
        {
            final boolean isCrossing = kind == FlowKind.CROSSING && liveCount > FEW_LIVE &&
                dice >= PER_MILLE - CROSSINGS_PER_MILLE;
            add(random, isCrossing, index);
        }
    }

    private void cancel(final int place, final int index)
    {
        types[index] = CANCEL;
        references[index] = live[place];
        live[place] = live[--liveCount];
    }

    private void reduce(final int place, final int index)
    {
        final int reference = live[place];
        if (left[reference] == 1)
        {
            cancel(place, index);
            return;
        }
        types[index] = REDUCE;
        references[index] = reference;
        left[reference]--;
    }

    private void add(final SplittableRandom random, final boolean isCrossing, final int index)
    {
        final boolean isBuy = random.nextBoolean();
        final int distance = 1 + random.nextInt(TICKS);
        types[index] = ADD;
        references[index] = ++lastReference;
        buys[index] = isBuy;
        prices[index] = isBuy == isCrossing ? MIDDLE + distance : MIDDLE - distance;
        quantities[index] = 1 + random.nextInt(isCrossing ? 2 * MAX_QUANTITY : MAX_QUANTITY);
        left[lastReference] = quantities[index];
        live[liveCount++] = lastReference;
    }

    int operations()
    {
        return types.length;
    }

    byte type(final int index)
    {
        return types[index];
    }

    int reference(final int index)
    {
        return references[index];
    }

    boolean isBuy(final int index)
    {
        return buys[index];
    }

    int price(final int index)
    {
        return prices[index];
    }

    int quantity(final int index)
    {
        return quantities[index];
    }
}
