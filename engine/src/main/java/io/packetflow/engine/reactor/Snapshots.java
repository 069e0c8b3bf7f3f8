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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateSizer;
import io.packetflow.layout.state.StateWriter;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

/**
 * Cold path, but the molecule stands still for {@link #take}: it copies all state into memory that was touched before,
 * while no instance is in progress. A helper thread brings it to the disk afterwards ({@link #write}), once everything
 * up to its sequence is there. One at a time: a wish that comes before the last one is written is counted and dropped.
 */
final class Snapshots implements AutoCloseable
{
    private static final int ALIGNMENT = 4096;
    private static final double SPARE = 1.25;

    private final ReactorContext context;
    private final JournalOptions options;
    private final Storage storage;
    private final RunningMolecule molecule;
    private final long[] clientSequences;
    private final MoleculeState state;
    private final SnapshotStore store;
    private final List<String> obstacles;
    private Arena arena;
    private Slab buffer;
    private EpochWriter writer;
    private int epoch;
    private SnapshotSubject subject;
    private long bytes;
    private long lastSequence;
    // Handed over between the sequencing node's thread, which fills the buffer, and the one that writes it.
    private volatile boolean filled;
    private final AtomicLong droppedCount = new AtomicLong();
    private volatile long longestPauseNanos;

    Snapshots(
        final ReactorContext context,
        final JournalOptions options,
        final Storage storage,
        final RunningMolecule molecule,
        final long[] clientSequences)
    {
        this.context = context;
        this.options = options;
        this.storage = storage;
        this.molecule = molecule;
        this.clientSequences = clientSequences;
        this.state = new MoleculeState(molecule, clientSequences);
        this.store = new SnapshotStore(storage);
        this.obstacles = MoleculeState.obstacles(molecule);
    }

    /** Makes room and takes over the boundaries of a run; a molecule whose state cannot be saved goes without. */
    void attach(final EpochWriter epochWriter, final int epochNumber)
    {
        writer = epochWriter;
        epoch = epochNumber;
        if (!obstacles.isEmpty())
        {
            context.progress().accept("no snapshots: " + String.join("; ", obstacles));
            molecule.boundaryTask(droppedCount::incrementAndGet);
            return;
        }
        prepare();
        molecule.boundaryTask(this::take);
    }

    /** Makes room for the state as it is now, unless there is; a standby does it before it has to take over. */
    void prepare()
    {
        final long size = obstacles.isEmpty() ? StateSizer.bytesOf("molecule", state) : 0;
        if (obstacles.isEmpty() && (buffer == null || buffer.capacity() < size))
        {
            allocate((long)(size * SPARE));
        }
    }

    private void allocate(final long size)
    {
        final Arena larger = new Arena(HugePages.OFF);
        buffer = larger.allocate(Math.max(ALIGNMENT, size), ALIGNMENT);
        if (arena != null)
        {
            arena.close();
        }
        arena = larger;
    }

    /** On the sequencing node's thread, while every stage stands still. */
    private void take()
    {
        if (filled)
        {
            droppedCount.incrementAndGet();
            return;
        }
        final long startNanos = System.nanoTime();
        followSources();
        bytes = copy();
        subject = subject();
        longestPauseNanos = Math.max(longestPauseNanos, System.nanoTime() - startNanos);
        filled = true;
    }

    private void followSources()
    {
        for (int i = molecule.backEdges().size(); i < molecule.sources().size(); i++)
        {
            clientSequences[i] = Math.max(clientSequences[i], molecule.sources().get(i).clientSequence());
        }
    }

    private long copy()
    {
        StateWriter copier = new StateWriter(buffer);
        copier.part("molecule", state);
        if (!copier.fits())
        {
            // The state has grown beyond all that was spared: this once it takes longer.
            allocate((long)(copier.bytes() * SPARE));
            copier = new StateWriter(buffer);
            copier.part("molecule", state);
        }
        return copier.bytes();
    }

    private SnapshotSubject subject()
    {
        final NodeProgram sequencing = molecule.sequencing();
        final Map<String, Long> hashes = molecule.stateHashes();
        final long stateHash = StateHashes.combined(hashes);
        hashes.keySet().removeIf(name -> context.molecule().packet(name).filter(Packet::isOutput).isEmpty());
        return new SnapshotSubject(epoch, sequencing.lastAdmittedInstance(), sequencing.lastTimeNanos(),
            writer.appender().lastChecksum(), SchemaHash.of(context), stateHash, StateHashes.combined(hashes));
    }

    /** Brings a snapshot that was taken to the disk, if its instance is durable by now; the helper thread only. */
    void write()
    {
        if (!filled || writer.gate().sequence() < subject.sequence())
        {
            return;
        }
        try
        {
            syncJournal();
            store.write(subject, buffer, 0, bytes);
            store.prune(options.snapshotsKept(), false);
            lastSequence = subject.sequence();
            context.progress().accept(String.format(Locale.ROOT,
                "snapshot of instance %,d: %,d KiB, the molecule stood still for at most %,d us", lastSequence,
                bytes >> 10, longestPauseNanos / 1_000));
        }
        catch (final IOException e)
        {
            context.progress().accept("ALARM: the snapshot of instance " + subject.sequence() + " is not written: " +
                e.getMessage() + "; recovery uses the one before");
        }
        filled = false;
    }

    /** A snapshot must not outlive the journal before it: in mapped modes nobody has synced that yet. */
    private void syncJournal() throws IOException
    {
        for (final int segment : new JournalFiles(storage).segments(epoch))
        {
            try (StorageFile file = storage.open(JournalFiles.segmentPath(epoch, segment), true))
            {
                file.sync();
            }
        }
    }

    /** Returns how many instances were appended since the last snapshot that was taken. */
    boolean isDue()
    {
        return options.snapshotEvery() > 0 && obstacles.isEmpty() && !filled &&
            writer.head().getLongAcquire(HeadLayout.APPENDED_SEQUENCE) - lastSequence >= options.snapshotEvery();
    }

    /** Sets the instance from which the next one counts. */
    void countFrom(final long sequence)
    {
        lastSequence = sequence;
    }

    long droppedCount()
    {
        return droppedCount.get();
    }

    @Override
    public void close()
    {
        if (arena != null)
        {
            arena.close();
            arena = null;
        }
    }
}
