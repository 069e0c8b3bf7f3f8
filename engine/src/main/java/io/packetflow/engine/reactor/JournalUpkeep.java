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

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.journal.FencedException;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.JournalFaultEvent;
import io.packetflow.engine.telemetry.event.JournalFaultEvent.Fault;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/**
 * Cold path. A helper thread that looks after a running journal once a millisecond: tells a standby that the sequencing
 * node works, asks for less where space is low, and ends the reactor when another process has taken over. Nothing here
 * may take longer than a primary may be silent.
 */
final class JournalUpkeep implements AutoCloseable
{
    private final JournalDirectory directory;
    private final EpochWriter writer;
    private final SpaceUpkeep space;
    private final ReactorControl control;
    private final NodeLoop sequencing;
    private final PeriodicThread thread;
    private volatile boolean isClosing;

    JournalUpkeep(
        final JournalDirectory directory,
        final EpochWriter writer,
        final SpaceUpkeep space,
        final ReactorControl control,
        final NodeLoop sequencing,
        final CpuSet nodeCpus)
    {
        this.directory = directory;
        this.writer = writer;
        this.space = space;
        this.control = control;
        this.sequencing = sequencing;
        this.thread = new PeriodicThread("journal-upkeep", nodeCpus, this::step, () -> { });
    }

    /** Looks at the disk before anything is admitted, then goes on beside it. */
    void start()
    {
        space.step();
        thread.start();
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
                FlightRecording.commit(() -> new JournalFaultEvent(Fault.FENCED, fenced.getMessage()));
            }
            return;
        }
        writer.heartbeat(isClosing ? HeadLayout.CLOSING : sequencing.heartbeat());
        keepLock();
        space.step();
    }

    /** Says that the nodes end because somebody wants them to: their standby shall not take them for stalled. */
    void closing()
    {
        isClosing = true;
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
        thread.close();
        // A reactor may fail before its first sign was written: its standby shall not take it for one that starts.
        writer.heartbeat(isClosing ? HeadLayout.CLOSING : Math.max(1, sequencing.heartbeat()));
    }
}
