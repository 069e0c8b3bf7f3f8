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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedStorageTest
{
    private static final int PAGES = 8;
    private static final int BYTES = PAGES * 4096;
    private static final int SEEDS = 200;

    private final Arena arena = new Arena(HugePages.OFF);
    private final SimulatedStorage storage = new SimulatedStorage();

    @AfterEach
    void free()
    {
        storage.close();
        arena.close();
    }

    private Slab filled(final int value)
    {
        final Slab slab = arena.allocate(BYTES, 8);
        slab.fill(0, BYTES, (byte)value);
        return slab;
    }

    private StorageFile synced(final String path, final int value) throws IOException
    {
        final StorageFile file = storage.create(path, BYTES);
        file.write(0, filled(value), 0, BYTES);
        file.sync();
        storage.syncDirectory("");
        return file;
    }

    private byte[] read(final Storage from, final String path) throws IOException
    {
        try (StorageFile file = from.open(path, false))
        {
            final Slab slab = arena.allocate(BYTES, 8);
            file.read(0, slab, 0, (int)file.size());
            final byte[] bytes = new byte[(int)file.size()];
            slab.getBytes(0, bytes, 0, bytes.length);
            return bytes;
        }
    }

    @Test
    void shouldKeepWhatWasSynced() throws IOException
    {
        synced("file", 1);

        for (int seed = 0; seed < SEEDS; seed++)
        {
            try (SimulatedStorage left = storage.crash(seed))
            {
                assertThat(read(left, "file")).as("seed=" + seed).containsOnly(1);
            }
        }
    }

    @Test
    void shouldKeepReplaceOrTearEachPageThatWasNotSynced() throws IOException
    {
        synced("file", 1).write(0, filled(2), 0, BYTES);
        final Set<String> fates = new HashSet<>();

        for (int seed = 0; seed < SEEDS; seed++)
        {
            try (SimulatedStorage left = storage.crash(seed))
            {
                final byte[] bytes = read(left, "file");
                for (int page = 0; page < PAGES; page++)
                {
                    fates.add(fate(bytes, page));
                }
            }
        }

        assertThat(fates).containsExactlyInAnyOrder("old", "new", "torn");
    }

    private static String fate(final byte[] bytes, final int page)
    {
        int newSectors = 0;
        for (int sector = 0; sector < 8; sector++)
        {
            final int at = page * 4096 + sector * 512;
            for (int i = at; i < at + 512; i++)
            {
                assertThat(bytes[i]).as("a sector is never torn").isEqualTo(bytes[at]);
            }
            newSectors += bytes[at] - 1;
        }
        return newSectors == 0 ? "old" : newSectors == 8 ? "new" : "torn";
    }

    @Test
    void shouldLoseStoresToAMappingThatWereNotSynced() throws IOException
    {
        final StorageFile file = synced("file", 1);
        file.map().putByte(0, (byte)2);
        file.map().putByte(4096, (byte)2);
        file.sync();
        file.map().putByte(0, (byte)3);
        final Set<Byte> first = new HashSet<>();

        for (int seed = 0; seed < SEEDS; seed++)
        {
            try (SimulatedStorage left = storage.crash(seed))
            {
                first.add(read(left, "file")[0]);
                assertThat(read(left, "file")[4096]).isEqualTo((byte)2);
            }
        }

        assertThat(first).containsExactlyInAnyOrder((byte)2, (byte)3);
    }

    @Test
    void shouldGiveTheSameDiskForTheSameSeed() throws IOException
    {
        synced("file", 1).write(0, filled(2), 0, BYTES);
        storage.create("other", 1).close();

        try (SimulatedStorage one = storage.crash(99); SimulatedStorage other = storage.crash(99))
        {
            assertThat(one.list("")).isEqualTo(other.list(""));
            assertThat(read(one, "file")).isEqualTo(read(other, "file"));
        }
    }

    @Test
    void shouldKeepOrLoseANameWhoseDirectoryWasNotSynced() throws IOException
    {
        synced("CURRENT", 1);
        final StorageFile beside = storage.create("CURRENT.tmp", BYTES);
        beside.write(0, filled(2), 0, BYTES);
        beside.sync();
        storage.rename("CURRENT.tmp", "CURRENT");
        final Set<String> found = new HashSet<>();

        for (int seed = 0; seed < SEEDS; seed++)
        {
            try (SimulatedStorage left = storage.crash(seed))
            {
                found.add(left.list("") + " " + read(left, "CURRENT")[0]);
            }
        }

        assertThat(found).containsExactlyInAnyOrder(
            "[CURRENT] 1", "[CURRENT, CURRENT.tmp] 1", "[CURRENT] 2");
    }

    @Test
    void shouldLoseAFileWithItsDirectory() throws IOException
    {
        storage.createDirectory("e0000001");
        storage.create("e0000001/head", 1).close();
        storage.syncDirectory("e0000001");
        final Set<List<String>> found = new HashSet<>();

        for (int seed = 0; seed < SEEDS; seed++)
        {
            try (SimulatedStorage left = storage.crash(seed))
            {
                found.add(left.list(""));
                assertThat(left.exists("e0000001/head")).isEqualTo(left.exists("e0000001"));
            }
        }

        assertThat(found).containsExactlyInAnyOrder(List.of(), List.of("e0000001"));
    }

    @Test
    void shouldKeepThePageCacheWhenTheProcessDies() throws IOException
    {
        synced("file", 1).write(0, filled(2), 0, BYTES);
        storage.create("other", 1).close();

        try (SimulatedStorage left = storage.processDeath(); SimulatedStorage later = left.crash(3))
        {
            assertThatThrownBy(() -> left.list("")).isInstanceOf(IOException.class);
            assertThat(read(later, "file")).contains(1);
        }
        try (SimulatedStorage left = storage.processDeath())
        {
            assertThat(left.list("")).isEqualTo(List.of("file", "other"));
            assertThat(read(left, "file")).containsOnly(2);
        }
    }

    @Test
    void shouldRefuseEverythingAfterThePowerIsCut() throws IOException
    {
        final StorageFile file = synced("file", 1);
        storage.faults().cutPowerAfter(1);

        file.sync();

        assertThatThrownBy(file::sync).isInstanceOf(IOException.class)
            .hasMessage("the simulated host has no power");
        assertThatThrownBy(() -> storage.exists("file")).isInstanceOf(IOException.class);
        assertThat(storage.faults().isPowerCut()).isTrue();
    }

    @Test
    void shouldHaveNoRoomBehindItsLimit() throws IOException
    {
        synced("file", 1).close();
        storage.faults().capacityBytes(BYTES + 100);

        assertThat(storage.usableBytes()).isEqualTo(100);
        assertThatThrownBy(() -> storage.create("more", 101)).isInstanceOf(IOException.class)
            .hasMessage("cannot write more: No space left on device");
        try (StorageFile file = storage.open("file", true))
        {
            file.write(0, filled(3), 0, BYTES);
            assertThatThrownBy(() -> file.write(BYTES, filled(3), 0, 101)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldFailTheWriteThatWasArmedAndAllAfterIt() throws IOException
    {
        final StorageFile file = synced("file", 1);
        final StorageFile other = synced("other", 1);
        storage.faults().failWrites("file", 1);

        file.write(0, filled(2), 0, 1);
        other.write(0, filled(2), 0, 1);

        assertThatThrownBy(() -> file.write(0, filled(2), 0, 1)).isInstanceOf(IOException.class)
            .hasMessage("cannot write file: Input/output error");
        assertThatThrownBy(() -> file.write(0, filled(2), 0, 1)).isInstanceOf(IOException.class);
        other.write(0, filled(2), 0, 1);
    }

    @Test
    void shouldNotHaveOnTheDiskWhatASyncThatFailedShouldHaveBrought() throws IOException
    {
        final StorageFile file = synced("file", 1);
        file.write(0, filled(2), 0, BYTES);
        storage.faults().failSync("file", 0);

        assertThatThrownBy(file::sync).isInstanceOf(IOException.class)
            .hasMessage("cannot sync file: Input/output error");
        file.write(4096, filled(3), 0, 4096);
        file.sync();

        try (SimulatedStorage left = storage.crash(1))
        {
            final byte[] bytes = read(left, "file");
            assertThat(bytes[0]).as("counted as clean, lost").isEqualTo((byte)1);
            assertThat(bytes[4096]).as("written again").isEqualTo((byte)3);
        }
    }

    @Test
    void shouldNotHaveOnTheDiskWhatAFailedSyncOfAMappingShouldHaveBrought() throws IOException
    {
        final StorageFile file = synced("file", 1);
        file.map().putByte(0, (byte)2);
        storage.faults().failSync("file", 0);

        assertThatThrownBy(file::sync).isInstanceOf(IOException.class);
        file.sync();

        try (SimulatedStorage left = storage.crash(1))
        {
            assertThat(read(left, "file")[0]).isEqualTo((byte)1);
        }
    }
}
