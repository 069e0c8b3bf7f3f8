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

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.BitmapEncoder;

class LatencyReportTest
{
    private static final HostFingerprint HOST = new HostFingerprint("Xeon <8380>", 2, "Linux 6.1", "KVM", "HotSpot 17",
        "Serial, heap up to 512 MB", false, false, List.of("-Xmx512m"));
    private static final HostFingerprint ASSERTING_HOST = new HostFingerprint("Xeon", 2, "Linux", "KVM", "HotSpot",
        "Serial", true, true, List.of("-ea"));

    @TempDir
    private Path directory;

    @Test
    void shouldPrintSeriesSideBySideInNanoseconds()
    {
        final Histogram histogram = new Histogram(3);
        for (int i = 1; i <= 1_000; i++)
        {
            histogram.recordValue(i);
        }
        histogram.recordValue(1_234_567);
        final LatencyReport report = LatencyReport.builder("Tick to trade", HOST)
            .fact("plan", "one node on CPU 1")
            .series(new LatencySeries("orders", histogram, 2, 0))
            .series(LatencySeries.of("first 1,000", new Histogram(3)))
            .build();

        assertThat(report.text()).isEqualTo("""
            Tick to trade
              cpu            Xeon <8380>, 2 usable
              kernel         Linux 6.1
              hypervisor     KVM
              jdk            HotSpot 17
              gc             Serial, heap up to 512 MB
              bounds checks  off
              assertions     off
              jvm options    -Xmx512m
              plan           one node on CPU 1

              ns                      orders   first 1,000
              count                    1,001             0
              min                          1             -
              P50                        501             -
              P90                        901             -
              P99                        991             -
              P99.9                    1,000             -
              P99.99               1,234,943             -
              max                  1,234,943             -
              mean                   1,733.2             -
              stddev                38,982.4             -
              below 0 (left out)           2             0
            """);
    }

    @Test
    void shouldWriteTableLogDistributionAndPictures() throws Exception
    {
        final LatencyReport report = LatencyReport.builder("Tick to trade", HOST)
            .series(series("Tick to trade", 80))
            .series(series("First 1,000 orders", 200))
            .times(1_000L, 61_000L)
            .build();

        final List<Path> files = report.writeTo(directory.resolve("out"), "trade");

        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("trade.txt",
            "trade.png", "trade.hlog", "trade-tick-to-trade.hgrm", "trade-first-1-000-orders.hgrm");
        assertThat(Files.readString(files.get(0))).isEqualTo(report.text());
        assertThat(ImageIO.read(files.get(1).toFile()).getWidth()).isEqualTo(1_600);
        assertThat(logCounts(files.get(2))).containsExactly(20_000L, 20_000L);
        assertThat(Files.readString(files.get(3))).contains("Percentile", "#[Max");
    }

