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

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import io.packetflow.engine.telemetry.PrivateFiles;
import io.packetflow.engine.telemetry.ProcessIdentity;

import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cold path. The engine's end of a control file; {@link ControlDescriptor} has the layout. One file for each process,
 * named after its id, with mode 0600 in a directory with mode 0700; both must belong to the engine's own user and must
 * be no symbolic links, since whoever writes the file commands the engine.
 *
 * <p>Closing removes the file. One that a crashed engine left behind names a process that is gone; it is removed by the
 * next engine in the same directory.
 */
public final class ControlFile implements AutoCloseable
{
    private final Path path;
    private final MappedByteBuffer mapping;
    private final AtomicBuffer buffer;
    private final ControlSource source;
    private boolean closed;

    private ControlFile(final Path path, final MappedByteBuffer mapping)
    {
        this.path = path;
        this.mapping = mapping;
        this.buffer = new UnsafeBuffer(mapping);
        initialise(buffer);
        this.source = new ControlSource(buffer);
    }

    /**
     * Makes the control file of this process.
     *
     * @param directory in which it lies; made with mode 0700 where it does not exist
     * @return the file
     * @throws ControlException if the directory cannot be trusted, or the file cannot be made
     */
    public static ControlFile create(final Path directory)
    {
        final ControlDirectory trusted = ControlDirectory.make(directory);
        trusted.removeStale();
        final Path path = trusted.fileOf(ProcessHandle.current().pid());
        try
        {
            return create(path, trusted.begunFileOf(ProcessHandle.current().pid()));
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot make the control file " + path + " (" + e +
                "): one process has one engine with control; set packetflow.control.dir for a second one", e);
        }
    }

    /**
     * Gives the file its name when its header stands: a process that is killed before that must not leave what the next
     * one cannot understand.
     */
    private static ControlFile create(final Path path, final Path begun) throws IOException
    {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        {
            throw new FileAlreadyExistsException(path.toString());
        }
        Files.deleteIfExists(begun);
        try (FileChannel channel = FileChannel.open(begun, Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PrivateFiles.attributes(begun, PrivateFiles.FILE)))
        {
            final ControlFile made = new ControlFile(
                path, channel.map(FileChannel.MapMode.READ_WRITE, 0, ControlDescriptor.FILE_LENGTH));
            Files.move(begun, path, StandardCopyOption.ATOMIC_MOVE);
            return made;
        }
    }

    /** Writes the header and frees every record. */
    static void initialise(final AtomicBuffer buffer)
    {
        for (long sequence = 0; sequence < ControlDescriptor.CAPACITY; sequence++)
        {
            buffer.putLong(ControlDescriptor.record(sequence) + ControlDescriptor.STATE,
                ControlDescriptor.free(sequence));
        }
        final ProcessIdentity engine = ProcessIdentity.current();
        buffer.putLong(ControlDescriptor.MAGIC_OFFSET, ControlDescriptor.MAGIC);
        buffer.putInt(ControlDescriptor.VERSION_OFFSET, ControlDescriptor.VERSION);
        buffer.putInt(ControlDescriptor.CAPACITY_OFFSET, ControlDescriptor.CAPACITY);
        buffer.putLong(ControlDescriptor.PID_OFFSET, engine.pid());
        buffer.putLong(ControlDescriptor.START_TIME_OFFSET, engine.startTimeMillis());
        buffer.putLongRelease(ControlDescriptor.READY_OFFSET, ControlDescriptor.READY);
    }

    /** Returns where the file lies. */
    public Path path()
    {
        return path;
    }

    /** Returns the source that brings its commands into a molecule; there is one. */
    public ControlSource source()
    {
        return source;
    }

    /** Says in the file that its engine ended, and removes it. No node may poll the source any more. */
    @Override
    public void close()
    {
        if (closed)
        {
            return;
        }
        closed = true;
        buffer.putLongRelease(ControlDescriptor.CLOSED_TIME_OFFSET, System.currentTimeMillis());
        IoUtil.unmap(mapping);
        try
        {
            Files.deleteIfExists(path);
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot remove the control file " + path + ": " + e, e);
        }
    }
}
