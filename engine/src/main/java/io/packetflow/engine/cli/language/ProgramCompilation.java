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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.TextTable;
import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.MethodSizes;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.plan.PlanHash;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. Compiles the plans of a molecule into a directory, and tells how large the methods are. */
final class ProgramCompilation
{
    private final Terminal terminal;
    private final ReactorSettings settings;
    private final Path directory;
    private final boolean keepsSources;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final List<String> plans = new ArrayList<>();

    ProgramCompilation(
        final Terminal terminal, final ReactorSettings settings, final Path directory, final boolean keepsSources)
    {
        this.terminal = terminal;
        this.settings = settings;
        this.directory = directory;
        this.keepsSources = keepsSources;
    }

    boolean hasJournal(final BuiltProgram program)
    {
        return program.declared().structure().names().contains(JournalPacket.NAME);
    }

    /** Compiles one plan; where it writes the journal decides nothing. */
    boolean compile(final BuiltProgram program, final boolean journaled)
    {
        final PlannedCode code = PlannedCode.of(program.standalone().context(settings,
            journaled ? JournalOptions.of(directory, Durability.PROCESS_SAFE) : null));
        final List<GeneratedSource> sources = new ArrayList<>(program.sources());
        sources.addAll(code.allSources());
        classes.putAll(new NodeCompiler(code.referenced()).save(sources, directory, keepsSources));
        plans.add(String.format(Locale.ROOT, "plan %s%s: %d node(s), %d stages", PlanHash.of(code.plan()),
            journaled ? ", journaled" : "", code.plan().nodes().size(), code.plan().stages().size()));
        return true;
    }

    int report(final String file)
    {
        plans.forEach(terminal.out()::println);
        final TextTable table = new TextTable("class", "method", "bytes", "the JIT's limits").right(2);
        int small = 0;
        for (final Map.Entry<String, byte[]> compiled : classes.entrySet())
        {
            for (final MethodSizes.Size method : MethodSizes.of(compiled.getValue()))
            {
                small += method.bytes() <= MethodSizes.SMALL_BYTES ? 1 : 0;
                if (method.bytes() > MethodSizes.SMALL_BYTES)
                {
                    table.row(compiled.getKey().substring(compiled.getKey().lastIndexOf('.') + 1), method.name(),
                        String.format(Locale.ROOT, "%,d", method.bytes()), method.verdict());
                }
            }
        }
        terminal.out().println();
        terminal.out().print(table.plain());
        terminal.out().printf(Locale.ROOT, "%n%,d more of at most %d bytes; %,d classes in %s%n", small,
            MethodSizes.SMALL_BYTES, classes.size(), directory);
        terminal.out().println("run it with: packetflow run " + file + " --compiled " + directory);
        return ExitCode.OK;
    }
}
