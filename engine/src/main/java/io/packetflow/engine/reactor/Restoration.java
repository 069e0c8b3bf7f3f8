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
import java.util.Optional;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.state.StateReader;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.snapshot.Snapshot;
import io.packetflow.ringbuffers.snapshot.SnapshotChoice;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/** Cold path. Chooses a snapshot and brings a molecule to where it was taken. */
final class Restoration
{
    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;

    Restoration(final ReactorContext context, final JournalOptions options, final JournalDirectory directory)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
    }

    static JournalAnchor anchorOf(final Snapshot snapshot)
    {
        return new JournalAnchor(snapshot.subject().sequence(), snapshot.subject().recordChecksum());
    }

    /** Returns the newest sound snapshot; those that were passed over are remarked. */
    Optional<Snapshot> choose(final Arena arena, final List<String> remarks) throws IOException
    {
        final SnapshotChoice choice = new SnapshotStore(directory.storage()).newest(arena);
        choice.refused().forEach(refusal -> remarks.add("a snapshot was passed over, " + refusal));
        choice.snapshot().ifPresent(snapshot -> requireSchema(snapshot.subject().schemaHash(), snapshot.path()));
        return choice.snapshot();
    }

    /**
     * Refuses what another molecule or configuration wrote.
     *
     * @param schemaHash that it carries
     * @param place of it in the journal
     */
    void requireSchema(final long schemaHash, final String place)
    {
        if (schemaHash != SchemaHash.of(context))
        {
            throw new RecoveryRefusedException("another molecule or configuration wrote " + options.directory() + '/' +
                place + ", and would come to other results: recover with what wrote it, or begin a new journal");
        }
    }

    /**
     * Brings a molecule, whose programs are those of a replay, to where a snapshot was taken, or to its beginning.
     *
     * @param snapshot to restore, empty for the beginning
     * @param molecule that takes the state
     * @param clientSequences that take the sources' own numbers
     * @param source that goes on behind them
     */
    void restore(
        final Optional<Snapshot> snapshot,
        final RunningMolecule molecule,
        final long[] clientSequences,
        final ReplaySource source)
    {
        molecule.sequencing().beginAfter(snapshot.map(found -> found.subject().sequence()).orElse(0L),
            snapshot.map(found -> found.subject().timeNanos()).orElse(0L));
        snapshot.ifPresent(found ->
        {
            final StateReader reader = new StateReader(found.payload(), 0, found.payloadBytes());
            reader.part("molecule", new MoleculeState(molecule, clientSequences));
            reader.finish();
            requireState(found, StateHashes.combined(molecule.stateHashes()));
        });
        for (int i = 0; i < clientSequences.length; i++)
        {
            source.clientSequence(i, clientSequences[i]);
        }
    }

    private static void requireState(final Snapshot snapshot, final long stateHash)
    {
        if (stateHash != snapshot.subject().stateHash())
        {
            throw new RecoveryRefusedException(snapshot.path() + " is whole, but what was restored from it hashes to " +
                Long.toHexString(stateHash) + " instead of " + Long.toHexString(snapshot.subject().stateHash()) +
                ": a packet saves less than its state; remove that snapshot to recover from the one before");
        }
    }
}
