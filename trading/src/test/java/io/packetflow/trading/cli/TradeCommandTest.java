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
package io.packetflow.trading.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.trading.feed.RecordedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeCommandTest
{
    private static final String[] SMALL = {"trade", "--messages", "5000", "--symbols", "20", "--seed", "3"};

    @TempDir
    private Path directory;

    @Test
    void shouldTradeAGeneratedMarketAndReport() throws IOException
    {
        final Path orders = directory.resolve("deep/orders.bin");
        final CommandRun run = trade("--orders", orders.toString(), "-c", "packetflow.threading=dedicated",
            "-c", "packetflow.group.df.wait=yield");

        assertThat(run.err()).contains("feed: generated: 5,000 messages, 20 symbols", "plan: node df");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("TradingEngine: tick to trade", "durability", "none (no journal)",
            "bounds checks  on", "closed loop", "orders or not", "No percentiles: this JVM runs with assertions",
            "feed: 5,000 messages", "  A  add order", "simulated venue", "trader and risk hold the same positions",
            "0 answers to the trader, 0 to risk", "MarketDataProcessor", "written");
        assertThat(directory.resolve("out/trade.txt")).content().contains("positions and profit");
        assertThat(messagesIn(orders)).isEqualTo(number(run.out(), "sent +([0-9,]+) OUCH messages"))
            .isEqualTo(number(run.out(), "written +([0-9,]+) to "));
        assertThat(directory.resolve("control")).isEmptyDirectory();
    }

    @Test
    void shouldSendTheSameOrdersOnEveryPlan() throws IOException
    {
        final String fused = orderHash(trade("--plan", "one-node"));

        assertThat(orderHash(trade("--plan", "two-nodes"))).isEqualTo(fused);
        assertThat(orderHash(trade("--grouping", "strict"))).isEqualTo(fused);
        assertThat(orderHash(trade("--grouping", "unfused", "--plan", "one-node"))).isEqualTo(fused);
        assertThat(orderHash(CommandRun.in(directory, "trade", "--messages", "5000", "--symbols", "20", "--seed", "4")))
            .isNotEqualTo(fused);
    }

    @Test
    void shouldCancelLiveOrdersAtTheEndUnlessItIsToldToLeaveThem()
    {
        final CommandRun cancelling = trade();
        final CommandRun adopting = trade("--live-orders", "stop=adopt");

        assertThat(cancelling.out()).containsPattern("live orders +0 at the end, [1-9][0-9]* cancelled at the stop " +
            "\\(stop=cancel, failure=adopt, promotion=adopt\\)\n").contains("still open    0 orders worth 0.00 USD");
        assertThat(adopting.out()).containsPattern("live orders +[1-9][0-9]* at the end \\(stop=adopt, ")
            .containsPattern("still open    [1-9][0-9]* orders");
        assertThat(number(cancelling.out(), "end, ([0-9,]+) cancelled"))
            .isEqualTo(number(adopting.out(), "live orders +([0-9,]+) at the end"));
    }

    @Test
    void shouldTradeAgainOverTheSameJournalAndCancelNothingTwice() throws IOException
    {
        final Path orders = directory.resolve("orders");
        final String[] journaled =
            {"--orders", orders.toString(), "--journal", directory.resolve("journal").toString()};
        final CommandRun first = trade(journaled);
        final byte[] sent = Files.readAllBytes(orders);
        final CommandRun second = trade(journaled);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).containsPattern("live orders +0 at the end, 0 cancelled at the stop");
        assertThat(orders).hasBinaryContent(sent);
        assertThat(CommandRun.in(directory, "journal", "replay", directory.resolve("journal").toString()).out())
            .contains("the state of the run at all 2 places");
    }

    @Test
    void shouldPaceAndSaySo()
    {
        final CommandRun run = trade("--rate", "1M");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("open loop: 1,000,000 messages/s", "the feed was paced");
    }

    @Test
    void shouldProcessACutFileUpToTheCut()
    {
        final Path file = RecordedData.file("itch50/head4096_truncated.itch50");
        final CommandRun run = CommandRun.in(directory, "trade", "--feed", file.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("feed: 101 messages", "stands at byte 4081 is not whole");
        assertThat(run.err()).contains("is cut: the message whose length stands at byte 4081");
    }

    @Test
    void shouldTradeTheRecordedMarket()
    {
        final CommandRun run = CommandRun.in(directory, "trade", "--feed", RecordedData.aapl().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("feed: 10,000 messages", "AAPL", "0 answers to the trader, 0 to risk");
    }

    @Test
    void shouldRefuseFeedsThatAreNone() throws IOException
    {
        final Path garbage = Files.write(directory.resolve("garbage"), new byte[]{0, 1, '?', 0, 1, '?'});
        final Path empty = Files.createFile(directory.resolve("empty"));

        assertThat(feed(garbage).exitCode()).isEqualTo(3);
        assertThat(feed(garbage).err()).contains("holds no ITCH 5.0 message: none of its 2 frames");
        assertThat(feed(garbage).out()).contains("skipped, of unknown type: ? 2 (first at byte 0)");
        assertThat(feed(Files.write(directory.resolve("zeros"), new byte[9])).err())
            .contains("holds no ITCH 5.0 message: it begins with the end of its session");
        assertThat(feed(empty).exitCode()).isEqualTo(3);
        assertThat(feed(directory).err()).contains("is a directory");
        assertThat(feed(directory.resolve("missing")).err()).contains("does not exist");
    }

    @Test
    void shouldRefuseWrongUsage()
    {
        assertUsage("--rate takes 1 to 1000M messages a second", "trade", "--rate", "fast");
        assertUsage("--rate takes", "trade", "--rate", "0");
        assertUsage("describe the generated market", "trade", "--feed", "x", "--messages", "5");
        assertUsage("messages=0", "trade", "--messages", "0");
        assertUsage("write a longer market to a file first", "trade", "--messages", "50000001");
        assertUsage("symbols=0", "trade", "--symbols", "0");
        assertUsage("packetflow.plan", "trade", "--plan", "three-nodes");
        assertUsage("packetflow.grouping", "trade", "--grouping", "loose");
        assertUsage("names a directory", "trade", "--orders", directory.toString());
        assertUsage("--live-orders takes stop, failure and promotion, each cancel or adopt, as in " +
            "stop=cancel,failure=adopt: 'keep' is none of cancel, adopt", "trade", "--live-orders", "stop=keep");
        assertUsage("no option '--fed'", "trade", "--fed", "x");
    }

    @Test
    void shouldSayWhatTheHostDoesNotAllow() throws IOException
    {
        final Path file = Files.createFile(directory.resolve("file"));

        final CommandRun noDirectory = trade("--out", file.resolve("below").toString());
        assertThat(noDirectory.exitCode()).isEqualTo(4);
        assertThat(noDirectory.err()).contains("cannot make the place for the results: " + file);
        final CommandRun noFile = trade("--orders", file.resolve("below").toString());
        assertThat(noFile.exitCode()).isEqualTo(4);
        assertThat(noFile.err()).startsWith("packetflow: cannot make the place for the results: " + file);

        final CommandRun noControl = trade("-c", "packetflow.control.dir=" + file);
        assertThat(noControl.exitCode()).isEqualTo(4);
        assertThat(noControl.err()).contains(file.toString());

        final CommandRun noCores = trade(
            "-c", "packetflow.threading=dedicated", "-c", "packetflow.group.df.cores=4095");
        assertThat(noCores.exitCode()).isEqualTo(4);
        assertThat(noCores.err()).contains("4095", "packetflow.group.GROUP.cores gives a group other CPUs");
        assertThat(directory.resolve("control")).isEmptyDirectory();
    }

    @Test
    void shouldReportTheRunAlsoWhereItsOrdersCannotBeWritten()
    {
        final Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "the host has no device that is always full");

        final CommandRun run = trade("--orders", full.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("order messages could be written to /dev/full: ");
        assertThat(run.out()).contains("feed: 5,000 messages", "trader and risk hold the same positions");
    }

    @Test
    void shouldShowAndKeepItsCode() throws IOException
    {
        final CommandRun run = trade("--show-code", "--save-code", directory.resolve("code").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("package io.packetflow.generated;", "MarketDataProcessor");
        try (var files = Files.walk(directory.resolve("code")))
        {
            assertThat(files.map(Path::toString)).anyMatch(file -> file.endsWith(".java"));
        }
    }

    @Test
    void shouldWriteOverItsProgressOnlyWhereSomebodyWatches()
    {
        final CommandRun watched = CommandRun.watched(directory, "trade", "--messages", "5000", "--symbols", "20",
            "--rate", "8k");

        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.err()).contains("\r\u001b[K", " messages  ");
        assertThat(trade().err()).doesNotContain("\u001b");
    }

    private CommandRun trade(final String... more)
    {
        final String[] all = new String[SMALL.length + more.length];
        System.arraycopy(SMALL, 0, all, 0, SMALL.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return CommandRun.in(directory, all);
    }

    private CommandRun feed(final Path file)
    {
        return CommandRun.in(directory, "trade", "--feed", file.toString());
    }

    private void assertUsage(final String complaint, final String... arguments)
    {
        final CommandRun run = CommandRun.in(directory, arguments);
        assertThat(run.err()).contains(complaint);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static String orderHash(final CommandRun run)
    {
        assertThat(run.exitCode()).as(run.err()).isZero();
        final Matcher matcher = Pattern.compile("OUCH messages, hash ([0-9a-f]{16})").matcher(run.out());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static long number(final String text, final String pattern)
    {
        final Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    private static long messagesIn(final Path file) throws IOException
    {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        long count = 0;
        while (bytes.hasRemaining())
        {
            final int length = bytes.getShort();
            bytes.position(bytes.position() + length);
            count++;
        }
        return count;
    }
}
