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
package io.packetflow.tuning.doctor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUsageTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldTellASparseFileFromAWrittenOne() throws IOException
    {
        final Path written = Files.write(directory.resolve("written"), new byte[1 << 16]);
        final Path sparse = directory.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw"))
        {
            file.setLength(1 << 20);
        }

        final List<DiskUsage> usages = DiskUsage.of(List.of(written, sparse));

        assertThat(usages).extracting(DiskUsage::sizeBytes).containsExactly(1L << 16, 1L << 20);
        assertThat(usages.get(1).allocatedBytes()).isLessThan(1 << 20);
        assertThat(usages.get(0).file()).isEqualTo(written);
    }

    @Test
    void shouldNotAnswerForAFileThatIsMissing()
    {
        assertThatThrownBy(() -> DiskUsage.of(List.of(directory.resolve("none")))).isInstanceOf(IOException.class)
            .hasMessage("stat answers for 0 files of 1");
    }
}
