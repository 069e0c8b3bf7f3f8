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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.packetflow.engine.cli.HostException;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.EpochReport;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/**
 * Cold path. Holds the journal of a process that is dead against what was seen of it while it lived, and against what
 * the process before had left. Reads what any other process could read, and changes nothing.
 */
final class DeathAudit
{
    private final Path directory;
    private final Durability mode;
    private final InputDigests reference;
    private final JournalFiles files;
    private final EpochEvidence evidence = new EpochEvidence();

    DeathAudit(final Path directory, final Durability mode, final InputDigests reference)
    {
        this.directory = directory;
        this.mode = mode;
        this.reference = reference;
        this.files = new JournalFiles(new DirectoryStorage(directory));
    }

    /**
     * Checks.
     *
     * @param acknowledged up to which instance outputs had left before the process died
     * @param before what the process before had left
     * @return what this one left
     * @throws BrokenInvariantException at the first invariant that does not hold
     */
    JournalState check(final long acknowledged, final JournalState before) throws IOException
    {
        if (!Files.exists(directory))
        {
            // It died before it made the first file.
            return before;
        }
        takeTheLock();
        final JournalReport report = JournalScan.after(files, JournalAnchor.GENESIS);
        final long promised = Math.max(Math.max(acknowledged, before.sequence()), gateAfterDeath(report));
        final RecoveryDecision decision = decide(report, promised);
        requireAll(decision.last().sequence(), promised, report);
        final long inputs = new RecordAudit(files, reference).check(decision.last());
        requireGoesOn(report, decision, before);
        new SnapshotAudit(files).check(decision.last());
        evidence.check(directory);
        return new JournalState(decision.last(), Math.max(before.newestEpoch(), report.newestEpoch()),
            report.end().kind(), inputs);
    }

    /** As the next process does before it looks: that adds the checksum for which the dead one had no time left. */
    private void takeTheLock() throws IOException
    {
        try (JournalDirectory next = JournalDirectory.open(directory))
        {
            next.lock();
        }
    }

    /** What the gate said at the very end: outputs may have left between the last look and the death. */
    private long gateAfterDeath(final JournalReport report) throws IOException
    {
        return files.head(report.newestEpoch()).map(head ->
            mode.isWritten() ? head.durableSequence() : head.appendedSequence()).orElse(0L);
    }

    private RecoveryDecision decide(final JournalReport report, final long promised)
    {
        final RecoveryDecision decision = RecoveryPlan.decide(report, boot(), false);
        if (!decision.isAccepted())
        {
            final long lost = promised - report.lastSequence();
            throw new BrokenInvariantException(lost > 0 ? Invariant.I1 : Invariant.I2, Math.max(1, lost),
                "instances up to " + promised + " were acknowledged or recovered before, the journal " + directory +
                " holds those up to " + report.lastSequence() + ", and recovery refuses it: " + decision.reason());
        }
        return decision;
    }

    private static BootId boot()
    {
        try
        {
            final WriterIdentity self = WriterIdentity.ofThisProcess();
            return new BootId(self.bootIdHigh(), self.bootIdLow());
        }
        catch (final IOException e)
        {
            throw new HostException(e.getMessage(), e);
        }
    }

    private void requireAll(final long recovered, final long promised, final JournalReport report)
    {
        if (recovered < promised)
        {
            throw new BrokenInvariantException(Invariant.I1, promised - recovered,
                "instances " + (recovered + 1) + " to " + promised + " were acknowledged or recovered before, and " +
                "are not in the journal " + directory + ": " + report.end().text());
        }
    }

    /** The new epoch, if the process came so far, begins with what the audit before had found. */
    private void requireGoesOn(
        final JournalReport report, final RecoveryDecision decision, final JournalState before)
    {
        int last = 0;
        boolean hasBegun = false;
        for (final EpochReport epoch : report.epochs())
        {
            if (epoch.epoch() <= last)
            {
                throw new BrokenInvariantException(Invariant.I5, "epoch " + epoch.epoch() + " comes behind " + last +
                    " in " + directory);
            }
            last = epoch.epoch();
            if (epoch.epoch() > before.last().epoch() && epoch.start().isPresent())
            {
                requireNewAbove(epoch, before);
                requireSameStart(epoch, hasBegun, before);
                hasBegun = true;
            }
        }
        if (!hasBegun && decision.last().sequence() != before.sequence())
        {
            throw new BrokenInvariantException(Invariant.I8, "no epoch was begun, but recovery comes to instance " +
                decision.last().sequence() + " and not to " + before.sequence() + " as before, in " + directory);
        }
    }

    private void requireNewAbove(final EpochReport epoch, final JournalState before)
    {
        if (epoch.epoch() <= before.newestEpoch())
        {
            throw new BrokenInvariantException(Invariant.I5, "a process began epoch " + epoch.epoch() +
                " where the numbers up to " + before.newestEpoch() + " were taken, in " + directory);
        }
    }

    private void requireSameStart(final EpochReport epoch, final boolean hasBegun, final JournalState before)
    {
        final Optional<EpochStart> start = epoch.start();
        if (hasBegun)
        {
            throw new BrokenInvariantException(Invariant.I5, "one process began more than one epoch, the last of " +
                "them " + epoch.epoch() + ", in " + directory);
        }
        if (start.get().lastSequence() != before.sequence() ||
            start.get().previousChecksum() != before.last().checksum())
        {
            throw new BrokenInvariantException(Invariant.I8, "epoch " + epoch.epoch() + " goes on behind instance " +
                start.get().lastSequence() + ", but the journal was read up to " + before.sequence() +
                " before that process was started, in " + directory);
        }
    }
}
