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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.util.List;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** A disk as one process has it: a process that has died changes nothing on it any more, whatever is closed then. */
final class ProcessStorage implements Storage
{
    private final Storage disk;
    private boolean isDead;

    ProcessStorage(final Storage disk)
    {
        this.disk = disk;
    }

    void die()
    {
        isDead = true;
    }

    private Storage alive() throws IOException
    {
        if (isDead)
        {
            throw new IOException("the simulated process is dead");
        }
        return disk;
    }

    @Override
    public boolean exists(final String path) throws IOException
    {
        return alive().exists(path);
    }

    @Override
    public List<String> list(final String directory) throws IOException
    {
        return alive().list(directory);
    }

    @Override
    public void createDirectory(final String directory) throws IOException
    {
        alive().createDirectory(directory);
    }

    @Override
    public StorageFile create(final String path, final long bytes) throws IOException
    {
        return new ProcessFile(alive().create(path, bytes));
    }

    @Override
    public StorageFile open(final String path, final boolean writable) throws IOException
    {
        return new ProcessFile(alive().open(path, writable));
    }

    @Override
    public void rename(final String from, final String to) throws IOException
    {
        alive().rename(from, to);
    }

    @Override
    public void delete(final String path) throws IOException
    {
        alive().delete(path);
    }

    @Override
    public void syncDirectory(final String directory) throws IOException
    {
        alive().syncDirectory(directory);
    }

    @Override
    public long usableBytes() throws IOException
    {
        return alive().usableBytes();
    }

    @Override
    public String toString()
    {
        return disk.toString();
    }

    /** An open file of the process. */
    private final class ProcessFile implements StorageFile
    {
        private final StorageFile file;

        private ProcessFile(final StorageFile file)
        {
            this.file = file;
        }

        @Override
        public long size() throws IOException
        {
            alive();
            return file.size();
        }

        @Override
        public void read(final long offset, final Slab target, final long targetOffset, final int length)
            throws IOException
        {
            alive();
            file.read(offset, target, targetOffset, length);
        }

        @Override
        public void write(final long offset, final Slab source, final long sourceOffset, final int length)
            throws IOException
        {
            alive();
            file.write(offset, source, sourceOffset, length);
        }

        @Override
        public void sync() throws IOException
        {
            alive();
            file.sync();
        }

        @Override
        public Slab map() throws IOException
        {
            alive();
            return file.map();
        }

        @Override
        public void close() throws IOException
        {
            file.close();
        }
    }
}
