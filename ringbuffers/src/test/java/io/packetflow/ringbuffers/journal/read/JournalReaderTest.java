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
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

import io.packetflow.ringbuffers.journal.format.RecordType;
import org.junit.jupiter.api.Test;

class JournalReaderTest
{
    private static final int SEEDS = 60;
    private static final int SEGMENT_BYTES = 24 * 1024;

    @Test
    void shouldReadBackEveryRandomJournalAsItWasWritten() throws IOException
    {
        for (long seed = 1; seed <= SEEDS; seed++)
        {
            try (MemoryStorage storage = new MemoryStorage())
            {
                final TestJournal journal = random(storage, seed);

                final JournalReport report = JournalScan.all(journal.files());

                assertThat(TestJournal.readAll(journal.files())).as("seed=" + seed)
                    .isEqualTo(journal.records());
                assertThat(report.records()).as("seed=" + seed).isEqualTo(journal.records().size());
                assertThat(report.end().last()).as("seed=" + seed).isEqualTo(journal.last());
                assertThat(report.end().kind()).as("seed=" + seed).isIn(EndKind.CLEAN, EndKind.END);
                assertThat(report.remarks()).as("seed=" + seed).allMatch(remark -> remark.contains("no later epoch"));
                assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, false).isAccepted()).as("seed=" + seed)
                    .isTrue();
            }
        }
    }

    @Test
    void shouldReadOnBehindEveryInstance() throws IOException
    {
        for (long seed = 1; seed <= 10; seed++)
        {
            try (MemoryStorage storage = new MemoryStorage())
            {
                final TestJournal journal = random(storage, seed);
                for (int at = 0; at < journal.records().size(); at++)
                {
                    final RecordModel record = journal.records().get(at);
                    if (record.type().isInstance())
                    {
                        shouldReadOnBehind(journal, at, seed);
                    }
                }
            }
        }
    }

    private static void shouldReadOnBehind(final TestJournal journal, final int at, final long seed)
        throws IOException
    {
        final JournalAnchor anchor = journal.anchor(journal.records().get(at).sequence());
        try (JournalReader reader = JournalReader.after(journal.files(), anchor))
        {
            assertThat(reader.isAnchorFound()).isTrue();
            assertThat(TestJournal.read(reader)).as("seed=" + seed + " anchor=" + anchor)
                .isEqualTo(journal.records().subList(at + 1, journal.records().size()));
        }
    }

    @Test
    void shouldReadFromTheBeginningBehindTheGenesis() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = random(storage, 3);
            try (JournalReader reader = JournalReader.after(journal.files(), JournalAnchor.GENESIS))
            {
                assertThat(TestJournal.read(reader)).isEqualTo(journal.records());
            }
        }
    }

    @Test
    void shouldNotReadBehindASnapshotOfAnotherHistory() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(1), 9);
            final JournalAnchor anchor = new JournalAnchor(5, journal.anchor(5).checksum() + 1);

            final JournalReport report = JournalScan.after(journal.files(), anchor);

            assertThat(report.isAnchorFound()).isFalse();
            assertThat(report.records()).isZero();
            assertThat(report.end().text()).startsWith("foreign: the record of sequence 5 is not the one");
            assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, true).isAccepted()).isFalse();
        }
    }

    @Test
    void shouldNotReadBehindASnapshotThatTheJournalDoesNotReach() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(1), 9);

            final JournalReport report = JournalScan.after(journal.files(), new JournalAnchor(10, 1));

            assertThat(report.isAnchorFound()).isFalse();
            assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, false).reason())
                .startsWith("what recovery starts from is not in the journal; take the snapshot before");
        }
    }

    @Test
    void shouldPassOverDamageThatLiesBeforeTheSnapshot() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(1), 30);
            final RecordModel damaged = journal.records().get(3);
            storage.slab(JournalFiles.segmentPath(1, 0)).putByte(damaged.place().offset() + 20, (byte)0x55);

            final JournalReport report = JournalScan.after(journal.files(), journal.anchor(10));

            assertThat(report.isAnchorFound()).isTrue();
            assertThat(report.lastSequence()).isEqualTo(30);
            assertThat(report.remarks()).anyMatch(remark -> remark.contains("passed over"));
            assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, false).isAccepted()).isTrue();
        }
    }

    @Test
    void shouldFindNothingInAJournalWithoutEpochs() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final JournalReport report = JournalScan.after(new JournalFiles(storage), JournalAnchor.GENESIS);

            assertThat(report.records()).isZero();
            assertThat(report.newestEpoch()).isZero();
            assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, false).last()).isEqualTo(LastRecord.NONE);
        }
    }

    @Test
    void shouldNameWhatEveryEpochHolds() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(1), 100).close().epoch(4).random(new SplittableRandom(2), 20);

            final JournalReport report = JournalScan.all(journal.files());

            assertThat(report.epochs()).extracting(EpochReport::epoch).containsExactly(1, 4);
            assertThat(report.epochs().get(0).lastSequence()).isEqualTo(100);
            assertThat(report.epochs().get(1).firstSequence()).isEqualTo(101);
            assertThat(report.epochs().get(1).start().orElseThrow().sources()).containsExactly("feed", "orders");
            assertThat(report.recordsByType().get(RecordType.CLEAN_CLOSE)).isEqualTo(1);
            assertThat(report.newestEpoch()).isEqualTo(4);
            assertThat(report.current()).hasValue(4);
        }
    }

    @Test
    void shouldAllocateNothingForARecord() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, 1 << 20).epoch(1)
                .random(new SplittableRandom(1), 2_000);
            try (JournalReader reader = JournalReader.ofAll(journal.files()))
            {
                final AllocationMeter meter = new AllocationMeter();
                for (int i = 0; i < 500; i++)
                {
                    reader.next();
                }
                final long before = meter.bytes();
                boolean isThere = true;
                for (int i = 0; i < 1_000; i++)
                {
                    isThere &= reader.next();
                }
                assertThat(meter.bytes() - before).isZero();
                assertThat(isThere).isTrue();
            }
        }
    }

    /** Several epochs and segments; some closed, some not, some cut off, some of which nobody follows. */
    static TestJournal random(final MemoryStorage storage, final long seed) throws IOException
    {
        final SplittableRandom random = new SplittableRandom(seed);
        final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES);
        int epoch = 0;
        final int epochs = 1 + random.nextInt(4);
        for (int i = 0; i < epochs; i++)
        {
            epoch += 1 + random.nextInt(2);
            journal.epoch(epoch).random(random, random.nextInt(120));
            final boolean isLast = i == epochs - 1;
            if (random.nextBoolean())
            {
                journal.close();
            }
            else if (!isLast && random.nextInt(3) == 0)
            {
                final List<RecordModel> records = journal.records();
                final int inEpoch = (int)records.stream().filter(ofEpoch(epoch)).count();
                journal.forget(random.nextInt(inEpoch));
            }
        }
        return journal.mark();
    }

    private static Predicate<RecordModel> ofEpoch(final int epoch)
    {
        return record -> record.place().epoch() == epoch;
    }
}
