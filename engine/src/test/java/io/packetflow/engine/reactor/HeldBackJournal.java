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
package io.packetflow.engine.reactor;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.append.SegmentSupply;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/** A journal whose first segment has room for a few instances, and which gets another only when it is told to. */
final class HeldBackJournal implements SegmentSupply, AutoCloseable
{
    private static final int SEGMENT_BYTES = JournalAppender.SEGMENT_HEADER_BYTES + 4096;
    private static final int ALIGNMENT = 4096;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab head = arena.allocate(HeadLayout.BYTES, ALIGNMENT);
    private final JournalAppender appender;
    private Slab next = arena.allocate(SEGMENT_BYTES, ALIGNMENT);

    HeldBackJournal(final int maxInputBytes)
    {
        appender = new JournalAppender(this, head, 1, maxInputBytes);
    }

    JournalAppender appender()
    {
        return appender;
    }

    JournalGate gate()
    {
        return new JournalGate(head, HeadLayout.APPENDED_SEQUENCE);
    }

    void letOn()
    {
        next = arena.allocate(SEGMENT_BYTES, ALIGNMENT);
    }

    void fence()
    {
        head.putLongRelease(HeadLayout.FENCE, 2);
    }

    @Override
    public long segmentBytes()
    {
        return SEGMENT_BYTES;
    }

    @Override
    public Slab poll()
    {
        final Slab given = next;
        next = null;
        return given;
    }

    @Override
    public void close()
    {
        arena.close();
    }
}
