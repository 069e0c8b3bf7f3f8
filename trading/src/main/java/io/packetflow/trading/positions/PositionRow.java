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
package io.packetflow.trading.positions;

import java.util.Optional;

import io.packetflow.trading.feed.itch.ItchSymbol;

/**
 * Cold path. What an account holds of an instrument, as the engine's risk manager has it. Words: 2 (the kind), then the
 * components in their order, the symbol as eight characters in one word.
 *
 * @param account index
 * @param locate of the instrument
 * @param symbol of the instrument, as the feed packs it, 0 if the feed has not named it
 * @param position shares held, short ones negative
 * @param costE4 what the position was bought for, four decimals, negative for a short one
 * @param realisedE4 profit of what was closed, four decimals
 * @param fills how many were booked
 * @param openBuyQuantity shares of live orders that buy
 * @param openSellQuantity shares of live orders that sell
 * @param referencePriceE4 middle of the last inside that had two sides, four decimals, 0 if there was none
 */
public record PositionRow(
    int account,
    int locate,
    long symbol,
    long position,
    long costE4,
    long realisedE4,
    long fills,
    long openBuyQuantity,
    long openSellQuantity,
    long referencePriceE4)
{
    private static final int KIND = 2;

    /** Returns the words of the row. */
    public long[] words()
    {
        return new long[]{KIND, account, locate, symbol, position, costE4, realisedE4, fills, openBuyQuantity,
            openSellQuantity, referencePriceE4};
    }

    /**
     * Returns the row that words are.
     *
     * @param words of a row
     * @return the row, empty if they are of another kind
     */
    public static Optional<PositionRow> of(final long[] words)
    {
        return words[0] != KIND ? Optional.empty() : Optional.of(new PositionRow((int)words[1], (int)words[2],
            words[3], words[4], words[5], words[6], words[7], words[8], words[9], words[10]));
    }

    /** Returns the symbol's characters, {@code #locate} where the feed has not named it. */
    public String symbolText()
    {
        return symbol == 0 ? "#" + locate : ItchSymbol.unpack(symbol);
    }

    /** Returns cash and position together at the reference price: all that the fills have earned, four decimals. */
    public long worthE4()
    {
        return realisedE4 - costE4 + position * referencePriceE4;
    }

    /** Returns whether there was ever anything to tell. */
    public boolean isTouched()
    {
        return fills != 0 || openBuyQuantity != 0 || openSellQuantity != 0;
    }
}
