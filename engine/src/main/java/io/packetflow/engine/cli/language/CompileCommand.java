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
import io.packetflow.engine.config.ReactorSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow compile}: a program into class files. */
@Command(
    name = "compile",
    header = "Compile a molecule ahead of time, so that it runs where there is no compiler.",
    description = {
        "Writes the classes of the plan that packetflow run has with the same options on such a host, and says how " +
            "large their methods are against the limits of the JIT: up to 35 bytes are inlined everywhere, up to 325 " +
            "where they are hot, from 8000 on nothing is compiled.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow compile orders.pf --out classes",
        "  packetflow run orders.pf --compiled classes",
        "",
        "Exit codes: 0 compiled, 2 usage, 3 errors in the program, 4 no plan for this host, or files cannot be read " +
            "or written."})
final class CompileCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Mixin
    private ProgramSelection program;

    @Mixin
    private PlanOptionsMixin planOptions;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the classes go")
    private Path out;

    @Option(names = "--keep-sources", description = "write the generated Java there too")
    private boolean keepSources;

    @Override
    public Integer call() throws IOException
    {
        final ReactorSettings settings = planOptions.settings(root).conclude();
        final BuiltProgram.Builder begun = program.begin(root.terminal()).settings(settings);
        final ProgramCompilation compilation = new ProgramCompilation(root.terminal(), settings, out, keepSources);
        final BuiltProgram plain = begun.build();
        EngineRefusals.translate(() -> compilation.compile(plain, false));
        if (compilation.hasJournal(plain))
        {
            final BuiltProgram journaled = begun.journaled(true).build();
            EngineRefusals.translate(() -> compilation.compile(journaled, true));
        }
        return compilation.report(program.file());
    }
}
