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

/**
 * Where the fields of the venue's OUCH 5.0 messages lie. Offsets are bytes from the type byte; numbers are unsigned
 * and big-endian, prices have four decimals, text is ASCII, left-justified and padded with spaces.
 *
 * <p>Each message starts alike; "app" marks those that end in a two-byte length and an appendage:
 *
 * <pre>
 *    0        1                              9
 *   +--------+------------------------------+--------------------------------------------------------
 *   | type 1 | timestamp 8, ns of the day   | fields of the type
 *   +--------+------------------------------+--------------------------------------------------------
 *
 *   S  10       | 9 event 1 |
 *   A  64 + app | 9 userRef 4 | 13 side 1 | 14 quantity 4 | 18 symbol 8 | 26 priceE4 8 | 34 TIF 1 | 35 display 1 |
 *              | 36 orderRef 8 | 44 capacity 1 | 45 ISO 1 | 46 cross 1 | 47 state 1 | 48 clOrdId 14 |
 *              | 62 appLen 2 |
 *   U  68 + app | 9 originalRef 4 | 13 userRef 4 | 17 side 1 | 18 quantity 4 | 22 symbol 8 | 30 priceE4 8 |
 *              | 38 TIF 1 | 39 display 1 | 40 orderRef 8 | 48 capacity 1 | 49 ISO 1 | 50 cross 1 | 51 state 1 |
 *              | 52 clOrdId 14 | 66 appLen 2 |
 *   C  18       | 9 userRef 4 | 13 quantity 4 | 17 reason 1 |
 *   D  31       | 9 userRef 4 | 13 quantity 4 | 17 reason 1 | 18 prevented 4 | 22 priceE4 8 | 30 liquidity 1 |
 *   E  36 + app | 9 userRef 4 | 13 quantity 4 | 17 priceE4 8 | 25 liquidity 1 | 26 match 8 | 34 appLen 2 |
 *   B  36       | 9 userRef 4 | 13 match 8 | 21 reason 1 | 22 clOrdId 14 |
 *   F  49       | 9 userRef 4 | 13 quantity 4 | 17 priceE4 8 | 25 liquidity 1 | 26 match 8 | 34 reason 1 |
 *              | 35 clOrdId 14 |
 *   J  29       | 9 userRef 4 | 13 reason 2 | 15 clOrdId 14 |
 *   P  13       | 9 userRef 4 |
 *   I  13       | 9 userRef 4 |
 *   T  30       | 9 userRef 4 | 13 priceE4 8 | 21 display 1 | 22 orderRef 8 |
 *   M  18       | 9 userRef 4 | 13 side 1 | 14 quantity 4 |
 *   R  16 + app | 9 userRef 4 | 13 reason 1 | 14 appLen 2 |
 *   Q  13       | 9 nextUserRef 4 |
 * </pre>
 *
 * <p>A field reads "offset name bytes". Source: wire-formats page, section 5, checked against recorded messages.
 */
public final class OuchOutboundLayout
{
    /** Offset of the type byte in every message. */
    public static final int TYPE = 0;
    /** Offset of the timestamp in every message: nanoseconds since midnight, 8 bytes. */
    public static final int TIMESTAMP = 1;
    /** Offset of userRefNum in every message but S, Q and U (there it is the original's). */
    public static final int USER_REF = 9;

    /** Type byte of system event. */
    public static final byte SYSTEM_EVENT = 'S';
    /** Type byte of order accepted. */
    public static final byte ACCEPTED = 'A';
    /** Type byte of order replaced. */
    public static final byte REPLACED = 'U';
    /** Type byte of order canceled. */
    public static final byte CANCELED = 'C';
    /** Type byte of canceled to prevent a self-trade. */
    public static final byte AIQ_CANCELED = 'D';
    /** Type byte of order executed. */
    public static final byte EXECUTED = 'E';
    /** Type byte of broken trade. */
    public static final byte BROKEN = 'B';
    /** Type byte of trade corrected. */
    public static final byte TRADE_CORRECTED = 'F';
    /** Type byte of order rejected. */
    public static final byte REJECTED = 'J';
    /** Type byte of cancel pending. */
    public static final byte CANCEL_PENDING = 'P';
    /** Type byte of cancel rejected. */
    public static final byte CANCEL_REJECTED = 'I';
    /** Type byte of order priority updated. */
    public static final byte PRIORITY_UPDATED = 'T';
    /** Type byte of order modified. */
    public static final byte MODIFIED = 'M';
    /** Type byte of order restated. */
    public static final byte RESTATED = 'R';
    /** Type byte of account query answer. */
    public static final byte ACCOUNT_ANSWER = 'Q';

