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
package io.packetflow.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.packetflow.engine.control.ControlClient.Command;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest
{
    private static final long LONG_NANOS = 20_000_000_000L;
    private static final long PID = ProcessHandle.current().pid();
    /** Above every kernel's highest process id. */
    private static final long NOBODY = 1L << 40;

    @TempDir
    private Path temporary;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slot = arena.allocate(128, 64);
    private final InstanceHeader header = new InstanceHeader(slot);
    private final InstanceInput input = new InstanceInput(slot);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldBelongToItsOwnerAloneAndGoWithItsEngine() throws IOException
    {
        assumeTrue(isPosix(), "no POSIX permissions here");
        final Path directory = temporary.resolve("run");
        final ControlFile file = ControlFile.create(directory);

        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(file.path())).isEqualTo("rw-------");
        assertThat(file.path().getFileName()).hasToString("control-" + PID + ".dat");

        file.close();
        file.close();

        assertThat(file.path()).doesNotExist();
    }

    @Test
    void shouldBeginAnewAfterProcessesThatDiedBeforeTheirFilesHadAHeader() throws IOException
    {
        final Path directory = temporary.resolve("run");
        ControlFile.create(directory).close();
        // This process may have the number of one that is dead; no host gives out the other number.
        Files.createFile(directory.resolve("control-" + PID + ".dat.new"));
        Files.createFile(directory.resolve("control-999999999999.dat.new"));

        try (ControlFile file = ControlFile.create(directory))
        {
            assertThat(directory).isDirectoryContaining(path -> path.equals(file.path()))
                .isDirectoryNotContaining("glob:**.new");
        }
    }

    @Test
    void shouldBringACommandIntoTheMolecule() throws Exception
    {
        try (ControlFile file = ControlFile.create(temporary.resolve("run")))
        {
            final ControlSource source = file.source();
            assertThat(source.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
            assertThat(source.isExhausted()).isTrue();

            final Thread sender = sender(new Command(3, 5, -7, Long.MAX_VALUE));
            awaitCommand(source);
            source.discard(true);
            header.wrap(0);
            input.wrap(64);
            source.take(header, input);
            sender.join();

            assertThat(header.kind()).isEqualTo(InstanceKind.CONTROL.code());
            assertThat(header.inputLength()).isEqualTo(32);
            assertThat(IntStream.of(0, 8, 16, 24).mapToLong(input::getLong)).containsExactly(3L, 5L, -7L,
                Long.MAX_VALUE);
            assertThat(source.takenCount()).isEqualTo(1);
            assertThat(source.isStopRequested()).isFalse();
            assertThat(source.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
        }
    }

    @Test
    void shouldTakeEveryCommandOfManyWritersOnce() throws Exception
    {
        final int writers = 3;
        final int commands = 100;
        try (ControlFile file = ControlFile.create(temporary.resolve("run")))
        {
            final Thread[] threads = new Thread[writers];
            for (int i = 0; i < writers; i++)
            {
                final int writer = i;
                threads[i] = new Thread(() ->
                {
                    try (ControlClient client = open())
                    {
                        for (int j = 0; j < commands; j++)
                        {
                            client.send(new Command(9, writer, j, 0), LONG_NANOS);
                        }
                    }
                });
                threads[i].start();
            }
            final long[] next = new long[writers];
            input.wrap(64);
            while (file.source().takenCount() < writers * commands)
            {
                awaitCommand(file.source());
                file.source().take(header, input);
                final int writer = (int)input.getLong(8);
                assertThat(input.getLong(16)).isEqualTo(next[writer]++);
            }
            for (final Thread thread : threads)
            {
                thread.join();
            }
            assertThat(next).containsOnly(commands);
        }
    }

    @Test
    void shouldKnowAStop() throws Exception
    {
        try (ControlFile file = ControlFile.create(temporary.resolve("run")))
        {
            final Thread sender = sender(Command.of(ControlCommands.STOP));
            awaitCommand(file.source());
            file.source().take(header, input);
            sender.join();

            assertThat(file.source().isStopRequested()).isTrue();
        }
    }

    @Test
    void shouldGiveUpWhereTheEngineTakesNothing()
    {
        try (ControlFile file = ControlFile.create(temporary.resolve("run")); ControlClient client = open())
        {
            assertThatThrownBy(() -> client.send(Command.of(1), 1_000_000)).isInstanceOf(ControlException.class)
                .hasMessageContaining("the command is written, but the engine has not taken it");
            for (int i = 1; i < ControlDescriptor.CAPACITY; i++)
            {
                assertThatThrownBy(() -> client.send(Command.of(1), 0)).isInstanceOf(ControlException.class);
            }
            assertThatThrownBy(() -> client.send(Command.of(1), 1_000_000))
                .hasMessageContaining("full of commands that the engine does not take; nothing was sent");
            assertThat(file.source().takenCount()).isZero();
        }
    }

    @Test
    void shouldGoOnWhereAWriterDiedBetweenClaimAndCommand() throws Exception
    {
        try (ControlFile file = ControlFile.create(temporary.resolve("run")))
        {
            overwrite(file.path(), ControlDescriptor.record(0) + ControlDescriptor.STATE, -NOBODY);
            overwrite(file.path(), ControlDescriptor.record(0) + ControlDescriptor.COMMAND, 1);
            final Thread sender = sender(Command.of(2));
            input.wrap(64);
            awaitCommand(file.source());
            file.source().take(header, input);
            assertThat(input.getLong(0)).isEqualTo(ControlCommands.NOTHING);
            awaitCommand(file.source());
            file.source().take(header, input);
            assertThat(input.getLong(0)).isEqualTo(2);
            sender.join();
        }
    }

    @Test
    void shouldSayThatTheEngineStopped()
    {
        final ControlFile file = ControlFile.create(temporary.resolve("run"));
        try (ControlClient client = open())
        {
            file.close();

            assertThat(client.isEngineAlive()).isFalse();
            assertThatThrownBy(() -> client.send(Command.of(1), LONG_NANOS))
                .hasMessage("the engine of process " + PID + " has stopped: nothing was sent");
        }
    }

    @Test
    void shouldTellAProcessThatIsGoneAndClearItAway() throws IOException
    {
        final Path directory = temporary.resolve("run");
        final Path stale = directory.resolve("control-" + NOBODY + ".dat");
        try (ControlFile file = ControlFile.create(directory))
        {
            Files.copy(file.path(), stale);
            restrict(stale);
            overwrite(stale, ControlDescriptor.PID_OFFSET, NOBODY);
        }

        assertThatThrownBy(() -> ControlDirectory.open(directory).onlyEngine())
            .hasMessageContaining("no engine runs here").hasMessageContaining("gone [" + NOBODY + "]");
        try (ControlClient client = ControlClient.open(ControlDirectory.open(directory), NOBODY))
        {
            assertThatThrownBy(() -> client.send(Command.of(1), LONG_NANOS))
                .hasMessageContaining("process " + NOBODY + " is gone and left");
        }
        try (ControlFile file = ControlFile.create(directory))
        {
            assertThat(stale).doesNotExist();
            assertThat(file.path()).exists();
            assertThat(ControlDirectory.open(directory).onlyEngine()).isEqualTo(PID);
        }
    }

    @Test
    void shouldRefuseASecondEngineInOneProcess()
    {
        try (ControlFile file = ControlFile.create(temporary.resolve("run")))
        {
            assertThatThrownBy(() -> ControlFile.create(temporary.resolve("run")))
                .isInstanceOf(ControlException.class).hasMessageContaining("one process has one engine with control");
            assertThat(file.path()).exists();
        }
    }

    @Test
    void shouldTrustNoLinkAndNoDirectoryThatOthersMayWrite() throws IOException
    {
        assumeTrue(isPosix(), "no POSIX permissions here");
        final Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));
        final Path real = temporary.resolve("real");
        final Path link = Files.createSymbolicLink(temporary.resolve("link"), real);

        assertThatThrownBy(() -> ControlFile.create(open)).isInstanceOf(ControlException.class)
            .hasMessageContaining("is open to others (rwxrwx---)").hasMessageContaining("chmod 700 " + open);
        try (ControlFile file = ControlFile.create(real))
        {
            assertThatThrownBy(() -> ControlFile.create(link)).hasMessageContaining("is a symbolic link");
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
            assertThatThrownBy(() -> ControlClient.open(ControlDirectory.open(real), PID))
                .hasMessageContaining("chmod 600 " + file.path());
        }
    }

    @Test
    void shouldRefuseOtherFilesAndOtherVersions() throws IOException
    {
        final Path directory = temporary.resolve("run");
        try (ControlFile file = ControlFile.create(directory))
        {
            overwrite(file.path(), ControlDescriptor.VERSION_OFFSET, 2);
            assertThatThrownBy(ControlFileTest.this::open).hasMessageContaining("has version 2");
            overwrite(file.path(), ControlDescriptor.MAGIC_OFFSET, 0);
            assertThatThrownBy(ControlFileTest.this::open).hasMessageContaining("begins with other bytes");
            overwrite(file.path(), ControlDescriptor.READY_OFFSET, 0);
            assertThatThrownBy(ControlFileTest.this::open).hasMessageContaining("is not ready");
        }
        restrict(Files.writeString(directory.resolve("control-" + PID + ".dat"), "short"));
        assertThatThrownBy(ControlFileTest.this::open).hasMessageContaining("has 5 bytes and not");
        Files.delete(directory.resolve("control-" + PID + ".dat"));
        assertThatThrownBy(ControlFileTest.this::open).hasMessageContaining("has no control file here");
        assertThatThrownBy(() -> ControlDirectory.open(temporary.resolve("nowhere")))
            .hasMessageContaining("there is no control directory");
    }

    @Test
    void shouldNeverWakeWhereNobodyCanWrite()
    {
        assertThat(ControlSource.idle().nextTimeNanos()).isEqualTo(InstanceSource.NONE);
    }

    private Thread sender(final Command command)
    {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final Thread thread = new Thread(() ->
        {
            try (ControlClient client = open())
            {
                client.send(command, LONG_NANOS);
            }
        });
        thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
        thread.start();
        return thread;
    }

    private ControlClient open()
    {
        return ControlClient.open(ControlDirectory.open(temporary.resolve("run")), PID);
    }

    private static void awaitCommand(final ControlSource source)
    {
        while (source.nextTimeNanos() == InstanceSource.NONE)
        {
            Thread.onSpinWait();
        }
    }

    private static void overwrite(final Path file, final int offset, final long value) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(0, value), offset);
        }
    }

    private static void restrict(final Path file) throws IOException
    {
        if (isPosix())
        {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String permissions(final Path path) throws IOException
    {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean isPosix()
    {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
