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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The helper threads over the real file system. */
@Timeout(120)
class JournalThreadsTest
{
    @TempDir
    private Path parent;
    private final List<Thread> made = new CopyOnWriteArrayList<>();

    private Thread make(final Runnable work)
    {
        final Thread thread = new Thread(work);
        made.add(thread);
        return thread;
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringEverythingToTheDiskBehindTheAppend(final Durability mode) throws IOException
    {
        final int count = mode == Durability.SYNC ? 300 : 15_000;
        try (JournalDirectory directory = JournalDirectory.open(parent.resolve("journal"));
            Arena arena = new Arena(HugePages.OFF))
        {
            directory.lock();
            final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
            try (EpochWriter writer = Journals.begin(directory, mode))
            {
                writer.start(this::make);
                assertThatThrownBy(() -> writer.start(this::make)).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(writer::step).isInstanceOf(IllegalStateException.class);
                for (int i = 0; i < count; i++)
                {
                    while (!writer.appender().hasRoom())
                    {
                        assertThat(writer.failure()).isEmpty();
                        Thread.onSpinWait();
                    }
                    Journals.append(writer.appender(), scratch, 300);
                }
                writer.head().putLongRelease(HeadLayout.REPLICA_SEQUENCE, count);
                while (writer.gate().sequence() < count)
                {
                    assertThat(writer.failure()).isEmpty();
                    Thread.onSpinWait();
                }
                writer.closeCleanly(new byte[8]);
            }
            assertThat(JournalScan.of(directory.storage()).lastSequence()).isEqualTo(count);
        }
        assertThat(made).allMatch(Thread::isDaemon).noneMatch(Thread::isAlive)
            .allMatch(thread -> thread.getName().endsWith("-journal")).hasSize(mode.isWritten() ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldBackAnInterruptOfTheThreadThatOpensAndCloses(final Durability mode) throws IOException
    {
        try (JournalDirectory directory = JournalDirectory.open(parent.resolve("journal")))
        {
            Thread.currentThread().interrupt();
            directory.lock();
            directory.audit("locked by a thread that was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            final EpochPlan plan = Journals.plan(directory, mode);
            Thread.currentThread().interrupt();
            try (EpochWriter writer = EpochWriter.begin(directory, Journals.SETTINGS, plan))
            {
                assertThat(Thread.interrupted()).isTrue();
                Thread.currentThread().interrupt();

                writer.closeCleanly(new byte[0]);

                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(JournalScan.of(directory.storage()).records()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndTheThreadsWhenTheJournalStops(final Durability mode) throws Exception
    {
        try (JournalDirectory directory = JournalDirectory.open(parent.resolve("journal")))
        {
            directory.lock();
            try (EpochWriter writer = Journals.begin(directory, mode))
            {
                writer.start(this::make);

                writer.fail(new IOException("the disk burns"));

                for (final Thread thread : made)
                {
                    thread.join();
                }
                assertThat(writer.gate().isStopped()).isTrue();
            }
        }
    }
}
