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
package io.packetflow.risk.limit;

/**
 * The numbers that this module computes with. Values outside are refused at the edge, so that sums and differences
 * inside cannot leave 64 bits; products of price and quantity can and are checked in 128.
 */
public final class Ranges
{
    /** Highest price: 100 000 000.0000. The lowest is one unit, 0.0001. */
    public static final long MAX_PRICE_E4 = 1_000_000_000_000L;

    /** Highest notional limit, in price units: about 230 000 billion. */
    public static final long MAX_NOTIONAL_E4 = (1L << 61) - 1;

    /** Highest position limit to either side, in quantity units. */
    public static final int MAX_POSITION = (1 << 30) - 1;

    /** Latest logical time in nanoseconds of the UTC epoch (the year 2116); the earliest is 0. */
    public static final long MAX_TIME_NANOS = 1L << 62;

    /** Most accounts, or instruments, that a table holds. */
    public static final int MAX_COUNT = 1 << 20;

    /** Most pairs of an account and an instrument: their hot records are then 1 GiB. */
    public static final int MAX_PAIR_COUNT = 1 << 26;

    private Ranges()
    {
    }
}
