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
package io.packetflow.trading.engine;

import java.util.HashMap;
import java.util.Map;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/** A packet whose state follows from its inputs up to an instance, and from there on from something else too. */
public final class Drifting implements PacketHandler, Stateful
{
    static final String NAME = "Drifting";

    private static final long PRIME = 0x100000001B3L;
    private static final int KEYS = 64;

    private final InstanceHeader header;
    private final From from;
    private final long firstInstance;
    private long state;

    /** What no replay brings again. */
    enum From
    {
        IDENTITY_HASH, NANO_TIME, HASH_MAP_ORDER
    }

    Drifting(final PacketContext context, final From from, final long firstInstance)
    {
        this.header = context.header();
        this.from = from;
        this.firstInstance = firstInstance;
    }

    @Override
    public int onInstance()
    {
        state = (state ^ header.sequence()) * PRIME;
        if (header.sequence() >= firstInstance)
        {
            state = (state ^ drift()) * PRIME;
        }
        return CONTINUE;
    }

    private long drift()
    {
        return switch (from)
        {
            case IDENTITY_HASH -> System.identityHashCode(new Object());
            case NANO_TIME -> System.nanoTime();
            case HASH_MAP_ORDER -> firstOfMap();
        };
    }

    /** Keys without a hash of their own lie in the order of their addresses. */
    private static long firstOfMap()
    {
        final Map<Object, Integer> map = new HashMap<>();
        for (int i = 0; i < KEYS; i++)
        {
            map.put(new Object(), i);
        }
        long order = 0;
        for (final int value : map.values())
        {
            order = (order ^ value) * PRIME;
        }
        return order;
    }

    @Override
    public void exchange(final StateExchange exchange)
    {
        state = exchange.int64("state", state);
    }

    @Override
    public long stateHash()
    {
        return state;
    }
}
