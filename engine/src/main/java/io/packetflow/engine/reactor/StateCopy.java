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

import java.util.concurrent.atomic.AtomicLong;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateSizer;
import io.packetflow.layout.state.StateWriter;
import io.packetflow.ringbuffers.journal.append.JournalAppender;

/**
 * Cold path, but the molecule stands still for {@link #run}: it copies all state into memory that was touched before,
 * and does nothing else there. Warm-up and run use the same class, so that the first copy of a run is not the first.
 *
 * <p>Filled by the sequencing node's thread; whoever has seen {@link #isFilled()} reads it and then empties it.
 */
final class StateCopy implements Runnable, AutoCloseable
{
    private static final int ALIGNMENT = 4096;
    private static final double SPARE = 1.25;

    private final RunningMolecule molecule;
    private final long[] clientSequences;
    private final MoleculeState state;
    private JournalAppender appender;
    private Arena arena;
    private Slab buffer;
    private long bytes;
    private long sequence;
    private long timeNanos;
    private int recordChecksum;
    private volatile boolean filled;
    private volatile long longestPauseNanos;
    private volatile long lastPauseNanos;
    private final AtomicLong takenCount = new AtomicLong();
    private final AtomicLong droppedCount = new AtomicLong();

    /**
     * Makes room for the state as it is now.
     *
     * @param molecule whose state it is
     * @param clientSequences the sources' own numbers, which go along
     */
    StateCopy(final RunningMolecule molecule, final long[] clientSequences)
    {
        this.molecule = molecule;
        this.clientSequences = clientSequences;
        this.state = new MoleculeState(molecule, clientSequences);
        allocate(StateSizer.bytesOf("molecule", state));
    }

    /** Sets the appender of the journal whose records the copies name; before the first of them. */
    void tieTo(final JournalAppender value)
    {
        appender = value;
    }

    private void allocate(final long size)
    {
        final Arena larger = new Arena(HugePages.OFF);
        buffer = larger.allocate(Math.max(ALIGNMENT, (long)(size * SPARE)), ALIGNMENT);
        close();
        arena = larger;
    }

    /** On the sequencing node's thread, while every stage stands still. */
    @Override
    public void run()
    {
        if (filled)
        {
            droppedCount.incrementAndGet();
            return;
        }
        final long startNanos = System.nanoTime();
        followSources();
        bytes = copy();
        sequence = molecule.sequencing().lastAdmittedInstance();
        timeNanos = molecule.sequencing().lastTimeNanos();
        recordChecksum = appender.lastChecksum();
        takenCount.incrementAndGet();
        lastPauseNanos = System.nanoTime() - startNanos;
        longestPauseNanos = Math.max(longestPauseNanos, lastPauseNanos);
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
            allocate(copier.bytes());
            copier = new StateWriter(buffer);
            copier.part("molecule", state);
        }
        return copier.bytes();
    }

    /** Returns whether there is a copy that nobody has emptied yet. */
    boolean isFilled()
    {
        return filled;
    }

    /** Lets the next copy come. */
    void empty()
    {
        filled = false;
    }

    Slab buffer()
    {
        return buffer;
    }

    long bytes()
    {
        return bytes;
    }

    /** Returns the last instance that the copy holds. */
    long sequence()
    {
        return sequence;
    }

    long timeNanos()
    {
        return timeNanos;
    }

    /** Returns the checksum of that instance's record. */
    int recordChecksum()
    {
        return recordChecksum;
    }

    /** Returns how many copies were taken; any thread. */
    long takenCount()
    {
        return takenCount.get();
    }

    /** Returns how many were asked for while one was not yet emptied; any thread. */
    long droppedCount()
    {
        return droppedCount.get();
    }

    /** Returns for how long the molecule stood still the last time, in nanoseconds; any thread. */
    long lastPauseNanos()
    {
        return lastPauseNanos;
    }

    /** Returns for how long the molecule stood still at most, in nanoseconds; any thread. */
    long longestPauseNanos()
    {
        return longestPauseNanos;
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
