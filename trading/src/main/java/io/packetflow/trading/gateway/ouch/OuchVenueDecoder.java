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

import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.CANCEL_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_CAPACITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_APPENDAGE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_DISPLAY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_ORIGINAL_REF;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_USER_REF;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Reads the client's messages at the venue; owned by the venue's thread. Which accessors mean something
 * depends on {@link #type()}: those of the type, no others. The caller has checked the length
 * ({@link OuchLengths#inbound}).
 */
public final class OuchVenueDecoder extends Flyweight
{
    /**
     * Binds the view to a slab.
     *
     * @param slab that holds the messages
     */
    public OuchVenueDecoder(final Slab slab)
    {
        super(slab);
    }

    /** Returns the type byte. */
    public byte type()
    {
        return int8(0);
    }

    /** Returns the userRefNum of O, X and M. */
    public int userRef()
    {
        return int32BigEndian(ENTER_USER_REF);
    }

    /** Returns the side of O and M. */
    public byte side()
    {
        return int8(ENTER_SIDE);
    }

    /** Returns the quantity of O and M. */
    public int quantity()
    {
        return int32BigEndian(ENTER_QUANTITY);
    }

    /** Returns the symbol of O, packed. */
    public long symbol()
    {
        return int64(ENTER_SYMBOL);
    }

    /** Returns the price of O, four decimals. */
    public long priceE4()
    {
        return int64BigEndian(ENTER_PRICE);
    }

    /** Returns the time in force of O. */
    public byte timeInForce()
    {
        return int8(ENTER_TIME_IN_FORCE);
    }

    /** Returns the display of O. */
    public byte display()
    {
        return int8(ENTER_DISPLAY);
    }

    /** Returns capacity, sweep eligibility and cross type of O in the low three bytes, first one lowest. */
    public int capacityIsoCross()
    {
        return int32(ENTER_CAPACITY) & 0x00FF_FFFF;
    }

    /** Returns the first eight characters of O's client order id. */
    public long clientOrderIdHead()
    {
        return int64(ENTER_CLIENT_ORDER_ID);
    }

    /** Returns the last six characters of O's client order id in the low bytes. */
    public long clientOrderIdTail()
    {
        return int64(ENTER_CLIENT_ORDER_ID + 8) & 0x0000_FFFF_FFFF_FFFFL;
    }

    /** Returns the length of O's appendage. */
    public int appendageLength()
    {
        return uint16BigEndian(ENTER_APPENDAGE_LENGTH);
    }

    /** Returns where O's appendage starts in the slab. */
    public long appendageOffset()
    {
        return (long)offset() + ENTER_LENGTH;
    }

    /** Returns the userRefNum of the order that U replaces. */
    public int replaceOriginalRef()
    {
        return int32BigEndian(REPLACE_ORIGINAL_REF);
    }

    /** Returns the userRefNum that U gives. */
    public int replaceUserRef()
    {
        return int32BigEndian(REPLACE_USER_REF);
    }

    /** Returns the quantity of U. */
    public int replaceQuantity()
    {
        return int32BigEndian(REPLACE_QUANTITY);
    }

    /** Returns the price of U, four decimals. */
    public long replacePriceE4()
    {
        return int64BigEndian(REPLACE_PRICE);
    }

    /** Returns the time in force of U. */
    public byte replaceTimeInForce()
    {
        return int8(REPLACE_TIME_IN_FORCE);
    }

    /** Returns the display of U. */
    public byte replaceDisplay()
    {
        return int8(REPLACE_DISPLAY);
    }

    /** Returns the first eight characters of U's client order id. */
    public long replaceClientOrderIdHead()
    {
        return int64(REPLACE_CLIENT_ORDER_ID);
    }

    /** Returns the last six characters of U's client order id in the low bytes. */
    public long replaceClientOrderIdTail()
    {
        return int64(REPLACE_CLIENT_ORDER_ID + 8) & 0x0000_FFFF_FFFF_FFFFL;
    }

    /** Returns the length of U's appendage. */
    public int replaceAppendageLength()
    {
        return uint16BigEndian(REPLACE_APPENDAGE_LENGTH);
    }

    /** Returns where U's appendage starts in the slab. */
    public long replaceAppendageOffset()
    {
        return (long)offset() + REPLACE_LENGTH;
    }

    /** Returns the quantity that X leaves in the book, 0 to cancel all. */
    public int cancelQuantity()
    {
        return int32BigEndian(CANCEL_QUANTITY);
    }
}
