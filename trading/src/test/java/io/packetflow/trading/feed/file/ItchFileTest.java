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
package io.packetflow.trading.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.feed.itch.ItchChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItchFileTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldRefuseWhatIsNoFeedAndSayWhatToDo() throws IOException
    {
        final Path empty = Files.createFile(folder.resolve("empty"));
        final Path missing = folder.resolve("missing");
        final Path zipped = Files.write(folder.resolve("zipped"), new byte[]{0x1F, (byte)0x8B, 8, 0});

        assertThatThrownBy(() -> ItchFile.open(empty, HugePages.OFF))
            .isInstanceOf(FeedException.class).hasMessageStartingWith(empty + " is empty.");
        assertThatThrownBy(() -> ItchFile.open(missing, HugePages.OFF))
            .isInstanceOf(FeedException.class).hasMessageStartingWith(missing + " does not exist.");
        assertThatThrownBy(() -> ItchFile.open(folder, HugePages.OFF))
            .isInstanceOf(FeedException.class).hasMessageStartingWith(folder + " is a directory.");
        assertThatThrownBy(() -> ItchFile.open(zipped, HugePages.OFF))
            .isInstanceOf(FeedException.class).hasMessageContaining("gunzip --keep");
    }

    @Test
    void shouldDeliverEverythingBeforeACutAndNameItsLengthPrefix() throws IOException
    {
        final byte[] whole = frames(new byte[]{1, 2, 3}, new byte[]{4, 5});

        for (int length = 1; length < whole.length; length++)
        {
            final Path path = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            try (ItchFile file = ItchFile.open(path, HugePages.OFF))
            {
                final ItchFileCursor cursor = file.cursor();
                final List<String> messages = read(file, cursor);

                assertThat(messages).as("first %d bytes", length).hasSize(length >= 5 ? 1 : 0);
                assertThat(cursor.isCut()).as("first %d bytes", length).isEqualTo(length != 5);
                assertThat(cursor.filePosition()).as("first %d bytes", length).isEqualTo(length >= 5 ? 5 : 0);
            }
        }
    }

    @Test
    void shouldEndAtAFrameOfLengthZeroAndTellWhatStandsBehindIt() throws IOException
    {
        final Path path = Files.write(folder.resolve("ended"), frames(new byte[]{1}, new byte[0], new byte[]{2}));
        try (ItchFile file = ItchFile.open(path, HugePages.OFF))
        {
            final ItchFileCursor cursor = file.cursor();

            assertThat(read(file, cursor)).hasSize(1);
            assertThat(cursor.hasEndOfSession()).isTrue();
            assertThat(cursor.isCut()).isFalse();
            assertThat(cursor.trailingBytes()).isEqualTo(3);
        }
    }

    @Test
    void shouldReadTheSameInSegmentsAsWhole() throws IOException
    {
        final long seed = 5;
        final SplittableRandom random = new SplittableRandom(seed);
        final byte[][] messages = new byte[60][];
        for (int i = 0; i < messages.length; i++)
        {
            messages[i] = new byte[i % 10 == 0 ? 65_535 : 1 + random.nextInt(20_000)];
            random.nextBytes(messages[i]);
        }
        final Path path = Files.write(folder.resolve("large"), frames(messages));

        try (ItchFile whole = ItchFile.open(path, HugePages.OFF);
            ItchFile parts = ItchFile.open(path, HugePages.OFF, 1, ItchFile.MIN_SEGMENT_BYTES))
        {
            final List<String> expected = read(whole, whole.cursor());

            assertThat(whole.isResident()).isTrue();
            assertThat(parts.isResident()).isFalse();
            assertThat(expected).hasSize(60);
            assertThat(read(parts, parts.cursor())).as("seed %d", seed).isEqualTo(expected);
            assertThat(read(parts, parts.cursor())).as("again").isEqualTo(expected);
        }
    }

    @Test
    void shouldNameACutInALaterSegment() throws IOException
    {
        final byte[] whole = frames(new byte[60_000], new byte[60_000], new byte[60_000], new byte[60_000]);
        final Path path = Files.write(folder.resolve("late"), Arrays.copyOf(whole, whole.length - 1));
        try (ItchFile file = ItchFile.open(path, HugePages.OFF, 1, ItchFile.MIN_SEGMENT_BYTES))
        {
            final ItchFileCursor cursor = file.cursor();

            assertThat(read(file, cursor)).hasSize(3);
            assertThat(cursor.isCut()).isTrue();
            assertThat(cursor.filePosition()).isEqualTo(3 * 60_002);
        }
    }

    @Test
    void shouldReadTheWholeMessagesOfARecordedFileThatIsCut()
    {
        try (ItchFile file = ItchFile.open(RecordedData.file("itch50/head4096_truncated.itch50"), HugePages.OFF))
        {
            final FeedSummary summary = summary(file);

            assertThat(summary.messageCount()).isEqualTo(101);
            assertThat(summary.isCut()).isTrue();
            assertThat(summary.cutPosition()).isEqualTo(4081);
            assertThat(summary.countByType()).containsEntry('R', 98L).containsEntry('S', 1L);
        }
    }

    @Test
    void shouldCountTheTypesOfARecordedMorning()
    {
        try (ItchFile file = ItchFile.open(RecordedData.file("itch50/head1000_20191230.itch50"), HugePages.OFF))
        {
            final FeedSummary summary = summary(file);

            assertThat(summary.messageCount()).isEqualTo(1000);
            assertThat(summary.isCut()).isFalse();
            assertThat(summary.countByType().toString()).isEqualTo("{H=3, R=993, S=1, Y=3}");
            assertThat(summary.backwardsCount()).isZero();
            assertThat(summary.unknownByType()).isEmpty();
            assertThat(summary.wrongLengthByType()).isEmpty();
        }
    }

    private static FeedSummary summary(final ItchFile file)
    {
        final ItchChecks checks = new ItchChecks();
        final ItchFileCursor cursor = file.cursor();
        while (cursor.hasNext())
        {
            checks.accept(file.slab(), cursor.messageOffset(), cursor.messageLength(), cursor.filePosition());
            cursor.advance();
        }
        return FeedSummary.of(cursor, checks);
    }

    private static List<String> read(final ItchFile file, final ItchFileCursor cursor)
    {
        final List<String> messages = new ArrayList<>();
        while (cursor.hasNext())
        {
            final byte[] message = new byte[cursor.messageLength()];
            file.slab().getBytes(cursor.messageOffset(), message, 0, message.length);
            messages.add(cursor.messageIndex() + "@" + cursor.filePosition() + ":" + Arrays.hashCode(message));
            cursor.advance();
        }
        return messages;
    }

    private static byte[] frames(final byte[]... messages)
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (final byte[] message : messages)
        {
            bytes.write(message.length >>> 8);
            bytes.write(message.length);
            bytes.write(message, 0, message.length);
        }
        return bytes.toByteArray();
    }
}
