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
package io.packetflow.ringbuffers.journal.queue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;

/**
 * Hot path. Reads a queue that a {@link QueueFollower} fills or has filled, in this process or in another, from its
 * first record on; changes nothing. Each record is verified: length, CRC-32C, epoch, and that no sequence is missing.
 * Used by one thread, which closes it.
 *
 * <p>Behind the first damage nothing is read, and {@link #damage()} says what it is. One kind of damage cannot be told
 * from a queue that goes on later: that its end is lost. Whoever must know compares with the journal.
 */
public final class QueueReader implements AutoCloseable
{
    private final Path directory;
    private final int epoch;
    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(RecordFormat.MAX_FRAME_BYTES, Long.BYTES);
    private final QueueRecord record = new QueueRecord(slab);
    private long lastSequence;
    private String damage;

    private QueueReader(final Path directory, final int epoch, final SingleChronicleQueue queue)
    {
        this.directory = directory;
        this.epoch = epoch;
        this.queue = queue;
        this.tailer = queue.createTailer();
    }

    /**
     * Opens a queue.
     *
     * @param directory of the queue, one of those of {@link QueueDirectories}
     * @return a reader before the first record
     * @throws NoSuchFileException if there is no queue, or its follower has not appended anything yet: come again
     * @throws IOException if it is no queue of ours, or cannot be read
     */
    public static QueueReader open(final Path directory) throws IOException
    {
        final Path path = directory.toAbsolutePath().normalize();
        final QueueName name = QueueName.parse(String.valueOf(path.getFileName())).orElseThrow(() ->
            new IOException("a queue is a directory with a name such as e0000012-001, and this is not one: " + path +
                "; name one of those in the directory " + QueueDirectories.ROOT + " of a journal"));
        QueueReadiness.require(path);
        try
        {
            return open(path, name.epoch());
        }
        catch (final RuntimeException e)
        {
            throw new IOException("Chronicle Queue cannot open " + path + ": " + e.getMessage() +
                "; let another follower fill a new queue", e);
        }
    }

    private static QueueReader open(final Path path, final int epoch)
    {
        final SingleChronicleQueue queue = QueueBuilders.reading(path).build();
        boolean isOpen = false;
        try
        {
            final QueueReader reader = new QueueReader(path, epoch, queue);
            isOpen = true;
            return reader;
        }
        finally
        {
            if (!isOpen)
            {
                queue.close();
            }
        }
    }

    /**
     * Goes to the next record if it is there. Never waits for one.
     *
     * @return whether there is one; if not, it may come, or {@link #damage()} says why it will not
     */
    public boolean poll()
    {
        if (damage != null)
        {
            return false;
        }
        try (DocumentContext document = tailer.readingDocument())
        {
            return document.isPresent() && take(document.wire().bytes());
        }
        catch (final RuntimeException | AssertionError | InternalError e)
        {
            // In the words of Chronicle Queue, a damaged file is all of these.
            damaged("Chronicle Queue cannot read on (" + e + ')');
            return false;
        }
    }

    private boolean take(final Bytes<?> bytes)
    {
        final long excerptBytes = bytes.readRemaining();
        String fault = FrameCheck.lengthFault(excerptBytes);
        if (fault == null)
        {
            // Checked as a copy, so that what was checked is what is read.
            bytes.nativeRead(bytes.readPosition(), slab.address(), excerptBytes);
            fault = FrameCheck.fault(slab, (int)excerptBytes, epoch, lastSequence);
        }
        if (fault != null)
        {
            damaged(fault);
            return false;
        }
        lastSequence = record.sequence();
        return true;
    }

    private void damaged(final String fault)
    {
        damage = fault + " behind sequence " + lastSequence + " in " + directory +
            "; the journal has the record: let another follower fill a new queue";
    }

    /** Returns the record at which the reader stands; always the same object. */
    public QueueRecord record()
    {
        return record;
    }

    /** Returns why no further record will be read, empty while one may come: what is wrong, where, and the remedy. */
    public Optional<String> damage()
    {
        return Optional.ofNullable(damage);
    }

    @Override
    public void close()
    {
        try (arena)
        {
            tailer.close();
        }
        finally
        {
            queue.close();
        }
    }
}
