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
package io.packetflow.trading.venue.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.gateway.AllocationMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarketGeneratorTest
{
    private static final int FRAME = 2;
    private static final int PINNED = 133_746_325;

    @ParameterizedTest(name = "seed {0}, {1} messages, {2} symbols, {3} live orders")
    @CsvSource({"1, 200000, 20, 4000", "2, 100000, 1, 300", "3, 60000, 300, 900", "-7, 30000, 5, 20", "4, 9000, 3, 6"})
    void shouldKeepEveryBookConsistentAtEachMessage(
        final long seed, final long messages, final int symbols, final int liveOrders)
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final GeneratedFeed feed =
                GeneratedFeed.inMemory(GeneratorConfig.of(messages, seed, symbols, liveOrders), arena);

            final ReferenceMarket market = replay(feed);

            assertThat(feed.messages()).isEqualTo(messages);
            assertThat(market.liveOrders()).isGreaterThan(liveOrders / 2).isLessThan(liveOrders * 2 + 10 * symbols);
        }
    }

    @Test
    void shouldLeadTheOrderBooksToTheSameInsideAtEachMessage()
    {
        try (Arena arena = new Arena(HugePages.OFF); OrderBooks books = new OrderBooks(4_000, 21, HugePages.OFF))
        {
            final Slab slab = GeneratedFeed.inMemory(GeneratorConfig.of(100_000, 13, 20, 2_000), arena).slab();
            final ItchBookProcessor processor =
                new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
            final ReferenceMarket market = new ReferenceMarket();
            long at = 0;
            int length = slab.getShortBigEndian(at);
            while (length != 0)
            {
                final int locate = slab.getShortBigEndian(at + FRAME + 1);
                market.apply(slab, at + FRAME);
                assertThat(processor.apply(slab, at + FRAME, slab.getByte(at + FRAME))).isNotNegative();

                assertThat(books.bestBidPriceE4(locate)).isEqualTo(market.bestBid(locate));
                assertThat(books.bestBidQuantity(locate)).isEqualTo(market.bidQuantity(locate));
                assertThat(books.bestAskPriceE4(locate)).isEqualTo(market.bestAsk(locate));
                assertThat(books.bestAskQuantity(locate)).isEqualTo(market.askQuantity(locate));
                at += FRAME + length;
                length = slab.getShortBigEndian(at);
            }
            assertThat(books.liveOrderCount()).isEqualTo(market.liveOrders());
            assertThat(books.lockedCount() + books.crossedCount()).isZero();
        }
    }

    @Test
    void shouldMixMessagesLikeTheRecordedDay()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final int live = 2_000;
            final int messages = 200_000;
            final ReferenceMarket market =
                replay(GeneratedFeed.inMemory(GeneratorConfig.of(messages, 11, 20, live), arena));
            final double mixed = messages - live;

            for (final char type : "SRHYLVJhAFECXDUPQBIN".toCharArray())
            {
                assertThat(market.count(type)).as("messages of type " + type).isPositive();
            }
            assertThat((market.count('A') + market.count('F') - live) / mixed).isCloseTo(0.475, within(0.03));
            assertThat(market.count('D') / mixed).isCloseTo(0.41, within(0.03));
            assertThat(market.count('E') / mixed).isCloseTo(0.085, within(0.01));
            assertThat(market.count('P') / mixed).isCloseTo(0.024, within(0.005));
            assertThat((market.count('U') + market.count('X')) / mixed).isBetween(0.005, 0.02);
        }
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeedOnly()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final byte[] first = bytes(GeneratedFeed.inMemory(GeneratorConfig.of(20_000, 5, 10, 500), arena));
            final byte[] again = bytes(GeneratedFeed.inMemory(GeneratorConfig.of(20_000, 5, 10, 500), arena));
            final byte[] other = bytes(GeneratedFeed.inMemory(GeneratorConfig.of(20_000, 6, 10, 500), arena));

            assertThat(again).isEqualTo(first);
            assertThat(other).isNotEqualTo(first);
            // Pinned, so that neither a JDK nor a change of the code alters feeds that figures were taken with unseen.
            assertThat(Arrays.hashCode(first)).isEqualTo(PINNED);
        }
    }

    @ParameterizedTest(name = "{0} messages")
    @CsvSource({"1", "2", "29", "30", "31", "80", "500"})
    void shouldHaveExactlyTheMessagesAskedForHoweverFew(final long messages)
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final GeneratedFeed feed = GeneratedFeed.inMemory(GeneratorConfig.of(messages, 1, 10, 100), arena);

            replay(feed);

            assertThat(feed.messages()).isEqualTo(messages);
        }
    }

    @Test
    void shouldTakeTheTimeAskedForAndComeInBursts()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final int messages = 100_000;
            final GeneratorConfig bursts = new GeneratorConfig(messages, 1, 5, 100, 10_000, 60, 0, true);
            final GeneratorConfig calm = new GeneratorConfig(messages, 1, 5, 100, 10_000, 0, 0, true);

            final long burstsEnd = replay(GeneratedFeed.inMemory(bursts, arena)).timeNanos();
            final long calmEnd = replay(GeneratedFeed.inMemory(calm, arena)).timeNanos();

            assertThat(burstsEnd / (double)messages).isCloseTo(10_000, within(1_000.0));
            assertThat(calmEnd / (double)messages).isCloseTo(10_000, within(600.0));
            assertThat(shortGaps(GeneratedFeed.inMemory(bursts, arena)))
                .isGreaterThan(4 * shortGaps(GeneratedFeed.inMemory(calm, arena)));
        }
    }

    @Test
    void shouldWriteTheSameFeedToAFileAndRefuseToReplaceOne(@TempDir final Path directory) throws IOException
    {
        final GeneratorConfig config = GeneratorConfig.of(50_000, 9, 20, 1_000);
        final Path file = directory.resolve("day.itch50");
        final long[] told = new long[1];

        final long length = GeneratedFeed.toFile(config, file, false, written -> told[0] = written);

        try (Arena arena = new Arena(HugePages.OFF))
        {
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes(GeneratedFeed.inMemory(config, arena)));
        }
        assertThat(Files.size(file)).isEqualTo(length);
        assertThat(told[0]).isEqualTo(50_000);
        assertThatThrownBy(() -> GeneratedFeed.toFile(config, file, false, written -> { }))
            .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.size(file)).isEqualTo(length);
        assertThat(GeneratedFeed.toFile(GeneratorConfig.of(100, 9, 2, 10), file, true, written -> { }))
            .isLessThan(length);
    }

    @Test
    void shouldLeaveAPlaceAsItWasWhereTheFeedCannotBeWritten(@TempDir final Path directory) throws IOException
    {
        final GeneratorConfig config = GeneratorConfig.of(1_000, 9, 2, 10);
        final Path kept = Files.writeString(directory.resolve("kept"), "precious");
        // Deleting a device would harm the host, deleting a link to one shows the same.
        final Path device = Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/null"));
        assumeTrue(Files.exists(device), "the host has no /dev/null");

        for (final Path file : List.of(directory.resolve("new"), kept, device))
        {
            assertThatThrownBy(() -> GeneratedFeed.toFile(config, file, true, written ->
            {
                throw new IllegalStateException("interrupted");
            })).hasMessage("interrupted");
        }

        assertThat(kept).hasContent("precious");
        assertThat(Files.isSymbolicLink(device)).isTrue();
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("kept", "device");
    }

    @Test
    void shouldNameEverythingThatIsWrongWithAConfiguration()
    {
        assertThatThrownBy(() -> new GeneratorConfig(0, 1, 0, 1, 0, 99, -1, true))
            .hasMessageContaining("messages=0")
            .hasMessageContaining("symbols=0")
            .hasMessageContaining("liveOrders=1")
            .hasMessageContaining("meanGapNanos=0")
            .hasMessageContaining("burstPercent=99")
            .hasMessageContaining("startNanos=-1");
        assertThatThrownBy(() -> new GeneratorConfig(1_000_000_000, 1, 1, 10, 1_000_000, 0, 0, true))
            .hasMessageContaining("the day ends before the stream");
    }

    @Test
    void shouldAllocateNothingForOrdersAndTrades()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab target = arena.allocate(64, 64);
            final MarketGenerator generator =
                new MarketGenerator(GeneratorConfig.of(400_000, 3, 20, 1_000), arena, target);

            final int messages = 100_000;
            final int[] rare = new int[1];

            final long bytes = AllocationMeter.bytesOf(() ->
            {
                rare[0] = 0;
                for (int i = 0; i < messages; i++)
                {
                    generator.next(0);
                    rare[0] += "AFECXDUPQ".indexOf(target.getByte(0)) < 0 ? 1 : 0;
                }
            });

            // Each of the others is one record of at most a hundred bytes.
            assertThat(rare[0]).isLessThan(messages / 200);
            assertThat(bytes).isLessThanOrEqualTo(rare[0] * 100L);
        }
    }

    private static ReferenceMarket replay(final GeneratedFeed feed)
    {
        final ReferenceMarket market = new ReferenceMarket();
        final Slab slab = feed.slab();
        long at = 0;
        long count = 0;
        int length = slab.getShortBigEndian(at);
        while (length != 0)
        {
            market.apply(slab, at + FRAME);
            count++;
            at += FRAME + length;
            length = slab.getShortBigEndian(at);
        }
        assertThat(at + FRAME).isEqualTo(feed.length());
        assertThat(count).isEqualTo(feed.messages());
        return market;
    }

    private static int shortGaps(final GeneratedFeed feed)
    {
        int gaps = 0;
        long at = 0;
        long last = 0;
        int length = feed.slab().getShortBigEndian(at);
        while (length != 0)
        {
            final long time = feed.slab().getLongBigEndian(at + FRAME + 3) & 0xFFFF_FFFF_FFFFL;
            gaps += time - last < 1_000 ? 1 : 0;
            last = time;
            at += FRAME + length;
            length = feed.slab().getShortBigEndian(at);
        }
        return gaps;
    }

    private static byte[] bytes(final GeneratedFeed feed)
    {
        final byte[] bytes = new byte[(int)feed.length()];
        feed.slab().getBytes(0, bytes, 0, bytes.length);
        return bytes;
    }
}
