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
package io.packetflow.latency.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.feed.itch.ItchDecoder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopedFileTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldLeaveEmptyBooksAtTheEndOfEachPass() throws IOException
    {
        final Path file = RecordedFiles.write(directory, 4_000);

        try (Recording recording = FeedSpec.recorded(file).open(HugePages.OFF);
            OrderBooks books = new OrderBooks(1 << 12, 64, HugePages.OFF))
        {
            final ItchBookProcessor processor =
                new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());

            final int mostLive = pass(recording, processor);

            assertThat(mostLive).isEqualTo(recording.expectedOrders()).isGreaterThan(500);
            assertThat(books.liveOrderCount()).isZero();
            assertThat(pass(recording, processor)).isEqualTo(mostLive);
            assertThat(books.liveOrderCount()).isZero();
        }
    }

    private static int pass(final Recording recording, final ItchBookProcessor processor)
    {
        final Slab slab = recording.slab();
        long messages = 0;
        int mostLive = 0;
        for (long at = 0; at < recording.length(); at += Recording.PREFIX_BYTES + slab.getShortBigEndian(at))
        {
            final long message = at + Recording.PREFIX_BYTES;
            processor.apply(slab, message, ItchDecoder.type(slab, message));
            mostLive = Math.max(mostLive, processor.books().liveOrderCount());
            messages++;
        }
        assertThat(messages).isEqualTo(recording.messages());
        return mostLive;
    }

    @Test
    void shouldLetTimeGoOnFromPassToPass() throws IOException
    {
        try (Recording recording = FeedSpec.recorded(RecordedFiles.write(directory, 2_000)).open(HugePages.OFF))
        {
            final Slab slab = recording.slab();
            final long firstNanos = ItchDecoder.timestampNanos(slab, Recording.PREFIX_BYTES);
            long lastNanos = 0;
            for (long at = 0; at < recording.length(); at += Recording.PREFIX_BYTES + slab.getShortBigEndian(at))
            {
                final long timeNanos = ItchDecoder.timestampNanos(slab, at + Recording.PREFIX_BYTES);
                assertThat(timeNanos).isGreaterThanOrEqualTo(lastNanos);
                lastNanos = timeNanos;
            }
            assertThat(firstNanos + recording.spanNanos()).isGreaterThan(lastNanos);
        }
    }

    @Test
    void shouldLoopUpToWhereAFileIsCut() throws IOException
    {
        final Path whole = RecordedFiles.write(directory, 2_000);
        final byte[] bytes = Files.readAllBytes(whole);
        final Path cut = Files.write(directory.resolve("cut.itch50"), Arrays.copyOf(bytes, bytes.length / 2));

        try (Recording recording = FeedSpec.recorded(cut).open(HugePages.OFF);
            OrderBooks books = new OrderBooks(1 << 12, 64, HugePages.OFF))
        {
            pass(recording, new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates()));

            assertThat(books.liveOrderCount()).isZero();
        }
    }

    @Test
    void shouldRefuseAFileWithoutAMessage() throws IOException
    {
        final Path empty = Files.createFile(directory.resolve("empty.itch50"));
        final Path cut = Files.write(directory.resolve("cut.itch50"), new byte[]{0, 36, 'A', 0, 1});

        assertThatThrownBy(() -> FeedSpec.recorded(empty).open(HugePages.OFF))
            .isInstanceOf(BadDataException.class)
            .hasMessageStartingWith("the recorded feed " + empty + " is empty.");
        assertThatThrownBy(() -> FeedSpec.recorded(cut).open(HugePages.OFF))
            .isInstanceOf(BadDataException.class)
            .hasMessage("the recorded feed " + cut + " holds no whole message");
    }
}
