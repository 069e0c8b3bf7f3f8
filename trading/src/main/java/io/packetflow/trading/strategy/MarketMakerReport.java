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

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Reads the state of a {@link MarketMaker} on its owner's thread, or when it rests: hash, cash, worth.
 */
public final class MarketMakerReport
{
    private static final long MIX_1 = 0xBF58_476D_1CE4_E5B9L;
    private static final long MIX_2 = 0x94D0_49BB_1331_11EBL;

    private final MarketMaker maker;

    /**
     * Creates a reader.
     *
     * @param maker to read
     */
    public MarketMakerReport(final MarketMaker maker)
    {
        this.maker = maker;
    }

    /**
     * Returns a hash of everything that decides what the strategy does next: for each symbol the inside, cash, position
     * and both orders, and the last userRefNum. It is the sum of one hash a symbol that is not as it was created, so it
     * depends neither on where the symbols lie nor on how many there might be.
     */
    public long stateHash()
    {
        long sum = mix(maker.lastUserRef());
        final Slab lines = maker.lines();
        for (int locate = 0; locate < maker.symbols(); locate++)
        {
            sum += symbolHash(lines, locate);
        }
        return sum;
    }

    /**
     * Returns the cash that the fills of a symbol brought.
     *
     * @param locate of the symbol
     * @return four decimals, negative where shares were bought
     */
    public long cashE4(final int locate)
    {
        return maker.lines().getLong(line(locate) + MarketMakerLayout.CASH);
    }

    /**
     * Returns what a symbol earned: cash, and its position at the middle of the inside last seen.
     *
     * @param locate of the symbol
     * @return four decimals; only the cash where there is no inside
     */
    public long worthE4(final int locate)
    {
        final long inside = maker.lines().getLong(line(locate) + MarketMakerLayout.INSIDE);
        final long middle = ((inside >>> Integer.SIZE) + (inside & 0xFFFF_FFFFL)) / 2;
        return cashE4(locate) + middle * maker.position(locate);
    }

    /**
     * Returns the price of the working order of a side.
     *
     * @param locate of the symbol
     * @param side {@link MarketMakerLayout#BID} or {@link MarketMakerLayout#ASK}
     * @return four decimals, 0 if none is live
     */
    public long workingPriceE4(final int locate, final int side)
    {
        return maker.lines().getInt(
            line(locate) + MarketMakerLayout.ORDERS + (long)side * MarketMakerLayout.ORDER_LENGTH +
            MarketMakerLayout.PRICE);
    }

    private static long symbolHash(final Slab lines, final int locate)
    {
        final long line = line(locate);
        long hash = 0;
        boolean touched = false;
        for (int field = MarketMakerLayout.INSIDE; field < MarketMakerLayout.LENGTH; field += Long.BYTES)
        {
            final long word = lines.getLong(line + field);
            touched |= word != 0 && field != MarketMakerLayout.POSITION;
            hash = mix(hash ^ word) + field;
        }
        return touched ? mix(hash ^ mix(locate + 1)) : 0;
    }

    private static long mix(final long value)
    {
        long mixed = (value ^ value >>> 30) * MIX_1;
        mixed = (mixed ^ mixed >>> 27) * MIX_2;
        return mixed ^ mixed >>> 31;
    }

    private static long line(final int locate)
    {
        return (long)locate * MarketMakerLayout.LENGTH;
    }
}
