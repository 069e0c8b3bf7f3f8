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

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordType;
import org.junit.jupiter.api.Test;

class JournalAppenderAllocationTest
{
    private static final int COUNT = 100_000;
    private static final long SEGMENT_BYTES = 1 << 20;

    private final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    @Test
    void shouldAllocateNothingOverAHundredThousandRecordsAndItsRolls()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab head = arena.allocate(HeadLayout.BYTES, 64);
            final Slab body = arena.allocate(128, 8);
            final JournalAppender appender = new JournalAppender(new SameSegment(arena), head, 1, 100);
            final JournalGate gate = new JournalGate(head, HeadLayout.APPENDED_SEQUENCE);
            allocatedBytesOf(appender, gate, body);

            final long allocatedBytes = allocatedBytesOf(appender, gate, body);

            assertThat(gate.sequence()).isEqualTo(4L * COUNT);
            assertThat(appender.rollCount()).isPositive();
            assertThat(allocatedBytes).isZero();
        }
    }

    private long allocatedBytesOf(final JournalAppender appender, final JournalGate gate, final Slab body)
    {
        final long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < COUNT; i++)
        {
            final long sequence = gate.sequence() + 1;
            if (appender.hasRoom())
            {
                appender.input(1, 2, sequence, sequence, sequence, body, 0, i % 100);
                appender.seal();
            }
            if (appender.hasRoom())
            {
                appender.recomputed(RecordType.DERIVED.code(), 1, 2, sequence + 1, sequence);
                appender.seal();
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The same memory again and again: nobody reads it here. */
    private static final class SameSegment implements SegmentSupply
    {
        private final Slab segment;

        SameSegment(final Arena arena)
        {
            segment = arena.allocate(SEGMENT_BYTES, 4096);
        }

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
