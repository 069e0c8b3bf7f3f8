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

import java.util.Arrays;

/**
 * Hot path (constants and one table look-up; any thread). The layout of Nasdaq TotalView-ITCH 5.0 (Nasdaq
 * specification, edition of 2023-04-28), all numbers big-endian, all offsets in bytes from the type byte.
 *
 * <p>Every message begins with the same eleven bytes:
 * <pre>
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +---------------+-------------------------------+---------------+
 *  |     type      |         stock locate          |   tracking    |
 *  +---------------+-------------------------------+---------------+
 *  |   number      |   nanoseconds since midnight, Eastern time    |
 *  +---------------+-------------------------------+---------------+
 *  |                    (48 bits)                  |  body ...
 *  +-----------------------------------------------+
 * </pre>
 *
 * <p>Order and trade messages (offset:length of each field; those of the other messages stand in
 * {@link ItchAdminMessage}):
 * <pre>
 *  A add order           36  reference 11:8, side 19:1, shares 20:4, stock 24:8, price 32:4
 *  F add with MPID       40  as A, MPID 36:4
 *  E executed            31  reference 11:8, shares 19:4, match 23:8
 *  C executed at price   36  as E, printable 31:1, price 32:4
 *  X cancel (in part)    23  reference 11:8, shares 19:4
 *  D delete              19  reference 11:8
 *  U replace             35  old reference 11:8, new reference 19:8, shares 27:4, price 31:4
 *  P trade, non-displ.   44  as A, match 36:8
 *  Q cross trade         40  shares 11:8, stock 19:8, price 27:4, match 31:8, cross type 39:1
 *  B broken trade        19  match 11:8
 * </pre>
 * Prices are unsigned with four decimals (E4), at most {@link #MAX_PRICE_E4}. Shares of orders are unsigned 32 bits.
 */
public final class ItchLayout
{
    /** System event. */
    public static final char SYSTEM_EVENT = 'S';
    /** Stock directory: gives a stock locate its symbol for the day. */
    public static final char STOCK_DIRECTORY = 'R';
    /** Stock trading action: halted, paused, quotation only, trading. */
    public static final char TRADING_ACTION = 'H';
    /** Short sale price test restriction (Regulation SHO). */
    public static final char REG_SHO = 'Y';
    /** Market participant position. */
    public static final char PARTICIPANT_POSITION = 'L';
    /** Market-wide circuit breaker: the three levels of the day. */
    public static final char MWCB_LEVELS = 'V';
    /** Market-wide circuit breaker: a level was breached. */
    public static final char MWCB_STATUS = 'W';
    /** Quoting period of an initial public offering. */
    public static final char IPO_QUOTING = 'K';
    /** Limit up, limit down: auction collar. */
    public static final char LULD_COLLAR = 'J';
    /** Operational halt of one market. */
    public static final char OPERATIONAL_HALT = 'h';
    /** Add order without attribution. */
    public static final char ADD_ORDER = 'A';
    /** Add order with the participant's identifier. */
    public static final char ADD_ORDER_MPID = 'F';
    /** Order executed at its own price. */
    public static final char ORDER_EXECUTED = 'E';
    /** Order executed at another price. */
    public static final char ORDER_EXECUTED_PRICE = 'C';
    /** Order cancelled in part. */
    public static final char ORDER_CANCEL = 'X';
    /** Order deleted. */
    public static final char ORDER_DELETE = 'D';
    /** Order replaced by one with a new reference, of the same side and stock. */
    public static final char ORDER_REPLACE = 'U';
    /** Trade against a non-displayed order; never touches the displayed book. */
    public static final char TRADE = 'P';
    /** Cross trade; never touches the displayed book. */
    public static final char CROSS_TRADE = 'Q';
    /** A trade was broken; never touches the displayed book. */
    public static final char BROKEN_TRADE = 'B';
    /** Net order imbalance indicator. */
    public static final char IMBALANCE = 'I';
    /** Retail price improvement interest. */
    public static final char RETAIL_INTEREST = 'N';
    /** Direct listing with capital raise: price discovery. */
    public static final char DIRECT_LISTING = 'O';

    /** Offset of the type byte. */
    public static final int TYPE = 0;
    /** Offset of the stock locate, u16. */
    public static final int STOCK_LOCATE = 1;
    /** Offset of the tracking number, u16. */
    public static final int TRACKING_NUMBER = 3;
    /** Offset of the timestamp, u48, nanoseconds since midnight Eastern time. */
    public static final int TIMESTAMP = 5;
    /** Length of what all messages begin with; offset of the body. */
    public static final int HEADER_LENGTH = 11;

