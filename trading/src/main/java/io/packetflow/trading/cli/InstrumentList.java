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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.packetflow.engine.cli.HostException;

/**
 * Cold path. Which symbols a running engine knows, in a text file beside its control file, so that a command may name a
 * symbol where the engine goes by stock locates. One line for each: locate, blank, symbol.
 */
final class InstrumentList implements AutoCloseable
{
    private final Path path;

    private InstrumentList(final Path path)
    {
        this.path = path;
    }

    /** Writes the list of an engine. */
    static InstrumentList write(final Path controlFile, final Map<String, Integer> locates) throws IOException
    {
        final StringBuilder text = new StringBuilder(locates.size() * 12);
        locates.forEach((symbol, locate) -> text.append(locate).append(' ').append(symbol).append('\n'));
        final Path path = beside(controlFile);
        Files.writeString(path, text);
        return new InstrumentList(path);
    }

    /** Reads the list of an engine; empty if it has none. */
    static SortedMap<String, Integer> read(final Path controlFile)
    {
        final SortedMap<String, Integer> locates = new TreeMap<>();
        final Path path = beside(controlFile);
        if (!Files.exists(path))
        {
            return locates;
        }
        try
        {
            for (final String line : Files.readAllLines(path))
            {
                final int blank = line.indexOf(' ');
                locates.put(line.substring(blank + 1), Integer.parseInt(line, 0, blank, 10));
            }
            return locates;
        }
        catch (final IOException | IndexOutOfBoundsException | NumberFormatException e)
        {
            throw new HostException("cannot read the engine's symbols from " + path + ": " + e, e);
        }
    }

    private static Path beside(final Path controlFile)
    {
        return controlFile.resolveSibling(controlFile.getFileName() + ".symbols");
    }

    @Override
    public void close() throws IOException
    {
        Files.deleteIfExists(path);
    }
}
