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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. A whole campaign over pairs: mode after mode until all have had their faults or one is broken. */
final class FailoverCampaign
{
    private static final String NAME = "failover";

    private final FailoverOptions options;
    private final Terminal terminal;
    private final ChaosProgress progress;
    private final List<FailoverTally> tallies = new ArrayList<>();
    private final Verdict verdict = new Verdict();

    FailoverCampaign(final FailoverOptions options, final Terminal terminal)
    {
        this.options = options;
        this.terminal = terminal;
        this.progress = new ChaosProgress(terminal);
    }

    /** Runs it and prints the summary; returns the exit code. */
    int run() throws IOException
    {
        Files.createDirectories(options.common().directory());
        final Path directory = Files.createTempDirectory(options.common().directory(), NAME + '-');
        try
        {
            progress.show("the run that nobody kills");
            final RunPlace place = RunPlace.make(directory.resolve("reference"));
            final FeedDigests reference = feed(place);
            for (final Durability mode : options.common().modes())
            {
                if (verdict.isHeld())
                {
                    run(mode, directory, reference);
                }
            }
            remove(place);
        }
        finally
        {
            progress.end();
        }
        report();
        if (verdict.isHeld() && !options.common().isKept())
        {
            Files.delete(directory);
        }
        else
        {
            terminal.out().println("  " + directory.toAbsolutePath().normalize());
            terminal.out().flush();
        }
        return verdict.exitCode();
    }

    private FeedDigests feed(final RunPlace place) throws IOException
    {
        try (PairProcess run = new PairProgram(options, Durability.PROCESS_SAFE, place).last(place.orders()))
        {
            final int exitCode = run.await(options.common().timeoutSeconds());
            if (exitCode != ExitCode.OK)
            {
                throw new HostException("the run without a fault ended with exit code " + exitCode + ", so there is " +
                    "nothing to compare with; the end of its log, " + run.log() + ":\n" + LogTail.of(run.log()));
            }
            return FeedDigests.read(place.journal());
        }
    }

    private void run(final Durability mode, final Path directory, final FeedDigests reference) throws IOException
    {
        final FailoverTally tally = new FailoverTally(mode);
        tallies.add(tally);
        for (int number = 1; verdict.isHeld() && tally.faults() < options.common().kills(); number++)
        {
            final RunPlace place =
                RunPlace.make(directory.resolve(String.format(Locale.ROOT, "%s-%03d", mode.text(), number)));
            try (FailoverSeries series = new FailoverSeries(options, tally, place, reference))
            {
                run(series, tally);
            }
            remove(place);
        }
    }

    private void run(final FailoverSeries series, final FailoverTally tally) throws IOException
    {
        try
        {
            series.begin();
            while (series.next())
            {
                progress.show(String.format(Locale.ROOT, "%s: fault %,d of %,d", tally.mode().text(), tally.faults(),
                    options.common().kills()));
            }
            series.finish();
        }
        catch (final BrokenInvariantException e)
        {
            tally.checks().countBroken(e);
            verdict.add(e, series.where(), options.commandFor(tally.mode().text(), Math.max(1, tally.faults() + 1)));
        }
    }

    private void remove(final RunPlace place) throws IOException
    {
        if (verdict.isHeld() && !options.common().isKept())
        {
            place.remove();
        }
    }

    private void report() throws IOException
    {
        final FailoverSummary summary = new FailoverSummary(options, tallies, verdict.broken());
        verdict.publish(terminal, options.common().directory(), NAME, summary.text(), summary.json());
    }
}
