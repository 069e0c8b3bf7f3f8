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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.gate.Baseline;
import io.packetflow.latency.gate.BaselineStore;
import io.packetflow.latency.gate.GateFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cold path. Makes the figures of the last comparison those to be held. Nothing else ever changes a baseline. */
@Command(name = "accept", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Make the figures of the last comparison the baseline of this host.",
    footer = "%nExit codes: 0 ok, 2 usage, or nothing was compared yet, 3 bad data.")
public final class AcceptCommand implements Callable<Integer>
{
    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "which (default: all that were compared)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT",
        description = "why these figures shall be held from now on; it is kept with them")
    private String reason;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "packetflow-out/bench",
        description = "where the comparison left its results (default: packetflow-out/bench)")
    private Path out;

    @Mixin
    private SourceTree tree;

    @Mixin
    private BaselineArguments baselines;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException
    {
        if (reason.isBlank())
        {
            throw new UsageException("--reason is empty; whoever reads the baseline next year wants to know why");
        }
        final PrintWriter terminal = spec.commandLine().getOut();
        final BaselineStore store = baselines.store(tree);
        final List<Baseline> measured = GateFiles.baselines(out, reason);
        final List<String> known = measured.stream().map(Baseline::scenario).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name ->
        {
            throw new UsageException("the last comparison did not measure '" + name + "', only " +
                String.join(", ", known));
        });
        for (final Baseline baseline : measured)
        {
            if (names.isEmpty() || names.contains(baseline.scenario()))
            {
                terminal.println("wrote " + store.write(baseline));
            }
        }
        terminal.flush();
        return ExitCode.OK;
    }
}
