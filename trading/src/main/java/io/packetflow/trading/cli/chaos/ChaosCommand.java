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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.ringbuffers.journal.Durability;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow chaos}: the kill campaign. */
@Command(
    name = "chaos",
    header = "Kill a journaled run again and again, and check that nothing is lost.",
    description = {
        "Starts 'packetflow trade' with a journal in a process of its own, kills it (SIGKILL) while it starts, " +
            "recovers, runs, takes a snapshot or changes segments, starts it again, and so on. After each kill " +
            "journal, snapshots and orders are held against what was acknowledged before and against a run that " +
            "nobody killed; at the end of the feed orders and state must be the same. Then a new journal is begun.",
        "With --standby two processes share a journal: the primary is killed or stopped again and again, its standby " +
            "takes over and gets a new one. Times are from the fault to the first order of the new primary (in " +
            "replica to its first instance, as its orders wait for its own standby), less the limit of a stall.",
        "The kills are drawn from --seed. Processes take the settings, java, flags and class path of this one."},
    footer = {
        "",
        "Exit codes: 0 all invariants held, 1 one is broken (it is named, and all files are kept), 2 usage, 4 the " +
            "run without a kill failed, or a process did not come to where it was to be killed."})
public final class ChaosCommand implements Callable<Integer>
{
    private static final String ALL = "all";
    private static final List<Durability> TRIED = List.of(Durability.PROCESS_SAFE, Durability.GROUP, Durability.SYNC);
    private static final List<Durability> TRIED_IN_PAIRS =
        List.of(Durability.PROCESS_SAFE, Durability.GROUP, Durability.SYNC, Durability.REPLICA);
    private static final int MAX_KILLS = 1_000_000;
    private static final int MAX_RATE = 1_000_000;
    private static final int LEAST_STALL_MILLIS = 5;
    private static final int MOST_STALL_MILLIS = 60_000;
    private static final long MESSAGES = 200_000;
    /** Some takeovers at the default rate. */
    private static final long PAIR_MESSAGES = 1_000_000;
    private static final int MAX_TIMEOUT_SECONDS = 86_400;
    private static final long LEAST_MESSAGES = 1_000;
    /** The digests of its instances are held in memory, and the messages in each process. */
    private static final long MOST_MESSAGES = 50_000_000;

