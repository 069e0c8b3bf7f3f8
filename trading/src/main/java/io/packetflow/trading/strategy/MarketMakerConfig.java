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
package io.packetflow.trading.strategy;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. What a {@link MarketMaker} is asked to do. A tick is $0.01 at and above $1 and $0.0001 below.
 *
 * @param symbols number of stock locates, 1 to 65 536; locates 0 to {@code symbols - 1} are quoted
 * @param lotQuantity shares of every quote, 1 to 1 000 000
 * @param edgeTicks distance of a quote from the inside of its own side, away from the market, 0 to 1 000; 0 joins it
 * @param skewQuantity shares of position that move both quotes by one tick against it, 1 or more
 * @param maxSkewTicks the furthest that a position moves the quotes, 0 to 100
 * @param maxPosition shares; a side stops where one more lot would lead beyond it; at least one lot, at most 100 000
 *     000
 * @param hysteresisTicks how far the wanted price must be from the working one before the order is replaced, 1 to 100
 */
public record MarketMakerConfig(
    int symbols,
    int lotQuantity,
    int edgeTicks,
    int skewQuantity,
    int maxSkewTicks,
    int maxPosition,
    int hysteresisTicks)
{
    /** Most symbols that a locate, 16 bits on the wire, can name. */
    public static final int MAX_SYMBOLS = 65_536;

    private static final int MAX_LOT = 1_000_000;
    private static final int MAX_EDGE_TICKS = 1_000;
    private static final int MAX_TICKS = 100;
    private static final int MAX_POSITION = 100_000_000;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public MarketMakerConfig
    {
        final List<String> errors = new ArrayList<>();
        range(errors, "symbols", symbols, 1, MAX_SYMBOLS);
        range(errors, "lotQuantity", lotQuantity, 1, MAX_LOT);
        range(errors, "edgeTicks", edgeTicks, 0, MAX_EDGE_TICKS);
        range(errors, "skewQuantity", skewQuantity, 1, Integer.MAX_VALUE);
        range(errors, "maxSkewTicks", maxSkewTicks, 0, MAX_TICKS);
        range(errors, "maxPosition", maxPosition, 1, MAX_POSITION);
        range(errors, "hysteresisTicks", hysteresisTicks, 1, MAX_TICKS);
        if (maxPosition < lotQuantity)
        {
            errors.add("maxPosition holds at least one lot: maxPosition=" + maxPosition +
                " lotQuantity=" + lotQuantity);
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("market maker: " + String.join("; ", errors));
        }
    }

    /**
     * A market maker that joins the inside with 100 shares, leans a tick for every 200 shares of position, and holds at
     * most 1 000.
     *
     * @param symbols number of stock locates
     * @return the parameters
     */
    public static MarketMakerConfig defaults(final int symbols)
    {
        return new MarketMakerConfig(symbols, 100, 0, 200, 5, 1_000, 1);
    }

    private static void range(
        final List<String> errors, final String name, final int value, final int least, final int most)
    {
        if (value < least || value > most)
        {
            errors.add(name + " is " + least + " to " + most + ": " + name + "=" + value);
        }
    }
}
