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
package io.packetflow.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

import org.agrona.concurrent.status.AtomicCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersFileTest
{
    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void before()
    {
        path = directory.resolve("run/counters.dat");
    }

    @Test
    void shouldShowAReaderWhatTheWriterCounted()
    {
        try (CountersFile file = CountersFile.create(path); CountersFileReader reader = CountersFileReader.open(path))
        {
            final AtomicCounter cycles = file.allocate(EngineCounter.NODE_CYCLES, "node-0");
            final AtomicCounter stalls = file.allocate(EngineCounter.STALLS, "");
            cycles.incrementRelease();
            cycles.incrementRelease();
            stalls.setRelease(7);

            assertThat(reader.counters()).containsExactly(
                new CountersFileReader.Counter(EngineCounter.NODE_CYCLES.typeId(), "node-0: duty cycles", 2),
                new CountersFileReader.Counter(EngineCounter.STALLS.typeId(), "stalls", 7));
            assertThat(reader.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(reader.startTimeMillis()).isPositive();
            assertThat(reader.isWriterAlive()).isTrue();
            assertThat(reader.closedTimeMillis()).isEmpty();
        }
    }

    @Test
    void shouldBeReadableByItsOwnerOnly() throws IOException
    {
        CountersFile.create(path).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
            .isEqualTo("rwx------");
    }

    @Test
    void shouldStayReadableAfterItsWriterClosedIt()
    {
        try (CountersFile file = CountersFile.create(path))
        {
            file.allocate(EngineCounter.SHED, "df").setRelease(3);
        }

        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThat(reader.counters()).extracting(CountersFileReader.Counter::value).containsExactly(3L);
            assertThat(reader.closedTimeMillis()).isPresent();
            assertThat(reader.isWriterAlive()).isFalse();
        }
    }

    @Test
    void shouldStayReadableAfterItsWriterDied() throws IOException
    {
        pretendWriterDied();

        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThat(reader.closedTimeMillis()).isEmpty();
            assertThat(reader.isWriterAlive()).isFalse();
            assertThat(reader.counters()).extracting(CountersFileReader.Counter::value).containsExactly(9L);
        }
    }

    @Test
    void shouldTakeThePlaceOfADeadWritersFileAndLeaveItsReadersAlone() throws IOException
    {
        pretendWriterDied();

        try (CountersFileReader reader = CountersFileReader.open(path); CountersFile file = CountersFile.create(path))
        {
            assertThat(file.reader().getCounterState(0)).isZero();
            assertThat(reader.counters()).hasSize(1);
        }
    }

    @Test
    void shouldRefuseAFileThatALiveProcessWrites()
    {
        try (CountersFile first = CountersFile.create(path))
        {
            assertThatThrownBy(() -> CountersFile.create(path))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the counters file " + path + " is in use by process " + ProcessHandle.current().pid() +
                    "; give this engine another packetflow.counters.file");
            assertThat(first.path()).isEqualTo(path);
        }
    }

    @Test
    void shouldBeginAnewWhereAProcessDiedBeforeItsFileHadAHeader() throws IOException
    {
        final Path begun = Files.createDirectory(path.getParent()).resolve("counters.dat.new");
        Files.write(begun, new byte[4096]);

        CountersFile.create(path).close();

        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThat(reader.counters()).isEmpty();
        }
        assertThat(begun).doesNotExist();
    }

    @Test
    void shouldNotDestroyAFileOfAnotherKind() throws IOException
    {
        final Path precious = Files.writeString(directory.resolve("precious.txt"), "do not touch");

        assertThatThrownBy(() -> CountersFile.create(precious)).hasMessageContaining("is no counters file");
        assertThat(precious).hasContent("do not touch");
    }

    @Test
    void shouldRefuseToReadWhatIsNoCountersFile() throws IOException
    {
        CountersFile.create(path).close();

        assertThatThrownBy(() -> CountersFileReader.open(directory.resolve("none")))
            .isInstanceOf(CountersFileException.class).hasMessageContaining("cannot read the counters file");
        poke(CountersDescriptor.VERSION_OFFSET, 2);
        assertThatThrownBy(() -> CountersFileReader.open(path))
            .hasMessage(path + " has version 2, but this program reads version 1");
        poke(CountersDescriptor.READY_OFFSET, 0);
        assertThatThrownBy(() -> CountersFileReader.open(path)).hasMessageContaining("is not ready");
        poke(CountersDescriptor.MAGIC_OFFSET, 0);
        assertThatThrownBy(() -> CountersFileReader.open(path)).hasMessageContaining("begins with other bytes");
    }

    @Test
    void shouldRefuseACutFile() throws IOException
    {
        CountersFile.create(path).close();
        try (var channel = Files.newByteChannel(path, StandardOpenOption.WRITE))
        {
            channel.truncate(10_000);
        }

        assertThatThrownBy(() -> CountersFileReader.open(path))
            .hasMessage(path + " is cut: 10000 of 659456 bytes");
    }

    @Test
    void shouldKeepTypeIdsInsideTheRangeOfTheirModule()
    {
        assertThat(Arrays.stream(EngineCounter.values()).map(EngineCounter::typeId)).doesNotHaveDuplicates()
            .allMatch(typeId -> CounterRange.of(typeId) == CounterRange.ENGINE);
        assertThat(CounterRange.of(599)).isEqualTo(CounterRange.TRADING);
        assertThatThrownBy(() -> CounterRange.of(600)).hasMessageContaining("typeId=600");
        assertThatThrownBy(() -> CounterRange.RISK.typeId(100)).hasMessageContaining("index=100");
    }

    @Test
    void shouldRefuseACounterAfterClose()
    {
        final CountersFile file = CountersFile.create(path);
        file.close();
        file.close();

        assertThatThrownBy(() -> file.allocate(EngineCounter.STALLS, "")).hasMessageContaining("is closed");
    }

    private void pretendWriterDied() throws IOException
    {
        final byte[] image;
        try (CountersFile file = CountersFile.create(path))
        {
            file.allocate(EngineCounter.REJECTED, "df").setRelease(9);
            image = Files.readAllBytes(path);
        }
        Files.write(path, image);
        // One more than the greatest process id that a kernel gives.
        poke(CountersDescriptor.PID_OFFSET, 1 << 30);
    }

    private void poke(final int offset, final int value) throws IOException
    {
        try (var channel = java.nio.channels.FileChannel.open(path, StandardOpenOption.WRITE))
        {
            final ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value);
            assertThat(channel.write(bytes, offset)).isEqualTo(4);
        }
    }
}