    /** S: event code, 1 byte. */
    public static final int SYSTEM_EVENT_EVENT = 9;
    /** S: length. */
    public static final int SYSTEM_EVENT_LENGTH = 10;

    /** A: userRefNum, 4 bytes. */
    public static final int ACCEPTED_USER_REF = 9;
    /** A: side, 1 byte. */
    public static final int ACCEPTED_SIDE = 13;
    /** A: quantity, 4 bytes. */
    public static final int ACCEPTED_QUANTITY = 14;
    /** A: symbol, 8 bytes. */
    public static final int ACCEPTED_SYMBOL = 18;
    /** A: price, four decimals, 8 bytes. */
    public static final int ACCEPTED_PRICE = 26;
    /** A: time in force, 1 byte. */
    public static final int ACCEPTED_TIME_IN_FORCE = 34;
    /** A: display, 1 byte. */
    public static final int ACCEPTED_DISPLAY = 35;
    /** A: the venue's order reference, 8 bytes. */
    public static final int ACCEPTED_ORDER_REF = 36;
    /** A: capacity, 1 byte. */
    public static final int ACCEPTED_CAPACITY = 44;
    /** A: intermarket sweep eligibility, 1 byte. */
    public static final int ACCEPTED_ISO = 45;
    /** A: cross type, 1 byte. */
    public static final int ACCEPTED_CROSS = 46;
    /** A: order state, {@code L} live or {@code D} dead, 1 byte. */
    public static final int ACCEPTED_STATE = 47;
    /** A: client order id, 14 bytes. */
    public static final int ACCEPTED_CLIENT_ORDER_ID = 48;
    /** A: length of the appendage, 2 bytes. */
    public static final int ACCEPTED_APPENDAGE_LENGTH = 62;
    /** A: length without appendage. */
    public static final int ACCEPTED_LENGTH = 64;

    /** U: userRefNum of the order replaced, 4 bytes. */
    public static final int REPLACED_ORIGINAL_REF = 9;
    /** U: userRefNum of the new order, 4 bytes. */
    public static final int REPLACED_USER_REF = 13;
    /** U: side, 1 byte. */
    public static final int REPLACED_SIDE = 17;
    /** U: quantity, 4 bytes. */
    public static final int REPLACED_QUANTITY = 18;
    /** U: symbol, 8 bytes. */
    public static final int REPLACED_SYMBOL = 22;
    /** U: price, four decimals, 8 bytes. */
    public static final int REPLACED_PRICE = 30;
    /** U: time in force, 1 byte. */
    public static final int REPLACED_TIME_IN_FORCE = 38;
    /** U: display, 1 byte. */
    public static final int REPLACED_DISPLAY = 39;
    /** U: the venue's order reference, 8 bytes. */
    public static final int REPLACED_ORDER_REF = 40;
    /** U: capacity, 1 byte. */
    public static final int REPLACED_CAPACITY = 48;
    /** U: intermarket sweep eligibility, 1 byte. */
    public static final int REPLACED_ISO = 49;
    /** U: cross type, 1 byte. */
    public static final int REPLACED_CROSS = 50;
    /** U: order state, {@code L} live or {@code D} dead, 1 byte. */
    public static final int REPLACED_STATE = 51;
    /** U: client order id, 14 bytes. */
    public static final int REPLACED_CLIENT_ORDER_ID = 52;
    /** U: length of the appendage, 2 bytes. */
    public static final int REPLACED_APPENDAGE_LENGTH = 66;
    /** U: length without appendage. */
    public static final int REPLACED_LENGTH = 68;

    /** C: userRefNum, 4 bytes. */
    public static final int CANCELED_USER_REF = 9;
    /** C: quantity taken from the order, 4 bytes. */
    public static final int CANCELED_QUANTITY = 13;
    /** C: reason, 1 byte. */
    public static final int CANCELED_REASON = 17;
    /** C: length. */
    public static final int CANCELED_LENGTH = 18;

    /** D: userRefNum, 4 bytes. */
    public static final int AIQ_CANCELED_USER_REF = 9;
    /** D: quantity taken from the order, 4 bytes. */
    public static final int AIQ_CANCELED_QUANTITY = 13;
    /** D: reason, 1 byte. */
    public static final int AIQ_CANCELED_REASON = 17;
    /** D: quantity that would have traded, 4 bytes. */
    public static final int AIQ_CANCELED_PREVENTED = 18;
    /** D: price, four decimals, 8 bytes. */
    public static final int AIQ_CANCELED_PRICE = 22;
    /** D: liquidity flag, 1 byte. */
    public static final int AIQ_CANCELED_LIQUIDITY = 30;
    /** D: length. */
    public static final int AIQ_CANCELED_LENGTH = 31;

