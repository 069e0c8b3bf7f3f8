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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.packetflow.ringbuffers.journal.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class QueueFollowerTest
{
    static final QueueSettings SETTINGS = new QueueSettings(1 << 20, 100, 0);

    @TempDir
    private Path parent;

    private Path journal()
    {
        return parent.resolve("journal");
    }

    private QueueFollower follower(final EpochOnDisk epoch)
    {
        return QueueFollower.of(journal(), epoch.number(), SETTINGS);
    }

    static void catchUp(final QueueFollower follower)
    {
        boolean hasWorked = true;
        while (hasWorked)
        {
            hasWorked = follower.step();
        }
        assertThat(follower.failure()).isEmpty();
    }

    static List<RecordFields> read(final Path queue) throws IOException
    {
        try (QueueReader reader = QueueReader.open(queue))
        {
            final List<RecordFields> records = RecordFields.ofQueue(reader);
            assertThat(reader.damage()).isEmpty();
            return records;
        }
    }

    @ParameterizedTest
    @EnumSource(value = Durability.class, names = {"PROCESS_SAFE", "GROUP"})
    void shouldHoldTheJournalRecordByRecord(final Durability mode) throws IOException
    {
        final SplittableRandom random = new SplittableRandom(mode.code());
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), mode); QueueFollower follower = follower(epoch))
        {
            for (int i = 0; i < 40; i++)
            {
                epoch.append(random, random.nextInt(200), 16 * 1024);
                catchUp(follower);
                assertThat(follower.followedSequence()).isEqualTo(epoch.appender().lastSequence());
                assertThat(follower.lagInstances()).isZero();
            }

            final List<RecordFields> expected = RecordFields.ofJournal(epoch.files(), epoch.number());
            assertThat(read(follower.directory().orElseThrow())).isEqualTo(expected);
            assertThat(follower.appendedCount()).isEqualTo(expected.size());
        }
    }

    @Test
    void shouldCatchUpWhenItIsStartedLate() throws IOException
    {
        final SplittableRandom random = new SplittableRandom(1);
        try (EpochOnDisk first = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            first.append(random, 1_000, 4_000);
        }
        try (EpochOnDisk second = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = follower(second))
        {
            second.append(random, 5_000, 4_000);

            assertThat(follower.step()).isTrue();
            // The first of the batch was the record about the epoch itself.
            assertThat(follower.appendedCount()).isEqualTo(99);
            assertThat(follower.lagInstances()).isEqualTo(5_000 - 99);
            catchUp(follower);

            final List<RecordFields> records = read(follower.directory().orElseThrow());
            assertThat(records).isEqualTo(RecordFields.ofJournal(second.files(), 2)).hasSize(5_000);
            assertThat(records.get(0).sequence()).isEqualTo(1_001);
            assertThat(follower.lagInstances()).isZero();
        }
    }

    @Test
    void shouldFillANewQueueAtEachStart() throws IOException
    {
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            epoch.append(new SplittableRandom(2), 500, 200);
            try (QueueFollower one = follower(epoch))
            {
                one.step();
                one.step();
            }
            try (QueueFollower other = follower(epoch))
            {
                catchUp(other);
                final QueueDirectories directories = QueueDirectories.ofJournal(journal());
                final List<RecordFields> expected = RecordFields.ofJournal(epoch.files(), 1);

                assertThat(directories.all()).containsExactly(new QueueName(1, 1), new QueueName(1, 2));
                assertThat(other.directory()).contains(directories.path(directories.newest(1).orElseThrow()))
                    .contains(journal().resolve("queue/e0000001-002"));
                assertThat(read(directories.path(new QueueName(1, 2)))).isEqualTo(expected);
                assertThat(read(directories.path(new QueueName(1, 1)))).isEqualTo(expected.subList(0, 199));
            }
        }
    }

    @Test
    void shouldEndWithItsEpoch() throws IOException
    {
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = follower(epoch))
        {
            epoch.append(new SplittableRandom(3), 10, 200);
            catchUp(follower);
            assertThat(follower.isComplete()).isFalse();

            epoch.closeCleanly();
            catchUp(follower);

            assertThat(follower.isComplete()).isTrue();
            assertThat(follower.appendedCount()).isEqualTo(10);
            assertThat(follower.step()).isFalse();
        }
    }

    @Test
    void shouldEndWithAnEpochThatWasNotClosedWhenTheNextOneBegins() throws IOException
    {
        final QueueFollower follower;
        try (EpochOnDisk first = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            follower = follower(first);
            first.append(new SplittableRandom(4), 10, 200);
            catchUp(follower);
        }
        try (follower; EpochOnDisk second = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            second.append(new SplittableRandom(5), 10, 200);
            while (!follower.isComplete())
            {
                follower.step();
            }
            assertThat(follower.failure()).isEmpty();
            assertThat(follower.appendedCount()).isEqualTo(10);
        }
    }

    @Test
    void shouldFollowOnAThreadOfItsOwnWhileAnotherReads() throws IOException
    {
        final SplittableRandom random = new SplittableRandom(6);
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = follower(epoch))
        {
            epoch.append(random, 1, 200);
            follower.start(Thread::new);
            while (follower.appendedCount() == 0)
            {
                Thread.onSpinWait();
            }
            try (QueueReader reader = QueueReader.open(follower.directory().orElseThrow()))
            {
                final List<RecordFields> read = RecordFields.ofQueue(reader);
                for (int i = 0; i < 30; i++)
                {
                    epoch.append(random, 100, 16 * 1024);
                    read.addAll(RecordFields.ofQueue(reader));
                }
                final List<RecordFields> expected = RecordFields.ofJournal(epoch.files(), 1);
                epoch.closeCleanly();
                while (!follower.isComplete())
                {
                    assertThat(follower.failure()).isEmpty();
                    Thread.onSpinWait();
                }
                read.addAll(RecordFields.ofQueue(reader));

                assertThat(reader.damage()).isEmpty();
                assertThat(read).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldMakeEverythingForItsOwnerAlone() throws IOException
    {
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = follower(epoch))
        {
            // Several blocks, so that all is there that there will ever be.
            epoch.append(new SplittableRandom(7), 3_000, 16 * 1024);
            catchUp(follower);

            assertThat(modes(journal().resolve("queue"))).containsExactly(
                "queue rwx------",
                "queue/JOURNAL rw-------",
                "queue/e0000001-001 rwx------",
                "queue/e0000001-001/*.cq4 rw-------",
                "queue/e0000001-001/metadata.cq4t rw-------");
        }
    }

    private Set<String> modes(final Path root) throws IOException
    {
        final Set<String> modes = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(root))
        {
            for (final Path path : paths.toList())
            {
                modes.add(journal().relativize(path).toString().replaceAll("/[0-9]{8}H\\.", "/*.") + ' ' +
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return modes;
    }

    @Test
    void shouldBeSteppedOrStartedAndThenClosed() throws IOException
    {
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            final QueueFollower follower = follower(epoch);
            follower.start(Thread::new);
            assertThatThrownBy(follower::step).isInstanceOf(IllegalStateException.class)
                .hasMessage("a follower is stepped, or started once, and then closed: started=true closed=false");
            assertThatThrownBy(() -> follower.start(Thread::new)).isInstanceOf(IllegalStateException.class);

            follower.close();
            follower.close();

            assertThatThrownBy(follower::step).isInstanceOf(IllegalStateException.class);
            assertThat(follower.failure()).isEmpty();
            assertThat(follower.isComplete()).isFalse();
        }
    }

    @Test
    void shouldNameEverythingThatIsWrongWithSettings()
    {
        assertThatThrownBy(() -> new QueueSettings(3 << 20, 0, -1)).hasMessage("settings of a queue: blockBytes is a" +
            " power of two from 1048576 to 1073741824: blockBytes=3145728; batchRecords is 1 to 65536: batchRecords=0" +
            "; reserveBytes is 0 or more: reserveBytes=-1");
        assertThat(QueueSettings.defaults().blockBytes()).isEqualTo(64 << 20);
    }

    @Test
    void shouldKnowTheNamesOfItsQueues()
    {
        assertThat(QueueName.parse("e0000012-003")).contains(new QueueName(12, 3));
        assertThat(new QueueName(12, 3)).hasToString("e0000012-003");
        for (final String other : List.of("e0000012", "e0000012-03", "e0000000-001", "e0000012-000", "metadata"))
        {
            assertThat(QueueName.parse(other)).as(other).isEmpty();
        }
        assertThatThrownBy(() -> new QueueName(0, 1000)).isInstanceOf(IllegalArgumentException.class);
    }
}
