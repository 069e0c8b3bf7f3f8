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

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** What a packet of the chain writes: one number. */
public final class ChainArea extends Flyweight
{
    static final RecordLayout LAYOUT = RecordLayout.named("ChainArea").int64("value").build();

    private static final int VALUE = LAYOUT.offset("value");

    private long kept;

    public ChainArea(final Slab slab)
    {
        super(slab);
    }

    public long value()
    {
        return int64(VALUE);
    }

    /** Returns what was written last through this view: in a register still, where the memory's is loaded. */
    public long kept()
    {
        return kept;
    }

    public void value(final long value)
    {
        int64(VALUE, value);
        kept = value;
    }
}