    /** E: userRefNum, 4 bytes. */
    public static final int EXECUTED_USER_REF = 9;
    /** E: executed quantity, 4 bytes. */
    public static final int EXECUTED_QUANTITY = 13;
    /** E: price, four decimals, 8 bytes. */
    public static final int EXECUTED_PRICE = 17;
    /** E: liquidity flag, 1 byte. */
    public static final int EXECUTED_LIQUIDITY = 25;
    /** E: match number, 8 bytes. */
    public static final int EXECUTED_MATCH = 26;
    /** E: length of the appendage, 2 bytes. */
    public static final int EXECUTED_APPENDAGE_LENGTH = 34;
    /** E: length without appendage. */
    public static final int EXECUTED_LENGTH = 36;

    /** B: userRefNum, 4 bytes. */
    public static final int BROKEN_USER_REF = 9;
    /** B: match number, 8 bytes. */
    public static final int BROKEN_MATCH = 13;
    /** B: reason, 1 byte. */
    public static final int BROKEN_REASON = 21;
    /** B: client order id, 14 bytes. */
    public static final int BROKEN_CLIENT_ORDER_ID = 22;
    /** B: length. */
    public static final int BROKEN_LENGTH = 36;

    /** F: userRefNum, 4 bytes. */
    public static final int TRADE_CORRECTED_USER_REF = 9;
    /** F: quantity, 4 bytes. */
    public static final int TRADE_CORRECTED_QUANTITY = 13;
    /** F: price, four decimals, 8 bytes. */
    public static final int TRADE_CORRECTED_PRICE = 17;
    /** F: liquidity flag, 1 byte. */
    public static final int TRADE_CORRECTED_LIQUIDITY = 25;
    /** F: match number, 8 bytes. */
    public static final int TRADE_CORRECTED_MATCH = 26;
    /** F: reason, 1 byte. */
    public static final int TRADE_CORRECTED_REASON = 34;
    /** F: client order id, 14 bytes. */
    public static final int TRADE_CORRECTED_CLIENT_ORDER_ID = 35;
    /** F: length. */
    public static final int TRADE_CORRECTED_LENGTH = 49;

    /** J: userRefNum, 4 bytes. */
    public static final int REJECTED_USER_REF = 9;
    /** J: reason, a number, 2 bytes. */
    public static final int REJECTED_REASON = 13;
    /** J: client order id, 14 bytes. */
    public static final int REJECTED_CLIENT_ORDER_ID = 15;
    /** J: length. */
    public static final int REJECTED_LENGTH = 29;

    /** P: userRefNum, 4 bytes. */
    public static final int CANCEL_PENDING_USER_REF = 9;
    /** P: length. */
    public static final int CANCEL_PENDING_LENGTH = 13;

    /** I: userRefNum, 4 bytes. */
    public static final int CANCEL_REJECTED_USER_REF = 9;
    /** I: length. */
    public static final int CANCEL_REJECTED_LENGTH = 13;

    /** T: userRefNum, 4 bytes. */
    public static final int PRIORITY_UPDATED_USER_REF = 9;
    /** T: price, four decimals, 8 bytes. */
    public static final int PRIORITY_UPDATED_PRICE = 13;
    /** T: display, 1 byte. */
    public static final int PRIORITY_UPDATED_DISPLAY = 21;
    /** T: the venue's new order reference, 8 bytes. */
    public static final int PRIORITY_UPDATED_ORDER_REF = 22;
    /** T: length. */
    public static final int PRIORITY_UPDATED_LENGTH = 30;

    /** M: userRefNum, 4 bytes. */
    public static final int MODIFIED_USER_REF = 9;
    /** M: side, 1 byte. */
    public static final int MODIFIED_SIDE = 13;
    /** M: quantity, 4 bytes. */
    public static final int MODIFIED_QUANTITY = 14;
    /** M: length. */
    public static final int MODIFIED_LENGTH = 18;

    /** R: userRefNum, 4 bytes. */
    public static final int RESTATED_USER_REF = 9;
    /** R: reason, 1 byte. */
    public static final int RESTATED_REASON = 13;
    /** R: length of the appendage, 2 bytes. */
    public static final int RESTATED_APPENDAGE_LENGTH = 14;
    /** R: length without appendage. */
    public static final int RESTATED_LENGTH = 16;

    /** Q: next userRefNum to use, 4 bytes. */
    public static final int ACCOUNT_ANSWER_NEXT_USER_REF = 9;
    /** Q: length. */
    public static final int ACCOUNT_ANSWER_LENGTH = 13;

    private OuchOutboundLayout()
    {
    }
}
