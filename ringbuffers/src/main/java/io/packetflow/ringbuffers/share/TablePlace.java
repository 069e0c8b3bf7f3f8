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

import static io.packetflow.ringbuffers.share.SharedTableException.Kind.IN_USE;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.NOT_A_TABLE;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.REFUSED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Cold path. The place of a shared table: its directory, its file, beside it {@code .new} while one is made, and
 * {@code .lock}, which the process that fills it holds and the operating system takes from it when it dies. All for
 * their owner alone. Used by one thread.
 */
final class TablePlace implements AutoCloseable
{
    /** What stays free on the disk: the room that is left is the journal's. */
    private static final long RESERVE_BYTES = 64L << 20;
    private static final int STEP_BYTES = 1 << 20;
    private static final FileAttribute<?> DIRECTORY_MODE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE_MODE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final Path made;
    private final FileChannel lockFile;
    private final FileLock lock;

    private TablePlace(final Path path, final FileChannel lockFile, final FileLock lock)
    {
        this.path = path;
        this.made = beside(path, ".new");
        this.lockFile = lockFile;
        this.lock = lock;
    }

    private static Path beside(final Path path, final String suffix)
    {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Takes the lock of a place, in which there may be a table. */
    static TablePlace take(final Path named) throws IOException
    {
        final Path path = named.toAbsolutePath().normalize();
        requirePlace(path);
        try
        {
            Files.createDirectories(path.getParent(), DIRECTORY_MODE);
            return lock(path, FileChannel.open(beside(path, ".lock"), Set.of(StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), FILE_MODE));
        }
        catch (final FileSystemException e)
        {
            throw new SharedTableException(REFUSED, "the shared table " + path + " cannot be made: " +
                (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()) + ": " + e.getFile() +
                "; let this user write there, or name another place", e);
        }
    }

    private static void requirePlace(final Path path) throws SharedTableException
    {
        if (path.getFileName() == null)
        {
            throw new SharedTableException(NOT_A_TABLE, "a shared table is a file: " + path);
        }
        if (Files.isSymbolicLink(path))
        {
            throw new SharedTableException(NOT_A_TABLE, path + " is a symbolic link, which is not followed; name the " +
                "shared table itself");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        {
            throw new SharedTableException(NOT_A_TABLE, path + " is no file; name another place for the shared table");
        }
    }

    private static TablePlace lock(final Path path, final FileChannel channel) throws IOException
    {
        FileLock lock = null;
        try
        {
            lock = channel.tryLock();
        }
        catch (final OverlappingFileLockException e)
        {
            throw inUse(path, e);
        }
        finally
        {
            if (lock == null)
            {
                channel.close();
            }
        }
        if (lock == null)
        {
            throw inUse(path, null);
        }
        return new TablePlace(path, channel, lock);
    }

    private static SharedTableException inUse(final Path path, final Throwable cause)
    {
        return new SharedTableException(IN_USE, "the shared table " + path + " is being filled by another process; " +
            "stop that one, or name another table", cause);
    }

    boolean isTaken()
    {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes a table of no rows beside the one that is there. */
    TableRows begin(final int maxRows) throws IOException
    {
        // What a process left that was killed before its table was complete; we have the lock.
        Files.deleteIfExists(made);
        Files.createFile(made, FILE_MODE);
        if (Files.getFileStore(made).getUsableSpace() < RESERVE_BYTES)
        {
            throw new SharedTableException(REFUSED, "the shared table " + path + " is not made where less than " +
                RESERVE_BYTES + " bytes are free; free room on its file system");
        }
        final TableRows rows =
            new TableRows(MapBuilders.of((long)maxRows + TableRows.EXTRA_ENTRIES).createPersistedTo(made.toFile()));
        boolean hasRoom = false;
        try
        {
            takeRoom();
            hasRoom = true;
            return rows;
        }
        finally
        {
            if (!hasRoom)
            {
                rows.close();
            }
        }
    }

    /**
     * Writes all of the new file with its own bytes, so that each page has its place on the disk: a store into a mapped
     * page that the disk cannot give would end the process.
     */
    private void takeRoom() throws IOException
    {
        try (FileChannel file = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE))
        {
            final ByteBuffer bytes = ByteBuffer.allocate(STEP_BYTES);
            long at = 0;
            while (file.read(bytes.clear(), at) > 0)
            {
                bytes.flip();
                while (bytes.hasRemaining())
                {
                    at += file.write(bytes, at);
                }
            }
        }
    }

    /** Puts the new table in its place. */
    void publish() throws IOException
    {
        Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException
    {
        try (lockFile)
        {
            // Of a table that was put in its place there is none of that name any more.
            Files.deleteIfExists(made);
            lock.release();
        }
    }
}
