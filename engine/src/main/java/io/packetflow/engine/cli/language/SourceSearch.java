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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;

/** Cold path. Finds the sources that a command line names: files, directories, standard input. */
final class SourceSearch
{
    /** Stands for standard input on a command line. */
    static final String STANDARD_INPUT = "-";

    private static final String ENDING = ".pf";

    private SourceSearch()
    {
    }

    /** Returns all sources that are named, each once. */
    static List<SourceFile> sources(final List<String> arguments) throws IOException
    {
        final List<SourceFile> sources = new ArrayList<>();
        final Set<String> seen = new LinkedHashSet<>();
        for (final String argument : arguments)
        {
            if (argument.equals(STANDARD_INPUT))
            {
                if (seen.add(argument))
                {
                    sources.add(SourceReader.read("<standard input>", System.in));
                }
                continue;
            }
            for (final Path file : files(argument))
            {
                if (seen.add(file.toAbsolutePath().normalize().toString()))
                {
                    sources.add(SourceReader.read(file));
                }
            }
        }
        return sources;
    }

    private static List<Path> files(final String argument) throws IOException
    {
        final Path path = path(argument);
        if (!Files.isDirectory(path))
        {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path))
        {
            final List<Path> files = found.filter(file -> file.toString().endsWith(ENDING) &&
                Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
            if (files.isEmpty())
            {
                throw new UsageException("the directory " + argument + " holds no file whose name ends with " + ENDING);
            }
            return files;
        }
        catch (final UncheckedIOException e)
        {
            throw e.getCause();
        }
    }

    private static Path path(final String argument)
    {
        final Path path;
        try
        {
            path = Path.of(argument);
        }
        catch (final InvalidPathException e)
        {
            throw new UsageException("'" + argument + "' is no path: " + e.getReason(), e);
        }
        if (!Files.exists(path))
        {
            throw new UsageException("there is no file or directory " + argument);
        }
        return path;
    }
}
