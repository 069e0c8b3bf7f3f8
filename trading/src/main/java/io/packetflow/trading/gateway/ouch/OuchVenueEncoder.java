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
package io.packetflow.trading.gateway.ouch;

import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_CAPACITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_ORDER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_STATE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCOUNT_ANSWER;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCOUNT_ANSWER_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_LIQUIDITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_MATCH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REJECTED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REJECTED_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REJECTED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REJECTED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_CAPACITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_ORDER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_STATE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TIMESTAMP;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.USER_REF;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Writes the venue's answers to orders (A, U, C, E, J, M and Q); owned by the thread of the venue. Each
 * method returns the length of the message, which has no appendage. Offsets are those of the type byte.
 */
public final class OuchVenueEncoder
{
    /** Order state: live in the book. */
    public static final byte STATE_LIVE = 'L';

    private static final int CLIENT_ORDER_ID_TAIL = 6;

    private final Slab slab;

    /**
     * Binds the encoder to its memory.
     *
     * @param slab to write
     */
    public OuchVenueEncoder(final Slab slab)
    {
        this.slab = slab;
    }

    /**
     * Writes an order-accepted message that repeats the fields of the order.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param order as the client wrote it
     * @param orderRef that the venue gives
     * @return length of the message
     */
    public int accepted(
        final long offset, final long timeNanos, final OuchVenueDecoder order, final long orderRef)
    {
        head(offset, ACCEPTED, timeNanos, order.userRef());
        slab.putByte(offset + ACCEPTED_SIDE, order.side());
        slab.putIntBigEndian(offset + ACCEPTED_QUANTITY, order.quantity());
        slab.putLong(offset + ACCEPTED_SYMBOL, order.symbol());
        slab.putLongBigEndian(offset + ACCEPTED_PRICE, order.priceE4());
        slab.putByte(offset + ACCEPTED_TIME_IN_FORCE, order.timeInForce());
        slab.putByte(offset + ACCEPTED_DISPLAY, order.display());
        slab.putLongBigEndian(offset + ACCEPTED_ORDER_REF, orderRef);
        slab.putInt(offset + ACCEPTED_CAPACITY, order.capacityIsoCross());
        slab.putByte(offset + ACCEPTED_STATE, STATE_LIVE);
        clientOrderId(
            offset + ACCEPTED_CLIENT_ORDER_ID, order.clientOrderIdHead(), order.clientOrderIdTail());
        slab.putShortBigEndian(offset + ACCEPTED_APPENDAGE_LENGTH, 0);
        return ACCEPTED_LENGTH;
    }

    /**
     * Writes an order-replaced message.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param request as the client wrote it
     * @param side of the order
     * @param symbol of the order, packed
     * @param capacityIsoCross of the order, as {@link OuchVenueDecoder#capacityIsoCross()} answers them
     * @param orderRef that the venue gives
     * @return length of the message
     */
    public int replaced(
        final long offset,
        final long timeNanos,
        final OuchVenueDecoder request,
        final byte side,
        final long symbol,
        final int capacityIsoCross,
        final long orderRef)
    {
        head(offset, REPLACED, timeNanos, request.replaceOriginalRef());
        slab.putIntBigEndian(offset + REPLACED_USER_REF, request.replaceUserRef());
        slab.putByte(offset + REPLACED_SIDE, side);
        slab.putIntBigEndian(offset + REPLACED_QUANTITY, request.replaceQuantity());
        slab.putLong(offset + REPLACED_SYMBOL, symbol);
        slab.putLongBigEndian(offset + REPLACED_PRICE, request.replacePriceE4());
        slab.putByte(offset + REPLACED_TIME_IN_FORCE, request.replaceTimeInForce());
        slab.putByte(offset + REPLACED_DISPLAY, request.replaceDisplay());
        slab.putLongBigEndian(offset + REPLACED_ORDER_REF, orderRef);
        slab.putInt(offset + REPLACED_CAPACITY, capacityIsoCross);
        slab.putByte(offset + REPLACED_STATE, STATE_LIVE);
        clientOrderId(
            offset + REPLACED_CLIENT_ORDER_ID,
            request.replaceClientOrderIdHead(),
            request.replaceClientOrderIdTail());
        slab.putShortBigEndian(offset + REPLACED_APPENDAGE_LENGTH, 0);
        return REPLACED_LENGTH;
    }

