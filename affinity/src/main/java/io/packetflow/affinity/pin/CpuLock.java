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
package io.packetflow.affinity.pin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cold path. The lock file of one CPU, held by this process.
 *
 * <p>POSIX gives locks to processes, not to channels, and drops all of a process's locks on a file when it closes any
 * channel to that file. So a file that this process holds is never opened a second time here (the table below), and a
 * channel that meets a lock of a stranger in this process is kept open. The lock covers one byte far behind the text,
 * because on Windows nobody else can read what is locked.
 */
final class CpuLock implements AutoCloseable
{
    private static final long LOCK_POSITION = Long.MAX_VALUE - 1;
    private static final int MAX_TEXT_BYTES = 1024;
    private static final String OPEN_FILE = "rw-rw-rw-";
    /** Guards both tables. */
    private static final Object TABLES = new Object();
    private static final Map<Path, CpuLock> HELD = new HashMap<>();
    private static final Map<Path, FileChannel> STRANGERS = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final String holder;

    /**
     * What came of trying.
     *
     * @param lock if the CPU is ours now
     * @param holder if somebody else has it
     */
    record Attempt(Optional<CpuLock> lock, Optional<String> holder)
    {
    }

    private CpuLock(final Path file, final FileChannel channel, final String holder)
    {
        this.file = file;
        this.channel = channel;
        this.holder = holder;
    }

    static Attempt tryLock(final Path path, final String node) throws IOException
    {
        synchronized (TABLES)
        {
            final Path file = path.getParent().toRealPath().resolve(path.getFileName());
            final CpuLock own = HELD.get(file);
            if (own != null)
            {
                return new Attempt(Optional.empty(), Optional.of(own.holder + ", in this very process"));
            }
            final FileChannel stranger = STRANGERS.remove(file);
            return tryLock(file, stranger != null ? stranger : open(file), node);
        }
    }

    private static Attempt tryLock(final Path file, final FileChannel channel, final String node) throws IOException
    {
        boolean keep = false;
        try
        {
            final FileLock lock = channel.tryLock(LOCK_POSITION, 1, false);
            if (lock == null)
            {
                return new Attempt(Optional.empty(), Optional.of(text(channel)));
            }
            final String holder = "pid " + ProcessHandle.current().pid() + ", node " + node;
            write(channel, holder);
            final CpuLock held = new CpuLock(file, channel, holder);
            HELD.put(file, held);
            keep = true;
            return new Attempt(Optional.of(held), Optional.empty());
        }
        catch (final OverlappingFileLockException stranger)
        {
            // Closing the channel would take the lock away from whoever in this process has it.
            STRANGERS.put(file, channel);
            keep = true;
            return new Attempt(Optional.empty(), Optional.of(text(channel) + ", in this very process"));
        }
        finally
        {
            if (!keep)
            {
                channel.close();
            }
        }
    }

    private static FileChannel open(final Path file) throws IOException
    {
        try
        {
            final FileChannel made = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OPEN_FILE));
            }
            return made;
        }
        catch (final FileAlreadyExistsException usual)
        {
            return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void write(final FileChannel channel, final String holder) throws IOException
    {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String text(final FileChannel channel) throws IOException
    {
        final ByteBuffer bytes = ByteBuffer.allocate(MAX_TEXT_BYTES);
        channel.read(bytes, 0);
        final String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        return text.isEmpty() ? "somebody who has not written a name yet" : text;
    }

    /** Closes every lock, also where one of them fails; throws the first failure at the end. */
    static void closeAll(final List<CpuLock> locks)
    {
        UncheckedIOException failure = null;
        for (final CpuLock lock : locks)
        {
            try
            {
                lock.close();
            }
            catch (final UncheckedIOException failed)
            {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null)
        {
            throw failure;
        }
    }

    @Override
    public void close()
    {
        synchronized (TABLES)
        {
            if (HELD.remove(file, this))
            {
                try (channel)
                {
                    channel.truncate(0);
                }
                catch (final IOException failed)
                {
                    throw new UncheckedIOException("cannot give back " + file + ": " + failed.getMessage(), failed);
                }
            }
        }
    }
}
