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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpochReserveTest
{
    private final SimulatedStorage disk = new SimulatedStorage();
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
    private JournalDirectory primary;
    private JournalDirectory standby;

    @BeforeEach
    void open() throws IOException
    {
        final SimulatedLock lock = new SimulatedLock();
        primary = Journals.locked(disk, 1, lock);
        standby = JournalDirectory.open(disk, Journals.writer(1), lock.ofAnotherProcess());
    }

    @AfterEach
    void close()
    {
        primary.close();
        standby.close();
        disk.close();
        arena.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeOverWithAFewOperationsOfTheDisk(final Durability mode) throws IOException
    {
        final EpochWriter writer = Journals.begin(primary, mode);
        final EpochReserve reserve = EpochReserve.make(standby, Journals.SETTINGS, mode);
        Journals.append(writer.appender(), scratch, 300);
        writer.closeCleanly(new byte[0]);
        primary.close();
        standby.lock();
        final EpochPlan next = Journals.plan(standby, mode);
        final EpochPlan plan =
            new EpochPlan(reserve.epoch(), mode, next.start(), next.lastTimeNanos(), next.maxBodyBytes());

        final long before = disk.faults().operations();
        try (EpochWriter successor = EpochWriter.begin(reserve, plan, new TestClock()))
        {
            assertThat(disk.faults().operations() - before).isLessThan(12);
            assertThat(standby.currentEpoch()).isEqualTo(2);
            Journals.append(successor.appender(), scratch, 300);
            successor.closeCleanly(new byte[0]);
        }

        assertThat(JournalScan.of(disk).lastSequence()).isEqualTo(2);
        reserve.close();
        assertThat(disk.list("")).contains("e0000002");
    }

    /** An order may only leave once CURRENT leads to its input: the first commit comes behind the sync of its name. */
    @Test
    void shouldReleaseNothingOfItsOwnBeforeItsNameIsOnTheDisk() throws IOException
    {
        try (EpochWriter writer = Journals.promote(primary, Durability.GROUP))
        {
            Journals.append(writer.appender(), scratch, 300);
            // The first sync from here on is that of the name.
            disk.faults().failSync("", 0);
            assertThat(primary.currentEpoch()).isEqualTo(1);

            writer.stepCommit();

            assertThat(writer.isFailed()).isTrue();
            assertThat(writer.gate().sequence()).isZero();
        }
    }

    /** A mark of an epoch that CURRENT does not lead to would look like damage. */
    @ParameterizedTest
    @EnumSource
    void shouldMarkNothingBeforeItsNameIsOnTheDisk(final Durability mode) throws IOException
    {
        try (EpochWriter writer = Journals.promote(primary, mode))
        {
            Journals.append(writer.appender(), scratch, 300);
            disk.faults().failSync("", 0);
            writer.stepCommit();

            for (int look = 0; look < 100; look++)
            {
                writer.stepMark();
            }

            assertThat(writer.isFailed()).isTrue();
            assertThat(DurableMark.decode(SmallFiles.read(disk, "durable.mark", DurableMark.FILE_BYTES))).isEmpty();
        }
    }

    /** The dead writer may have written and not synced: what follows from it must not leave before it is durable. */
    @Test
    void shouldSyncWhatItGoesOnBehind() throws IOException
    {
        try (EpochWriter writer = Journals.begin(primary, Durability.GROUP))
        {
            Journals.append(writer.appender(), scratch, 300);
            // It dies between the write and the sync.
            disk.faults().cutPowerAfter(1);
            writer.stepCommit();
            assertThat(writer.gate().sequence()).isZero();
        }

        try (SimulatedStorage left = disk.processDeath();
            JournalDirectory directory = Journals.locked(left, 1, new SimulatedLock());
            EpochWriter successor = Journals.promote(directory, Durability.GROUP))
        {
            assertThat(successor.gate().sequence()).isEqualTo(1);
            for (int seed = 0; seed < 20; seed++)
            {
                try (SimulatedStorage later = left.crash(seed))
                {
                    assertThat(Journals.recover(later, Journals.writer(2)).last().sequence()).as("seed=" + seed)
                        .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void shouldBeNoPartOfTheJournalBeforeItIsBegun() throws IOException
    {
        try (EpochWriter writer = Journals.begin(primary, Durability.GROUP);
            EpochReserve reserve = EpochReserve.make(standby, Journals.SETTINGS, Durability.GROUP))
        {
            Journals.append(writer.appender(), scratch, 300);
            writer.stepCommit();

            assertThat(reserve.epoch()).isEqualTo(2);
            assertThat(JournalScan.of(disk).lastSequence()).isEqualTo(1);
            assertThat(JournalDirectory.open(disk, Journals.writer(1), new SimulatedLock()).currentEpoch())
                .isEqualTo(1);
        }

        assertThat(disk.list("")).doesNotContain("e0000002");
    }

    @Test
    void shouldRefuseWhenAnotherWriterCameInBetween() throws IOException
    {
        try (EpochReserve reserve = EpochReserve.make(standby, Journals.SETTINGS, Durability.GROUP))
        {
            final EpochPlan plan = Journals.plan(primary, Durability.GROUP);
            final EpochPlan early = new EpochPlan(reserve.epoch(), Durability.GROUP, plan.start(), 0, 16);
            assertThatThrownBy(() -> EpochWriter.begin(reserve, early, new TestClock()))
                .isInstanceOf(IllegalStateException.class);
            Journals.begin(primary, Durability.GROUP).closeCleanly(new byte[0]);
            primary.close();
            standby.lock();

            assertThat(standby.currentEpoch()).isEqualTo(2);
            assertThatThrownBy(() -> EpochWriter.begin(reserve, early, new TestClock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an epoch is above the one that counts: epoch=1 current=2");
        }
        assertThat(disk.list("")).doesNotContain("e0000001");
    }

    @Test
    void shouldRefuseAPlanOfAnotherEpochOrMode() throws IOException
    {
        try (EpochReserve reserve = EpochReserve.make(standby, Journals.SETTINGS, Durability.SYNC))
        {
            final EpochPlan plan = Journals.plan(primary, Durability.GROUP);

            assertThatThrownBy(() -> EpochWriter.begin(reserve, plan, new TestClock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plan is that of the reserved epoch: epoch=2 mode=group reserved=1 mode=sync");
        }
    }
}
