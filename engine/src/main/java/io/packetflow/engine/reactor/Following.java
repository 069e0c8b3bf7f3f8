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
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.TakeoverEvent;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.snapshot.Snapshot;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/**
 * Cold path. A standby's takeover from its first record to its end: newest sound snapshot, then the journal as it
 * stands and as it grows, until {@link Standby} says that the primary is gone; then the epoch that was made ready is
 * begun. What the outside lacks is sent again when it has begun, not before.
 */
final class Following implements Succession
{
    private static final double NANOS_PER_MILLI = 1e6;

    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final SourceNumbers numbers;
    private final Snapshots snapshots;
    private final StandbyOptions when;
    private final List<String> remarks = new ArrayList<>();
    private ReplaySource source;
    private Standby standby;
    private long drainedNanos;
    private long resumedNanos;
    private LastRecord last = LastRecord.NONE;

    /**
     * Prepares to follow.
     *
     * @param context of a standby
     * @param options of the journal
     * @param directory of the journal, not locked
     * @param molecule that follows
     * @param numbers of its sources, none taken yet
     * @param snapshots of its run, for which room is made before it follows
     */
    Following(
        final ReactorContext context,
        final JournalOptions options,
        final JournalDirectory directory,
        final RunningMolecule molecule,
        final SourceNumbers numbers,
        final Snapshots snapshots)
    {
        this.context = context;
        this.options = options;
        this.directory = directory;
        this.molecule = molecule;
        this.numbers = numbers;
        this.snapshots = snapshots;
        this.when = context.standby().orElseThrow();
    }

    /** Follows until it has to take over. */
    @Override
    public RecoveryReport run(final ReactorControl control) throws IOException
    {
        final long startNanos = context.journalHost().nanoTime();
        final Restoration restoration = new Restoration(context, options, directory.storage());
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Optional<Snapshot> snapshot = restoration.choose(arena, remarks);
            follow(restoration, snapshot, control);
        }
        prepare();
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

    private void follow(
        final Restoration restoration, final Optional<Snapshot> snapshot, final ReactorControl control)
        throws IOException
    {
        final JournalAnchor anchor = Restoration.anchorOf(snapshot);
        final LiveTail tail = LiveTail.after(new JournalFiles(directory.storage()), anchor);
        final LiveRecords records = new LiveRecords(tail);
        source = restoration.restore(snapshot, molecule, records, tail.epochStart(), numbers);
        standby = new Standby(context, when, directory, molecule, records, tail,
            new Replay(context.molecule().name(), molecule, source, control, () -> { }), this::whileIdle);
    }

    /** What a takeover would wait for. */
    private void prepare()
    {
        snapshots.prepare();
        if (context.journalHost().hasThreads())
        {
            JournalRehearsal.run(context, options);
        }
    }

    /** What needs not wait for the promotion: it follows the feed, and reads what the outside has. */
    private void whileIdle()
    {
        resumeSources();
        context.recoveryListener().whileFollowing();
    }

    private void resumeSources()
    {
        numbers.takeFrom(source);
        numbers.resume(molecule);
    }

    @Override
    public LastRecord last()
    {
        return last;
    }

    @Override
    public int epoch()
    {
        return standby.reserve().epoch();
    }

    /** Begins the epoch that was made ready while the primary lived. */
    @Override
    public EpochWriter begin(final EpochPlan plan) throws IOException
    {
        return EpochWriter.begin(standby.reserve(), plan, context.journalHost()::nanoTime);
    }

    /** The primary has gone on to take snapshots since the one that this standby began with. */
    @Override
    public long lastSnapshot() throws IOException
    {
        return new SnapshotStore(directory.storage()).sequences().stream()
            .filter(sequence -> sequence <= last.sequence()).findFirst().orElse(0L);
    }

    /** Behind the begin: it has brought to the disk what the outputs follow from, where they wait for that. */
    @Override
    public void begun()
    {
        context.recoveryListener().afterBurst();
    }

    @Override
    public Optional<LiveOrders.Event> event()
    {
        return Optional.of(LiveOrders.Event.PROMOTION);
    }

    /** Says, when the nodes run, what the takeover took, and lets go what was followed. */
    @Override
    public void end() throws IOException
    {
        final long nowNanos = context.journalHost().nanoTime();
        context.progress().accept(String.format(Locale.ROOT, "promoted: epoch %d begins behind instance %,d, %s",
            epoch(), last.sequence(), promotion(nowNanos)));
        FlightRecording.commit(() ->
            new TakeoverEvent(epoch(), last.sequence(), nowNanos - standby.detectedNanos()));
        close();
    }

    /** Returns what the promotion has taken up to now, step by step, for people. */
    private String promotion(final long nowNanos)
    {
        final long detectedNanos = standby.detectedNanos();
        return String.format(Locale.ROOT, "%.1f ms after the primary was found to be gone (rest of the journal %.1f, " +
            "feed %.1f, new epoch and outputs %.1f)", (nowNanos - detectedNanos) / NANOS_PER_MILLI,
            (drainedNanos - detectedNanos) / NANOS_PER_MILLI, (resumedNanos - drainedNanos) / NANOS_PER_MILLI,
            (nowNanos - resumedNanos) / NANOS_PER_MILLI);
    }

    @Override
    public String failureText()
    {
        return "the standby cannot follow the journal " + options.directory();
    }

    @Override
    public void close() throws IOException
    {
        if (standby != null)
        {
            final Standby closing = standby;
            standby = null;
            closing.close();
        }
    }
}
