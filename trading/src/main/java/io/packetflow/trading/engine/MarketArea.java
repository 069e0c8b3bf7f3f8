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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * Hot path. What MarketDataProcessor says of one symbol: its inside after the message, written only when the inside or
 * the trading state changed. {@link #print()} tells the layout.
 */
public final class MarketArea extends Flyweight
{
    /** Layout of the area. */
    public static final RecordLayout LAYOUT = RecordLayout.named("MarketArea")
        .int64("symbol").priceE4("bidPriceE4").priceE4("askPriceE4").int32("bidQuantity").int32("askQuantity")
        .int32("locate").int32("flags").build();

    /** Flag: the symbol is in continuous trading. */
    public static final int TRADABLE = 1;
    /** Flag: the trading state may have changed with this message. */
    public static final int STATE_CHANGED = 2;

    private static final int SYMBOL = LAYOUT.offset("symbol");
    private static final int BID_PRICE = LAYOUT.offset("bidPriceE4");
    private static final int ASK_PRICE = LAYOUT.offset("askPriceE4");
    private static final int BID_QUANTITY = LAYOUT.offset("bidQuantity");
    private static final int ASK_QUANTITY = LAYOUT.offset("askQuantity");
    private static final int LOCATE = LAYOUT.offset("locate");
    private static final int FLAGS = LAYOUT.offset("flags");

    /**
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public MarketArea(final Slab slab)
    {
        super(slab);
    }

    /** Returns the layout as a picture. */
    public static String print()
    {
        return LAYOUT.print();
    }

    /** Returns the symbol, eight characters packed as on the wire, read in native order. */
    public long symbol()
    {
        return int64(SYMBOL);
    }

    /** Returns the best bid with four decimals, 0 if there is none. */
    public long bidPriceE4()
    {
        return int64(BID_PRICE);
    }

    /** Returns the best offer with four decimals, 0 if there is none. */
    public long askPriceE4()
    {
        return int64(ASK_PRICE);
    }

    /** Returns the shares at the best bid, at most the largest int. */
    public int bidQuantity()
    {
        return int32(BID_QUANTITY);
    }

    /** Returns the shares at the best offer, at most the largest int. */
    public int askQuantity()
    {
        return int32(ASK_QUANTITY);
    }

    /** Returns the stock locate, 0 to 65535. */
    public int locate()
    {
        return int32(LOCATE);
    }

    /** Returns whether the symbol is in continuous trading. */
    public boolean isTradable()
    {
        return (int32(FLAGS) & TRADABLE) != 0;
    }

    /** Returns whether the trading state may have changed with this message. */
    public boolean isStateChanged()
    {
        return (int32(FLAGS) & STATE_CHANGED) != 0;
    }

    /**
     * Writes which symbol it is about; MarketDataProcessor only.
     *
     * @param locate stock locate
     * @param symbol packed
     * @param flags {@link #TRADABLE} and {@link #STATE_CHANGED}
     */
    void identify(final int locate, final long symbol, final int flags)
    {
        int64(SYMBOL, symbol);
        int32(LOCATE, locate);
        int32(FLAGS, flags);
    }

    /** Writes the best bid; MarketDataProcessor only. */
    void bid(final long priceE4, final int quantity)
    {
        int64(BID_PRICE, priceE4);
        int32(BID_QUANTITY, quantity);
    }

    /** Writes the best offer; MarketDataProcessor only. */
    void ask(final long priceE4, final int quantity)
    {
        int64(ASK_PRICE, priceE4);
        int32(ASK_QUANTITY, quantity);
    }
}
