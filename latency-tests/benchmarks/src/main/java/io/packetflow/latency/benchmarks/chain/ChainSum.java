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
package io.packetflow.latency.benchmarks.chain;

import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/** Hot path. Stands behind the chain that is written in the language, and keeps what comes of the instances. */
public final class ChainSum implements PacketHandler
{
    private final Slab slots;
    private final Flyweight folded;
    private long result;
    private long count;

    ChainSum(final PacketContext context, final Class<? extends Flyweight> view)
    {
        slots = context.input().slab();
        folded = context.area(ChainPackets.FOLD, view);
    }

    @Override
    public int onInstance()
    {
        result += slots.getLong(folded.offset());
        count++;
        return CONTINUE;
    }

    /** Returns the sum of all results. */
    public long result()
    {
        return result;
    }

    /** Returns how many instances came. */
    public long count()
    {
        return count;
    }
}
