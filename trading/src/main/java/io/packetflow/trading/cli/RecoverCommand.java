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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.cli.journal.ScanProgress;
import io.packetflow.engine.reactor.ClosedEpoch;
import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalDirectoryException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow recover}: what a start would find, without starting. */
@Command(
    name = "recover",
    header = "Say what a start would recover from a journal, without starting.",
    description = {
        "Scans the journal, decides as a start would, restores the newest sound snapshot, replays the rest with all " +
            "outputs held back, and prints what came of it. Takes no lock and changes no file.",
        "May run beside the engine: then it goes as far as that had come."},
    footer = {
        "",
        "Exit codes: 0 a start would go on, 2 usage, 3 it would refuse what the journal holds, or there is none, " +
            "4 it would refuse the place, or that cannot be read."})
final class RecoverCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Override
    public Integer call() throws IOException
    {
        final JournalView view = JournalView.open(directory);
        requireWhole();
        final TradingReplay setup = new TradingReplay(root, view);
        final int exitCode = EngineRefusals.translate(() ->
        {
            try (OfflineReplay replay = OfflineReplay.ofNewest(setup.context()))
            {
                return recover(view, setup, replay);
            }
        });
        requirePlace();
        return exitCode;
    }

    /** Of what is not there as a whole nothing can be said. */
    private void requireWhole() throws IOException
    {
        try
        {
            JournalDirectory.check(directory);
        }
        catch (final JournalDirectoryException e)
        {
            if (e.isDamage())
            {
                throw new BadDataException("a start would be refused: " + e.getMessage(), e);
            }
        }
    }

    /** A copy can be looked into wherever it lies and whosever it is, but a start wants more. */
    private void requirePlace() throws IOException
    {
        try
        {
            JournalDirectory.check(directory);
        }
        catch (final JournalDirectoryException e)
        {
            throw new HostException("a start would be refused: " + e.getMessage(), e);
        }
    }

    private int recover(final JournalView view, final TradingReplay setup, final OfflineReplay replay)
    {
        final PrintWriter out = root.terminal().out();
        final RecoveryDecision decision = replay.decision();
        line("journal", view.path() + (view.isWritten() ?
            ", written by process " + view.owner().orElseThrow().pid() : ""));
        setup.feed().ifPresent(feed -> line("feed", feed.description()));
        line("ended", replay.report().end().text());
        line("last instance", String.format(Locale.ROOT, "%,d", decision.last().sequence()));
        line("lost", decision.hasLostRange() ? String.format(Locale.ROOT, "instances %,d to %,d", decision.lostFrom(),
            decision.lostTo()) : "nothing that is known of");
        replay.remarks().forEach(remark -> line("remark", remark));
        if (!decision.isAccepted())
        {
            out.flush();
            throw new BadDataException(replay.refusal());
        }
        try (ScanProgress progress = new ScanProgress(
            root.terminal(), "replaying", OptionalLong.of(replay.report().lastSequence())))
        {
            replay.run(Long.MAX_VALUE, progress);
        }
        line("snapshot", replay.startSequence() == 0 ? "none, replayed from the beginning" : String.format(Locale.ROOT,
            "of instance %,d, %,d instances replayed behind it", replay.startSequence(),
            replay.lastSequence() - replay.startSequence()));
        out.print("\n" + new TradeResults(EngineState.of(replay), setup.config().symbols()).text(null));
        out.flush();
        requireSameState(replay);
        return ExitCode.OK;
    }

    private void line(final String name, final String value)
    {
        root.terminal().out().printf(Locale.ROOT, "%-15s %s%n", name, value);
    }

    private static void requireSameState(final OfflineReplay replay)
    {
        final Optional<ClosedEpoch> different =
            replay.closedEpochs().stream().filter(epoch -> !epoch.differences().isEmpty()).findFirst();
        if (different.isPresent())
        {
            throw new BadDataException("a start would fail: the replay came to another state at the end of an epoch, " +
                "after instance " + different.get().sequence() + ": " + different.get().differences() +
                "; run the code and configuration that wrote the journal");
        }
    }
}
