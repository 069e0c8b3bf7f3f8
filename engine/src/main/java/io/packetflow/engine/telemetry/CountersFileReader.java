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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/**
 * Cold path. Reads the counters of another process, alive or dead, without touching it: the file is mapped read-only.
 */
public final class CountersFileReader implements AutoCloseable
{
    private final Path path;
    private final MappedByteBuffer mapping;
    private final AtomicBuffer header;
    private final CountersReader counters;

    /**
     * A counter at the time of the call.
     *
     * @param typeId what is counted, see {@link CounterRange}
     * @param label  for people, with the owner's name
     * @param value  read with acquire semantics
     */
    public record Counter(int typeId, String label, long value)
    {
    }

    private CountersFileReader(final Path path, final MappedByteBuffer mapping)
    {
        this.path = path;
        this.mapping = mapping;
        header = new UnsafeBuffer(mapping, 0, HEADER_LENGTH);
        final int capacity = header.getInt(CAPACITY_OFFSET);
        counters = new CountersReader(
            new UnsafeBuffer(mapping, (int)header.getLong(METADATA_OFFSET_OFFSET),
                capacity * CountersReader.METADATA_LENGTH),
            new UnsafeBuffer(mapping, (int)header.getLong(VALUES_OFFSET_OFFSET),
                capacity * CountersReader.COUNTER_LENGTH),
            StandardCharsets.UTF_8);
    }

    /**
     * Maps a counters file.
     *
     * @param path of the file
     * @return the reader
     * @throws CountersFileException if there is none, or it is another kind of file, of another version,
     *                               unfinished, cut or damaged
     */
    public static CountersFileReader open(final Path path)
    {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ))
        {
            if (channel.size() < HEADER_LENGTH || channel.size() > Integer.MAX_VALUE)
            {
                throw new CountersFileException(path + " is no counters file: its length is " + channel.size());
            }
            final MappedByteBuffer mapping = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            final String fault = fault(new UnsafeBuffer(mapping));
            if (fault != null)
            {
                IoUtil.unmap(mapping);
                throw new CountersFileException(path + " " + fault);
            }
            return new CountersFileReader(path, mapping);
        }
        catch (final IOException e)
        {
            throw new CountersFileException("cannot read the counters file " + path + ": " + e, e);
        }
    }

    /**
     * Returns whether a file begins as a counters file does, whatever else is wrong with it.
     *
     * @param path of the file
     * @return whether it has the magic word; false also where it cannot be read
     */
    public static boolean isCountersFile(final Path path)
    {
        final ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ))
        {
            return channel.read(word, MAGIC_OFFSET) == Long.BYTES && word.getLong(0) == MAGIC;
        }
        catch (final IOException e)
        {
            return false;
        }
    }

    /** @return the writer's process id */
    public long pid()
    {
        return header.getLong(PID_OFFSET);
    }

    /** @return when the writer's process started, milliseconds since 1970 */
    public long startTimeMillis()
    {
        return header.getLong(START_TIME_OFFSET);
    }

    /** @return when the writer closed the file, milliseconds since 1970; empty while it runs or where it crashed */
    public OptionalLong closedTimeMillis()
    {
        final long millis = header.getLongVolatile(CLOSED_TIME_OFFSET);
        return millis == 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** @return whether the writer has not closed the file and its process, not a later one of the same id, is alive */
    public boolean isWriterAlive()
    {
        return closedTimeMillis().isEmpty() && new ProcessIdentity(pid(), startTimeMillis()).isAlive();
    }

    /** @return the version of the file's layout */
    public int version()
    {
        return header.getInt(VERSION_OFFSET);
    }

    /**
     * Reads all counters.
     *
     * @return every counter that is allocated, in the order of allocation
     * @throws CountersFileException if the file is damaged
     */
    public List<Counter> counters()
    {
        final List<Counter> all = new ArrayList<>();
        for (int id = 0; id <= counters.maxCounterId(); id++)
        {
            final int state = counters.getCounterState(id);
            if (state == CountersReader.RECORD_UNUSED)
            {
                break;
            }
            if (state == CountersReader.RECORD_ALLOCATED)
            {
                requireLabel(id);
                all.add(new Counter(
                    counters.getCounterTypeId(id), counters.getCounterLabel(id), counters.getCounterValue(id)));
            }
            else if (state != CountersReader.RECORD_RECLAIMED)
            {
                throw damaged(id, "its state is " + state);
            }
        }
        return all;
    }

    /** A length that points out of the file must not be followed: bounds checks may be off. */
    private void requireLabel(final int id)
    {
        final int length = counters.metaDataBuffer()
            .getInt(CountersReader.metaDataOffset(id) + CountersReader.LABEL_OFFSET);
        if (length < 0 || length > CountersReader.MAX_LABEL_LENGTH)
        {
            throw damaged(id, "its label has the length " + length);
        }
    }

    private CountersFileException damaged(final int id, final String fault)
    {
        return new CountersFileException(path + " is damaged at counter " + id + ": " + fault +
            "; end whatever writes into the file, remove it, and start the engine again");
    }

    @Override
    public void close()
    {
        IoUtil.unmap(mapping);
    }

    private static String fault(final AtomicBuffer file)
    {
        if (file.getLong(MAGIC_OFFSET) != MAGIC)
        {
            return "is no counters file: it begins with other bytes";
        }
        if (file.getLongVolatile(READY_OFFSET) != READY)
        {
            return "is not ready: its writer is still starting, or died while it did";
        }
        if (file.getInt(VERSION_OFFSET) != VERSION)
        {
            return "has version " + file.getInt(VERSION_OFFSET) + ", but this program reads version " + VERSION;
        }
        final long capacity = file.getInt(CAPACITY_OFFSET);
        final long end = HEADER_LENGTH + capacity * (CountersReader.METADATA_LENGTH + CountersReader.COUNTER_LENGTH);
        if (capacity < 1 || end > file.capacity())
        {
            return "is cut: " + file.capacity() + " of " + end + " bytes";
        }
        final long metadata = file.getLong(METADATA_OFFSET_OFFSET);
        final long values = file.getLong(VALUES_OFFSET_OFFSET);
        return metadata == HEADER_LENGTH && values == metadata + capacity * CountersReader.METADATA_LENGTH ? null :
            "is damaged: its header puts the counters at bytes " + metadata + " and " + values;
    }
}
