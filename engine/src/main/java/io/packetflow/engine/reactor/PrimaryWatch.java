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
import java.time.Instant;
import java.util.Optional;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The head of the epoch that another process writes, as its standby has it: whether the primary shows signs
 * of life, what the standby acknowledges, and the fence. Used by the standby's thread.
 */
final class PrimaryWatch implements AutoCloseable
{
    private final Storage storage;
    private StorageFile file;
    private Slab head;
    private int epoch;
    private long heartbeat;
    private long heardNanos;
    private boolean isSeen;

    PrimaryWatch(final Storage storage)
    {
        this.storage = storage;
    }

    /** Watches an epoch; the one before needs no watching any more. */
    void watch(final int newEpoch, final JournalHost host) throws IOException
    {
        if (newEpoch == epoch)
        {
            return;
        }
        close();
        file = storage.open(JournalFiles.headPath(newEpoch), true);
        head = file.map();
        epoch = newEpoch;
        heartbeat = 0;
        heardNanos = host.nanoTime();
        isSeen = isRunning(host);
    }

    /** Returns the epoch that is watched, 0 if none is. */
    int epoch()
    {
        return epoch;
    }

    /** Tells the primary what was applied. Ordering: release. */
    void acknowledge(final long sequence)
    {
        if (head != null)
        {
            head.putLongRelease(HeadLayout.REPLICA_SEQUENCE, sequence);
        }
    }

    /**
     * Returns how long there was no sign of life; 0 before the first one, while the primary only starts, and behind the
     * last one, while it closes its journal in order, which takes as long as its disk does.
     */
    long silenceNanos(final long nowNanos)
    {
        if (head == null)
        {
            return 0;
        }
        final long now = head.getLongAcquire(HeadLayout.HEARTBEAT);
        if (now != heartbeat)
        {
            heartbeat = now;
            heardNanos = nowNanos;
        }
        return heartbeat == 0 || heartbeat == HeadLayout.CLOSING ? 0 : nowNanos - heardNanos;
    }

    /**
     * Returns up to which instance the files hold what the primary appended, as far as it says.
     *
     * @param isWritten whether its journal thread writes them: what it had not written yet died with it, and no output
     *                  of that has left
     */
    long heldSequence(final boolean isWritten)
    {
        return head == null ? 0 :
            head.getLongAcquire(isWritten ? HeadLayout.DURABLE_SEQUENCE : HeadLayout.APPENDED_SEQUENCE);
    }

    /** Returns whether an error of the disk has stopped the primary's journal for good. */
    boolean isStopped()
    {
        return head != null && head.getLongAcquire(HeadLayout.STOP) != 0;
    }

    /**
     * Tells whether the process that wrote the head still runs, and may go on writing. One that is being taken apart by
     * the kernel does not: none of its threads comes back to its code.
     */
    boolean isRunning(final JournalHost host)
    {
        return head != null && head.getLongAcquire(HeadLayout.STOP) == 0 &&
            host.isRunning(head.getLong(HeadLayout.PID_OFFSET), head.getLong(HeadLayout.START_TIME_OFFSET));
    }

    /**
     * Tells whether the primary was killed and none of its threads comes back to its code. Only of one that was seen at
     * work: the process id of a writer in another container means nothing here, and only its lock tells.
     */
    boolean isDying(final JournalHost host)
    {
        return isSeen && host.isDying(head.getLong(HeadLayout.PID_OFFSET));
    }

    /**
     * Kills the primary, if the process of that id is still the one that wrote the head.
     *
     * @return whether it is dead or was told to die
     */
    boolean kill()
    {
        final Optional<ProcessHandle> process = ProcessHandle.of(head.getLong(HeadLayout.PID_OFFSET));
        final long startMillis = head.getLong(HeadLayout.START_TIME_OFFSET);
        if (process.isEmpty() ||
            process.get().info().startInstant().map(Instant::toEpochMilli).orElse(0L) != startMillis)
        {
            return true;
        }
        return process.get().destroyForcibly();
    }

    /** Fences the primary: when it wakes up it sends nothing more and halts. Ordering: release. */
    void fence(final int newEpoch)
    {
        if (head != null)
        {
            head.putLongRelease(HeadLayout.FENCE, newEpoch);
        }
    }

    String primary()
    {
        return "process " + head.getLong(HeadLayout.PID_OFFSET) + ", epoch " + epoch;
    }

    @Override
    public void close() throws IOException
    {
        if (file != null)
        {
            final StorageFile closing = file;
            file = null;
            head = null;
            epoch = 0;
            isSeen = false;
            closing.close();
        }
    }
}
