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
package io.packetflow.ringbuffers.journal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a queue, its follower says so once and ends, and the journal goes on. */
@Timeout(120)
class QueueFailureTest
{
    private static final int LONGEST = 16 * 1024;

    @TempDir
    private Path parent;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<QueueFailure> told = new ArrayList<>();
    private EpochOnDisk epoch;

    @BeforeEach
    void begin() throws IOException
    {
        epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
        epoch.append(random, 100, LONGEST);
    }

    @AfterEach
    void close()
    {
        epoch.close();
    }

    private Path journal()
    {
        return parent.resolve("journal");
    }

    private QueueFollower follower(final QueueSettings settings)
    {
        final QueueFollower follower = QueueFollower.of(journal(), epoch.number(), settings);
        follower.onFailure(told::add);
        return follower;
    }

    private static void runToTheEnd(final QueueFollower follower)
    {
        boolean hasWorked = true;
        while (hasWorked)
        {
            hasWorked = follower.step();
        }
    }

    /** The journal is written and read on, and a new follower fills a new queue. */
    private void assertThatTheJournalGoesOn(final QueueFollower failed) throws IOException
    {
        assertThat(failed.failureCount()).isEqualTo(1);
        assertThat(failed.failure()).contains(told.get(0));
        assertThat(failed.step()).isFalse();
        assertThat(failed.isComplete()).isFalse();
        failed.close();
        assertThat(told).hasSize(1);

        epoch.append(random, 100, LONGEST);
        try (QueueFollower next = QueueFollower.of(journal(), epoch.number(), QueueFollowerTest.SETTINGS))
        {
            QueueFollowerTest.catchUp(next);
            assertThat(QueueFollowerTest.read(next.directory().orElseThrow()))
                .isEqualTo(RecordFields.ofJournal(epoch.files(), 1));
            assertThat(next.followedSequence()).isEqualTo(epoch.appender().lastSequence());
        }
        epoch.closeCleanly();
        assertThat(epoch.remarks()).isEmpty();
    }

    @Test
    void shouldEndWhenItsDirectoryIsRemoved() throws IOException
    {
        try (QueueFollower follower = follower(QueueFollowerTest.SETTINGS))
        {
            runToTheEnd(follower);
            final Path queue = follower.directory().orElseThrow();
            remove(queue);
            epoch.append(random, 8_000, LONGEST);

            runToTheEnd(follower);

            assertThat(told.get(0).message()).matches("the queue of epoch 1 ends behind sequence \\d+: there is no " +
                queue + "/\\d{8}H\\.cq4 any more; the journal goes on without it; remove the cause, then start " +
                "another follower, which fills a new queue");
            assertThatTheJournalGoesOn(follower);
        }
    }

    private static void remove(final Path directory) throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            for (final Path file : files.toList())
            {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Test
    void shouldLeaveTheRoomThatIsLeftToTheJournal() throws IOException
    {
        try (QueueFollower follower = follower(new QueueSettings(1 << 20, 100, Long.MAX_VALUE)))
        {
            runToTheEnd(follower);

            assertThat(told.get(0).message()).matches("the queue of epoch 1 ends: the room that is left is the " +
                "journal's: usableBytes=\\d+ reserveBytes=" + Long.MAX_VALUE + ": No space left on device; the " +
                "journal goes on without it; free room on its file system \\(old queues may be deleted\\), then " +
                "start another follower, which fills a new queue");
            assertThat(follower.appendedCount()).isZero();
            assertThatTheJournalGoesOn(follower);
        }
    }

    @Test
    void shouldEndWhereItMayNotMakeAQueue() throws IOException
    {
        final Path root = Files.createDirectory(journal().resolve("queue"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (QueueFollower follower = follower(QueueFollowerTest.SETTINGS))
        {
            runToTheEnd(follower);

            assertThat(told.get(0).message()).startsWith("the queue of epoch 1 ends: " + root + " is no directory " +
                "that its owner alone can enter (rwxr-xr-x); if nobody else wrote to it: chmod 700; the journal goes");
            Files.delete(root);
            assertThatTheJournalGoesOn(follower);
        }
    }

    @Test
    void shouldEndOnAnErrorOfChronicleQueueOnAThreadOfItsOwn() throws IOException
    {
        try (QueueFollower follower = follower(QueueFollowerTest.SETTINGS))
        {
            follower.start(Thread::new);
            while (follower.followedSequence() < 100)
            {
                assertThat(follower.failure()).isEmpty();
                Thread.onSpinWait();
            }
            // Its lock is held for ever, as by a process that does not go on.
            overwrite(follower.directory().orElseThrow().resolve(QueueBuilders.TABLE_FILE), lockOffset(follower));
            epoch.append(random, 10, LONGEST);
            while (follower.failureCount() == 0)
            {
                Thread.onSpinWait();
            }
        }
        // Closed, so its thread has ended and what it told is to be seen here.
        assertThat(told).hasSize(1);
        assertThat(told.get(0).message()).startsWith("the queue of epoch 1 ends behind sequence 100: ");
    }

    /** The table has names, and behind each a value at the next multiple of eight. */
    private static int lockOffset(final QueueFollower follower) throws IOException
    {
        final String table = Files.readString(follower.directory().orElseThrow().resolve(QueueBuilders.TABLE_FILE),
            StandardCharsets.ISO_8859_1);
        final int end = table.indexOf("chronicle.write.lock") + "chronicle.write.lock".length();
        return (end + 2 + 7) & -8;
    }

    private static void overwrite(final Path file, final int offset) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            final ByteBuffer owner = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.write(owner.putLong(0, 1), offset);
        }
    }

    @Test
    void shouldEndWhereTheJournalIsDamaged() throws IOException
    {
        final Path segment = journal().resolve(JournalFiles.segmentPath(1, 0));
        try (QueueFollower follower = follower(new QueueSettings(1 << 20, 10, 0));
            FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE))
        {
            follower.step();
            file.write(ByteBuffer.wrap(new byte[64]), 40_000);
            while (follower.failureCount() == 0)
            {
                follower.step();
            }
            assertThat(told.get(0).message()).contains("the journal cannot be followed any further: ");
            assertThat(follower.appendedCount()).isBetween(1L, 99L);
        }
    }

    @Test
    void shouldSayThatAnEpochIsNotThere()
    {
        try (QueueFollower follower = QueueFollower.of(journal(), 2, QueueFollowerTest.SETTINGS))
        {
            follower.step();
            follower.onFailure(told::add);

            assertThat(told.get(0).message()).isEqualTo("the queue of epoch 2 ends: the journal does not hold epoch 2" +
                " from its first record on: it has not begun, or was pruned; follow one of the epochs that are there;" +
                " the journal goes on without it; remove the cause, then start another follower, which fills a new" +
                " queue");
            assertThat(follower.directory()).isEmpty();
        }
    }

    @Test
    void shouldLetItsListenerCloseIt() throws InterruptedException
    {
        final CountDownLatch closed = new CountDownLatch(1);
        final QueueFollower follower = QueueFollower.of(journal(), 9, QueueFollowerTest.SETTINGS);
        follower.onFailure(failure ->
        {
            follower.close();
            closed.countDown();
        });
        follower.start(Thread::new);
        closed.await();
        follower.close();
        assertThat(follower.failureCount()).isEqualTo(1);
    }
}
