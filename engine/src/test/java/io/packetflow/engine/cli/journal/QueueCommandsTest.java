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
package io.packetflow.engine.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code packetflow journal fill} and {@code queue}: a queue is made from a journal, and read. */
class QueueCommandsTest extends JournalCommandFixture
{
    private Path queues()
    {
        return directory.resolve("queues");
    }

    private int fill(final String... options)
    {
        return run(Stream.concat(Stream.of("journal", "fill", root().toString(), "--queue", queues().toString()),
            Stream.of(options)).toArray(String[]::new));
    }

    private int queue(final String... options)
    {
        return run(Stream.concat(Stream.of("journal", "queue", queues().toString()), Stream.of(options))
            .toArray(String[]::new));
    }

    @BeforeEach
    void writeTwoEpochs() throws IOException
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(10, 24).endCleanly();
            journal.begin().append(5, 24).endAtOnce();
        }
    }

    @Test
    void shouldFillAQueueForEachEpochAndPrintIt()
    {
        assertThat(fill("--epoch", "1")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("10 instances of epoch 1 in " + queues().resolve("e0000001-001"))
            .doesNotContain("by now");
        assertThat(fill()).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("5 instances of epoch 2 in " + queues().resolve("e0000002-001"))
            .contains("; up to where the epoch is by now");

        assertThat(queue()).isZero();
        assertThat(err.toString()).contains("queue: " + queues().resolve("e0000002-001"));
        assertThat(out.toString().lines()).hasSize(5).first().asString()
            .matches("11 INPUT source=0 kind=8 timeNanos=110 clientSequence=11 bodyBytes=24 " +
                "checksum=\\p{XDigit}+ epoch 2");
        assertThat(queue("--epoch", "1", "--from", "9")).isZero();
        assertThat(out.toString().lines().map(line -> line.split(" ", 2)[0])).containsExactly("9", "10");
        assertThat(queue("--epoch", "1", "--count", "1", "--json")).isZero();
        assertThat(out.toString()).startsWith("{\"sequence\":1,\"type\":\"INPUT\",\"source\":\"0\",\"kind\":8,");
        assertThat(queue("--epoch", "1", "--count", "1", "--hex")).isZero();
        assertThat(out.toString()).contains(" epoch 1 0100000000000000");
        assertThat(run("journal", "queue", queues().resolve("e0000001-001").toString(), "--count", "2")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void shouldFollowUntilItHasSeenEnough()
    {
        fill();

        assertThat(queue("--follow", "--count", "5")).isZero();
        assertThat(out.toString().lines()).hasSize(5);
    }

    @Test
    void shouldNameDamage() throws IOException
    {
        fill();
        final Path file = recordsFile();
        final byte[] bytes = Files.readAllBytes(file);
        final ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        // Sequence and time of a record, which Chronicle Queue knows nothing of.
        while (words.getLong(at) != 13 || words.getLong(at + Long.BYTES) != 130)
        {
            at++;
        }
        bytes[at + Long.BYTES + 1] ^= 1;
        Files.write(file, bytes);

        assertThat(queue()).isEqualTo(3);
        assertThat(err.toString()).contains("a record with a wrong checksum behind sequence 1", " in " + queues(),
            "; the journal has the record: let another follower fill a new queue");
        assertThat(out.toString()).startsWith("11 INPUT");
    }

    private Path recordsFile() throws IOException
    {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(queues().resolve("e0000002-001"), "*.cq4"))
        {
            return files.iterator().next();
        }
    }

    @Test
    void shouldRefuseWhatIsNoQueueAndWhatIsNoJournal() throws IOException
    {
        assertThat(queue()).isEqualTo(3);
        assertThat(err.toString()).contains("there is no directory of queues " + queues() + "; name the one");
        fill("--epoch", "1");
        assertThat(queue("--epoch", "7")).isEqualTo(3);
        assertThat(err.toString()).contains("there is no queue of epoch 7 in " + queues() + "; name the directory " +
            "that was given to --queue, or one of the epochs from 1 to 1");
        assertThat(queue("--count", "0")).isEqualTo(2);
        assertThat(queue("--epoch", "0")).isEqualTo(2);
        assertThat(run("journal", "queue", Files.createDirectory(directory.resolve("empty")).toString())).isEqualTo(3);
        assertThat(err.toString()).contains("there is no queue in ");

        assertThat(fill("--epoch", "3")).isEqualTo(3);
        assertThat(err.toString()).contains("the journal " + root() + " has no epoch 3; 'packetflow journal ls'");
        assertThat(run("journal", "fill", directory.resolve("none").toString(), "--queue", queues().toString()))
            .isEqualTo(3);
        assertThat(run("journal", "fill", root().toString())).isEqualTo(2);
        assertThat(run("journal", "fill", root().toString(), "--queue", root().resolve("q").toString())).isEqualTo(4);
        assertThat(err.toString()).contains("the queue cannot be made: " + root().resolve("q") +
            ": lies within the journal, where queues have the directory ");
    }

    @Test
    void shouldSayThatTheJournalIsDamagedAndWhere() throws IOException
    {
        final Path segment = root().resolve("e0000001/s0000000.pfj");
        final byte[] bytes = Files.readAllBytes(segment);
        bytes[4096 + 700] ^= 1;
        Files.write(segment, bytes);

        assertThat(fill("--epoch", "1")).isEqualTo(3);
        assertThat(err.toString()).contains("the queue of epoch 1 ends behind sequence ",
            "the journal cannot be followed any further: ");
    }
}
