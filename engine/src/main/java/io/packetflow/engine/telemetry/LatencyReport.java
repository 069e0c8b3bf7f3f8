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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. The report of a run: what was measured on what, as a table, as files and as a picture.
 *
 * <p>Where the JVM runs with assertions no percentile is printed or written, because assertions cost more than what is
 * measured (a claim and publish of the Disruptor: 2 ns without, 17 ns with them); the report says so instead.
 */
public final class LatencyReport
{
    private static final String REFUSAL =
        """
        No percentiles: this JVM runs with assertions (-ea), which cost more than what is measured.
        Run without -ea; the packetflow launcher does.
        """;

    private final String title;
    private final HostFingerprint host;
    private final List<HostFingerprint.Fact> facts;
    private final List<LatencySeries> series;
    private final List<String> sections;
    private final long startMillis;
    private final long endMillis;

    private LatencyReport(final Builder builder)
    {
        title = builder.title;
        host = builder.host;
        facts = List.copyOf(builder.facts);
        series = List.copyOf(builder.series);
        sections = List.copyOf(builder.sections);
        startMillis = builder.startMillis;
        endMillis = builder.endMillis;
    }

    /**
     * Begins a report.
     *
     * @param title of the report and its picture
     * @param host  on which the run took place, from {@link HostFingerprint#read()}
     * @return a builder
     */
    public static Builder builder(final String title, final HostFingerprint host)
    {
        return new Builder(title, host);
    }

    /** @return whether percentiles are refused because of assertions */
    public boolean isRefused()
    {
        return host.assertions();
    }

    /** @return the report as text, lines ended */
    public String text()
    {
        final StringBuilder text = new StringBuilder(2_048).append(title).append('\n');
        final List<HostFingerprint.Fact> header = new ArrayList<>(host.facts());
        header.addAll(facts);
        final int width = header.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        header.forEach(fact -> text.append("  ").append(fact.name())
            .append(" ".repeat(width - fact.name().length() + 2)).append(fact.value()).append('\n'));
        text.append('\n');
        if (isRefused())
        {
            text.append(REFUSAL);
        }
        else if (!series.isEmpty())
        {
            text.append(LatencyTable.render(series));
        }
        sections.forEach(section -> text.append('\n').append(section));
        return text.toString();
    }

    /**
     * Writes {@code NAME.txt}, and unless percentiles are refused {@code NAME.png}, {@code NAME.hlog} and a
     * {@code NAME-SERIES.hgrm} for each series that is not empty. They say what was traded: all are for their owner
     * alone, and so is the directory where it is made.
     *
     * @param directory made where it does not exist
     * @param name      first part of every file name
     * @return the files, in the order of their usefulness to a reader
     * @throws IOException if one cannot be written
     */
    public List<Path> writeTo(final Path directory, final String name) throws IOException
    {
        PrivateFiles.createDirectories(directory);
        final List<Path> files = new ArrayList<>();
        final Path table = directory.resolve(name + ".txt");
        try (OutputStream out = PrivateFiles.replace(table))
        {
            out.write(text().getBytes(StandardCharsets.UTF_8));
        }
        files.add(table);
        final List<LatencySeries> filled =
            series.stream().filter(one -> one.histogram().getTotalCount() > 0).toList();
        if (!isRefused() && !filled.isEmpty())
        {
            final PercentilePlot plot = new PercentilePlot(title, host.summary(), filled);
            final Path png = directory.resolve(name + ".png");
            plot.writePng(png);
            files.add(png);
            final Path log = directory.resolve(name + ".hlog");
            LatencyFiles.writeLog(log, filled, startMillis, endMillis);
            files.add(log);
            for (final LatencySeries one : filled)
            {
                final Path distribution = directory.resolve(name + "-" + LatencyFiles.slug(one.name()) + ".hgrm");
                LatencyFiles.writeDistribution(distribution, one);
                files.add(distribution);
            }
        }
        return files;
    }

    /** Cold path. Collects what a report says. */
    public static final class Builder
    {
        private final String title;
        private final HostFingerprint host;
        private final List<HostFingerprint.Fact> facts = new ArrayList<>();
        private final List<LatencySeries> series = new ArrayList<>();
        private final List<String> sections = new ArrayList<>();
        private long startMillis;
        private long endMillis;

        private Builder(final String title, final HostFingerprint host)
        {
            this.title = title;
            this.host = host;
        }

        /**
         * Adds a line to the header, such as the plan, the pinned CPUs or the offered rate.
         *
         * @param name  of the fact
         * @param value of the fact
         * @return this
         */
        public Builder fact(final String name, final String value)
        {
            facts.add(new HostFingerprint.Fact(name, value));
            return this;
        }

        /**
         * Adds a series.
         *
         * @param one with a name of its own
         * @return this
         */
        public Builder series(final LatencySeries one)
        {
            series.add(one);
            return this;
        }

        /**
         * Adds a text behind the table, such as what was in the feed.
         *
         * @param text lines, each ended
         * @return this
         */
        public Builder section(final String text)
        {
            sections.add(text);
            return this;
        }

        /**
         * Says when the run took place.
         *
         * @param start milliseconds since 1970
         * @param end   milliseconds since 1970
         * @return this
         */
        public Builder times(final long start, final long end)
        {
            startMillis = start;
            endMillis = end;
            return this;
        }

        /** @return the report */
        public LatencyReport build()
        {
            return new LatencyReport(this);
        }
    }
}
