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

import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.ACCOUNT_ANSWER_NEXT_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.MODIFIED_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.PRIORITY_UPDATED_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.PRIORITY_UPDATED_ORDER_REF;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.PRIORITY_UPDATED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.RESTATED_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.RESTATED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.SYSTEM_EVENT_EVENT;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TIMESTAMP;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TRADE_CORRECTED_LIQUIDITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TRADE_CORRECTED_MATCH;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TRADE_CORRECTED_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TRADE_CORRECTED_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TRADE_CORRECTED_REASON;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.TYPE;
import static io.packetflow.trading.gateway.ouch.OuchOutboundLayout.USER_REF;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Reads the venue's messages that are seldom seen: system event S, trade corrected F, cancel pending P,
 * cancel rejected I, priority updated T, modified M, restated R, account answer Q. Which accessors mean something
 * depends on {@link #type()}. The caller has checked the length ({@link OuchLengths#outbound}).
 */
public final class OuchRareDecoder extends Flyweight
{
    /**
     * Binds the view to a slab.
     *
     * @param slab that holds the messages
     */
    public OuchRareDecoder(final Slab slab)
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

    /** Returns the userRefNum of F, P, I, T, M and R. */
    public int userRef()
    {
        return int32BigEndian(USER_REF);
    }

    /** Returns the event code of S: {@code S} start of day, {@code E} end of day. */
    public byte systemEvent()
    {
        return int8(SYSTEM_EVENT_EVENT);
    }

    /** Returns the quantity of F. */
    public int correctedQuantity()
    {
        return int32BigEndian(TRADE_CORRECTED_QUANTITY);
    }

    /** Returns the price of F, four decimals. */
    public long correctedPriceE4()
    {
        return int64BigEndian(TRADE_CORRECTED_PRICE);
    }

    /** Returns the liquidity flag of F. */
    public byte correctedLiquidity()
    {
        return int8(TRADE_CORRECTED_LIQUIDITY);
    }

    /** Returns the match number of F. */
    public long correctedMatch()
    {
        return int64BigEndian(TRADE_CORRECTED_MATCH);
    }

    /** Returns the reason of F. */
    public byte correctedReason()
    {
        return int8(TRADE_CORRECTED_REASON);
    }

    /** Returns the price of T, four decimals. */
    public long priorityPriceE4()
    {
        return int64BigEndian(PRIORITY_UPDATED_PRICE);
    }

    /** Returns the display of T. */
    public byte priorityDisplay()
    {
        return int8(PRIORITY_UPDATED_DISPLAY);
    }

    /** Returns the venue's new order reference of T. */
    public long priorityOrderRef()
    {
        return int64BigEndian(PRIORITY_UPDATED_ORDER_REF);
    }

    /** Returns the side of M. */
    public byte modifiedSide()
    {
        return int8(MODIFIED_SIDE);
    }

    /** Returns the quantity of M. */
    public int modifiedQuantity()
    {
        return int32BigEndian(MODIFIED_QUANTITY);
    }

    /** Returns the reason of R. */
    public byte restatedReason()
    {
        return int8(RESTATED_REASON);
    }

    /** Returns the length of R's appendage, which starts behind the fixed part. */
    public int restatedAppendageLength()
    {
        return uint16BigEndian(RESTATED_APPENDAGE_LENGTH);
    }

    /** Returns the next userRefNum to use (Q). */
    public int nextUserRef()
    {
        return int32BigEndian(ACCOUNT_ANSWER_NEXT_USER_REF);
    }
}
