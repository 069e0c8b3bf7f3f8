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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.JournalFaultEvent;
import io.packetflow.engine.telemetry.event.JournalFaultEvent.Fault;
import io.packetflow.engine.telemetry.event.SnapshotEvent;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.SpaceState;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

/**
 * Cold path. The snapshots of a run: the sequencing node's thread copies ({@link StateCopy}), a helper thread hashes
 * the copy and brings it to the disk ({@link #write}) once everything up to its sequence is there. One at a time: a
 * wish that comes before the last one is written is counted and dropped.
 */
final class Snapshots implements AutoCloseable
{
    private static final long NEVER = -1;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final long[] clientSequences;
    private final SnapshotStore store;
    private final List<String> obstacles;
    private final long schemaHash;
    private final AtomicLong refusedCount = new AtomicLong();
    private EpochWriter writer;
    private int epoch;
    private StateCopy copy;
    private long lastSequence;
    private long askedAtCount = NEVER;
    private long openSegment;
    private boolean areEarlierEpochsSynced;

    Snapshots(
        final ReactorContext context,
        final JournalOptions options,
        final JournalDirectory directory,
        final RunningMolecule molecule,
        final long[] clientSequences)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
        this.molecule = molecule;
        this.clientSequences = clientSequences;
        this.store = new SnapshotStore(directory.storage());
        this.obstacles = new ArrayList<>(MoleculeState.obstacles(molecule));
        this.schemaHash = SchemaHash.of(context);
    }

    /**
     * Makes room and takes over the boundaries of a run; a molecule whose state cannot be saved goes without.
     *
     * @param epochWriter of the run
     * @param epochNumber of the run
     * @param forgotten packets that were found not to save all of their state
     */
    void attach(final EpochWriter epochWriter, final int epochNumber, final List<String> forgotten)
    {
        writer = epochWriter;
        epoch = epochNumber;
        forgotten.forEach(packet -> obstacles.add("packet " + packet + " comes back from a snapshot in another " +
            "state: its handler or one of its resources exchanges less than it hashes"));
        if (!obstacles.isEmpty())
        {
            context.progress().accept("no snapshots: " + String.join("; ", obstacles));
            molecule.boundaryTask(refusedCount::incrementAndGet);
            return;
        }
        prepare();
        copy.tieTo(epochWriter.appender());
        molecule.boundaryTask(copy);
    }

    /** Makes room for the state as it is now, unless there is; a standby does it before it has to take over. */
    void prepare()
    {
        if (obstacles.isEmpty() && copy == null)
        {
            copy = new StateCopy(molecule, clientSequences);
        }
    }

    /** Brings a snapshot that was taken to the disk, if its instance is durable by now; the helper thread only. */
    void write()
    {
        if (copy == null || !copy.isFilled() || !mayWrite() || writer.gate().sequence() < copy.sequence() ||
            !syncJournal())
        {
            return;
        }
        final Optional<SnapshotEvent> event = FlightRecording.begin(SnapshotEvent::new);
        try
        {
            store.write(new SnapshotSubject(epoch, copy.sequence(), copy.timeNanos(), copy.recordChecksum(), schemaHash,
                StateBytes.hashOf(copy.buffer(), copy.bytes()), 0), copy.buffer(), 0, copy.bytes());
            event.ifPresent(one -> one.end(copy.sequence(), copy.bytes(), copy.lastPauseNanos()));
            store.prune(options.snapshotsKept(), false);
            context.progress().accept(String.format(Locale.ROOT,
                "snapshot of instance %,d: %,d KiB, the molecule stood still for %,d us", copy.sequence(),
                copy.bytes() >> 10, copy.lastPauseNanos() / 1_000));
        }
        catch (final IOException e)
        {
            final String message = "the snapshot of instance " + copy.sequence() + " is not written: " +
                e.getMessage() + "; recovery uses the one before";
            context.progress().accept("ALARM: " + message);
            FlightRecording.commit(() -> new JournalFaultEvent(Fault.SNAPSHOT, message));
        }
        // Also where it failed: a disk that takes none is not asked again at once.
        lastSequence = copy.sequence();
        copy.empty();
    }

    /** Whoever was fenced writes nothing more, and of a journal that stopped nobody knows what is on the disk. */
    private boolean mayWrite()
    {
        return !writer.isFailed() && !writer.gate().isFenced();
    }

    /**
     * A snapshot must not outlive the journal before it: in mapped modes nobody has synced that yet. An error is one of
     * the journal and ends it: the next sync would succeed and prove nothing.
     */
    private boolean syncJournal()
    {
        try
        {
            if (!options.durability().isWritten())
            {
                syncSegments();
            }
            return true;
        }
        catch (final IOException e)
        {
            writer.fail(e);
            return false;
        }
    }

    private void syncSegments() throws IOException
    {
        // Before the sync: what is full by now is on the disk for good afterwards, and may be pruned then.
        final long position = writer.head().getLongAcquire(HeadLayout.APPENDED_POSITION);
        final long open = Math.max(0, position - 1) / options.settings().segmentBytes();
        if (areEarlierEpochsSynced)
        {
            for (final int segment : new JournalFiles(directory.storage()).segments(epoch))
            {
                if (segment >= openSegment)
                {
                    sync(segment);
                }
            }
        }
        else
        {
            // Once: nobody appends to them any more.
            directory.syncRecords();
            areEarlierEpochsSynced = true;
        }
        openSegment = open;
    }

    private void sync(final int segment) throws IOException
    {
        try (StorageFile file = directory.storage().open(JournalFiles.segmentPath(epoch, segment), true))
        {
            file.sync();
        }
    }

    /**
     * Returns whether a snapshot is to be asked for now, because so many instances were appended since the last one;
     * true once for each. Never where space is low: the room is the journal's. The helper thread only.
     */
    boolean isWanted()
    {
        if (options.snapshotEvery() == 0 || copy == null || copy.isFilled() || askedAtCount == copy.takenCount() ||
            writer.spaceState() != SpaceState.OPEN ||
            writer.head().getLongAcquire(HeadLayout.APPENDED_SEQUENCE) - lastSequence < options.snapshotEvery())
        {
            return false;
        }
        // Until one is taken, this wish or another's, it is not repeated.
        askedAtCount = copy.takenCount();
        return true;
    }

    /** Sets the instance from which the next one counts; before the nodes run. */
    void countFrom(final long sequence)
    {
        lastSequence = sequence;
    }

    /** Returns how many snapshots were taken; any thread. */
    long takenCount()
    {
        return copy == null ? 0 : copy.takenCount();
    }

    /** Returns how many wishes for a snapshot came to nothing; any thread. */
    long droppedCount()
    {
        return refusedCount.get() + (copy == null ? 0 : copy.droppedCount());
    }

    /** Returns for how long the molecule stood still for a snapshot at most, in nanoseconds; any thread. */
    long longestPauseNanos()
    {
        return copy == null ? 0 : copy.longestPauseNanos();
    }

    @Override
    public void close()
    {
        if (copy != null)
        {
            copy.close();
        }
    }
}
