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
package io.packetflow.latency;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.CommandException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.latency.command.AcceptCommand;
import io.packetflow.latency.command.CalibrateCommand;
import io.packetflow.latency.command.CompareCommand;
import io.packetflow.latency.command.ReportCommand;
import io.packetflow.latency.command.RunArguments;
import io.packetflow.latency.command.SourceTree;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.gate.BuildStore;
import io.packetflow.latency.html.StoredReport;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.ForkLauncher;
import io.packetflow.latency.run.JavaCommand;
import io.packetflow.latency.run.Progress;
import io.packetflow.latency.run.Rounds;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;
import io.packetflow.latency.scenario.ScenarioContributor;
import io.packetflow.latency.scenario.Scenarios;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Cold path. The bench command: measures scenarios, floor and engine side by side, one JVM for each measurement, and
 * prints one table.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    subcommands = {CompareCommand.class, AcceptCommand.class, CalibrateCommand.class,
        ReportCommand.class},
    description = "Measure speed and memory, and hold them against targets and floors.%n" +
    "Each measurement runs in a JVM of its own; subjects take turns (A B B A). " +
    "The table, JSON and curves go to --out.",
    footer = "%nExit codes: 0 ok, 1 floor and engine did different work, or with --strict a target is missed, " +
    "2 usage, 3 bad data, 4 a fork failed or the host is unfit.")
public final class Bench implements Callable<Integer>
{
    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "what to measure (default: everything)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "list the scenarios and end")
    private boolean list;

    @Mixin
    private RunArguments run;

    @Mixin
    private SourceTree tree;

    @Option(names = "--markdown", description = "print the table as Markdown")
    private boolean markdown;

    @Option(names = "--strict", description = "exit with 1 if a target is missed")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    private Bench()
    {
    }

    /**
     * Runs the command.
     *
     * @param args its words
     */
    public static void main(final String[] args)
    {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine()
    {
        return new CommandLine(new Bench())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
    }

    private static int explain(final Exception failure, final PrintWriter err)
    {
        if (failure instanceof CommandException expected)
        {
            err.println("bench: " + expected.getMessage());
            return expected.exitCode();
        }
        failure.printStackTrace(err);
        return ExitCode.HOST;
    }

    @Override
    public Integer call() throws IOException
    {
        final PrintWriter terminal = spec.commandLine().getOut();
        if (list)
        {
            Scenarios.byName().values().forEach(scenario ->
                terminal.printf(Locale.ROOT, "%-16s %s%n", scenario.name(), scenario.description()));
            if (ServiceLoader.load(ScenarioContributor.class).findFirst().isEmpty())
            {
                terminal.println("(--peers adds more: PacketFlow against systems of others)");
            }
            return ExitCode.OK;
        }
        final List<Scenario> scenarios = Scenarios.choose(names);
        final BenchReport report =
            measure(scenarios, run.options(Size.FULL, 0), new Progress(spec.commandLine().getErr()));
        terminal.print(markdown ? report.markdown() : report.text());
        BenchFiles.writeTables(report).forEach(file -> terminal.println("wrote " + file));
        BenchFiles.writeCurves(report).forEach(file -> terminal.println("wrote " + file));
        final Path page = report.options().out().resolve("report.html");
        StoredReport.of(List.of(report.options().out())).writePage(page);
        terminal.println("wrote " + page);
        terminal.flush();
        return exitCode(report);
    }

    private int exitCode(final BenchReport report)
    {
        if (report.hasFailures())
        {
            return ExitCode.HOST;
        }
        return report.isSound() && !(strict && report.missed() > 0) ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
    }

    /** Measures one scenario after the other, and writes the tables each time, so that little is lost on the way. */
    private BenchReport measure(
        final List<Scenario> scenarios, final BenchOptions options, final Progress progress) throws IOException
    {
        final String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        final ForkLauncher launcher = new ForkLauncher(new JavaCommand(options.arguments(), System.getenv()),
            options.out().resolve("forks"), options.size().timeoutSeconds());
        final Rounds rounds = new Rounds(launcher, progress);
        final String commit =
            new BuildStore(tree.home(), options.out(), progress).current(options.arguments()).shortCommit();
        final List<ScenarioReport> reports = new ArrayList<>();
        ForkResult before = jitter(rounds, scenarios.get(0), "before", options);
        for (final Scenario scenario : scenarios)
        {
            final ScenarioRun measured = new ScenarioRun(scenario.name(), options, rounds);
            Outcome outcome = Outcome.none();
            String failure = "";
            try
            {
                outcome = scenario.measure(measured);
            }
            catch (final CommandException | NoSuchElementException e)
            {
                failure = e.getMessage();
                progress.say("NOT MEASURED: " + failure);
            }
            final ForkResult after = jitter(rounds, scenario, "after", options);
            reports.add(new ScenarioReport(
                scenario, command(scenario, options), outcome, measured.results(), failure, before, after));
            BenchFiles.writeTables(new BenchReport(options, startedAt, commit, reports));
            // What comes after one scenario comes before the next.
            before = after;
        }
        return new BenchReport(options, startedAt, commit, reports);
    }

    private static ForkResult jitter(
        final Rounds rounds, final Scenario scenario, final String when, final BenchOptions options)
    {
        final Subject subject = Subject.jitter("jitter " + when, options.size());
        return rounds.run(scenario.name(), List.of(subject), 1).of(subject.name()).get(0);
    }

    private static String command(final Scenario scenario, final BenchOptions options)
    {
        final Size size = options.size();
        return "latency-tests/bench " + scenario.name() +
            (options.recorded() != null && scenario.sendsRecordedFeed() ? " --recorded FILE" : "") +
            (size == Size.FULL ? "" : " --size " + size.name().toLowerCase(Locale.ROOT)) +
            (options.forks() == size.forks() ? "" : " --forks " + options.forks());
    }
}
