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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.language.diagnostic.DiagnosticText;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.parse.SourceParser;
import io.packetflow.engine.language.source.SourceFile;

/** Cold path. Formats programs; what cannot be parsed stays as it is. */
final class ProgramFormat
{
    /**
     * A source and its canonical form.
     *
     * @param source as it is
     * @param text as it should be
     */
    private record Formatted(SourceFile source, String text)
    {
        boolean isChange()
        {
            return !source.text().equals(text);
        }
    }

    private final Terminal terminal;
    private boolean hasErrors;

    ProgramFormat(final Terminal terminal)
    {
        this.terminal = terminal;
    }

    int print(final List<String> files) throws IOException
    {
        final List<Formatted> formatted = format(files);
        if (formatted.size() > 1)
        {
            throw new UsageException("--stdout prints one file, and there are " + formatted.size());
        }
        for (final Formatted program : formatted)
        {
            if (!terminal.unicode() && !StandardCharsets.US_ASCII.newEncoder().canEncode(program.text()))
            {
                throw new HostException(program.source().name() + " has characters that the character set of " +
                    "standard output has not; run with LC_ALL=C.UTF-8");
            }
            terminal.out().print(program.text());
        }
        return hasErrors ? ExitCode.BAD_DATA : ExitCode.OK;
    }

    int check(final List<String> files) throws IOException
    {
        boolean changes = false;
        for (final Formatted program : format(files))
        {
            if (program.isChange())
            {
                terminal.out().println(program.source().name() + ": would change");
                changes = true;
            }
        }
        return hasErrors ? ExitCode.BAD_DATA : changes ? ExitCode.VERDICT_AGAINST : ExitCode.OK;
    }

    int rewrite(final List<String> files) throws IOException
    {
        if (files.contains(SourceSearch.STANDARD_INPUT))
        {
            throw new UsageException("standard input cannot be rewritten; add --stdout or --check");
        }
        for (final Formatted program : format(files))
        {
            if (program.isChange())
            {
                FileReplacement.replace(program.source().path().orElseThrow(), program.text());
                terminal.out().println(program.source().name() + ": formatted");
            }
        }
        return hasErrors ? ExitCode.BAD_DATA : ExitCode.OK;
    }

    /** Returns the canonical forms of those that can be parsed, and shows the errors of the others. */
    private List<Formatted> format(final List<String> files) throws IOException
    {
        final List<Formatted> formatted = new ArrayList<>();
        final DiagnosticText text = new DiagnosticText(terminal.isColoured());
        for (final SourceFile source : SourceSearch.sources(files))
        {
            final Diagnostics diagnostics = new Diagnostics();
            final ParsedSource parsed = SourceParser.parse(source, diagnostics);
            if (parsed.isSound())
            {
                formatted.add(new Formatted(source, SourceFormatter.format(parsed)));
            }
            else
            {
                hasErrors = true;
                diagnostics.all().forEach(diagnostic -> terminal.err().println(text.render(diagnostic)));
            }
        }
        return formatted;
    }
}
