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
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.EpochReport;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.snapshot.Snapshot;
import io.packetflow.ringbuffers.snapshot.SnapshotChoice;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/**
 * Cold path. What recovery, a standby and an offline replay have in common: chooses a snapshot, scans the journal
 * behind it, and brings a molecule to where it was taken, with the programs that go on from there. Changes no file.
 */
final class Restoration
{
    private final ReactorContext context;
    private final JournalOptions options;
    private final Storage storage;

    Restoration(final ReactorContext context, final JournalOptions options, final Storage storage)
    {
        this.context = context;
        this.options = options;
        this.storage = storage;
    }

    static JournalAnchor anchorOf(final Optional<Snapshot> snapshot)
    {
        return snapshot.map(found -> new JournalAnchor(found.subject().sequence(), found.subject().recordChecksum()))
            .orElse(JournalAnchor.GENESIS);
    }

    /** Returns the newest sound snapshot; those that were passed over are remarked. */
    Optional<Snapshot> choose(final Arena arena, final List<String> remarks) throws IOException
    {
        return choose(arena, Long.MAX_VALUE, remarks);
    }

    /** Returns the newest sound snapshot that is not behind an instance; those that were passed over are remarked. */
    Optional<Snapshot> choose(final Arena arena, final long mostSequence, final List<String> remarks)
        throws IOException
    {
        final SnapshotChoice choice = new SnapshotStore(storage).newest(arena, mostSequence);
        choice.refused().forEach(refusal -> remarks.add("a snapshot was passed over, " + refusal));
        choice.snapshot().ifPresent(snapshot -> requireSchema(snapshot.subject().schemaHash(), snapshot.path()));
        return choice.snapshot();
    }

    /**
     * Reads the journal to its end, and refuses what another molecule or configuration wrote.
     *
     * @param anchor behind which it is read
     * @param isWritten whether a process writes it meanwhile
     * @param remarks that take what is odd
     * @return what was found
     */
    JournalReport inspect(final JournalAnchor anchor, final boolean isWritten, final List<String> remarks)
        throws IOException
    {
        final JournalReport report = JournalScan.after(new JournalFiles(storage), anchor, isWritten);
        remarks.addAll(report.remarks());
        for (final EpochReport epoch : report.epochs())
        {
            // Where an epoch's first record was pruned, the snapshot has told already.
            epoch.start().ifPresent(
                start -> requireSchema(start.schemaHash(), JournalFiles.epochPath(epoch.epoch())));
        }
        return report;
    }

    void requireSchema(final long schemaHash, final String place)
    {
        if (schemaHash != SchemaHash.of(context))
        {
            throw new RecoveryRefusedException("another molecule or configuration wrote " + options.directory() + '/' +
                place + ", and would come to other results: recover with what wrote it, or begin a new journal");
        }
    }

    /**
     * Makes the programs of a molecule those of a replay, and brings it to where a snapshot was taken, or to its
     * beginning.
     *
     * @param snapshot to restore, empty for the beginning
     * @param molecule that takes the state
     * @param records of the journal behind the snapshot
     * @param start of the epoch in which they begin, null if it is not known yet
     * @param numbers that take those of the sources
     * @return the source over the records
     */
    ReplaySource restore(
        final Optional<Snapshot> snapshot,
        final RunningMolecule molecule,
        final RecordStream records,
        final EpochStart start,
        final SourceNumbers numbers)
    {
        final ReplaySource source = new ReplaySource(records, numbers.names());
        molecule.replay(source);
        molecule.sequencing().beginAfter(snapshot.map(found -> found.subject().sequence()).orElse(0L),
            snapshot.map(found -> found.subject().timeNanos()).orElse(0L));
        snapshot.ifPresent(found ->
        {
            final StateReader reader = new StateReader(found.payload(), 0, found.payloadBytes());
            reader.part("molecule", new MoleculeState(molecule, numbers.values()));
            reader.finish();
            requireState(found, StateBytes.hashOf(new MoleculeState(molecule, numbers.values())));
        });
        numbers.giveTo(source);
        if (start != null)
        {
            source.sourcesOf(start);
        }
        return source;
    }

    private static void requireState(final Snapshot snapshot, final long stateHash)
    {
        if (stateHash != snapshot.subject().stateHash())
        {
            throw new RecoveryRefusedException(snapshot.path() + " is whole, but what was restored from it saves as " +
                "other bytes (hash " + Long.toHexString(stateHash) + " instead of " +
                Long.toHexString(snapshot.subject().stateHash()) + "): a packet restores other state than it saved; " +
                "remove that snapshot to recover from the one before");
        }
    }
}
