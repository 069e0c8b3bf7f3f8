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
import java.util.List;
import java.util.OptionalLong;

import io.packetflow.engine.telemetry.CountersFileReader;
import io.packetflow.engine.telemetry.EngineCounter;

/**
 * Cold path. What an engine's counters file said at a moment.
 *
 * @param file that was read
 * @param version of its layout
 * @param pid of the engine
 * @param startMillis when the engine's process started, milliseconds since 1970
 * @param closedMillis when the engine closed the file; empty while it runs, or where it died
 * @param alive whether the process that wrote the file runs, and has not closed it
 * @param takenMillis when it was read, milliseconds since 1970
 * @param takenNanos when it was read, on a clock that never goes back, for rates
 * @param counters in the order of the file
 */
public record EngineReading(
    Path file,
    int version,
    long pid,
    long startMillis,
    OptionalLong closedMillis,
    boolean alive,
    long takenMillis,
    long takenNanos,
    List<CounterReading> counters)
{
    /** A conductor writes every 10 ms; one that is silent for so long stands still, or nobody runs it. */
    public static final long SILENCE_LIMIT_MILLIS = 2_000;

    /** Copies the list. */
    public EngineReading
    {
        counters = List.copyOf(counters);
    }

    /**
     * Reads all counters now.
     *
     * @param file as the user knows it
     * @param reader of the file
     * @return the reading
     * @throws io.packetflow.engine.telemetry.CountersFileException if the file is damaged
     */
    public static EngineReading of(final Path file, final CountersFileReader reader)
    {
        // Before the counters: an engine that ends meanwhile has not written less than what is read then.
        final boolean alive = reader.isWriterAlive();
        return new EngineReading(file, reader.version(), reader.pid(), reader.startTimeMillis(),
            reader.closedTimeMillis(), alive, System.currentTimeMillis(), System.nanoTime(),
            reader.counters().stream().map(CounterReading::of).toList());
    }

    /**
     * Finds the only counter of a type, or the first of several.
     *
     * @param type of the counter
     * @return its value, empty where the file has none
     */
    public OptionalLong value(final EngineCounter type)
    {
        return counters.stream().filter(counter -> counter.is(type)).mapToLong(CounterReading::value).findFirst();
    }

    /** Returns the molecule's name, empty where the file does not tell. */
    public String molecule()
    {
        return counters.stream().filter(counter -> counter.is(EngineCounter.STATE)).map(CounterReading::owner)
            .findFirst().orElse("");
    }

    /**
     * Returns how old the last sign of life is.
     *
     * @return milliseconds; empty where none was given yet, as by an engine whose gate is closed
     */
    public OptionalLong silenceMillis()
    {
        return value(EngineCounter.HEARTBEAT).stream().filter(millis -> millis != 0)
            .map(millis -> Math.max(0, takenMillis - millis)).findFirst();
    }

    /** Returns whether the process is alive, but has not written its counters for far too long. */
    public boolean isSilent()
    {
        return alive && silenceMillis().orElse(0) > SILENCE_LIMIT_MILLIS;
    }

    /** Returns whether both readings are of the same process's file. */
    boolean isOfSameEngine(final EngineReading other)
    {
        return pid == other.pid && startMillis == other.startMillis;
    }
}
