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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of end, and what recovery makes of it. */
class JournalDamageTest
{
    private static final BootId AFTER_A_POWER_CUT = new BootId(9, 9);
    private static final int SEGMENT_BYTES = 24 * 1024;
    private static final String FIRST = JournalFiles.segmentPath(1, 0);

    private final MemoryStorage storage = new MemoryStorage();

    @AfterEach
    void tearDown()
    {
        storage.close();
    }

    private TestJournal journal(final int records) throws IOException
    {
        return new TestJournal(storage, SEGMENT_BYTES).epoch(1).random(new SplittableRandom(11), records);
    }

    private static JournalReport scan(final TestJournal journal) throws IOException
    {
        return JournalScan.after(journal.files(), JournalAnchor.GENESIS);
    }

    private static RecoveryDecision afterTheProcessDied(final JournalReport report)
    {
        return RecoveryPlan.decide(report, TestJournal.BOOT, false);
    }

    private static RecoveryDecision afterThePowerCut(final JournalReport report)
    {
        return RecoveryPlan.decide(report, AFTER_A_POWER_CUT, false);
    }

    private Slab slab(final RecordModel record) throws IOException
    {
        return storage.slab(JournalFiles.segmentPath(record.place().epoch(), record.place().segment()));
    }

    @Test
    void shouldEndCleanBehindTheRecordThatClosesTheEpoch() throws IOException
    {
        final JournalReport report = scan(journal(30).close().mark());

        assertThat(report.end().kind()).isEqualTo(EndKind.CLEAN);
        assertThat(report.end().text()).startsWith("clean: the epoch was closed in e0000001/s000000");
        assertThat(afterTheProcessDied(report).isAccepted()).isTrue();
    }

