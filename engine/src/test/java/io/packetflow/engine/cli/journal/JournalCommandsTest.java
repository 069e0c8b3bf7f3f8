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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;

class JournalCommandsTest extends JournalCommandFixture
{
    private int journal(final String command, final String... options)
    {
        return run(Stream.concat(Stream.of("journal", command, root().toString()), Stream.of(options))
            .toArray(String[]::new));
    }

    private void writeTwoEpochs() throws IOException
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(10, 24).snapshot().endCleanly();
            journal.begin().append(5, 24).endAtOnce();
        }
    }

    @Test
    void shouldListEpochsSnapshotsAndWriter() throws IOException
    {
        writeTwoEpochs();

        assertThat(journal("ls")).isZero();

        assertThat(out.toString())
            .containsPattern("1 +process-safe +1970-01-01T00:00:01Z +4711 +0-0 +1-10 +\\d+ +closed in order\n")
            .containsPattern("2 +process-safe +1970-01-01T00:00:01Z +4711 +0-0 +11-15 +\\d+ +stopped\n")
            .containsPattern("10 +5 +sound\n")
            .contains("mark      instance 15 of epoch 2, at ", "head      epoch 2 appended instance 15\n",
                "writer    nobody; process " + ProcessHandle.current().pid() + " had the lock last\n",
                "\nsound: instances 1 to 15 in 2 epochs; end: ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldListAJournalThatIsBeingWritten() throws IOException
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(10, 24);

            assertThat(journal("ls")).isZero();
            assertThat(out.toString()).contains("is being written",
                "process " + ProcessHandle.current().pid() + " has the lock", "sound: instances 1 to 10 in 1 epoch; " +
                    "its writer goes on");
            assertThat(journal("verify")).isZero();
            assertThat(out.toString())
                .isEqualTo("sound: instances 1 to 10 in 1 epoch; its writer goes on; 0 snapshots\n");
            journal.append(5, 24);
            assertThat(journal("dump", "--from", "15")).isZero();
            assertThat(out.toString()).startsWith("15 INPUT source=feed");
        }
    }

    @Test
    void shouldDumpTheRecordsThatAreAskedFor() throws IOException
    {
        writeTwoEpochs();

        assertThat(journal("dump")).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" (source|timeNanos)=.*", "")))
            .containsExactly("0 EPOCH_START", "1 INPUT", "2 INPUT", "3 INPUT", "4 INPUT", "5 INPUT", "6 INPUT",
                "7 INPUT", "8 INPUT", "9 INPUT", "10 INPUT", "10 CLEAN_CLOSE", "10 EPOCH_START", "11 INPUT",
                "12 INPUT", "13 INPUT", "14 INPUT", "15 INPUT");
        assertThat(journal("dump", "--from", "10", "--to", "11", "--type", "input,epoch_start")).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(journal("dump", "--from", "12", "--count", "1", "--hex")).isZero();
        assertThat(out.toString()).startsWith("12 INPUT source=feed kind=8 timeNanos=120 clientSequence=12 " +
            "bodyBytes=24 checksum=").endsWith(" 0c00000000000000" + "0".repeat(32) + "\n");
        assertThat(journal("dump", "--from", "15", "--json")).isZero();
        assertThat(out.toString()).startsWith("{\"sequence\":15,\"type\":\"INPUT\",\"source\":\"feed\"");
    }

    @Test
    void shouldRefuseARangeThatCannotBeMeant() throws IOException
    {
        writeTwoEpochs();

        assertThat(journal("dump", "--from", "16")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(
            "packetflow: the journal " + root() + " ends at sequence 15, before --from=16\n");
        assertThat(journal("dump", "--from", "5", "--to", "4")).isEqualTo(2);
        assertThat(err.toString()).contains("--from SEQ is 0 or more, --to SEQ not below it");
        assertThat(journal("dump", "--count", "0")).isEqualTo(2);
        assertThat(journal("dump", "--type", "inptu")).isEqualTo(2);
        assertThat(journal("tail", "--from", "17")).isEqualTo(2);
        assertThat(err.toString()).contains("ends at sequence 15, before --from=17; --from end waits");
        assertThat(journal("tail", "--from", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("takes the sequence of an instance, or 'end': 'soon'");
        assertThat(journal("prune", "--keep", "1")).isEqualTo(2);
        assertThat(journal("verify", "--deep")).isEqualTo(2);
    }

    @Test
    void shouldVerifyAndNameTheDamage() throws IOException
    {
        writeTwoEpochs();
        assertThat(journal("verify")).isZero();
        assertThat(out.toString()).startsWith("sound: instances 1 to 15 in 2 epochs; end: ").endsWith("; 1 snapshot\n");

        overwrite(root().resolve("e0000001/s0000000.pfj"), 4096 + 400, 8);
        overwrite(root().resolve("snap/S-00000000000000000010.pfs"), 4096, 1);
        assertThat(journal("verify")).isEqualTo(3);
        assertThat(out.toString()).contains("damaged: corrupt: ", " in e0000001/s0000000.pfj at byte ",
            "restore the file from a copy", "damaged: snap/S-00000000000000000010.pfs: the payload is damaged",
            "recovery takes the snapshot before");
        assertThat(journal("ls")).isEqualTo(3);
        assertThat(out.toString()).contains("damaged (corrupt)", "not sound: the payload is damaged", "damaged: ");
        assertThat(journal("dump")).isEqualTo(3);
        assertThat(out.toString()).startsWith("0 EPOCH_START");
        assertThat(err.toString()).startsWith("packetflow: corrupt: ");
        assertThat(journal("prune")).isZero();
    }

    @Test
    void shouldSayThatTheEpochThatCountsIsMissing() throws IOException
    {
        writeTwoEpochs();
        remove(root().resolve("e0000002"));

        assertThat(journal("verify")).isEqualTo(3);

        assertThat(out.toString()).contains(
            "damaged: CURRENT names epoch 2, of which there is no record; restore the files from a copy");
    }

    @Test
    void shouldNotGuessWhatANewerVersionWrote() throws IOException
    {
        writeTwoEpochs();
        final byte[] bytes = Files.readAllBytes(root().resolve("e0000002/s0000000.pfj"));
        bytes[8] = 2;
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 56);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(56, (int)crc.getValue());
        Files.write(root().resolve("e0000002/s0000000.pfj"), bytes);

        assertThat(journal("verify")).isEqualTo(3);

        assertThat(out.toString()).contains("written by a newer PacketFlow: segment version 2, this one reads 1",
            "read it with the version that wrote it");
    }

    @Test
    void shouldTellWhatIsNoJournal() throws IOException
    {
        assertBad("there is no journal " + root() + ": no such directory; name the one that was given to --journal");
        Files.createDirectory(root());
        assertBad("there is no journal in " + root() + ": it is empty; name the directory that was given to --journal");
        Files.writeString(root().resolve("notes"), "x");
        assertBad("there is no journal in " + root() + ": nothing in it is a journal's; name the directory");
        remove(root());
        Files.writeString(root(), "x");
        assertBad("a journal is a directory, and this is a file: " + root());
        Files.delete(root());
        Files.createSymbolicLink(root(), Files.createDirectory(directory.resolve("elsewhere")));
        assertBad("a journal is a directory, and this is a symbolic link: " + root() + "; name the directory itself");
        assertThat(run("journal", "ls")).isEqualTo(2);
        assertThat(run("journal")).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: packetflow journal");
    }

    private void assertBad(final String message)
    {
        for (final String command : List.of("ls", "dump", "verify", "tail", "prune"))
        {
            assertThat(journal(command)).as(command).isEqualTo(3);
            assertThat(err.toString()).as(command).startsWith("packetflow: " + message);
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void shouldTellThatAJournalMayNotBeRead() throws IOException
    {
        writeTwoEpochs();
        Files.setPosixFilePermissions(root(), PosixFilePermissions.fromString("---------"));
        try
        {
            assumeTrue(!Files.isReadable(root()), "this user may read everything");

            assertThat(journal("ls")).isEqualTo(4);
            assertThat(err.toString()).isEqualTo("packetflow: the journal " + root() +
                " cannot be read: permission denied; run as the user who writes it\n");
        }
        finally
        {
            Files.setPosixFilePermissions(root(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void shouldReadAJournalThatWasHardlyBegun() throws IOException
    {
        new WrittenJournal(root()).close();
        assertThat(journal("ls")).isZero();
        assertThat(out.toString()).startsWith("no epoch was begun\n").contains("sound: no instances");
        assertThat(journal("verify")).isZero();
        assertThat(journal("dump")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(journal("prune")).isZero();
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().endAtOnce();
        }
        Files.delete(root().resolve("CURRENT"));
        assertThat(journal("ls")).isZero();
        assertThat(out.toString()).contains("remark    CURRENT is missing or names no epoch");
    }

    @Test
    void shouldFollowAJournalWhileItIsWritten() throws Exception
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(3, 24);
            final int[] exitCode = {-1};
            final Thread tail = new Thread(() -> exitCode[0] = journal("tail", "--count", "4"));
            tail.start();
            while (!err.toString().contains("following behind sequence 3"))
            {
                Thread.onSpinWait();
            }
            journal.append(2, 24).endCleanly().begin().append(1, 24);
            tail.join();

            assertThat(exitCode[0]).isZero();
            assertThat(out.toString().lines().map(line -> line.replaceAll(" (source|timeNanos)=.*", "")))
                .containsExactly("4 INPUT", "5 INPUT", "5 CLEAN_CLOSE", "5 EPOCH_START");
        }
        assertThat(journal("tail", "--from", "2", "--count", "2", "--type", "input")).isZero();
        assertThat(out.toString()).startsWith("2 INPUT").contains("\n3 INPUT");
    }

    @Test
    void shouldPruneWhatTwoSnapshotsDoNotNeedAndNothingElse() throws IOException
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(10, 24).endCleanly();
            journal.begin().append(700, 4_000).snapshot().endAtOnce();
            assertThat(journal("prune")).isZero();
            assertThat(out.toString()).startsWith("nothing to remove: pruning keeps what 2 sound snapshots need");

            journal.begin().append(300, 4_000).snapshot();
            assertThat(journal("prune", "--dry-run")).isZero();
            assertThat(out.toString()).contains("would remove e0000001/s0000000.pfj\n", "would remove e0000001\n",
                "would remove e0000002/s0000001.pfj\n", "would free ",
                "kept: all from instance 710 on, of which snap/S-00000000000000000710.pfs is a sound snapshot; all " +
                    "of e0000003, the newest epoch; segment 0 of an epoch that stays in part; snapshots, as process ")
                .doesNotContain("s0000000.pfj\nwould remove e0000002/s0000000.pfj");
            assertThat(root().resolve("e0000001")).exists();

            assertThat(journal("prune")).isZero();
            assertThat(root().resolve("e0000001")).doesNotExist();
            assertThat(root().resolve("e0000002/s0000000.pfj")).exists();
            journal.append(10, 24);
        }
        assertThat(journal("verify")).isZero();
        assertThat(journal("prune")).isZero();
        assertThat(out.toString()).startsWith("freed 0 KiB of records: there is nothing to remove\n");
        assertThat(journal("dump", "--count", "1")).isZero();
    }

    @Test
    void shouldRefuseToPruneADamagedJournal() throws IOException
    {
        try (WrittenJournal journal = new WrittenJournal(root()))
        {
            journal.begin().append(10, 24).snapshot().append(10, 24).snapshot().endCleanly();
            journal.begin().append(10, 24).endAtOnce();
        }
        overwrite(root().resolve("e0000002/s0000000.pfj"), 4096 + 300, 8);

        assertThat(journal("prune")).isEqualTo(3);

        assertThat(err.toString()).startsWith("packetflow: a journal that is not sound is not pruned: ")
            .contains("Nothing was removed");
    }

    @Test
    void shouldHelp()
    {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).containsSubsequence("Journal:\n  journal   Look into a journal", "Help:");
        assertThat(run("journal", "--help")).isZero();
        assertThat(out.toString()).containsSubsequence("Usage: packetflow journal", "  ls ", "  dump ", "  verify ",
            "  tail ", "  prune ", "Exit codes: 0 done, 1 a replay differs, 2 usage, 3 the journal is damaged");
        assertThat(run("journal", "prune", "--help")).isZero();
        assertThat(out.toString()).contains("Remove the part of a journal that no snapshot needs.",
            "Usage: packetflow journal prune", "May run beside the engine.", "Exit codes: 0 removed what could be");
    }

    private static void overwrite(final Path path, final long at, final int count) throws IOException
    {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw"))
        {
            file.seek(at);
            file.write(new byte[]{90, 90, 90, 90, 90, 90, 90, 90}, 0, count);
        }
    }

    private static void remove(final Path directory) throws IOException
    {
        try (Stream<Path> paths = Files.walk(directory))
        {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(path);
            }
        }
    }
}
