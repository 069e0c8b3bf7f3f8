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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. A segment that is ready: memory to append to, and the file where that ends up. Ordering: what was done
 * before a segment became the next one is seen by whoever reads it there.
 */
final class JournalSegment
{
    private final int index;
    private final long base;
    private final StorageFile file;
    private final Slab memory;
    private volatile JournalSegment next;

    JournalSegment(final int index, final long segmentBytes, final StorageFile file, final Slab memory)
    {
        this.index = index;
        this.base = index * segmentBytes;
        this.file = file;
        this.memory = memory;
    }

    int index()
    {
        return index;
    }

    /** Position of its first byte among all segments of the epoch. */
    long base()
    {
        return base;
    }

    StorageFile file()
    {
        return file;
    }

    Slab memory()
    {
        return memory;
    }

    /** The segment behind this one, null while there is none. */
    JournalSegment next()
    {
        return next;
    }

    void next(final JournalSegment segment)
    {
        next = segment;
    }
}
