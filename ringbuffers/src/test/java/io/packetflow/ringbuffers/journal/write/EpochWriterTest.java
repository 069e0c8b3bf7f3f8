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
package io.packetflow.ringbuffers.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpochWriterTest extends SimulatedJournalFixture
{
    private void append(final EpochWriter writer, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            assertThat(writer.appender().hasRoom()).isTrue();
            Journals.append(writer.appender(), scratch, 300);
        }
    }

    private DurableMark mark() throws IOException
    {
        return DurableMark.decode(SmallFiles.read(disk, "durable.mark", DurableMark.FILE_BYTES)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveTheFirstRecordOnTheDiskBeforeAnybodyAppends(final Durability mode) throws IOException
    {
        final EpochPlan plan = Journals.plan(directory, mode);
        try (EpochWriter writer = EpochWriter.begin(directory, Journals.SETTINGS, plan, new TestClock()))
        {
            assertThat(writer.gate().sequence()).isZero();
            for (int seed = 0; seed < 20; seed++)
            {
                try (SimulatedStorage left = disk.crash(seed))
                {
                    final JournalScan scan = JournalScan.of(left);

                    assertThat(left.list("")).contains("CURRENT", "durable.mark", "e0000001");
                    assertThat(scan.records()).hasSize(1);
                    assertThat(scan.records().get(0).type()).isEqualTo(RecordType.EPOCH_START.code());
                    assertThat(EpochStart.decode(scan.records().get(0).body().array())).isEqualTo(plan.start());
                }
            }
        }
    }

    @Test
    void shouldReleaseAtOnceWhatIsInTheMappedFile() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.PROCESS_SAFE))
        {
            append(writer, 3);

            assertThat(writer.gate().sequence()).isEqualTo(3);
            assertThat(writer.stepCommit()).isFalse();
        }
    }

    @Test
    void shouldReleaseNothingBeforeTheGroupIsOnTheDisk() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.GROUP))
        {
            append(writer, 3);
            assertThat(writer.gate().sequence()).isZero();

            assertThat(writer.stepCommit()).isTrue();

            assertThat(writer.gate().sequence()).isEqualTo(3);
            assertThat(writer.stepCommit()).isFalse();
            assertThat(writer.head().getLong(HeadLayout.DURABLE_POSITION))
                .isEqualTo(writer.head().getLong(HeadLayout.APPENDED_POSITION));
        }
    }

    @Test
    void shouldCommitEachRecordByItself() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.SYNC))
        {
            append(writer, 3);

            for (int i = 1; i <= 3; i++)
            {
                final long operations = disk.faults().operations();
                assertThat(writer.stepCommit()).isTrue();
                assertThat(writer.gate().sequence()).isEqualTo(i);
                assertThat(disk.faults().operations() - operations).as("one write, one sync").isEqualTo(2);
            }
            assertThat(writer.stepCommit()).isFalse();
        }
    }

    @Test
    void shouldReleaseWhatTheStandbyHasAppliedAndNoMore() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.REPLICA))
        {
            append(writer, 3);
            assertThat(writer.gate().sequence()).isZero();

            writer.head().putLongRelease(HeadLayout.REPLICA_SEQUENCE, 2);

            assertThat(writer.gate().sequence()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoOnFromSegmentToSegment(final Durability mode) throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            for (int i = 0; i < 25_000; i++)
            {
                while (!writer.appender().hasRoom())
                {
                    assertThat(writer.step()).isTrue();
                }
                Journals.append(writer.appender(), scratch, 300);
                if (i % 50 == 0)
                {
                    writer.step();
                }
            }
            assertThat(writer.appender().rollCount()).isGreaterThanOrEqualTo(4);
            writer.closeCleanly(new byte[] {1, 2, 3});
        }

        final JournalScan scan = JournalScan.of(disk);
        assertThat(scan.instances()).hasSize(25_000);
        assertThat(scan.instances()).allMatch(found ->
            found.body().equals(ByteBuffer.wrap(Journals.body(found.sequence(), 300))) &&
            found.clientSequence() == 7 * found.sequence());
        final JournalScan.Found last = scan.records().get(scan.records().size() - 1);
        assertThat(last.type()).isEqualTo(RecordType.CLEAN_CLOSE.code());
        assertThat(last.body()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(scan.records().stream().filter(found -> found.type() == RecordType.SEGMENT_END.code()))
            .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoRoomUntilTheNextSegmentIsPrepared(final Durability mode) throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            while (writer.appender().hasRoom())
            {
                Journals.append(writer.appender(), scratch, 300);
            }
            final long refused = writer.appender().lastSequence();
            while (writer.stepPrepare())
            {
                assertThat(writer.appender().lastSequence()).isEqualTo(refused);
            }

            assertThat(writer.appender().hasRoom()).isTrue();
        }
    }

    @Test
    void shouldUseMemoryAgainOnlyAfterItIsOnTheDisk() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.GROUP))
        {
            while (writer.appender().rollCount() < 1)
            {
                while (!writer.appender().hasRoom())
                {
                    writer.stepPrepare();
                }
                Journals.append(writer.appender(), scratch, 300);
            }
            // Nothing is committed, so the first block is needed and there is no third one.
            while (writer.appender().hasRoom())
            {
                Journals.append(writer.appender(), scratch, 300);
            }
            assertThat(writer.stepPrepare()).isFalse();
            assertThat(writer.appender().hasRoom()).isFalse();

            while (writer.stepCommit())
            {
                assertThat(writer.isFailed()).isFalse();
            }
            while (writer.stepPrepare())
            {
                assertThat(writer.isFailed()).isFalse();
            }

            assertThat(writer.appender().hasRoom()).isTrue();
            append(writer, 10);
            final long last = writer.appender().lastSequence();
            writer.closeCleanly(new byte[0]);
            assertThat(JournalScan.of(disk).lastSequence()).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveEverythingOnTheDiskAfterACleanClose(final Durability mode) throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            append(writer, 50);
            writer.closeCleanly("hash".getBytes(StandardCharsets.UTF_8));
        }

        try (SimulatedStorage left = disk.crash(5))
        {
            final JournalScan scan = JournalScan.of(left);
            final JournalScan.Found last = scan.records().get(scan.records().size() - 1);
            assertThat(scan.lastSequence()).isEqualTo(50);
            assertThat(last.type()).isEqualTo(RecordType.CLEAN_CLOSE.code());
            assertThat(last.timeNanos()).isEqualTo(500);
            final DurableMark mark = DurableMark.decode(SmallFiles.read(left, "durable.mark", 8192)).orElseThrow();
            assertThat(mark.sequence()).isEqualTo(50);
            assertThat(mark.recordChecksum()).isEqualTo(scan.lastChecksum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldChainTheNextEpochToTheOneBefore(final Durability mode) throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            append(writer, 5);
            writer.closeCleanly(new byte[0]);
        }
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            assertThat(writer.appender().lastSequence()).isEqualTo(5);
            append(writer, 5);
            writer.closeCleanly(new byte[0]);
        }

        final JournalScan scan = JournalScan.of(disk);
        assertThat(scan.instances()).extracting(JournalScan.Found::sequence)
            .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
        assertThat(directory.currentEpoch()).isEqualTo(2);
        assertThat(mark().epoch()).isEqualTo(2);
    }

    @Test
    void shouldLetTheMarkFollowInTurnsAndNotAhead() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.GROUP))
        {
            final DurableMark first = mark();
            append(writer, 10);
            waitForMark(writer, false);
            assertThat(mark()).as("nothing is durable yet").isEqualTo(first);
            writer.stepCommit();

            waitForMark(writer, true);

            assertThat(mark().sequence()).isEqualTo(10);
            assertThat(mark().position()).isEqualTo(writer.head().getLong(HeadLayout.DURABLE_POSITION));
            assertThat(mark().recordChecksum()).isEqualTo(writer.appender().lastChecksum());
            assertThat(SmallFiles.read(disk, "durable.mark", 8192)).as("the mark before is still there")
                .contains(first.encode());
        }
    }

    @Test
    void shouldLetTheMarkFollowTheAppendWhereThatIsThePromise() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.PROCESS_SAFE))
        {
            append(writer, 10);

            waitForMark(writer, true);

            assertThat(mark().sequence()).isEqualTo(10);
            assertThat(mark().position()).isEqualTo(writer.head().getLong(HeadLayout.APPENDED_POSITION));
            assertThat(mark().recordChecksum()).isEqualTo(writer.appender().lastChecksum());
        }
    }

    /** The clock goes on with each look. */
    private static void waitForMark(final EpochWriter writer, final boolean isExpected)
    {
        boolean hasMoved = false;
        for (int i = 0; i < 100 && !hasMoved; i++)
        {
            hasMoved = writer.stepMark();
        }
        assertThat(hasMoved).isEqualTo(isExpected);
    }

    @Test
    void shouldTellTheHeartbeatAndWhoWrites() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.GROUP))
        {
            writer.heartbeat(17);

            assertThat(writer.head().getLong(HeadLayout.HEARTBEAT)).isEqualTo(17);
            assertThat(writer.head().getLong(HeadLayout.MAGIC_OFFSET)).isEqualTo(HeadLayout.MAGIC);
            assertThat(writer.head().getInt(HeadLayout.EPOCH_OFFSET)).isEqualTo(1);
            assertThat(writer.head().getLong(HeadLayout.PID_OFFSET)).isEqualTo(4711);
            assertThat(writer.head().getLong(HeadLayout.BOOT_ID_OFFSET + 8)).isEqualTo(1);
            assertThat(directory.owner()).endsWith("epoch=1\n");
        }
    }

    @Test
    void shouldRefuseToBeginWithoutTheLock() throws IOException
    {
        final EpochPlan plan = Journals.plan(directory, Durability.GROUP);
        directory.close();

        assertThatThrownBy(() -> EpochWriter.begin(directory, Journals.SETTINGS, plan))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("whoever begins an epoch has the lock: directory=simulated disk");
    }

    @Test
    void shouldRefuseAnEpochThatIsNotAboveTheOneThatCounts() throws IOException
    {
        final EpochPlan plan = Journals.plan(directory, Durability.GROUP);
        Journals.begin(directory, Durability.GROUP).closeCleanly(new byte[0]);

        assertThatThrownBy(() -> EpochWriter.begin(directory, Journals.SETTINGS, plan))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("an epoch is above the one that counts: epoch=1 current=1");
    }

    @Test
    void shouldRefuseAPlanWhosePartsDoNotFit() throws IOException
    {
        final EpochPlan plan = Journals.plan(directory, Durability.GROUP);

        assertThatThrownBy(() -> new EpochPlan(0, Durability.GROUP, plan.start(), 0, 1))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EpochPlan(1, Durability.SYNC, plan.start(), 0, 1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the first record names the epoch's mode: mode=sync durability=1");
        assertThatThrownBy(() -> new EpochPlan(1, Durability.GROUP, plan.start(), 0, 16_385))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotBeUsedAfterItIsClosed() throws IOException
    {
        final EpochWriter writer = Journals.begin(directory, Durability.GROUP);
        writer.close();
        writer.close();

        assertThatThrownBy(writer::step).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.start(Thread::new)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.closeCleanly(new byte[0])).isInstanceOf(IllegalStateException.class);
    }
}
