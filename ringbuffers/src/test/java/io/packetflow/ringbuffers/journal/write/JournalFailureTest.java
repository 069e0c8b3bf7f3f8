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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 10: any error of the disk stops the journal for good. */
class JournalFailureTest extends SimulatedJournalFixture
{
    private final List<JournalFailure> told = new ArrayList<>();

    private EpochWriter begin(final Durability mode) throws IOException
    {
        final EpochWriter writer = Journals.begin(directory, mode);
        writer.onFailure(told::add);
        return writer;
    }

    private void append(final EpochWriter writer, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            Journals.append(writer.appender(), scratch, 300);
        }
    }

    /** The gate stays, nothing touches the disk again, the listener was told once, and a close in order is refused. */
    private void assertStopped(final EpochWriter writer, final long sequence, final String message)
    {
        final long operations = disk.faults().operations();
        append(writer, 5);
        for (int i = 0; i < 300; i++)
        {
            assertThat(writer.step()).isFalse();
        }

        assertThat(writer.gate().sequence()).isEqualTo(sequence);
        assertThat(writer.gate().isStopped()).isTrue();
        assertThat(writer.isFailed()).isTrue();
        assertThat(disk.faults().operations()).isEqualTo(operations);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).message()).isEqualTo(message);
        assertThat(writer.failure()).contains(told.get(0));
        assertThatThrownBy(() -> writer.closeCleanly(new byte[0])).isInstanceOf(IOException.class).hasMessage(message);
        assertThat(disk.faults().operations()).isEqualTo(operations);
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "SYNC"})
    void shouldStopWhereAWriteFails(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            append(writer, 1);
            writer.stepCommit();
            append(writer, 1);
            disk.faults().failWrites("s0000000", 0);

            assertThat(writer.stepCommit()).isFalse();

            assertStopped(writer, 1, "the journal stopped for good in epoch 1: cannot write e0000001/s0000000.pfj:" +
                " Input/output error; the disk is failing: see the kernel log, replace it before the next start, and" +
                " restore from a copy");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "SYNC"})
    void shouldNotTryASyncThatFailedAgain(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            append(writer, 1);
            writer.stepCommit();
            append(writer, 1);
            disk.faults().failSync("s0000000", 0);

            assertThat(writer.stepCommit()).isFalse();

            assertStopped(writer, 1, "the journal stopped for good in epoch 1: cannot sync e0000001/s0000000.pfj:" +
                " Input/output error; the disk is failing: see the kernel log, replace it before the next start, and" +
                " restore from a copy");
        }
        try (SimulatedStorage left = disk.crash(1))
        {
            assertThat(JournalScan.of(left).lastSequence()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopWhenTheNextSegmentDoesNotFitAfterAll(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            append(writer, 1);
            writer.stepCommit();
            writer.head().putLongRelease(HeadLayout.REPLICA_SEQUENCE, 1);
            assertThat(writer.stepPrepare()).isTrue();
            // Somebody else takes the room that was there a moment ago.
            disk.faults().capacityBytes(disk.usableBytes() == Long.MAX_VALUE ? 1 << 20 : 0);

            assertThat(writer.stepPrepare()).isFalse();

            assertStopped(writer, 1, "the journal stopped for good in epoch 1: cannot write e0000001/s0000001.tmp:" +
                " No space left on device; free room on its file system, then start again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopWhenTheMarkCannotBeSynced(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            append(writer, 1);
            writer.stepCommit();
            writer.head().putLongRelease(HeadLayout.REPLICA_SEQUENCE, 1);
            disk.faults().failSync("durable.mark", 0);
            for (int i = 0; i < 300; i++)
            {
                writer.stepMark();
            }

            assertStopped(writer, 1, "the journal stopped for good in epoch 1: cannot sync durable.mark:" +
                " Input/output error; the disk is failing: see the kernel log, replace it before the next start, and" +
                " restore from a copy");
        }
    }

    @Test
    void shouldStopWhenAFullMappedSegmentCannotBeSynced() throws IOException
    {
        try (EpochWriter writer = begin(Durability.PROCESS_SAFE))
        {
            while (writer.stepPrepare())
            {
                assertThat(writer.isFailed()).isFalse();
            }
            while (writer.appender().rollCount() < 1)
            {
                assertThat(writer.appender().hasRoom()).isTrue();
                Journals.append(writer.appender(), scratch, 300);
            }
            final long released = writer.gate().sequence();
            disk.faults().failSync("s0000000.pfj", 0);
            for (int i = 0; i < 100; i++)
            {
                writer.stepMark();
            }

            assertThat(writer.isFailed()).isTrue();
            append(writer, 1);
            assertThat(writer.gate().sequence()).isEqualTo(released);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopForAnErrorOfTheMachineThatTheAppendMet(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            writer.fail(new InternalError(
                "a fault occurred in a recent unsafe memory access operation in compiled Java code"));
            writer.fail(new IOException("a second error is no news"));

            assertStopped(writer, 0, "the journal stopped for good in epoch 1: a fault occurred in a recent unsafe" +
                " memory access operation in compiled Java code; a mapped page could not be read or written: the" +
                " disk is full, or fails");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopWhenAnotherProcessTookOver(final Durability mode) throws IOException
    {
        try (EpochWriter writer = begin(mode))
        {
            writer.head().putLongRelease(HeadLayout.FENCE, 2);
            writer.step();

            assertThat(writer.gate().isFenced()).isTrue();
            assertThat(told).hasSize(1);
            assertThat(told.get(0).message()).startsWith("the journal stopped for good in epoch 1: another process" +
                " took over with epoch 2 (this one did not answer for too long)");
        }
    }

    @Test
    void shouldTellAListenerThatComesLater() throws IOException
    {
        try (EpochWriter writer = Journals.begin(directory, Durability.GROUP))
        {
            writer.fail(new IOException("early"));
            writer.onFailure(told::add);

            assertThat(told).hasSize(1);
            assertThatThrownBy(() -> writer.onFailure(told::add)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNothingOpenWhereAnEpochCannotBegin(final Durability mode) throws IOException
    {
        disk.faults().failSync("CURRENT", 0);

        assertThatThrownBy(() -> begin(mode)).isInstanceOf(IOException.class)
            .hasMessage("cannot sync CURRENT.e0000001: Input/output error");

        assertThat(directory.currentEpoch()).isZero();
        assertThat(directory.nextEpoch()).isEqualTo(2);
        begin(mode).closeCleanly(new byte[0]);
        assertThat(directory.currentEpoch()).isEqualTo(2);
    }

    private static void deleteAll(final Path root) throws IOException
    {
        try (Stream<Path> paths = Files.walk(root))
        {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNoticeThatItsDirectoryWasRemoved(final Durability mode, @TempDir final Path parent) throws IOException
    {
        final Path root = parent.resolve("journal");
        try (JournalDirectory real = JournalDirectory.open(root))
        {
            real.lock();
            try (EpochWriter writer = Journals.begin(real, mode))
            {
                writer.onFailure(told::add);
                deleteAll(root);
                for (int i = 0; i < 300; i++)
                {
                    writer.stepMark();
                }

                assertThat(told).hasSize(1);
                assertThat(told.get(0).message()).contains(
                    "the journal's directory was removed while it was written: there is no e0000001/head in " + root);
                assertThat(writer.gate().isStopped()).isTrue();
            }
        }
    }
}
