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
 * Where the fields of an account in an instrument stand.
 *
 * <pre>
 *   hot, 16 bytes: read by each check              cold, 16 bytes: read when something fills or ends
 *    0         4         8         12        16     0         4         8         12        16
 *   +---------+---------+---------+---------+      +---------+---------+---------+---------+
 *   | buy     | sell    | best own| best own|      | position| max     | max     | unused  |
 *   | headroom| headroom| bid key | ask key |      |         | long    | short   |         |
 *   +---------+---------+---------+---------+      +---------+---------+---------+---------+
 * </pre>
 *
 * <p><b>Headroom</b> is what may still be ordered to a side: {@code max long - position - open buys} and
 * {@code max short + position - open sells}. So limits of single pairs cost the check nothing: it subtracts the
 * quantity and looks at the sign. The open quantity of a side follows from headroom, limit and position.
 *
 * <p><b>Keys</b> hold prices of own resting orders, shifted right by the instrument's price shift (0 up to
 * 429 496.7292, so exact; above, a bucket of at most 256 units, and a tick size no finer keeps it exact).
 * With {@code level = (price >>> shift) + 1}, a bid's key is its level and an ask's key is the complement of its level
 * in 32 bits: to both sides the best price has the highest key, and 0 says that nothing rests.
 */
final class PairLayout
{
    static final int SHIFT = 4;
    static final int STRIDE = 1 << SHIFT;

    static final int HEADROOM = 0;
    static final int KEYS = 8;

    static final int POSITION = 0;
    static final int MAX_LONG = 4;
    static final int MAX_SHORT = 8;

    static final long KEY_MASK = 0xFFFF_FFFFL;

    /** Highest level; prices beyond the instrument's maximum are held to it. */
    static final long MAX_LEVEL = KEY_MASK - 1;

    private PairLayout()
    {
    }

    /** Byte offset of a side's half in a word of two: 0 for buys, 4 for sells. */
    static int half(final int side)
    {
        return (side & 1) << 2;
    }

    static long level(final long priceE4, final int priceShift)
    {
        return Math.min((priceE4 >>> priceShift) + 1, MAX_LEVEL);
    }

    /** The key under which an order of a side rests. */
    static long ownKey(final long level, final int side)
    {
        return level ^ (-(long)(side & 1) & KEY_MASK);
    }

    /** The key at or above which resting orders of the other side would trade with an order. */
    static long oppositeKey(final long level, final int side)
    {
        return level ^ (((long)(side & 1) - 1) & KEY_MASK);
    }

    /** Smallest shift that keeps the levels of all prices up to a maximum below {@link #MAX_LEVEL}. */
    static int priceShift(final long maxPriceE4)
    {
        int shift = 0;
        while ((maxPriceE4 >>> shift) + 1 >= MAX_LEVEL)
        {
            shift++;
        }
        return shift;
    }
}
