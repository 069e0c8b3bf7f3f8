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
package io.packetflow.tuning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.affinity.topology.TopologyException;
import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.TextTable;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.trading.cli.TradingPlans;
import io.packetflow.tuning.doctor.check.CheckRegistry;
import io.packetflow.tuning.doctor.check.CheckText;
import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.JvmChecks;
import io.packetflow.tuning.doctor.check.Placement;
import io.packetflow.tuning.doctor.check.Profile;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.fix.FixFiles;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.JvmFlags;
import io.packetflow.tuning.doctor.probe.ProbeResults;
import io.packetflow.tuning.doctor.probe.Probes;
import io.packetflow.tuning.doctor.report.Diagnosis;
import io.packetflow.tuning.doctor.report.DiagnosisJson;
import io.packetflow.tuning.doctor.report.DiagnosisTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow doctor}: is this host fit for pinned, spinning threads. */
@Command(
    name = "doctor",
    header = "Examine this host, or a captured one, and say what costs latency and what helps.",
    description = {
        "Reads the kernel's files and judges them for the CPUs on which nodes spin. Changes nothing; --fix-script " +
            "writes files for you to read and run.",
        "Without --cpus, --plan or --pid it takes the CPUs that 'packetflow trade' would take here."},
    footer = {"",
        "Exit codes: 0 nothing against this host, 1 a check failed, 2 usage, 3 bad data (a plan or a " +
            "capture that is none), 4 host, 5 nothing failed, but a check that could has no answer."})
final class DoctorCommand implements Callable<Integer>
{
    private static final int MAX_PROBE_SECONDS = 60;

    /** How the answer is printed. */
    private enum Format
    {
        TABLE, JSON
    }

    @ParentCommand
    private PacketFlowCommand root;

    @Mixin
    private DoctorSelection selection;

    @Option(names = "--profile", paramLabel = "PROFILE", defaultValue = "production",
        description = "what the host is for: production, bench, ci or dev; says which checks count " +
            "(default: production)")
    private Profile profile;

    @Option(names = "--cpus", paramLabel = "LIST", description = "CPUs on which threads spin, such as 2-5,8")
    private String cpus;

    @Option(names = "--plan", paramLabel = "FILE", description = "the same, from a file of packetflow plan --save FILE")
    private Path plan;

    @Option(names = "--pid", paramLabel = "N", description = "examine a running engine too: threads, limits, JVM flags")
    private Long process;

    @Option(names = "--journal", paramLabel = "DIR", description = "directory of the journal (default: here)")
    private Path journal;

    @Option(names = "--root", paramLabel = "DIR",
        description = "examine a captured host: a directory with its sys and proc")
    private Path captured;

    @Option(names = "--active", paramLabel = "SECONDS",
        description = "measure too, 1 to 60 s: interrupts, jitter, hops, clock; takes the pinned CPUs meanwhile")
    private String active;

