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

import io.packetflow.layout.memory.Slab;

/**
 * Where an account's fields stand: one cache line.
 *
 * <pre>
 *    0               8               16              24
 *   +---------------+---------------+---------------+---------------+
 *   | max notional  | open notional | max open      | earliest next |
 *   | of an order E4| E4            | notional E4   | order, nanos  |
 *   +-------+-----+-+-------+-------+---------------+---------------+
 *   | emis- |burst|k| open  | max   | last order's  | last order's  |
 *   | sion  |less1|i| orders| open  | nanos         | fingerprint   |
 *   +-------+-----+-+-------+-------+---------------+---------------+
 *    32      36   39 40      44      48              56              64
 * </pre>
 *
 * <p>The order rate is a GCRA in one word. Its usual state is the theoretical arrival; here it is that less the burst
 * tolerance, {@code emission * (burst - 1)}: the earliest time at which the next order conforms, so the check is one
 * subtraction. An order moves it to {@code max(earliest, now - tolerance) + emission}. Emission is the nanoseconds
 * between orders at the sustained rate. Byte 39 has the reasons that stop the account.
 *
 * <p>The fingerprint joins instrument, side, quantity and price into 64 bits: orders that differ only in one of them
 * differ in it.
 */
final class AccountLayout
{
    static final int SHIFT = 6;
    static final int STRIDE = 1 << SHIFT;

    static final int MAX_ORDER_NOTIONAL = 0;
    static final int OPEN_NOTIONAL = 8;
    static final int MAX_OPEN_NOTIONAL = 16;
    static final int EARLIEST = 24;
    static final int EMISSION = 32;
    static final int BURST_LESS_ONE = 36;
    static final int KILL_REASONS = 39;
    static final int OPEN_ORDERS = 40;
    static final int MAX_OPEN_ORDERS = 44;
    static final int LAST_ORDER_TIME = 48;
    static final int LAST_FINGERPRINT = 56;

    static final int BURST_MASK = 0xFF_FFFF;

    private AccountLayout()
    {
    }

    static long toleranceNanos(final Slab hot, final long record)
    {
        return (long)hot.getInt(record + EMISSION) * (hot.getInt(record + BURST_LESS_ONE) & BURST_MASK);
    }

    static long fingerprint(final int instrument, final int side, final long priceE4, final int quantity)
    {
        // An odd factor maps prices one to one, and far from the small numbers it is joined with.
        return (priceE4 * 0x9E3779B97F4A7C15L) ^ (((long)quantity << 32) | ((long)instrument << 2) | side);
    }
}
