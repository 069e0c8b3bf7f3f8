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

import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ACCOUNT_QUERY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ACCOUNT_QUERY_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.CANCEL;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.CANCEL_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.CANCEL_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.CANCEL_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_SYMBOL;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.ENTER_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.MODIFY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.MODIFY_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.MODIFY_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.MODIFY_SIDE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.MODIFY_USER_REF;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_CLIENT_ORDER_ID;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_LENGTH;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_ORIGINAL_REF;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_PRICE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_QUANTITY;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_TIME_IN_FORCE;
import static io.packetflow.trading.gateway.ouch.OuchInboundLayout.REPLACE_USER_REF;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Writes the client's OUCH 5.0 messages by plain stores; one instance belongs to the thread of its gateway.
 *
 * <p>Assumptions: userRefNum grows strictly; quantity and price were checked before (pre-trade risk); the symbol is
 * packed by {@link OuchSymbol}. Guarantees: nothing is allocated; every byte of the message is written, whatever stood
 * there before.
 *
 * <p>Stores overlap on purpose, later fields over the slack of earlier ones, and enter and replace write eight bytes
 * behind their fixed part whether or not there is an appendage. So an order needs {@link #MAX_LENGTH} bytes at its
 * offset, also where the message is shorter.
 *
 * <p>The client order id is the userRefNum as eight hexadecimal digits and the session's tag: {@code 0000002APFLOW1}.
 */
public final class OuchEncoder
{
    /** Bytes that must be writable at the offset of any message. */
    public static final int MAX_LENGTH = ENTER_LENGTH + OuchOrderTerms.MAX_APPENDAGE_LENGTH;

    private static final int TAG_OFFSET = 8;
    private static final int USER_REF_SHIFT = 8;
    private static final int SIDE_SHIFT = 40;

    private final Slab slab;
    private final long enterFlags;
    private final long replaceFlags;
    private final long tagAndAppendageLength;
    private final long appendage;
    private final int enterLength;
    private final int replaceLength;

    /**
     * Binds an encoder to its memory and to the session's terms.
     *
     * @param slab to write
     * @param terms that every order carries
     */
    public OuchEncoder(final Slab slab, final OuchOrderTerms terms)
    {
        this.slab = slab;
        this.enterFlags = terms.enterFlags();
        this.replaceFlags = terms.replaceFlags();
        this.tagAndAppendageLength = terms.tagAndAppendageLength();
        this.appendage = terms.appendageBytes();
        this.enterLength = ENTER_LENGTH + terms.appendage().size();
        this.replaceLength = REPLACE_LENGTH + terms.appendage().size();
    }

    /**
     * Writes an enter-order message.
     *
     * @param offset of its type byte; {@link #MAX_LENGTH} bytes are written
     * @param userRef of the order
     * @param side {@code B}, {@code S}, {@code T} or {@code E}
     * @param quantity in shares
     * @param symbol packed
     * @param priceE4 limit price, four decimals
     * @return length of the message
     */
    public int enter(
        final long offset,
        final int userRef,
        final byte side,
        final int quantity,
        final long symbol,
        final long priceE4)
    {
        final long head =
            ENTER | (Integer.reverseBytes(userRef) & 0xFFFF_FFFFL) << USER_REF_SHIFT | (long)side << SIDE_SHIFT;
        slab.putLong(offset, head);
        slab.putIntBigEndian(offset + ENTER_QUANTITY, quantity);
        slab.putLong(offset + ENTER_SYMBOL, symbol);
        slab.putLongBigEndian(offset + ENTER_PRICE, priceE4);
        slab.putLong(offset + ENTER_TIME_IN_FORCE, enterFlags);
        slab.putLong(offset + ENTER_CLIENT_ORDER_ID, hexDigits(userRef));
        slab.putLong(offset + ENTER_CLIENT_ORDER_ID + TAG_OFFSET, tagAndAppendageLength);
        slab.putLong(offset + ENTER_LENGTH, appendage);
        return enterLength;
    }

    /**
     * Writes a replace-order message.
     *
     * @param offset of its type byte; {@link #MAX_LENGTH} bytes must be there
     * @param originalUserRef of the order to replace
     * @param userRef of the order that takes its place
     * @param quantity in shares
     * @param priceE4 limit price, four decimals
     * @return length of the message
     */
    public int replace(
        final long offset, final int originalUserRef, final int userRef, final int quantity, final long priceE4)
    {
        slab.putByte(offset, REPLACE);
        slab.putIntBigEndian(offset + REPLACE_ORIGINAL_REF, originalUserRef);
        slab.putIntBigEndian(offset + REPLACE_USER_REF, userRef);
        slab.putIntBigEndian(offset + REPLACE_QUANTITY, quantity);
        slab.putLongBigEndian(offset + REPLACE_PRICE, priceE4);
        slab.putLong(offset + REPLACE_TIME_IN_FORCE, replaceFlags);
        slab.putLong(offset + REPLACE_CLIENT_ORDER_ID, hexDigits(userRef));
        slab.putLong(offset + REPLACE_CLIENT_ORDER_ID + TAG_OFFSET, tagAndAppendageLength);
        slab.putLong(offset + REPLACE_LENGTH, appendage);
        return replaceLength;
    }

    /**
     * Writes a cancel-order message.
     *
     * @param offset of its type byte
     * @param userRef of the order
     * @param remainingQuantity that shall stay in the book, 0 to cancel all
     * @return length of the message
     */
    public int cancel(final long offset, final int userRef, final int remainingQuantity)
    {
        slab.putByte(offset, CANCEL);
        slab.putIntBigEndian(offset + CANCEL_USER_REF, userRef);
        slab.putIntBigEndian(offset + CANCEL_QUANTITY, remainingQuantity);
        return CANCEL_LENGTH;
    }

    /**
     * Writes a modify-order message: another side marking, or a smaller quantity, without losing priority.
     *
     * @param offset of its type byte
     * @param userRef of the order
     * @param side {@code B}, {@code S}, {@code T} or {@code E}
     * @param quantity in shares
     * @return length of the message
     */
    public int modify(final long offset, final int userRef, final byte side, final int quantity)
    {
        slab.putByte(offset, MODIFY);
        slab.putIntBigEndian(offset + MODIFY_USER_REF, userRef);
        slab.putByte(offset + MODIFY_SIDE, side);
        slab.putIntBigEndian(offset + MODIFY_QUANTITY, quantity);
        return MODIFY_LENGTH;
    }

    /**
     * Writes an account query: the venue answers with the next userRefNum.
     *
     * @param offset of its type byte
     * @return length of the message
     */
    public int accountQuery(final long offset)
    {
        slab.putByte(offset, ACCOUNT_QUERY);
        return ACCOUNT_QUERY_LENGTH;
    }

    /**
     * Spells a number as eight upper-case hexadecimal digits, without a branch or a table.
     *
     * @param value to spell
     * @return the digits, the first (most significant) one in the lowest byte
     */
    static long hexDigits(final int value)
    {
        // One byte of the value in each 16-bit lane, most significant byte in the lowest lane.
        long lanes = Integer.reverseBytes(value) & 0xFFFF_FFFFL;
        lanes = (lanes | lanes << 16) & 0x0000_FFFF_0000_FFFFL;
        lanes = (lanes | lanes << 8) & 0x00FF_00FF_00FF_00FFL;
        // One nibble in each byte.
        final long nibbles = (lanes >>> 4 & 0x000F_000F_000F_000FL) | (lanes & 0x000F_000F_000F_000FL) << 8;
        // Nibbles above 9 carry into bit 4 when 6 is added; they need the 7 that lie between '9' and 'A'.
        final long letters = (nibbles + 0x0606_0606_0606_0606L) >>> 4 & 0x0101_0101_0101_0101L;
        return nibbles + 0x3030_3030_3030_3030L + letters * 7;
    }
}
