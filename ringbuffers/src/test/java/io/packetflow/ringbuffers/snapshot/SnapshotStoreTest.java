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
package io.packetflow.ringbuffers.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest
{
    private static final int BYTES = 3 * SnapshotHeader.CHUNK_BYTES / 2 + 13;

    @TempDir
    private Path directory;
    private final Arena arena = new Arena(HugePages.OFF);
    private Slab state;
    private Storage storage;
    private SnapshotStore store;

    @BeforeEach
    void setUp()
    {
        storage = new DirectoryStorage(directory);
        store = new SnapshotStore(storage);
        final byte[] bytes = new byte[BYTES];
        new SplittableRandom(1).nextBytes(bytes);
        state = arena.allocate(BYTES + 8L, 8);
        state.putBytes(8, bytes, 0, BYTES);
    }

    @AfterEach
    void tearDown()
    {
        arena.close();
    }

    private static SnapshotSubject subject(final long sequence)
    {
        return new SnapshotSubject(3, sequence, 17, 0xCAFE, 18, 19, 20);
    }

    private void write(final long sequence) throws IOException
    {
        store.write(subject(sequence), state, 8, BYTES);
    }

    private void damage(final long sequence, final long offset) throws IOException
    {
        final Slab one = arena.allocate(8, 8);
        try (StorageFile file = storage.open(SnapshotStore.path(sequence), true))
        {
            file.read(offset, one, 0, 1);
            one.putByte(0, (byte)(one.getByte(0) ^ 4));
            file.write(offset, one, 0, 1);
        }
    }

    @Test
    void shouldBringBackWhatWasWritten() throws IOException
    {
        write(1_000_000_000_000L);

        final SnapshotChoice choice = store.newest(arena);

        final Snapshot snapshot = choice.snapshot().orElseThrow();
        assertThat(choice.refused()).isEmpty();
        assertThat(snapshot.path()).isEqualTo("snap/S-00000001000000000000.pfs");
        assertThat(snapshot.subject()).isEqualTo(subject(1_000_000_000_000L));
        assertThat(bytes(snapshot.payload(), 0)).isEqualTo(bytes(state, 8));
    }

    private static byte[] bytes(final Slab slab, final int offset)
    {
        final byte[] bytes = new byte[BYTES];
        slab.getBytes(offset, bytes, 0, BYTES);
        return bytes;
    }

    @Test
    void shouldHoldAnEmptyState() throws IOException
    {
        store.write(subject(5), null, 0, 0);

        assertThat(store.newest(arena).snapshot().orElseThrow().payloadBytes()).isZero();
        assertThat(store.check(5)).isEmpty();
    }

    @Test
    void shouldNotBeThereBeforeTheLastStep() throws IOException
    {
        int steps = 0;
        try (SnapshotWriter writer = store.writer(subject(7), state, 8, BYTES))
        {
            boolean isMore = true;
            while (isMore)
            {
                assertThat(store.sequences()).isEmpty();
                isMore = writer.step();
                steps++;
            }
            assertThatThrownBy(writer::step).isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.sequences()).containsExactly(7L);
        assertThat(steps).as("two chunks, the sync and the name").isEqualTo(4);
    }

    @Test
    void shouldWriteAgainWhatAnInterruptedWriterLeftBehind() throws IOException
    {
        try (SnapshotWriter writer = store.writer(subject(7), state, 8, BYTES))
        {
            assertThat(writer.step()).isTrue();
        }
        assertThat(store.sequences()).isEmpty();

        write(7);

        assertThat(store.sequences()).containsExactly(7L);
        assertThat(storage.list("snap")).hasSize(1);
    }

    @Test
    void shouldTakeTheOneBeforeWhereAnyByteOfTheNewestIsDamaged() throws IOException
    {
        write(10);
        final SplittableRandom random = new SplittableRandom(2);
        final long table = SnapshotHeader.tableOffset(BYTES);
        for (int i = 0; i < 60; i++)
        {
            write(11);
            final long offset = i < 40 ? random.nextInt(76) : i < 50 ?
                SnapshotHeader.BYTES + random.nextLong(BYTES) : table + random.nextLong(8);
            damage(11, offset);

            final SnapshotChoice choice = store.newest(arena);

            assertThat(choice.snapshot().orElseThrow().subject().sequence()).as("offset=" + offset).isEqualTo(10);
            assertThat(choice.refused()).as("offset=" + offset).extracting(SnapshotRefusal::path)
                .containsExactly("snap/S-00000000000000000011.pfs");
        }
    }

    @Test
    void shouldSayWhereAndWhyASnapshotIsRefused() throws IOException
    {
        write(10);
        damage(10, SnapshotHeader.BYTES + SnapshotHeader.CHUNK_BYTES + 5L);
        assertThat(store.check(10).orElseThrow()).hasToString("snap/S-00000000000000000010.pfs: the payload is" +
            " damaged in the " + (BYTES - SnapshotHeader.CHUNK_BYTES) + " bytes from byte 1052672");

        write(11);
        damage(11, 20);
        assertThat(store.check(11).orElseThrow().cause()).isEqualTo("the snapshot's header has a wrong checksum");

        write(12);
        storage.rename(SnapshotStore.path(12), SnapshotStore.path(13));
        assertThat(store.check(13).orElseThrow().cause()).isEqualTo("the file holds the snapshot of sequence 12");

        storage.create(SnapshotStore.path(14), 100).close();
        assertThat(store.check(14).orElseThrow().cause())
            .isEqualTo("the file is shorter than its first page: bytes=100");
        storage.create(SnapshotStore.path(15), 8192).close();
        assertThat(store.check(15).orElseThrow().cause())
            .isEqualTo("no snapshot: it does not begin with PFJ1SNAP");

        final SnapshotChoice choice = store.newest(arena);
        assertThat(choice.snapshot()).isEmpty();
        assertThat(choice.refused()).hasSize(5);
    }

    @Test
    void shouldNotReadASnapshotOfANewerVersion() throws IOException
    {
        write(10);
        final byte[] header = new SnapshotHeader(subject(10), BYTES, 0).encode();
        final ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(8, SnapshotHeader.VERSION + 1);
        final CRC32C crc = new CRC32C();
        crc.update(header, 0, 72);
        bytes.putInt(72, (int)crc.getValue());
        final Slab page = arena.allocate(header.length, 8);
        page.putBytes(0, header, 0, header.length);
        try (StorageFile file = storage.open(SnapshotStore.path(10), true))
        {
            file.write(0, page, 0, header.length);
        }

        assertThat(store.check(10).orElseThrow().cause())
            .isEqualTo("written by a newer PacketFlow: snapshot version 2, this one reads 1");
    }

    @Test
    void shouldFindTheNewestThatIsNotBehindAnInstance() throws IOException
    {
        write(10);
        write(20);

        assertThat(store.newest(arena, 19).snapshot().orElseThrow().subject().sequence()).isEqualTo(10);
        assertThat(store.newest(arena, 9).snapshot()).isEmpty();
    }

    @Test
    void shouldKeepTwoSoundSnapshotsAndWhatIsDamagedAmongThem() throws IOException
    {
        for (final long sequence : new long[] {10, 20, 30, 40})
        {
            write(sequence);
        }
        damage(30, 5_000);
        try (SnapshotWriter writer = store.writer(subject(50), state, 8, BYTES))
        {
            assertThat(writer.step()).isTrue();
        }

        assertThat(store.oldestOf(2).orElseThrow()).isEqualTo(subject(20));
        assertThat(store.prune(2, true)).containsExactly(
            "snap/S-00000000000000000050.pfs.tmp", "snap/S-00000000000000000010.pfs");
        assertThat(store.sequences()).containsExactly(40L, 30L, 20L, 10L);
        assertThat(store.prune(2, false)).hasSize(2);
        assertThat(store.sequences()).containsExactly(40L, 30L, 20L);
        assertThat(store.oldestOf(3)).isEmpty();
    }

    @Test
    void shouldRefuseToKeepFewerThanTwo()
    {
        assertThatThrownBy(() -> store.prune(1, false)).hasMessage("at least 2 snapshots stay: kept=1");
    }

    @Test
    void shouldRefuseARangeThatIsNotInItsSlab()
    {
        assertThatThrownBy(() -> store.writer(subject(1), state, 16, BYTES)).hasMessage(
            "a snapshot is of a range of its slab: sequence=1 payloadOffset=16 payloadBytes=" + BYTES);
    }
}
