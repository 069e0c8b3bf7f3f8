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
import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.journal.FencedException;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/**
 * Cold path. A helper thread that looks after a running journal once a millisecond: tells a standby that the sequencing
 * node works, brings snapshots to the disk, asks for them and for less where space is low, and ends the reactor when
 * another process has taken over.
 */
final class JournalUpkeep implements AutoCloseable
{
    private static final long PERIOD_NANOS = 1_000_000;
    private static final long JOIN_MILLIS = 10_000;

    private final JournalDirectory directory;
    private final EpochWriter writer;
    private final Snapshots snapshots;
    private final Runnable request;
    private final SpaceUpkeep space;
    private final ReactorControl control;
    private final NodeLoop sequencing;
    private final Thread thread;
    private volatile boolean running = true;

    JournalUpkeep(
        final JournalDirectory directory,
        final EpochWriter writer,
        final Snapshots snapshots,
        final Runnable request,
        final SpaceUpkeep space,
        final ReactorControl control,
        final NodeLoop sequencing)
    {
        this.directory = directory;
        this.writer = writer;
        this.snapshots = snapshots;
        this.request = request;
        this.space = space;
        this.control = control;
        this.sequencing = sequencing;
        this.thread = ThreadPinning.helperThread("journal-upkeep", this::run);
    }

    /** Looks at the disk before anything is admitted, then goes on beside it. */
    void start()
    {
        space.step();
        thread.start();
    }

    private void run()
    {
        while (running)
        {
            step();
            LockSupport.parkNanos(PERIOD_NANOS);
        }
        snapshots.write();
    }

    void step()
    {
        final long fence = writer.head().getLongAcquire(HeadLayout.FENCE);
        if (fence != 0)
        {
            if (control.isAlive())
            {
                final FencedException fenced = new FencedException(fence);
                control.fail("the journal", fenced.getMessage(), fenced);
            }
            return;
        }
        writer.heartbeat(sequencing.heartbeat());
        keepLock();
        snapshots.write();
        if (snapshots.isWanted())
        {
            request.run();
        }
        space.step();
    }

    /** Who took over from a writer that only stood still has no lock until that one is gone. */
    private void keepLock()
    {
        try
        {
            directory.lockBehindFenced();
        }
        catch (final IOException e)
        {
            writer.fail(e);
        }
    }

    @Override
    public void close()
    {
        running = false;
        if (!thread.isAlive())
        {
            // Never started: what the thread does last is done here.
            snapshots.write();
            return;
        }
        LockSupport.unpark(thread);
        try
        {
            thread.join(JOIN_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
