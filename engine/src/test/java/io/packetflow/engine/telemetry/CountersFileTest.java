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
import java.util.Random;

import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersReader;
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
    void shouldRefuseAHeaderThatLeadsOutOfTheFile() throws IOException
    {
        CountersFile.create(path).close();
        poke(CountersDescriptor.VALUES_OFFSET_OFFSET, 0x7FFF_FF00);

        assertThatThrownBy(() -> CountersFileReader.open(path)).isInstanceOf(CountersFileException.class)
            .hasMessage(path + " is damaged: its header puts the counters at bytes 4096 and 2147483392");
    }

    @Test
    void shouldRefuseALabelThatLeadsOutOfTheFile() throws IOException
    {
        pretendWriterDied();
        poke(CountersDescriptor.HEADER_LENGTH + CountersReader.LABEL_OFFSET, Integer.MAX_VALUE);

        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThatThrownBy(reader::counters).isInstanceOf(CountersFileException.class).hasMessageStartingWith(
                path + " is damaged at counter 0: its label has the length 2147483647; ");
        }
    }

    /** Whatever a byte is changed into, a reader answers or refuses, and nothing else is thrown. */
    @Test
    void shouldReadOrRefuseAFileWithAnyByteChanged() throws IOException
    {
        pretendWriterDied();
        final byte[] sound = Files.readAllBytes(path);
        final int seed = 20_261_126;
        final Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 2_000; i++)
        {
            final byte[] image = sound.clone();
            final int place = random.nextBoolean() ? random.nextInt(128) :
                CountersDescriptor.HEADER_LENGTH + random.nextInt(2 * CountersReader.METADATA_LENGTH);
            image[place] ^= (byte)(1 << random.nextInt(8));
            Files.write(path, image);
            try (CountersFileReader reader = CountersFileReader.open(path))
            {
                assertThat(reader.counters()).hasSizeLessThanOrEqualTo(2);
            }
            catch (final CountersFileException e)
            {
                refused++;
                assertThat(e).hasMessageContaining(path.toString());
            }
            catch (final RuntimeException e)
            {
                throw new AssertionError("seed=" + seed + " round=" + i + " place=" + place, e);
            }
        }
        assertThat(refused).isBetween(100, 1_900);
    }

    @Test
    void shouldTellACountersFileByItsFirstWordAlone() throws IOException
    {
        CountersFile.create(path).close();
        poke(CountersDescriptor.VERSION_OFFSET, 99);

        assertThat(CountersFileReader.isCountersFile(path)).isTrue();
        assertThat(CountersFileReader.isCountersFile(Files.writeString(directory.resolve("short"), "PKT"))).isFalse();
        assertThat(CountersFileReader.isCountersFile(directory.resolve("none"))).isFalse();
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
