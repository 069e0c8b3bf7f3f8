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

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. An open file of a {@link SimulatedStorage}. */
final class SimulatedFile implements StorageFile
{
    private final SimulatedStorage storage;
    private final String path;
    private final Inode inode;
    private final boolean writable;
    private boolean isClosed;

    SimulatedFile(final SimulatedStorage storage, final String path, final Inode inode, final boolean writable)
    {
        this.storage = storage;
        this.path = path;
        this.inode = inode;
        this.writable = writable;
    }

    @Override
    public long size() throws IOException
    {
        synchronized (storage)
        {
            requireOpen();
            return inode.size();
        }
    }

    @Override
    public void read(final long offset, final Slab target, final long targetOffset, final int length)
        throws IOException
    {
        synchronized (storage)
        {
            requireOpen();
            if (offset < 0 || offset + length > inode.size())
            {
                throw new EOFException(path + " ends before the range that was to be read: offset=" + offset);
            }
            target.copyFrom(targetOffset, inode.cache(), offset, length);
        }
    }

    @Override
    public void write(final long offset, final Slab source, final long sourceOffset, final int length)
        throws IOException
    {
        synchronized (storage)
        {
            requireOpen();
            storage.faults().onOperation();
            if (!writable)
            {
                throw new IOException("cannot write " + path + ": Bad file descriptor");
            }
            storage.faults().onWrite(path);
            final long growth = Math.max(0, offset + length - inode.size());
            if (growth > 0)
            {
                storage.faults().requireRoom(path, storage.usedBytes() + growth);
            }
            inode.write(offset, source, sourceOffset, length);
        }
    }

    @Override
    public void sync() throws IOException
    {
        synchronized (storage)
        {
            requireOpen();
            storage.faults().onOperation();
            if (storage.faults().onSync(path))
            {
                inode.failSync();
                throw new IOException("cannot sync " + path + ": Input/output error");
            }
            inode.sync();
        }
    }

    @Override
    public Slab map() throws IOException
    {
        synchronized (storage)
        {
            requireOpen();
            return inode.map();
        }
    }

    private void requireOpen() throws IOException
    {
        storage.faults().requirePower();
        if (isClosed)
        {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void close()
    {
        synchronized (storage)
        {
            isClosed = true;
        }
    }

    @Override
    public String toString()
    {
        return path;
    }
}
