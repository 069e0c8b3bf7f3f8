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

import java.io.IOException;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.EndKind;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.UnsealedRecord;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies between an instance, whose output may have left, and the instance's checksum. */
final class LastRecordSealTest
{
    private static final int INSTANCES = 5;

    private final SimulatedLock lock = new SimulatedLock();
    private SimulatedStorage left;

    @BeforeEach
    void writeAndDie() throws IOException
    {
        try (SimulatedStorage disk = new SimulatedStorage();
            JournalDirectory directory = Journals.locked(disk, 0, lock);
            EpochWriter writer = Journals.begin(directory, Durability.PROCESS_SAFE);
            Arena arena = new Arena(HugePages.OFF))
        {
            final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
            for (int i = 1; i < INSTANCES; i++)
            {
                Journals.append(writer.appender(), scratch, 400);
            }
            Journals.appendUnsealed(writer.appender(), scratch, 400);
            assertThat(writer.gate().sequence()).isEqualTo(INSTANCES);
            left = disk.processDeath();
        }
        lock.release();
    }

    @AfterEach
    void close()
    {
        left.close();
    }

    @Test
    void shouldBeSealedByTheNextThatTakesTheLock() throws IOException
    {
        Journals.locked(left, 0, lock.ofAnotherProcess()).close();

        final RecoveryDecision decision = Journals.recover(left, Journals.writer(0));
        assertThat(decision.isAccepted()).as(decision.toString()).isTrue();
        assertThat(decision.last().sequence()).isEqualTo(INSTANCES);
        assertThat(unsealed()).isEmpty();
    }

    @Test
    void shouldBeNoReasonToRefuseAJournalThatIsOnlyLookedAt() throws IOException
    {
        final RecoveryDecision decision = Journals.recover(left, Journals.writer(0));

        assertThat(decision.isAccepted()).as(decision.toString()).isTrue();
        assertThat(decision.last().sequence()).isEqualTo(INSTANCES - 1L);
        assertThat(decision.reason()).startsWith(EndKind.TORN_TAIL.text());
        assertThat(io.packetflow.ringbuffers.journal.read.JournalScan.all(new JournalFiles(left)).remarks())
            .anyMatch(remark -> remark.startsWith("instance 5 was appended, and its checksum was not added yet"));
        assertThat(unsealed()).hasValueSatisfying(record -> assertThat(record.sequence()).isEqualTo(INSTANCES));
    }

    @Test
    void shouldNotBeBelievedAfterAnotherStartOfTheHost() throws IOException
    {
        Journals.locked(left, 1, lock.ofAnotherProcess()).close();

        assertThat(Journals.recover(left, Journals.writer(1)).last().sequence()).isEqualTo(INSTANCES - 1L);
    }

    private Optional<UnsealedRecord> unsealed() throws IOException
    {
        final JournalFiles files = new JournalFiles(left);
        return UnsealedRecord.find(files, files.head(1).orElseThrow());
    }
}
