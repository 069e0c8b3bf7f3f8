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
package io.packetflow.ringbuffers.journal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule by itself: a forged record with a right checksum that breaks this one alone. */
class RecordRulesTest
{
    private static final int SEGMENT_BYTES = 24 * 1024;

    private final MemoryStorage storage = new MemoryStorage();
    private TestJournal journal;
    private Slab slab;
    private long at;
    private long sequence;
    private long timeNanos;
    private int previousChecksum;
    private int type;
    private int frameLength;

    @BeforeEach
    void setUp() throws IOException
    {
        journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1).random(new SplittableRandom(1), 9);
        slab = storage.slab(JournalFiles.segmentPath(1, 0));
        final RecordModel last = journal.records().get(9);
        at = last.place().offset() + last.frameLength();
        sequence = 10;
        timeNanos = last.timeNanos();
        previousChecksum = last.checksum();
        type = RecordType.INPUT.code();
        frameLength = RecordFormat.HEADER_BYTES;
    }

    @AfterEach
    void tearDown()
    {
        storage.close();
    }

    private JournalEnd endWithForgedRecord() throws IOException
    {
        slab.putLong(at + RecordFormat.DESCRIPTION, RecordFormat.description(0, type, 0, 0));
        slab.putLong(at + RecordFormat.SEQUENCE, sequence);
        slab.putLong(at + RecordFormat.TIME, timeNanos);
        slab.putLong(at + RecordFormat.CHAIN, RecordFormat.chain(1, previousChecksum));
        slab.putLong(at, RecordFormat.commit(frameLength, RecordFormat.checksum(slab, at, frameLength)));
        return JournalScan.all(journal.files()).end();
    }

    private void shouldRefuse(final EndKind kind, final String cause) throws IOException
    {
        final JournalEnd end = endWithForgedRecord();

        assertThat(end.kind()).isEqualTo(kind);
        assertThat(end.cause()).isEqualTo(cause);
        assertThat(end.place()).isEqualTo(new JournalPlace(1, 0, at));
        assertThat(end.last()).isEqualTo(journal.last());
    }

    @Test
    void shouldAcceptTheOneThatBreaksNoRule() throws IOException
    {
        assertThat(endWithForgedRecord().last().sequence()).isEqualTo(10);
    }

    @Test
    void shouldRefuseOneThatRepeatsAnotherChecksum() throws IOException
    {
        previousChecksum++;
        shouldRefuse(EndKind.CORRUPT, "a record that does not follow the one before");
    }

    @Test
    void shouldRefuseOneThatLeavesASequenceOut() throws IOException
    {
        sequence = 11;
        shouldRefuse(EndKind.CORRUPT, "a record whose sequence is not the next one");
    }

    @Test
    void shouldRefuseOneThatRepeatsASequence() throws IOException
    {
        sequence = 9;
        shouldRefuse(EndKind.CORRUPT, "a record whose sequence is not the next one");
    }

    @Test
    void shouldRefuseOneAboutTheJournalThatTakesASequence() throws IOException
    {
        type = RecordType.CLEAN_CLOSE.code();
        shouldRefuse(EndKind.CORRUPT, "a record whose sequence is not the next one");
    }

    @Test
    void shouldRefuseOneThatIsEarlier() throws IOException
    {
        timeNanos--;
        shouldRefuse(EndKind.CORRUPT, "a record that is earlier than the one before");
    }

    @Test
    void shouldRefuseTheBeginningOfAnEpochInTheMiddleOfOne() throws IOException
    {
        type = RecordType.EPOCH_START.code();
        sequence = 9;
        shouldRefuse(EndKind.CORRUPT, "a record of a type that does not belong here");
    }

    @Test
    void shouldRefuseOneThatIsLongerThanItsBodyMakesIt() throws IOException
    {
        frameLength += RecordFormat.ALIGNMENT;
        shouldRefuse(EndKind.TORN_TAIL, "a record of an impossible length");
    }

    @Test
    void shouldNotReadBehindTheSequenceAtWhichTheNextEpochCuts() throws IOException
    {
        final RecordModel fifth = journal.records().get(5);
        journal.epoch(2, new LastRecord(1, 5, fifth.timeNanos(), fifth.checksum() + 1));

        final JournalEnd end = JournalScan.all(journal.files()).end();

        assertThat(end.kind()).isEqualTo(EndKind.FOREIGN);
        assertThat(end.cause()).isEqualTo("a record behind the one that the next epoch follows");
        assertThat(end.last().sequence()).isEqualTo(5);
    }

    @Test
    void shouldRefuseASegmentThatWasMadeUnderAnotherStartOfAHost() throws IOException
    {
        final byte[] header = new SegmentHeader(1, 0, SEGMENT_BYTES, 1, 2).encode();
        slab.putBytes(0, header, 0, header.length);

        final JournalEnd end = JournalScan.all(journal.files()).end();

        assertThat(end.kind()).isEqualTo(EndKind.FOREIGN);
        assertThat(end.cause())
            .isEqualTo("a segment that was made under another start of a host than its epoch");
        assertThat(end.place()).isEqualTo(new JournalPlace(1, 0, 0));
    }

    @Test
    void shouldRefuseASegmentOfAnotherLengthThanThoseBefore() throws IOException
    {
        journal.random(new SplittableRandom(2), 200);
        final byte[] header =
            new SegmentHeader(1, 1, SEGMENT_BYTES + 8, TestJournal.BOOT.high(), TestJournal.BOOT.low()).encode();
        storage.slab(JournalFiles.segmentPath(1, 1)).putBytes(0, header, 0, header.length);

        assertThat(JournalScan.all(journal.files()).end().cause())
            .isEqualTo("a segment of another length than those before: segmentBytes=24584");
    }
}
