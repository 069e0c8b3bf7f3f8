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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.cli.journal.JournalCommand;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.reactor.OfflineReplay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal replay}: whether the code comes to what the run came to. */
@Command(
    name = "replay",
    header = "Replay a journal, and compare the state with what the run says of itself.",
    description = {
        "Replays from the first instance, or from the oldest snapshot where what came before was pruned, with all " +
            "outputs held back. At each snapshot on the way, and where an epoch was closed in order, the state of " +
            "all packets is compared with that of the run.",
        "A difference means that a handler is not deterministic, or that the code has changed."},
    footer = {
        "",
        "Exit codes: 0 the same state wherever it is known, 1 it differs, 2 usage, 3 no journal of this molecule, 4 " +
            "it cannot be read, or a handler failed."})
final class ReplayCommand implements Callable<Integer>
{
    @ParentCommand
    private JournalCommand journal;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--until", paramLabel = "SEQ",
        description = "sequence of the last instance to replay (default: the last one that counts)")
    private Long until;

    @Option(names = "--diff", description = "stop at the first difference")
    private boolean diff;

    @Override
    public Integer call() throws IOException
    {
        if (until != null && until < 1)
        {
            throw new UsageException("--until takes the sequence of an instance, 1 or more: " + until);
        }
        final JournalView view = JournalView.open(directory);
        final TradingReplay setup = new TradingReplay(journal.root(), view);
        return EngineRefusals.translate(() ->
        {
            try (OfflineReplay replay = OfflineReplay.ofOldest(setup.context()))
            {
                requireWithin(replay);
                final boolean isSame = new ReplayComparison(replay, view, setup, journal.root().terminal())
                    .run(until == null ? replay.report().lastSequence() : until, diff);
                return isSame ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
            }
        });
    }

    private void requireWithin(final OfflineReplay replay)
    {
        if (until != null && (until > replay.report().lastSequence() || until < replay.startSequence()))
        {
            throw new UsageException("the journal " + directory + " can be replayed from instance " +
                (replay.startSequence() + 1) + " to " + replay.report().lastSequence() + ": --until=" + until);
        }
    }
}
