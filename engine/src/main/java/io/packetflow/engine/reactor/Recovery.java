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
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.EndKind;
import io.packetflow.ringbuffers.journal.read.EpochHead;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.snapshot.Snapshot;

/**
 * Cold path. Brings a molecule to where its journal ends: newest sound snapshot, then replay, outputs computed again
 * and not let go. First of all the journal is read to its end and held against what it promised, so that nothing is
 * sent again on the strength of a journal that is then refused. Changes no file but the audit log.
 */
final class Recovery implements Succession
{
    private static final double PERCENT = 100;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final SourceNumbers numbers;
    private final Restoration restoration;
    private final List<String> remarks = new ArrayList<>();
    private LastRecord last = LastRecord.NONE;
    private long snapshotSequence;
    private boolean afterDeath;

    /**
     * Prepares to recover.
     *
     * @param context of the molecule
     * @param options of the journal
     * @param directory of the journal, locked
     * @param molecule that is recovered
     * @param numbers of its sources, none taken yet
     */
    Recovery(
        final ReactorContext context,
        final JournalOptions options,
        final JournalDirectory directory,
        final RunningMolecule molecule,
        final SourceNumbers numbers)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
        this.molecule = molecule;
        this.numbers = numbers;
        this.restoration = new Restoration(context, options, directory.storage());
    }

    /**
     * Recovers.
     *
     * @throws RecoveryRefusedException if the journal holds less than it promised, or is another molecule's
     */
    @Override
    public RecoveryReport run(final ReactorControl control) throws IOException
    {
        final long startNanos = System.nanoTime();
        final JournalFiles files = new JournalFiles(directory.storage());
        final BootId boot = new BootId(directory.writer().bootIdHigh(), directory.writer().bootIdLow());
        // Of this boot: what an earlier one left in the page cache is gone, and the words may be old.
        final Optional<EpochHead> head = files.head(directory.currentEpoch()).filter(words -> words.isOf(boot));
        fence(head);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Optional<Snapshot> snapshot = restoration.choose(arena, remarks);
            final JournalAnchor anchor = Restoration.anchorOf(snapshot);
            final JournalReport found = restoration.inspect(anchor, false, remarks);
            afterDeath = found.lastSequence() > 0 && found.end().kind() != EndKind.CLEAN;
            obey(RecoveryPlan.decide(found, boot, options.acceptLoss()));
            if (head.map(EpochHead::isStopped).orElse(false))
            {
                last = StoppedEpoch.lastOnDisk(files, anchor, head.get(), last);
            }
            if (options.durability().isWritten())
            {
                // What is sent again now must not outlive the input that it follows from.
                directory.syncRecords();
            }
            try (JournalReader reader = JournalReader.after(files, anchor))
            {
                replay(reader, snapshot, control);
            }
            numbers.resume(molecule);
            snapshotSequence = anchor.sequence();
            return new RecoveryReport(epoch(), snapshotSequence, last.sequence() - snapshotSequence, last.sequence(),
                System.nanoTime() - startNanos, found.end().text(), remarks);
        }
    }

    /**
     * The lock says that nobody writes, but for one case: who took over from a writer that only stood still gets the
     * lock a moment after that one has ended, and this process may have come first.
     */
    private void fence(final Optional<EpochHead> head) throws IOException
    {
        if (head.filter(words -> words.fence() == 0).isPresent())
        {
            try (StorageFile file = directory.storage().open(JournalFiles.headPath(head.get().epoch()), true))
            {
                file.map().putLongRelease(HeadLayout.FENCE, directory.nextEpoch());
            }
        }
    }

    @Override
    public LastRecord last()
    {
        return last;
    }

    @Override
    public int epoch() throws IOException
    {
        return directory.nextEpoch();
    }

    @Override
    public EpochWriter begin(final EpochPlan plan) throws IOException
    {
        return EpochWriter.begin(directory, options.settings(), plan, context.journalHost()::nanoTime);
    }

    @Override
    public long lastSnapshot()
    {
        return snapshotSequence;
    }

    /** What the outside lacked was sent again in the replay. */
    @Override
    public void begun()
    {
    }

    /** Returns a failure where the last writer left something behind that it did not close. */
    @Override
    public Optional<LiveOrders.Event> event()
    {
        return afterDeath ? Optional.of(LiveOrders.Event.FAILURE) : Optional.empty();
    }

    /** Nothing was left for now. */
    @Override
    public void end()
    {
    }

    @Override
    public String failureText()
    {
        return "the journal " + options.directory() + " cannot be recovered";
    }

    /** Nothing is held: the directory is its owner's. */
    @Override
    public void close()
    {
    }

    private void obey(final RecoveryDecision decision) throws IOException
    {
        if (!decision.isAccepted())
        {
            throw new RecoveryRefusedException(refusal(options, decision));
        }
        if (decision.isLoss())
        {
            directory.audit("loss accepted, going on behind sequence " + decision.last().sequence() + ": " +
                decision.reason());
            remarks.add("LOSS ACCEPTED: " + decision.reason());
        }
        last = decision.last();
    }

    /** Says why a start is refused. */
    static String refusal(final JournalOptions options, final RecoveryDecision decision)
    {
        return "the journal " + options.directory() + " is not recovered from: " + decision.reason() +
            (decision.hasLostRange() ? ". Lost: instances " + decision.lostFrom() + " to " + decision.lostTo() : "") +
            ". --accept-loss goes on without, and says so in audit.log";
    }

    private void replay(
        final JournalReader reader, final Optional<Snapshot> snapshot, final ReactorControl control)
    {
        final ReplaySource source = restoration.restore(snapshot, molecule, new RestingRecords(reader),
            reader.epochStart(), numbers);
        context.recoveryListener().begin((name, type) -> type.cast(molecule.resources().get(name)));
        final long first = molecule.sequencing().lastAdmittedInstance();
        source.until(last.sequence());
        final Replay replay = new Replay(context.molecule().name(), molecule, source, control,
            context.recoveryListener()::afterBurst);
        replay.run(sequence -> context.progress().accept(String.format(Locale.ROOT, "replaying: instance %,d, %.0f %%",
            sequence, PERCENT * (sequence - first) / Math.max(1, last.sequence() - first))));
        numbers.takeFrom(source);
        if (source.repeatedCount() != 0)
        {
            remarks.add("inputs in the journal whose numbers their sources had used before, so that they were " +
                "applied twice: " + source.repeatedCount() + "; a source drops what is not new (DuplicateGuard)");
        }
    }
}
