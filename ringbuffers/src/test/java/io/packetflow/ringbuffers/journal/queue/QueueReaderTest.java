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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class QueueReaderTest
{
    private static final int COUNT = 300;

    @TempDir
    private Path parent;

    private Path queue;
    private List<RecordFields> records;

    private Path journal()
    {
        return parent.resolve("journal");
    }

    private void fill(final int mostBytes) throws IOException
    {
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = QueueFollower.of(journal(), 1, QueueFollowerTest.SETTINGS))
        {
            epoch.append(new SplittableRandom(1), COUNT, mostBytes);
            QueueFollowerTest.catchUp(follower);
            queue = follower.directory().orElseThrow();
            records = RecordFields.ofJournal(epoch.files(), 1);
        }
    }

    private Path file() throws IOException
    {
        try (Stream<Path> files = Files.list(queue))
        {
            return files.filter(file -> file.toString().endsWith(QueueBuilders.RECORDS_SUFFIX))
                .findFirst().orElseThrow();
        }
    }

    private void write(final long offset, final byte[] bytes) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    /** Where a record lies in the file. */
    private static int offset(final byte[] content, final RecordFields record)
    {
        final byte[] frame = HexFormat.of().parseHex(record.frame());
        int at = 0;
        while (!Arrays.equals(content, at, at + frame.length, frame, 0, frame.length))
        {
            at += Integer.BYTES;
        }
        return at;
    }

    @Test
    void shouldNoticeAnyBitThatChangedInARecord() throws IOException
    {
        fill(2_000);
        final byte[] content = Files.readAllBytes(file());
        for (int seed = 1; seed <= 60; seed++)
        {
            final SplittableRandom random = new SplittableRandom(seed);
            final int index = random.nextInt(COUNT);
            final RecordFields record = records.get(index);
            final int at = offset(content, record) + random.nextInt(record.frame().length() / 2);
            write(at, new byte[] {(byte)(content[at] ^ 1 << random.nextInt(8))});
            try (QueueReader reader = QueueReader.open(queue))
            {
                assertThat(RecordFields.ofQueue(reader)).as("seed=" + seed).isEqualTo(records.subList(0, index));
                assertThat(reader.damage().orElseThrow()).as("seed=" + seed).endsWith(" behind sequence " + index +
                    " in " + queue + "; the journal has the record: let another follower fill a new queue");
                assertThat(reader.poll()).isFalse();
            }
            write(at, new byte[] {content[at]});
        }
        assertThat(QueueFollowerTest.read(queue)).isEqualTo(records);
    }

    /** In the headers of Chronicle Queue, which nothing covers, a changed bit may cut the queue, but not change it. */
    @Test
    void shouldNeverGiveOutWhatWasNotWritten() throws IOException
    {
        fill(100);
        final byte[] content = Files.readAllBytes(file());
        final int end = offset(content, records.get(COUNT - 1));
        for (int seed = 1; seed <= 60; seed++)
        {
            final SplittableRandom random = new SplittableRandom(seed);
            final int at = seed % 2 == 0 ? random.nextInt(end) :
                offset(content, records.get(random.nextInt(COUNT))) - Integer.BYTES + random.nextInt(Integer.BYTES);
            write(at, new byte[] {(byte)(content[at] ^ 1 << random.nextInt(8))});
            assertThat(readable()).as("seed=" + seed).isEqualTo(records.subList(0, readable().size()));
            write(at, new byte[] {content[at]});
        }
        assertThat(QueueFollowerTest.read(queue)).isEqualTo(records);
    }

    private List<RecordFields> readable()
    {
        try (QueueReader reader = QueueReader.open(queue))
        {
            return RecordFields.ofQueue(reader);
        }
        catch (final IOException e)
        {
            assertThat(e).hasMessageContaining(queue.toString());
            return List.of();
        }
    }

    @Test
    void shouldNoticeARecordThatIsMissing() throws IOException
    {
        fill(0);
        final byte[] content = Files.readAllBytes(file());
        final byte[] after = HexFormat.of().parseHex(records.get(8).frame());
        write(offset(content, records.get(7)), after);

        try (QueueReader reader = QueueReader.open(queue))
        {
            assertThat(RecordFields.ofQueue(reader)).hasSize(7);
            assertThat(reader.damage().orElseThrow()).startsWith(
                "a record whose sequence is not the next one behind sequence 7 in ");
        }
    }

    @Test
    void shouldChangeNothing() throws IOException
    {
        fill(200);
        final byte[] content = Files.readAllBytes(file());
        final byte[] table = Files.readAllBytes(queue.resolve(QueueBuilders.TABLE_FILE));

        assertThat(QueueFollowerTest.read(queue)).hasSize(COUNT);

        assertThat(Files.readAllBytes(file())).isEqualTo(content);
        assertThat(Files.readAllBytes(queue.resolve(QueueBuilders.TABLE_FILE))).isEqualTo(table);
    }

    @Test
    void shouldReadWhatWasFilledOnAnotherDay() throws IOException
    {
        final long longAgoMillis = 1_000_000_000_000L;
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            epoch.append(new SplittableRandom(1), COUNT, 200);
            final QueueDirectories queues = QueueDirectories.ofJournal(journal());
            queues.claim(journal());
            try (QueueOutput output = QueueOutput.make(queues, 1, QueueFollowerTest.SETTINGS, longAgoMillis);
                LiveTail tail = LiveTail.ofEpoch(epoch.files(), 1))
            {
                while (tail.poll())
                {
                    if (tail.cursor().isInstance())
                    {
                        output.frames().append(tail.cursor());
                    }
                }
                assertThat(output.directory().resolve("20010909H.cq4")).exists();
                assertThat(QueueFollowerTest.read(output.directory()))
                    .isEqualTo(RecordFields.ofJournal(epoch.files(), 1));
            }
        }
    }

    @Test
    void shouldSayThatThereIsNoQueueAndMakeNone() throws IOException
    {
        final Path none = parent.resolve("e0000001-001");
        assertThatThrownBy(() -> QueueReader.open(none)).isInstanceOf(NoSuchFileException.class);
        assertThat(none).doesNotExist();
        assertThatThrownBy(() -> QueueReader.open(parent)).isInstanceOf(IOException.class)
            .hasMessageStartingWith("a queue is a directory with a name such as e0000012-001, and this is not one: ");

        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE);
            QueueFollower follower = QueueFollower.of(journal(), epoch.number(), QueueFollowerTest.SETTINGS))
        {
            follower.step();
            final Path empty = follower.directory().orElseThrow();
            assertThatThrownBy(() -> QueueReader.open(empty)).isInstanceOf(NoSuchFileException.class)
                .hasMessageEndingWith("holds no queue yet: its follower makes it with the first record; come again");
            epoch.append(new SplittableRandom(1), 1, 10);
            follower.step();
            assertThat(QueueFollowerTest.read(empty)).hasSize(1);
        }
    }
}
