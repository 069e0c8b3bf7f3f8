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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.journal.FencedException;
import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.queue.QueueDirectories;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochReserve;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalFailure;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

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
    private final List<String> sourceNames;
    private Following following;
    private EpochReserve reserve;
    private EpochWriter writer;
    private int epoch;
    private JournalUpkeep upkeep;
    private SnapshotUpkeep snapshotUpkeep;
    private Snapshots snapshots;
    private RecoveryReport report;
    private LiveOrders.Event event;
    private List<String> forgotten = List.of();

    private JournalSession(
        final ReactorContext context, final JournalOptions options, final JournalDirectory directory)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
        this.sourceNames = sourceNames(context);
    }

    /** Opens the directory and takes its lock: a second writer is refused before anything else is done. */
    static JournalSession open(final ReactorContext context, final JournalOptions options)
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
            return new JournalSession(context, options, directory);
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

    /** Returns the names of a context's sources in order of precedence, as the journal's records number them. */
    static List<String> sourceNames(final ReactorContext context)
    {
        final List<String> names = new ArrayList<>();
        context.backEdges().forEach(edge -> names.add("back edge of " + edge.packet()));
        context.sources().forEach(source -> names.add(source.name()));
        if (context.molecule().kinds().contains(InstanceKind.TIMER))
        {
            names.add("timer");
        }
        return names;
    }

    RecoveryReport report()
    {
        return report;
    }

    /** Returns what the run goes on after; empty where it is the first, or its predecessor was closed in order. */
    Optional<LiveOrders.Event> event()
    {
        return Optional.ofNullable(event);
    }

    /**
     * Follows the primary until it has to be replaced, begins an epoch in its place, and brings out what it has not.
     *
     * @param replayControl of what is applied meanwhile
     * @param standby when to take over
     */
    void follow(final RunningMolecule molecule, final ReactorControl replayControl, final StandbyOptions standby)
    {
        following = new Following(context, options, directory, molecule, sourceNames);
        snapshots = new Snapshots(context, options, directory, molecule, following.clientSequences());
        try
        {
            report = following.run(replayControl, standby, this::prepare);
            event = LiveOrders.Event.PROMOTION;
            reserve = following.reserve();
            begin(molecule, following.last());
            // Behind the begin: it has brought to the disk what these follow from, where they wait for that.
            context.recoveryListener().afterBurst();
        }
        catch (final IOException e)
        {
            throw new JournalException("the standby cannot follow the journal " + options.directory() + ": " +
                e.getMessage(), e);
        }
    }

    /** What a takeover would wait for. */
    private void prepare()
    {
        snapshots.prepare();
        if (context.journalHost().hasThreads())
        {
            JournalRehearsal.run(context, options);
        }
    }

    /** Says, when the nodes run, what a takeover took, and lets go what it followed by. */
    void endTakeover() throws IOException
    {
        if (following != null)
        {
            context.progress().accept(String.format(Locale.ROOT, "promoted: epoch %d begins behind instance %,d, %s",
                reserve.epoch(), following.last().sequence(), following.promotion(context.journalHost().nanoTime())));
            closeFollowing();
        }
    }

    private void closeFollowing() throws IOException
    {
        if (following != null)
        {
            final Following closing = following;
            following = null;
            closing.close();
        }
    }

    /** Recovers the molecule and begins an epoch: its programs are those of the run afterwards. */
    void recover(final RunningMolecule molecule, final ReactorControl replayControl)
    {
        try
        {
            final Recovery recovery = new Recovery(context, options, directory, molecule, sourceNames);
            report = recovery.run(replayControl);
            event = recovery.isAfterDeath() ? LiveOrders.Event.FAILURE : null;
            snapshots = new Snapshots(context, options, directory, molecule, recovery.clientSequences());
            begin(molecule, recovery.last());
        }
        catch (final IOException e)
        {
            throw new JournalException("the journal " + options.directory() + " cannot be recovered: " +
                e.getMessage(), e);
        }
    }

    private void begin(final RunningMolecule molecule, final LastRecord last) throws IOException
    {
        final EpochStart start = new EpochStart(last.epoch(), last.checksum(), last.sequence(),
            context.journalHost().wallNanos(), directory.writer().bootIdHigh(), directory.writer().bootIdLow(),
            directory.writer().pid(), SchemaHash.of(context), options.durability().code(), sourceNames,
            options.carriedText());
        epoch = reserve == null ? directory.nextEpoch() : reserve.epoch();
        final EpochPlan plan = new EpochPlan(epoch, options.durability(), start, last.timeNanos(),
            Math.max(MIN_BODY_BYTES, context.molecule().maxInputBytes()));
        final LongSupplier clock = context.journalHost()::nanoTime;
        writer = reserve == null ? EpochWriter.begin(directory, options.settings(), plan, clock) :
            EpochWriter.begin(reserve, plan, clock);
        if (context.journalHost().hasThreads())
        {
            // Before the gate opens, so that the next segment is ready or on its way by then.
            writer.start(task -> ThreadPinning.helperThread("journal", task));
        }
        molecule.run(writer.appender(), writer.gate());
        snapshots.countFrom(lastSnapshot(last.sequence()));
        snapshots.attach(writer, epoch, forgotten);
    }

    /** Sets the packets whose state did not come back in a rehearsal: a snapshot without it is worth nothing. */
    void forgotten(final List<String> packets)
    {
        forgotten = packets;
    }

    /** A standby's primary has gone on to take snapshots since the one that it began with. */
    private long lastSnapshot(final long lastSequence) throws IOException
    {
        return reserve == null ? report.snapshotSequence() :
            new SnapshotStore(directory.storage()).sequences().stream().filter(sequence -> sequence <= lastSequence)
                .findFirst().orElse(0L);
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
            options.directory(), writer::spaceState, commands, control, context.progress()), control, sequencing);
        snapshotUpkeep = new SnapshotUpkeep(snapshots, askForSnapshot);
        if (context.journalHost().hasThreads())
        {
            upkeep.start();
            snapshotUpkeep.start();
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
     * @param nodeCpus on which it does not run
     */
    JournalQueue queue(final QueueOptions queue, final CpuSet nodeCpus)
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
            return;
        }
        final FencedException fenced = new FencedException(fence);
        control.fail("the journal", fenced.getMessage(), fenced);
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
            writer.closeCleanly(StateHashes.encode(hashes));
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
            upkeep.close();
            upkeep = null;
            snapshotUpkeep.close();
            snapshotUpkeep = null;
        }
    }

    @Override
    public void close()
    {
        stopUpkeep();
        try
        {
            closeFollowing();
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
