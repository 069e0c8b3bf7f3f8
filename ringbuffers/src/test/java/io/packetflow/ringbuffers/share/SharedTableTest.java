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
package io.packetflow.ringbuffers.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTableTest
{
    private static final TableSchema SCHEMA = SharedTableChild.SCHEMA;

    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void name()
    {
        path = directory.resolve("made/table");
    }

    private static TableOrigin origin(final String journal)
    {
        return TableOrigin.ofThisProcess(journal, 17);
    }

    private SharedTableWriter writer() throws IOException
    {
        return SharedTableWriter.create(path, SCHEMA, origin("/a/journal"));
    }

    static TableProgress at(final long sequence)
    {
        return new TableProgress(2, sequence, sequence + 5, 1_000 + sequence, 99, false);
    }

    static void update(final SharedTableWriter writer, final long sequence, final int rows) throws IOException
    {
        writer.beginUpdate(at(sequence));
        for (int row = 0; row < rows; row++)
        {
            writer.put(row, new long[]{row, sequence, -sequence});
        }
        writer.endUpdate(at(sequence));
    }

    @Test
    void shouldGiveOutWhatWasWritten() throws IOException
    {
        final String journal = "/" + "a journal with ümlauts/".repeat(40);
        try (SharedTableWriter writer = SharedTableWriter.create(path, SCHEMA, origin(journal)))
        {
            update(writer, 7, 1000);

            try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
            {
                final SharedView view = reader.read();
                assertThat(view.origin()).isEqualTo(origin(journal));
                assertThat(view.origin().isRunning()).isTrue();
                assertThat(view.progress()).isEqualTo(at(7));
                assertThat(view.rows()).hasSize(1000);
                assertThat(view.rows().get(999)).startsWith(999, 7, -7).hasSize(TableSchema.USER_WORDS);

                update(writer, 8, 3);
                assertThat(reader.read().rows().get(2)).startsWith(2, 8, -8);
                assertThat(reader.isReplaced()).isFalse();
            }
        }
    }

    @Test
    void shouldShowNothingBeforeTheFirstUpdateIsComplete() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            writer.beginUpdate(at(1));
            assertThat(path).doesNotExist();
            writer.endUpdate(at(1));
            assertThat(path).exists();
        }
        assertThat(files()).containsExactly("table", "table.lock");
    }

    private List<String> files() throws IOException
    {
        try (var names = Files.list(path.getParent()))
        {
            return names.map(name -> name.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldMakeFilesAndDirectoriesForTheirOwnerAlone() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 1);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
            .isEqualTo("rwx------");
    }

    @Test
    void shouldPutANewTableInThePlaceOfTheOldOneAndTellItsReaders() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
        }
        try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
        {
            try (SharedTableWriter writer = writer())
            {
                update(writer, 9, 2);
            }

            assertThat(reader.isReplaced()).isTrue();
            assertThat(reader.read().rows()).hasSize(5);
        }
        try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
        {
            assertThat(reader.read().rows()).hasSize(2);
        }
    }

    @Test
    void shouldNeverMixRowsOfTwoUpdates() throws Exception
    {
        final AtomicBoolean isEnded = new AtomicBoolean();
        final AtomicReference<Exception> failure = new AtomicReference<>();
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 200);
            final Thread filler = new Thread(() ->
            {
                try
                {
                    for (long sequence = 2; !isEnded.get(); sequence++)
                    {
                        update(writer, sequence, 200);
                        LockSupport.parkNanos(5_000_000);
                    }
                }
                catch (final IOException e)
                {
                    failure.set(e);
                }
            });
            filler.start();
            try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
            {
                for (int i = 0; i < 200; i++)
                {
                    final SharedView view = reader.read();
                    final long sequence = view.progress().sequence();
                    assertThat(view.rows()).allMatch(row -> row[1] == sequence && row[2] == -sequence);
                }
            }
            finally
            {
                isEnded.set(true);
                filler.join();
            }
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void shouldSayThatATableIsHalfWrittenWithoutWaitingForever() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
            writer.beginUpdate(at(1));
        }
        try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
        {
            refuses(reader::read, SharedTableException.Kind.HALF_WRITTEN,
                "was never whole for 2 s: its filler, process " + ProcessHandle.current().pid(),
                "fill it anew from the journal /a/journal");
        }
        try (SharedTableWriter writer = writer())
        {
            update(writer, 2, 5);
        }
        try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
        {
            assertThat(reader.read().progress().sequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldRefuseWhatIsNoTable() throws IOException
    {
        refuses(this::open, SharedTableException.Kind.MISSING, "there is no shared table " + path);
        Files.createDirectories(path);
        refuses(this::open, SharedTableException.Kind.NOT_A_TABLE, "it is no file");
        refuses(this::writer, SharedTableException.Kind.NOT_A_TABLE, "is no file; name another place");
        Files.delete(path);
        Files.createFile(path);
        refuses(this::open, SharedTableException.Kind.NOT_A_TABLE, "it has no finished header");
        refuses(this::writer, SharedTableException.Kind.NOT_A_TABLE, "is no shared table");
        Files.write(path, new byte[100_000]);
        refuses(this::open, SharedTableException.Kind.NOT_A_TABLE, "it has no finished header");
        assertThat(Files.size(path)).isEqualTo(100_000);
    }

    @Test
    void shouldNotFollowASymbolicLink() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
        }
        final Path link = Files.createSymbolicLink(directory.resolve("link"), path);

        refuses(() -> SharedTableReader.open(link, SCHEMA),
            SharedTableException.Kind.NOT_A_TABLE, "is a symbolic link");
        refuses(() -> SharedTableWriter.create(link, SCHEMA, origin("/a/journal")),
            SharedTableException.Kind.NOT_A_TABLE, "is a symbolic link");
    }

    @Test
    void shouldRefuseRowsOfAnotherKindOrVersionOrJournal() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
        }

        refuses(() -> SharedTableReader.open(path, new TableSchema("OTHER", 3, 1)),
            SharedTableException.Kind.OTHER_SCHEMA, "holds rows of another kind than OTHER");
        refuses(() -> SharedTableReader.open(path, new TableSchema("TESTROWS", 4, 1)),
            SharedTableException.Kind.OTHER_SCHEMA, "has version 3 of TESTROWS, and this program knows version 4");
        refuses(() -> SharedTableWriter.create(path, SCHEMA, origin("/other")),
            SharedTableException.Kind.OTHER_JOURNAL, "holds rows of the journal /a/journal, and not of /other");
    }

    @Test
    void shouldLetOneProcessFillATable() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 1);
            refuses(this::writer, SharedTableException.Kind.IN_USE, "is being filled by another process");
        }
    }

    @Test
    void shouldBeginAnewInThePlaceOfAFileThatStaysLocked() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
            writer.beginAnew();
            assertThat(writer.rowCount()).isZero();
            update(writer, 2, 3);
        }
        try (SharedTableReader reader = SharedTableReader.open(path, SCHEMA))
        {
            assertThat(reader.read().rows()).hasSize(3);
        }
    }

    /** Whatever bytes of entries are wrong, there is a message or there are right rows, and nobody waits long. */
    @Test
    void shouldFindDamageOrGiveOutRightRows() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 4, 100);
        }
        final byte[] whole = Files.readAllBytes(path);
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final int first = find(whole, new long[]{0, 4, -4});
        final int last = find(whole, new long[]{99, 4, -4});
        assertThat(first).isPositive().isLessThan(last);
        int refusedCount = 0;
        for (int i = 0; i < 40; i++)
        {
            final int at = first + random.nextInt(last - first);
            Files.write(path, whole);
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE))
            {
                file.write(ByteBuffer.wrap(new byte[]{(byte)(whole[at] ^ 1 << random.nextInt(8))}), at);
            }
            try (SharedTableReader reader = open())
            {
                assertThat(reader.read().rows()).as("seed=%d at=%d", seed, at).hasSize(100)
                    .allMatch(row -> row[1] == 4 && row[2] == -4);
            }
            catch (final SharedTableException e)
            {
                refusedCount++;
                assertThat(e).hasMessageContaining(path.toString());
            }
        }
        assertThat(refusedCount).as("seed=%d", seed).isPositive();
    }

    /** Returns where the words of a row lie in a file. */
    private static int find(final byte[] file, final long[] row)
    {
        final ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getLong(at) != row[0] || bytes.getLong(at + 8) != row[1] || bytes.getLong(at + 16) != row[2])
        {
            at++;
        }
        return at;
    }

    /** By a file system that lets nobody write, as the rights of a directory do not hold for the superuser. */
    @Test
    void shouldSayThatTheHostLetsNobodyWriteThere()
    {
        final Path place = Path.of("/sys/packetflow-table");
        assumeTrue(Files.isDirectory(place.getParent()), "there is no /sys here");

        refuses(() -> SharedTableWriter.create(place, SCHEMA, origin("/a/journal")), SharedTableException.Kind.REFUSED,
            "the shared table " + place + " cannot be made: ", "; let this user write there, or name another place");
    }

    @Test
    void shouldSayThatADirectoryIsReadOnly() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            update(writer, 1, 5);
        }
        Files.delete(path.resolveSibling("table.lock"));
        Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("r-x------"));
        assumeFalse(Files.isWritable(path.getParent()), "this user may write into a directory whatever its rights");

        refuses(this::writer, SharedTableException.Kind.REFUSED, "cannot be made: ", "let this user write there");
        try (SharedTableReader reader = open())
        {
            assertThat(reader.read().rows()).hasSize(5);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        refuses(this::open, SharedTableException.Kind.REFUSED, "permission denied", "run as the user who fills it");
    }

    @Test
    void shouldRefuseRowsThatDoNotFit() throws IOException
    {
        try (SharedTableWriter writer = writer())
        {
            writer.beginUpdate(at(1));
            assertThatThrownBy(() -> writer.put(1, new long[1])).hasMessageContaining("rows follow each other");
            assertThatThrownBy(() -> writer.put(0, new long[16])).hasMessageContaining("words=16");
        }
        assertThatThrownBy(() -> new TableSchema("TOO LONG NAME", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private SharedTableReader open() throws IOException
    {
        return SharedTableReader.open(path, SCHEMA);
    }

    private static void refuses(
        final ThrowingCallable action,
        final SharedTableException.Kind kind,
        final String... words)
    {
        assertThatThrownBy(action).asInstanceOf(type(SharedTableException.class))
            .returns(kind, SharedTableException::kind).satisfies(e -> assertThat(e.getMessage()).contains(words));
    }
}