    @Test
    void shouldWriteForTheOwnerAloneAlsoWhereAnEarlierReportWasOpenToAll() throws IOException
    {
        final LatencyReport report =
            LatencyReport.builder("Tick to trade", HOST).series(series("Tick to trade", 80)).build();
        final Path out = directory.resolve("new/out");
        for (final Path file : report.writeTo(out, "trade"))
        {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        final Path link = Files.createLink(directory.resolve("link"), out.resolve("trade.txt"));
        Files.writeString(link, "of before");

        final List<Path> files = report.writeTo(out, "trade");

        assertThat(files).extracting(LatencyReportTest::mode).hasSize(4).containsOnly("rw-------");
        assertThat(List.of(out, out.getParent())).extracting(LatencyReportTest::mode).containsOnly("rwx------");
        assertThat(link).hasContent("of before");
    }

    private static String mode(final Path path)
    {
        try
        {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldRefusePercentilesWhereAssertionsAreOn() throws IOException
    {
        final LatencyReport report =
            LatencyReport.builder("Tick to trade", ASSERTING_HOST).series(series("orders", 80)).build();

        assertThat(report.isRefused()).isTrue();
        assertThat(report.text()).contains("No percentiles: this JVM runs with assertions (-ea)").doesNotContain("P50");
        assertThat(report.writeTo(directory, "trade")).containsExactly(directory.resolve("trade.txt"));
    }

    @Test
    void shouldPrintSectionsBehindTheTable()
    {
        final LatencyReport report = LatencyReport.builder("Tick to trade", HOST).series(series("orders", 80))
            .section("feed\n  10,000 messages\n").section("positions\n").build();

        assertThat(report.text()).endsWith("\n\nfeed\n  10,000 messages\n\npositions\n");
    }

    @Test
    void shouldLabelPercentilesByTheirNines()
    {
        assertThat(List.of(0.0, 1.0, 2.0, 3.0, 6.0)).extracting(PercentilePlot::percentile)
            .containsExactly("0%", "90%", "99%", "99.9%", "99.9999%");
        assertThat(List.of(0.5, 2.5, -1.0)).extracting(PercentilePlot::percentile).containsOnly("");
    }

    @Test
    void shouldLabelDurationsWithTheUnitThatSuits()
    {
        assertThat(List.of(1.0, 85.0, 999.0, 1_000.0, 1_234.0, 999_700.0, 4_500_000.0, 3.6e12))
            .extracting(PercentilePlot::duration)
            .containsExactly("1 ns", "85 ns", "999 ns", "1 \u00b5s", "1.23 \u00b5s", "1.00 ms", "4.50 ms", "3600 s");
    }

    @Test
    void shouldDrawASeriesOfOneValue()
    {
        final Histogram histogram = new Histogram(3);
        histogram.recordValue(42);

        assertThat(inkOf(LatencySeries.of("one", histogram))).isPositive();
    }

    @Test
    void shouldDrawAnySeriesInsideThePicture()
    {
        final long seed = 99L;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5; i++)
        {
            final Histogram histogram = new Histogram(LatencyRecorder.MAX_NANOS, 3);
            final int count = 1 + random.nextInt(2_000);
            for (int j = 0; j < count; j++)
            {
                histogram.recordValue(random.nextLong(LatencyRecorder.MAX_NANOS) >> random.nextInt(42));
            }
            assertThat(inkOf(LatencySeries.of("any", histogram))).as("seed %s, round %s", seed, i).isPositive();
        }
    }

    @Test
    void shouldMeasureWhatTheHostDoesToAClockReader()
    {
        final LatencySeries floor = JitterFloor.measure(1_000_000L);

        assertThat(floor.histogram().getTotalCount()).isPositive();
        assertThat(floor.negativeCount()).isZero();
    }

    /** Counts the pixels of the first series' colour right of the legend's line and below the legend. */
    private static int inkOf(final LatencySeries series)
    {
        final BufferedImage image =
            BitmapEncoder.getBufferedImage(new PercentilePlot("Any", "", List.of(series)).chart());
        int ink = 0;
        for (int y = 130; y < image.getHeight() - 60; y++)
        {
            for (int x = 60; x < image.getWidth(); x++)
            {
                ink += (image.getRGB(x, y) & 0xffffff) == 0x0072b2 ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void shouldKnowThisHost()
    {
        final HostFingerprint host = HostFingerprint.read();

        assertThat(host.assertions()).as("surefire runs with -ea").isTrue();
        assertThat(host.boundsChecks()).isTrue();
        assertThat(host.cpuModel()).isNotBlank();
        assertThat(host.cpuCount()).isPositive();
        assertThat(host.facts()).extracting(HostFingerprint.Fact::name).contains("cpu", "kernel", "jdk", "gc");
        assertThat(host.summary()).contains("bounds checks on");
    }

    private static LatencySeries series(final String name, final int typicalNanos)
    {
        final SplittableRandom random = new SplittableRandom(typicalNanos);
        final Histogram histogram = new Histogram(LatencyRecorder.MAX_NANOS, 3);
        for (int i = 0; i < 20_000; i++)
        {
            histogram.recordValue(typicalNanos + (long)(20 / Math.sqrt(random.nextDouble())));
        }
        return LatencySeries.of(name, histogram);
    }

    private static List<Long> logCounts(final Path file) throws IOException
    {
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile()))
        {
            return List.of(((Histogram)reader.nextIntervalHistogram()).getTotalCount(),
                ((Histogram)reader.nextIntervalHistogram()).getTotalCount());
        }
    }
}
