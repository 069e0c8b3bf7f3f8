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
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.write.EpochReserve;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.snapshot.Snapshot;

/**
 * Cold path. A standby's life until its promotion: newest sound snapshot, then the journal as it stands and as it
 * grows. What the outside lacks is sent again when the next epoch has begun, not before.
 */
final class Following implements AutoCloseable
{
    private static final double NANOS_PER_MILLI = 1e6;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final List<String> sourceNames;
    private final List<String> remarks = new ArrayList<>();
    private final long[] clientSequences;
    private ReplaySource source;
    private Standby standby;
    private long drainedNanos;
    private long resumedNanos;
    private LastRecord last = LastRecord.NONE;

    Following(
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
        this.clientSequences = new long[sourceNames.size()];
    }

    /**
     * Follows until it has to take over.
     *
     * @param control of what is applied
     * @param when it takes over
     * @param prepare done when the molecule stands where it begins to follow
     * @return what was applied
     */
    RecoveryReport run(final ReactorControl control, final StandbyOptions when, final Runnable prepare)
        throws IOException
    {
        final long startNanos = context.journalHost().nanoTime();
        final Restoration restoration = new Restoration(context, options, directory.storage());
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Optional<Snapshot> snapshot = restoration.choose(arena, remarks);
            begin(restoration, snapshot, control, when);
        }
        prepare.run();
        context.recoveryListener().begin((name, type) -> type.cast(molecule.resources().get(name)));
        final long first = molecule.sequencing().lastAdmittedInstance();
        context.progress().accept("standby: follows " + options.directory() + " from instance " + first);
        last = standby.follow();
        drainedNanos = context.journalHost().nanoTime();
        resumeSources();
        resumedNanos = context.journalHost().nanoTime();
        return new RecoveryReport(standby.reserve().epoch(), first, last.sequence() - first, last.sequence(),
            context.journalHost().nanoTime() - startNanos, "its primary is gone", remarks);
    }

    private void begin(
        final Restoration restoration,
        final Optional<Snapshot> snapshot,
        final ReactorControl control,
        final StandbyOptions when) throws IOException
    {
        final JournalAnchor anchor = Restoration.anchorOf(snapshot);
        final LiveTail tail = LiveTail.after(new JournalFiles(directory.storage()), anchor);
        final LiveRecords records = new LiveRecords(tail);
        source = restoration.restore(snapshot, molecule, records, tail.epochStart(), sourceNames, clientSequences);
        standby = new Standby(context, when, directory, molecule, records, tail,
            new Replay(context.molecule().name(), molecule, source, control, () -> { }), this::whileIdle);
    }

    /** What needs not wait for the promotion: it follows the feed, and reads what the outside has. */
    private void whileIdle()
    {
        resumeSources();
        context.recoveryListener().whileFollowing();
    }

    private void resumeSources()
    {
        for (int i = 0; i < clientSequences.length; i++)
        {
            clientSequences[i] = source.clientSequence(i);
        }
        for (int i = molecule.backEdges().size(); i < molecule.sources().size(); i++)
        {
            molecule.sources().get(i).resumeAfter(clientSequences[i]);
        }
    }

    LastRecord last()
    {
        return last;
    }

    long[] clientSequences()
    {
        return clientSequences;
    }

    EpochReserve reserve()
    {
        return standby.reserve();
    }

    /** Returns what the promotion has taken up to now, step by step, for people. */
    String promotion(final long nowNanos)
    {
        final long detectedNanos = standby.detectedNanos();
        return String.format(Locale.ROOT, "%.1f ms after the primary was found to be gone (rest of the journal %.1f, " +
            "feed %.1f, new epoch and outputs %.1f)", (nowNanos - detectedNanos) / NANOS_PER_MILLI,
            (drainedNanos - detectedNanos) / NANOS_PER_MILLI, (resumedNanos - drainedNanos) / NANOS_PER_MILLI,
            (nowNanos - resumedNanos) / NANOS_PER_MILLI);
    }

    @Override
    public void close() throws IOException
    {
        if (standby != null)
        {
            standby.close();
        }
    }
}
