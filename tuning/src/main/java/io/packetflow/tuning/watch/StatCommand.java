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
package io.packetflow.tuning.watch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.SettingTypes;
import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;
import io.packetflow.engine.watch.Rates;
import io.packetflow.engine.watch.WatchedEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow stat}: the counters of a running engine. */
@Command(
    name = "stat",
    header = "Watch the counters of a running engine.",
    description = {
        "Shows rings, stages, nodes, journal, latency, packets' counts and stalls of an engine, with rates, once a " +
            "second until Ctrl-C. It only reads a file that the engine writes anyway, so the engine does not notice. " +
            "The file of an engine that has ended, or died, shows its last values.",
        "Without FILE it takes the only engine that runs; engines are looked for where packetflow.counters.file " +
            "lies, and directly below."},
    footer = {"",
        "Exit codes: 0 shown, 2 usage, or several engines run, 3 no counters file, or damaged or of another version, " +
            "4 no engine runs, or its file may not be read."})
public final class StatCommand implements Callable<Integer>
{
    /** Home, then clear: what stood there before does not flash through. */
    private static final String CLEAR = "\u001b[H\u001b[2J";
    private static final long MIN_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MAX_INTERVAL_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "FILE|DIR", arity = "0..1",
        description = "counters file, or a directory to look for one (default: where packetflow.counters.file lies)")
    private Path place;

    @Mixin
    private CounterFilter filter;

    @Option(names = "--once", description = "show the counters once, without rates, and end")
    private boolean isOnce;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "how long from one reading to the next, 100ms to 1h (default: ${DEFAULT-VALUE})")
    private String interval;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json is one object a line")
    private Format format;

    /** How counters are printed. */
    enum Format
    {
        /** For people. */
        table,
        /** For programs. */
        json
    }

    /** Creates the command; picocli fills it. */
    public StatCommand()
    {
    }

    @Override
    public Integer call()
    {
        final long intervalNanos = intervalNanos();
        final Predicate<CounterReading> wanted = filter.predicate();
        final Path file = EngineChoice.one(place, root.settings().countersFile());
        final Rates rates = new Rates();
        try (WatchedEngine engine = new WatchedEngine(file); StopSignal signal = new StopSignal())
        {
            show(engine.read(), rates, wanted);
            while (!isOnce && rest(intervalNanos, signal))
            {
                show(engine.read(), rates, wanted);
            }
            return ExitCode.OK;
        }
        catch (final CountersFileException e)
        {
            throw EngineChoice.refusal(e);
        }
    }

    private long intervalNanos()
    {
        try
        {
            return SettingTypes.durationNanos(MIN_INTERVAL_NANOS, MAX_INTERVAL_NANOS).parse(interval);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--interval " + e.getMessage() + ": '" + interval + "'", e);
        }
    }

    private void show(final EngineReading reading, final Rates rates, final Predicate<CounterReading> wanted)
    {
        rates.next(reading);
        final List<CounterReading> counters = CounterFilter.select(reading, wanted);
        final PrintWriter out = root.terminal().out();
        if (format == Format.json)
        {
            out.print(StatJson.render(reading, counters, rates));
        }
        else
        {
            final boolean clears = !isOnce && root.terminal().isRefreshable();
            out.print((clears ? CLEAR : "") +
                StatText.render(reading, counters, new Figures(rates, root.terminal().unicode()), filter.isAll()) +
                (isOnce || clears ? "" : System.lineSeparator()));
        }
        out.flush();
    }

    /** Waits for the next reading; answers whether there is one. */
    private boolean rest(final long nanos, final StopSignal signal)
    {
        final long startNanos = System.nanoTime();
        long leftNanos = nanos;
        while (leftNanos > 0 && !signal.isRequested())
        {
            LockSupport.parkNanos(Math.min(leftNanos, LOOK_NANOS));
            leftNanos = nanos - (System.nanoTime() - startNanos);
        }
        return !signal.isRequested() && !root.terminal().out().checkError();
    }
}
