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
 * Where an account's fields stand: one cache line.
 *
 * <pre>
 *    0               8               16              24
 *   +---------------+---------------+---------------+---------------+
 *   | max notional  | open notional | max open      | theoretical   |
 *   | of an order E4| E4            | notional E4   | arrival nanos |
 *   +-------+-------+-------+-------+---------------+---------------+
 *   | emis- | burst | open  | max   | last order's  | last order's  |
 *   | sion  | less 1| orders| open  | nanos         | fingerprint   |
 *   +-------+-------+-------+-------+---------------+---------------+
 *    32      36      40      44      48              56              64
 * </pre>
 *
 * <p>The order rate is a GCRA: the theoretical arrival is the whole state, one word. An order conforms while it comes
 * no earlier than that arrival less the burst tolerance, {@code emission * (burst - 1)}; it then moves the arrival to
 * {@code max(arrival, now) + emission}. Emission is the nanoseconds between orders at the sustained rate.
 *
 * <p>The fingerprint hashes instrument, side, price and quantity into 64 bits and is odd, so never equal to that of
 * fresh memory.
 */
final class AccountLayout
{
    static final int SHIFT = 6;
    static final int STRIDE = 1 << SHIFT;

    static final int MAX_ORDER_NOTIONAL = 0;
    static final int OPEN_NOTIONAL = 8;
    static final int MAX_OPEN_NOTIONAL = 16;
    static final int THEORETICAL_ARRIVAL = 24;
    static final int EMISSION = 32;
    static final int BURST_LESS_ONE = 36;
    static final int OPEN_ORDERS = 40;
    static final int MAX_OPEN_ORDERS = 44;
    static final int LAST_ORDER_TIME = 48;
    static final int LAST_FINGERPRINT = 56;

    private AccountLayout()
    {
    }

    static long offset(final int account)
    {
        return (long)account << SHIFT;
    }

    static long fingerprint(final int instrument, final int side, final long priceE4, final int quantity)
    {
        final long order = (((long)quantity << 32) | ((long)instrument << 2) | side) * 0x9E3779B97F4A7C15L;
        final long mixed = (order ^ (order >>> 29) ^ priceE4) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 32)) | 1;
    }
}
