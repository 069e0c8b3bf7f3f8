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

import io.packetflow.engine.cli.Terminal;
import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. A whole campaign: mode after mode until all have had their kills or an invariant is broken. */
final class Campaign
{
    private static final String NAME = "chaos";

    private final CampaignOptions options;
    private final Terminal terminal;
    private final DeathHook hook;
    private final List<Tally> tallies = new ArrayList<>();
    private final Verdict verdict = new Verdict();

    Campaign(final CampaignOptions options, final Terminal terminal, final DeathHook hook)
    {
        this.options = options;
        this.terminal = terminal;
        this.hook = hook;
    }

    /** Runs it and prints the summary; returns the exit code. */
    int run() throws IOException
    {
        Files.createDirectories(options.directory());
        final Path directory = Files.createTempDirectory(options.directory(), NAME + '-');
        final References references = new References(directory);
        final ChaosProgress progress = new ChaosProgress(terminal);
        try
        {
            for (final Durability mode : options.modes())
            {
                if (verdict.isHeld())
                {
                    run(mode, directory, references, progress);
                }
            }
        }
        finally
        {
            progress.end();
        }
        report();
        if (options.isKept())
        {
            terminal.out().println("  " + directory.toAbsolutePath().normalize());
        }
        if (verdict.isHeld() && !options.isKept())
        {
            references.remove();
            removeEmpty(directory);
        }
        return verdict.exitCode();
    }

    private void run(
        final Durability mode, final Path directory, final References references, final ChaosProgress progress)
        throws IOException
    {
        final ModeCampaign campaign =
            new ModeCampaign(options, mode, directory.resolve(mode.text()), references, progress, hook);
        tallies.add(campaign.tally());
        try
        {
            campaign.run();
        }
        catch (final BrokenInvariantException e)
        {
            campaign.tally().checks().countBroken(e);
            verdict.add(e, campaign.where(), options.commandFor(mode, Math.max(1, campaign.tally().kills())));
        }
    }

    private void report() throws IOException
    {
        final ChaosSummary summary = new ChaosSummary(options, tallies, verdict.broken());
        verdict.publish(terminal, options.directory(), NAME, summary.text(), summary.json());
    }

    /** What is left are directories of modes: the files in them were removed with their rounds. */
    private void removeEmpty(final Path directory) throws IOException
    {
        for (final Tally tally : tallies)
        {
            Files.delete(directory.resolve(tally.mode().text()));
        }
        Files.delete(directory);
    }
}
