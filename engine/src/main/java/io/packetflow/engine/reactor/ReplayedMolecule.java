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

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.snapshot.Snapshot;

/**
 * Cold path. A molecule that goes through a journal without being a run of it, with what it reads: what a replay of a
 * journal at rest and one of a journal that grows have in common. Used by one thread.
 */
final class ReplayedMolecule implements AutoCloseable
{
    private final ReactorContext context;
    private final JournalOptions options;
    private final JournalFiles files;
    private final RunningMolecule molecule;
    private final ReactorControl control;
    private final Restoration restoration;
    private final List<String> remarks = new ArrayList<>();
    private Closeable reading = () -> { };
    private long startSequence;

    private ReplayedMolecule(final ReactorContext context)
    {
        final PlannedCode code = PlannedCode.of(context);
        this.context = context;
        this.options = context.journal().orElseThrow(
            () -> new IllegalArgumentException("there is no journal to replay; call journal(...)"));
        this.files = new JournalFiles(new DirectoryStorage(options.directory()));
        this.restoration = new Restoration(context, options, files.storage());
        this.molecule = new RunningMolecule(context.molecule(), code.plan(), context, code.load(context), false);
        this.control = new ReactorControl(FailurePolicy.valueOf(context.settings().failure().name()),
            context.failureListener(), code.locator(context));
    }

    /** Brings a molecule to where its replay begins. */
    @FunctionalInterface
    interface Beginning
    {
        /** Chooses a snapshot in an arena that ends with the beginning, and restores it. */
        void begin(ReplayedMolecule molecule, Arena arena) throws IOException;
    }

    /**
     * Makes the molecule of a context and brings it to its beginning; where that fails nothing stays open.
     *
     * @param context with the journal's options; concluded here
     * @param beginning of the replay
     * @return the molecule
     * @throws JournalException if the journal cannot be read
     */
    static ReplayedMolecule of(final ReactorContext context, final Beginning beginning)
    {
        final ReplayedMolecule made = new ReplayedMolecule(context);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            beginning.begin(made, arena);
            return made;
        }
        catch (final IOException e)
        {
            made.closeAfter(e);
            throw made.failed("replayed", e);
        }
        catch (final RuntimeException | Error e)
        {
            made.closeAfter(e);
            throw e;
        }
    }

    /** Chooses the newest sound snapshot that is not behind an instance; the replay starts there. */
    Optional<Snapshot> choose(final Arena arena, final long mostSequence) throws IOException
    {
        final Optional<Snapshot> snapshot = restoration.choose(arena, mostSequence, remarks);
        startSequence = Restoration.anchorOf(snapshot).sequence();
        return snapshot;
    }

    /** Takes what is closed with the molecule. */
    void reads(final Closeable opened)
    {
        reading = opened;
    }

    /** Brings the molecule to a snapshot, or to its beginning, and tells who listens that a replay begins. */
    ReplaySource restore(final Optional<Snapshot> snapshot, final RecordStream records, final EpochStart start)
    {
        final ReplaySource source =
            restoration.restore(snapshot, molecule, records, start, SourceNumbers.of(context));
        context.recoveryListener().begin((name, type) -> resource(name, type));
        return source;
    }

    /** Returns a replay of what a source brings. */
    Replay replay(final ReplaySource source, final ClosedEpochListener closedEpochs)
    {
        return new Replay(context.molecule().name(), molecule, source, control,
            context.recoveryListener()::afterBurst, closedEpochs);
    }

    JournalOptions options()
    {
        return options;
    }

    JournalFiles files()
    {
        return files;
    }

    RunningMolecule molecule()
    {
        return molecule;
    }

    Restoration restoration()
    {
        return restoration;
    }

    /** Returns what is to be known of the journal, a sentence each; whoever reads it adds to that. */
    List<String> remarks()
    {
        return remarks;
    }

    long startSequence()
    {
        return startSequence;
    }

    long lastSequence()
    {
        return molecule.sequencing().lastAdmittedInstance();
    }

    <R> R resource(final String name, final Class<R> type)
    {
        return type.cast(molecule.resources().get(name));
    }

    private void closeAfter(final Throwable failure)
    {
        try
        {
            close();
        }
        catch (final RuntimeException e)
        {
            failure.addSuppressed(e);
        }
    }

    private JournalException failed(final String action, final IOException cause)
    {
        return new JournalException("the journal " + options.directory() + " cannot be " + action + ": " +
            cause.getMessage(), cause);
    }

    @Override
    public void close()
    {
        try
        {
            reading.close();
        }
        catch (final IOException e)
        {
            throw failed("closed", e);
        }
        finally
        {
            molecule.close();
        }
    }
}
