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
package io.packetflow.latency.peers.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;

import net.openhft.posix.PosixAPI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is appended is found again, in both logs and under both promises. */
class LogsTest
{
    private static final int BODY_BYTES = 64;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"OURS, PROCESS_SAFE", "OURS, SYNC", "CHRONICLE, PROCESS_SAFE", "CHRONICLE, SYNC"})
    void shouldHoldWhatWasAppended(final LogKind kind, final Promise promise) throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF);
            RecordLog log = kind.make(directory, promise, arena.allocate(BODY_BYTES + Long.BYTES, 64), BODY_BYTES))
        {
            for (int value = 0; value < 100; value++)
            {
                log.append(value);
            }

            assertThat(log.readBack()).isEqualTo(100);
        }
    }

    @Test
    void shouldLetChronicleSyncForReal()
    {
        assertThat(PosixAPI.posix().getClass().getSimpleName()).isNotEqualTo("NoOpPosixAPI");
    }
}
