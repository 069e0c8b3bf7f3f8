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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import org.junit.jupiter.api.Test;

class LiveTailTest
{
    private static final int SEGMENT_BYTES = 64 * 1024;

    @Test
    void shouldSeeEveryRecordOnceWhileAnotherThreadAppends() throws Exception
    {
        for (long seed = 1; seed <= 8; seed++)
        {
            try (MemoryStorage storage = new MemoryStorage())
            {
                final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1);
                final SplittableRandom random = new SplittableRandom(seed);
                assertThat(followed(LiveTail.ofAll(journal.files()), () -> write(journal, random)))
                    .as("seed=" + seed).isEqualTo(journal.records());
            }
        }
    }

    @Test
    void shouldReplayHistoryAndGoOnLiveBehindASnapshot() throws Exception
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final SplittableRandom random = new SplittableRandom(5);
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1).random(random, 3_000)
                .epoch(2).random(random, 1_000);
            final LiveTail tail = LiveTail.after(journal.files(), journal.anchor(1_500));

            final List<RecordModel> read = followed(tail, () -> write(journal, random));

            final int from = 1 + indexOf(journal, 1_500);
            assertThat(read).isEqualTo(journal.records().subList(from, journal.records().size()));
        }
    }

    private static int indexOf(final TestJournal journal, final long sequence)
    {
        int index = 0;
        while (journal.records().get(index).sequence() < sequence)
        {
            index++;
        }
        return index;
    }

    /** Several segments and epochs, of which one is not closed. */
    private static Long write(final TestJournal journal, final SplittableRandom random) throws IOException
    {
        journal.random(random, 4_000).close().epoch(5).random(random, 4_000).epoch(6).random(random, 4_000);
        return journal.last().sequence();
    }

    private static List<RecordModel> followed(final LiveTail tail, final Callable<Long> writer) throws Exception
    {
        final ExecutorService threads = Executors.newSingleThreadExecutor();
        try (tail)
        {
            final Future<Long> written = threads.submit(writer);
            final List<RecordModel> read = new ArrayList<>();
            while (!written.isDone() || tail.cursor().sequence() < written.get())
            {
                if (tail.poll())
                {
                    read.add(RecordModel.of(tail.cursor()));
                }
                assertThat(tail.end()).isNull();
            }
            assertThat(tail.epochStart().sources()).containsExactly("feed", "orders");
            return read;
        }
        finally
        {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldWaitForTheFirstRecordOfANewJournal() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES);
            try (LiveTail tail = LiveTail.after(journal.files(), JournalAnchor.GENESIS))
            {
                assertThat(tail.pollAndLook()).isFalse();

                journal.epoch(1).random(new SplittableRandom(1), 1);

                assertThat(tail.pollAndLook()).isTrue();
                assertThat(tail.poll()).isTrue();
                assertThat(tail.cursor().sequence()).isEqualTo(1);
            }
        }
    }

    @Test
    void shouldGoOnInAnEpochThatWasReservedOnlyWhenItHasBegun() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(2), 9);
            storage.createDirectory("e0000002");
            final byte[] header =
                new SegmentHeader(2, 0, SEGMENT_BYTES, TestJournal.BOOT.high(), TestJournal.BOOT.low()).encode();
            storage.create(JournalFiles.segmentPath(2, 0), SEGMENT_BYTES).map()
                .putBytes(0, header, 0, header.length);
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                poll(tail, 10);
                assertThat(tail.pollAndLook()).isFalse();
                journal.random(new SplittableRandom(3), 1);
                assertThat(tail.poll()).isTrue();
                journal.epoch(2).random(new SplittableRandom(4), 1);

                assertThat(tail.pollAndLook()).isTrue();
                assertThat(tail.poll()).isTrue();
                assertThat(tail.cursor().epoch()).isEqualTo(2);
                assertThat(tail.cursor().sequence()).isEqualTo(11);
            }
        }
    }

    @Test
    void shouldNotSeeARecordBeforeAllOfItIsThere() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1);
            journal.input(0, 1, 7, new byte[40]);
            final JournalPlace place = journal.records().get(1).place();
            final Slab slab = storage.slab(JournalFiles.segmentPath(1, 0));
            final long appended = journal.head().getLong(HeadLayout.APPENDED_POSITION);
            journal.head().putLong(HeadLayout.APPENDED_POSITION, place.offset());
            final long body = slab.getLong(place.offset() + 56);
            slab.putLong(place.offset() + 56, ~body);
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                assertThat(tail.poll()).isTrue();
                assertThat(tail.pollAndLook()).isFalse();
                assertThat(tail.pollAndLook()).isFalse();
                assertThat(tail.end()).isNull();

                slab.putLong(place.offset() + 56, body);
                journal.head().putLong(HeadLayout.APPENDED_POSITION, appended);

                assertThat(tail.poll()).isTrue();
                assertThat(tail.cursor().clientSequence()).isEqualTo(7);
            }
        }
    }

    @Test
    void shouldCallARecordDamagedThatItsWriterHasLeftBehind() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(2), 3);
            final JournalPlace place = journal.records().get(2).place();
            Mutation.flip(storage.slab(JournalFiles.segmentPath(1, 0)), place.offset() + 17, new SplittableRandom(1));
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                assertThat(tail.poll()).isTrue();
                assertThat(tail.poll()).isTrue();
                assertThat(tail.pollAndLook()).isFalse();
                assertThat(tail.pollAndLook()).isFalse();

                assertThat(tail.end().kind()).isEqualTo(EndKind.CORRUPT);
                assertThat(tail.end().place()).isEqualTo(place);
                assertThat(tail.poll()).isFalse();
            }
        }
    }

    @Test
    void shouldNotGoOnWhereALaterEpochCutsOffWhatWasRead() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(2), 9);
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                for (int i = 0; i < 10; i++)
                {
                    assertThat(tail.poll()).isTrue();
                }
                journal.forget(4).epoch(2);

                assertThat(tail.pollAndLook()).isFalse();
                assertThat(tail.end().text()).startsWith("foreign: epoch 2 follows sequence 5, so what was read");
            }
        }
    }

    @Test
    void shouldMissARecordThatALaterEpochFollowsAndThatIsNotThere() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(2), 9);
            final JournalPlace place = journal.records().get(9).place();
            journal.epoch(2);
            storage.slab(JournalFiles.segmentPath(1, 0)).putLong(place.offset(), 0);
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                for (int i = 0; i < 9; i++)
                {
                    assertThat(tail.poll()).isTrue();
                }
                assertThat(tail.pollAndLook()).isFalse();
                assertThat(tail.end().kind()).isEqualTo(EndKind.HOLE);
                assertThat(tail.end().place()).isEqualTo(place);
            }
        }
    }

    @Test
    void shouldNotFollowBehindASnapshotOfAnotherHistory() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, SEGMENT_BYTES).epoch(1)
                .random(new SplittableRandom(2), 9);
            try (LiveTail tail = LiveTail.after(journal.files(), new JournalAnchor(5, 0)))
            {
                assertThat(tail.end().kind()).isEqualTo(EndKind.FOREIGN);
                assertThat(tail.poll()).isFalse();
            }
        }
    }

    @Test
    void shouldAllocateNothingForARecord() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, 1 << 20).epoch(1)
                .random(new SplittableRandom(1), 2_000);
            try (LiveTail tail = LiveTail.ofAll(journal.files()))
            {
                final AllocationMeter meter = new AllocationMeter();
                poll(tail, 500);
                final long before = meter.bytes();
                final boolean isThere = poll(tail, 1_000);
                final long after = meter.bytes();

                assertThat(after - before).isZero();
                assertThat(isThere).isTrue();
            }
        }
    }

    private static boolean poll(final LiveTail tail, final int count) throws IOException
    {
        boolean isThere = true;
        for (int i = 0; i < count; i++)
        {
            isThere &= tail.poll();
        }
        return isThere;
    }
}
