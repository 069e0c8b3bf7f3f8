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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. What a follower does, a step at a time, on whichever thread does it; the first step opens everything, so
 * that Chronicle's own threads descend from that thread, and that a queue which cannot be made fails like any other.
 * Nothing that goes wrong leaves a step.
 */
final class FollowerWork implements AutoCloseable
{
    private final Path journal;
    private final QueueDirectories directories;
    private final int epoch;
    private final QueueSettings settings;
    private final FollowerCounts counts;
    private final FollowerStop stop;
    private FollowerSource source;
    private QueueOutput output;
    private QueueFilling filling;
    private volatile Path directory;
    private volatile boolean isComplete;

    FollowerWork(
        final Path journal,
        final QueueDirectories directories,
        final int epoch,
        final QueueSettings settings,
        final FollowerCounts counts,
        final FollowerStop stop)
    {
        this.journal = journal;
        this.directories = directories;
        this.epoch = epoch;
        this.settings = settings;
        this.counts = counts;
        this.stop = stop;
    }

    /** Does a step; returns whether there was anything to do. */
    boolean step()
    {
        if (isEnded())
        {
            return false;
        }
        try
        {
            return fill();
        }
        catch (final IOException | RuntimeException | Error e)
        {
            // Errors too: a page that the disk cannot give is an InternalError.
            publish();
            stop.stop(e);
            close();
            return false;
        }
    }

    private boolean fill() throws IOException
    {
        if (filling == null)
        {
            open();
        }
        final int count = filling.fill(settings.batchRecords());
        publish();
        if (filling.isComplete())
        {
            close();
            isComplete = !stop.isStopped();
        }
        return count > 0;
    }

    private void publish()
    {
        if (filling != null)
        {
            counts.publish(filling);
        }
    }

    private void open() throws IOException
    {
        source = FollowerSource.open(new DirectoryStorage(journal), epoch);
        directories.claim(journal);
        output = QueueOutput.make(directories, epoch, settings, System.currentTimeMillis());
        filling = new QueueFilling(epoch, source.tail(), source.head(), output.frames());
        directory = output.directory();
    }

    /** Returns whether there will never be anything to do again. */
    boolean isEnded()
    {
        return isComplete || stop.isStopped();
    }

    boolean isComplete()
    {
        return isComplete;
    }

    Optional<Path> directory()
    {
        return Optional.ofNullable(directory);
    }

    /** Closes what is open, on the thread that did the steps. May be called twice. */
    @Override
    public void close()
    {
        final QueueOutput openOutput = output;
        final FollowerSource openSource = source;
        output = null;
        source = null;
        close(openOutput);
        close(openSource);
    }

    private void close(final Closeable part)
    {
        try
        {
            if (part != null)
            {
                part.close();
            }
        }
        catch (final IOException | RuntimeException | Error e)
        {
            stop.stop(e);
        }
    }
}
