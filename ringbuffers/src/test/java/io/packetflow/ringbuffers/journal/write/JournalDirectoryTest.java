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
package io.packetflow.ringbuffers.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDirectoryTest
{
    @TempDir
    private Path parent;
    private Path root;

    @BeforeEach
    void nameRoot()
    {
        root = parent.resolve("journal");
    }

    /** A journal of one epoch. */
    private void write() throws IOException
    {
        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            directory.lock();
            Journals.begin(directory, Durability.PROCESS_SAFE).closeCleanly(new byte[0]);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused()
    {
        return assertThatThrownBy(() -> JournalDirectory.open(root)).isInstanceOf(JournalDirectoryException.class);
    }

    private static void put(final Path path, final String text) throws IOException
    {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private static void makeDirectory(final Path path) throws IOException
    {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void shouldMakeADirectoryForItsOwnerAlone() throws IOException
    {
        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwx------");
            assertThat(directory.currentEpoch()).isZero();
            assertThat(directory.nextEpoch()).isEqualTo(1);
            assertThat(directory.lastWriter()).isEqualTo(LastWriter.NONE);
            assertThat(directory.isLocked()).isFalse();
        }
    }

    @Test
    void shouldFindTheEpochThatWasWritten() throws IOException
    {
        write();

        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            assertThat(directory.currentEpoch()).isEqualTo(1);
            assertThat(directory.nextEpoch()).isEqualTo(2);
            assertThat(directory.lastWriter()).isEqualTo(LastWriter.THIS_BOOT);
            assertThat(Files.readString(root.resolve("CURRENT"))).isEqualTo("e0000001\n");
            assertThat(Files.size(root.resolve("durable.mark"))).isEqualTo(DurableMark.FILE_BYTES);
        }
    }

    @Test
    void shouldPassOverAnEpochThatWasNotBegunAndKeepIt() throws IOException
    {
        write();
        makeDirectory(root.resolve("e0000002"));
        put(root.resolve("CURRENT.tmp"), "e000");

        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            assertThat(directory.currentEpoch()).isEqualTo(1);
            assertThat(directory.nextEpoch()).isEqualTo(3);
            directory.lock();
            Journals.begin(directory, Durability.GROUP).close();
            assertThat(directory.currentEpoch()).isEqualTo(3);
            assertThat(root.resolve("e0000002")).isEmptyDirectory();
        }
    }

    @Test
    void shouldRefuseAFileInPlaceOfADirectory() throws IOException
    {
        put(root, "");

        assertRefused().hasMessage(
            "a journal is a directory, and this is a file: " + root + "; name the directory itself");
    }

    @Test
    void shouldRefuseASymbolicLinkToADirectory() throws IOException
    {
        Files.createSymbolicLink(root, parent);

        assertRefused().hasMessage(
            "a journal is a directory, and this is a symbolic link: " + root + "; name the directory itself");
    }

    @Test
    void shouldRefuseADirectoryThatOthersCanRead() throws IOException
    {
        write();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-x---"));

        assertRefused().hasMessage("a journal is open to its owner alone, and this is rwxr-x---: " + root +
            "; if nobody else wrote to it: chmod 700 " + root);
    }

    @Test
    void shouldRefuseADirectoryThatItsOwnerMayNotWrite() throws IOException
    {
        write();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-x------"));

        assertRefused().hasMessageContaining("this is r-x------");
    }

    @Test
    void shouldRefuseAFileThatOthersCanWrite() throws IOException
    {
        write();
        final Path segment = root.resolve("e0000001/s0000000.pfj");
        Files.setPosixFilePermissions(segment, PosixFilePermissions.fromString("rw-rw----"));

        assertRefused().hasMessage("a journal is open to its owner alone, and this is rw-rw----: " + segment +
            "; if nobody else wrote to it: chmod 600 " + segment);
    }

    @Test
    void shouldRefuseWhatBelongsToAnotherUser() throws IOException
    {
        assumeTrue(ThisUser.id() == 0, "only root can give a file away");
        write();
        Files.setAttribute(root.resolve("CURRENT"), "unix:uid", 12_345);

        assertRefused().hasMessage("a journal belongs to the user who writes it, and this belongs to 12345: " +
            root.resolve("CURRENT") + "; run as that user, or name another directory");
    }

    @Test
    void shouldRefuseAForeignFile() throws IOException
    {
        write();
        put(root.resolve("notes.txt"), "");

        assertRefused().hasMessage("the directory holds something that is no journal's: " +
            root.resolve("notes.txt") + "; name an empty directory, or move it away if it does not belong here");
    }

    @Test
    void shouldRefuseAForeignFileInAnEpoch() throws IOException
    {
        write();
        put(root.resolve("e0000001/s1.pfj"), "");

        assertRefused().hasMessageContaining(root.resolve("e0000001/s1.pfj").toString());
    }

    @Test
    void shouldRefuseASymbolicLinkInPlaceOfAFile() throws IOException
    {
        write();
        Files.move(root.resolve("CURRENT"), parent.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("CURRENT"), parent.resolve("elsewhere"));

        assertRefused().hasMessage("this is a file in every journal, and here it is a symbolic link: " +
            root.resolve("CURRENT") + "; find out who put it there, and restore the journal from a copy");
    }

    @Test
    void shouldRefuseADirectoryInPlaceOfAFile() throws IOException
    {
        write();
        Files.delete(root.resolve("durable.mark"));
        makeDirectory(root.resolve("durable.mark"));

        assertRefused().hasMessageContaining("here it is a directory: " + root.resolve("durable.mark"));
    }

    @Test
    void shouldRefuseToMakeADirectoryInNone()
    {
        root = parent.resolve("none/journal");

        assertRefused().hasMessage("the journal's directory cannot be made: " + parent.resolve("none") +
            " does not exist; make that directory first, or name another one");
    }

    @Test
    void shouldSayWhyADirectoryCannotBeMade()
    {
        root = Path.of("/sys/packetflow-journal");

        assertRefused().hasMessageMatching("the journal's directory cannot be made: /sys/packetflow-journal: " +
            "(Operation not permitted|Read-only file system|permission denied for .*); .*name another directory");
    }

    @Test
    void shouldRefuseACurrentThatNamesNoEpoch() throws IOException
    {
        write();
        put(root.resolve("CURRENT"), "e00\n");

        assertRefused().hasMessage("a part of the journal is missing or damaged: CURRENT does not name an epoch but" +
            " holds 'e00', in " + root + "; restore it from a copy, or name an empty directory to start without it");
    }

    @Test
    void shouldRefuseAJournalWhoseEpochIsGone() throws IOException
    {
        write();
        put(root.resolve("CURRENT"), "e0000007\n");

        assertRefused().hasMessageContaining("CURRENT names epoch 7 and there is no e0000007");
    }

    @Test
    void shouldRefuseAnEpochWithoutItsWords() throws IOException
    {
        write();
        Files.delete(root.resolve("e0000001/head"));

        assertRefused().hasMessageContaining("epoch 1 has no e0000001/head");
    }

    @Test
    void shouldRefuseAnEpochWithoutASegment() throws IOException
    {
        write();
        Files.delete(root.resolve("e0000001/s0000000.pfj"));

        assertRefused().hasMessageContaining("epoch 1 has no segment in e0000001");
    }

    @Test
    void shouldRefuseAJournalWhoseCurrentIsOlderThanItsMark() throws IOException
    {
        write();
        Files.delete(root.resolve("CURRENT"));

        assertRefused().hasMessageContaining("durable.mark is of epoch 1 and CURRENT is missing");
    }

    @Test
    void shouldRefuseAMarkThatWasCut() throws IOException
    {
        write();
        put(root.resolve("durable.mark"), "short");

        assertRefused().hasMessageContaining("durable.mark does not have 8192 bytes");
    }

    @Test
    void shouldAddLinesToTheAuditLog() throws IOException
    {
        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            directory.audit("accepted the loss of 3 to 9");
            directory.audit("again");

            assertThat(Files.readAllLines(root.resolve("audit.log"))).hasSize(2)
                .allMatch(line -> line.contains(" pid=" + ProcessHandle.current().pid() + " bootId=" +
                    directory.writer().bootId() + " epoch=0 "))
                .anyMatch(line -> line.endsWith(" accepted the loss of 3 to 9"));
            assertThatThrownBy(() -> directory.audit("two\nlines")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldCheckAgainWhenItIsLocked() throws IOException
    {
        try (JournalDirectory directory = JournalDirectory.open(root))
        {
            put(root.resolve("foreign"), "");

            assertThatThrownBy(directory::lock).isInstanceOf(JournalDirectoryException.class);
            assertThat(directory.isLocked()).isFalse();
        }
    }
}
