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
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.plan.CoreViolation;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.PlanOptionsMixin;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.cli.language.BuiltProgram;
import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.PlanHash;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.trading.engine.TradingProgram;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow plan}: a program or the TradingEngine on cores, without running it. */
@Command(
    name = "plan",
    header = "Print the plan of a program or of the TradingEngine, on this host or on a captured one.",
    description = {
        "Prints for each packet its stage, node, group, core and reason, the barriers, the slot and the cores, and " +
            "holds the cores against the rules. Nothing is run and nothing reserved.",
        "Of FILE it plans the molecule that packetflow run runs, its probe included; without FILE the TradingEngine.",
        "Without --grouping it prints two plans, fused and strict.",
        "With --emit it prints, instead of the plan, how to start an engine that runs on it: the JVM on housekeeping " +
            "CPUs, the nodes pinned to theirs."},
    footer = {"",
        "Exit codes: 0 there is a plan, 2 usage, 3 errors in the program, 4 there is none (the reasons are " +
            "listed), or it cannot be launched here."})
final class PlanCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Mixin
    private PlanOptionsMixin planOptions;

    @Mixin
    private LiveOrdersMixin liveOrders;

    @Mixin
    private ProgramMixin programOption;

    @Parameters(paramLabel = "FILE", arity = "0..1",
        description = "a program whose molecule needs no Java program around it")
    private String file;

    @Option(names = "--packets", paramLabel = "FILE", description = "declares packets that FILE uses")
    private List<String> packets = new ArrayList<>();

    @Option(names = "--molecule", paramLabel = "NAME", description = "which one, where FILE has several")
    private String molecule;

    @ArgGroup(exclusive = true)
    private Where where;

    @Option(names = "--show-code", description = "print the generated code of the nodes too")
    private boolean showCode;

    @Option(names = "--save", paramLabel = "FILE",
        description = "write the cores into a file too, for packetflow doctor --plan; needs --grouping")
    private Path save;

    @Option(names = "--emit", paramLabel = "FORM",
        description = "print how to launch it: systemd (slice, service, environment), env (the environment alone) or " +
            "script (for hosts without systemd); takes the plan of packetflow trade with these options")
    private PlanEmitter.Form emit;

    @Option(names = "--out", paramLabel = "DIR", description = "write what --emit prints into files of a directory")
    private Path out;

    /** Cold path. For which host. */
    static final class Where
    {
        @Option(names = "--topology", paramLabel = "DIR",
            description = "a captured host: a directory that holds sys/devices/system/cpu, and perhaps proc")
        private Path topology;

        @Option(names = "--host", description = "this host (the default)")
        @SuppressWarnings("unused") // says what holds anyway
        private boolean host;
    }

    @Override
    public Integer call() throws IOException
    {
        requirePossible();
        final CpuTopology topology = EngineRefusals.translate(this::topology);
        if (emit != null)
        {
            return EngineRefusals.translate(() -> emit(topology));
        }
        final PlannedContext contexts = contexts();
        final List<Grouping> groupings = planOptions.hasGrouping() ?
            List.of(planOptions.settings(root).conclude().grouping()) : List.of(Grouping.FUSED, Grouping.STRICT);
        HostException refusal = null;
        for (final Grouping grouping : groupings)
        {
            try
            {
                EngineRefusals.translate(() -> print(grouping, topology, contexts));
            }
            catch (final HostException e)
            {
                root.terminal().out().println("No plan with grouping " + word(grouping) + ".\n");
                refusal = e;
            }
        }
        if (refusal != null)
        {
            throw refusal;
        }
        return ExitCode.OK;
    }

    private void requirePossible()
    {
        if (save != null && emit == null && !planOptions.hasGrouping())
        {
            throw new UsageException(
                "--save keeps one plan, and without --grouping there are two; add --grouping fused");
        }
        if (out != null && emit == null)
        {
            throw new UsageException("--out says where the files of --emit go; add --emit systemd, env or script");
        }
        if (file != null && programOption.isGiven())
        {
            throw new UsageException("FILE runs on its own, and --program in the TradingEngine; name one of them");
        }
        if (emit != null && (file != null || programOption.isGiven()))
        {
            throw new UsageException("--emit writes how packetflow trade is launched with the program that is " +
                "shipped; leave " + (file != null ? file : "--program") + " out");
        }
        if (file == null && (molecule != null || !packets.isEmpty()))
        {
            throw new UsageException("--molecule and --packets belong to a FILE; name one");
        }
    }

    private int emit(final CpuTopology topology)
    {
        final LaunchFiles files = LaunchFiles.of(emit, () -> planOptions.settings(root), topology,
            liveOrders.liveOrders());
        if (save != null)
        {
            save(files.cores());
        }
        if (out == null)
        {
            files.print(root.terminal().out());
        }
        else
        {
            files.write(out).forEach(file -> root.terminal().out().println(file));
        }
        return ExitCode.OK;
    }

    private CpuTopology topology()
    {
        return where == null || where.topology == null ? CpuTopology.live() : CpuTopology.read(where.topology);
    }

    private boolean print(final Grouping grouping, final CpuTopology topology, final PlannedContext contexts)
    {
        final PlannedCode code = PlannedCode.of(contexts.context(settings(grouping), topology));
        final PrintWriter out = root.terminal().out();
        out.println(code.plan());
        out.println("Hash: " + PlanHash.of(code.plan()) + "\n");
        final List<CoreViolation> violations = code.plan().cores().check(topology);
        if (!violations.isEmpty())
        {
            throw new HostException("the plan breaks its own rules on this topology: " + violations);
        }
        out.println("Rules: the cores fit this topology, no rule is broken\n");
        if (showCode)
        {
            code.sources().forEach(source -> out.println(source.text()));
        }
        if (save != null)
        {
            save(code.plan().cores());
        }
        return true;
    }

    private void save(final CorePlan cores)
    {
        try
        {
            Files.writeString(save, cores.toProperties());
        }
        catch (final IOException e)
        {
            throw new HostException("cannot write the plan to " + save + ": " + e + "; name another file", e);
        }
    }

    private ReactorSettings settings(final Grouping grouping)
    {
        return planOptions.settings(root)
            .set(ReactorKeys.GROUPING.name(), word(grouping), Origin.COMMAND_LINE).conclude();
    }

    private PlannedContext contexts() throws IOException
    {
        if (file != null)
        {
            final BuiltProgram built = new BuiltProgram.Builder(root.terminal(), file)
                .packets(packets).molecule(molecule)
                .settings(planOptions.settings(root).conclude()).build();
            return (settings, topology) -> built.standalone().context(settings, null).topology(topology);
        }
        final TradingProgram program = programOption.program(root.terminal());
        return (settings, topology) ->
            TradingPlans.context(settings, program, topology, liveOrders.liveOrders());
    }

    /** Cold path. Makes a context for each plan. */
    @FunctionalInterface
    private interface PlannedContext
    {
        ReactorContext context(ReactorSettings settings, CpuTopology topology);
    }

    private static String word(final Grouping grouping)
    {
        return grouping.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
