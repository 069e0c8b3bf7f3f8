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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;

/**
 * Cold path. Which instruments a running engine knows, in a text file beside its control file, so that a command may
 * name a symbol where the engine goes by stock locates, and is told where there is no such instrument. The first line
 * is the number of locates, counted from 0; then one line for each symbol: locate, blank, symbol.
 */
final class InstrumentList implements AutoCloseable
{
    private static final String SUFFIX = ".symbols";

    private final Path path;

    /**
     * What an engine knows.
     *
     * @param locateCount one more than the highest stock locate
     * @param locates by symbol, as far as they are known in advance
     */
    record Known(int locateCount, SortedMap<String, Integer> locates)
    {
    }

    private InstrumentList(final Path path)
    {
        this.path = path;
    }

    /** Writes the list of an engine, and removes those of engines that were killed. */
    static InstrumentList write(final Path controlFile, final int locateCount, final Map<String, Integer> locates)
        throws IOException
    {
        removeStale(controlFile.toAbsolutePath().getParent());
        final StringBuilder text = new StringBuilder(locates.size() * 12);
        text.append(locateCount).append('\n');
        locates.forEach((symbol, locate) -> text.append(locate).append(' ').append(symbol).append('\n'));
        final Path path = beside(controlFile);
        Files.writeString(path, text);
        return new InstrumentList(path);
    }

    private static void removeStale(final Path directory) throws IOException
    {
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(directory, "*" + SUFFIX))
        {
            for (final Path list : lists)
            {
                final String name = list.getFileName().toString();
                if (!Files.exists(list.resolveSibling(name.substring(0, name.length() - SUFFIX.length()))))
                {
                    Files.deleteIfExists(list);
                }
            }
        }
    }

    /** Reads the list of an engine; one that has none, as an embedding program may, is asked for anything. */
    static Known read(final Path controlFile)
    {
        final Path path = beside(controlFile);
        if (!Files.exists(path))
        {
            return new Known(Integer.MAX_VALUE, Collections.emptySortedMap());
        }
        try
        {
            final List<String> lines = Files.readAllLines(path);
            final SortedMap<String, Integer> locates = new TreeMap<>();
            for (final String line : lines.subList(1, lines.size()))
            {
                final int blank = line.indexOf(' ');
                locates.put(line.substring(blank + 1), Integer.parseInt(line, 0, blank, 10));
            }
            return new Known(Integer.parseInt(lines.get(0)), locates);
        }
        catch (final IOException e)
        {
            throw new HostException("cannot read which instruments the engine knows: " + IoFailure.describe(e), e);
        }
        catch (final RuntimeException e)
        {
            throw new HostException(path + " is no list of instruments: " + e.getMessage() +
                "; an engine of another version may have written it", e);
        }
    }

    private static Path beside(final Path controlFile)
    {
        return controlFile.resolveSibling(controlFile.getFileName() + SUFFIX);
    }

    @Override
    public void close() throws IOException
    {
        Files.deleteIfExists(path);
    }
}
