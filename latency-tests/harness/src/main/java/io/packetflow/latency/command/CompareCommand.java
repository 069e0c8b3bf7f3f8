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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.gate.Build;
import io.packetflow.latency.gate.BuildStore;
import io.packetflow.latency.gate.Comparer;
import io.packetflow.latency.gate.GateFiles;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.gate.GateReport;
import io.packetflow.latency.gate.GateText;
import io.packetflow.latency.gate.Judge;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Progress;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.scenario.Scenario;
import io.packetflow.latency.scenario.Scenarios;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cold path. The regression gate: this build against another commit, or against the accepted baselines. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Compare this build with another, and say whether it got slower.%n" +
    "Both are measured in turns (A B B A), one fork is one observation. What is inconclusive is measured anew, twice " +
    "at most.",
    footer = "%nExit codes: 0 pass or improved, 1 regression, 2 usage, 3 bad data, 4 a fork or a build failed, " +
    "5 inconclusive.%n%n" +
    "  bench compare main                 this tree against the branch main, all gated scenarios%n" +
    "  bench compare v1.2 risk chain      two scenarios against a tag%n" +
    "  bench compare baseline risk        against what bench accept has stored for this host")
public final class CompareCommand implements Callable<Integer>
{
    private static final String BASELINE = "baseline";
    private static final int FORKS = 7;

    @Parameters(index = "0", paramLabel = "REF",
        description = "git branch, tag or commit to compare with, or 'baseline'")
    private String reference;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SCENARIO",
        description = "what to compare (default: every scenario that the gate judges)")
    private List<String> names = new ArrayList<>();

    @Mixin
    private RunArguments run;

    @Mixin
    private SourceTree tree;

    @Mixin
    private BaselineArguments baselines;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException
    {
        final PrintWriter terminal = spec.commandLine().getOut();
        final BenchOptions options = run.options(Size.QUICK, FORKS);
        final Map<String, GatePlan> plans = plans(options);
        final GateReport report = compare(options, plans, new Progress(spec.commandLine().getErr()));
        terminal.print(GateText.of(report));
        GateFiles.write(options.out(), report).forEach(file -> terminal.println("wrote " + file));
        terminal.flush();
        return report.verdict().exitCode();
    }

    private GateReport compare(
        final BenchOptions options, final Map<String, GatePlan> plans, final Progress progress) throws IOException
    {
        final BuildStore builds = new BuildStore(tree.home(), options.out().resolve("builds"), progress);
        final Build current = builds.current(options.arguments());
        final Comparer comparer = new Comparer(options, progress);
        return BASELINE.equals(reference) ?
            comparer.baselines(baselines.store(tree), current, plans) :
            comparer.builds(builds.of(reference), current, plans);
    }

    private Map<String, GatePlan> plans(final BenchOptions options)
    {
        final Map<String, GatePlan> plans = new LinkedHashMap<>();
        for (final Scenario scenario : Scenarios.choose(names))
        {
            final GatePlan plan = scenario.gate(options);
            if (!plan.isEmpty())
            {
                Judge.requireEnoughForks(options.forks(), plan.rankedMetrics());
                plans.put(scenario.name(), plan);
            }
            else if (!names.isEmpty())
            {
                throw new UsageException("the gate judges nothing of the scenario '" + scenario.name() +
                    "'; without a name it takes all that it judges");
            }
        }
        return plans;
    }
}
