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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Files in memory, which tests damage as they like. What is mapped is the file itself. */
final class MemoryStorage implements Storage, AutoCloseable
{
    private static final String DIRECTORY = "/";

    private final Arena arena = new Arena(HugePages.OFF);
    private final Map<String, MemoryFile> files = new ConcurrentHashMap<>();

    @Override
    public boolean exists(final String path)
    {
        return files.containsKey(path) || files.containsKey(path + DIRECTORY);
    }

    @Override
    public List<String> list(final String directory)
    {
        final String prefix = directory.isEmpty() ? "" : directory + '/';
        final List<String> names = new ArrayList<>();
        for (final String path : new TreeMap<>(files).keySet())
        {
            final String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
            final int slash = name.indexOf('/');
            if (!name.isEmpty() && (slash < 0 || slash == name.length() - 1))
            {
                names.add(slash < 0 ? name : name.substring(0, slash));
            }
        }
        return names;
    }

    @Override
    public void createDirectory(final String directory)
    {
        files.put(directory + DIRECTORY, new MemoryFile(null, 0));
    }

    @Override
    public StorageFile create(final String path, final long bytes) throws IOException
    {
        if (exists(path))
        {
            throw new FileAlreadyExistsException(path);
        }
        final MemoryFile file = new MemoryFile(arena.allocate(Math.max(bytes, 8), 4096), bytes);
        files.put(path, file);
        return file;
    }

    @Override
    public StorageFile open(final String path, final boolean writable) throws IOException
    {
        return file(path);
    }

    private MemoryFile file(final String path) throws IOException
    {
        final MemoryFile file = files.get(path);
        if (file == null)
        {
            throw new NoSuchFileException(path);
        }
        return file;
    }

    @Override
    public void rename(final String from, final String to) throws IOException
    {
        files.put(to, file(from));
        files.remove(from);
    }

    @Override
    public void delete(final String path) throws IOException
    {
        if (files.remove(path) == null && files.remove(path + DIRECTORY) == null)
        {
            throw new NoSuchFileException(path);
        }
    }

    @Override
    public void syncDirectory(final String directory)
    {
        // Memory loses nothing.
    }

    @Override
    public long usableBytes()
    {
        return Long.MAX_VALUE;
    }

    /** Returns a file's memory. */
    Slab slab(final String path) throws IOException
    {
        return file(path).slab;
    }

    long size(final String path) throws IOException
    {
        return file(path).bytes;
    }

    /** Gives a file another length, within its first one. */
    void resize(final String path, final long bytes) throws IOException
    {
        file(path).bytes = bytes;
    }

    void swap(final String one, final String other) throws IOException
    {
        final MemoryFile first = file(one);
        files.put(one, file(other));
        files.put(other, first);
    }

    /** Writes a small file, replacing one of that name. */
    void put(final String path, final byte[] bytes)
    {
        final Slab slab = arena.allocate(Math.max(bytes.length, 8), 8);
        slab.putBytes(0, bytes, 0, bytes.length);
        files.put(path, new MemoryFile(slab, bytes.length));
    }

    byte[] get(final String path) throws IOException
    {
        final MemoryFile file = file(path);
        final byte[] bytes = new byte[(int)file.bytes];
        file.slab.getBytes(0, bytes, 0, bytes.length);
        return bytes;
    }

    @Override
    public void close()
    {
        arena.close();
    }

    /** A file. */
    private static final class MemoryFile implements StorageFile
    {
        private final Slab slab;
        private volatile long bytes;

        MemoryFile(final Slab slab, final long bytes)
        {
            this.slab = slab;
            this.bytes = bytes;
        }

        @Override
        public long size()
        {
            return bytes;
        }

        @Override
        public void read(final long offset, final Slab target, final long targetOffset, final int length)
            throws IOException
        {
            require(offset + length <= bytes);
            target.copyFrom(targetOffset, slab, offset, length);
        }

        @Override
        public void write(final long offset, final Slab source, final long sourceOffset, final int length)
            throws IOException
        {
            require(offset + length <= bytes);
            slab.copyFrom(offset, source, sourceOffset, length);
        }

        private static void require(final boolean isWithin) throws IOException
        {
            if (!isWithin)
            {
                throw new IOException("behind the end of the file");
            }
        }

        @Override
        public void sync()
        {
            // Memory loses nothing.
        }

        @Override
        public Slab map()
        {
            return slab;
        }

        @Override
        public void close()
        {
            // Stays for the next one who opens it.
        }
    }
}
