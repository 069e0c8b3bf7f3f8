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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random appends against a model that builds the same bytes in plain arrays. */
class JournalAppenderPropertyTest
{
    private static final int SEGMENT_BYTES = 16_384;
    private static final int MAX_BODY_BYTES = 700;
    private static final int EPOCH = 9;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void shouldAppendTheBytesOfTheModel(final int seed)
    {
        final SplittableRandom random = new SplittableRandom(seed);
        final Model model = new Model();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab head = arena.allocate(HeadLayout.BYTES, 64);
            final Slab scratch = arena.allocate(MAX_BODY_BYTES + 8, 8);
            final HeapSupply supply = new HeapSupply(arena, SEGMENT_BYTES, 1);
            final JournalAppender appender = new JournalAppender(supply, head, EPOCH, MAX_BODY_BYTES);
            appender.continueAfter(0, 0, seed);
            model.checksum = seed;
            for (int i = 0; i < 600; i++)
            {
                supply.grant(random.nextInt(3) == 0 && supply.given().size() < 20 ? 1 : 0);
                final boolean hasRoom = appender.hasRoom();
                assertThat(model.hasRoom(supply.given().size())).as("seed=" + seed + " i=" + i).isEqualTo(hasRoom);
                if (hasRoom)
                {
                    append(random, appender, model, scratch);
                }
                assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).as("seed=" + seed + " i=" + i)
                    .isEqualTo(model.position());
            }
            assertThat(supply.given()).as("seed=" + seed).hasSameSizeAs(model.segments);
            for (int i = 0; i < model.segments.size(); i++)
            {
                final byte[] bytes = new byte[SEGMENT_BYTES];
                supply.given().get(i).getBytes(0, bytes, 0, SEGMENT_BYTES);
                assertThat(bytes).as("seed=" + seed + " segment=" + i).isEqualTo(model.segments.get(i).array());
            }
        }
    }

    private static void append(
        final SplittableRandom random, final JournalAppender appender, final Model model, final Slab scratch)
    {
        final long sequence = appender.lastSequence() + 1;
        final long timeNanos = model.timeNanos + random.nextInt(3);
        if (random.nextInt(4) == 0)
        {
            final RecordType type = random.nextBoolean() ? RecordType.DERIVED : RecordType.TIMER;
            appender.recomputed(type.code(), 7, 8, sequence, timeNanos);
            appender.seal();
            model.append(type, 7, 8, sequence, timeNanos, 0, new byte[0]);
            return;
        }
        final byte[] body = new byte[random.nextInt(MAX_BODY_BYTES + 1)];
        random.nextBytes(body);
        final int offset = random.nextInt(2) * 8;
        scratch.fill(0, scratch.capacity(), (byte)0xEE);
        final int length = Math.min(body.length, MAX_BODY_BYTES - offset);
        scratch.putBytes(offset, body, 0, length);
        final long clientSequence = random.nextLong();
        final int source = random.nextInt(254);
        final int kind = random.nextInt(1 << 16);
        appender.input(source, kind, sequence, timeNanos, clientSequence, scratch, offset, length);
        appender.seal();
        model.append(RecordType.INPUT, source, kind, sequence, timeNanos, clientSequence,
            Arrays.copyOf(body, length));
    }

    /** The format once more, in other words. */
    private static final class Model
    {
        private final List<ByteBuffer> segments = new ArrayList<>();
        private int checksum;
        private long sequence;
        private long timeNanos;

        Model()
        {
            addSegment();
        }

        private void addSegment()
        {
            segments.add(ByteBuffer.allocate(SEGMENT_BYTES).order(ByteOrder.LITTLE_ENDIAN).position(4096));
        }

        private ByteBuffer current()
        {
            return segments.get(segments.size() - 1);
        }

        long position()
        {
            return current().position() == 4096 && segments.size() == 1 ? 0 :
                (segments.size() - 1L) * SEGMENT_BYTES + current().position();
        }

        /** Whether there is room for the longest record and an end, in this segment or in one that was given. */
        boolean hasRoom(final int givenCount)
        {
            if (current().remaining() >= 48 + (MAX_BODY_BYTES + 7) / 8 * 8 + 48)
            {
                return true;
            }
            if (givenCount > segments.size())
            {
                append(RecordType.SEGMENT_END, 255, 0, sequence, timeNanos, 0, new byte[0]);
                addSegment();
                return true;
            }
            return false;
        }

        void append(final RecordType type, final int source, final int kind, final long newSequence,
            final long newTimeNanos, final long clientSequence, final byte[] body)
        {
            final int length = 48 + (body.length + 7) / 8 * 8;
            final ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            record.putInt(length).putInt(0).putInt(body.length).put((byte)type.code()).put((byte)source)
                .putShort((short)kind).putLong(newSequence).putLong(newTimeNanos).putInt(EPOCH).putInt(checksum)
                .putLong(clientSequence).put(body);
            final CRC32C crc = new CRC32C();
            crc.update(record.array(), 8, length - 8);
            checksum = (int)crc.getValue();
            record.putInt(4, checksum);
            current().put(record.array());
            sequence = newSequence;
            timeNanos = newTimeNanos;
        }
    }
}
