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
package io.packetflow.engine.telemetry;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Cold path. Writes series in HdrHistogram's own formats, so that every tool that knows them reads ours. */
final class LatencyFiles
{
    private static final int TICKS_PER_HALF_DISTANCE = 5;

    private LatencyFiles()
    {
    }

    /**
     * Writes all series into one interval log, each one interval with its name as the tag.
     *
     * @param file        to write
     * @param series      to write
     * @param startMillis start of the run, milliseconds since 1970
     * @param endMillis   end of the run, milliseconds since 1970
     * @throws IOException if it cannot be written
     */
    static void writeLog(
        final Path file, final List<LatencySeries> series, final long startMillis, final long endMillis)
        throws IOException
    {
        try (PrintStream out = open(file))
        {
            final HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputComment("[nanoseconds; tag = series]");
            writer.outputStartTime(startMillis);
            writer.setBaseTime(startMillis);
            writer.outputLegend();
            for (final LatencySeries one : series)
            {
                final Histogram histogram = one.histogram().copy();
                histogram.setTag(slug(one.name()));
                histogram.setStartTimeStamp(startMillis);
                histogram.setEndTimeStamp(endMillis);
                writer.outputIntervalHistogram(histogram);
            }
            requireWritten(out, file);
        }
    }

    /**
     * Writes the percentile distribution of one series.
     *
     * @param file   to write
     * @param series to write
     * @throws IOException if it cannot be written
     */
    static void writeDistribution(final Path file, final LatencySeries series) throws IOException
    {
        try (PrintStream out = open(file))
        {
            series.histogram().outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, 1.0);
            requireWritten(out, file);
        }
    }

    /**
     * A name as part of a file name or as a tag.
     *
     * @param name for people
     * @return lower-case letters, digits and single hyphens
     */
    static String slug(final String name)
    {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static PrintStream open(final Path file) throws IOException
    {
        return new PrintStream(PrivateFiles.replace(file), false, StandardCharsets.UTF_8);
    }

    private static void requireWritten(final PrintStream out, final Path file) throws IOException
    {
        if (out.checkError())
        {
            throw new IOException("could not write all of " + file + "; is the disk full?");
        }
    }
}
