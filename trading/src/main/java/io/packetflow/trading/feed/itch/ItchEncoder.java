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

import static io.packetflow.trading.feed.itch.ItchLayout.expectedLength;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Writes ITCH 5.0 order and trade messages where they shall lie. No state, any thread. A message is its
 * header ({@link #header}) and its body (one method a type; A and P share their first fields); each body method
 * returns the message's length, type byte included. Admin messages write themselves ({@link ItchAdminMessage}).
 *
 * <p>Layout and units: {@link ItchLayout}. Numbers are written with the width of their field; the caller keeps them in
 * range (the low bits are taken).
 */
public final class ItchEncoder
{
    private ItchEncoder()
    {
    }

    /**
     * Writes what all messages begin with.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param type of the message
     * @param stockLocate 0 to 65535
     * @param trackingNumber 0 to 65535
     * @param timestampNanos since midnight Eastern time, 0 to 2^48 - 1
     */
    public static void header(
        final Slab slab,
        final long offset,
        final char type,
        final int stockLocate,
        final int trackingNumber,
        final long timestampNanos)
    {
        slab.putByte(offset, (byte)type);
        slab.putShortBigEndian(offset + ItchLayout.STOCK_LOCATE, stockLocate);
        slab.putLongBigEndian(
            offset + ItchLayout.TRACKING_NUMBER, (long)trackingNumber << 48 | timestampNanos << 16 >>> 16);
    }

    /**
     * Writes the body of an A.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @param side {@code 'B'} or {@code 'S'}
     * @param shares of the order
     * @param stock symbol
     * @param priceE4 of the order
     * @return the message's length
     */
    public static int addOrder(
        final Slab slab,
        final long offset,
        final long reference,
        final char side,
        final long shares,
        final long stock,
        final long priceE4)
    {
        slab.putLongBigEndian(offset + ItchLayout.REFERENCE, reference);
        slab.putByte(offset + ItchLayout.ADD_SIDE, (byte)side);
        slab.putIntBigEndian(offset + ItchLayout.ADD_SHARES, (int)shares);
        slab.putLongBigEndian(offset + ItchLayout.ADD_STOCK, stock);
        slab.putIntBigEndian(offset + ItchLayout.ADD_PRICE, (int)priceE4);
        return expectedLength(ItchLayout.ADD_ORDER);
    }

    /**
     * Writes the body of an F.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @param side {@code 'B'} or {@code 'S'}
     * @param shares of the order
     * @param stock symbol
     * @param priceE4 of the order
     * @param mpid four characters, the first in the highest byte
     * @return the message's length
     */
    public static int addOrderMpid(
        final Slab slab,
        final long offset,
        final long reference,
        final char side,
        final long shares,
        final long stock,
        final long priceE4,
        final int mpid)
    {
        addOrder(slab, offset, reference, side, shares, stock, priceE4);
        slab.putIntBigEndian(offset + ItchLayout.ADD_MPID, mpid);
        return expectedLength(ItchLayout.ADD_ORDER_MPID);
    }

    /**
     * Writes the body of an E.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @param shares executed
     * @param matchNumber of the execution
     * @return the message's length
     */
    public static int orderExecuted(
        final Slab slab, final long offset, final long reference, final long shares, final long matchNumber)
    {
        orderCancel(slab, offset, reference, shares);
        slab.putLongBigEndian(offset + ItchLayout.EXECUTED_MATCH, matchNumber);
        return expectedLength(ItchLayout.ORDER_EXECUTED);
    }

    /**
     * Writes the body of a C.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @param shares executed
     * @param matchNumber of the execution
     * @param printable {@code 'Y'} or {@code 'N'}
     * @param priceE4 of the execution
     * @return the message's length
     */
    public static int orderExecutedAtPrice(
        final Slab slab,
        final long offset,
        final long reference,
        final long shares,
        final long matchNumber,
        final char printable,
        final long priceE4)
    {
        orderExecuted(slab, offset, reference, shares, matchNumber);
        slab.putByte(offset + ItchLayout.EXECUTED_PRINTABLE, (byte)printable);
        slab.putIntBigEndian(offset + ItchLayout.EXECUTED_PRICE, (int)priceE4);
        return expectedLength(ItchLayout.ORDER_EXECUTED_PRICE);
    }

    /**
     * Writes the body of an X.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @param shares cancelled
     * @return the message's length
     */
    public static int orderCancel(final Slab slab, final long offset, final long reference, final long shares)
    {
        slab.putLongBigEndian(offset + ItchLayout.REFERENCE, reference);
        slab.putIntBigEndian(offset + ItchLayout.REDUCE_SHARES, (int)shares);
        return expectedLength(ItchLayout.ORDER_CANCEL);
    }

    /**
     * Writes the body of a D.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference of the order
     * @return the message's length
     */
    public static int orderDelete(final Slab slab, final long offset, final long reference)
    {
        slab.putLongBigEndian(offset + ItchLayout.REFERENCE, reference);
        return expectedLength(ItchLayout.ORDER_DELETE);
    }

    /**
     * Writes the body of a U.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param oldReference of the order that goes
     * @param newReference of the order that comes
     * @param shares of the new order
     * @param priceE4 of the new order
     * @return the message's length
     */
    public static int orderReplace(
        final Slab slab,
        final long offset,
        final long oldReference,
        final long newReference,
        final long shares,
        final long priceE4)
    {
        slab.putLongBigEndian(offset + ItchLayout.REFERENCE, oldReference);
        slab.putLongBigEndian(offset + ItchLayout.REPLACE_NEW_REFERENCE, newReference);
        slab.putIntBigEndian(offset + ItchLayout.REPLACE_SHARES, (int)shares);
        slab.putIntBigEndian(offset + ItchLayout.REPLACE_PRICE, (int)priceE4);
        return expectedLength(ItchLayout.ORDER_REPLACE);
    }

    /**
     * Writes the body of a P.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param reference 0 since 2010-12-06
     * @param side {@code 'B'} since 2014-07-14
     * @param shares traded
     * @param stock symbol
     * @param priceE4 of the trade
     * @param matchNumber of the trade
     * @return the message's length
     */
    public static int trade(
        final Slab slab,
        final long offset,
        final long reference,
        final char side,
        final long shares,
        final long stock,
        final long priceE4,
        final long matchNumber)
    {
        addOrder(slab, offset, reference, side, shares, stock, priceE4);
        slab.putLongBigEndian(offset + ItchLayout.TRADE_MATCH, matchNumber);
        return expectedLength(ItchLayout.TRADE);
    }

    /**
     * Writes the body of a Q.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param shares crossed, unsigned 64 bits
     * @param stock symbol
     * @param priceE4 of the cross
     * @param matchNumber of the cross
     * @param crossType {@code 'O'}, {@code 'C'} or {@code 'H'}
     * @return the message's length
     */
    public static int crossTrade(
        final Slab slab,
        final long offset,
        final long shares,
        final long stock,
        final long priceE4,
        final long matchNumber,
        final char crossType)
    {
        slab.putLongBigEndian(offset + ItchLayout.CROSS_SHARES, shares);
        slab.putLongBigEndian(offset + ItchLayout.CROSS_STOCK, stock);
        slab.putIntBigEndian(offset + ItchLayout.CROSS_PRICE, (int)priceE4);
        slab.putLongBigEndian(offset + ItchLayout.CROSS_MATCH, matchNumber);
        slab.putByte(offset + ItchLayout.CROSS_TYPE, (byte)crossType);
        return expectedLength(ItchLayout.CROSS_TRADE);
    }

    /**
     * Writes the body of a B.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param matchNumber of the trade that is broken
     * @return the message's length
     */
    public static int brokenTrade(final Slab slab, final long offset, final long matchNumber)
    {
        slab.putLongBigEndian(offset + ItchLayout.BROKEN_MATCH, matchNumber);
        return expectedLength(ItchLayout.BROKEN_TRADE);
    }
}
