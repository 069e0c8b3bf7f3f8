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

/** An area of almost four cache lines. */
public final class WideArea extends Flyweight
{
    static final RecordLayout LAYOUT = RecordLayout.named("WideArea").bytes("all", 240).build();

    public WideArea(final Slab slab)
    {
        super(slab);
    }

    void fill(final long value)
    {
        for (int at = 0; at < LAYOUT.size(); at += Long.BYTES)
        {
            int64(at, value);
        }
    }
}
