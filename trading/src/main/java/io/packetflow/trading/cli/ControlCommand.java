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

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.control.ControlClient;
import io.packetflow.engine.control.ControlClient.Command;
import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.control.ControlDirectory;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.engine.telemetry.CountersFileReader;
import io.packetflow.trading.engine.LimitTarget;
import io.packetflow.trading.engine.TradingCommand;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cold path. {@code packetflow control}: commands to a running engine, through its control file. */
@picocli.CommandLine.Command(
    name = "control",
    header = "Command a running engine: kill, resume, limit, snapshot, stop, status.",
    description = "Writes a command into the engine's control file and waits until the engine has taken it.",
    footer = {"", "Exit codes: 0 the engine took the command, 2 usage, 4 no engine, or it took nothing."},
    synopsisSubcommandLabel = "COMMAND")
final class ControlCommand implements Callable<Integer>
{
    private static final long NANOS_PER_MILLI = 1_000_000L;

    @ParentCommand
    private PacketFlowCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pid", paramLabel = "PID", scope = picocli.CommandLine.ScopeType.INHERIT,
        description = "process of the engine (default: the only one that runs)")
    private Long pid;

    @Option(names = "--dir", paramLabel = "DIR", scope = picocli.CommandLine.ScopeType.INHERIT,
        description = "its control directory (default: packetflow.control.dir)")
    private Path directory;

    @Option(names = "--timeout", paramLabel = "MILLIS", defaultValue = "5000",
        scope = picocli.CommandLine.ScopeType.INHERIT,
        description = "how long to wait for the engine (default: ${DEFAULT-VALUE})")
    private int timeoutMillis;

    /** Without a command there is nothing to do. */
    @Override
    public Integer call()
    {
        spec.commandLine().usage(root.terminal().err());
        return ExitCode.USAGE;
    }

    @picocli.CommandLine.Command(name = "kill",
        description = "stop all trading: every new order is refused, all live orders are cancelled")
    int kill()
    {
        return send(Command.of(TradingCommand.KILL), "trading is stopped; quotes are being withdrawn");
    }

    @picocli.CommandLine.Command(name = "resume", description = "take a kill back")
    int resume()
    {
        return send(Command.of(TradingCommand.RESUME), "trading goes on");
    }

    @picocli.CommandLine.Command(name = "stop",
        description = "cancel live orders (unless they are adopted), finish what was admitted, report, end")
    int stop()
    {
        return send(Command.of(TradingCommand.STOP), "the engine drains and ends");
    }

    @picocli.CommandLine.Command(name = "snapshot",
        description = "take a snapshot of all state; the engine must run with --journal, else nothing is taken. " +
            "The molecule stands still for it behind this very command; it is written beside the run as soon as the " +
            "journal is on the disk so far. One that is asked for while the last one is being written is left out")
    int snapshot()
    {
        return send(Command.of(ControlCommands.SNAPSHOT), "it takes a snapshot, if it runs with --journal");
    }

    @picocli.CommandLine.Command(name = "limit",
        description = "change a limit: TARGET [INSTRUMENT] VALUE; INSTRUMENT is a symbol or a stock locate, for " +
            "max-quantity, max-order-notional-e4, collar-basis-points and max-position; max-open-orders, " +
            "max-open-notional-e4 and orders-per-second have none")
    int limit(
        @Parameters(paramLabel = "TARGET", description = "which limit") final String target,
        @Parameters(arity = "1..2", paramLabel = "[INSTRUMENT] VALUE",
            description = "of what, and the new value") final String[] values)
    {
        final LimitTarget limit = LimitNames.find(target);
        if (limit.isOfInstrument() != (values.length == 2))
        {
            throw new UsageException(limit.isOfInstrument() ?
                target + " is a limit of an instrument: write " + target + " INSTRUMENT VALUE" :
                target + " is a limit of the account: write " + target + " VALUE");
        }
        final long value = LimitNames.value(limit, values[values.length - 1]);
        return EngineRefusals.translate(() ->
        {
            try (ControlClient client = open())
            {
                final int instrument = limit.isOfInstrument() ? instrument(client, values[0]) : 0;
                client.send(new Command(TradingCommand.LIMIT, limit.code(), instrument, value),
                    timeoutMillis * NANOS_PER_MILLI);
                return done(client, limit.commandName() + (limit.isOfInstrument() ? " of " + values[0] : "") +
                    " is now " + value);
            }
        });
    }

    @picocli.CommandLine.Command(name = "status", description = "say which engines run, and what they count")
    int status()
    {
        return EngineRefusals.translate(() ->
        {
            try (ControlClient client = open())
            {
                final PrintWriter out = root.terminal().out();
                out.printf(Locale.ROOT, "engine of process %d %s, %,d commands taken%n", client.engine().pid(),
                    client.isEngineAlive() ? "runs" : "is gone", client.takenCount());
                printCounters(client.engine().pid());
                return ExitCode.OK;
            }
        });
    }

    private void printCounters(final long engine)
    {
        final Path file = root.settings().countersFile();
        if (!Files.exists(file))
        {
            return;
        }
        try (CountersFileReader counters = CountersFileReader.open(file))
        {
            if (counters.pid() == engine)
            {
                counters.counters().stream().filter(counter -> counter.value() != 0).forEach(counter ->
                    root.terminal().out().printf(Locale.ROOT, "  %,16d  %s%n", counter.value(), counter.label()));
            }
        }
    }

    private int send(final Command command, final String effect)
    {
        return EngineRefusals.translate(() ->
        {
            try (ControlClient client = open())
            {
                client.send(command, timeoutMillis * NANOS_PER_MILLI);
                return done(client, effect);
            }
        });
    }

    private int done(final ControlClient client, final String effect)
    {
        root.terminal().out().println("engine of process " + client.engine().pid() + ": " + effect);
        return ExitCode.OK;
    }

    private ControlClient open()
    {
        if (timeoutMillis < 1)
        {
            throw new UsageException("--timeout takes 1 millisecond or more: " + timeoutMillis);
        }
        final ControlDirectory engines = engines();
        return ControlClient.open(engines, pid == null ? engines.onlyEngine() : pid);
    }

    private ControlDirectory engines()
    {
        return ControlDirectory.open(directory == null ? root.settings().controlDirectory() : directory);
    }

    private int instrument(final ControlClient client, final String text)
    {
        final InstrumentList.Known known = InstrumentList.read(engines().fileOf(client.engine().pid()));
        if (text.matches("[0-9]{1,5}"))
        {
            return requireLocate(Integer.parseInt(text), known.locateCount());
        }
        final Integer locate = known.locates().get(text.toUpperCase(Locale.ROOT));
        if (locate == null)
        {
            throw new UsageException("the engine knows no symbol '" + text + "'" +
                NearestName.suggest(text.toUpperCase(Locale.ROOT), known.locates().keySet()) +
                (known.locates().isEmpty() ? ": its feed names none in advance; write the stock locate" : ""));
        }
        return locate;
    }

    private static int requireLocate(final int locate, final int locateCount)
    {
        if (locate >= locateCount)
        {
            throw new UsageException(
                "the engine knows no stock locate " + locate + "; its feed has those up to " + (locateCount - 1));
        }
        return locate;
    }

    /** Cold path. Names and ranges of limits, as a user writes them. */
    private static final class LimitNames
    {
        private static final long MAX_NOTIONAL_E4 = (1L << 61) - 1;
        private static final long MAX_SHARES = (1L << 30) - 1;
        private static final long MAX_COLLAR = 100_000;
        private static final long MAX_RATE = 1_000_000_000L;

        private static LimitTarget find(final String name)
        {
            for (final LimitTarget target : LimitTarget.values())
            {
                if (target.commandName().equals(name.toLowerCase(Locale.ROOT)))
                {
                    return target;
                }
            }
            final List<String> names = Arrays.stream(LimitTarget.values()).map(LimitTarget::commandName).toList();
            final String nearest = NearestName.suggest(name, names);
            throw new UsageException("no limit '" + name + "'" +
                (nearest.isEmpty() ? "; there are " + String.join(", ", names) : nearest));
        }

        private static long value(final LimitTarget target, final String text)
        {
            final long least = target == LimitTarget.MAX_QUANTITY || target == LimitTarget.COLLAR_BASIS_POINTS ||
                target == LimitTarget.ORDERS_PER_SECOND ? 1 : 0;
            final long most = most(target);
            try
            {
                final long value = Long.parseLong(text);
                if (value >= least && value <= most)
                {
                    return value;
                }
            }
            catch (final NumberFormatException e)
            {
                throw new UsageException(
                    target.commandName() + " takes a whole number, " + least + " to " + most + ": '" + text + "'", e);
            }
            throw new UsageException(target.commandName() + " takes " + least + " to " + most + ": " + text);
        }

        private static long most(final LimitTarget target)
        {
            return switch (target)
            {
                case MAX_QUANTITY, MAX_OPEN_ORDERS -> Integer.MAX_VALUE;
                case MAX_ORDER_NOTIONAL_E4, MAX_OPEN_NOTIONAL_E4 -> MAX_NOTIONAL_E4;
                case COLLAR_BASIS_POINTS -> MAX_COLLAR;
                case ORDERS_PER_SECOND -> MAX_RATE;
                case MAX_POSITION -> MAX_SHARES;
            };
        }
    }
}
