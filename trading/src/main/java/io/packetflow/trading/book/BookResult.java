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
package io.packetflow.trading.book;

/**
 * Hot path (constants). What an operation on the books did. Zero and above: applied. Below zero: refused, the books
 * are as they were, and the refusal is counted ({@link OrderBooks#refusals}).
 */
public final class BookResult
{
    /** Applied, or nothing to apply; the best bid and the best offer of the symbol are as before. */
    public static final int UNCHANGED = 0;
    /** Applied; price or quantity of the symbol's best bid or best offer changed. */
    public static final int INSIDE_CHANGED = 1;
    /** Refused: no live order of that symbol has this reference. A feed joined in mid-day has many of these. */
    public static final int UNKNOWN_REFERENCE = -1;
    /** Refused: a live order of that symbol has this reference already. */
    public static final int DUPLICATE_REFERENCE = -2;
    /** Refused: zero shares, or more than 32 bits hold. */
    public static final int BAD_QUANTITY = -3;
    /** Refused: a price of zero, or above {@link OrderBooks#MAX_PRICE_E4}. */
    public static final int BAD_PRICE = -4;
    /** Refused: more shares executed or cancelled than the order has. */
    public static final int EXCESS_QUANTITY = -5;
    /** Refused: a side that is neither {@code 'B'} nor {@code 'S'}. */
    public static final int BAD_SIDE = -6;
    /** Refused: a reference above {@link OrderBooks#MAX_REFERENCE}. */
    public static final int BAD_REFERENCE = -7;
    /** How many kinds of refusal there are; they are -1 to minus this. */
    public static final int REFUSAL_KINDS = 7;

    private static final String[] NAMES =
    {
        "unknown reference", "duplicate reference", "zero or overflowing quantity", "zero or overflowing price",
        "more than the order has", "neither buy nor sell", "reference above 48 bits",
    };

    private BookResult()
    {
    }

    /**
     * Returns what a refusal means, for reports.
     *
     * @param result -1 to -{@link #REFUSAL_KINDS}
     * @return words for people
     */
    public static String refusalName(final int result)
    {
        return NAMES[-1 - result];
    }
}
