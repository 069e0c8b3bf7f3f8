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
package io.packetflow.tuning.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.watch.EngineReading;
import io.packetflow.engine.watch.EngineSearch;
import io.packetflow.engine.watch.WatchedEngine;

/**
 * Cold path. The engines that are exported: the one that writes a file, or all that run below a directory. One that was
 * seen once stays, with {@code packetflow_up 0} while it does not run; the file of one that had ended before is not
 * exported. Used by any thread, one at a time.
 */
final class ExportedEngines implements AutoCloseable
{
    private static final String ENDING = ".dat";

    private final Path place;
    private final boolean isFile;
    private final Map<Path, WatchedEngine> engines = new TreeMap<>();

    /**
     * Names the place; nothing is opened yet.
     *
     * @param place counters file or directory, which need not exist
     * @param isFile whether it is a file, also while it does not exist
     */
    ExportedEngines(final Path place, final boolean isFile)
    {
        this.place = place;
        this.isFile = isFile;
        if (isFile)
        {
            watch(place);
        }
    }

    /** Returns file or directory. */
    Path place()
    {
        return place;
    }

    private void watch(final Path file)
    {
        engines.computeIfAbsent(file, WatchedEngine::new);
    }

    /**
     * Reads all engines and renders their metrics.
     *
     * @return the exposition
     * @throws IOException if the directory cannot be listed
     */
    synchronized String scrape() throws IOException
    {
        if (!isFile)
        {
            EngineSearch.in(place).alive().forEach(found -> watch(found.file()));
        }
        final Exposition exposition = new Exposition();
        if (engines.isEmpty())
        {
            // A scraper that is told nothing cannot tell an engine that does not run from an exporter that is broken.
            EngineMetrics.add(exposition, "", Optional.empty());
        }
        engines.forEach((file, engine) -> EngineMetrics.add(exposition, name(file), read(engine)));
        return exposition.text();
    }

    /** What cannot be read now, as a file that is gone or just being made, may be there at the next scrape. */
    private static Optional<EngineReading> read(final WatchedEngine engine)
    {
        try
        {
            return Optional.of(engine.read());
        }
        catch (final CountersFileException unreadable)
        {
            return Optional.empty();
        }
    }

    /** Unique below the directory, and the same over the lives of an engine. */
    private String name(final Path file)
    {
        final Path relative = !isFile && file.startsWith(place) ? place.relativize(file) : file.getFileName();
        final String name = relative.toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Returns why a file cannot be exported though it is there, empty where nothing is wrong with it. */
    Optional<CountersFileException> fault()
    {
        if (isFile && Files.exists(place))
        {
            try (WatchedEngine engine = new WatchedEngine(place))
            {
                engine.read();
            }
            catch (final CountersFileException e)
            {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized void close()
    {
        engines.values().forEach(WatchedEngine::close);
    }
}