    @ParentCommand
    private PacketFlowCommand root;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "30",
        description = "kills in each mode (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--mode", paramLabel = "MODE", defaultValue = ALL,
        description = "process-safe, group, sync, or all of them; may be repeated (default: ${DEFAULT-VALUE})")
    private List<String> modes;

    @Option(names = "--messages", paramLabel = "N",
        description = "messages of the generated market; sync, which commits each record by itself, takes a " +
            "fortieth (default: 200000)")
    private Long messages;

    @Option(names = "--symbols", paramLabel = "N", defaultValue = "20",
        description = "symbols of the generated market (default: ${DEFAULT-VALUE})")
    private int symbols;

    @Option(names = "--seed", paramLabel = "S",
        description = "seed of the market and of all kills (default: another one each time; it is printed)")
    private Long seed;

    @Option(names = "--plan", paramLabel = "PLAN",
        description = "auto, one-node, two-nodes or node-per-group (default: packetflow.plan, auto)")
    private String plan;

    @Option(names = "--out", paramLabel = "DIR",
        description = "where chaos.txt and chaos.json go, and the files of the processes meanwhile (default: " +
            "packetflow.output.dir)")
    private Path out;

    @Option(names = "--keep", description = "keep the files of all processes, and not only where something is broken")
    private boolean keep;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120",
        description = "give a process up that neither ends nor comes to its kill (default: ${DEFAULT-VALUE})")
    private int timeoutSeconds;

    @Option(names = "--standby",
        description = "start a standby beside each run, let it take over, and measure until the next order: --kills " +
            "is the number of faults, --mode takes replica too, and --messages are 1000000 if nothing is said")
    private boolean standby;

    @Option(names = "--fault", paramLabel = "FAULT",
        description = "with --standby, may be repeated, in turns: kill (the primary), stall (it is stopped, and its " +
            "standby kills it), fence (it is stopped, fenced, and let go on) or standby (that dies; only in " +
            "replica); default: kill, stall, fence")
    private List<String> faults;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "20000",
        description = "with --standby: messages a second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--stall-limit", paramLabel = "MILLIS", defaultValue = "50",
        description = "with --standby: a primary without a sign of life for so long is stalled " +
            "(default: ${DEFAULT-VALUE})")
    private int stallLimitMillis;

    @Option(names = "--no-warm-up",
        description = "with --standby: the processes compile their code while they run; sooner done, but times are " +
            "those of cold code")
    private boolean isCold;

    /** Creates the command; picocli fills in the options. */
    public ChaosCommand()
    {
    }

    @Override
    public Integer call() throws IOException
    {
        requireRange("--kills", kills, 1, MAX_KILLS);
        final long wanted = messages != null ? messages : standby ? PAIR_MESSAGES : MESSAGES;
        requireRange("--messages", wanted, LEAST_MESSAGES, MOST_MESSAGES);
        requireRange("--symbols", symbols, 1, Character.MAX_VALUE - 1);
        requireRange("--timeout", timeoutSeconds, 1, MAX_TIMEOUT_SECONDS);
        final ReactorSettings settings = settings();
        final Path directory = (out != null ? out : settings.outputDirectory()).toAbsolutePath().normalize();
        final CampaignOptions options = new CampaignOptions(durabilities(), kills, wanted, symbols,
            seed == null ? System.nanoTime() : seed, assignments(settings), directory, keep, timeoutSeconds);
        root.terminal().err().println("seed " + options.seed());
        return standby ? new FailoverCampaign(failover(options), root.terminal()).run() :
            new Campaign(options, root.terminal(), DeathHook.NONE).run();
    }

    private FailoverOptions failover(final CampaignOptions options)
    {
        requireRange("--rate", rate, 1, MAX_RATE);
        requireRange("--stall-limit", stallLimitMillis, LEAST_STALL_MILLIS, MOST_STALL_MILLIS);
        final List<Fault> chosen = faults == null ? List.of(Fault.KILL, Fault.STALL, Fault.FENCE) :
            faults.stream().map(ChaosCommand::fault).toList();
        return new FailoverOptions(options, chosen, rate, stallLimitMillis, !isCold);
    }

    private static Fault fault(final String text)
    {
        return Arrays.stream(Fault.values()).filter(one -> one.text().equals(text)).findFirst().orElseThrow(() ->
            new UsageException("--fault takes " + Arrays.stream(Fault.values()).map(Fault::text)
                .collect(Collectors.joining(", ")) + ": '" + text + "'"));
    }

    private ReactorSettings settings()
    {
        final ReactorSettings.Builder builder = root.settingsBuilder();
        if (plan != null)
        {
            builder.set(ReactorKeys.PLAN.name(), plan, Origin.option("--plan"));
        }
        return builder.conclude();
    }

    private static void requireRange(final String option, final long value, final long least, final long most)
    {
        if (value < least || value > most)
        {
            throw new UsageException(
                String.format(Locale.ROOT, "%s takes %,d to %,d: %,d", option, least, most, value));
        }
    }

    private List<Durability> durabilities()
    {
        final List<Durability> chosen = new ArrayList<>();
        for (final String mode : modes)
        {
            for (final Durability one : mode.equals(ALL) ? tried() : List.of(durability(mode)))
            {
                if (!tried().contains(one))
                {
                    root.terminal().err().println("mode " + one.text() + " is skipped: it needs a standby, and a " +
                        "campaign starts none without --standby");
                }
                else if (!chosen.contains(one))
                {
                    chosen.add(one);
                }
            }
        }
        if (chosen.isEmpty())
        {
            throw new UsageException("no mode is left to try; choose of " + texts(tried()) + " with --mode");
        }
        return chosen;
    }

    private List<Durability> tried()
    {
        return standby ? TRIED_IN_PAIRS : TRIED;
    }

    private Durability durability(final String mode)
    {
        return Arrays.stream(Durability.values()).filter(one -> one.text().equals(mode)).findFirst().orElseThrow(
            () -> new UsageException("--mode takes " + texts(tried()) + " or " + ALL + ": '" + mode + "'"));
    }

    private static String texts(final List<Durability> some)
    {
        return some.stream().map(Durability::text).collect(Collectors.joining(", "));
    }

    /** What a file or the command line sets; options of the JVM are handed on as such. */
    private static List<String> assignments(final ReactorSettings settings)
    {
        return settings.all().stream()
            .filter(setting -> !setting.isDefault() && setting.origin().kind() != Origin.Kind.SYSTEM_PROPERTY)
            .map(setting -> setting.key().name() + "=" + setting.text()).toList();
    }
}
