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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterLockTest
{
    @TempDir
    private Path parent;

    private Process child(final Path root) throws IOException
    {
        final Path jvmArgs = Path.of("../tuning/bin/jvm.args").toAbsolutePath().normalize();
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + jvmArgs, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-XX:-UsePerfData", "-cp",
            System.getProperty("java.class.path"), WriterChild.class.getName(), root.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void shouldNameTheProcessThatWritesAndTakeOverWhatItAppendedWhenItIsKilled() throws Exception
    {
        final Path root = parent.resolve("journal");
        final Process child = child(root);
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8))
        {
            long acknowledged = Long.parseLong(output.readLine());
            try (JournalDirectory standby = JournalDirectory.open(root))
            {
                assertThatThrownBy(standby::lock).isInstanceOf(JournalLockedException.class)
                    .hasMessageMatching("the journal is written by another process: " + root +
                        " is locked by pid=" + child.pid() + " startTimeMillis=\\d+ bootId=[0-9a-f-]{36} epoch=1" +
                        "; stop that process, or start this one as its standby");
                final FutureTask<Void> promotion = new FutureTask<>(() ->
                {
                    standby.lockBlocking();
                    return null;
                });
                new Thread(promotion, "standby").start();

                while (acknowledged < 10_000)
                {
                    acknowledged = Long.parseLong(output.readLine());
                }
                assertThat(promotion.isDone()).isFalse();
                child.destroyForcibly();
                // Lines that were cut in the middle were not acknowledged.
                promotion.get(30, TimeUnit.SECONDS);

                assertThat(standby.isLocked()).isTrue();
                assertThat(standby.currentEpoch()).isEqualTo(1);
                assertThat(standby.lastWriter()).isEqualTo(LastWriter.THIS_BOOT);
                assertThat(JournalScan.of(new DirectoryStorage(root)).lastSequence())
                    .isGreaterThanOrEqualTo(acknowledged);
            }
        }
        finally
        {
            child.destroyForcibly();
        }
    }

    @Test
    void shouldKeepOutASecondWriterOfTheSameProcess() throws IOException
    {
        final Path root = parent.resolve("journal");
        final JournalDirectory one = JournalDirectory.open(root);
        try (JournalDirectory other = JournalDirectory.open(root))
        {
            one.lock();

            assertThatThrownBy(other::lock).isInstanceOf(JournalLockedException.class)
                .hasMessageContaining("pid=" + ProcessHandle.current().pid());
            assertThat(other.owner()).isEqualTo(one.owner()).contains("epoch=0\n");
            // To have asked must not have given up the lock of this process.
            assertThatThrownBy(other::lock).isInstanceOf(JournalLockedException.class);
            one.lock();

            one.close();
            other.lock();
            assertThat(other.isLocked()).isTrue();
        }
    }

    @Test
    void shouldWaitForTheOtherWriterOfTheSameProcess() throws Exception
    {
        final Path root = parent.resolve("journal");
        final JournalDirectory one = JournalDirectory.open(root);
        try (JournalDirectory other = JournalDirectory.open(root))
        {
            one.lock();
            final FutureTask<Boolean> waiting = new FutureTask<>(() ->
            {
                other.lockBlocking();
                return other.isLocked();
            });
            new Thread(waiting, "standby").start();

            one.close();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldGiveUpWaitingWhenItIsInterrupted() throws Exception
    {
        final Path root = parent.resolve("journal");
        final Process child = child(root);
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8))
        {
            assertThat(output.readLine()).isNotNull();
            try (JournalDirectory standby = JournalDirectory.open(root))
            {
                Thread.currentThread().interrupt();
                assertThatThrownBy(standby::lockBlocking).isInstanceOf(InterruptedException.class);
                assertThat(standby.isLocked()).isFalse();
                assertThat(Thread.currentThread().isInterrupted()).isFalse();

                child.destroyForcibly();
                standby.lockBlocking();
                assertThat(standby.isLocked()).isTrue();
            }
        }
        finally
        {
            child.destroyForcibly();
        }
    }

    @Test
    void shouldTakeAStaleLockWhateverItSays() throws IOException
    {
        final Path root = parent.resolve("journal");
        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            directory.lock();
        }
        // The dead owner's process id is that of somebody who lives: of this process.
        assertThat(Files.readString(root.resolve("lock"))).contains("pid=" + ProcessHandle.current().pid() + "\n");

        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            directory.lock();
            assertThat(directory.isLocked()).isTrue();
        }
    }
}
