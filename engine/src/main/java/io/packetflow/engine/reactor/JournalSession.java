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
import java.util.Map;
import java.util.Optional;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.journal.FencedException;
import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.JournalFaultEvent;
import io.packetflow.engine.telemetry.event.JournalFaultEvent.Fault;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.queue.QueueDirectories;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalFailure;

/**
 * Cold path. The journal of one reactor from its lock to its last record: recovers the molecule, begins an epoch, looks
 * after it while the nodes run, closes it in order. Used by the reactor's thread.
 */
final class JournalSession implements AutoCloseable
{
    /** Room for the record that closes an epoch, whatever the molecule's inputs are. */
    private static final int MIN_BODY_BYTES = 1024;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final SourceNumbers numbers;
    private final CpuSet nodeCpus;
    private Succession succession;
    private EpochWriter writer;
    private int epoch;
    private JournalUpkeep upkeep;
    private SnapshotUpkeep snapshotUpkeep;
    private Snapshots snapshots;
    private JournalCounters counters;
    private RecoveryReport report;
    private List<String> forgotten = List.of();

    private JournalSession(
        final ReactorContext context,
        final JournalOptions options,
        final JournalDirectory directory,
        final CpuSet nodeCpus)
    {
        this.context = context;
        this.nodeCpus = nodeCpus;
        this.options = options;
        this.directory = directory;
        this.numbers = SourceNumbers.of(context);
    }

    /**
     * Opens the directory and takes its lock: a second writer is refused before anything else is done.
     *
     * @param context of the reactor
     * @param options of its journal
     * @param nodeCpus on which no thread of the journal runs, unless the process has no others
     */
    static JournalSession open(
        final ReactorContext context, final JournalOptions options, final CpuSet nodeCpus)
    {
        JournalDirectory directory = null;
        try
        {
            directory = context.journalHost().open(options.directory());
            if (context.standby().isEmpty())
            {
                directory.lock();
            }
            claimQueue(context, options);
            return new JournalSession(context, options, directory, nodeCpus);
        }
        catch (final IOException e)
        {
            if (directory != null)
            {
                directory.close();
            }
            throw new JournalException(e.getMessage(), e);
        }
    }

    /** Now, and not when the run has begun: where the place of the queue is wrong, its user is still there. */
    private static void claimQueue(final ReactorContext context, final JournalOptions options) throws IOException
    {
        if (context.queue().isPresent())
        {
            try
            {
                QueueDirectories.at(context.queue().get().directory()).claim(options.directory());
            }
            catch (final IOException e)
            {
                throw new IOException("the queue behind the journal: " + e.getMessage(), e);
            }
        }
    }

    RecoveryReport report()
    {
        return report;
    }

    /** Returns what the run goes on after; empty where it is the first, or its predecessor was closed in order. */
    Optional<LiveOrders.Event> event()
    {
        return succession.event();
    }

    /**
     * Brings the molecule to where the run before it ended, as a standby or by recovery, and begins an epoch: its
     * programs are those of the run afterwards.
     *
     * @param molecule that has done nothing yet
     * @param replayControl of what is replayed
     */
    void succeed(final RunningMolecule molecule, final ReactorControl replayControl)
    {
        snapshots = new Snapshots(context, options, directory, molecule, numbers.values());
        succession = context.standby().isPresent() ?
            new Following(context, options, directory, molecule, numbers, snapshots) :
            new Recovery(context, options, directory, molecule, numbers);
        try
        {
            report = succession.run(replayControl);
            begin(molecule, succession.last());
            succession.begun();
        }
        catch (final IOException e)
        {
            throw new JournalException(succession.failureText() + ": " + e.getMessage(), e);
        }
    }

    /** Does, when the nodes run, what a takeover has left for then. */
    void endSuccession()
    {
        try
        {
            succession.end();
        }
        catch (final IOException e)
        {
            context.progress().accept("what was followed is not let go: " + e.getMessage());
        }
    }

