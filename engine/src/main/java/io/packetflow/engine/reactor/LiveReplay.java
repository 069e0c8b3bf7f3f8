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

import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.snapshot.Snapshot;

/**
 * Cold path. A molecule that goes along with a journal that may still grow, as a standby does, and never takes over: it
 * takes no lock, begins no epoch, changes no file and lets nothing go. It begins at the newest sound snapshot, and
 * wherever it stands its resources are those of the run after the same instance. Used by one thread.
 */
public final class LiveReplay implements AutoCloseable
{
    private final JournalOptions options;
    private final JournalFiles files;
    private final List<String> remarks = new ArrayList<>();
    private final RunningMolecule molecule;
    private LiveTail tail;
    private Replay replay;
    private Restoration restoration;
    /** Of the molecule that wrote what was read, once it was found to be this one. */
    private long schemaHash;
    private long startSequence;

    private LiveReplay(final ReactorContext context)
    {
        final PlannedCode code = PlannedCode.of(context);
        this.options = context.journal().orElseThrow(
            () -> new IllegalArgumentException("there is no journal to follow; call journal(...)"));
        this.files = new JournalFiles(new DirectoryStorage(options.directory()));
        this.molecule =
            new RunningMolecule(context.molecule(), code.plan(), context, code.load(context), false);
        boolean isOpen = false;
        try (Arena arena = new Arena(HugePages.OFF))
        {
            begin(context, arena, new ReactorControl(FailurePolicy.valueOf(context.settings().failure().name()),
                context.failureListener(), code.locator(context)));
            isOpen = true;
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
        finally
        {
            if (!isOpen)
            {
                close();
            }
        }
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

    private void begin(final ReactorContext context, final Arena arena, final ReactorControl control)
        throws IOException
    {
        restoration = new Restoration(context, options, files.storage());
        final Optional<Snapshot> snapshot = restoration.choose(arena, remarks);
        startSequence = Restoration.anchorOf(snapshot).sequence();
        tail = LiveTail.after(files, Restoration.anchorOf(snapshot));
        requireMolecule();
        final LiveRecords records = new LiveRecords(tail);
        // A later epoch, or an end, is to be seen at once: who follows comes by seldom.
        records.lookAtOnce();
        final List<String> sourceNames = JournalSession.sourceNames(context);
        final ReplaySource source = restoration.restore(snapshot, molecule, records, tail.epochStart(), sourceNames,
            new long[sourceNames.size()]);
        context.recoveryListener().begin((name, type) -> type.cast(molecule.resources().get(name)));
        replay = new Replay(context.molecule().name(), molecule, source, control,
            context.recoveryListener()::afterBurst);
    }

    /** What another molecule wrote must not be taken for this one's, as soon as an epoch says so. */
    private void requireMolecule()
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
        requireMolecule();
        return more;
    }

    /** Returns whether all packets are done with all instances that were taken, so that resources can be read. */
    public boolean isAtRest()
    {
        return molecule.isDrained();
    }

    /** Returns why no further instance will come, a sentence; empty while one may. */
    public Optional<String> end()
    {
        return Optional.ofNullable(tail.end()).map(end -> end.text());
    }

    /** Returns the sequence of the last instance that was applied. */
    public long lastSequence()
    {
        return molecule.sequencing().lastAdmittedInstance();
    }

    /** Returns the last record that was read, which at rest is that instance's or one behind it. */
    public LastRecord lastRecord()
    {
        return tail.last();
    }

    /** Returns the sequence of the snapshot at which it began, 0 if it began with the first instance. */
    public long startSequence()
    {
        return startSequence;
    }

    /** Returns what else is to be known, a sentence each. */
    public List<String> remarks()
    {
        return List.copyOf(remarks);
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
        return type.cast(molecule.resources().get(name));
    }

    /** Returns the state hashes of the packets in order of composition. */
    public Map<String, Long> stateHashes()
    {
        return molecule.stateHashes();
    }

    private JournalException failed(final IOException cause)
    {
        return new JournalException("the journal " + options.directory() + " cannot be followed: " +
            cause.getMessage(), cause);
    }

    @Override
    public void close()
    {
        try
        {
            if (tail != null)
            {
                tail.close();
            }
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
        finally
        {
            molecule.close();
        }
    }
}
