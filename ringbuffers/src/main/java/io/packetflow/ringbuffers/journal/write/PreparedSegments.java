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
import io.packetflow.ringbuffers.journal.append.SegmentSupply;

/**
 * Cold path, but for {@link #poll}, which reads two words where a segment ends. Hands segments from the thread that
 * prepares them to the one that appends: each segment names the next one, so there is nothing to lock.
 */
final class PreparedSegments implements SegmentSupply
{
    private final long segmentBytes;
    private final JournalStop stop;
    private volatile JournalSegment first;
    private JournalSegment last;
    private JournalSegment taken;
    private volatile int takenCount;
    private int preparedCount;

    PreparedSegments(final long segmentBytes, final JournalStop stop)
    {
        this.segmentBytes = segmentBytes;
        this.stop = stop;
    }

    @Override
    public long segmentBytes()
    {
        return segmentBytes;
    }

    @Override
    public Slab poll()
    {
        final JournalSegment next = taken == null ? first : taken.next();
        if (next == null || stop.isStopped())
        {
            return null;
        }
        taken = next;
        // Whoever follows behind holds what is still needed.
        first = null;
        takenCount = next.index() + 1;
        return next.memory();
    }

    /** Adds the next segment; the preparing thread only. */
    void add(final JournalSegment segment)
    {
        if (last == null)
        {
            first = segment;
        }
        else
        {
            last.next(segment);
        }
        last = segment;
        preparedCount++;
    }

    /** Returns the first segment, null before it is ready and after it was taken. */
    JournalSegment first()
    {
        return first;
    }

    /** Returns how many segments there are, taken or not; the preparing thread only. */
    int preparedCount()
    {
        return preparedCount;
    }

    /** Returns how many are ready and not yet taken; the preparing thread only. */
    int readyCount()
    {
        return preparedCount - takenCount;
    }
}
