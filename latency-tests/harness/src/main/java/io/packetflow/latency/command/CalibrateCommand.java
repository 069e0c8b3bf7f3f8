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
package io.packetflow.latency.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.gate.Build;
import io.packetflow.latency.gate.BuildStore;
import io.packetflow.latency.gate.Calibration;
import io.packetflow.latency.gate.CalibrationJson;
import io.packetflow.latency.gate.CalibrationReport;
import io.packetflow.latency.gate.ErrorRates;
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.Judge;
import io.packetflow.latency.report.Json;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Progress;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cold path. Measures the gate's own error rates on this host, with the risk check. */
@Command(name = "calibrate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measure the gate itself: how often it calls equal builds different, and how often it finds a " +
    "slowdown of 10 %% that was planted in the risk check (a tenth more checks than it says).",
    footer = "%nExit codes: 0 no false alarm and nine of ten planted slowdowns found, 1 otherwise, 2 usage, " +
    "4 a fork failed.")
public final class CalibrateCommand implements Callable<Integer>
{
    private static final String SUBJECT = "risk check";
    private static final String BENCHMARK = "io.packetflow.latency.benchmarks.risk.PreTradeCheckBenchmark.";
    private static final double PLANTED_PERCENT = 100 * (4_505.0 / 4_096 - 1);
    private static final double LEAST_FOUND = 0.9;
    private static final int FORKS = 7;
    private static final String FILE = "calibration.json";

    @Option(names = "--pairs", paramLabel = "N", defaultValue = "100",
        description = "comparisons of equal builds (default: 100)")
    private int pairs;

    @Option(names = "--planted", paramLabel = "N", defaultValue = "10",
        description = "comparisons with the slowdown (default: 10)")
    private int planted;

    @Mixin
    private RunArguments run;

    @Mixin
    private SourceTree tree;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException
    {
        if (pairs < 0 || planted < 0 || pairs + planted < 1)
        {
            throw new UsageException("--pairs and --planted are counts, not both 0: " + pairs + ", " + planted);
        }
        final BenchOptions options = run.options(Size.QUICK, FORKS);
        Judge.requireEnoughForks(options.forks(), 1);
        final Progress progress = new Progress(spec.commandLine().getErr());
        final Build build =
            new BuildStore(tree.home(), options.out().resolve("builds"), progress).current(options.arguments());
        final Path file = Files.createDirectories(options.out()).resolve(FILE);
        final CalibrationReport report = new Calibration(build, options,
            GateMetric.best("risk check, in cache", SUBJECT), subject(options, "inCache"),
            subject(options, "inCachePlanted"), PLANTED_PERCENT)
            .run(pairs, planted, progress, known -> write(file, known));
        write(file, report);
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(new ErrorRates(Json.read(file)).table().plain());
        terminal.println("wrote " + file);
        terminal.flush();
        return report.falseAlarms() == 0 && report.found() >= LEAST_FOUND * report.planted().size() ?
            ExitCode.OK : ExitCode.VERDICT_AGAINST;
    }

    private static Subject subject(final BenchOptions options, final String method)
    {
        final List<String> arguments = new ArrayList<>(List.of("--benchmark", BENCHMARK + method));
        arguments.addAll(options.size().gateJmhOptions());
        return Subject.jmh(SUBJECT, arguments);
    }

    private static void write(final Path file, final CalibrationReport report)
    {
        try
        {
            Files.writeString(file, CalibrationJson.of(report));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
