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

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateReader;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.EpochReport;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalEnd;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.snapshot.Snapshot;
import io.packetflow.ringbuffers.snapshot.SnapshotChoice;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/**
 * Cold path. Brings a molecule to where its journal ends: newest sound snapshot, then replay, outputs computed again
 * and not let go. First of all the journal is read to its end and held against what it promised, so that nothing is
 * sent again on the strength of a journal that is then refused. Changes no file but the audit log.
 */
final class Recovery
{
    private static final double PERCENT = 100;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final List<String> sourceNames;
    private final JournalFiles files;
    private final List<String> remarks = new ArrayList<>();
    private final long[] clientSequences;
    private LastRecord last = LastRecord.NONE;

    Recovery(
        final ReactorContext context,
        final JournalOptions options,
        final JournalDirectory directory,
        final RunningMolecule molecule,
        final List<String> sourceNames)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
        this.molecule = molecule;
        this.sourceNames = sourceNames;
        this.files = new JournalFiles(directory.storage());
        this.clientSequences = new long[sourceNames.size()];
    }

    /**
     * Recovers.
     *
     * @param control of the replay
     * @return what was found and done
     * @throws RecoveryRefusedException if the journal holds less than it promised, or is another molecule's
     */
    RecoveryReport run(final ReactorControl control) throws IOException
    {
        final long startNanos = System.nanoTime();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Optional<Snapshot> snapshot = chooseSnapshot(arena);
            final JournalAnchor anchor = snapshot.map(Recovery::anchorOf).orElse(JournalAnchor.GENESIS);
            final JournalEnd end = inspect(anchor);
            try (JournalReader reader = JournalReader.after(files, anchor))
            {
                replay(reader, snapshot, control);
            }
            resumeSources();
            final long begun = anchor.sequence();
            return new RecoveryReport(directory.nextEpoch(), begun, last.sequence() - begun, last.sequence(),
                System.nanoTime() - startNanos, end.text(), remarks);
        }
    }

    /** Returns the record behind which the next epoch begins. */
    LastRecord last()
    {
        return last;
    }

    /** Returns the sources' own numbers of their last inputs, in order of precedence. */
    long[] clientSequences()
    {
        return clientSequences;
    }

    private static JournalAnchor anchorOf(final Snapshot snapshot)
    {
        return new JournalAnchor(snapshot.subject().sequence(), snapshot.subject().recordChecksum());
    }

    private Optional<Snapshot> chooseSnapshot(final Arena arena) throws IOException
    {
        final SnapshotChoice choice = new SnapshotStore(directory.storage()).newest(arena);
        choice.refused().forEach(refusal -> remarks.add("a snapshot was passed over, " + refusal));
        choice.snapshot().ifPresent(snapshot -> requireSchema(snapshot.subject().schemaHash(), snapshot.path()));
        return choice.snapshot();
    }

    private void requireSchema(final long schemaHash, final String place)
    {
        if (schemaHash != SchemaHash.of(context))
        {
            throw new RecoveryRefusedException("another molecule or configuration wrote " + options.directory() + '/' +
                place + ", and would come to other results: recover with what wrote it, or begin a new journal");
        }
    }

    /** Reads the journal to its end and holds it against what it promised. */
    private JournalEnd inspect(final JournalAnchor anchor) throws IOException
    {
        final JournalReport report = JournalScan.after(files, anchor);
        report.remarks().forEach(remarks::add);
        for (final EpochReport epoch : report.epochs())
        {
            // Where an epoch's first record was pruned, the snapshot has told already.
            epoch.start().ifPresent(
                start -> requireSchema(start.schemaHash(), JournalFiles.epochPath(epoch.epoch())));
        }
        final RecoveryDecision decision = RecoveryPlan.decide(report,
            new BootId(directory.writer().bootIdHigh(), directory.writer().bootIdLow()), options.acceptLoss());
        obey(decision);
        last = decision.last();
        return report.end();
    }

    private void obey(final RecoveryDecision decision) throws IOException
    {
        if (!decision.isAccepted())
        {
            throw new RecoveryRefusedException("the journal " + options.directory() + " is not recovered from: " +
                decision.reason() + (decision.hasLostRange() ? ". Lost: instances " + decision.lostFrom() + " to " +
                decision.lostTo() : "") + ". --accept-loss goes on without, and says so in audit.log");
        }
        if (decision.isLoss())
        {
            directory.audit("loss accepted, going on behind sequence " + decision.last().sequence() + ": " +
                decision.reason());
            remarks.add("LOSS ACCEPTED: " + decision.reason());
        }
    }

    private void replay(
        final JournalReader reader, final Optional<Snapshot> snapshot, final ReactorControl control)
    {
        final ReplaySource source = new ReplaySource(new RestingRecords(reader), sourceNames);
        molecule.replay(source);
        molecule.sequencing().beginAfter(snapshot.map(found -> found.subject().sequence()).orElse(0L),
            snapshot.map(found -> found.subject().timeNanos()).orElse(0L));
        if (reader.epochStart() != null)
        {
            source.sourcesOf(reader.epochStart());
        }
        snapshot.ifPresent(found -> restore(found, source));
        context.recoveryListener().begin((name, type) -> type.cast(molecule.resources().get(name)));
        final long first = molecule.sequencing().lastAdmittedInstance();
        final Replay replay = new Replay(context.molecule().name(), molecule, source, control,
            context.recoveryListener()::afterBurst);
        replay.run(sequence -> context.progress().accept(String.format(Locale.ROOT, "replaying: instance %,d, %.0f %%",
            sequence, PERCENT * (sequence - first) / Math.max(1, last.sequence() - first))));
        for (int i = 0; i < clientSequences.length; i++)
        {
            clientSequences[i] = source.clientSequence(i);
        }
    }

    private void restore(final Snapshot snapshot, final ReplaySource source)
    {
        final StateReader reader = new StateReader(snapshot.payload(), 0, snapshot.payloadBytes());
        reader.part("molecule", new MoleculeState(molecule, clientSequences));
        reader.finish();
        for (int i = 0; i < clientSequences.length; i++)
        {
            source.clientSequence(i, clientSequences[i]);
        }
        final long stateHash = StateHashes.combined(molecule.stateHashes());
        if (stateHash != snapshot.subject().stateHash())
        {
            throw new RecoveryRefusedException(snapshot.path() + " is whole, but what was restored from it hashes to " +
                Long.toHexString(stateHash) + " instead of " + Long.toHexString(snapshot.subject().stateHash()) +
                ": a packet saves less than its state; remove that snapshot to recover from the one before");
        }
    }

    private void resumeSources()
    {
        final int firstOutside = molecule.backEdges().size();
        for (int i = firstOutside; i < molecule.sources().size(); i++)
        {
            molecule.sources().get(i).resumeAfter(clientSequences[i]);
        }
    }
}
