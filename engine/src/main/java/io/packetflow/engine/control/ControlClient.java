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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.packetflow.engine.telemetry.PrivateFiles;
import io.packetflow.engine.telemetry.ProcessIdentity;

import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cold path. The writing end of a control file, for another process than the engine's; any number at a time.
 *
 * <p>A record is claimed with a compare-and-set, filled, and published with release. Nothing is lost: a command is
 * either taken by the engine, or its sender is told that it was not.
 */
public final class ControlClient implements AutoCloseable
{
    private static final long POLL_NANOS = 200_000;

    private final Path path;
    private final MappedByteBuffer mapping;
    private final AtomicBuffer buffer;

    /**
     * A command.
     *
     * @param code of {@link ControlCommands} or of the molecule
     * @param target which thing of the molecule it is about, 0 for none
     * @param firstValue of the command
     * @param secondValue of the command
     */
    public record Command(int code, long target, long firstValue, long secondValue)
    {
        /**
         * Makes a command without values.
         *
         * @param code of {@link ControlCommands} or of the molecule
         * @return the command
         */
        public static Command of(final int code)
        {
            return new Command(code, 0, 0, 0);
        }
    }

    private ControlClient(final Path path, final MappedByteBuffer mapping)
    {
        this.path = path;
        this.mapping = mapping;
        this.buffer = new UnsafeBuffer(mapping);
    }

