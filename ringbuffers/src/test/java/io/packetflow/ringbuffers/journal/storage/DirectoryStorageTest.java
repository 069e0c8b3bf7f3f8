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
package io.packetflow.ringbuffers.journal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryStorageTest
{
    @TempDir
    private Path directory;

    private static String mode(final Path path) throws IOException
    {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void shouldMakeFilesAndDirectoriesForTheirOwnerAlone() throws IOException
    {
        final DirectoryStorage storage = new DirectoryStorage(directory);

        storage.createDirectory("e0000001");
        storage.create("e0000001/head", 10).close();

        assertThat(mode(directory.resolve("e0000001"))).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("e0000001/head"))).isEqualTo("rw-------");
    }

    @Test
    void shouldFollowNoSymbolicLink() throws IOException
    {
        final DirectoryStorage storage = new DirectoryStorage(directory);
        Files.write(directory.resolve("target"), new byte[10]);
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("target"));
        Files.createDirectory(directory.resolve("real"));
        Files.write(directory.resolve("real/file"), new byte[10]);
        Files.createSymbolicLink(directory.resolve("way"), directory.resolve("real"));

        assertThatThrownBy(() -> storage.open("link", true)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> storage.create("link", 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> storage.open("way/file", false)).isInstanceOf(IOException.class)
            .hasMessage(directory.resolve("way") + ": is a symbolic link, which is not followed");
        assertThatThrownBy(() -> storage.list("way")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> storage.syncDirectory("way")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../etc", "/etc", "a//b", "a/../b", ".hidden", "a b", "a/"})
    void shouldRefuseAPathThatCouldLeadOutOfItsRoot(final String path)
    {
        assertThatThrownBy(() -> new DirectoryStorage(directory).open(path, false))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a path is names with / between them, none of which begins with a dot: path=" + path);
    }

    @Test
    void shouldSayWhatCouldNotBeReadAndWhere() throws IOException
    {
        final StorageFile file = new DirectoryStorage(directory).create("file", 10);
        file.close();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            assertThatThrownBy(() -> file.write(3, arena.allocate(8, 8), 0, 8)).isInstanceOf(IOException.class)
                .hasMessage("cannot write " + directory.resolve("file") + " at offset 3: ClosedChannelException");
        }
    }
}