    private void begin(final RunningMolecule molecule, final LastRecord last) throws IOException
    {
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(),
            context.journalHost().wallNanos(), directory.writer().bootIdHigh(), directory.writer().bootIdLow(),
            directory.writer().pid(), SchemaHash.of(context), options.durability().code(), numbers.names(),
            options.carriedText());
        epoch = succession.epoch();
        final EpochPlan plan = new EpochPlan(epoch, options.durability(), start, last.timeNanos(),
            Math.max(MIN_BODY_BYTES, context.molecule().maxInputBytes()));
        writer = succession.begin(plan);
        if (context.journalHost().hasThreads())
        {
            // Before the gate opens, so that the next segment is ready or on its way by then.
            writer.start(task -> ThreadPinning.helperThread("journal", nodeCpus, task));
        }
        molecule.run(writer.appender(), writer.gate());
        snapshots.countFrom(succession.lastSnapshot());
        snapshots.attach(writer, epoch, forgotten);
        counters = new JournalCounters(writer, epoch, options.durability());
    }

    /** Returns how far the epoch is that has begun. */
    JournalCounters counters()
    {
        return counters;
    }

    /** Sets the packets whose state did not come back in a rehearsal: a snapshot without it is worth nothing. */
    void forgotten(final List<String> packets)
    {
        forgotten = packets;
    }

    /** Returns the snapshots of the run. */
    Snapshots snapshots()
    {
        return snapshots;
    }

    /** Starts what looks after the journal while the nodes run; on a host without threads it waits to be stepped. */
    void start(final ReactorControl control, final NodeLoop sequencing)
    {
        writer.onFailure(failure -> tell(control, failure));
        final EngineCommandSource commands = context.engineCommands().orElse(null);
        final Runnable askForSnapshot = commands == null ? () -> { } : () -> commands.request(ControlCommands.SNAPSHOT);
        upkeep = new JournalUpkeep(directory, writer, new SpaceUpkeep(
            options.directory(), writer::spaceState, commands, control, context.progress()), control, sequencing,
            nodeCpus);
        snapshotUpkeep = new SnapshotUpkeep(snapshots, askForSnapshot, nodeCpus);
        if (context.journalHost().hasThreads())
        {
            upkeep.start();
            snapshotUpkeep.start();
        }
    }

    /** Says that the nodes are about to be stopped in order. */
    void closing()
    {
        if (upkeep != null)
        {
            upkeep.closing();
        }
    }

    /** Returns what writes the epoch; on a host without threads who steps the nodes steps it too. */
    EpochWriter writer()
    {
        return writer;
    }

    /** Does once what the threads of the upkeep do; on a host without threads. */
    void stepUpkeep()
    {
        upkeep.step();
        snapshotUpkeep.step();
    }

    /**
     * Prepares the queue behind the epoch that has begun.
     *
     * @param queue where it is
     */
    JournalQueue queue(final QueueOptions queue)
    {
        return new JournalQueue(queue, options, epoch,
            () -> writer.head().getLongAcquire(HeadLayout.APPENDED_SEQUENCE), nodeCpus, context.progress());
    }

    /** The journal's threads may see the fence before the upkeep does: whoever is first, the reason is the same. */
    private void tell(final ReactorControl control, final JournalFailure failure)
    {
        final long fence = writer.head().getLongAcquire(HeadLayout.FENCE);
        if (fence == 0)
        {
            control.fail("the journal", failure.message(), failure.cause());
            FlightRecording.commit(() -> new JournalFaultEvent(Fault.STOPPED, failure.message()));
            return;
        }
        final FencedException fenced = new FencedException(fence);
        control.fail("the journal", fenced.getMessage(), fenced);
        FlightRecording.commit(() -> new JournalFaultEvent(Fault.FENCED, fenced.getMessage()));
    }

    /**
     * Closes the epoch in order; the nodes have ended and nothing is in progress.
     *
     * @param hashes state hashes of the packets
     */
    void closeCleanly(final Map<String, Long> hashes)
    {
        try
        {
            stopUpkeep();
            counters.end();
            writer.closeCleanly(StateHashes.encode(hashes));
            counters.closedInOrder();
        }
        catch (final IOException e)
        {
            throw new JournalException("the journal could not be closed in order: " + e.getMessage() +
                "; the next start recovers from what it holds", e);
        }
        finally
        {
            close();
        }
    }

    private void stopUpkeep()
    {
        if (upkeep != null)
        {
            // In this order: the last snapshot may take longer than a primary may be silent.
            snapshotUpkeep.close();
            snapshotUpkeep = null;
            upkeep.close();
            upkeep = null;
        }
    }

    @Override
    public void close()
    {
        stopUpkeep();
        try
        {
            if (succession != null)
            {
                succession.close();
            }
        }
        catch (final IOException e)
        {
            throw new JournalException("the journal that was followed cannot be let go: " + e.getMessage(), e);
        }
        finally
        {
            closeParts();
        }
    }

    private void closeParts()
    {
        if (counters != null)
        {
            counters.end();
        }
        if (writer != null)
        {
            writer.close();
        }
        if (snapshots != null)
        {
            snapshots.close();
        }
        directory.close();
    }
}
