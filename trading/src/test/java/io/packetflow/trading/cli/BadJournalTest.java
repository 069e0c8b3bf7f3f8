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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody can name, break or do twice with a journal and its orders, as the user of the commands meets it: each
 * is refused with cause, place and remedy, and nothing is lost by it.
 */
@Timeout(120)
class BadJournalTest
{
    @TempDir
    private Path directory;

    @BeforeEach
    void writeJournal()
    {
        assertThat(trade().exitCode()).isZero();
    }

    private CommandRun trade()
    {
        return trade("journal", "orders", 20, 3);
    }

    private CommandRun trade(final String journal, final String orders, final int symbols, final int seed)
    {
        return CommandRun.in(directory, "trade", "--messages", "3000", "--symbols", String.valueOf(symbols), "--seed",
            String.valueOf(seed), "--journal", path(journal), "--orders", path(orders));
    }

    private String path(final String name)
    {
        return directory.resolve(name).toString();
    }

    private CommandRun run(final String... arguments)
    {
        return CommandRun.in(directory, arguments);
    }

    private static void assertRefused(final CommandRun run, final int exitCode, final String... complaint)
    {
        assertThat(run.err()).contains(complaint);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    }

    @Test
    void shouldRefuseAPlaceThatIsNoJournalsToAllCommands() throws IOException
    {
        Files.createDirectory(directory.resolve("foreign"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(directory.resolve("foreign/letter"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("journal"));

        assertRefused(trade("foreign", "new", 20, 3), 4, "holds something that is no journal's: " +
            path("foreign/letter"), "name an empty directory, or move it away");
        assertRefused(run("standby", "--journal", path("foreign")), 4, "holds something that is no journal's");
        for (final String[] command : List.of(new String[] {"recover"}, new String[] {"journal", "ls"},
            new String[] {"journal", "dump"}, new String[] {"journal", "verify"}, new String[] {"journal", "tail"},
            new String[] {"journal", "prune"}, new String[] {"journal", "replay"}))
        {
            assertRefused(run(with(command, path("foreign"))), 3, "there is no journal in " + path("foreign"));
            assertRefused(run(with(command, path("none"))), 3, "there is no journal " + path("none"));
            assertRefused(run(with(command, path("orders"))), 3, "a journal is a directory, and this is a file");
            assertRefused(run(with(command, path("link"))), 3, "this is a symbolic link", "name the directory itself");
        }
        assertRefused(run("why", "1", "--journal", path("foreign")), 3, "there is no journal in ");
        assertRefused(trade("link", "new", 20, 3), 4, "this is a symbolic link");
        assertRefused(trade("none/journal", "new", 20, 3), 4, path("none") + " does not exist; make that directory");
    }

    private static String[] with(final String[] command, final String argument)
    {
        return Stream.concat(Stream.of(command), Stream.of(argument)).toArray(String[]::new);
    }

    @Test
    void shouldNameTheFirstSegmentThatIsMissing() throws IOException
    {
        final String[] trade = {"trade", "--messages", "20000", "--symbols", "20", "--journal", path("long"),
            "--segment", "1MB"};
        assertThat(run(trade).exitCode()).isZero();
        Files.delete(directory.resolve("long/e0000001/s0000000.pfj"));

        final String missing = "epoch 1 lacks its first segment, e0000001/s0000000.pfj, which was deleted or lost";
        assertRefused(run(trade), 3, "the journal " + path("long") + " is not recovered from: " + missing +
            ", and nothing can be recovered without it; restore that file from a copy, or begin a new journal");
        assertRefused(run("recover", path("long")), 3, "cannot be replayed: " + missing + "; restore that file");
        assertRefused(run("why", "1", "--journal", path("long")), 3, missing);
        for (final String command : List.of("verify", "ls"))
        {
            final CommandRun found = run("journal", command, path("long"));
            assertThat(found.exitCode()).isEqualTo(3);
            assertThat(found.out()).contains("damaged: " + missing + "; restore that file from a copy");
        }
    }

    @Test
    void shouldNameTheFirstSegmentWhereAllAreMissing() throws IOException
    {
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(directory.resolve("journal/e0000001"), "*.pfj"))
        {
            for (final Path segment : segments)
            {
                Files.delete(segment);
            }
        }

        assertRefused(trade(), 3, "epoch 1 has no segment in e0000001: not even its first one, " +
            "e0000001/s0000000.pfj, in " + path("journal") + "; restore it from a copy, or name an empty directory");
    }

    @Test
    void shouldRefuseADirectoryOfWhichAPartIsMissing() throws IOException
    {
        Files.delete(directory.resolve("journal/CURRENT"));

        final String missing = "a part of the journal is missing or damaged: durable.mark is of epoch 1 and CURRENT " +
            "is missing, in " + path("journal") + "; restore it from a copy";
        assertRefused(trade(), 3, missing);
        assertRefused(run("recover", path("journal")), 3, "a start would be refused: " + missing);
        final CommandRun verify = run("journal", "verify", path("journal"));
        assertThat(verify.exitCode()).isEqualTo(3);
        assertThat(verify.out()).contains("damaged: " + missing);
    }

    @Test
    void shouldRefuseAJournalThatIsOpenToOthersAndShowItAllTheSame() throws IOException
    {
        Files.setPosixFilePermissions(directory.resolve("journal"), PosixFilePermissions.fromString("rwxr-xr-x"));

        final String open = "a journal is open to its owner alone, and this is rwxr-xr-x: " + path("journal") +
            "; if nobody else wrote to it: chmod 700 " + path("journal");
        assertRefused(trade(), 4, open);
        final CommandRun recover = run("recover", path("journal"));
        assertRefused(recover, 4, "a start would be refused: " + open);
        assertThat(recover.out()).contains("trader and risk hold the same positions");
        assertThat(run("journal", "verify", path("journal")).exitCode()).isZero();
    }

    @Test
    void shouldRefuseAnotherConfigurationAndGoOnWithItsOwn()
    {
        assertRefused(trade("journal", "orders", 30, 3), 3, "another molecule or configuration wrote ",
            "recover with what wrote it, or begin a new journal");
        assertThat(trade().exitCode()).isZero();
    }

    @Test
    void shouldRefuseOrdersThatAreNotThoseOfItsJournalAndLeaveThemAlone() throws IOException
    {
        assertThat(trade("other", "others", 20, 9).exitCode()).isZero();
        final byte[] others = Files.readAllBytes(directory.resolve("others"));
        final Path letter = Files.writeString(directory.resolve("letter"), "not an order in the world");

        assertRefused(trade("journal", "others", 20, 3), 3, "order 1 in " + path("others") + " is not the one that " +
            "the journal leads to: the file belongs to another journal");
        assertThat(directory.resolve("others")).hasBinaryContent(others);
        assertRefused(trade("journal", "letter", 20, 3), 3, "--orders names a file that holds something else: " +
            letter + " says at byte 0 that a message of 28271 bytes follows; name the file that belongs to");
        assertThat(letter).hasContent("not an order in the world");
    }

    @Test
    void shouldRefuseWhatANewerVersionWrote() throws IOException
    {
        final Path segment = directory.resolve("journal/e0000001/s0000000.pfj");
        final byte[] bytes = Files.readAllBytes(segment);
        bytes[8] = 2;
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 56);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(56, (int)crc.getValue());
        Files.write(segment, bytes);

        assertRefused(trade(), 3, "written by a newer PacketFlow: segment version 2, this one reads 1",
            "read it with the version that wrote it");
        assertRefused(run("trade", "--messages", "3000", "--symbols", "20", "--seed", "3", "--journal",
            path("journal"), "--accept-loss"), 3, "written by a newer PacketFlow");
        assertThat(segment).hasBinaryContent(bytes);
    }

    @Test
    void shouldRefuseASecondPrimaryAndEndWhereItsDirectoryDisappears() throws Exception
    {
        final Process primary = ChildProgram.packetflow(directory, List.of(), "trade", "--messages", "500000",
            "--symbols", "20", "--rate", "2k", "--journal", path("live")).redirectOutput(
                directory.resolve("printed").toFile()).start();
        final List<String> errors = new ArrayList<>();
        try (BufferedReader reader = primary.errorReader(StandardCharsets.UTF_8))
        {
            String line = reader.readLine();
            while (line != null && !line.startsWith("plan: "))
            {
                line = reader.readLine();
            }
            assertRefused(run("trade", "--messages", "100", "--journal", path("live"), "-c",
                "packetflow.counters.file=" + path("second.dat"), "-c", "packetflow.control.dir=" + path("second")), 4,
                "the journal is written by another process: " + path("live") + " is locked by pid=" + primary.pid(),
                "stop that process, or start this one as its standby");
            remove(directory.resolve("live"));
            line = reader.readLine();
            while (line != null)
            {
                errors.add(line);
                line = reader.readLine();
            }
        }
        assertThat(primary.waitFor()).isEqualTo(4);
        assertThat(String.join("\n", errors)).contains("the journal stopped for good in epoch 1: ",
            "nobody may remove files of a journal; restore it from a copy, or start with an empty one");
    }

    private static void remove(final Path root) throws IOException
    {
        try (Stream<Path> paths = Files.walk(root))
        {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList())
            {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void shouldGoOnUnderAProcessIdThatAnEarlierRunHadToo() throws Exception
    {
        final List<String> inNamespace = List.of("unshare", "-pf", "--mount-proc", "--kill-child");
        assumeTrue(isPossible(inNamespace), "this user may not make a namespace of process ids (unshare -pf)");
        for (final int messages : List.of(2_000, 3_000))
        {
            final ProcessBuilder program = ChildProgram.packetflow(directory, List.of(), "trade", "--feed",
                RecordedPart.write(directory.resolve("feed"), messages).toString(), "--journal", path("pids"),
                "--queue", path("queues"));
            final List<String> command = new ArrayList<>(inNamespace);
            command.addAll(program.command());
            final Process process = program.command(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("printed").toFile()).start();
            assertThat(process.waitFor()).as(Files.readString(directory.resolve("printed"))).isZero();
        }
        assertThat(run("journal", "ls", path("pids")).out()).containsPattern("1 +process-safe +\\S+ +1 ")
            .containsPattern("2 +process-safe +\\S+ +1 ");
    }

    private static boolean isPossible(final List<String> prefix) throws InterruptedException
    {
        try
        {
            final List<String> command = new ArrayList<>(prefix);
            command.add("true");
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        }
        catch (final IOException e)
        {
            return false;
        }
    }
}
