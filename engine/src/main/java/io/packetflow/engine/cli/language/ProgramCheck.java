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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticJson;
import io.packetflow.engine.language.diagnostic.DiagnosticText;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.language.judge.TargetJudge;
import io.packetflow.engine.language.source.SourceFile;

/** Cold path. Checks programs and shows what is wrong with them; what several have in common is shown once. */
final class ProgramCheck
{
    private final Terminal terminal;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ProgramCheck(final Terminal terminal)
    {
        this.terminal = terminal;
    }

    int run(final List<String> files, final List<String> packets, final boolean json) throws IOException
    {
        final List<SourceFile> declarations = SourceSearch.sources(packets);
        final List<String> summaries = new ArrayList<>();
        for (final SourceFile source : SourceSearch.sources(files))
        {
            final List<SourceFile> sources = new ArrayList<>(List.of(source));
            sources.addAll(declarations);
            final CheckedProgram program = FrontEnd.check(sources);
            final List<Diagnostic> diagnostics = new ArrayList<>(program.diagnostics());
            if (!program.hasErrors())
            {
                diagnostics.addAll(TargetJudge.judge(program, HostCosts.ASSUMED));
            }
            diagnostics.stream().filter(diagnostic -> seen.add(diagnostic.toString())).forEach(found::add);
            summaries.add(summary(source, program, diagnostics));
        }
        if (json)
        {
            terminal.out().print(DiagnosticJson.render(found));
        }
        else
        {
            final DiagnosticText text = new DiagnosticText(terminal.isColoured());
            found.forEach(diagnostic -> terminal.out().println(text.render(diagnostic)));
            summaries.forEach(terminal.out()::println);
        }
        return count(found, Severity.ERROR) == 0 ? ExitCode.OK : ExitCode.BAD_DATA;
    }

    private static String summary(
        final SourceFile source, final CheckedProgram program, final List<Diagnostic> diagnostics)
    {
        final long errors = count(diagnostics, Severity.ERROR);
        final long warnings = count(diagnostics, Severity.WARNING);
        final String warned = warnings == 0 ? "" : ", " + counted(warnings, "warning");
        return source.name() + ": " + (errors > 0 ? counted(errors, "error") + warned :
            "ok" + warned + " (" + counted(program.molecules().size(), "molecule") + ", " +
            counted(program.reactors().size(), "reactor") + ", " + counted(program.packets().size(), "packet") + ")");
    }

    private static long count(final List<Diagnostic> diagnostics, final Severity severity)
    {
        return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
    }

    private static String counted(final long count, final String noun)
    {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
