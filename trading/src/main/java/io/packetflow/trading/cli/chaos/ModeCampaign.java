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
import java.nio.file.Path;
import java.util.Locale;

import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. All kills of one mode: journal after journal, each until its feed has ended. */
final class ModeCampaign
{
    private final CampaignOptions options;
    private final Durability mode;
    private final Path directory;
    private final References references;
    private final ChaosProgress progress;
    private final DeathHook hook;
    private final Tally tally;
    private final ProcessRunner runner;
    private KillPlan plan;
    private RunPlace place;

    /**
     * Prepares.
     *
     * @param options of the campaign
     * @param mode of the journals
     * @param directory of all that its processes write
     * @param references that they are held against
     * @param progress told of each kill
     * @param hook that comes before each audit
     */
    ModeCampaign(
        final CampaignOptions options,
        final Durability mode,
        final Path directory,
        final References references,
        final ChaosProgress progress,
        final DeathHook hook)
    {
        this.options = options;
        this.mode = mode;
        this.directory = directory;
        this.references = references;
        this.progress = progress;
        this.hook = hook;
        this.tally = new Tally(mode);
        this.runner = new ProcessRunner(options, mode);
    }

    /**
     * Kills.
     *
     * @throws BrokenInvariantException at the first invariant that does not hold; all files stay
     */
    void run() throws IOException
    {
        progress.show(mode.text() + ": the run that nobody kills");
        final Reference reference = references.of(runner);
        tally.times().add(reference.end(), false);
        for (int round = 1; tally.kills() < options.kills(); round++)
        {
            place = RunPlace.make(directory.resolve(String.format(Locale.ROOT, "round-%03d", round)));
            run(new Round(place, runner, reference, tally), reference.inputs().count());
            if (!options.isKept())
            {
                place.remove();
            }
        }
    }

    private void run(final Round round, final long instances) throws IOException
    {
        boolean isKilled = true;
        while (isKilled)
        {
            final boolean isLast = tally.kills() == options.kills();
            plan = isLast ? null :
                KillPlan.draw(options.seed(), mode, tally.kills() + 1).within(runner.scale().stride());
            isKilled = round.live(plan, hook);
            progress.show(String.format(Locale.ROOT, "%s: kill %,d of %,d, instance %,d of %,d", mode.text(),
                tally.kills(), options.kills(), round.inputs(), instances));
        }
    }

    /** Returns what it came to so far. */
    Tally tally()
    {
        return tally;
    }

    /** Returns where it stands, for the report of what is broken. */
    String where()
    {
        return "mode " + mode.text() + ", kill " + tally.kills() + " of " + options.kills() + " (" +
            (plan == null ? "after the last one" : plan.moment().text()) + "); all files are kept in " + directory +
            ", the last journal in " + (place == null ? "none yet" : place.journal());
    }
}
