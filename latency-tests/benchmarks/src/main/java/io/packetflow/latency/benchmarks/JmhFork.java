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
package io.packetflow.latency.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.fork.ForkFile;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.host.HostLoad;
import io.packetflow.latency.host.Niceness;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs one JMH benchmark in one fork, whose JVM has the flags of this one, and writes what the bench command reads:
 * the time of an operation and the bytes allocated for it.
 */
@Command(name = "jmh-fork", description = "Runs one JMH benchmark in one fork; the bench command calls it.")
public final class JmhFork implements Callable<Integer>
{
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double MEDIAN = 50;
    private static final double P90 = 90;
    private static final double P99 = 99;
    private static final double INTERRUPTED_NANOS = 5_000;

    @Option(names = "--benchmark", required = true, paramLabel = "METHOD", description = "class and method")
    private String benchmark;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the result goes")
    private Path out;

    @Option(names = "--warm-ups", required = true, paramLabel = "N", description = "iterations that do not count")
    private int warmUps;

    @Option(names = "--iterations", required = true, paramLabel = "N", description = "iterations that count")
    private int iterations;

    @Option(names = "--millis", required = true, paramLabel = "MILLIS", description = "time of an iteration")
    private long millis;

    @Option(names = "-p", paramLabel = "NAME=VALUE", description = "parameter of the benchmark")
    private Map<String, String> parameters = new LinkedHashMap<>();

    private JmhFork()
    {
    }

    /**
     * Runs the benchmark.
     *
     * @param args which, how long, and where the result goes
     */
    public static void main(final String[] args)
    {
        System.exit(new CommandLine(new JmhFork()).execute(args));
    }

    @Override
    public Integer call() throws RunnerException, IOException
    {
        final HostFingerprint host = HostFingerprint.read();
        if (host.assertions())
        {
            throw new HostException("this JVM runs with assertions (-ea): no figure is taken; run without -ea");
        }
        final HostLoad load = new HostLoad();
        final RunResult run = new Runner(options().build()).runSingle();
        final ForkResult.Builder result = ForkResult.on(host).text("niceness", Niceness.ofThisProcess())
            .text("benchmark", benchmark).text("parameters", parameters.toString())
            .number(Measure.OPERATION_NANOS, run.getPrimaryResult().getScore())
            .number(Measure.OPERATION_BEST_NANOS, best(run))
            .number(Measure.BYTES_PER_OPERATION, allocation(run)).load(load);
        final Statistics statistics = run.getPrimaryResult().getStatistics();
        if (statistics.getN() > iterations)
        {
            result.number(Measure.OPERATION_P50_NANOS, statistics.getPercentile(MEDIAN))
                .number(Measure.OPERATION_P90_NANOS, statistics.getPercentile(P90))
                .number(Measure.OPERATION_P99_NANOS, statistics.getPercentile(P99))
                .number(Measure.OPERATION_UNDISTURBED_NANOS, undisturbed(statistics));
        }
        ForkFile.write(out, result.build());
        return ExitCode.OK;
    }

    /** The iteration that was disturbed least. */
    private static double best(final RunResult run)
    {
        return run.getBenchmarkResults().stream().flatMap(result -> result.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore()).min().orElseThrow();
    }

    /** The mean over samples that nothing interrupted: no operation of ours takes as long as what is left out. */
    private static double undisturbed(final Statistics statistics)
    {
        double sum = 0;
        long count = 0;
        final Iterator<Map.Entry<Double, Long>> samples = statistics.getRawData();
        while (samples.hasNext())
        {
            final Map.Entry<Double, Long> sample = samples.next();
            if (sample.getKey() < INTERRUPTED_NANOS)
            {
                sum += sample.getKey() * sample.getValue();
                count += sample.getValue();
            }
        }
        return sum / Math.max(1, count);
    }

    private ChainedOptionsBuilder options()
    {
        final ChainedOptionsBuilder options = new OptionsBuilder().include("^" + benchmark.replace(".", "\\.") + "$")
            .forks(1).warmupIterations(warmUps).measurementIterations(iterations)
            .warmupTime(TimeValue.milliseconds(millis)).measurementTime(TimeValue.milliseconds(millis))
            .addProfiler(GCProfiler.class).shouldFailOnError(true);
        parameters.forEach((name, value) -> options.param(name, value));
        return options;
    }

    private static double allocation(final RunResult run)
    {
        return run.getSecondaryResults().keySet().stream().filter(name -> name.endsWith(ALLOCATION))
            .mapToDouble(name -> run.getSecondaryResults().get(name).getScore()).findFirst()
            .orElseThrow(() -> new IllegalStateException("JMH's profiler answered no " + ALLOCATION));
    }
}
