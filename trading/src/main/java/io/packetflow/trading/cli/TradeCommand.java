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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.PlanOptionsMixin;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.SettingTypes;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.LatencyReport;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingProgram;
import io.packetflow.trading.feed.file.FeedSummary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow trade}: the main job. */
@Command(
    name = "trade",
    header = "Run the TradingEngine over a market and measure tick to trade.",
    description = {
        "Sends a market (by default a generated one) through the TradingEngine on pinned cores, against a simulated " +
            "venue, and reports latency, orders, positions and what was in the feed.",
        "Ctrl-C or 'packetflow control stop' ends it early: what was admitted is finished and reported. However it " +
            "ends, live orders are cancelled first, unless --live-orders stop=adopt leaves them."},
    footer = {
        "",
        "Exit codes: 0 done, also when it was stopped; 1 trader and risk disagree, or " +
            "instances were set aside; 2 usage; 3 bad or cut feed (it is " +
            "processed up to the cut), or a journal that holds less than it promised; 4 no plan for this host, " +
            "a handler failed, or the journal cannot be written."})
class TradeCommand implements Callable<Integer>
{
    private static final long DEFAULT_MESSAGES = 2_000_000;
    /** One that takes so long to generate that its user wants to know why nothing happens. */
    private static final long LONG_MARKET = 10_000_000;
    private static final int DEFAULT_SYMBOLS = 200;
    private static final long DEFAULT_SEED = 1;
    private static final long MAX_RATE = 1_000_000_000L;
    private static final String REPORT = "trade";

    @ParentCommand
    private PacketFlowCommand root;

    @Mixin
    private PlanOptionsMixin planOptions;

    @Mixin
    private ProgramMixin programOption;

    @Mixin
    private JournalOptionsMixin journalOptions;

    @Mixin
    private LiveOrdersMixin liveOrders;

    @Option(names = "--feed", paramLabel = "FILE",
        description = "recorded ITCH 5.0 in BinaryFILE framing (default: a generated market)")
    private Path feedFile;

    @Option(names = "--messages", paramLabel = "N", description = "messages of the generated market (default: 2000000)")
    private Long messages;

    @Option(names = "--symbols", paramLabel = "N", description = "symbols of the generated market (default: 200)")
    private Integer symbols;

    @Option(names = "--seed", paramLabel = "S", description = "seed of the generated market (default: 1)")
    private Long seed;

    @Option(names = "--rate", paramLabel = "RATE", defaultValue = "max",
        description = "messages a second (100000, 100k, 1M) at planned times, 'recorded' for the feed's own times, " +
            "or 'max' for as fast as the engine takes them (default: ${DEFAULT-VALUE})")
    private String rate;

    @Option(names = "--orders", paramLabel = "FILE",
        description = "write all OUCH messages there, each behind its length (2 bytes, big-endian)")
    private Path orders;

    @Option(names = "--out", paramLabel = "DIR", description = "where reports go (default: packetflow.output.dir)")
    private Path out;

    @Option(names = "--show-code", description = "print the generated code of the nodes first")
    private boolean showCode;

    @Option(names = {"--save-code", "--keep-sources"}, paramLabel = "DIR",
        description = "keep the generated code and classes there")
    private Path saveCode;

    @Override
    public Integer call() throws IOException
    {
        final ReactorSettings settings = planOptions.settings(root).conclude();
        final Pacing pacing = pacing();
        final TradingProgram program = programOption.program(root.terminal());
        final JournalOptions journal = journalOptions.options();
        final LiveOrders live = liveOrders.liveOrders();
        final Path directory = out != null ? out : settings.outputDirectory();
        new ResultPlaces(directory, orders).requireWritable(journal != null);
        // A signal while the market is generated ends the program at once: there is nothing to finish or to report.
        try (TradeFeed feed = feed(settings); StopSignal signal = new StopSignal())
        {
            final TradeSetup setup = new TradeSetup(
                settings, program, feed, pacing, orders, saveCode, journal, journalOptions.queue(), standby(signal),
                live, root.terminal());
            root.terminal().err().println("feed: " + feed.description());
            if (showCode)
            {
                showCode(setup);
            }
            prepare(setup, planOptions.settings(root));
            return trade(setup, signal, directory);
        }
    }

    /**
     * Does what a kind of run wants done first.
     *
     * @param setup of the run
     * @param settings of the run again, for a run of its own
     */
    void prepare(final TradeSetup setup, final ReactorSettings.Builder settings)
    {
        // A run that begins at once has nothing to prepare.
    }

    /** Returns when the run takes over from another one; null: at once. */
    StandbyOptions standby(final StopSignal signal)
    {
        return null;
    }

