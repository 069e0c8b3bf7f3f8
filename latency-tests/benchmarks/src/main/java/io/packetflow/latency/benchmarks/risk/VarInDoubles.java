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
 * Value at risk in doubles, as it is mostly written: the compiler turns its loops into vectors, but it takes twice the
 * memory, and what is added and taken away again leaves a rest. Its answer is compared with ours to some digits.
 */
final class VarInDoubles
{
    private static final double PRICE = PackedOrders.PRICE_E4 / 1e4;

    private final double[] returns;
    private final double[][] profits;
    private final long[][] positions;
    private final double[] prices = new double[PackedOrders.INSTRUMENTS];
    private final double[] sorted = new double[RandomPortfolio.SCENARIOS];

    VarInDoubles(final RandomPortfolio portfolio)
    {
        returns = new double[PackedOrders.INSTRUMENTS * RandomPortfolio.SCENARIOS];
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            final int[] rowE6 = portfolio.returnsE6(instrument);
            for (int scenario = 0; scenario < RandomPortfolio.SCENARIOS; scenario++)
            {
                returns[instrument * RandomPortfolio.SCENARIOS + scenario] = rowE6[scenario] / 1e6;
            }
        }
        profits = new double[PackedOrders.ACCOUNTS][RandomPortfolio.SCENARIOS];
        positions = new long[PackedOrders.ACCOUNTS][PackedOrders.INSTRUMENTS];
        Arrays.fill(prices, PRICE);
    }

    void fill(final int account, final int instrument, final int side, final int quantity)
    {
        final long bought = (side & 1) == 0 ? quantity : -quantity;
        positions[account][instrument] += bought;
        add(profits[account], instrument, bought * prices[instrument]);
    }

    void revalue(final int account)
    {
        Arrays.fill(profits[account], 0);
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            add(profits[account], instrument, positions[account][instrument] * prices[instrument]);
        }
    }

    private void add(final double[] sums, final int instrument, final double exposure)
    {
        final int from = instrument * RandomPortfolio.SCENARIOS;
        for (int scenario = 0; scenario < RandomPortfolio.SCENARIOS; scenario++)
        {
            sums[scenario] += exposure * returns[from + scenario];
        }
    }

    double valueAtRisk(final int account)
    {
        System.arraycopy(profits[account], 0, sorted, 0, sorted.length);
        final int rank = (int)((long)sorted.length * (1_000_000 - RandomPortfolio.CONFIDENCE_PPM) / 1_000_000);
        return -select(rank);
    }

    /** Hoare's FIND, with the number in the middle as pivot. */
    private double select(final int rank)
    {
        int first = 0;
        int last = sorted.length - 1;
        while (first < last)
        {
            final double pivot = sorted[(first + last) >>> 1];
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
                    final double held = sorted[up];
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
