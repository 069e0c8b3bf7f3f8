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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.telemetry.PrivateFiles;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal goes on in the feed from which it was written, and in no other one. */
class JournaledFeedTest
{
    @TempDir
    private Path directory;

    private String path(final String name)
    {
        return directory.resolve(name).toString();
    }

    private CommandRun trade(final String... feed)
    {
        return CommandRun.in(directory, Stream.concat(Stream.of("trade", "--journal", path("journal"), "--orders",
            path("orders")), Stream.of(feed)).toArray(String[]::new));
    }

    private CommandRun generated(final int messages, final int seed)
    {
        return trade("--messages", String.valueOf(messages), "--symbols", "20", "--seed", String.valueOf(seed));
    }

    private CommandRun recorded(final Path feed)
    {
        return trade("--feed", feed.toString());
    }

    @Test
    void shouldRefuseAGeneratedMarketOfAnotherSeedOrLengthAndNameBoth() throws IOException
    {
        assertThat(generated(3_000, 3).exitCode()).isZero();
        final byte[] orders = Files.readAllBytes(directory.resolve("orders"));
        final String before = "the journal " + path("journal") + " was written from another feed, generated: 3,000 " +
            "messages, 20 symbols, up to 300 live orders, seed 3; this run has generated: ";
        final String remedy = "; go on with the feed of before (--seed, --messages and --symbols, or --feed), or " +
            "begin a new journal";

        final CommandRun otherSeed = generated(3_000, 9);
        assertThat(otherSeed.exitCode()).as(otherSeed.err()).isEqualTo(3);
        assertThat(otherSeed.err()).contains(
            before + "3,000 messages, 20 symbols, up to 300 live orders, seed 9" + remedy);
        final CommandRun longer = generated(4_000, 3);
        assertThat(longer.exitCode()).as(longer.err()).isEqualTo(3);
        assertThat(longer.err()).contains(
            before + "4,000 messages, 20 symbols, up to 400 live orders, seed 3" + remedy);

        assertThat(directory.resolve("orders")).hasBinaryContent(orders);
        assertThat(directory.resolve("journal/e0000002")).doesNotExist();
        final CommandRun recover = CommandRun.in(directory, "recover", path("journal"));
        assertThat(recover.exitCode()).isZero();
        assertThat(recover.out()).containsPattern(
            "feed +generated: 3,000 messages, 20 symbols, up to 300 live orders, seed 3\n");
        assertThat(generated(3_000, 3).exitCode()).isZero();
    }

    @Test
    void shouldGoOnInARecordedFeedThatHasGrownAndMovedAndRefuseAnotherOne() throws IOException
    {
        final Path feed = RecordedPart.write(directory.resolve("feed"), 3_000);
        assertThat(recorded(feed).exitCode()).isZero();
        final Path grown = RecordedPart.write(directory.resolve("moved"), 5_000);
        final byte[] bytes = Files.readAllBytes(feed);

        final CommandRun again = recorded(grown);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).containsPattern("messages +5,000 in ");
        final CommandRun shorter = recorded(feed);
        assertThat(shorter.exitCode()).as(shorter.err()).isEqualTo(3);
        assertThat(shorter.err()).contains("was written from another feed, recorded: moved, ",
            String.format(Locale.ROOT, "; this run has recorded: feed, %,d bytes, CRC-32C of ", bytes.length));
        bytes[bytes.length / 2] ^= 1;
        final CommandRun other = recorded(Files.write(grown, bytes));
        assertThat(other.exitCode()).as(other.err()).isEqualTo(3);
        assertThat(other.err()).contains("was written from another feed, recorded: moved, ", "or begin a new journal");
        assertThat(generated(3_000, 9).err()).contains("was written from another feed, recorded: moved, ",
            "; this run has generated: 3,000 messages, 20 symbols, up to 300 live orders, seed 9; go on");
    }

    @Test
    void shouldTakeTheRecordingOfAGeneratedMarketForTheSameFeed()
    {
        assertThat(generated(3_000, 3).exitCode()).isZero();
        assertThat(CommandRun.in(directory, "simulate", "--messages", "3000", "--symbols", "20", "--seed", "3", "--out",
            path("market")).exitCode()).isZero();

        final CommandRun run = recorded(directory.resolve("market"));

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void shouldRefuseAsSoonAsThePrimaryOfAStandbyTellsAnotherFeed() throws IOException
    {
        final Path journal = Files.createDirectory(directory.resolve("journal"),
            PrivateFiles.attributes(directory, PrivateFiles.DIRECTORY));
        try (TradeFeed feed = TradeFeed.generated(3_000, 9, 20, HugePages.OFF))
        {
            final FeedRecovery standby = new FeedRecovery(journal, feed.identity(), Optional.empty());
            standby.begin((name, type) -> null);
            standby.whileFollowing();
            assertThat(generated(3_000, 3).exitCode()).isZero();

            assertThatThrownBy(standby::whileFollowing).isInstanceOf(RecoveryRefusedException.class)
                .hasMessageContaining("seed 3; this run has generated: ");
        }
    }

    @Test
    void shouldFindNoFeedInAJournalThatTellsNone()
    {
        assertThat(FeedIdentity.Journaled.in("symbols=21\nexpectedOrders=1024\n")).isEmpty();
        assertThat(FeedIdentity.Journaled.in("feed=x\nfeedHeadBytes=many\nfeedHeadChecksum=00000000\n")).isEmpty();
        assertThat(FeedIdentity.Journaled.in("feed=x\nfeedHeadBytes=12\nfeedHeadChecksum=ff000001\n"))
            .contains(new FeedIdentity.Journaled("x", 12, 0xff000001));
    }
}
