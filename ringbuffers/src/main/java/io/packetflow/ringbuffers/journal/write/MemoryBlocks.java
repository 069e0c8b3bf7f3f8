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
package io.packetflow.ringbuffers.journal.write;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. The memory that is appended to where a journal thread writes the files: a few blocks, each used again only
 * after all that was in it is on the disk.
 */
final class MemoryBlocks
{
    private static final long PAGE_BYTES = 4096;

    private final Queue<Slab> free = new ConcurrentLinkedQueue<>();

    MemoryBlocks(final Arena arena, final int count, final long bytes)
    {
        for (int i = 0; i < count; i++)
        {
            free.add(arena.allocate(bytes, PAGE_BYTES));
        }
    }

    /** Takes a block, whatever is in it; null if all are in use. */
    Slab take()
    {
        return free.poll();
    }

    void giveBack(final Slab block)
    {
        free.add(block);
    }
}
