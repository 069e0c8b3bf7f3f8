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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import io.packetflow.trading.gateway.ouch.OuchInboundLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandsTest
{
    private static final int SNAPSHOT_STATE_HASH = 48;
    private static final int SNAPSHOT_CHECKED = 72;
    private static final int RECORD_CHECKED_FROM = 8;
    private static final int RECORD_BODY = 48;

    @TempDir
    private Path directory;

    private String journal()
    {
        return directory.resolve("journal").toString();
    }

    private CommandRun run(final String... arguments)
    {
        return CommandRun.in(directory, arguments);
    }

    private CommandRun trade()
    {
        return run("trade", "--messages", "5000", "--symbols", "20", "--seed", "3", "--journal", journal(), "--orders",
            directory.resolve("orders").toString());
    }

    private CommandRun replay(final String... options)
    {
        return run(Stream.concat(Stream.of("journal", "replay", journal()), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void shouldSayWhatAStartWouldRecoverAndChangeNothing() throws IOException
    {
        final CommandRun trade = trade();
        final Map<String, String> before = files();

        final CommandRun recover = run("recover", journal());

        assertThat(recover.exitCode()).as(recover.err()).isZero();
        assertThat(recover.out()).contains("ended           clean: the epoch was closed", "lost            nothing",
            "snapshot        none, replayed from the beginning", found(trade, "OUCH messages, hash [0-9a-f]{16}"),
            found(trade, "still open +[0-9,]+ orders worth .* USD"), found(trade, "state hash +[0-9a-f]{16}"),
            found(trade, "worth +[-0-9,.]+ USD"), "trader and risk hold the same positions");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void shouldRecoverFromASnapshotBesideTheEngine() throws IOException
    {
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(2_000).snapshot().until(3_000);

            final CommandRun recover = run("recover", journal());

            assertThat(recover.exitCode()).as(recover.err()).isZero();
            assertThat(recover.out()).contains("written by process " + ProcessHandle.current().pid(),
                "its writer goes on", "instances replayed behind it");
            assertThat(replay().exitCode()).isZero();
            engine.until(4_000);
        }
        assertThat(run("recover", journal()).out())
            .contains("ended           clean", "snapshot        of instance 2,");
    }

    @Test
    void shouldRefuseWhatAStartWouldRefuse() throws IOException
    {
        trade();
        final Path segment = directory.resolve("journal/e0000001/s0000000.pfj");
        final byte[] bytes = Files.readAllBytes(segment);
        Arrays.fill(bytes, 100_000, 100_008, (byte)90);
        Files.write(segment, bytes);

        final CommandRun recover = run("recover", journal());

        assertThat(recover.exitCode()).isEqualTo(3);
        assertThat(recover.out()).contains("ended           corrupt: ", "lost            instances ");
        assertThat(recover.err()).contains("packetflow: the journal " + journal() + " is not recovered from: corrupt: ",
            "Lost: instances ", "--accept-loss goes on without");
        assertThat(run("why", "1", "--journal", journal()).exitCode()).isZero();
        assertThat(replay().out()).contains("nothing tells the state of the run there");
    }

    @Test
    void shouldReplayToTheStateOfTheRun() throws IOException
    {
        runTwiceWithASnapshotEach();

        final CommandRun all = replay();
        assertThat(all.exitCode()).as(all.out() + all.err()).isZero();
        assertThat(all.out()).containsPattern("(?s) snapshot +same state\n.* end of an epoch +same state\n.*" +
            " snapshot +same state\n.* end of an epoch +same state\nreplayed instances 1 to [0-9,]+: the state of " +
            "the run at all 4 places");

        final CommandRun part = replay("--until", "900");
        assertThat(part.exitCode()).isZero();
        assertThat(part.out()).contains("replayed instances 1 to 900: nothing tells the state of the run there");
        assertThat(replay("--until", "999999").exitCode()).isEqualTo(2);
        assertThat(replay("--until", "999999").err()).contains("can be replayed from instance 1 to ");
        assertThat(replay("--until", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldNameThePacketAndTheInstanceWhereTheStateDiffers() throws IOException
    {
        runTwiceWithASnapshotEach();
        changeSnapshot();
        changeClose();

        final CommandRun all = replay();
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out()).containsPattern("(?s)  snapshot +DIFFERS, all packets together: .* saves as other " +
            "bytes .*end of an epoch +DIFFERS, AlgorithmicTrader: [0-9a-f]+ in the run, [0-9a-f]+ replayed\n" +
            "replayed instances 1 to .*: differs, first at instance [23],");
        final CommandRun first = replay("--diff");
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).contains("same state", "DIFFERS, all packets together")
            .doesNotContain("AlgorithmicTrader");
        // Recovery takes the snapshot at its word and finds that it is not what it says.
        assertThat(run("recover", journal()).exitCode()).isEqualTo(3);
    }

    @Test
    void shouldExplainAnOrderAndItsLife() throws IOException
    {
        trade();

        final CommandRun first = run("why", "1", "--journal", journal());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).containsPattern("order      1: (buy|sell) 100 [A-Z]+ at [0-9.]+\n")
            .containsPattern("sent       with instance [0-9,]+ at 09:30:00.[0-9]{9}\n")
            .containsPattern("caused by  feed: ITCH . [a-z ]+, locate [0-9]+.*\n")
            .containsPattern("book       bid .*, ask .*\n")
            .containsPattern("rule       quote 0 ticks .* where no order works .*\n")
            .contains("limits     version 1\n", "verdict    passed all checks\n")
            .containsPattern("(?s)later .* accepted: ");
        final BitSet sent = sent();
        final String last = String.valueOf(sent.length() - 1);
        assertThat(run("why", last, "--journal", journal()).out()).contains("order      " + last);
        final String refused = String.valueOf(sent.nextClearBit(1));
        assertThat(run("why", refused, "--journal", journal()).out()).contains("refused    with instance ",
            "verdict    refused: R602 the order would trade with the account's own",
            "the strategy was told that it is refused: R602");
    }

    private void runTwiceWithASnapshotEach() throws IOException
    {
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(1_000).snapshot().until(1_500);
        }
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(2_000).snapshot().until(Long.MAX_VALUE);
        }
    }

    /** Returns the UserRefNums in the file of the orders. */
    private BitSet sent() throws IOException
    {
        final BitSet sent = new BitSet();
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("orders")));
        while (bytes.hasRemaining())
        {
            final int next = bytes.getShort() + bytes.position();
            final int at = bytes.position();
            sent.set(bytes.getInt(at + (bytes.get(at) == OuchInboundLayout.REPLACE ?
                OuchInboundLayout.REPLACE_USER_REF : OuchInboundLayout.ENTER_USER_REF)));
            bytes.position(next);
        }
        return sent;
    }

    @Test
    void shouldSayWhyAnOrderCannotBeExplained()
    {
        trade();

        final CommandRun unknown = run("why", "4000000000", "--journal", journal());
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("has no order 4000000000: the last one is ");
        assertThat(run("why", "0", "--journal", journal()).exitCode()).isEqualTo(2);
        assertThat(run("why", "1").exitCode()).isEqualTo(2);
        assertThat(run("why", "one", "--journal", journal()).exitCode()).isEqualTo(2);
        assertThat(run("why", "1", "--journal", directory.resolve("none").toString()).exitCode()).isEqualTo(3);
        assertThat(run("recover", directory.toString()).exitCode()).isEqualTo(3);
        assertThat(run("journal", "replay", directory.resolve("none").toString()).exitCode()).isEqualTo(3);
    }

    @Test
    void shouldReplayFromTheOldestSnapshotWhatWasPruned() throws IOException
    {
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(1_000);
        }
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(2_000).snapshot();
        }
        try (JournaledRun engine = new JournaledRun(directory))
        {
            engine.until(3_000).snapshot();
        }
        new JournaledRun(directory).close();
        assertThat(run("journal", "prune", journal()).out()).contains("removed e0000001\n");

        final CommandRun replay = replay();
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.out()).containsPattern("replayed instances 2,[0-9]+ to ");
        final CommandRun why = run("why", "1", "--journal", journal());
        assertThat(why.exitCode()).isEqualTo(3);
        assertThat(why.err()).contains("order 1 is from before instance 2", "was pruned");
    }

    @Test
    void shouldListTheCommandsBesideThoseOfTheEngine()
    {
        assertThat(run("journal", "--help").out()).containsSubsequence("  prune ", "  replay ");
        assertThat(run("help", "recover").out()).contains("Takes no lock and changes no file.");
        assertThat(run("why", "--help").out()).contains("Explain an order: what caused it, and what became of it.");
    }

    private Map<String, String> files() throws IOException
    {
        final Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory.resolve("journal")))
        {
            for (final Path path : paths.filter(Files::isRegularFile).toList())
            {
                files.put(path.toString(), Arrays.hashCode(Files.readAllBytes(path)) + " " +
                    Files.getLastModifiedTime(path));
            }
        }
        return files;
    }

    private static String found(final CommandRun run, final String pattern)
    {
        final Matcher matcher = Pattern.compile(pattern).matcher(run.out());
        assertThat(matcher.find()).as(run.out() + run.err()).isTrue();
        return matcher.group();
    }

    /** Lets the newest snapshot say another state hash, as one of another code would. */
    private void changeSnapshot() throws IOException
    {
        final Path newest;
        try (Stream<Path> paths = Files.list(directory.resolve("journal/snap")))
        {
            newest = paths.sorted().reduce((one, other) -> other).orElseThrow();
        }
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(newest)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(SNAPSHOT_STATE_HASH, bytes.getLong(SNAPSHOT_STATE_HASH) ^ 1);
        bytes.putInt(SNAPSHOT_CHECKED, checksum(bytes.array(), 0, SNAPSHOT_CHECKED));
        Files.write(newest, bytes.array());
    }

    /** Lets the record that closes the second epoch say another state hash of the second packet. */
    private void changeClose() throws IOException
    {
        final CommandRun dump = run("journal", "dump", journal(), "--type", "clean_close");
        final int at = Integer.parseInt(found(dump, "[0-9]+\\s*\\z").strip());
        final Path segment = directory.resolve("journal/e0000002/s0000000.pfj");
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(segment)).order(ByteOrder.LITTLE_ENDIAN);
        final int stateHash = at + RECORD_BODY + Long.BYTES + 2 * Long.BYTES + Long.BYTES;
        bytes.putLong(stateHash, bytes.getLong(stateHash) ^ 1);
        final int frameLength = bytes.getInt(at);
        bytes.putInt(at + Integer.BYTES,
            checksum(bytes.array(), at + RECORD_CHECKED_FROM, frameLength - RECORD_CHECKED_FROM));
        Files.write(segment, bytes.array());
    }

    private static int checksum(final byte[] bytes, final int from, final int length)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int)crc.getValue();
    }
}
