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

import io.packetflow.risk.valuation.DeltaNormalVar;
import io.packetflow.risk.valuation.HistoricalVar;
import io.packetflow.risk.valuation.PortfolioRisk;

/**
 * What value at risk is computed from: returns of a market factor and of each instrument's own, fills, prices. The same
 * numbers each time, for us and for what is written by hand.
 */
final class RandomPortfolio
{
    static final int SCENARIOS = 500;
    static final int FACTORS = 20;
    static final int CONFIDENCE_PPM = 990_000;
    /** The account that holds all instruments. */
    static final int FULL_ACCOUNT = 0;

    private static final int FILLS = 1 << 18;
    private static final int MARKET_E6 = 12_000;
    private static final int OWN_E6 = 20_000;
    private static final int FACTOR_VARIANCE_E12 = 100_000_000;
    private static final int MOVE_E4 = 10_000;

    private final PackedOrders orders = new PackedOrders(new SplittableRandom(42));
    private final int[][] returnsE6 = new int[PackedOrders.INSTRUMENTS][SCENARIOS];

    RandomPortfolio()
    {
        final SplittableRandom random = new SplittableRandom(7);
        final int[] marketE6 = random.ints(SCENARIOS, -MARKET_E6, MARKET_E6 + 1).toArray();
        for (final int[] row : returnsE6)
        {
            for (int scenario = 0; scenario < SCENARIOS; scenario++)
            {
                row[scenario] = marketE6[scenario] + random.nextInt(-OWN_E6, OWN_E6 + 1);
            }
        }
    }

    int[] returnsE6(final int instrument)
    {
        return returnsE6[instrument];
    }

    void fillInto(final HistoricalVar method)
    {
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            method.returns(instrument, returnsE6[instrument]);
        }
    }

    static void fillInto(final DeltaNormalVar method)
    {
        final SplittableRandom random = new SplittableRandom(11);
        final long[][] covariancesE12 = new long[FACTORS][FACTORS];
        for (int factor = 0; factor < FACTORS; factor++)
        {
            covariancesE12[factor][factor] = FACTOR_VARIANCE_E12;
        }
        method.covariances(covariancesE12);
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            method.loadings(instrument, random.ints(FACTORS, -1_000_000, 1_000_000).toArray(), OWN_E6);
        }
    }

    /** Buys something of each instrument for one account. */
    static void buyAll(final PortfolioRisk risk)
    {
        for (int instrument = 0; instrument < PackedOrders.INSTRUMENTS; instrument++)
        {
            risk.onFill(FULL_ACCOUNT, instrument, 0, PackedOrders.PRICE_E4, quantity(instrument));
        }
    }

    static int quantity(final int instrument)
    {
        return 100 + instrument % 900;
    }

    long order(final int index)
    {
        return orders.at(index);
    }

    /** The side of an order at an index: what one round over all orders buys the next one sells. */
    static int side(final long order, final int index)
    {
        return (PackedOrders.side(order) ^ (index / FILLS)) & 1;
    }

    /** A price at an index, each time another one. */
    static long priceE4(final int index)
    {
        return PackedOrders.PRICE_E4 + index % MOVE_E4;
    }
}
