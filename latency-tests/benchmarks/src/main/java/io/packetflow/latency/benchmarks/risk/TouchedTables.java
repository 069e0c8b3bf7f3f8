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
package io.packetflow.latency.benchmarks.risk;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Tables of the size that the checks have, with nothing in them: what it costs to read one word of each record that a
 * check reads is what the memory costs without any rule.
 */
final class TouchedTables
{
    private static final int INSTRUMENT_SHIFT = 5;
    private static final int ACCOUNT_SHIFT = 6;
    private static final int PAIR_SHIFT = 4;
    private static final int ALIGNMENT = 64;

    private final Slab instruments;
    private final Slab accounts;
    private final Slab pairs;

    TouchedTables(final Arena arena)
    {
        instruments = arena.allocate((long)PackedOrders.INSTRUMENTS << INSTRUMENT_SHIFT, ALIGNMENT);
        accounts = arena.allocate((long)PackedOrders.ACCOUNTS << ACCOUNT_SHIFT, ALIGNMENT);
        pairs = arena.allocate(((long)PackedOrders.INSTRUMENTS * PackedOrders.ACCOUNTS) << PAIR_SHIFT, ALIGNMENT);
    }

    long touch(final long order)
    {
        final int instrument = PackedOrders.instrument(order);
        final int account = PackedOrders.account(order);
        final long pair = (long)account * PackedOrders.INSTRUMENTS + instrument;
        return accounts.getLong((long)account << ACCOUNT_SHIFT) |
            instruments.getLong((long)instrument << INSTRUMENT_SHIFT) | pairs.getLong(pair << PAIR_SHIFT);
    }
}
