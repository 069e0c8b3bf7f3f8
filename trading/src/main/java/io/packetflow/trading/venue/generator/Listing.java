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
package io.packetflow.trading.venue.generator;

import io.packetflow.trading.feed.itch.ItchSymbol;

/**
 * Cold path. The stocks of a generated market: symbols, price windows, and how busy each is. Stock {@code i} has locate
 * {@code i + 1}. Activity falls with the rank as Zipf's law says; ranks are dealt at random. Live orders are spread
 * more evenly than activity, as in real books: seven eighths alike, one eighth by activity. Dear stocks have wider
 * spreads.
 */
final class Listing
{
    private static final long TOP_WEIGHT = 1L << 28;
    private static final int LETTERS = 26;
    private static final int SYMBOL_LETTERS = 4;
    private static final int SYMBOL_SPACE = LETTERS * LETTERS * LETTERS * LETTERS;
    // Odd and no multiple of 13, so that multiples of it run through all four-letter words before they repeat.
    private static final int SYMBOL_STEP = 7_919;
    private static final int SYMBOL_START = 12_345;
    private static final int CENT_E4 = 100;
    private static final int SMALL_TICK_E4 = 1;
    private static final int LEAST_SMALL_E4 = 2_000;
    private static final int SMALL_RANGE_E4 = 7_000;
    private static final int LEAST_CENTS = 500;
    private static final int USUAL_RANGE_CENTS = 40_000;
    private static final int DEAR_RANGE_CENTS = 300_000;
    private static final int SPREAD_STEP_E4 = 500_000;
    private static final int MOST_HALF_SPREAD = 6;
    private static final int ROOM_EXTRA = 8;

    private final long[] symbols;
    private final int[] baseE4;
    private final int[] tickE4;
    private final int[] halfSpreads;
    private final int[] byRank;
    private final long[] weights;
    private final int[] targets;

    Listing(final GeneratorConfig config, final RandomSource random)
    {
        final int count = config.symbols();
        symbols = new long[count];
        baseE4 = new int[count];
        tickE4 = new int[count];
        halfSpreads = new int[count];
        byRank = new int[count];
        weights = new long[count];
        targets = new int[count];
        deal(random);
        long total = 0;
        for (int rank = 0; rank < count; rank++)
        {
            weights[byRank[rank]] = TOP_WEIGHT / (rank + 1);
            total += weights[byRank[rank]];
        }
        for (int i = 0; i < count; i++)
        {
            symbols[i] = ItchSymbol.pack(name(i));
            price(i, random);
            final long even = (long)config.liveOrders() * 7 / (8L * count);
            // Weights are at most 2^28 and live orders at most 2^22, so the product fits.
            final long byActivity = config.liveOrders() * weights[i] / (8 * total);
            targets[i] = (int)Math.max(2, even + byActivity);
        }
    }

    int count()
    {
        return symbols.length;
    }

    long symbol(final int index)
    {
        return symbols[index];
    }

    /** Returns the price of a tick of a stock's window, four decimals. */
    int priceE4(final int index, final int tick)
    {
        return baseE4[index] + tick * tickE4[index];
    }

    int tickE4(final int index)
    {
        return tickE4[index];
    }

    /** Returns how far from the middle most orders of a stock keep at least, in ticks. */
    int halfSpread(final int index)
    {
        return halfSpreads[index];
    }

    /** Returns how many live orders a stock shall have. */
    int target(final int index)
    {
        return targets[index];
    }

    /** Returns the stock of a rank, 0 the busiest. */
    int ranked(final int rank)
    {
        return byRank[rank];
    }

    /** Returns a table that draws stocks by their activity. */
    AliasTable activity()
    {
        return new AliasTable(weights);
    }

    /** Returns the most orders that each stock may have. */
    int[] rooms()
    {
        final int[] rooms = new int[targets.length];
        for (int i = 0; i < rooms.length; i++)
        {
            rooms[i] = targets[i] + targets[i] / 4 + ROOM_EXTRA;
        }
        return rooms;
    }

    private void deal(final RandomSource random)
    {
        for (int i = 0; i < byRank.length; i++)
        {
            final int j = random.below(i + 1);
            byRank[i] = byRank[j];
            byRank[j] = i;
        }
    }

    private void price(final int index, final RandomSource random)
    {
        final int draw = random.below(20);
        if (draw == 0)
        {
            tickE4[index] = SMALL_TICK_E4;
            baseE4[index] = LEAST_SMALL_E4 + random.below(SMALL_RANGE_E4);
        }
        else
        {
            tickE4[index] = CENT_E4;
            final int range = draw < 3 ? DEAR_RANGE_CENTS : USUAL_RANGE_CENTS;
            baseE4[index] = (LEAST_CENTS + random.below(range)) * CENT_E4;
            halfSpreads[index] = random.below(2 + Math.min(MOST_HALF_SPREAD, baseE4[index] / SPREAD_STEP_E4));
        }
    }

    private static String name(final int index)
    {
        int word = (int)(((long)index * SYMBOL_STEP + SYMBOL_START) % SYMBOL_SPACE);
        final char[] letters = new char[SYMBOL_LETTERS];
        for (int i = SYMBOL_LETTERS - 1; i >= 0; i--)
        {
            letters[i] = (char)('A' + word % LETTERS);
            word /= LETTERS;
        }
        return new String(letters);
    }
}
