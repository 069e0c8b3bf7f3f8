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
 * Where an instrument's fields stand.
 *
 * <pre>
 *   hot, 32 bytes: read by each check; bounds are precomputed when the reference or a limit moves
 *    0               8               16              24      28      30      31      32
 *   +---------------+---------------+---------------+-------+-------+-------+-------+
 *   | lowest price  | highest price | max notional  | max   | min   | state,| kill  |
 *   | E4            | E4            | of an order E4| qty   | qty   | shift | reason|
 *   +---------------+---------------+---------------+-------+-------+-------+-------+
 *                                                           |      packed word      |
 *   cold, 32 bytes: read when the reference moves
 *    0               8               16              24              28              32
 *   +---------------+---------------+---------------+---------------+---------------+
 *   | minimum price | maximum price | reference     | collar        | unused        |
 *   | E4            | E4            | price E4, or 0| basis points  |               |
 *   +---------------+---------------+---------------+---------------+---------------+
 * </pre>
 *
 * <p>No price passes while lowest and highest are both 0, as in fresh memory. Byte 30 has the state flags in its low
 * half and, in its high half, the shift that scales own resting prices into 32 bits, see {@link PairLayout}. The
 * control line has a word packed alike, for the market as a whole, so that one {@code or} joins the two.
 */
final class InstrumentLayout
{
    static final int SHIFT = 5;
    static final int STRIDE = 1 << SHIFT;

    static final int LOW_PRICE = 0;
    static final int HIGH_PRICE = 8;
    static final int MAX_NOTIONAL = 16;
    static final int MAX_QUANTITY = 24;
    static final int PACKED = 28;
    static final int STATE = 30;
    static final int KILL_REASONS = 31;

    static final int MIN_QUANTITY_MASK = 0xFFFF;
    static final int PACKED_FLAGS_SHIFT = 16;
    static final int PACKED_PRICE_SHIFT_SHIFT = 20;
    static final int PACKED_KILL_SHIFT = 24;
    static final int FLAGS_MASK = 0xF;
    static final int PRICE_SHIFT_MASK = 0xF;
    static final int PRICE_SHIFT_SHIFT = 4;

    static final int MIN_PRICE = 0;
    static final int MAX_PRICE = 8;
    static final int REFERENCE = 16;
    static final int COLLAR = 24;

    /** Flags stand in the order of their violations, so that one shift turns them into a mask. */
    static final int HALTED = 1;
    static final int CLOSED = 2;
    static final int SHORT_RESTRICTED = 4;
    static final int NO_REFERENCE = 8;

    private InstrumentLayout()
    {
    }

    static int priceShift(final int packed)
    {
        return (packed >>> PACKED_PRICE_SHIFT_SHIFT) & PRICE_SHIFT_MASK;
    }
}