    /** Returns how the run is journaled; null: not at all. */
    final JournalOptionsMixin journalOptions()
    {
        return journalOptions;
    }

    private TradeFeed feed(final ReactorSettings settings)
    {
        if (feedFile == null)
        {
            final long count = messages == null ? DEFAULT_MESSAGES : messages;
            if (count >= LONG_MARKET && count <= TradeFeed.MAX_GENERATED_MESSAGES)
            {
                root.terminal().err().printf(Locale.ROOT, "generating %,d messages into memory%n", count);
            }
            return TradeFeed.generated(count,
                seed == null ? DEFAULT_SEED : seed, symbols == null ? DEFAULT_SYMBOLS : symbols, settings.hugePages());
        }
        if (messages != null || symbols != null || seed != null)
        {
            throw new UsageException(
                "--messages, --symbols and --seed describe the generated market, but --feed names a recorded one");
        }
        return TradeFeed.recorded(feedFile, settings.hugePages());
    }

    private Pacing pacing()
    {
        if (rate.equals("max"))
        {
            return Pacing.MAX;
        }
        if (rate.equals("recorded"))
        {
            return Pacing.RECORDED;
        }
        try
        {
            final String text = rate.endsWith("/s") ? rate : rate + "/s";
            return Pacing.rate(SettingTypes.ratePerSecond(1, MAX_RATE).parse(text));
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--rate takes 1 to 1000M messages a second (100000, 100k, 1M), 'recorded' or " +
                "'max': '" + rate + "'", e);
        }
    }

    private void showCode(final TradeSetup setup)
    {
        EngineRefusals.translate(() -> PlannedCode.of(
            setup.context(setup.config(), ControlSource.idle(), setup.feed(), source -> { })))
            .sources().forEach(source -> root.terminal().out().println(source.text()));
    }

    private int trade(final TradeSetup setup, final StopSignal signal, final Path directory) throws IOException
    {
        final List<IOException> failures = new ArrayList<>();
        final int exitCode = EngineRefusals.translate(() ->
        {
            try
            {
                return run(setup, signal, directory);
            }
            catch (final IOException e)
            {
                failures.add(e);
                return ExitCode.HOST;
            }
        });
        if (!failures.isEmpty())
        {
            throw failures.get(0);
        }
        return exitCode;
    }

    private int run(final TradeSetup setup, final StopSignal signal, final Path directory) throws IOException
    {
        try (TradeRun run = new TradeRun(setup, HostFingerprint.read()))
        {
            run.run(signal::isRequested,
                () -> root.terminal().err().println(TradeReport.summary(run.reactor().plan())));
            return report(run, directory);
        }
    }

    private int report(final TradeRun run, final Path directory) throws IOException
    {
        final TradeReport trade = new TradeReport(run);
        final LatencyReport report = trade.build();
        root.terminal().out().print(report.text());
        final List<Path> files = new ArrayList<>(write(report, run, directory));
        if (run.orderFile() != null)
        {
            files.add(run.orderFile().path());
        }
        root.terminal().out().println("\nwritten");
        files.forEach(file -> root.terminal().out().println("  " + file.toAbsolutePath().normalize()));
        root.terminal().out().flush();
        requireSound(run, trade.feed());
        final long setAside = run.reactor().failureCount();
        if (setAside != 0)
        {
            root.terminal().err().printf(Locale.ROOT, "packetflow: handlers threw, and %,d instances were set aside " +
                "(packetflow.failure=quarantine); with halt the run ends at the first and names it%n", setAside);
        }
        return trade.results().disagreements() == 0 && setAside == 0 ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
    }

    private List<Path> write(final LatencyReport report, final TradeRun run, final Path directory) throws IOException
    {
        try
        {
            return report.writeTo(directory, REPORT);
        }
        catch (final IOException e)
        {
            if (run.end() == null)
            {
                throw e;
            }
            // Why the engine ended matters more, and is often the cause: reports and journal on one full disk.
            root.terminal().err().println("packetflow: the report could not be written to " + directory + ": " +
                IoFailure.describe(e));
            return List.of();
        }
    }

    private void requireSound(final TradeRun run, final FeedSummary feed)
    {
        if (run.end() != null)
        {
            if (run.orderFailure() != null)
            {
                root.terminal().err().println("packetflow: " + run.orderFailure().getMessage());
            }
            throw run.end();
        }
        if (run.orderFailure() != null)
        {
            throw new HostException(run.orderFailure().getMessage() + "; the report above is of the whole run",
                run.orderFailure());
        }
        final Optional<String> defect = feed.defect(String.valueOf(feedFile));
        // A feed that was stopped before its first message says nothing about itself.
        if (defect.isPresent() && !run.isStopped())
        {
            throw new BadDataException(defect.get());
        }
    }
}
