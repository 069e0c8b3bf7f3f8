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
package io.packetflow.latency.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;

import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.telemetry.LatencySeries;

/** Cold path. Reads an interval log of HdrHistogram back; the intervals of one tag become one series. */
final class HistogramLog
{
    private HistogramLog()
    {
    }

    /**
     * Reads a log.
     *
     * @param file to read
     * @return a series for each tag, in the order of their first intervals
     * @throws IOException if it cannot be read
     * @throws BadDataException if it holds no histograms, or damaged ones
     */
    static List<LatencySeries> read(final Path file) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        final Map<String, Histogram> byTag = new LinkedHashMap<>();
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(bytes)))
        {
            while (reader.hasNext())
            {
                final EncodableHistogram interval = reader.nextIntervalHistogram();
                if (interval instanceof Histogram histogram)
                {
                    final String tag = histogram.getTag() == null ? "latency" : histogram.getTag();
                    byTag.merge(tag, histogram, HistogramLog::sum);
                }
            }
        }
        catch (final RuntimeException e)
        {
            throw damaged(file, e);
        }
        if (byTag.isEmpty())
        {
            throw damaged(file, new DataFormatException("no histogram in it"));
        }
        return byTag.entrySet().stream().map(entry -> LatencySeries.of(entry.getKey(), entry.getValue())).toList();
    }

    private static Histogram sum(final Histogram first, final Histogram second)
    {
        first.add(second);
        return first;
    }

    /** The library answers damage with whatever its parser stumbles over. */
    private static BadDataException damaged(final Path file, final Exception cause)
    {
        return new BadDataException(file + " is no histogram log, or a damaged one (" + cause.getMessage() +
            "); measure the scenario again, or remove the file", cause);
    }
}
