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

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.SettingTypes;
import io.packetflow.engine.journal.StandbyEndedException;
import io.packetflow.engine.journal.StandbyOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow standby}: a trading run that waits behind another one, and takes over from it. */
@Command(
    name = "standby",
    header = "Follow a running 'trade --journal DIR' and take over when it dies or stands still.",
    description = {
        "Takes the same options as 'trade', with the primary's --journal, --feed or generated market, and --orders. " +
            "It applies what the primary journals, lets nothing go, and takes over when the primary dies (its lock " +
            "becomes free) or shows no sign of life for --stall-limit: it kills the primary, or fences it with " +
            "--no-kill, begins a new epoch, writes the orders that the file lacks, and goes on with the feed.",
        "A primary that ends in order is not replaced."},
    footer = {
        "",
        "Exit codes: as of 'trade'; 0 also when the primary ended in order or the standby was stopped."})
final class StandbyCommand extends TradeCommand
{
    private static final long MAX_STALL_NANOS = 60_000_000_000L;

    @ParentCommand
    private PacketFlowCommand root;

    @Option(names = "--stall-limit", paramLabel = "TIME", defaultValue = "50ms",
        description = "without a sign of life for so long the primary counts as stalled (default: ${DEFAULT-VALUE})")
    private String stallLimit;

    @Option(names = "--no-kill",
        description = "do not kill a primary that stands still: it is fenced, and halts by itself when it wakes up")
    private boolean noKill;

    @Override
    public Integer call() throws IOException
    {
        if (journalOptions().options() == null)
        {
            throw new UsageException("a standby follows the journal of its primary; name it with --journal DIR");
        }
        try
        {
            return super.call();
        }
        catch (final StandbyEndedException e)
        {
            root.terminal().err().println(e.getMessage());
            return ExitCode.OK;
        }
    }

    @Override
    void prepare(final TradeSetup setup, final ReactorSettings.Builder settings)
    {
        if (setup.settings().warmup())
        {
            TakeoverRehearsal.run(setup, settings);
        }
    }

    @Override
    StandbyOptions standby(final StopSignal signal)
    {
        try
        {
            return new StandbyOptions(SettingTypes.durationNanos(StandbyOptions.MIN_STALL_LIMIT_NANOS,
                MAX_STALL_NANOS).parse(stallLimit), !noKill, signal::isRequested);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--stall-limit takes 5ms to 60s: '" + stallLimit + "'", e);
        }
    }
}
