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
package io.packetflow.trading.feed.itch;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Reads ITCH 5.0 fields where they lie. No state, any thread: a caller names the slab and the offset of the
 * message's type byte. A field is read with one load of its own width, so nothing outside the message is touched; the
 * caller has checked the message's length ({@link ItchChecks}).
 *
 * <p>Layout and units: {@link ItchLayout}. Unsigned 32-bit numbers come as {@code long} in 0 to 4294967295, unsigned
 * 64-bit ones as the {@code long} with the same bits. Symbols come as {@code long} ({@link ItchSymbol}).
 */
public final class ItchDecoder
{
    private static final long U32 = 0xFFFF_FFFFL;
    private static final long U48 = 0xFFFF_FFFF_FFFFL;

    private ItchDecoder()
    {
    }

    /** Returns the type, 0 to 255. */
    public static int type(final Slab slab, final long offset)
    {
        return slab.getByte(offset) & 0xFF;
    }

    /** Returns the stock locate, 0 to 65535: the day's number of the symbol, 0 where a message concerns none. */
    public static int stockLocate(final Slab slab, final long offset)
    {
        return slab.getShortBigEndian(offset + ItchLayout.STOCK_LOCATE);
    }

    /** Returns the tracking number, 0 to 65535. */
    public static int trackingNumber(final Slab slab, final long offset)
    {
        return slab.getShortBigEndian(offset + ItchLayout.TRACKING_NUMBER);
    }

    /**
     * Returns nanoseconds since midnight, Eastern time. One load: it begins at the tracking number, whose two bytes
     * are masked off, because the six bytes themselves have no load of their own.
     */
    public static long timestampNanos(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.TRACKING_NUMBER) & U48;
    }

    /** Returns the order reference of A F E C X D P, and the old reference of U. */
    public static long orderReference(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.REFERENCE);
    }

    /** Returns the side of A F P: {@code 'B'} or {@code 'S'} in a valid message. */
    public static int side(final Slab slab, final long offset)
    {
        return slab.getByte(offset + ItchLayout.ADD_SIDE) & 0xFF;
    }

    /** Returns the shares of A F P. */
    public static long shares(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.ADD_SHARES);
    }

    /** Returns the symbol of A F P. */
    public static long stock(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.ADD_STOCK);
    }

    /** Returns the price of A F P. */
    public static long priceE4(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.ADD_PRICE);
    }

    /** Returns the four characters of the participant's identifier in F, first character in the highest byte. */
    public static int mpid(final Slab slab, final long offset)
    {
        return slab.getIntBigEndian(offset + ItchLayout.ADD_MPID);
    }

    /** Returns by how many shares E, C or X reduce their order. */
    public static long reducedShares(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.REDUCE_SHARES);
    }

    /** Returns the match number of E and C. */
    public static long executionMatchNumber(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.EXECUTED_MATCH);
    }

    /** Returns whether a C is to be counted in volume statistics: {@code 'Y'} or {@code 'N'}. */
    public static int printable(final Slab slab, final long offset)
    {
        return slab.getByte(offset + ItchLayout.EXECUTED_PRINTABLE) & 0xFF;
    }

    /** Returns the price at which a C was executed. */
    public static long executionPriceE4(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.EXECUTED_PRICE);
    }

    /** Returns the new reference of U. */
    public static long newOrderReference(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.REPLACE_NEW_REFERENCE);
    }

    /** Returns the new shares of U. */
    public static long replacedShares(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.REPLACE_SHARES);
    }

    /** Returns the new price of U. */
    public static long replacedPriceE4(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.REPLACE_PRICE);
    }

    /** Returns the match number of P. */
    public static long tradeMatchNumber(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.TRADE_MATCH);
    }

    /** Returns the shares of Q, unsigned 64 bits. */
    public static long crossShares(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.CROSS_SHARES);
    }

    /** Returns the symbol of Q. */
    public static long crossStock(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.CROSS_STOCK);
    }

    /** Returns the price of Q. */
    public static long crossPriceE4(final Slab slab, final long offset)
    {
        return unsignedInt(slab, offset + ItchLayout.CROSS_PRICE);
    }

    /** Returns the match number of Q. */
    public static long crossMatchNumber(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.CROSS_MATCH);
    }

    /** Returns the cross type of Q: opening {@code 'O'}, closing {@code 'C'}, halt or IPO {@code 'H'}. */
    public static int crossType(final Slab slab, final long offset)
    {
        return slab.getByte(offset + ItchLayout.CROSS_TYPE) & 0xFF;
    }

    /** Returns the match number of the trade that a B breaks. */
    public static long brokenMatchNumber(final Slab slab, final long offset)
    {
        return slab.getLongBigEndian(offset + ItchLayout.BROKEN_MATCH);
    }

    /** Returns an unsigned 32-bit number at any offset of a slab. */
    public static long unsignedInt(final Slab slab, final long offset)
    {
        return slab.getIntBigEndian(offset) & U32;
    }

    /** Returns a character at any offset of a slab. */
    static char character(final Slab slab, final long offset)
    {
        return (char)(slab.getByte(offset) & 0xFF);
    }
}
