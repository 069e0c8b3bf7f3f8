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
package io.packetflow.ringbuffers.journal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which directories may hold the queues of a journal: those of that journal, and of nothing else. */
class QueueDirectoriesTest
{
    @TempDir
    private Path parent;
    private Path journal;

    @BeforeEach
    void makeJournal() throws IOException
    {
        parent = parent.toRealPath();
        journal = Files.createDirectory(parent.resolve("journal"));
    }

    private void claim(final Path root) throws IOException
    {
        QueueDirectories.at(root).claim(journal);
    }

    @Test
    void shouldMakeADirectoryForItsOwnerAloneAndTakeItAgain() throws IOException
    {
        final Path root = parent.resolve("queues");
        claim(root);
        QueueDirectories.at(root).make(7);
        claim(root);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwx------");
        assertThat(root.resolve("JOURNAL")).hasContent(journal.toString());
        assertThat(QueueDirectories.at(root).all()).containsExactly(new QueueName(7, 1));
    }

    @Test
    void shouldTakeOneWhoseMakerDiedBeforeItSaidWhoseItIs() throws IOException
    {
        final Path root = parent.resolve("queues");
        claim(root);
        Files.write(root.resolve("JOURNAL"), new byte[0]);
        claim(root);

        assertThat(root.resolve("JOURNAL")).hasContent(journal.toString());
    }

    @Test
    void shouldRefuseTheQueuesOfAnotherJournal() throws IOException
    {
        final Path root = parent.resolve("queues");
        claim(root);
        final Path other = Files.createDirectory(parent.resolve("other"));

        assertThatThrownBy(() -> QueueDirectories.at(root).claim(other)).isInstanceOf(IOException.class).hasMessage(
            root + ": holds the queues of the journal " + journal + ", not of " + other + "; name another directory; " +
                "if it is the same journal in another place, delete the file JOURNAL in it");
    }

    @Test
    void shouldRefuseWhatIsNoDirectoryOfQueues() throws IOException
    {
        final Path full = Files.createDirectory(parent.resolve("full"), PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString("rwx------")));
        Files.createFile(full.resolve("letter"));
        final Path open = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        final Path link = Files.createSymbolicLink(parent.resolve("link"), full);
        final Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> claim(full)).hasMessageContaining("holds something that is no queue: letter; name");
        assertThatThrownBy(() -> claim(open)).hasMessageContaining("(rwxr-xr-x); if nobody else wrote to it: chmod");
        assertThatThrownBy(() -> claim(link)).hasMessageContaining("is no directory that its owner alone can enter");
        assertThatThrownBy(() -> claim(file)).hasMessageContaining("is no directory that its owner alone can enter");
        assertThatThrownBy(() -> claim(parent.resolve("missing/queues"))).hasMessageContaining(
            "cannot be made: there is no directory " + parent.resolve("missing"));
    }

    @Test
    void shouldLieInTheJournalOnlyWhereTheJournalExpectsQueues() throws IOException
    {
        claim(journal.resolve("queue"));

        assertThatThrownBy(() -> claim(journal.resolve("queues"))).hasMessageContaining(
            "lies within the journal, where queues have the directory " + journal.resolve("queue"));
        assertThatThrownBy(() -> claim(journal.resolve("queue/e0000001-001"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> claim(journal)).hasMessageContaining("lies within the journal");
        final Path alias = Files.createSymbolicLink(parent.resolve("alias"), journal);
        assertThatThrownBy(() -> claim(alias.resolve("queues"))).hasMessageContaining("lies within the journal");
    }
}
