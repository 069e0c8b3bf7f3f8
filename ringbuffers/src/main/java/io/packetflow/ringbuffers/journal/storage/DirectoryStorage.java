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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cold path. The real file system below a directory. Files and directories are made for their owner alone, whatever the
 * umask grants; no symbolic link below the root is followed. May be used by several threads.
 */
public final class DirectoryStorage implements Storage
{
    /** Bytes that are zeroed with one write. */
    private static final int STEP_BYTES = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final FileAttribute<?> DIRECTORY_MODE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE_MODE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
        StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> WRITE =
        Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private volatile FileStore store;

    /**
     * Makes a storage; touches nothing yet.
     *
     * @param root directory of the journal
     */
    public DirectoryStorage(final Path root)
    {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Returns the directory. */
    public Path root()
    {
        return root;
    }

    @Override
    public boolean exists(final String path) throws IOException
    {
        return Files.exists(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<String> list(final String directory) throws IOException
    {
        final List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(requireNoLink(resolve(directory))))
        {
            for (final Path entry : entries)
            {
                names.add(entry.getFileName().toString());
            }
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public void createDirectory(final String directory) throws IOException
    {
        Files.createDirectory(resolve(directory), DIRECTORY_MODE);
    }

    @Override
    public StorageFile create(final String path, final long bytes) throws IOException
    {
        final Path target = resolve(path);
        final FileChannel channel = FileChannel.open(target, CREATE, FILE_MODE);
        try
        {
            zero(channel, bytes);
        }
        catch (final IOException e)
        {
            // Half a file would only take the room that is short.
            try (channel)
            {
                Files.delete(target);
            }
            catch (final IOException second)
            {
                e.addSuppressed(second);
            }
            throw new IOException("cannot make " + target + " with " + bytes + " bytes: " + DirectoryFile.reason(e), e);
        }
        return new DirectoryFile(target, channel, true);
    }

    private static void zero(final FileChannel channel, final long bytes) throws IOException
    {
        final ByteBuffer zeros = ByteBuffer.allocate((int)Math.min(STEP_BYTES, bytes));
        long offset = 0;
        while (offset < bytes)
        {
            zeros.clear().limit((int)Math.min(zeros.capacity(), bytes - offset));
            offset += channel.write(zeros, offset);
        }
    }

    @Override
    public StorageFile open(final String path, final boolean writable) throws IOException
    {
        final Path target = resolve(path);
        return new DirectoryFile(target, FileChannel.open(target, writable ? WRITE : READ), writable);
    }

    @Override
    public void rename(final String from, final String to) throws IOException
    {
        Files.move(resolve(from), resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(final String path) throws IOException
    {
        Files.delete(resolve(path));
    }

    @Override
    public void syncDirectory(final String directory) throws IOException
    {
        final Path target = resolve(directory);
        try (FileChannel channel = FileChannel.open(target, READ))
        {
            channel.force(true);
        }
        catch (final IOException e)
        {
            throw new IOException("cannot sync the directory " + target + ": " + DirectoryFile.reason(e), e);
        }
    }

    @Override
    public long usableBytes() throws IOException
    {
        if (store == null)
        {
            store = Files.getFileStore(root);
        }
        return store.getUsableSpace();
    }

    /** Finds a path below the root, and refuses a way there that leads over a symbolic link. */
    private Path resolve(final String path) throws IOException
    {
        if (path.isEmpty())
        {
            return root;
        }
        final String[] names = path.split("/", -1);
        Path found = root;
        for (int i = 0; i < names.length; i++)
        {
            if (!NAME.matcher(names[i]).matches())
            {
                throw new IllegalArgumentException("a path is names with / between them, none of which begins with" +
                    " a dot: path=" + path);
            }
            if (i > 0)
            {
                requireNoLink(found);
            }
            found = found.resolve(names[i]);
        }
        return found;
    }

    private static Path requireNoLink(final Path path) throws IOException
    {
        if (Files.isSymbolicLink(path))
        {
            throw new FileSystemException(path.toString(), null, "is a symbolic link, which is not followed");
        }
        return path;
    }

    @Override
    public String toString()
    {
        return root.toString();
    }
}
