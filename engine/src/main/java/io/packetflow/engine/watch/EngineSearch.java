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
package io.packetflow.engine.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.telemetry.CountersFileReader;

/**
 * Cold path. Counters files in a directory, and in those directly below it.
 *
 * @param alive files of engines that run, by name
 * @param ended files that engines left behind, by name
 * @param unreadable messages about files that look like counters files and cannot be read
 */
public record EngineSearch(List<Found> alive, List<Found> ended, List<String> unreadable)
{
    private static final String ENDING = ".dat";

    /**
     * A counters file.
     *
     * @param file of the engine
     * @param pid of the engine
     * @param startMillis when its process started, milliseconds since 1970
     * @param molecule that it runs, empty where the file does not tell
     */
    public record Found(Path file, long pid, long startMillis, String molecule)
    {
    }

    /** Copies the lists. */
    public EngineSearch
    {
        alive = List.copyOf(alive);
        ended = List.copyOf(ended);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Searches.
     *
     * @param directory that need not exist
     * @return what was found
     * @throws IOException if the directory cannot be listed
     */
    public static EngineSearch in(final Path directory) throws IOException
    {
        final List<Found> alive = new ArrayList<>();
        final List<Found> ended = new ArrayList<>();
        final List<String> unreadable = new ArrayList<>();
        for (final Path file : candidates(directory))
        {
            try (CountersFileReader reader = CountersFileReader.open(file))
            {
                final EngineReading reading = EngineReading.of(file, reader);
                (reading.alive() ? alive : ended).add(
                    new Found(file, reading.pid(), reading.startMillis(), reading.molecule()));
            }
            catch (final CountersFileException e)
            {
                if (CountersFileReader.isCountersFile(file))
                {
                    unreadable.add(e.getMessage());
                }
            }
        }
        return new EngineSearch(alive, ended, unreadable);
    }

    private static List<Path> candidates(final Path directory) throws IOException
    {
        final List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(directory))
        {
            return files;
        }
        for (final Path entry : list(directory))
        {
            if (isCandidate(entry))
            {
                files.add(entry);
            }
            else if (Files.isDirectory(entry) && Files.isReadable(entry))
            {
                list(entry).stream().filter(EngineSearch::isCandidate).forEach(files::add);
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static boolean isCandidate(final Path file)
    {
        return file.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(file) && Files.isReadable(file);
    }

    private static List<Path> list(final Path directory) throws IOException
    {
        final List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory))
        {
            stream.forEach(entries::add);
        }
        catch (final DirectoryIteratorException e)
        {
            throw e.getCause();
        }
        return entries;
    }
}
