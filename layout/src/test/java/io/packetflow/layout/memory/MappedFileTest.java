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
package io.packetflow.layout.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest
{
    private static final int FILE_BYTES = 3 * 4096;

    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void makeFile() throws IOException
    {
        path = directory.resolve("file");
        final byte[] bytes = new byte[FILE_BYTES];
        for (int i = 0; i < FILE_BYTES; i++)
        {
            bytes[i] = (byte)i;
        }
        Files.write(path, bytes);
    }

    private MappedFile map(final FileChannel.MapMode mode, final long offset, final long bytes) throws IOException
    {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE))
        {
            return MappedFile.map(channel, mode, offset, bytes);
        }
    }

    @Test
    void shouldShowTheBytesOfTheFileAfterItsChannelIsClosed() throws IOException
    {
        try (MappedFile mapped = map(FileChannel.MapMode.READ_ONLY, 4096, 8192))
        {
            assertThat(mapped.slab().capacity()).isEqualTo(8192);
            assertThat(mapped.slab().getByte(0)).isEqualTo((byte)4096);
            assertThat(mapped.slab().getByte(8191)).isEqualTo((byte)(FILE_BYTES - 1));
        }
    }

    @Test
    void shouldForceARangeThatLiesWithin() throws IOException
    {
        try (MappedFile mapped = map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES))
        {
            mapped.slab().putByte(5000, (byte)77);
            mapped.force(5000, 1);

            assertThat(Files.readAllBytes(path)[5000]).isEqualTo((byte)77);
            assertThatThrownBy(() -> mapped.force(FILE_BYTES, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldWriteIntoTheFileAndIntoEveryOtherMapping() throws IOException
    {
        try (MappedFile one = map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
            MappedFile other = map(FileChannel.MapMode.READ_ONLY, 0, FILE_BYTES))
        {
            one.slab().putLongRelease(4096, 0x0102_0304_0506_0708L);

            assertThat(other.slab().getLongAcquire(4096)).isEqualTo(0x0102_0304_0506_0708L);
        }
        assertThat(Files.readAllBytes(path)).startsWith(0, 1, 2).hasSize(FILE_BYTES);
        assertThat(Files.readAllBytes(path)[4096]).isEqualTo((byte)8);
    }

    @Test
    void shouldChangeNothingWhenItTouches() throws IOException
    {
        final byte[] before = Files.readAllBytes(path);
        try (MappedFile mapped = map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES))
        {
            mapped.touch();
        }

        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void shouldRefuseToMapBehindTheEndRatherThanMakeTheFileLonger() throws IOException
    {
        assertThatThrownBy(() -> map(FileChannel.MapMode.READ_WRITE, 4096, FILE_BYTES))
            .isInstanceOf(IOException.class)
            .hasMessage("a mapping lies within its file: offset=4096 bytes=12288 fileBytes=12288");
        assertThat(Files.size(path)).isEqualTo(FILE_BYTES);
    }

    @Test
    void shouldRefuseAnEmptyOrNegativeRange()
    {
        assertThatThrownBy(() -> map(FileChannel.MapMode.READ_ONLY, 0, 0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> map(FileChannel.MapMode.READ_ONLY, -4096, 4096)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldRefuseAccessAfterItIsClosedAndMayBeClosedTwice() throws IOException
    {
        final MappedFile mapped = map(FileChannel.MapMode.READ_ONLY, 0, FILE_BYTES);
        mapped.close();
        mapped.close();

        assertThat(mapped.isClosed()).isTrue();
        assertThatThrownBy(() -> mapped.slab().getByte(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldCheckBounds() throws IOException
    {
        try (MappedFile mapped = map(FileChannel.MapMode.READ_ONLY, 0, FILE_BYTES))
        {
            assertThatThrownBy(() -> mapped.slab().getByte(FILE_BYTES))
                .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