    /**
     * Writes an order-canceled message.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param userRef of the order
     * @param quantity taken from it
     * @param reason code
     * @return length of the message
     */
    public int canceled(
        final long offset, final long timeNanos, final int userRef, final int quantity, final byte reason)
    {
        head(offset, CANCELED, timeNanos, userRef);
        slab.putIntBigEndian(offset + CANCELED_QUANTITY, quantity);
        slab.putByte(offset + CANCELED_REASON, reason);
        return CANCELED_LENGTH;
    }

    /**
     * Writes an order-executed message.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param userRef of the order
     * @param quantity executed
     * @param priceE4 of the execution
     * @param liquidity flag
     * @param match number
     * @return length of the message
     */
    public int executed(
        final long offset,
        final long timeNanos,
        final int userRef,
        final int quantity,
        final long priceE4,
        final byte liquidity,
        final long match)
    {
        head(offset, EXECUTED, timeNanos, userRef);
        slab.putIntBigEndian(offset + EXECUTED_QUANTITY, quantity);
        slab.putLongBigEndian(offset + EXECUTED_PRICE, priceE4);
        slab.putByte(offset + EXECUTED_LIQUIDITY, liquidity);
        slab.putLongBigEndian(offset + EXECUTED_MATCH, match);
        slab.putShortBigEndian(offset + EXECUTED_APPENDAGE_LENGTH, 0);
        return EXECUTED_LENGTH;
    }

    /**
     * Writes an order-rejected message.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param userRef of the order
     * @param reason code
     * @param clientOrderIdHead first eight characters of the client order id
     * @param clientOrderIdTail last six characters in the low bytes
     * @return length of the message
     */
    public int rejected(
        final long offset,
        final long timeNanos,
        final int userRef,
        final int reason,
        final long clientOrderIdHead,
        final long clientOrderIdTail)
    {
        head(offset, REJECTED, timeNanos, userRef);
        slab.putShortBigEndian(offset + REJECTED_REASON, reason);
        clientOrderId(offset + REJECTED_CLIENT_ORDER_ID, clientOrderIdHead, clientOrderIdTail);
        return REJECTED_LENGTH;
    }

    /**
     * Writes an order-modified message.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param userRef of the order
     * @param side of the order
     * @param quantity open
     * @return length of the message
     */
    public int modified(
        final long offset, final long timeNanos, final int userRef, final byte side, final int quantity)
    {
        head(offset, MODIFIED, timeNanos, userRef);
        slab.putByte(offset + MODIFIED_SIDE, side);
        slab.putIntBigEndian(offset + MODIFIED_QUANTITY, quantity);
        return MODIFIED_LENGTH;
    }

    /**
     * Writes the answer to an account query.
     *
     * @param offset of the type byte
     * @param timeNanos since midnight
     * @param nextUserRef that the client may use
     * @return length of the message
     */
    public int accountAnswer(final long offset, final long timeNanos, final int nextUserRef)
    {
        head(offset, ACCOUNT_ANSWER, timeNanos, nextUserRef);
        return ACCOUNT_ANSWER_LENGTH;
    }

    private void head(final long offset, final byte type, final long timeNanos, final int userRef)
    {
        slab.putByte(offset, type);
        slab.putLongBigEndian(offset + TIMESTAMP, timeNanos);
        slab.putIntBigEndian(offset + USER_REF, userRef);
    }

    private void clientOrderId(final long offset, final long first, final long last)
    {
        // The tail's first two bytes repeat the head's last two, so that both stores stay inside the field.
        slab.putLong(offset, first);
        slab.putLong(offset + CLIENT_ORDER_ID_TAIL, first >>> 48 | last << 16);
    }
}
