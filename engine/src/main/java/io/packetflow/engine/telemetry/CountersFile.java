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
package io.packetflow.engine.telemetry;

import static io.packetflow.engine.telemetry.CountersDescriptor.CAPACITY_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.CLOSED_TIME_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.HEADER_LENGTH;
import static io.packetflow.engine.telemetry.CountersDescriptor.MAGIC;
import static io.packetflow.engine.telemetry.CountersDescriptor.MAGIC_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.METADATA_OFFSET_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.PID_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.READY;
import static io.packetflow.engine.telemetry.CountersDescriptor.READY_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.START_TIME_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.VALUES_OFFSET_OFFSET;
import static io.packetflow.engine.telemetry.CountersDescriptor.VERSION;
import static io.packetflow.engine.telemetry.CountersDescriptor.VERSION_OFFSET;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;

/**
 * Cold path. The counters of this process in a memory-mapped file; {@link CountersDescriptor} has the layout.
 *
 * <p><b>Assumptions.</b> Counters are allocated by one thread, before the nodes start or while they run. Each counter
 * has one writer (a node, with {@code incrementRelease} or {@code setRelease}). Nobody touches a counter after
 * {@link #close()}: the memory is gone then, and the JVM with it.
 *
 * <p><b>Guarantees.</b> The file belongs to its owner alone (0600, its directory 0700 where it had to be made). A file
 * that has its name has its header; a reader that sees {@code ready} sees all of it. Counters lie 128 bytes apart, so
 * that no two writers share a line or a prefetched pair of lines. The file stays after close and after a crash, to be
 * read; the next engine takes its place, unless the process that wrote it is still alive.
 *
 * <p>Byte order is the host's, which is little-endian on every host that PacketFlow runs on.
 */
public final class CountersFile implements AutoCloseable
{
    /** Room for this many counters; 640 bytes of file each. */
    public static final int CAPACITY = 1_024;

    /** End of the name of a file that has no header yet. */
    private static final String BEGUN = ".new";

    private final Path path;
    private final MappedByteBuffer mapping;
    private final AtomicBuffer header;
    private final CountersManager manager;
    private boolean closed;

    private CountersFile(final Path path, final MappedByteBuffer mapping)
    {
        this.path = path;
        this.mapping = mapping;
        header = new UnsafeBuffer(mapping, 0, HEADER_LENGTH);
        final int metadataLength = CAPACITY * CountersReader.METADATA_LENGTH;
        final int valuesLength = CAPACITY * CountersReader.COUNTER_LENGTH;
        manager = new CountersManager(
            new UnsafeBuffer(mapping, HEADER_LENGTH, metadataLength),
            new UnsafeBuffer(mapping, HEADER_LENGTH + metadataLength, valuesLength),
            StandardCharsets.UTF_8);
        writeHeader(HEADER_LENGTH + metadataLength);
    }

    /**
     * Creates the file, in place of one that a process left behind.
     *
     * @param path of the file; its directory is made where it does not exist
     * @return the counters
     * @throws IllegalStateException if a live process writes the file
     * @throws UncheckedIOException  if it cannot be made
     */
    public static CountersFile create(final Path path)
    {
        refuseIfInUse(path);
        final int length = HEADER_LENGTH + CAPACITY * (CountersReader.METADATA_LENGTH + CountersReader.COUNTER_LENGTH);
        final Path file = path.toAbsolutePath();
        try
        {
            if (!Files.isDirectory(file.getParent()))
            {
                PrivateFiles.createDirectories(file.getParent());
            }
            // A new file and not the old one emptied: a reader that has the old one mapped keeps what it is reading.
            // And under another name until its header stands: a process that is killed before that must not leave
            // what the next one has to take for a file of another kind.
            final Path begun = file.resolveSibling(file.getFileName() + BEGUN);
            Files.deleteIfExists(begun);
            try (FileChannel channel = FileChannel.open(begun,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.attributes(begun, PrivateFiles.FILE)))
            {
                final CountersFile made =
                    new CountersFile(path, channel.map(FileChannel.MapMode.READ_WRITE, 0, length));
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
                return made;
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(
                "cannot make the counters file " + path + " (set packetflow.counters.file): " + e, e);
        }
    }

    /** @return the file as it was named */
    public Path path()
    {
        return path;
    }

    /**
     * Allocates a counter.
     *
     * @param type  of the counter
     * @param owner what it belongs to, such as the name of a node or a packet; empty for the whole process
     * @return the counter, zero; its memory is one pair of cache lines of its own
     * @throws IllegalArgumentException if the type id lies outside every module's range
     * @throws IllegalStateException    if all are taken or the file is closed
     */
    public AtomicCounter allocate(final CounterType type, final String owner)
    {
        if (closed)
        {
            throw new IllegalStateException("the counters file is closed: " + path);
        }
        CounterRange.of(type.typeId());
        final String label = owner.isEmpty() ? type.label() : owner + ": " + type.label();
        return manager.newCounter(label, type.typeId());
    }

    /** @return a view of this process's own counters */
    public CountersReader reader()
    {
        return manager;
    }

    /** Says in the file that its writer ended in good order, and unmaps it. No counter may be touched afterwards. */
    @Override
    public void close()
    {
        if (!closed)
        {
            closed = true;
            header.putLongRelease(CLOSED_TIME_OFFSET, System.currentTimeMillis());
            IoUtil.unmap(mapping);
        }
    }

    private void writeHeader(final int valuesOffset)
    {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN)
        {
            throw new IllegalStateException("the host must be little-endian: " + ByteOrder.nativeOrder());
        }
        header.putLong(MAGIC_OFFSET, MAGIC);
        header.putInt(VERSION_OFFSET, VERSION);
        header.putInt(CAPACITY_OFFSET, CAPACITY);
        final ProcessIdentity writer = ProcessIdentity.current();
        header.putLong(PID_OFFSET, writer.pid());
        header.putLong(START_TIME_OFFSET, writer.startTimeMillis());
        header.putLong(METADATA_OFFSET_OFFSET, HEADER_LENGTH);
        header.putLong(VALUES_OFFSET_OFFSET, valuesOffset);
        header.putLongRelease(READY_OFFSET, READY);
    }

    private static void refuseIfInUse(final Path path)
    {
        if (!Files.isRegularFile(path))
        {
            return;
        }
        try (CountersFileReader previous = CountersFileReader.open(path))
        {
            if (previous.isWriterAlive())
            {
                throw new IllegalStateException("the counters file " + path + " is in use by process " +
                    previous.pid() + "; give this engine another packetflow.counters.file");
            }
        }
        catch (final CountersFileException e)
        {
            throw new IllegalStateException("the file " + path +
                " exists and is no counters file; it is left alone: set packetflow.counters.file, or remove it", e);
        }
    }
}
