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

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real file system and the simulated disk have in common. */
class StorageContractTest
{
    @TempDir
    private Path directory;
    private final Arena arena = new Arena(HugePages.OFF);

    static Stream<Arguments> storages()
    {
        return Stream.of(
            Arguments.of("directory", (Function<Path, Storage>)DirectoryStorage::new),
            Arguments.of("simulated", (Function<Path, Storage>)path -> new SimulatedStorage()));
    }

    @AfterEach
    void free()
    {
        arena.close();
    }

    private Slab slab(final int bytes, final int seed)
    {
        final Slab slab = arena.allocate(bytes, 8);
        for (int i = 0; i < bytes; i++)
        {
            slab.putByte(i, (byte)(i * 31 + seed));
        }
        return slab;
    }

    private byte[] bytes(final StorageFile file) throws IOException
    {
        final Slab slab = arena.allocate(Math.max(1, file.size()), 8);
        file.read(0, slab, 0, (int)file.size());
        final byte[] bytes = new byte[(int)file.size()];
        slab.getBytes(0, bytes, 0, bytes.length);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldMakeAFileOfZerosOnce(final String name, final Function<Path, Storage> maker) throws IOException
    {
        final Storage storage = maker.apply(directory);
        try (StorageFile file = storage.create("file", (1 << 20) + 5))
        {
            assertThat(bytes(file)).hasSize((1 << 20) + 5).containsOnly(0);
        }

        assertThat(storage.exists("file")).isTrue();
        assertThatThrownBy(() -> storage.create("file", 1)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldReadWhatWasWrittenWhereverItLies(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        final Slab source = slab(700_000, 1);
        final Slab target = arena.allocate(700_000, 8);
        try (StorageFile file = storage.create("file", 1 << 20))
        {
            file.write(4_099, source, 17, 600_001);
            file.sync();
        }
        try (StorageFile file = storage.open("file", false))
        {
            file.read(4_099, target, 33, 600_001);
        }

        final byte[] expected = new byte[600_001];
        final byte[] found = new byte[600_001];
        source.getBytes(17, expected, 0, expected.length);
        target.getBytes(33, found, 0, found.length);
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldMakeAFileLongerByWritingBehindItsEnd(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        try (StorageFile file = storage.create("file", 0))
        {
            file.write(0, slab(10, 3), 0, 10);
            file.write(10, slab(10, 3), 0, 5);

            assertThat(file.size()).isEqualTo(15);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldRefuseToReadBehindTheEnd(final String name, final Function<Path, Storage> maker) throws IOException
    {
        final Storage storage = maker.apply(directory);
        try (StorageFile file = storage.create("file", 100))
        {
            assertThatThrownBy(() -> file.read(90, arena.allocate(20, 8), 0, 11)).isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldShowStoresToTheMappingInTheFile(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        try (StorageFile file = storage.create("file", 8192))
        {
            file.map().putLongRelease(4096, 77);

            assertThat(file.map().capacity()).isEqualTo(8192);
            assertThat(bytes(file)[4096]).isEqualTo((byte)77);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldListSortedNamesWithoutTheirDirectory(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        storage.createDirectory("e0000001");
        storage.create("e0000001/head", 1).close();
        storage.create("b", 1).close();
        storage.create("a", 1).close();

        assertThat(storage.list("")).isEqualTo(List.of("a", "b", "e0000001"));
        assertThat(storage.list("e0000001")).isEqualTo(List.of("head"));
        assertThatThrownBy(() -> storage.createDirectory("e0000001")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> storage.list("none")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> storage.create("none/file", 1)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldReplaceAFileByRenaming(final String name, final Function<Path, Storage> maker) throws IOException
    {
        final Storage storage = maker.apply(directory);
        storage.create("old", 1).close();
        storage.create("new", 2).close();

        storage.rename("new", "old");
        storage.syncDirectory("");

        assertThat(storage.list("")).isEqualTo(List.of("old"));
        try (StorageFile file = storage.open("old", false))
        {
            assertThat(file.size()).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldDeleteFilesAndEmptyDirectoriesOnly(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        storage.createDirectory("snap");
        storage.create("snap/file", 1).close();

        assertThatThrownBy(() -> storage.delete("snap")).isInstanceOf(IOException.class);
        storage.delete("snap/file");
        storage.delete("snap");

        assertThat(storage.exists("snap")).isFalse();
        assertThatThrownBy(() -> storage.open("snap", false)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldRefuseToWriteWhatWasOpenedToRead(final String name, final Function<Path, Storage> maker)
        throws IOException
    {
        final Storage storage = maker.apply(directory);
        storage.create("file", 10).close();

        try (StorageFile file = storage.open("file", false))
        {
            assertThatThrownBy(() -> file.write(0, slab(1, 0), 0, 1)).isInstanceOfAny(
                IOException.class, NonWritableChannelException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldRefuseAFileThatIsClosed(final String name, final Function<Path, Storage> maker) throws IOException
    {
        final Storage storage = maker.apply(directory);
        final StorageFile file = storage.create("file", 10);
        file.close();
        file.close();

        assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storages")
    void shouldHaveRoom(final String name, final Function<Path, Storage> maker) throws IOException
    {
        assertThat(maker.apply(directory).usableBytes()).isPositive();
    }
}
