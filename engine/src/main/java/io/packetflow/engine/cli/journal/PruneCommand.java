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
package io.packetflow.engine.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalPruner;
import io.packetflow.ringbuffers.journal.read.PruneResult;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal prune}: removes what no recovery needs any more. */
@Command(
    name = "prune",
    header = "Remove the part of a journal that no snapshot needs.",
    description = {
        "Removes epochs and segments before the older one of the two newest sound snapshots, the oldest first, and " +
            "snapshots that are older still. Nothing of a damaged journal is removed.",
        "May run beside the engine. What is removed cannot be replayed or explained any more, and a queue that lags " +
            "so far behind ends."},
    footer = {
        "",
        "Exit codes: 0 removed what could be, perhaps nothing; 2 usage, 3 refused: damaged, or no journal; 4 a file " +
            "cannot be removed."})
final class PruneCommand implements Callable<Integer>
{
    private static final int KIB = 1024;

    @ParentCommand
    private JournalCommand journal;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "2",
        description = "sound snapshots that stay, with all behind the oldest of them (default: ${DEFAULT-VALUE})")
    private int kept;

    @Option(names = "--dry-run", description = "remove nothing, only tell")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException
    {
        if (kept < SnapshotStore.LEAST_KEPT)
        {
            throw new UsageException("--keep N is " + SnapshotStore.LEAST_KEPT +
                " or more, as one snapshot may turn out to be damaged: --keep=" + kept);
        }
        final JournalView view = JournalView.open(directory);
        final SnapshotStore store = new SnapshotStore(view.files().storage());
        final Optional<SnapshotSubject> oldest = store.oldestOf(kept);
        final PrintWriter out = journal.terminal().out();
        if (oldest.isEmpty())
        {
            out.println("nothing to remove: pruning keeps what " + kept + " sound snapshots need, and there are not " +
                "so many; 'packetflow control snapshot' takes one");
            return ExitCode.OK;
        }
        final PruneResult result = new JournalPruner(view.files(), view.isWritten()).prune(
            new JournalAnchor(oldest.get().sequence(), oldest.get().recordChecksum()), dryRun);
        if (result.isRefused())
        {
            throw new BadDataException(result.refusal() + ". Nothing was removed");
        }
        report(view, oldest.get(), result, snapshots(view, store));
        return ExitCode.OK;
    }

    /** A running engine removes its old snapshots itself, and may be writing one. */
    private List<String> snapshots(final JournalView view, final SnapshotStore store) throws IOException
    {
        return view.isWritten() ? List.of() : store.prune(kept, dryRun);
    }

    private void report(
        final JournalView view, final SnapshotSubject oldest, final PruneResult result, final List<String> snapshots)
        throws IOException
    {
        final PrintWriter out = journal.terminal().out();
        final List<String> removed = new ArrayList<>(result.removed());
        removed.addAll(snapshots);
        removed.forEach(path -> out.println((dryRun ? "would remove " : "removed ") + path));
        out.printf(Locale.ROOT, "%s%,d KiB of records%s%n", dryRun ? "would free " : "freed ", result.bytes() / KIB,
            removed.isEmpty() ? ": there is nothing to remove" : "");
        out.printf(Locale.ROOT, "kept: all from instance %,d on, of which %s is a sound snapshot; segment 0 of an " +
            "epoch that stays in part%s%n", oldest.sequence(), SnapshotStore.path(oldest.sequence()),
            view.isWritten() ? "; snapshots, as process " + view.owner().orElseThrow().pid() + " writes them" : "");
    }
}
