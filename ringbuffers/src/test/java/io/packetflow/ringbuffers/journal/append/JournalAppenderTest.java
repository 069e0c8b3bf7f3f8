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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.zip.CRC32C;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalAppenderTest
{
    private static final int FIRST = JournalAppender.SEGMENT_HEADER_BYTES;
    private static final int EPOCH = 0x1234_5678;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab head = arena.allocate(HeadLayout.BYTES, 64);
    private final Slab body = arena.allocate(1024, 8);

    @AfterEach
    void free()
    {
        arena.close();
    }

    private JournalAppender appender(final HeapSupply supply, final int maxBodyBytes)
    {
        return new JournalAppender(supply, head, EPOCH, maxBodyBytes);
    }

    private static int checksum(final Slab slab, final long at, final int length)
    {
        final byte[] bytes = new byte[length - RecordFormat.DESCRIPTION];
        slab.getBytes(at + RecordFormat.DESCRIPTION, bytes, 0, bytes.length);
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return (int)crc.getValue();
    }

    @Test
    void shouldLayDownEveryFieldAtItsOffset()
    {
        final HeapSupply supply = new HeapSupply(arena, 8192, 1);
        final JournalAppender appender = appender(supply, 100);
        appender.continueAfter(41, 900, 0xCAFE_BABE);
        // What lies behind the body in its last word must not get into the journal.
        body.putLong(0, 0x1817_1615_1413_1211L);
        body.putLong(8, 0xFFFF_FFFF_FF1B_1A19L);

        appender.input(5, 0xABCD, 42, 1_000, -7, body, 0, 11);
        appender.seal();

        final Slab slab = supply.given().get(0);
        assertThat(slab.getInt(FIRST)).isEqualTo(64);
        assertThat(slab.getInt(FIRST + 4)).isEqualTo(checksum(slab, FIRST, 64));
        assertThat(slab.getInt(FIRST + 8)).isEqualTo(11);
        assertThat(slab.getByte(FIRST + 12)).isEqualTo((byte)RecordType.INPUT.code());
        assertThat(slab.getByte(FIRST + 13)).isEqualTo((byte)5);
        assertThat(slab.getShort(FIRST + 14)).isEqualTo((short)0xABCD);
        assertThat(slab.getLong(FIRST + 16)).isEqualTo(42);
        assertThat(slab.getLong(FIRST + 24)).isEqualTo(1_000);
        assertThat(slab.getInt(FIRST + 32)).isEqualTo(EPOCH);
        assertThat(slab.getInt(FIRST + 36)).isEqualTo(0xCAFE_BABE);
        assertThat(slab.getLong(FIRST + 40)).isEqualTo(-7);
        assertThat(slab.getLong(FIRST + 48)).isEqualTo(0x1817_1615_1413_1211L);
        assertThat(slab.getLong(FIRST + 56)).isEqualTo(0x0000_0000_001B_1A19L);
        assertThat(slab.getLong(FIRST + 64)).isZero();
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isEqualTo(FIRST + 64);
        assertThat(head.getLong(HeadLayout.APPENDED_SEQUENCE)).isEqualTo(42);
        assertThat(appender.lastChecksum()).isEqualTo(slab.getInt(FIRST + 4));
    }

    @Test
    void shouldTellTheSequenceAtOnceAndThePositionWhenItIsSealed()
    {
        final HeapSupply supply = new HeapSupply(arena, 8192, 1);
        final JournalAppender appender = appender(supply, 100);

        appender.input(0, 1, 1, 10, 0, body, 0, 8);

        final Slab slab = supply.given().get(0);
        assertThat(head.getLong(HeadLayout.APPENDED_SEQUENCE)).isEqualTo(1);
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isZero();
        assertThat(slab.getLong(FIRST + RecordFormat.COMMIT)).isZero();
        assertThat(RecordFormat.sequence(slab, FIRST)).isEqualTo(1);

        // Whoever forgets to seal, because a handler threw, is reminded before the next instance.
        assertThat(appender.hasRoom()).isTrue();

        assertThat(RecordFormat.frameLength(slab, FIRST)).isEqualTo(56);
        assertThat(RecordFormat.claimedChecksum(slab, FIRST)).isEqualTo(checksum(slab, FIRST, 56));
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isEqualTo(FIRST + 56);
    }

    @Test
    void shouldChainEachRecordToTheOneBefore()
    {
        final HeapSupply supply = new HeapSupply(arena, 8192, 1);
        final JournalAppender appender = appender(supply, 100);

        appender.input(0, 1, 1, 10, 0, body, 0, 8);
        appender.seal();
        appender.recomputed(RecordType.TIMER.code(), 2, 3, 2, 20);
        appender.seal();
        appender.administrative(RecordType.CLEAN_CLOSE, body, 0, 0);

        final Slab slab = supply.given().get(0);
        assertThat(RecordFormat.previousChecksum(slab, FIRST)).isZero();
        assertThat(RecordFormat.previousChecksum(slab, FIRST + 56)).isEqualTo(checksum(slab, FIRST, 56));
        assertThat(RecordFormat.type(slab, FIRST + 56)).isEqualTo(RecordType.TIMER.code());
        assertThat(RecordFormat.previousChecksum(slab, FIRST + 104)).isEqualTo(checksum(slab, FIRST + 56, 48));
        assertThat(RecordFormat.source(slab, FIRST + 104)).isEqualTo(RecordFormat.NO_SOURCE);
        assertThat(RecordFormat.sequence(slab, FIRST + 104)).isEqualTo(2);
        assertThat(RecordFormat.timeNanos(slab, FIRST + 104)).isEqualTo(20);
        assertThat(appender.lastSequence()).isEqualTo(2);
    }

    @Test
    void shouldEndAFullSegmentAndGoOnInTheNextOne()
    {
        // Room for two records of 64 bytes and for the one that ends the segment.
        final HeapSupply supply = new HeapSupply(arena, FIRST + 2 * 64 + 48, 2);
        final JournalAppender appender = new JournalAppender(supply, head, EPOCH, 16);
        appender.input(0, 1, 1, 10, 0, body, 0, 16);
        appender.seal();
        appender.input(0, 1, 2, 10, 0, body, 0, 16);
        appender.seal();

        final boolean hasRoom = appender.hasRoom();
        appender.input(0, 1, 3, 10, 0, body, 0, 16);
        appender.seal();

        final Slab full = supply.given().get(0);
        final Slab next = supply.given().get(1);
        assertThat(hasRoom).isTrue();
        assertThat(RecordFormat.type(full, FIRST + 128)).isEqualTo(RecordType.SEGMENT_END.code());
        assertThat(RecordFormat.frameLength(full, FIRST + 128)).isEqualTo(48);
        assertThat(RecordFormat.previousChecksum(next, FIRST)).isEqualTo(checksum(full, FIRST + 128, 48));
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isEqualTo(supply.segmentBytes() + FIRST + 64);
        assertThat(appender.rollCount()).isEqualTo(1);
    }

    @Test
    void shouldHaveNoRoomWhileTheNextSegmentIsNotReady()
    {
        final HeapSupply supply = new HeapSupply(arena, FIRST + 2 * 64 + 48, 1);
        final JournalAppender appender = new JournalAppender(supply, head, EPOCH, 16);
        appender.input(0, 1, 1, 10, 0, body, 0, 16);
        appender.seal();
        appender.input(0, 1, 2, 10, 0, body, 0, 16);
        appender.seal();

        assertThat(appender.hasRoom()).isFalse();
        assertThat(appender.hasRoom()).isFalse();
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isEqualTo(FIRST + 128);
        assertThat(appender.refusedCount()).isEqualTo(2);

        supply.grant(1);
        assertThat(appender.hasRoom()).isTrue();
        assertThat(head.getLong(HeadLayout.APPENDED_POSITION)).isEqualTo(supply.segmentBytes() + FIRST);
    }

    @Test
    void shouldRefuseASegmentThatHasNoRoomForARecord()
    {
        final HeapSupply supply = new HeapSupply(arena, 4096 + 48, 1);

        assertThatThrownBy(() -> new JournalAppender(supply, head, EPOCH, 16))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a segment has room for a record of at most 16384 bytes: segmentBytes=4144 maxBodyBytes=16");
    }

    @Test
    void shouldRefuseToBeginWithoutASegment()
    {
        assertThatThrownBy(() -> new JournalAppender(new HeapSupply(arena, 8192, 0), head, 3, 16))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("no segment is ready for the epoch's first record: epoch=3");
    }
}
