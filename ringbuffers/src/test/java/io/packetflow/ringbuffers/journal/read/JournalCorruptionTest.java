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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Ten thousand damages, each found where it is, called by its name, and never read as a record. */
class JournalCorruptionTest
{
    private static final BootId AFTER_A_POWER_CUT = new BootId(9, 9);
    private static final List<Mutation> ALL = List.of(Mutation.values());
    private static final int JOURNALS = 50;
    private static final int MUTATIONS = 200;
    private static final int SEGMENT_BYTES = 24 * 1024;

    private final Map<EndKind, Integer> seen = new EnumMap<>(EndKind.class);

    @Test
    void shouldFindAndNameEveryDamageAndAcceptNoWrongRecord() throws IOException
    {
        for (long seed = 1; seed <= JOURNALS; seed++)
        {
            shouldFindEveryDamage(seed, SEGMENT_BYTES, 150, MUTATIONS);
        }
        assertThat(seen.keySet()).contains(EndKind.CORRUPT, EndKind.HOLE, EndKind.FOREIGN, EndKind.TRUNCATED_FILE,
            EndKind.TORN_TAIL, EndKind.END, EndKind.CLEAN);
    }

    @Test
    void shouldFindAndNameEveryDamageInSegmentsThatAreReadPieceByPiece() throws IOException
    {
        for (long seed = 101; seed <= 106; seed++)
        {
            shouldFindEveryDamage(seed, 640 * 1024, 3_000, 60);
        }
    }

    private void shouldFindEveryDamage(
        final long seed, final int segmentBytes, final int records, final int mutations) throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final SplittableRandom random = new SplittableRandom(seed);
            final MutableJournal journal =
                new MutableJournal(storage, journal(storage, random, segmentBytes, records));
            for (int step = 0; step < mutations; step++)
            {
                final Mutation mutation = ALL.get(random.nextInt(ALL.size()));
                mutation.apply(journal, random);
                shouldFind(journal, mutation, "seed=" + seed + " step=" + step + " " + mutation);
                journal.restore();
            }
        }
    }

    private static TestJournal journal(
        final MemoryStorage storage, final SplittableRandom random, final int segmentBytes, final int records)
        throws IOException
    {
        final TestJournal journal = new TestJournal(storage, segmentBytes);
        final int epochs = 1 + random.nextInt(3);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            journal.epoch(epoch).random(random, 1 + random.nextInt(records));
            if (random.nextBoolean())
            {
                journal.close();
            }
        }
        return journal.mark();
    }

    private void shouldFind(final MutableJournal journal, final Mutation mutation, final String what)
        throws IOException
    {
        final int sound = journal.soundRecords();
        final int all = journal.journal().records().size();

        final int accepted = accepted(journal, what);
        final JournalReport report = JournalScan.all(journal.journal().files());

        seen.merge(report.end().kind(), 1, Integer::sum);
        assertThat(accepted).as(what + " " + report.end()).isEqualTo(sound);
        assertThat(report.records()).as(what).isEqualTo(sound);
        if (sound < all)
        {
            assertThat(report.end().place()).as(what + " " + report.end()).isEqualTo(journal.place(sound));
            assertThat(report.end().kind()).as(what + " " + report.end()).isIn(kinds(mutation));
            assertThat(report.end().text()).as(what).contains(report.end().place().toString());
        }
        shouldNotStartShorter(journal, report, what);
    }

    private static Set<EndKind> kinds(final Mutation mutation)
    {
        return switch (mutation)
        {
            case FLIP_IN_RECORD -> EnumSet.of(EndKind.CORRUPT, EndKind.HOLE, EndKind.TORN_TAIL);
            case FLIP_IN_HEADER -> EnumSet.of(EndKind.CORRUPT);
            case TRUNCATE -> EnumSet.of(EndKind.TRUNCATED_FILE);
            case SWAP, STALE -> EnumSet.of(EndKind.FOREIGN);
            case ZERO_PAGES -> EnumSet.of(EndKind.HOLE, EndKind.TORN_TAIL, EndKind.END, EndKind.CORRUPT);
            default -> EnumSet.of(EndKind.CORRUPT, EndKind.FOREIGN);
        };
    }

    private static void shouldNotStartShorter(
        final MutableJournal journal, final JournalReport report, final String what)
    {
        final long last = journal.journal().last().sequence();
        final RecoveryDecision decision = RecoveryPlan.decide(report, AFTER_A_POWER_CUT, false);
        if (report.lastSequence() < last)
        {
            assertThat(decision.isAccepted()).as(what + " " + report.end()).isFalse();
            assertThat(decision.lostFrom()).as(what).isEqualTo(report.lastSequence() + 1);
            assertThat(decision.lostTo()).as(what).isEqualTo(last);
            assertThat(RecoveryPlan.decide(report, AFTER_A_POWER_CUT, true).last()).as(what)
                .isEqualTo(report.end().last());
        }
    }

    /** Counts the records that are given out, each of which must be the one that was written. */
    private static int accepted(final MutableJournal journal, final String what) throws IOException
    {
        int count = 0;
        try (JournalReader reader = JournalReader.ofAll(journal.journal().files()))
        {
            while (reader.next())
            {
                final RecordModel written = journal.journal().records().get(count);
                final RecordCursor cursor = reader.cursor();
                if (cursor.checksum() != written.checksum() || cursor.sequence() != written.sequence() ||
                    cursor.segment() != written.place().segment() || cursor.offset() != written.place().offset() ||
                    cursor.epoch() != written.place().epoch())
                {
                    throw new AssertionError("a record that was not written there: " + what + " " + written + " " +
                        RecordText.line(cursor, null));
                }
                count++;
            }
        }
        return count;
    }
}
