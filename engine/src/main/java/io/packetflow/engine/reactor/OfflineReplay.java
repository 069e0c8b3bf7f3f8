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
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Arena;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.write.LockOwner;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;
import io.packetflow.ringbuffers.snapshot.Snapshot;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/**
 * Cold path. A molecule that goes through its journal again without being a run: it takes no lock, begins no epoch,
 * changes no file and lets nothing go, so it may stand beside the engine that writes the journal. It begins at a
 * snapshot or with the first instance, goes on to any later one, and then its resources and handlers can be read.
 *
 * <p>A journal that is damaged is replayed up to the damage; {@link #decision()} says what a start would make of it.
 * Used by one thread.
 */
public final class OfflineReplay implements AutoCloseable
{
    private final ReplayedMolecule molecule;
    private final List<ClosedEpoch> closedEpochs = new ArrayList<>();
    private JournalReport report;
    private RecoveryDecision decision;
    private ReplaySource source;
    private Replay replay;
    private ReplayedInstance instance;

    private OfflineReplay(final ReactorContext context, final long mostSequence)
    {
        this.molecule = ReplayedMolecule.of(context, (made, arena) -> begin(made, arena, mostSequence));
    }

    /**
     * Begins where a start of the engine would: at the newest sound snapshot.
     *
     * @param context with the journal's options; concluded here
     * @return a replay that stands there
     */
    public static OfflineReplay ofNewest(final ReactorContext context)
    {
        return new OfflineReplay(context, Long.MAX_VALUE);
    }

    /**
     * Begins at the newest sound snapshot that is not behind an instance, or with the first instance of all.
     *
     * @param context with the journal's options; concluded here
     * @param sequence of the instance, 0 for the beginning
     * @return a replay that stands there
     */
    public static OfflineReplay notBehind(final ReactorContext context, final long sequence)
    {
        return new OfflineReplay(context, sequence);
    }

    /**
     * Begins as early as the journal lets: with the first instance of all, or at the oldest sound snapshot where what
     * lies before it was pruned.
     *
     * @param context with the journal's options; concluded here
     * @return a replay that stands there
     */
    public static OfflineReplay ofOldest(final ReactorContext context)
    {
        return new OfflineReplay(context, oldest(context));
    }

    private static long oldest(final ReactorContext context)
    {
        final JournalFiles files = new JournalFiles(new DirectoryStorage(context.journal().orElseThrow().directory()));
        try (JournalReader reader = JournalReader.after(files, JournalAnchor.GENESIS))
        {
            long oldest = 0;
            if (!reader.isAnchorFound())
            {
                final SnapshotStore store = new SnapshotStore(files.storage());
                for (final long sequence : store.sequences())
                {
                    oldest = store.subject(sequence).isPresent() ? sequence : oldest;
                }
            }
            return oldest;
        }
        catch (final IOException e)
        {
            throw new JournalException("the journal " + files.storage() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void begin(final ReplayedMolecule made, final Arena arena, final long mostSequence) throws IOException
    {
        final Optional<Snapshot> snapshot = made.choose(arena, mostSequence);
        final JournalAnchor anchor = Restoration.anchorOf(snapshot);
        final JournalOptions options = made.options();
        final boolean isWritten = LockOwner.of(options.directory()).map(LockOwner::isHeld).orElse(false);
        report = made.restoration().inspect(anchor, isWritten, made.remarks());
        decision = decide(options, isWritten);
        final JournalReader reader = JournalReader.after(made.files(), anchor, isWritten);
        made.reads(reader::close);
        source = made.restore(snapshot, new RestingRecords(reader), reader.epochStart());
        replay = made.replay(source, this::onClosed);
        instance = new ReplayedInstance(made.molecule());
    }

    private void onClosed(final long sequence, final byte[] said, final Map<String, Long> hashes)
    {
        closedEpochs.add(new ClosedEpoch(sequence, StateHashes.differences(said, hashes)));
    }

    private RecoveryDecision decide(final JournalOptions options, final boolean isWritten) throws IOException
    {
        if (isWritten)
        {
            return new RecoveryDecision(true, report.end().last(), 0, 0, false, report.end().text());
        }
        final WriterIdentity self = WriterIdentity.ofThisProcess();
        return RecoveryPlan.decide(report, new BootId(self.bootIdHigh(), self.bootIdLow()), options.acceptLoss());
    }

    /** Returns what the journal holds behind the place where the replay began. */
    public JournalReport report()
    {
        return report;
    }

    /** Returns what a start of the engine would decide; while an engine runs, that it goes on. */
    public RecoveryDecision decision()
    {
        return decision;
    }

    /** Returns why a start would be refused, a sentence; for a decision that is not to accept. */
    public String refusal()
    {
        return Recovery.refusal(molecule.options(), decision);
    }

    /** Returns what else is to be known, a sentence each. */
    public List<String> remarks()
    {
        return List.copyOf(molecule.remarks());
    }

    /** Returns the sequence of the snapshot at which the replay began, 0 if it began with the first instance. */
    public long startSequence()
    {
        return molecule.startSequence();
    }

    /** Returns the sequence of the last instance that was replayed. */
    public long lastSequence()
    {
        return molecule.lastSequence();
    }

    /**
     * Goes on.
     *
     * @param until sequence of the last instance that is replayed; the last one that counts if there are fewer
     * @param progress told a sequence now and then
     * @return sequence of the last instance that was replayed
     * @throws io.packetflow.engine.journal.ReplayException if the molecule does not follow the journal
     * @throws ReactorException if a handler failed and the policy is to halt
     */
    public long run(final long until, final LongConsumer progress)
    {
        source.until(Math.min(until, report.lastSequence()));
        return replay.run(progress);
    }

    /**
     * Goes on instance by instance.
     *
     * @param until sequence of the last instance that is replayed
     * @param visitor told of each instance when all packets are done with it; answers whether to go on
     * @return whether it stopped because the visitor said so
     * @throws io.packetflow.engine.journal.ReplayException if the molecule does not follow the journal
     * @throws ReactorException if a handler failed and the policy is to halt
     */
    public boolean walk(final long until, final Predicate<ReplayedInstance> visitor)
    {
        long next = lastSequence() + 1;
        boolean goesOn = true;
        while (goesOn && next <= until && run(next, sequence -> { }) == next)
        {
            instance.moveTo(next);
            goesOn = visitor.test(instance);
            next++;
        }
        return !goesOn;
    }

    /** Returns the ends of epochs that were passed so far, in order. */
    public List<ClosedEpoch> closedEpochs()
    {
        return List.copyOf(closedEpochs);
    }

    /**
     * Returns a packet's handler.
     *
     * @param packet name
     * @param type class of the handler
     * @param <H> type of the handler
     * @return the handler
     */
    public <H extends PacketHandler> H handler(final String packet, final Class<H> type)
    {
        return type.cast(molecule.molecule().handlers().get(packet));
    }

    /**
     * Returns a resource.
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
