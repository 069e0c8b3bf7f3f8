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
package io.packetflow.engine.language.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.parse.SourceParser;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;
import io.packetflow.engine.language.syntax.Item;

/**
 * Cold path. Parses the sources of a program and all that they import, each file once. An import stays below the
 * directory of the file that imports, links included.
 */
final class ProgramLoader
{
    private static final int MAX_SOURCES = 64;
    /** Names between single slashes, the last with the ending of a source; no name is {@code .} or {@code ..}. */
    private static final Pattern PATH =
        Pattern.compile("(?:(?!\\.{1,2}/)[^/\\\\:\\p{Cntrl}]+/)*[^/\\\\:\\p{Cntrl}]+\\.pf");

    private final Diagnostics diagnostics;
    private final List<ParsedSource> sources = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Deque<SourceFile> waiting = new ArrayDeque<>();

    private ProgramLoader(final Diagnostics diagnostics)
    {
        this.diagnostics = diagnostics;
    }

    /** Returns the sources and, behind them, what they import. */
    static List<ParsedSource> load(final List<SourceFile> roots, final Diagnostics diagnostics)
    {
        final ProgramLoader loader = new ProgramLoader(diagnostics);
        for (final SourceFile root : roots)
        {
            if (root.path().isEmpty() || loader.seen.add(realPath(root.path().get())))
            {
                loader.waiting.add(root);
            }
        }
        while (!loader.waiting.isEmpty())
        {
            loader.parse(loader.waiting.poll());
        }
        return loader.sources;
    }

    private void parse(final SourceFile source)
    {
        final ParsedSource parsed = SourceParser.parse(source, diagnostics);
        sources.add(parsed);
        for (final Item item : parsed.tree().items())
        {
            if (item instanceof Item.Import directive)
            {
                follow(source, directive);
            }
        }
    }

    private void follow(final SourceFile source, final Item.Import directive)
    {
        final String text = directive.path().value();
        if (!PATH.matcher(text).matches())
        {
            refuse(source, directive, "'" + text + "' is no path that may be imported");
            return;
        }
        if (source.path().isEmpty())
        {
            refuse(source, directive, source.name() + " is no file, so it has no directory to import from");
            return;
        }
        try
        {
            follow(source, source.path().get(), directive);
        }
        catch (final IOException | InvalidPathException e)
        {
            notRead(source, directive, "'" + text + "' cannot be read: " + reason(e));
        }
    }

    private void follow(final SourceFile source, final Path importer, final Item.Import directive) throws IOException
    {
        final Path directory = Optional.ofNullable(importer.toAbsolutePath().getParent())
            .orElseThrow(() -> new IOException("the importing file has no directory")).toRealPath();
        final Path file = directory.resolve(directive.path().value()).toRealPath();
        if (!file.startsWith(directory))
        {
            refuse(source, directive, "'" + directive.path().value() + "' is a link that leads out of the directory");
        }
        else if (!Files.isRegularFile(file))
        {
            notRead(source, directive, "'" + directive.path().value() + "' is no regular file");
        }
        else if (seen.add(file))
        {
            if (seen.size() > MAX_SOURCES)
            {
                notRead(source, directive, "a program consists of " + MAX_SOURCES + " files at most");
                return;
            }
            waiting.add(SourceReader.read(importer.resolveSibling(directive.path().value())));
        }
    }

    private void refuse(final SourceFile source, final Item.Import directive, final String message)
    {
        diagnostics.report(Diagnostic.of(
            DiagnosticCode.PATH_NOT_ALLOWED, source, directive.path().span(), message)
            .expected("the path of a .pf file below the directory of this file, such as \"packets/core.pf\"", ""));
    }

    private void notRead(final SourceFile source, final Item.Import directive, final String message)
    {
        diagnostics.report(Diagnostic.of(DiagnosticCode.IMPORT_NOT_READ, source, directive.path().span(), message));
    }

    private static String reason(final Exception e)
    {
        return e instanceof NoSuchFileException ? "there is no such file" :
            e.getClass().getSimpleName();
    }

    private static Path realPath(final Path path)
    {
        try
        {
            return path.toRealPath();
        }
        catch (final IOException e)
        {
            // A file that is gone again, or was never one: then its name is all that can tell it from others.
            return path.toAbsolutePath().normalize();
        }
    }
}
