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

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 11: less is admitted before anything can fail. */
class SpaceStateTest extends SimulatedJournalFixture
{
    private static final long SEGMENT_BYTES = Journals.SEGMENT_BYTES;

    private static void work(final EpochWriter writer)
    {
        boolean hasMore = true;
        while (hasMore)
        {
            final boolean hasCommitted = writer.stepCommit();
            hasMore = writer.stepPrepare() || hasCommitted;
        }
        for (int i = 0; i < 30; i++)
        {
            writer.stepMark();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAdmitLessAndLessAndCloseInOrderOnAFullDisk(final Durability mode) throws IOException
    {
        // Room for three segments, their margin and the small files.
        disk.faults().capacityBytes(5 * SEGMENT_BYTES - 1);
        long lastSequence = 0;
        long openUpTo = 0;
        long cancelsUpTo = 0;
        try (EpochWriter writer = Journals.begin(directory, mode))
        {
            work(writer);
            assertThat(writer.spaceState()).isEqualTo(SpaceState.OPEN);
            while (writer.spaceState() != SpaceState.FULL)
            {
                assertThat(writer.appender().hasRoom()).as("what is admitted can be appended").isTrue();
                Journals.append(writer.appender(), scratch, 300);
                lastSequence = writer.appender().lastSequence();
                openUpTo = writer.spaceState() == SpaceState.OPEN ? lastSequence : openUpTo;
                cancelsUpTo = writer.spaceState() == SpaceState.CANCEL_ONLY ? lastSequence : cancelsUpTo;
                work(writer);
            }
            assertThat(openUpTo).isPositive();
            assertThat(cancelsUpTo).isGreaterThan(openUpTo);
            assertThat(writer.isFailed()).isFalse();
            writer.closeCleanly(new byte[500]);
        }

        final JournalScan scan = JournalScan.of(disk);
        assertThat(scan.lastSequence()).isEqualTo(lastSequence);
        assertThat(scan.records().get(scan.records().size() - 1).type()).isEqualTo(RecordType.CLEAN_CLOSE.code());
    }

    @Test
    void shouldBeOpenAgainOnceRoomWasMade() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.PROCESS_SAFE))
        {
            disk.faults().capacityBytes(SEGMENT_BYTES * 2);
            work(writer);
            assertThat(writer.spaceState()).isEqualTo(SpaceState.CANCEL_ONLY);

            disk.faults().capacityBytes(SimulatedFaults.UNLIMITED);
            work(writer);

            assertThat(writer.spaceState()).isEqualTo(SpaceState.OPEN);
            assertThat(writer.isFailed()).isFalse();
        }
    }

    @Test
    void shouldNotFlapAroundTheLimit() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.PROCESS_SAFE))
        {
            work(writer);
            disk.faults().capacityBytes(100 * SEGMENT_BYTES);
            final long usedBytes = 100 * SEGMENT_BYTES - disk.usableBytes();
            final long lowBytes = Journals.SETTINGS.lowSpaceBytes();

            disk.faults().capacityBytes(usedBytes + lowBytes - 1);
            work(writer);
            assertThat(writer.spaceState()).isEqualTo(SpaceState.CANCEL_ONLY);
            disk.faults().capacityBytes(usedBytes + lowBytes + SEGMENT_BYTES / 2);
            work(writer);
            assertThat(writer.spaceState()).isEqualTo(SpaceState.CANCEL_ONLY);
            disk.faults().capacityBytes(usedBytes + lowBytes + 2 * SEGMENT_BYTES);
            work(writer);
            assertThat(writer.spaceState()).isEqualTo(SpaceState.OPEN);
        }
    }

    @Test
    void shouldRefuseToBeginWhereThereIsNoRoomForTheNextSegmentToo() throws IOException
    {
        disk.faults().capacityBytes(3 * SEGMENT_BYTES - 1);

        assertThatThrownBy(() -> Journals.begin(directory, Durability.GROUP))
            .isInstanceOf(JournalDirectoryException.class)
            .hasMessage("the disk has no room for a new epoch: simulated disk has 3145727 bytes left and needs" +
                " 3145728; free room on its file system, or make segments shorter");
        assertThat(disk.list("")).isEmpty();
    }
}
