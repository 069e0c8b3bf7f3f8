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
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.append.SegmentSupply;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path. A journal for the warm-up: the real appender over memory that is thrown away. Its gate lags behind until
 * {@link #commit()}, so that both what waits and what goes at once is compiled.
 */
final class ScratchJournal
{
    private static final long SEGMENT_BYTES = 1 << 20;
    private static final int ALIGNMENT = 4096;
    private static final int EPOCH = 1;

    private final Slab head;
    private final JournalAppender appender;

    ScratchJournal(final Arena arena, final int maxInputBytes)
    {
        head = arena.allocate(HeadLayout.BYTES, ALIGNMENT);
        final Slab segment = arena.allocate(SEGMENT_BYTES, ALIGNMENT);
        appender = new JournalAppender(new OneSegment(segment), head, EPOCH, maxInputBytes);
    }

    JournalAppender appender()
    {
        return appender;
    }

    JournalGate gate()
    {
        return new JournalGate(head, HeadLayout.DURABLE_SEQUENCE);
    }

    /** Opens the gate for what was appended; the thread that runs the nodes. */
    void commit()
    {
        head.putLongRelease(HeadLayout.DURABLE_SEQUENCE, head.getLong(HeadLayout.APPENDED_SEQUENCE));
    }

    /** The same memory again and again: nobody reads what was appended. */
    private record OneSegment(Slab segment) implements SegmentSupply
    {
        @Override
        public long segmentBytes()
        {
            return SEGMENT_BYTES;
        }

        @Override
        public Slab poll()
        {
            return segment;
        }
    }
}
