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

import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_CAPACITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_ORDER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_STATE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCEPTED_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.AIQ_CANCELED_LIQUIDITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.AIQ_CANCELED_PREVENTED;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.AIQ_CANCELED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.AIQ_CANCELED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.AIQ_CANCELED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.BROKEN_MATCH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.BROKEN_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.CANCELED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_LIQUIDITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_MATCH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.EXECUTED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REJECTED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_CAPACITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_ORDER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_ORIGINAL_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_STATE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.REPLACED_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TIMESTAMP;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TYPE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.USER_REF;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Reads the venue's answers that come with every order: accepted A, replaced U, canceled C and D, executed E,
 * broken B, rejected J; owned by the thread of its gateway. Which accessors mean something depends on {@link #type()}:
 * those that name the type, no others. The caller has checked the length ({@link OuchLengths#outbound}).
 */
public final class OuchDecoder extends Flyweight
{
    /**
     * Binds the view to a slab.
     *
     * @param slab that holds the messages
     */
    public OuchDecoder(final Slab slab)
    {
        super(slab);
    }

    /** Returns the type byte. */
    public byte type()
    {
        return int8(TYPE);
    }

    /** Returns the time at which the venue wrote the message, nanoseconds since midnight. */
    public long timestampNanos()
    {
        return int64BigEndian(TIMESTAMP);
    }

    /** Returns the userRefNum of every type but S, Q and U. */
    public int userRef()
    {
        return int32BigEndian(USER_REF);
    }

    /** Returns the side of A. */
    public byte acceptedSide()
    {
        return int8(ACCEPTED_SIDE);
    }

    /** Returns the quantity of A. */
    public int acceptedQuantity()
    {
        return int32BigEndian(ACCEPTED_QUANTITY);
    }

    /** Returns the symbol of A, packed. */
    public long acceptedSymbol()
    {
        return int64(ACCEPTED_SYMBOL);
    }

    /** Returns the price of A, four decimals. */
    public long acceptedPriceE4()
    {
        return int64BigEndian(ACCEPTED_PRICE);
    }

    /** Returns the time in force of A. */
    public byte acceptedTimeInForce()
    {
        return int8(ACCEPTED_TIME_IN_FORCE);
    }

    /** Returns the display of A. */
    public byte acceptedDisplay()
    {
        return int8(ACCEPTED_DISPLAY);
    }

    /** Returns the venue's order reference of A. */
    public long acceptedOrderRef()
    {
        return int64BigEndian(ACCEPTED_ORDER_REF);
    }

    /** Returns capacity, sweep eligibility and cross type of A in the low three bytes, first one lowest. */
    public int acceptedCapacityIsoCross()
    {
        return int32(ACCEPTED_CAPACITY) & 0x00FF_FFFF;
    }

    /** Returns the state of A: {@code L} live, {@code D} dead. */
    public byte acceptedState()
    {
        return int8(ACCEPTED_STATE);
    }

    /** Returns the first eight characters of A's client order id. */
    public long acceptedClientOrderIdHead()
    {
        return int64(ACCEPTED_CLIENT_ORDER_ID);
    }

    /** Returns the last six characters of A's client order id in the low bytes. */
    public long acceptedClientOrderIdTail()
    {
        return int64(ACCEPTED_CLIENT_ORDER_ID + 8) & 0x0000_FFFF_FFFF_FFFFL;
    }

    /** Returns the length of A's appendage, which starts behind the fixed part. */
    public int acceptedAppendageLength()
    {
        return uint16BigEndian(ACCEPTED_APPENDAGE_LENGTH);
    }

    /** Returns the userRefNum of the order that was replaced (U). */
    public int replacedOriginalRef()
    {
        return int32BigEndian(REPLACED_ORIGINAL_REF);
    }

    /** Returns the userRefNum of the order that took its place (U). */
    public int replacedUserRef()
    {
        return int32BigEndian(REPLACED_USER_REF);
    }

    /** Returns the side of U. */
    public byte replacedSide()
    {
        return int8(REPLACED_SIDE);
    }

    /** Returns the quantity of U. */
    public int replacedQuantity()
    {
        return int32BigEndian(REPLACED_QUANTITY);
    }

    /** Returns the symbol of U, packed. */
    public long replacedSymbol()
    {
        return int64(REPLACED_SYMBOL);
    }

    /** Returns the price of U, four decimals. */
    public long replacedPriceE4()
    {
        return int64BigEndian(REPLACED_PRICE);
    }

    /** Returns the time in force of U. */
    public byte replacedTimeInForce()
    {
        return int8(REPLACED_TIME_IN_FORCE);
    }

    /** Returns the display of U. */
    public byte replacedDisplay()
    {
        return int8(REPLACED_DISPLAY);
    }

    /** Returns the venue's order reference of U. */
    public long replacedOrderRef()
    {
        return int64BigEndian(REPLACED_ORDER_REF);
    }

    /** Returns capacity, sweep eligibility and cross type of U in the low three bytes, first one lowest. */
    public int replacedCapacityIsoCross()
    {
        return int32(REPLACED_CAPACITY) & 0x00FF_FFFF;
    }

    /** Returns the state of U: {@code L} live, {@code D} dead. */
    public byte replacedState()
    {
        return int8(REPLACED_STATE);
    }

    /** Returns the first eight characters of U's client order id. */
    public long replacedClientOrderIdHead()
    {
        return int64(REPLACED_CLIENT_ORDER_ID);
    }

    /** Returns the last six characters of U's client order id in the low bytes. */
    public long replacedClientOrderIdTail()
    {
        return int64(REPLACED_CLIENT_ORDER_ID + 8) & 0x0000_FFFF_FFFF_FFFFL;
    }

    /** Returns the length of U's appendage, which starts behind the fixed part. */
    public int replacedAppendageLength()
    {
        return uint16BigEndian(REPLACED_APPENDAGE_LENGTH);
    }

    /** Returns the quantity that C took from the order. */
    public int canceledQuantity()
    {
        return int32BigEndian(CANCELED_QUANTITY);
    }

    /** Returns the reason of C. */
    public byte canceledReason()
    {
        return int8(CANCELED_REASON);
    }

    /** Returns the quantity that D took from the order. */
    public int aiqCanceledQuantity()
    {
        return int32BigEndian(AIQ_CANCELED_QUANTITY);
    }

    /** Returns the reason of D. */
    public byte aiqCanceledReason()
    {
        return int8(AIQ_CANCELED_REASON);
    }

    /** Returns the quantity of D that would have traded with itself. */
    public int aiqPreventedQuantity()
    {
        return int32BigEndian(AIQ_CANCELED_PREVENTED);
    }

    /** Returns the price of D, four decimals. */
    public long aiqPriceE4()
    {
        return int64BigEndian(AIQ_CANCELED_PRICE);
    }

    /** Returns the liquidity flag of D. */
    public byte aiqLiquidity()
    {
        return int8(AIQ_CANCELED_LIQUIDITY);
    }

    /** Returns the quantity of E. */
    public int executedQuantity()
    {
        return int32BigEndian(EXECUTED_QUANTITY);
    }

    /** Returns the price of E, four decimals. */
    public long executedPriceE4()
    {
        return int64BigEndian(EXECUTED_PRICE);
    }

    /** Returns the liquidity flag of E: {@code A} added, {@code R} removed, and others. */
    public byte executedLiquidity()
    {
        return int8(EXECUTED_LIQUIDITY);
    }

    /** Returns the match number of E. */
    public long executedMatch()
    {
        return int64BigEndian(EXECUTED_MATCH);
    }

    /** Returns the length of E's appendage. */
    public int executedAppendageLength()
    {
        return uint16BigEndian(EXECUTED_APPENDAGE_LENGTH);
    }

    /** Returns the match number of B. */
    public long brokenMatch()
    {
        return int64BigEndian(BROKEN_MATCH);
    }

    /** Returns the reason of B. */
    public byte brokenReason()
    {
        return int8(BROKEN_REASON);
    }

    /** Returns the reason of J, a number. */
    public int rejectedReason()
    {
        return uint16BigEndian(REJECTED_REASON);
    }
}