    /**
     * Opens the control file of an engine.
     *
     * @param directory in which it lies
     * @param pid process id of the engine
     * @return the client
     * @throws ControlException if there is no such file, or it cannot be trusted or understood
     */
    public static ControlClient open(final ControlDirectory directory, final long pid)
    {
        final Path path = directory.fileOf(pid);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        {
            throw new ControlException("process " + pid + " has no control file here (" + path +
                "); engines with one: " + (directory.pids().isEmpty() ? "none" :
                directory.pids().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        OwnerOnly.require(path, PrivateFiles.FILE);
        try (FileChannel channel = FileChannel.open(path,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)))
        {
            if (channel.size() != ControlDescriptor.FILE_LENGTH)
            {
                throw new ControlException(path + " is no control file: it has " + channel.size() + " bytes and not " +
                    ControlDescriptor.FILE_LENGTH);
            }
            final ControlClient client = new ControlClient(
                path, channel.map(FileChannel.MapMode.READ_WRITE, 0, ControlDescriptor.FILE_LENGTH));
            client.requireUsable();
            return client;
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot open the control file " + path + ": " + e, e);
        }
    }

    private void requireUsable()
    {
        String fault = null;
        if (buffer.getLongVolatile(ControlDescriptor.READY_OFFSET) != ControlDescriptor.READY)
        {
            fault = " is not ready: its engine is still starting, or died while it did";
        }
        else if (buffer.getLong(ControlDescriptor.MAGIC_OFFSET) != ControlDescriptor.MAGIC)
        {
            fault = " is no control file: it begins with other bytes";
        }
        else if (buffer.getInt(ControlDescriptor.VERSION_OFFSET) != ControlDescriptor.VERSION)
        {
            fault = " has version " + buffer.getInt(ControlDescriptor.VERSION_OFFSET) +
                ", but this program writes version " + ControlDescriptor.VERSION;
        }
        if (fault != null)
        {
            close();
            throw new ControlException(path + fault);
        }
    }

    /** Returns the engine's process. */
    public ProcessIdentity engine()
    {
        return new ProcessIdentity(
            buffer.getLong(ControlDescriptor.PID_OFFSET), buffer.getLong(ControlDescriptor.START_TIME_OFFSET));
    }

    /** Returns whether the engine has not closed the file and its process is alive. */
    public boolean isEngineAlive()
    {
        return !isClosed() && engine().isAlive();
    }

    private boolean isClosed()
    {
        return buffer.getLongVolatile(ControlDescriptor.CLOSED_TIME_OFFSET) != 0;
    }

    /** Returns how many commands the engine has taken so far. */
    public long takenCount()
    {
        return buffer.getLongVolatile(ControlDescriptor.TAKEN_OFFSET);
    }

    /**
     * Writes a command and waits until the engine has taken it.
     *
     * @param command to write
     * @param timeoutNanos how long to wait
     * @throws ControlException if the engine is gone, or takes nothing within that time; the message says which
     */
    public void send(final Command command, final long timeoutNanos)
    {
        final long deadlineNanos = System.nanoTime() + timeoutNanos;
        final long sequence = claim(deadlineNanos);
        final int record = ControlDescriptor.record(sequence);
        buffer.putLong(record + ControlDescriptor.TARGET, command.target());
        buffer.putLong(record + ControlDescriptor.FIRST_VALUE, command.firstValue());
        buffer.putLong(record + ControlDescriptor.SECOND_VALUE, command.secondValue());
        buffer.putLong(record + ControlDescriptor.WRITER_PID, ProcessHandle.current().pid());
        buffer.putLong(record + ControlDescriptor.WRITER_TIME, System.currentTimeMillis());
        buffer.putLong(record + ControlDescriptor.COMMAND, command.code());
        buffer.putLongRelease(record + ControlDescriptor.STATE, ControlDescriptor.ready(sequence));
        awaitTaken(sequence, deadlineNanos);
    }

    private long claim(final long deadlineNanos)
    {
        while (true)
        {
            requireAlive("nothing was sent");
            final long first = takenCount();
            for (long sequence = first; sequence < first + ControlDescriptor.CAPACITY; sequence++)
            {
                if (buffer.compareAndSetLong(ControlDescriptor.record(sequence) + ControlDescriptor.STATE,
                    ControlDescriptor.free(sequence), claimOfThisProcess()))
                {
                    return sequence;
                }
            }
            pause(deadlineNanos, "the control file is full of commands that the engine does not take; nothing was " +
                "sent");
        }
    }

    private void awaitTaken(final long sequence, final long deadlineNanos)
    {
        while (takenCount() <= sequence)
        {
            requireAlive("it ended before it took the command");
            releaseDeadWriter();
            pause(deadlineNanos, "the command is written, but the engine has not taken it: it is still starting, or " +
                "its sequencing node stands still ('packetflow control status' shows its counters)");
        }
    }

    /** Where a writer died between its claim and its command, all behind it would wait for ever. */
    private void releaseDeadWriter()
    {
        final long sequence = takenCount();
        final int record = ControlDescriptor.record(sequence);
        final long state = buffer.getLongVolatile(record + ControlDescriptor.STATE);
        final boolean orphaned = state < 0 && !ProcessHandle.of(-state).map(ProcessHandle::isAlive).orElse(false);
        // The claim is taken over first, so that of several who see it one alone writes.
        if (orphaned && buffer.compareAndSetLong(record + ControlDescriptor.STATE, state, claimOfThisProcess()))
        {
            buffer.putLong(record + ControlDescriptor.COMMAND, ControlCommands.NOTHING);
            buffer.putLongRelease(record + ControlDescriptor.STATE, ControlDescriptor.ready(sequence));
        }
    }

    private static long claimOfThisProcess()
    {
        return -ProcessHandle.current().pid();
    }

    private void requireAlive(final String consequence)
    {
        if (isClosed())
        {
            throw new ControlException("the engine of process " + engine().pid() + " has stopped: " + consequence);
        }
        if (!engine().isAlive())
        {
            throw new ControlException("process " + engine().pid() + " is gone and left " + path + " behind: " +
                consequence + "; the next engine removes the file");
        }
    }

    private static void pause(final long deadlineNanos, final String complaint)
    {
        if (System.nanoTime() - deadlineNanos > 0)
        {
            throw new ControlException(complaint);
        }
        LockSupport.parkNanos(POLL_NANOS);
    }

    @Override
    public void close()
    {
        IoUtil.unmap(mapping);
    }
}
