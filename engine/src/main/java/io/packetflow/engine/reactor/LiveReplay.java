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

import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.snapshot.Snapshot;

/**
 * Cold path. A molecule that goes along with a journal that may still grow, as a standby does, and never takes over: it
 * takes no lock, begins no epoch, changes no file and lets nothing go. It begins at the newest sound snapshot, and
 * wherever it stands its resources are those of the run after the same instance. Used by one thread.
 */
public final class LiveReplay implements AutoCloseable
{
    private final ReplayedMolecule molecule;
    private LiveTail tail;
    private Replay replay;
    /** Of the molecule that wrote what was read, once it was found to be this one. */
    private long schemaHash;

    private LiveReplay(final ReactorContext context)
    {
        this.molecule = ReplayedMolecule.of(context, this::begin);
    }

    /**
     * Begins at the newest sound snapshot, or before the first instance.
     *
     * @param context with the journal's options; concluded here
     * @return a replay that stands there
     * @throws JournalException if the journal cannot be read
     * @throws RecoveryRefusedException if another molecule or configuration wrote it
     */
    public static LiveReplay of(final ReactorContext context)
    {
        return new LiveReplay(context);
    }

    private void begin(final ReplayedMolecule made, final Arena arena) throws IOException
    {
        final Optional<Snapshot> snapshot = made.choose(arena, Long.MAX_VALUE);
        tail = LiveTail.after(made.files(), Restoration.anchorOf(snapshot));
        made.reads(tail::close);
        requireMolecule(made.restoration());
        final LiveRecords records = new LiveRecords(tail);
        // A later epoch, or an end, is to be seen at once: who follows comes by seldom.
        records.lookAtOnce();
        replay = made.replay(made.restore(snapshot, records, tail.epochStart()), Replay::requireClosed);
    }

    /** What another molecule wrote must not be taken for this one's, as soon as an epoch says so. */
    private void requireMolecule(final Restoration restoration)
    {
        final EpochStart start = tail.epochStart();
        if (start != null && start.schemaHash() != schemaHash)
        {
            restoration.requireSchema(start.schemaHash(), "an epoch behind instance " + start.lastSequence());
            schemaHash = start.schemaHash();
        }
    }

    /**
     * Applies a burst of instances, if there are any.
     *
     * @return whether there was anything to do; if not, all that the journal holds now is applied
     * @throws io.packetflow.engine.journal.ReplayException if the molecule does not follow the journal
     * @throws RecoveryRefusedException if another molecule or configuration goes on with the journal
     * @throws ReactorException if a handler failed and the policy is to halt
     */
    public boolean step()
    {
        final boolean more = replay.step();
        requireMolecule(molecule.restoration());
        return more;
    }

    /** Returns whether all packets are done with all instances that were taken, so that resources can be read. */
    public boolean isAtRest()
    {
        return molecule.molecule().isDrained();
    }

    /** Returns why no further instance will come, a sentence; empty while one may. */
    public Optional<String> end()
    {
        return Optional.ofNullable(tail.end()).map(end -> end.text());
    }

    /** Returns the sequence of the last instance that was applied. */
    public long lastSequence()
    {
        return molecule.lastSequence();
    }

    /** Returns the last record that was read, which at rest is that instance's or one behind it. */
    public LastRecord lastRecord()
    {
        return tail.last();
    }

    /** Returns the sequence of the snapshot at which it began, 0 if it began with the first instance. */
    public long startSequence()
    {
        return molecule.startSequence();
    }

    /** Returns what else is to be known, a sentence each. */
    public List<String> remarks()
    {
        return List.copyOf(molecule.remarks());
    }

    /**
     * Returns a resource, which may be read between two steps that leave the molecule {@link #isAtRest() at rest}.
     *
     * @param name of the resource
     * @param type class of the resource
     * @param <R> type of the resource
     * @return the resource
     */
    public <R> R resource(final String name, final Class<R> type)
    {
        return molecule.resource(name, type);
    }

    /** Returns the state hashes of the packets in order of composition. */
    public Map<String, Long> stateHashes()
    {
        return molecule.molecule().stateHashes();
    }

    @Override
    public void close()
    {
        molecule.close();
    }
}
