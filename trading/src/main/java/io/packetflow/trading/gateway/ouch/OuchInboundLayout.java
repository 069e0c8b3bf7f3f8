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
 * Where the fields of the client's OUCH 5.0 messages lie. Offsets are bytes from the type byte; numbers are unsigned
 * and big-endian, prices have four decimals, text is ASCII, left-justified and padded with spaces.
 *
 * <pre>
 * O  enter order, 47 bytes + appendage
 *    0        1               5    6         10         18        26  27  28  29  30    31         45
 *   +--------+---------------+----+---------+----------+---------+---+---+---+---+-----+----------+--------+-----
 *   | 'O'    | userRefNum    |side| quantity| symbol   | priceE4 |TIF|dis|cap|ISO|cross| clOrdId  | appLen | app
 *   | 1      | 4             | 1  | 4       | 8        | 8       | 1 | 1 | 1 | 1 | 1   | 14       | 2      |
 *   +--------+---------------+----+---------+----------+---------+---+---+---+---+-----+----------+--------+-----
 * U  replace order, 40 bytes + appendage
 *    0        1               5               9         13        21  22  23  24         38
 *   +--------+---------------+---------------+---------+---------+---+---+---+----------+--------+-----
 *   | 'U'    | original ref  | new ref       | quantity| priceE4 |TIF|dis|ISO| clOrdId  | appLen | app
 *   | 1      | 4             | 4             | 4       | 8       | 1 | 1 | 1 | 14       | 2      |
 *   +--------+---------------+---------------+---------+---------+---+---+---+----------+--------+-----
 * X  cancel order, 9 bytes                    M  modify order, 10 bytes                     Q  account query, 1 byte
 *    0        1               5                  0        1               5    6
 *   +--------+---------------+----------+       +--------+---------------+----+----------+
 *   | 'X'    | userRefNum    | quantity |       | 'M'    | userRefNum    |side| quantity |
 *   +--------+---------------+----------+       +--------+---------------+----+----------+
 * </pre>
 *
 * <p>Quantity of X is what shall remain; 0 cancels all. Source: wire-formats page, section 5, checked against recorded
 * messages.
 */
public final class OuchInboundLayout
{
    /** Type byte of an enter-order message. */
    public static final byte ENTER = 'O';
    /** Type byte of a replace-order message. */
    public static final byte REPLACE = 'U';
    /** Type byte of a cancel-order message. */
    public static final byte CANCEL = 'X';
    /** Type byte of a modify-order message. */
    public static final byte MODIFY = 'M';
    /** Type byte of an account query. */
    public static final byte ACCOUNT_QUERY = 'Q';

    /** Offset of the type byte in every message. */
    public static final int TYPE = 0;

    /** O: userRefNum, 4 bytes. */
    public static final int ENTER_USER_REF = 1;
    /** O: side, {@code B S T E}, 1 byte. */
    public static final int ENTER_SIDE = 5;
    /** O: quantity, 4 bytes. */
    public static final int ENTER_QUANTITY = 6;
    /** O: symbol, 8 bytes. */
    public static final int ENTER_SYMBOL = 10;
    /** O: price, four decimals, 8 bytes. */
    public static final int ENTER_PRICE = 18;
    /** O: time in force, 1 byte; display, capacity, intermarket sweep and cross type follow, 1 byte each. */
    public static final int ENTER_TIME_IN_FORCE = 26;
    /** O: display, 1 byte. */
    public static final int ENTER_DISPLAY = 27;
    /** O: capacity, 1 byte. */
    public static final int ENTER_CAPACITY = 28;
    /** O: intermarket sweep eligibility, 1 byte. */
    public static final int ENTER_ISO = 29;
    /** O: cross type, 1 byte. */
    public static final int ENTER_CROSS = 30;
    /** O: client order id, 14 bytes. */
    public static final int ENTER_CLIENT_ORDER_ID = 31;
    /** O: length of the appendage, 2 bytes. */
    public static final int ENTER_APPENDAGE_LENGTH = 45;
    /** O: length without appendage. */
    public static final int ENTER_LENGTH = 47;

    /** U: userRefNum of the order to replace, 4 bytes. */
    public static final int REPLACE_ORIGINAL_REF = 1;
    /** U: userRefNum of the order that takes its place, 4 bytes. */
    public static final int REPLACE_USER_REF = 5;
    /** U: quantity, 4 bytes. */
    public static final int REPLACE_QUANTITY = 9;
    /** U: price, four decimals, 8 bytes. */
    public static final int REPLACE_PRICE = 13;
    /** U: time in force, 1 byte. */
    public static final int REPLACE_TIME_IN_FORCE = 21;
    /** U: display, 1 byte. */
    public static final int REPLACE_DISPLAY = 22;
    /** U: intermarket sweep eligibility, 1 byte. */
    public static final int REPLACE_ISO = 23;
    /** U: client order id, 14 bytes. */
    public static final int REPLACE_CLIENT_ORDER_ID = 24;
    /** U: length of the appendage, 2 bytes. */
    public static final int REPLACE_APPENDAGE_LENGTH = 38;
    /** U: length without appendage. */
    public static final int REPLACE_LENGTH = 40;

    /** X: userRefNum, 4 bytes. */
    public static final int CANCEL_USER_REF = 1;
    /** X: quantity that shall remain, 4 bytes. */
    public static final int CANCEL_QUANTITY = 5;
    /** X: length. */
    public static final int CANCEL_LENGTH = 9;

    /** M: userRefNum, 4 bytes. */
    public static final int MODIFY_USER_REF = 1;
    /** M: side, 1 byte. */
    public static final int MODIFY_SIDE = 5;
    /** M: quantity, 4 bytes. */
    public static final int MODIFY_QUANTITY = 6;
    /** M: length. */
    public static final int MODIFY_LENGTH = 10;

    /** Q: length. */
    public static final int ACCOUNT_QUERY_LENGTH = 1;

    /** Bytes of a client order id. */
    public static final int CLIENT_ORDER_ID_LENGTH = 14;

    private OuchInboundLayout()
    {
    }
}
