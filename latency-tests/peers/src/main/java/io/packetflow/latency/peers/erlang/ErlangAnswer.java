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
package io.packetflow.latency.peers.erlang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySeries;

/** Cold path. What the script wrote: numbers by name, and how often each duration was seen. */
final class ErlangAnswer
{
    private final Map<String, Long> numbers = new HashMap<>();
    private final Histogram durations = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);

    /**
     * Reads an answer.
     *
     * @param file that the script wrote
     * @throws IOException if it cannot be read
     * @throws BadDataException if it is no such file
     */
    ErlangAnswer(final Path file) throws IOException
    {
        for (final String line : Files.readAllLines(file))
        {
            final int space = line.indexOf(' ');
            if (space < 1)
            {
                throw new BadDataException("not an answer of the script: '" + line + "' in " + file);
            }
            final String name = line.substring(0, space);
            final long value = Long.parseLong(line.substring(space + 1));
            if (Character.isDigit(name.charAt(0)))
            {
                durations.recordValueWithCount(Long.parseLong(name), value);
            }
            else
            {
                numbers.put(name, value);
            }
        }
    }

    long number(final String name)
    {
        final Long value = numbers.get(name);
        if (value == null)
        {
            throw new BadDataException("the script did not answer " + name);
        }
        return value;
    }

    LatencySeries durations(final String name)
    {
        return LatencySeries.of(name, durations);
    }
}
