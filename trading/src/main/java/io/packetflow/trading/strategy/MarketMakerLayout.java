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
package io.packetflow.trading.strategy;

/**
 * Where a {@link MarketMaker} keeps what it knows of a symbol: one cache line, little-endian.
 *
 * <pre>
 *    0               8               16        20    21     22    23    24                  44                 64
 *   +---------------+---------------+---------+-----+------+-----+-----+-------------------+-------------------+
 *   | inside        | cashE4        | position| skew| sides| bid | ask | bid order         | ask order         |
 *   | bid hi, ask lo|               | shares  |ticks| bits |state|state| 20                | 20                |
 *   +---------------+---------------+---------+-----+------+-----+-----+-------------------+-------------------+
 *   an order:  0 price E4 4 | 4 requested price E4 4 | 8 leaves 4 | 12 live userRef 4 | 16 requested userRef 4
 * </pre>
 *
 * <p>{@code inside} is 0 where nothing may be quoted. {@code cashE4} is what fills brought minus what they cost.
 * A price of 0 means that there is no order. One writer: the strategy's thread.
 */
public final class MarketMakerLayout
{
    /** The inside last seen: bid price in the high, ask price in the low 32 bits; 0 if not quotable. */
    public static final int INSIDE = 0;
    /** Cash from fills, four decimals, negative where shares were bought. */
    public static final int CASH = 8;
    /** Position in shares, negative if short. */
    public static final int POSITION = 16;
    /** Ticks by which the position moves the quotes down; signed byte. */
    public static final int SKEW = 20;
    /** Bit 0: may buy; bit 1: may sell; byte. */
    public static final int SIDES = 21;
    /** State of the bid, then of the ask; a byte each. */
    public static final int STATE = 22;
    /** The bid order, then the ask order. */
    public static final int ORDERS = 24;
    /** Bytes of an order. */
    public static final int ORDER_LENGTH = 20;
    /** In an order: price of the live order, 0 if there is none. */
    public static final int PRICE = 0;
    /** In an order: price that was asked for, while an enter or replace is under way. */
    public static final int REQUESTED_PRICE = 4;
    /** In an order: shares still open. */
    public static final int LEAVES = 8;
    /** In an order: userRefNum of the live order, 0 if there is none. */
    public static final int LIVE_REF = 12;
    /** In an order: userRefNum that was asked for, 0 if none is under way. */
    public static final int REQUESTED_REF = 16;
    /** Bytes of a symbol. */
    public static final int LENGTH = 64;

    /** Side index of the bid. */
    public static final int BID = 0;
    /** Side index of the ask. */
    public static final int ASK = 1;

    /** No order, nothing under way. */
    public static final int IDLE = 0;
    /** An order is live, nothing under way. */
    public static final int WORKING = 1;
    /** An enter is under way. */
    public static final int ENTERING = 2;
    /** A replace is under way; the old order may be live or, with a live reference of 0, gone. */
    public static final int REPLACING = 3;
    /** A cancel is under way. */
    public static final int CANCELING = 4;

    private MarketMakerLayout()
    {
    }
}