    /** Offset of the order reference, u64, in A F E C X D U P. */
    public static final int REFERENCE = 11;
    /** Offset of the side, {@code B} or {@code S}, in A F P. */
    public static final int ADD_SIDE = 19;
    /** Offset of the shares, u32, in A F P. */
    public static final int ADD_SHARES = 20;
    /** Offset of the symbol in A F P. */
    public static final int ADD_STOCK = 24;
    /** Offset of the price, u32 E4, in A F P. */
    public static final int ADD_PRICE = 32;
    /** Offset of the participant's identifier, four characters, in F. */
    public static final int ADD_MPID = 36;
    /** Offset of the shares, u32, in E C X. */
    public static final int REDUCE_SHARES = 19;
    /** Offset of the match number, u64, in E C. */
    public static final int EXECUTED_MATCH = 23;
    /** Offset of the printable flag, {@code Y} or {@code N}, in C. */
    public static final int EXECUTED_PRINTABLE = 31;
    /** Offset of the execution price, u32 E4, in C. */
    public static final int EXECUTED_PRICE = 32;
    /** Offset of the new reference, u64, in U. */
    public static final int REPLACE_NEW_REFERENCE = 19;
    /** Offset of the new shares, u32, in U. */
    public static final int REPLACE_SHARES = 27;
    /** Offset of the new price, u32 E4, in U. */
    public static final int REPLACE_PRICE = 31;
    /** Offset of the match number, u64, in P. */
    public static final int TRADE_MATCH = 36;
    /** Offset of the shares, u64, in Q. */
    public static final int CROSS_SHARES = 11;
    /** Offset of the symbol in Q. */
    public static final int CROSS_STOCK = 19;
    /** Offset of the price, u32 E4, in Q. */
    public static final int CROSS_PRICE = 27;
    /** Offset of the match number, u64, in Q. */
    public static final int CROSS_MATCH = 31;
    /** Offset of the cross type in Q. */
    public static final int CROSS_TYPE = 39;
    /** Offset of the match number, u64, in B. */
    public static final int BROKEN_MATCH = 11;

    /** Largest price of the specification, 200 000.0000. */
    public static final long MAX_PRICE_E4 = 2_000_000_000L;
    /** Longest message, type byte included. */
    public static final int MAX_LENGTH = 50;

    private static final String TYPES = "SRHYLVWKJhAFECXDUPQBINO";
    private static final int[] LENGTHS =
        {12, 39, 25, 20, 26, 35, 12, 28, 35, 21, 36, 40, 31, 36, 23, 19, 35, 44, 40, 19, 50, 20, 48};
    private static final String[] NAMES =
    {
        "system event", "stock directory", "trading action", "Reg SHO restriction", "participant position",
        "MWCB levels", "MWCB status", "IPO quoting period", "LULD auction collar", "operational halt",
        "add order", "add order with MPID", "order executed", "order executed at price", "order cancel",
        "order delete", "order replace", "trade (non-displayed)", "cross trade", "broken trade",
        "net order imbalance", "retail price improvement", "direct listing",
    };
    private static final byte[] LENGTH_BY_TYPE = new byte[256];
    private static final String[] NAME_BY_TYPE = new String[256];

    static
    {
        Arrays.fill(NAME_BY_TYPE, "unknown");
        for (int i = 0; i < LENGTHS.length; i++)
        {
            LENGTH_BY_TYPE[TYPES.charAt(i)] = (byte)LENGTHS[i];
            NAME_BY_TYPE[TYPES.charAt(i)] = NAMES[i];
        }
    }

    private ItchLayout()
    {
    }

    /**
     * Returns how long a message of a type is.
     *
     * @param type 0 to 255, the message's first byte
     * @return its length in bytes, type included; 0 if ITCH 5.0 knows no such type
     */
    public static int expectedLength(final int type)
    {
        return LENGTH_BY_TYPE[type & 0xFF];
    }

    /**
     * Returns what a message of a type is called.
     *
     * @param type 0 to 255
     * @return its name in lower case, "unknown" if ITCH 5.0 knows no such type
     */
    public static String name(final int type)
    {
        return NAME_BY_TYPE[type & 0xFF];
    }

    /** Returns the 23 type characters, in the order of the specification. */
    public static String types()
    {
        return TYPES;
    }
}
