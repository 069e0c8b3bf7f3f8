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
package io.packetflow.risk.pretrade;

/**
 * Cold path. What a pre-trade check can hold against an order. Bit and code are stable, since journals and
 * audit trails hold them: new rules are added at the end.
 */
public enum Violation
{
    /** The account index is outside the tables. */
    ACCOUNT_UNKNOWN(0, "R101", false, "no such account"),
    /** The instrument index is outside the tables. */
    INSTRUMENT_UNKNOWN(1, "R102", false, "no such instrument"),
    /** The side is none of {@link Side}. */
    SIDE_INVALID(2, "R103", false, "the side is none of buy, sell, sell short"),
    /** The price is below 0.0001 or above {@code Ranges.MAX_PRICE_E4}. */
    PRICE_INVALID(3, "R104", true, "the price is not a price"),
    /** The quantity is zero or negative. */
    QUANTITY_INVALID(4, "R105", true, "the quantity is not positive"),
    /** The logical time is negative, too large, or before that of the last order. */
    TIME_INVALID(5, "R106", false, "the time is no time, or runs backwards"),
    /** A replace names an original whose reservation is no price or no quantity. */
    ORIGINAL_INVALID(6, "R107", false, "the reservation of the order to replace is not one"),
    /** Everything is stopped. */
    KILLED(7, "R201", false, "all trading is stopped"),
    /** The account is stopped. */
    ACCOUNT_KILLED(8, "R202", false, "the account is stopped"),
    /** The instrument is stopped. */
    INSTRUMENT_KILLED(9, "R203", false, "the instrument is stopped"),
    /** The instrument, or the whole market, is halted. */
    MARKET_HALTED(10, "R301", false, "trading is halted"),
    /** The instrument, or the whole market, is closed. */
    MARKET_CLOSED(11, "R302", false, "the market is closed"),
    /** A short sale under a short-sale restriction. */
    SHORT_SALE_RESTRICTED(12, "R303", false, "short sales are restricted"),
    /** No reference price is known, so no collar either. */
    REFERENCE_MISSING(13, "R304", false, "no reference price is known"),
    /** The price is too far from the reference, or outside the instrument's fixed band. */
    PRICE_COLLAR(14, "R401", true, "the price is outside the collar"),
    /** The quantity is below the instrument's minimum. */
    QUANTITY_BELOW_MINIMUM(15, "R402", true, "the quantity is below the minimum"),
    /** The quantity is above the instrument's maximum. */
    QUANTITY_ABOVE_MAXIMUM(16, "R403", true, "the quantity is above the maximum"),
    /** Price times quantity is above what an order in this instrument may be worth. */
    INSTRUMENT_NOTIONAL(17, "R404", true, "the order is worth more than the instrument allows"),
    /** Price times quantity is above what an order of this account may be worth. */
    ACCOUNT_NOTIONAL(18, "R405", true, "the order is worth more than the account allows"),
    /** The position could leave its limit if all open orders of this side were filled. */
    POSITION(19, "R501", true, "the position could leave its limit"),
    /** The account has as many open orders as it may. */
    OPEN_ORDERS(20, "R502", true, "too many open orders"),
    /** The account's open orders would be worth more than allowed. */
    OPEN_NOTIONAL(21, "R503", true, "the open orders would be worth too much"),
    /** The account sends faster than its rate and burst allow. */
    ORDER_RATE(22, "R601", true, "too many orders a second"),
    /** The order would trade with a resting order of the same account. */
    SELF_TRADE(23, "R602", false, "the order would trade with the account's own"),
    /** The account's previous order was the same, within the duplicate window. */
    DUPLICATE(24, "R603", true, "the same order again"),
    /** The journal's disk is nearly full; replaces that add no exposure pass. */
    SPACE_LOW(25, "R204", false, "the journal's disk is nearly full");

    private final int bit;
    private final String code;
    private final boolean breach;
    private final String text;

    Violation(final int bit, final String code, final boolean breach, final String text)
    {
        this.bit = bit;
        this.code = code;
        this.breach = breach;
        this.text = text;
    }

    /** Returns the bit of this violation in a mask, from 0. */
    public int bit()
    {
        return bit;
    }

    /** Returns the mask with this violation alone. */
    public long mask()
    {
        return 1L << bit;
    }

    /** Returns the stable code for logs and audit trails. */
    public String code()
    {
        return code;
    }

    /** Returns whether it hints at a sender out of control, and so counts towards the kill switch. */
    public boolean isBreach()
    {
        return breach;
    }

    /** Returns what it means, for people. */
    public String text()
    {
        return text;
    }
}