    @Test
    void shouldGoOnBehindATornTailThatNobodyWasToldOf() throws IOException
    {
        final TestJournal journal = journal(30).mark();
        final LastRecord last = journal.last();
        journal.input(0, 0, 0, new byte[100]);
        final RecordModel torn = journal.records().get(31);
        slab(torn).putLong(torn.place().offset(), 0);
        journal.head().putLong(HeadLayout.APPENDED_SEQUENCE, 30);

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.TORN_TAIL);
        assertThat(report.end().place()).isEqualTo(torn.place());
        assertThat(afterTheProcessDied(report).last()).isEqualTo(last);
        assertThat(afterTheProcessDied(report).isAccepted()).isTrue();
    }

    @Test
    void shouldNotStartShorterThanTheHeadAfterTheDeathOfTheProcessAlone() throws IOException
    {
        final TestJournal journal = journal(30);
        final RecordModel lost = journal.records().get(30);
        slab(lost).fill(lost.place().offset(), lost.frameLength(), (byte)0);

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.END);
        assertThat(afterTheProcessDied(report).isAccepted()).isFalse();
        assertThat(afterTheProcessDied(report).lostFrom()).isEqualTo(30);
        assertThat(afterTheProcessDied(report).lostTo()).isEqualTo(30);
        assertThat(afterTheProcessDied(report).reason()).startsWith(
            "the journal ends at sequence 29 but instances up to 30 were in the files by the epoch's head; restore");
        assertThat(afterThePowerCut(report).isAccepted()).isTrue();
    }

    @Test
    void shouldTakeTheMarkForWhatMustBeThereAfterAPowerCut() throws IOException
    {
        final TestJournal journal = journal(30).mark();
        final RecordModel lost = journal.records().get(30);
        slab(lost).fill(lost.place().offset(), lost.frameLength(), (byte)0);

        final RecoveryDecision refused = afterThePowerCut(scan(journal));
        final RecoveryDecision accepted = RecoveryPlan.decide(scan(journal), AFTER_A_POWER_CUT, true);

        assertThat(refused.isAccepted()).isFalse();
        assertThat(refused.lostFrom()).isEqualTo(30);
        assertThat(accepted.isAccepted()).isTrue();
        assertThat(accepted.isLoss()).isTrue();
        assertThat(accepted.last().sequence()).isEqualTo(29);
        assertThat(accepted.reason()).startsWith("accepted although the journal ends at sequence 29");
    }

    @Test
    void shouldNotAskAgainForWhatALaterEpochHasCutOff() throws IOException
    {
        final TestJournal journal = journal(30).mark();
        journal.forget(4).epoch(2).random(new SplittableRandom(3), 2);

        final JournalReport report = scan(journal);

        assertThat(report.markedSequence()).isEqualTo(26);
        assertThat(afterThePowerCut(report).isAccepted()).isTrue();
    }

    @Test
    void shouldCallLostPagesAHoleThatOnlyAPowerCutExplains() throws IOException
    {
        final TestJournal journal = journal(100);
        final Slab slab = storage.slab(FIRST);
        slab.fill(SegmentHeader.BYTES * 2L, SegmentHeader.BYTES, (byte)0);

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.HOLE);
        assertThat(report.end().beyondSequence()).isEqualTo(100);
        assertThat(afterTheProcessDied(report).reason()).startsWith("only the process died, which leaves no hole");
        assertThat(afterThePowerCut(report).isAccepted()).isTrue();
        assertThat(afterThePowerCut(report).last()).isEqualTo(report.end().last());
    }

    @Test
    void shouldCallALostSectorOfARecordAHoleToo() throws IOException
    {
        final TestJournal journal = journal(10);
        final byte[] body = new byte[3_000];
        Arrays.fill(body, (byte)1);
        journal.input(0, 0, 0, body);
        journal.input(0, 0, 0, body);
        final RecordModel torn = journal.records().get(11);
        slab(torn).fill((torn.place().offset() / 512 + 2) * 512, 512, (byte)0);

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.HOLE);
        assertThat(report.end().last().sequence()).isEqualTo(10);
        assertThat(afterTheProcessDied(report).isAccepted()).isFalse();
        assertThat(afterThePowerCut(report).isAccepted()).isTrue();
    }

    @Test
    void shouldBeginAnewWhereTheFirstEpochWasNeverBegun() throws IOException
    {
        storage.createDirectory("e0000001");

        final JournalReport report = JournalScan.all(new JournalFiles(storage));

        assertThat(report.end().kind()).isEqualTo(EndKind.END);
        assertThat(afterTheProcessDied(report).isAccepted()).isTrue();
        assertThat(afterTheProcessDied(report).last()).isEqualTo(LastRecord.NONE);
    }

    @Test
    void shouldRefuseACorruptRecordAfterAPowerCutToo() throws IOException
    {
        final TestJournal journal = journal(30);
        final RecordModel record = journal.records().get(5);
        Mutation.flip(slab(record), record.place().offset() + 30, new SplittableRandom(1));

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.CORRUPT);
        assertThat(report.end().text()).isEqualTo("corrupt: a record with a wrong checksum in " + record.place() +
            ", behind sequence 4; whole records lie beyond, up to sequence 30; restore the file from a copy and" +
            " check the disk, or accept the loss of what lies behind");
        assertThat(afterThePowerCut(report).isAccepted()).isFalse();
    }

    @Test
    void shouldCallARecordOfAnEarlierEpochForeign() throws IOException
    {
        final TestJournal journal = journal(3).epoch(2).random(new SplittableRandom(3), 3);
        final RecordModel old = journal.records().get(2);
        final RecordModel last = journal.records().get(journal.records().size() - 1);
        slab(last).copyFrom(
            last.place().offset() + last.frameLength(), slab(old), old.place().offset(), old.frameLength());

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.FOREIGN);
        assertThat(report.end().cause()).isEqualTo("a record of another epoch");
        assertThat(report.end().last()).isEqualTo(journal.last());
    }

    @Test
    void shouldCallTheSameSegmentOfAnotherJournalForeign() throws IOException
    {
        final TestJournal journal = journal(400);
        try (MemoryStorage others = new MemoryStorage())
        {
            final TestJournal other = new TestJournal(others, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(12), 400);
            final String path = JournalFiles.segmentPath(1, 1);
            assertThat(other.files().segments(1)).contains(1);
            storage.slab(path).copyFrom(0, others.slab(path), 0, SEGMENT_BYTES);
        }

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.FOREIGN);
        assertThat(report.end().place()).isEqualTo(new JournalPlace(1, 1, SegmentHeader.BYTES));
    }

    @Test
    void shouldMissASegmentAndAnEpochThatWereRemoved() throws IOException
    {
        final TestJournal journal = journal(400).epoch(2).epoch(3).random(new SplittableRandom(1), 3);
        storage.delete(JournalFiles.segmentPath(1, 2));
        assertThat(scan(journal).end().text())
            .startsWith("truncated-file: a segment that is missing in e0000001/s0000002.pfj at byte 0");
    }

    @Test
    void shouldMissAnEpochBetweenTwo() throws IOException
    {
        final TestJournal journal = journal(10).epoch(2).random(new SplittableRandom(1), 3).epoch(3);
        for (final String name : storage.list("e0000002"))
        {
            storage.delete("e0000002/" + name);
        }
        storage.delete("e0000002");

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.TRUNCATED_FILE);
        assertThat(report.end().place()).isEqualTo(new JournalPlace(2, 0, 0));
        assertThat(report.lastSequence()).isEqualTo(10);
    }

    @Test
    void shouldMissTheEpochThatTheJournalNamesAsItsNewest() throws IOException
    {
        final TestJournal journal = journal(10).epoch(2).random(new SplittableRandom(1), 3).mark();
        for (final String name : storage.list("e0000002"))
        {
            storage.delete("e0000002/" + name);
        }

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.TRUNCATED_FILE);
        assertThat(afterThePowerCut(report).lostTo()).isEqualTo(13);
    }

    @Test
    void shouldPassOverAnEpochWhoseWriterDiedBeforeItBegan() throws IOException
    {
        final TestJournal journal = journal(10).mark();
        storage.createDirectory("e0000002");
        final byte[] header = new SegmentHeader(2, 0, SEGMENT_BYTES, 1, 2).encode();
        storage.create(JournalFiles.segmentPath(2, 0), SEGMENT_BYTES).map().putBytes(0, header, 0, header.length);

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.END);
        assertThat(report.newestEpoch()).isEqualTo(2);
        assertThat(report.remarks()).containsExactly("e0000002 was begun and holds no record");
        assertThat(afterTheProcessDied(report).last()).isEqualTo(journal.last());
    }

    @Test
    void shouldNotReadWhatANewerVersionWrote() throws IOException
    {
        final TestJournal journal = journal(10);
        final RecordModel last = journal.records().get(10);
        final long at = last.place().offset() + last.frameLength();
        final Slab slab = storage.slab(FIRST);
        slab.putLong(at + RecordFormat.DESCRIPTION, RecordFormat.description(0, 99, 0, 0));
        slab.putLong(at + RecordFormat.SEQUENCE, 11);
        slab.putLong(at + RecordFormat.TIME, last.timeNanos());
        slab.putLong(at + RecordFormat.CHAIN, RecordFormat.chain(1, last.checksum()));
        slab.putLong(at, RecordFormat.commit(48, RecordFormat.checksum(slab, at, 48)));

        final JournalReport report = scan(journal);

        assertThat(report.end().kind()).isEqualTo(EndKind.NEWER_VERSION);
        assertThat(report.end().last()).isEqualTo(journal.last());
        assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, true).isAccepted()).isFalse();
    }

    @Test
    void shouldNotReadASegmentOfANewerVersion() throws IOException
    {
        final TestJournal journal = journal(10);
        final byte[] header = new SegmentHeader(1, 0, SEGMENT_BYTES, 1, 2).encode();
        final ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(8, SegmentHeader.VERSION + 1);
        final CRC32C crc = new CRC32C();
        crc.update(header, 0, 56);
        bytes.putInt(56, (int)crc.getValue());
        storage.slab(FIRST).putBytes(0, header, 0, header.length);

        assertThat(scan(journal).end().text())
            .startsWith("newer-version: written by a newer PacketFlow: segment version 2, this one reads 1 in ");
    }

    @Test
    void shouldRemarkBytesThatShouldBeZeroAndTakeNothingAway() throws IOException
    {
        final TestJournal journal = journal(400).close();
        final RecordModel end = journal.records().stream()
            .filter(record -> record.type() == RecordType.SEGMENT_END).findFirst().orElseThrow();
        slab(end).putByte(end.place().offset() + 60, (byte)1);
        storage.slab(JournalFiles.segmentPath(1, 1)).putByte(4_000, (byte)1);
        storage.put(JournalFiles.CURRENT, "none".getBytes(StandardCharsets.US_ASCII));

        final JournalVerification verification = JournalVerifier.verify(journal.files(), Optional.empty());

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.report().lastSequence()).isEqualTo(400);
        assertThat(verification.remarks()).containsExactly(
            "bytes behind the last record of the segment are not zero: e0000001/s0000000.pfj at byte " +
                (end.place().offset() + 48),
            "bytes that must be zero are not, in the first page of e0000001/s0000001.pfj",
            "CURRENT is missing or names no epoch",
            "durable.mark is missing or damaged: a journal that was cut is not noticed by it");
    }

    @Test
    void shouldRefuseAMarkOfAnotherHistory() throws IOException
    {
        final TestJournal journal = journal(10).mark();
        journal.random(new SplittableRandom(4), 5);
        try (MemoryStorage others = new MemoryStorage())
        {
            new TestJournal(others, SEGMENT_BYTES).epoch(1).random(new SplittableRandom(12), 10).mark();
            storage.put(JournalFiles.MARK, others.get(JournalFiles.MARK));
        }

        final JournalReport report = scan(journal);

        assertThat(report.isMarkMissed()).isTrue();
        assertThat(afterTheProcessDied(report).reason()).isEqualTo("the record of sequence 10 is not the one that" +
            " durable.mark names: they are not of one history; restore both from one copy");
    }

    @Test
    void shouldCountTheLowerMarkWhereTheHigherOneWasTorn() throws IOException
    {
        final TestJournal journal = journal(10).mark();
        journal.random(new SplittableRandom(4), 5).mark();
        storage.slab(JournalFiles.MARK).putLong(4096 + 24, -1);

        final JournalReport report = scan(journal);

        assertThat(report.markedSequence()).isEqualTo(10);
        assertThat(report.remarks()).containsExactly(
            "one of the two slots of durable.mark is damaged; the other one counts");
    }

    @Test
    void shouldNameTheMissingRangeWhenItVerifies() throws IOException
    {
        final TestJournal journal = journal(30).mark();
        final RecordModel lost = journal.records().get(29);
        slab(lost).fill(lost.place().offset(), SEGMENT_BYTES - lost.place().offset(), (byte)0);

        final JournalVerification verification =
            JournalVerifier.verify(journal.files(), Optional.of(TestJournal.BOOT));

        assertThat(verification.damages()).containsExactly(
            "sequences 29 to 30 are missing: they were durable by durable.mark; restore the files from a copy",
            "sequences 29 to 30 are missing: they were in the files by the epoch's head; restore the files from a" +
                " copy");
    }

    @Test
    void shouldNameTheFirstSegmentThatIsMissingFromTheNewestEpoch() throws IOException
    {
        final TestJournal journal = journal(300).mark();
        storage.delete(FIRST);

        final String missing = "epoch 1 lacks its first segment, e0000001/s0000000.pfj, which was deleted or lost";
        final RecoveryDecision decision = afterTheProcessDied(scan(journal));
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.reason()).isEqualTo(missing + ", and nothing can be recovered without it; restore that " +
            "file from a copy, or begin a new journal");
        assertThat(decision.lostFrom()).isEqualTo(1);
        assertThat(decision.lostTo()).isEqualTo(300);
        assertThat(JournalVerifier.verify(journal.files(), Optional.of(TestJournal.BOOT)).damages())
            .contains(missing + "; restore that file from a copy");
    }

    @Test
    void shouldNameTheFirstSegmentThatIsMissingBetweenTwoEpochs() throws IOException
    {
        final TestJournal journal = journal(300).epoch(2).random(new SplittableRandom(2), 300)
            .epoch(3).random(new SplittableRandom(3), 300).mark();
        storage.delete(JournalFiles.segmentPath(2, 0));

        final String missing = "epoch 2 lacks its first segment, e0000002/s0000000.pfj, which was deleted or lost";
        final RecoveryDecision decision = afterTheProcessDied(scan(journal));
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.reason()).startsWith(missing);
        final JournalVerification found = JournalVerifier.verify(journal.files(), Optional.of(TestJournal.BOOT));
        assertThat(found.damages()).contains(missing + "; restore that file from a copy");
        assertThat(found.remarks()).contains("e0000001 is not read: nothing tells whether epoch 2 follows it");
    }

    @Test
    void shouldNotTakeAnInterruptedPruningOfTheOldestEpochForDamage() throws IOException
    {
        final TestJournal journal = journal(300).epoch(2).random(new SplittableRandom(2), 300).mark();
        storage.delete(FIRST);

        assertThat(JournalVerifier.verify(journal.files(), Optional.of(TestJournal.BOOT)).damages()).isEmpty();
        assertThat(afterTheProcessDied(scan(journal)).reason()).startsWith(
            "epoch 1 lacks its first segment, e0000001/s0000000.pfj, which was pruned or lost, and nothing can");
    }
}
