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

import io.packetflow.risk.limit.Ranges;
import java.util.SplittableRandom;

/** Fills and prices at random, nonsense and what does not fit among them; the seed says which. */
final class RandomDay
{
    private static final int[] SIDES = {0, 1, 3};

    private final SplittableRandom random;
    private final boolean isSane;

    RandomDay(final long seed)
    {
        this(seed, false);
    }

    RandomDay(final long seed, final boolean isSane)
    {
        this.random = new SplittableRandom(seed);
        this.isSane = isSane;
    }

    /** Trades; answers a hash of all return codes. */
    long trade(final PortfolioRisk risk, final int steps)
    {
        long answers = 0;
        for (int i = 0; i < steps; i++)
        {
            answers = answers * 31 + step(risk);
        }
        return answers;
    }

    private int step(final PortfolioRisk risk)
    {
        final boolean isOdd = !isSane && random.nextInt(50) == 0;
        final int more = isOdd ? 1 : 0;
        final int instrument = random.nextInt(risk.exposures().instrumentCount() + more);
        final long priceE4 = isOdd ? random.nextLong(Ranges.MAX_PRICE_E4 + 2) : 1 + random.nextLong(5_000_000);
        if (random.nextInt(3) == 0)
        {
            return risk.onPrice(instrument, priceE4);
        }
        final int account = random.nextInt(risk.exposures().accountCount() + more);
        final int quantity = isOdd ? random.nextInt() : 1 + random.nextInt(10_000);
        return risk.onFill(account, instrument, SIDES[random.nextInt(SIDES.length)], priceE4, quantity);
    }

    /** Returns a row of returns as of a day: 2 % to either side mostly, seldom up to 100 %. */
    static int[] returnsE6(final SplittableRandom random, final int count)
    {
        final int[] returns = new int[count];
        for (int i = 0; i < count; i++)
        {
            final int spread = random.nextInt(100) == 0 ? 1_000_000 : 20_000;
            returns[i] = random.nextInt(-spread, spread);
        }
        return returns;
    }
}
