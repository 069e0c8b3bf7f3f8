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

import java.util.Arrays;

/**
 * Value at risk by hand: the same integers as ours in plain arrays, without a check of anything, as somebody writes it
 * who knows that all goes well. Rounding is the same, so is the answer.
 */
final class VarByHand
{
    private static final long E4_PER_E2 = 100;
    private static final long E8_PER_E4 = 10_000;

    private final int[] returnsE6;
    private final long[][] profitsE8;
    private final long[][] positions;
    private final long[] pricesE4 = new long[PackedOrders.INSTRUMENTS];
    private final long[] sorted = new long[RandomPortfolio.SCENARIOS];

    VarByHand(final RandomPortfolio portfolio)
    {
        returnsE6 = new int[PackedOrders.INSTRUMENTS * RandomPortfolio.SCENARIOS];
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            System.arraycopy(portfolio.returnsE6(instrument), 0, returnsE6, instrument * RandomPortfolio.SCENARIOS,
                RandomPortfolio.SCENARIOS);
        }
        profitsE8 = new long[PackedOrders.ACCOUNTS][RandomPortfolio.SCENARIOS];
        positions = new long[PackedOrders.ACCOUNTS][PackedOrders.INSTRUMENTS];
        Arrays.fill(pricesE4, PackedOrders.PRICE_E4);
    }

    void fill(final int account, final int instrument, final int side, final int quantity)
    {
        final long before = positions[account][instrument];
        final long after = before + ((side & 1) == 0 ? quantity : -quantity);
        positions[account][instrument] = after;
        add(profitsE8[account], instrument, worthE2(after, instrument) - worthE2(before, instrument));
    }

    void revalue(final int account)
    {
        Arrays.fill(profitsE8[account], 0);
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            add(profitsE8[account], instrument, worthE2(positions[account][instrument], instrument));
        }
    }

    private long worthE2(final long position, final int instrument)
    {
        final long worthE4 = position * pricesE4[instrument];
        final long rest = worthE4 % E4_PER_E2;
        return worthE4 / E4_PER_E2 + rest / (E4_PER_E2 / 2);
    }

    private void add(final long[] sums, final int instrument, final long exposureE2)
    {
        final int from = instrument * RandomPortfolio.SCENARIOS;
        for (int scenario = 0; scenario < RandomPortfolio.SCENARIOS; scenario++)
        {
            sums[scenario] += exposureE2 * returnsE6[from + scenario];
        }
    }

    long valueAtRiskE4(final int account)
    {
        System.arraycopy(profitsE8[account], 0, sorted, 0, sorted.length);
        final int rank = (int)((long)sorted.length * (1_000_000 - RandomPortfolio.CONFIDENCE_PPM) / 1_000_000);
        return -Math.floorDiv(select(rank), E8_PER_E4);
    }

    /** Hoare's FIND, with the number in the middle as pivot. */
    private long select(final int rank)
    {
        int first = 0;
        int last = sorted.length - 1;
        while (first < last)
        {
            final long pivot = sorted[(first + last) >>> 1];
            int up = first;
            int down = last;
            while (up <= down)
            {
                while (sorted[up] < pivot)
                {
                    up++;
                }
                while (sorted[down] > pivot)
                {
                    down--;
                }
                if (up <= down)
                {
                    final long held = sorted[up];
                    sorted[up++] = sorted[down];
                    sorted[down--] = held;
                }
            }
            if (rank > down && rank < up)
            {
                break;
            }
            first = rank >= up ? up : first;
            last = rank <= down ? down : last;
        }
        return sorted[rank];
    }
}
