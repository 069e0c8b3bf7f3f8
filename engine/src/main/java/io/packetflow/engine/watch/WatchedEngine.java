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

import java.nio.file.Path;

import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.telemetry.CountersFileReader;

/**
 * Cold path. One counters file over the lives of the engines that write it: a new engine puts a new file in the place
 * of the old one, which is seen when the old one has ended. Reads only. One thread.
 */
public final class WatchedEngine implements AutoCloseable
{
    private final Path file;
    private CountersFileReader reader;

    /**
     * Names the file; nothing is opened yet.
     *
     * @param file that need not exist yet
     */
    public WatchedEngine(final Path file)
    {
        this.file = file;
    }

    /** Returns the file as it was named. */
    public Path file()
    {
        return file;
    }

    /**
     * Reads the counters of the engine that wrote the file last.
     *
     * @return the reading
     * @throws CountersFileException if there is no counters file that can be read
     */
    public EngineReading read()
    {
        try
        {
            if (reader == null || !reader.isWriterAlive())
            {
                reopen();
            }
            return EngineReading.of(file, reader);
        }
        catch (final CountersFileException e)
        {
            // Next time from the beginning: by then there may be a sound one.
            close();
            throw e;
        }
    }

    private void reopen()
    {
        final CountersFileReader next = CountersFileReader.open(file);
        close();
        reader = next;
    }

    @Override
    public void close()
    {
        if (reader != null)
        {
            reader.close();
            reader = null;
        }
    }
}
