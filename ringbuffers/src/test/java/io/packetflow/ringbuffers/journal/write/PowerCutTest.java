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
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants 1 and 2: what was acknowledged is there, and what is there is a dense prefix. */
class PowerCutTest
{
    private static final int SEEDS = 1_000;

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "SYNC"})
    void shouldLoseNothingThatWasAcknowledgedWhenThePowerIsCut(final Durability mode) throws IOException
    {
        long acknowledged = 0;
        for (int seed = 0; seed < SEEDS; seed++)
        {
            acknowledged += new Lives(mode, seed, true).run();
        }

        assertThat(acknowledged).as("instances acknowledged before the power cuts").isGreaterThan(10L * SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothingThatWasAppendedWhenTheProcessDies(final Durability mode) throws IOException
    {
        final int seeds = mode == Durability.PROCESS_SAFE ? SEEDS : SEEDS / 10;
        long acknowledged = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            acknowledged += new Lives(mode, seed, false).run();
        }

        assertThat(acknowledged).isGreaterThanOrEqualTo(mode == Durability.REPLICA ? 0 : seeds);
    }

    /** Some lives of a writer over the same disk, each ended at a random operation of it. */
    private static final class Lives
    {
        private final Durability mode;
        private final String name;
        private final SplittableRandom random;
        private final boolean isPowerCut;
        private final int mostBytes;
        private SimulatedLock lock = new SimulatedLock();
        private long acknowledged;
        private long appended;

        Lives(final Durability mode, final int seed, final boolean isPowerCut)
        {
            this.mode = mode;
            this.name = "mode=" + mode + " seed=" + seed;
            this.random = new SplittableRandom(seed);
            this.isPowerCut = isPowerCut;
            this.mostBytes = seed % 4 == 0 ? Journals.MAX_BODY_BYTES : 400;
        }

        long run() throws IOException
        {
            SimulatedStorage disk = new SimulatedStorage();
            final int lives = 1 + random.nextInt(2);
            for (int life = 0; life < lives; life++)
            {
                disk.faults().cutPowerAfter(random.nextInt(isPowerCut ? 120 : 60));
                live(disk, life);
                final SimulatedStorage next = isPowerCut ? disk.crash(random.nextLong()) : disk.processDeath();
                disk.close();
                disk = next;
                takeTheLock(disk, life);
                check(disk, life);
            }
            disk.close();
            return acknowledged;
        }

        private void live(final SimulatedStorage disk, final int life) throws IOException
        {
            try (JournalDirectory directory = Journals.locked(disk, isPowerCut ? life : 0, lock);
                EpochWriter writer =
                    random.nextBoolean() ? Journals.begin(directory, mode) : Journals.promote(directory, mode);
                Arena arena = new Arena(HugePages.OFF))
            {
                final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
                final int most = random.nextInt(400);
                for (int turn = 0; turn < most && !writer.isFailed(); turn++)
                {
                    turn(writer, scratch);
                    acknowledged = Math.max(acknowledged, writer.gate().sequence());
                }
                appended = writer.appender().lastSequence();
            }
            catch (final IOException e)
            {
                assertThat(disk.faults().isPowerCut()).as(name).isTrue();
            }
        }

        private void turn(final EpochWriter writer, final Slab scratch)
        {
            switch (random.nextInt(8))
            {
                case 0, 1 -> writer.stepCommit();
                case 2 -> writer.stepPrepare();
                case 3 -> writer.stepMark();
                default ->
                {
                    if (writer.appender().hasRoom())
                    {
                        Journals.appendUnsealed(writer.appender(), scratch, mostBytes);
                        seal(writer);
                    }
                }
            }
        }

        /** Not always: a process may die before it has added the checksum. */
        private void seal(final EpochWriter writer)
        {
            if (random.nextInt(4) != 0)
            {
                writer.appender().seal();
            }
        }

        /** What the next process does before it looks at anything. */
        private void takeTheLock(final SimulatedStorage disk, final int life) throws IOException
        {
            lock.release();
            lock = lock.ofAnotherProcess();
            Journals.locked(disk, isPowerCut ? life + 1 : 0, lock).close();
            lock = lock.ofAnotherProcess();
        }

        /** The reader that users have, which classifies the damage, goes on behind the same record. */
        private void checkRecovery(final SimulatedStorage disk, final int life, final JournalScan scan)
            throws IOException
        {
            final WriterIdentity next = Journals.writer(isPowerCut ? life + 1 : 0);
            final RecoveryDecision decision = Journals.recover(disk, next);
            final String where = name + " life=" + life + " " + decision;
            assertThat(decision.isAccepted()).as(where).isTrue();
            assertThat(decision.last().sequence()).as(where).isEqualTo(scan.lastSequence());
            if (decision.last().epoch() == scan.currentEpoch())
            {
                // Else it stands behind the first record of an epoch that CURRENT does not name yet.
                assertThat(decision.last().checksum()).as(where).isEqualTo(scan.lastChecksum());
            }
        }

        private void check(final SimulatedStorage disk, final int life) throws IOException
        {
            final JournalScan scan = JournalScan.of(disk);
            final List<JournalScan.Found> instances = scan.instances();
            final String where = name + " life=" + life;
            assertThat(scan.lastSequence()).as(where).isEqualTo(instances.size())
                .isGreaterThanOrEqualTo(acknowledged).isLessThanOrEqualTo(Math.max(appended, acknowledged));
            if (!isPowerCut && !mode.isWritten())
            {
                assertThat(scan.lastSequence()).as(where).isEqualTo(appended);
            }
            for (int i = 0; i < instances.size(); i++)
            {
                assertThat(instances.get(i).sequence()).as(where).isEqualTo(i + 1L);
                assertThat(instances.get(i).body()).as(where)
                    .isEqualTo(ByteBuffer.wrap(Journals.body(i + 1L, mostBytes)));
            }
            final byte[] mark = SmallFiles.read(disk, "durable.mark", DurableMark.FILE_BYTES);
            assertThat(DurableMark.decode(mark).map(DurableMark::sequence).orElse(0L)).as(where)
                .isLessThanOrEqualTo(scan.lastSequence());
            checkRecovery(disk, life, scan);
            // The next life goes on behind what was found.
            appended = scan.lastSequence();
        }
    }
}
