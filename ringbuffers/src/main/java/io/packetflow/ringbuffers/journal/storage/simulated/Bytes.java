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
package io.packetflow.ringbuffers.journal.storage.simulated;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

/** Cold path. Memory that grows and is zero where nobody wrote: the bytes of a file. */
final class Bytes implements AutoCloseable
{
    private Arena arena;
    private Slab slab;

    Bytes(final long capacity)
    {
        arena = new Arena(HugePages.OFF);
        slab = arena.allocate(Math.max(capacity, Inode.PAGE_BYTES), Inode.PAGE_BYTES);
    }

    Slab slab()
    {
        return slab;
    }

    /** Grows to twice the size where it is too small; the slab is another one then. */
    void reserve(final long bytes)
    {
        if (bytes <= slab.capacity())
        {
            return;
        }
        final Arena larger = new Arena(HugePages.OFF);
        final Slab grown = larger.allocate(Math.max(roundUp(bytes), 2 * slab.capacity()), Inode.PAGE_BYTES);
        grown.copyFrom(0, slab, 0, slab.capacity());
        arena.close();
        arena = larger;
        slab = grown;
    }

    static long roundUp(final long bytes)
    {
        return (bytes + Inode.PAGE_BYTES - 1) & -Inode.PAGE_BYTES;
    }

    @Override
    public void close()
    {
        arena.close();
    }
}
