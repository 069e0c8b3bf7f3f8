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
package io.packetflow.latency.benchmarks.optimizer;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** An area of one number. */
public final class NarrowArea extends Flyweight
{
    static final RecordLayout LAYOUT = RecordLayout.named("NarrowArea").int64("value").build();

    public NarrowArea(final Slab slab)
    {
        super(slab);
    }

    long value()
    {
        return int64(0);
    }

    void value(final long value)
    {
        int64(0, value);
    }
}
