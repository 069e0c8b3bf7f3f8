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
package io.packetflow.ringbuffers.journal.storage.simulated;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. A disk in memory, with a page cache before it. {@link #crash} shows what a power cut would leave: each
 * page of 4096 bytes that was not synced is old, new, or torn between sectors of 512; each name that was not synced is
 * there or not. {@link #processDeath} keeps the page cache. The same calls and the same seed give the same bytes.
 *
 * <p>A storage that died refuses everything with an {@link IOException}; mapped memory stays readable until
 * {@link #close()}, so close it only when the writer that died is no longer used. May be used by several threads, which
 * then decide about its determinism.
 */
public final class SimulatedStorage implements Storage, AutoCloseable
{
    private final SimulatedFaults faults = new SimulatedFaults();
    private final List<Inode> owned = new ArrayList<>();
    private final Names names;

    /** Makes an empty disk. */
    public SimulatedStorage()
    {
        this(new Names());
    }

    private SimulatedStorage(final Names names)
    {
        this.names = names;
        names.files().forEach(owned::add);
    }

    /** Returns what goes wrong here. */
    public SimulatedFaults faults()
    {
        return faults;
    }

    /**
     * Cuts the power of the host.
     *
     * @param seed that decides what survives of what was not synced
     * @return the disk after the host came up again, without faults
     */
    public synchronized SimulatedStorage crash(final long seed)
    {
        faults.cutPower();
        return new SimulatedStorage(names.afterCrash(new SplittableRandom(seed)));
    }

    /**
     * Kills the process.
     *
     * @return the disk as the next process finds it, without faults
     */
    public synchronized SimulatedStorage processDeath()
    {
        faults.cutPower();
        return new SimulatedStorage(names.afterProcessDeath());
    }

    @Override
    public synchronized boolean exists(final String path) throws IOException
    {
        faults.requirePower();
        return names.contains(path);
    }

    @Override
    public synchronized List<String> list(final String directory) throws IOException
    {
        faults.requirePower();
        requireDirectory(directory);
        return names.list(directory);
    }

    @Override
    public synchronized void createDirectory(final String directory) throws IOException
    {
        faults.onOperation();
        requireNew(directory);
        names.addDirectory(directory);
    }

    @Override
    public synchronized StorageFile create(final String path, final long bytes) throws IOException
    {
        faults.onOperation();
        requireNew(path);
        faults.onWrite(path);
        faults.requireRoom(path, usedBytes() + bytes);
        final Inode inode = new Inode(bytes);
        owned.add(inode);
        inode.resize(bytes);
        names.addFile(path, inode);
        return new SimulatedFile(this, path, inode, true);
    }

    @Override
    public synchronized StorageFile open(final String path, final boolean writable) throws IOException
    {
        faults.requirePower();
        return new SimulatedFile(this, path, requireFile(path), writable);
    }

    @Override
    public synchronized void rename(final String from, final String to) throws IOException
    {
        faults.onOperation();
        requireFile(from);
        if (!Names.parent(from).equals(Names.parent(to)))
        {
            throw new IOException("a simulated disk renames within a directory only: " + from + " to " + to);
        }
        names.rename(from, to);
    }

    @Override
    public synchronized void delete(final String path) throws IOException
    {
        faults.onOperation();
        if (path.isEmpty() || !names.contains(path))
        {
            throw new NoSuchFileException(path);
        }
        if (names.isDirectory(path) && !names.list(path).isEmpty())
        {
            throw new DirectoryNotEmptyException(path);
        }
        names.delete(path);
    }

    @Override
    public synchronized void syncDirectory(final String directory) throws IOException
    {
        faults.onOperation();
        requireDirectory(directory);
        if (faults.onSync(directory))
        {
            throw new IOException("cannot sync the directory '" + directory + "': Input/output error");
        }
        names.sync(directory);
    }

    @Override
    public synchronized long usableBytes() throws IOException
    {
        faults.requirePower();
        return faults.usableBytes(usedBytes());
    }

    long usedBytes()
    {
        long bytes = 0;
        for (final Inode inode : names.files())
        {
            bytes += inode.size();
        }
        return bytes;
    }

    private void requireNew(final String path) throws IOException
    {
        if (names.contains(path))
        {
            throw new FileAlreadyExistsException(path);
        }
        requireDirectory(Names.parent(path));
    }

    private void requireDirectory(final String path) throws IOException
    {
        if (!names.isDirectory(path))
        {
            throw new NoSuchFileException(path);
        }
    }

    private Inode requireFile(final String path) throws IOException
    {
        final Inode inode = names.file(path);
        if (inode == null)
        {
            throw new NoSuchFileException(path);
        }
        return inode;
    }

    /** Frees all memory, that of mapped files too. May be called twice. */
    @Override
    public synchronized void close()
    {
        faults.cutPower();
        owned.forEach(Inode::close);
    }

    @Override
    public String toString()
    {
        return "simulated disk";
    }
}
