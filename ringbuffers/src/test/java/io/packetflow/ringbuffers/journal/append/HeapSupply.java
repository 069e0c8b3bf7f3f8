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
package io.packetflow.ringbuffers.journal.append;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/** Segments in plain memory, as many as the test grants. */
final class HeapSupply implements SegmentSupply
{
    private final List<Slab> given = new ArrayList<>();
    private final Arena arena;
    private final long segmentBytes;
    private int granted;

    HeapSupply(final Arena arena, final long segmentBytes, final int granted)
    {
        this.arena = arena;
        this.segmentBytes = segmentBytes;
        this.granted = granted;
    }

    void grant(final int count)
    {
        granted += count;
    }

    List<Slab> given()
    {
        return given;
    }

    @Override
    public long segmentBytes()
    {
        return segmentBytes;
    }

    @Override
    public Slab poll()
    {
        if (granted == 0)
        {
            return null;
        }
        granted--;
        final Slab slab = arena.allocate(segmentBytes, 4096);
        given.add(slab);
        return slab;
    }
}
