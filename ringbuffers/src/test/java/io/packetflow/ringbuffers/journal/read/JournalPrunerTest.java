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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalPrunerTest
{
    private static final int SEGMENT_BYTES = 24 * 1024;

    private final MemoryStorage storage = new MemoryStorage();

    @AfterEach
    void tearDown()
    {
        storage.close();
    }

    @Test
    void shouldKeepWhatTwoSnapshotsNeedInEveryRandomJournal() throws IOException
    {
        for (long seed = 1; seed <= 30; seed++)
        {
            try (MemoryStorage files = new MemoryStorage())
            {
                shouldKeepWhatTwoSnapshotsNeed(JournalReaderTest.random(files, seed), seed);
            }
        }
    }

    private static void shouldKeepWhatTwoSnapshotsNeed(final TestJournal journal, final long seed) throws IOException
    {
        final SplittableRandom random = new SplittableRandom(seed);
        final long last = journal.last().sequence();
        if (last == 0)
        {
            return;
        }
        final long newer = 1 + random.nextLong(last);
        final long older = 1 + random.nextLong(newer);
        final JournalReport before = JournalScan.after(journal.files(), journal.anchor(older));

        final PruneResult dry = new JournalPruner(journal.files()).prune(journal.anchor(older), true);
        final PruneResult done = new JournalPruner(journal.files()).prune(journal.anchor(older), false);
        final PruneResult again = new JournalPruner(journal.files()).prune(journal.anchor(older), false);

        assertThat(done.refusal()).as("seed=" + seed).isEmpty();
        assertThat(done).as("seed=" + seed).isEqualTo(dry);
        assertThat(again.removed()).as("seed=" + seed).isEmpty();
        assertThat(JournalScan.all(journal.files()).end()).as("seed=" + seed).isEqualTo(before.end());
        shouldReadOnBehind(journal, older, seed);
        shouldReadOnBehind(journal, newer, seed);
    }

    private static void shouldReadOnBehind(final TestJournal journal, final long sequence, final long seed)
        throws IOException
    {
        final JournalReport report = JournalScan.after(journal.files(), journal.anchor(sequence));
        assertThat(report.isAnchorFound()).as("seed=" + seed + " sequence=" + sequence).isTrue();
        assertThat(report.end().last()).as("seed=" + seed).isEqualTo(journal.last());
        assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, false).isAccepted()).as("seed=" + seed).isTrue();
    }

    @Test
    void shouldRemoveWholeEpochsAndTheFirstSegmentsOfAnother() throws IOException
    {
        final TestJournal journal = threeEpochs();

        final PruneResult result = new JournalPruner(journal.files()).prune(journal.anchor(590), false);

        assertThat(result.removed()).contains("e0000001/s0000000.pfj", "e0000001/head", "e0000001",
            "e0000002/s0000001.pfj").doesNotContain("e0000002/s0000000.pfj", "e0000002/head");
        assertThat(result.removed()).noneMatch(path -> path.startsWith("e0000003"));
        assertThat(result.bytes()).isGreaterThan(4L * SEGMENT_BYTES);
        assertThat(journal.files().epochs()).containsExactly(2, 3);
        assertThat(JournalScan.after(journal.files(), journal.anchor(590)).epochs().get(0).start().orElseThrow()
            .sources()).containsExactly("feed", "orders");
        assertThat(JournalScan.all(journal.files()).remarks()).anyMatch(remark -> remark.contains("pruned or lost"));
    }

    private TestJournal threeEpochs() throws IOException
    {
        return new TestJournal(storage, SEGMENT_BYTES).epoch(1).random(new SplittableRandom(1), 300)
            .epoch(2).random(new SplittableRandom(2), 300).close().epoch(3).random(new SplittableRandom(3), 300)
            .mark();
    }

    @Test
    void shouldRemoveOfTheNewestEpochWhatLiesBeforeTheSnapshot() throws IOException
    {
        final TestJournal journal = threeEpochs();
        final int lastSegment = journal.records().get(journal.records().size() - 1).place().segment();

        final PruneResult result = new JournalPruner(journal.files(), true).prune(journal.anchor(900), false);

        assertThat(result.removed()).contains("e0000003/s0000001.pfj").doesNotContain("e0000003/s0000000.pfj");
        assertThat(journal.files().epochs()).containsExactly(3);
        assertThat(journal.files().segments(3)).startsWith(0).contains(lastSegment).doesNotContain(1);
        assertThat(JournalScan.after(journal.files(), journal.anchor(900)).end().last()).isEqualTo(journal.last());
        assertThat(JournalScan.all(journal.files()).end().last()).isEqualTo(journal.last());
    }

    @Test
    void shouldRemoveNothingFromAJournalThatIsNotSound() throws IOException
    {
        final TestJournal journal = threeEpochs();
        final JournalPlace place = journal.records().get(100).place();
        Mutation.flip(storage.slab(JournalFiles.segmentPath(1, place.segment())), place.offset() + 20,
            new SplittableRandom(1));

        final PruneResult result = new JournalPruner(journal.files()).prune(journal.anchor(590), false);

        assertThat(result.isRefused()).isTrue();
        assertThat(result.refusal()).startsWith("a journal that is not sound is not pruned: corrupt: ");
        assertThat(result.removed()).isEmpty();
        assertThat(journal.files().epochs()).containsExactly(1, 2, 3);
    }

    @Test
    void shouldRemoveNothingForASnapshotThatTheJournalDoesNotKnow() throws IOException
    {
        final TestJournal journal = threeEpochs();

        final PruneResult result =
            new JournalPruner(journal.files()).prune(new JournalAnchor(590, 1), false);

        assertThat(result.refusal()).startsWith("the journal does not hold the snapshot's record: foreign: ");
        assertThat(journal.files().epochs()).containsExactly(1, 2, 3);
    }

    @Test
    void shouldLeaveOnePieceWhereverItIsInterrupted() throws IOException
    {
        final TestJournal whole = threeEpochs();
        final PruneResult plan = new JournalPruner(whole.files()).prune(whole.anchor(590), true);
        for (final String path : plan.removed())
        {
            storage.delete(path);
            final JournalReport report = JournalScan.after(whole.files(), whole.anchor(590));
            assertThat(report.end().last()).as(path).isEqualTo(whole.last());
            if (path.startsWith("e0000001"))
            {
                assertThat(JournalScan.all(whole.files()).end().kind()).as(path).isEqualTo(EndKind.END);
            }
        }
        assertThat(new JournalPruner(whole.files()).prune(whole.anchor(590), false).removed()).isEmpty();
    }

    @Test
    void shouldNotRecoverFromTheBeginningOfAPrunedJournal() throws IOException
    {
        final TestJournal journal = threeEpochs();
        new JournalPruner(journal.files()).prune(journal.anchor(590), false);

        final JournalReport report = JournalScan.after(journal.files(), JournalAnchor.GENESIS);

        assertThat(report.isAnchorFound()).isFalse();
        assertThat(report.end().text()).startsWith("truncated-file: what follows sequence 0 is looked for, but the" +
            " journal begins behind its beginning");
        assertThat(RecoveryPlan.decide(report, TestJournal.BOOT, true).isAccepted()).isFalse();
    }
}
