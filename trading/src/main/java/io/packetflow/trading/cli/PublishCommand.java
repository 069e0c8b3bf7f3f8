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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.ringbuffers.share.SharedTableException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow positions publish}: fills a positions table from a journal. */
@Command(
    name = "publish",
    header = "Fill a positions table from a journal, meanwhile or afterwards.",
    description = {
        "Restores the newest sound snapshot, applies what the journal holds behind it with all outputs held back, " +
            "and writes what the engine holds then into TABLE. With --follow it goes on as the journal grows, over " +
            "restarts and promotions of the engine, until Ctrl-C. The journal is not changed, and the engine never " +
            "waits.",
        "Each start makes the table anew and puts it in the place of the old one when it is complete; so it is also " +
            "the remedy for a table that a killed process left half written or locked. Run it on a core that no node " +
            "has."},
    footer = {
        "",
        "Exit codes: 0 filled, also when it was stopped; 2 usage; 3 the journal is damaged, or there is none, or " +
            "TABLE is something else; 4 TABLE cannot be written, or another process fills it."})
final class PublishCommand implements Callable<Integer>
{
    private static final double NANOS_PER_SECOND = 1e9;

    @ParentCommand
    private PositionsCommand positions;

    @Parameters(index = "0", paramLabel = "JOURNAL", description = "directory that was given to --journal")
    private Path journal;

    @Parameters(index = "1", paramLabel = "TABLE",
        description = "file of the table; its directory is made where there is none")
    private Path table;

    @Option(names = "--follow", description = "go on with what the engine writes, until Ctrl-C")
    private boolean isFollowing;

    @Override
    public Integer call() throws IOException
    {
        final JournalView view = JournalView.open(journal);
        final TradingReplay setup = new TradingReplay(positions.root(), view);
        try
        {
            return EngineRefusals.translate(() -> publish(view, setup));
        }
        catch (final UncheckedIOException e)
        {
            if (e.getCause() instanceof SharedTableException refusal)
            {
                throw TableRefusals.of(refusal);
            }
            throw e.getCause();
        }
    }

    private int publish(final JournalView view, final TradingReplay setup)
    {
        final long startNanos = System.nanoTime();
        try (StopSignal signal = new StopSignal();
            PositionsPublisher publisher = new PositionsPublisher(view, setup, table))
        {
            publisher.replay().remarks().forEach(remark -> positions.root().terminal().err().println(remark));
            publisher.run(isFollowing, signal::isRequested);
            report(publisher, (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
            return ExitCode.OK;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    private void report(final PositionsPublisher publisher, final double seconds)
    {
        final long instances = publisher.replay().lastSequence() - publisher.replay().startSequence();
        positions.root().terminal().out().printf(Locale.ROOT, "%,d rows in %s, current to instance %,d%n" +
            "%,d instances applied and %,d rows written in %.3f s, %,.0f instances/s; behind the journal by %,d " +
            "instances at most%s%n", publisher.rowCount(), table, publisher.replay().lastSequence(), instances,
            publisher.filler().rowsWritten(), seconds, instances / seconds, publisher.mostLag(),
            remade(publisher.filler().remadeCount()));
    }

    private static String remade(final long count)
    {
        final String times = count == 1 ? "once" : count + " times";
        return count == 0 ? "" : "; made anew " + times + ", because a reader had died with its lock";
    }
}
