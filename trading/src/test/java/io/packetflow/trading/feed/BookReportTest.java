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
package io.packetflow.trading.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookReportTest
{
    private static final long AAPL = ItchSymbol.pack("AAPL");
    private static final long MSFT = ItchSymbol.pack("MSFT");

    @TempDir
    private Path folder;

    @Test
    void shouldWriteTheGoldenChangesOfTheInside() throws IOException
    {
        final Path lines = folder.resolve("bbo.csv");

        BookReport.run(new BookRequest(RecordedData.aapl(), Optional.of(lines), Optional.empty()), done -> { });

        assertThat(lines).hasSameBinaryContentAs(
            RecordedData.file("golden/aapl_20200130_locate13_10k.itch50.bbo.csv"));
    }

    @Test
    void shouldSumUpAsTheGoldenSummaryDoes() throws IOException
    {
        final String golden =
            Files.readString(RecordedData.file("golden/aapl_20200130_locate13_10k.itch50.json")).replaceAll("\\s", "");

        final BookSummary summary = BookReport.run(
            new BookRequest(RecordedData.aapl(), Optional.empty(), Optional.of("AAPL")), done -> { });

        final String json = BookSummaryJson.format(summary).replaceAll("\\s", "");
        for (final String key : new String[]{
            "file", "messages", "types", "ignored_unknown_refs", "executed_shares", "executed_notional_1e4",
            "nondisplayed_trade_shares", "nondisplayed_notional_1e4", "bbo_changes", "final_bbo", "live_orders",
            "levels"})
        {
            assertThat(value(json, key)).as(key).isEqualTo(value(golden, key)).isNotEmpty();
        }
        assertThat(BookSummaryText.format(summary))
            .contains("symbol AAPL", "320.1400 x 25  /  320.3000 x 100", "A  add order");
    }

    @Test
    void shouldAskForASymbolWhereSeveralHaveOrdersAndWriteNothing() throws IOException
    {
        final Path feed = twoSymbols();
        final Path lines = folder.resolve("bbo.csv");

        assertThatThrownBy(() -> BookReport.run(
            new BookRequest(feed, Optional.of(lines), Optional.empty()), done -> { }))
            .isInstanceOf(BookRequestException.class)
            .hasMessageContaining("choose it with --symbol, from AAPL, MSFT.");

        assertThat(lines).doesNotExist();
    }

    @Test
    void shouldListAndSumUpTheSymbolThatWasAskedForWithPlacesInTheWholeFile() throws IOException
    {
        final Path lines = folder.resolve("bbo.csv");

        final BookSummary summary = BookReport.run(
            new BookRequest(twoSymbols(), Optional.of(lines), Optional.of("MSFT")), done -> { });

        assertThat(Files.readString(lines)).isEqualTo("1,20,0,0,2000000,7\n3,40,0,0,2000000,4\n");
        assertThat(summary.symbolsWithOrders()).isEqualTo(2);
        assertThat(summary.liveOrders()).isEqualTo(1);
        assertThat(summary.executedShares()).isEqualTo(3);
        assertThat(summary.executedNotionalE4()).isEqualTo(6_000_000);
        assertThat(summary.ignoredUnknownReferences()).containsOnlyKeys('D').containsEntry('D', 1L);
    }

    @Test
    void shouldSumUpAllSymbolsWhereNoneWasAskedFor() throws IOException
    {
        final BookSummary summary =
            BookReport.run(new BookRequest(twoSymbols(), Optional.empty(), Optional.empty()), done -> { });

        assertThat(summary.liveOrders()).isEqualTo(2);
        assertThat(summary.bidLevels()).isEqualTo(1);
        assertThat(summary.askLevels()).isEqualTo(1);
        assertThat(summary.inside()).isEmpty();
        assertThat(BookSummaryText.format(summary)).contains("2 symbols with orders", "unknown order: D 1");
    }

    @Test
    void shouldRefuseASymbolThatTheFeedDoesNotHaveAndNameSome() throws IOException
    {
        final Path feed = twoSymbols();

        assertThatThrownBy(() -> BookReport.run(
            new BookRequest(feed, Optional.empty(), Optional.of("IBM")), done -> { }))
            .isInstanceOf(BookRequestException.class)
            .hasMessage(feed + " has no symbol IBM. It has AAPL, MSFT.");
    }

    @Test
    void shouldRefuseToWriteOverTheFeed() throws IOException
    {
        final Path feed = twoSymbols();
        final byte[] before = Files.readAllBytes(feed);

        assertThatThrownBy(() -> BookReport.run(
            new BookRequest(feed, Optional.of(feed), Optional.of("AAPL")), done -> { }))
            .isInstanceOf(BookRequestException.class);

        assertThat(feed).hasBinaryContent(before);
    }

    @Test
    void shouldSumNotionalsPastSixtyThreeBits()
    {
        final Notional notional = new Notional();
        final long max = 0xFFFF_FFFFL;

        final BigInteger shares = BigInteger.valueOf(max);
        final BigInteger expected = shares.multiply(shares).add(shares.multiply(BigInteger.valueOf(4_000_000_000L)));

        notional.add(max, max);
        notional.add(max, 2_000_000_000L);
        notional.add(max, 2_000_000_000L);

        assertThat(notional.shares()).isEqualTo(3 * max);
        assertThat(notional.valueE4()).isEqualTo(expected);
    }

    private Path twoSymbols() throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(512, 64);
            long end = 0;
            end = frame(slab, end, 'A', 1, 10);
            ItchEncoder.addOrder(slab, end - 36, 100, 'B', 5, AAPL, 3_000_000);
            end = frame(slab, end, 'A', 2, 20);
            ItchEncoder.addOrder(slab, end - 36, 200, 'S', 7, MSFT, 2_000_000);
            end = frame(slab, end, 'D', 2, 30);
            ItchEncoder.orderDelete(slab, end - 19, 999);
            end = frame(slab, end, 'E', 2, 40);
            ItchEncoder.orderExecuted(slab, end - 31, 200, 3, 1);
            final byte[] bytes = new byte[(int)end];
            slab.getBytes(0, bytes, 0, bytes.length);
            return Files.write(folder.resolve("two.itch50"), bytes);
        }
    }

    private static long frame(
        final Slab slab, final long end, final char type, final int locate, final long timestampNanos)
    {
        final int length = ItchLayout.expectedLength(type);
        slab.putShortBigEndian(end, length);
        ItchEncoder.header(slab, end + 2, type, locate, 0, timestampNanos);
        return end + 2 + length;
    }

    private static String value(final String json, final String key)
    {
        final Matcher matcher = Pattern
            .compile("\"" + key + "\":(\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|[0-9]+)").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}
