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
package io.packetflow.engine.cli.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.PlanOptionsMixin;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.SettingTypes;
import io.packetflow.engine.language.run.StandaloneMolecule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow run}: a molecule of a program, on its own. */
@Command(
    name = "run",
    header = "Run a molecule of a program over instances from lines, or over generated ones.",
    description = {
        "For molecules that need nothing of a Java program: their packets are written in the language, or have " +
            "handlers that need nothing but a PacketContext. Tells counts, rate and latency at the end.",
        "An input is a line, the kind and its fields: order price=12.50 quantity=100 symbol=AAPL. A line may begin " +
            "with a logical time in nanoseconds, @5000; # begins a comment; bytes are text or 0x0a0b.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow run orders.pf",
        "  packetflow run orders.pf --input orders.txt --print Check",
        "  packetflow run orders.pf --generate 10000000 --rate 1M --plan one-node",
        "",
        "Exit codes: 0 done, 1 instances were set aside, 2 usage, 3 errors in the program or the input, 4 no plan " +
            "for this host, a handler failed, or a file cannot be read or written."})
final class RunCommand implements Callable<Integer>
{
    private static final long MAX_RATE = 1_000_000_000L;
    private static final long DEFAULT_GENERATED = 1_000_000;

    @ParentCommand
    private PacketFlowCommand root;

    @Mixin
    private ProgramSelection program;

    @Mixin
    private PlanOptionsMixin planOptions;

    @Option(names = "--input", paramLabel = "FILE", description = "lines of instances, or - for standard input")
    private String input;

    @Option(names = "--generate", paramLabel = "N",
        description = "send N generated instances of all kinds that the molecule declares (default: a million, " +
            "where no --input is given; beyond 1048576 they come again)")
    private Long generate;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
        description = "seed of the generated instances (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--count", paramLabel = "N",
        description = "send N instances of the input, from the start again where it has fewer (default: each once)")
    private Long count;

    @Option(names = "--rate", paramLabel = "RATE", defaultValue = "max",
        description = "instances a second (100000, 100k, 1M) at planned times, or 'max' for as fast as the molecule " +
            "takes them (default: ${DEFAULT-VALUE})")
    private String rate;

    @Option(names = "--print", paramLabel = "PACKET",
        description = "write what PACKET wrote, a line for each instance that came to the end, 1048576 at most; the " +
            "report goes to standard error then")
    private String print;

    @Option(names = "--journal", paramLabel = "DIR",
        description = "journal the instances there, and go on where the journal ends; for molecules with a Journal")
    private Path journal;

    @Option(names = "--compiled", paramLabel = "DIR", description = "classes that packetflow compile wrote")
    private Path compiled;

    @Option(names = {"--save-code", "--keep-sources"}, paramLabel = "DIR",
        description = "keep the generated code and classes there")
    private Path saveCode;

    @Override
    public Integer call() throws IOException
    {
        requirePossible();
        final ReactorSettings settings = planOptions.settings(root).conclude();
        final BuiltProgram built = program.begin(root.terminal()).journaled(journal != null).compiled(compiled)
            .settings(settings).print(print, StandaloneMolecule.MAX_KEPT).build();
        final ProgramInputs inputs = ProgramInputs.of(built.declared(), input, generated(), seed);
        final ProgramRun run = new ProgramRun(root.terminal(), settings, built,
            inputs.sending(count, perSecond()), journal, saveCode);
        try (StopSignal signal = new StopSignal())
        {
            return EngineRefusals.translate(() -> run.run(signal::isRequested));
        }
    }

    private void requirePossible()
    {
        if (input != null && generate != null)
        {
            throw new UsageException("--input and --generate both say what is sent; choose one");
        }
        if ((count != null && count < 1) || (generate != null && generate < 1))
        {
            throw new UsageException("--count and --generate are 1 or more");
        }
    }

    private long generated()
    {
        return input != null ? 0 : generate == null ? DEFAULT_GENERATED : generate;
    }

    private double perSecond()
    {
        if (rate.equals("max"))
        {
            return 0;
        }
        try
        {
            return SettingTypes.ratePerSecond(1, MAX_RATE).parse(rate.endsWith("/s") ? rate : rate + "/s");
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--rate takes 1 to 1000M instances a second (100000, 100k, 1M), or 'max': '" +
                rate + "'", e);
        }
    }
}