    @Option(names = "--fix-script", paramLabel = "DIR",
        description = "write a script, a tuned profile, kernel parameters and units into a directory")
    private Path fixDirectory;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table or json")
    private Format format;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "fail",
        description = "warn: a warning ends with exit code 1 too (default: fail)")
    private Severity failOn;

    @Option(names = "--verbose", description = "show reasons of what holds and of what is skipped, and the files read")
    private boolean verbose;

    @Option(names = "--list", description = "list the checks and end")
    private boolean list;

    @Override
    public Integer call() throws IOException
    {
        final CheckRegistry registry = new CheckRegistry();
        selection.check(registry);
        if (list)
        {
            list(registry);
            return ExitCode.OK;
        }
        checkOptions();
        final Diagnosis diagnosis = Diagnosis.of(examination(), registry, selection::isWanted, profile);
        final int exitCode = diagnosis.exitCode(failOn);
        root.terminal().out().print(format == Format.JSON ? DiagnosisJson.render(diagnosis, exitCode, verbose) :
            DiagnosisTable.render(diagnosis, exitCode, verbose, root.terminal().isColoured()));
        if (fixDirectory != null)
        {
            final List<Path> files = FixFiles.write(fixDirectory, diagnosis);
            root.terminal().err().println("packetflow doctor: " + files.size() + " files in " + fixDirectory +
                "; read them, then run " + fixDirectory.resolve(files.get(0)) + " (it shows what it would do)");
        }
        return exitCode;
    }

    private void list(final CheckRegistry registry)
    {
        final TextTable table = new TextTable("id", "category", "severity", "what must hold");
        for (final CheckText text : registry.texts())
        {
            if (selection.isWanted(text))
            {
                table.row(text.id(), text.category().word(),
                    profile.severity(text).name().toLowerCase(Locale.ROOT), text.title());
            }
        }
        root.terminal().out().print(table.plain());
    }

    private void checkOptions()
    {
        if (cpus != null && plan != null)
        {
            throw new UsageException("--cpus and --plan both say where threads spin; give one of them");
        }
        if (captured != null && active != null)
        {
            throw new UsageException("--active measures this host, and --root names another; give one of them");
        }
        if (failOn == Severity.INFO)
        {
            throw new UsageException("--fail-on is warn or fail");
        }
    }

    private HostView host()
    {
        if (captured == null)
        {
            return new HostView(Path.of("/"));
        }
        if (!Files.isDirectory(captured))
        {
            throw new UsageException(
                "no directory " + captured + "; --root names one that holds sys and proc of a host");
        }
        if (!Files.isDirectory(captured.resolve("sys")) && !Files.isDirectory(captured.resolve("proc")))
        {
            throw new BadDataException(captured + " holds neither sys nor proc, so it is no captured host" +
                (Files.exists(captured.resolve("sysfs.tar.gz")) ? "; unpack it first: mkdir host && tar xzf " +
                    captured.resolve("sysfs.tar.gz") + " -C host" : ""));
        }
        return new HostView(captured);
    }

    private Examination examination() throws IOException
    {
        final HostView host = host();
        final OptionalLong engine = process == null ? OptionalLong.empty() : OptionalLong.of(process);
        if (process != null && !host.exists("proc/" + process))
        {
            throw new HostException("no process " + process + " on " + host.name() + "; see packetflow control status");
        }
        Optional<CpuTopology> topology = Optional.empty();
        String reason = "";
        try
        {
            topology = Optional.of(host.isLive() ? CpuTopology.live() : CpuTopology.read(host.root()));
        }
        catch (final TopologyException e)
        {
            reason = e.getMessage();
        }
        final Placement placement = placement(new PlacementChoice(host, topology, reason), engine);
        final Optional<Path> directory = journal != null ? Optional.of(journal.toAbsolutePath().normalize()) :
            host.isLive() ? Optional.of(Path.of("").toAbsolutePath()) : Optional.empty();
        return new Examination(host, topology, placement, engine, directory, jvm(host, engine),
            probes(host, placement, engine));
    }

    private Placement placement(final PlacementChoice choice, final OptionalLong engine) throws IOException
    {
        if (cpus != null)
        {
            return choice.ofList(cpus);
        }
        if (plan != null)
        {
            return choice.ofFile(plan);
        }
        final Optional<Placement> running = choice.ofProcess(engine);
        return running.isPresent() ? running.get() :
            choice.ofDefault(topology -> TradingPlans.cores(root.settings(), topology));
    }

    private static JvmFlags jvm(final HostView host, final OptionalLong engine)
    {
        return !host.isLive() ? JvmFlags.unknown("a capture has no JVM to ask") : engine.isPresent() ?
            ProcessJvm.flags(engine.getAsLong()) : JvmFlags.ofThisProcess(JvmChecks.FLAGS);
    }

    private ProbeResults probes(final HostView host, final Placement placement, final OptionalLong engine)
    {
        if (active == null)
        {
            return ProbeResults.none();
        }
        final String number = active.replaceFirst("s$", "");
        if (!number.matches("[0-9]{1,2}") || Integer.parseInt(number) < 1 ||
            Integer.parseInt(number) > MAX_PROBE_SECONDS)
        {
            throw new UsageException("--active is a number of seconds from 1 to " + MAX_PROBE_SECONDS + ": '" + active +
                "'");
        }
        if (placement.isEmpty())
        {
            throw new HostException("no CPU to measure on: " + placement.problem().orElse("none is planned") +
                "; name them with --cpus");
        }
        final long durationNanos = Long.parseLong(number) * 1_000_000_000L;
        try
        {
            return new Probes(host, placement.pinned(), engine, Optional.ofNullable(journal), durationNanos,
                line -> root.terminal().err().println("packetflow doctor: " + line)).run();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while measuring", e);
        }
    }
}
