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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code packetflow trade --journal DIR --queue QDIR}: what its user and other processes see of the queue. */
class QueuedTradeTest
{
    @TempDir
    private Path directory;

    private CommandRun trade(final String... more)
    {
        return trade(Stream.of("--messages", "5000", "--symbols", "20", "--seed", "3"), more);
    }

    /** Trades on in a recorded feed that grows. */
    private CommandRun trade(final int messages, final String... more) throws IOException
    {
        return trade(Stream.of("--feed", RecordedPart.write(directory.resolve("feed"), messages).toString()), more);
    }

    private CommandRun trade(final Stream<String> feed, final String... more)
    {
        return CommandRun.in(directory, Stream.of(Stream.of("trade", "--journal", path("journal")), feed,
            Stream.of(more)).flatMap(part -> part).toArray(String[]::new));
    }

    private String path(final String name)
    {
        return directory.resolve(name).toString();
    }

    @Test
    void shouldCopyEveryInstanceAndSaySo()
    {
        final CommandRun trade = trade("--queue", path("queues"));
        final CommandRun queue = CommandRun.in(directory, "journal", "queue", path("queues"));
        final CommandRun dump =
            CommandRun.in(directory, "journal", "dump", path("journal"), "--type", "INPUT,DERIVED,TIMER");

        assertThat(trade.exitCode()).as(trade.err()).isZero();
        assertThat(trade.err()).doesNotContain("ALARM");
        assertThat(trade.out()).containsPattern("queue +[0-9,]+ instances copied to \\S+/queues/e0000001-001; " +
            "behind by [0-9,]+ at most, by 0 at the end").contains("queue behind the journal: instances copied");
        assertThat(queue.exitCode()).as(queue.err()).isZero();
        assertThat(checksums(queue)).hasSizeGreaterThan(5_000).isEqualTo(checksums(dump));
    }

    /** A record's checksum covers all of it. */
    private static List<String> checksums(final CommandRun run)
    {
        return run.out().lines().map(line -> line.replaceFirst(".*(checksum=\\p{XDigit}+).*", "$1")).toList();
    }

    @Test
    void shouldGoOnWithAQueueOfItsOwnInTheJournalItself() throws IOException
    {
        assertThat(trade(5_000, "--queue", path("journal/queue")).exitCode()).isZero();
        assertThat(trade(6_000, "--queue", path("journal/queue")).exitCode()).isZero();
        assertThat(CommandRun.in(directory, "journal", "verify", path("journal")).exitCode()).isZero();
        assertThat(directory.resolve("journal/queue/e0000002-001")).isDirectory();
    }

    @Test
    void shouldRaiseAnAlarmAndTradeOnWhereTheQueueFails() throws IOException
    {
        trade(5_000, "--queue", path("queues"));
        // No name is left for the queue of the next epoch.
        Files.createDirectory(directory.resolve("queues/e0000002-999"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        final CommandRun run = trade(6_000, "--queue", path("queues"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("ALARM: the queue of epoch 2 ends: epoch 2 has 999 queues in ",
            "the journal goes on without it", "; 'packetflow journal fill' makes a new one that holds all");
        assertThat(run.out()).contains("; FAILED: the queue of epoch 2 ends", "queue behind the journal: failures",
            "trader and risk hold the same positions");
    }

    @Test
    void shouldRefuseAPlaceThatIsNoneBeforeItTrades() throws IOException
    {
        final CommandRun noJournal = CommandRun.in(directory, "trade", "--queue", path("queues"));
        assertThat(noJournal.exitCode()).isEqualTo(2);
        assertThat(noJournal.err()).contains("--queue are about a journal, and none is named; add --journal DIR");

        final CommandRun file = trade("--queue", Files.createFile(directory.resolve("file")).toString());
        assertThat(file.exitCode()).isEqualTo(4);
        assertThat(file.err()).contains("the queue behind the journal: " + path("file") + ": is no directory that");

        trade("--queue", path("queues"));
        final CommandRun other = CommandRun.in(directory, "trade", "--messages", "100", "--journal", path("other"),
            "--queue", path("queues"));
        assertThat(other.exitCode()).isEqualTo(4);
        assertThat(other.err()).contains(" holds the queues of the journal ", "name another directory");
    }

    /** What a run leaves behind is its owner's alone, however generous the umask is. */
    @ParameterizedTest
    @ValueSource(strings = {"000", "022"})
    void shouldKeepEverythingToItsOwnerUnderAnyUmask(final String umask) throws Exception
    {
        final ProcessBuilder program = ChildProgram.packetflow(directory, List.of(), "trade", "--messages", "5000",
            "--journal", path("journal"), "--durability", "group", "--queue", path("queues"), "--orders",
            path("orders"), "--snapshot-every", "1000");
        final List<String> shell = new ArrayList<>(
            List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
        shell.addAll(program.command());
        final Process process = program.command(shell).redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile()).start();

        assertThat(process.waitFor()).as(Files.readString(directory.resolve("printed"))).isZero();

        assertThat(modes("journal")).containsExactly("directory rwx------", "file rw-------");
        assertThat(modes("queues")).containsExactly("directory rwx------", "file rw-------");
        assertThat(modes("orders")).containsExactly("file rw-------");
        assertThat(modes("out")).containsExactly("directory rwx------", "file rw-------");
        assertThat(modes("control")).containsExactly("directory rwx------");
        assertThat(directory.resolve("journal/snap")).isNotEmptyDirectory();
    }

    /** The distinct modes of a tree, by what they are of. */
    private Set<String> modes(final String name) throws IOException
    {
        final Set<String> modes = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(directory.resolve(name)))
        {
            for (final Path path : paths.toList())
            {
                modes.add((Files.isDirectory(path) ? "directory " : "file ") +
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return modes;
    }
}
