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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the writing side puts on a real file system is what the reading side finds there, in every mode. */
class WrittenJournalTest
{
    private static final int BODY_BYTES = 4_000;

    @TempDir
    private Path directory;

    /** Where each record takes a sync of its own there are few; else enough for several segments. */
    private static int records(final Durability mode)
    {
        return mode == Durability.SYNC ? 50 : 1_000;
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void shouldFollowAndRecoverAJournalOfEveryMode(final Durability mode) throws IOException
    {
        try (JournalDirectory journal = JournalDirectory.open(directory);
            Arena arena = new Arena(HugePages.OFF);
            LiveTail tail = LiveTail.after(new JournalFiles(journal.storage()), JournalAnchor.GENESIS))
        {
            journal.lock();
            final Slab body = arena.allocate(BODY_BYTES + 8L, 8);
            final JournalFiles files = new JournalFiles(journal.storage());
            final BootId boot = new BootId(journal.writer().bootIdHigh(), journal.writer().bootIdLow());

            final LastRecord first = write(journal, plan(journal, mode, LastRecord.NONE), body, true);
            final RecoveryDecision second = decide(files, boot);
            final LastRecord last = write(journal, plan(journal, mode, second.last()), body, false);
            final RecoveryDecision third = decide(files, boot);

            assertThat(second.last().checksum()).isEqualTo(first.checksum());
            assertThat(second.reason()).startsWith("clean: ");
            assertThat(third.last().sequence()).isEqualTo(last.sequence()).isEqualTo(2L * records(mode));
            assertThat(JournalVerifier.verify(files, Optional.of(boot)).remarks()).isEmpty();
            assertThat(sequences(tail)).hasSize(2 * records(mode)).endsWith(2L * records(mode));
            assertThat(tail.end()).isNull();
        }
    }

    private static RecoveryDecision decide(final JournalFiles files, final BootId boot) throws IOException
    {
        final JournalReport report = JournalScan.after(files, JournalAnchor.GENESIS);
        final RecoveryDecision decision = RecoveryPlan.decide(report, boot, false);
        assertThat(decision.isAccepted()).as(decision.reason()).isTrue();
        assertThat(report.isProcessCrash(boot)).isTrue();
        assertThat(report.markedSequence()).isEqualTo(report.lastSequence());
        return decision;
    }

    private static EpochPlan plan(final JournalDirectory journal, final Durability mode, final LastRecord last)
        throws IOException
    {
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(), 1,
            journal.writer().bootIdHigh(), journal.writer().bootIdLow(), journal.writer().pid(), 7, mode.code(),
            List.of("feed"), "");
        return new EpochPlan(journal.nextEpoch(), mode, start, last.timeNanos(), BODY_BYTES);
    }

    /** Writes step by step on this thread; closes the epoch, or leaves it as the death of its process does. */
    private static LastRecord write(
        final JournalDirectory journal, final EpochPlan plan, final Slab body, final boolean isClosed)
        throws IOException
    {
        final long[] clockNanos = {0};
        try (EpochWriter writer =
            EpochWriter.begin(journal, JournalSettings.ofSegments(1 << 20), plan, () -> clockNanos[0]))
        {
            final JournalAppender appender = writer.appender();
            for (int i = 0; i < records(plan.mode()); i++)
            {
                clockNanos[0] += 1_000_000;
                while (!appender.hasRoom())
                {
                    writer.step();
                }
                final long sequence = appender.lastSequence() + 1;
                body.putLong(0, sequence);
                appender.input(0, 1, sequence, sequence, sequence, body, 0, i % BODY_BYTES);
                appender.seal();
            }
            clockNanos[0] += 1_000_000_000;
            while (writer.step())
            {
                clockNanos[0] += 1_000_000_000;
            }
            if (isClosed)
            {
                writer.closeCleanly(new byte[16]);
            }
            return new LastRecord(plan.epoch(), appender.lastSequence(), 0, appender.lastChecksum());
        }
    }

    private static List<Long> sequences(final LiveTail tail) throws IOException
    {
        final List<Long> sequences = new ArrayList<>();
        while (tail.pollAndLook())
        {
            if (tail.cursor().isInstance())
            {
                sequences.add(tail.cursor().sequence());
            }
        }
        return sequences;
    }
}
