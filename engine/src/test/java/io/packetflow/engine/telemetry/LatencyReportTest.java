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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("trade.txt", "trade.svg",
            "trade.png", "trade.hlog", "trade-tick-to-trade.hgrm", "trade-first-1-000-orders.hgrm");
        assertThat(Files.readString(files.get(0))).isEqualTo(report.text());
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(files.get(1).toFile())
            .getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(Files.readString(files.get(1))).contains("99.9%", "Xeon &lt;8380&gt;", "First 1,000 orders");
        assertThat(ImageIO.read(files.get(2).toFile()).getWidth()).isEqualTo(2_240);
        assertThat(logCounts(files.get(3))).containsExactly(20_000L, 20_000L);
        assertThat(Files.readString(files.get(4))).contains("Percentile", "#[Max");
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
    void shouldDrawASeriesOfOneValue()
    {
        final Histogram histogram = new Histogram(3);
        histogram.recordValue(42);

        assertThat(new PercentilePlot("One", "", List.of(LatencySeries.of("one", histogram))).svg())
            .contains("<polyline").doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void shouldDrawAnySeriesInsideThePicture()
    {
        final long seed = 99L;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++)
        {
            final Histogram histogram = new Histogram(LatencyRecorder.MAX_NANOS, 3);
            final int count = 1 + random.nextInt(2_000);
            for (int j = 0; j < count; j++)
            {
                histogram.recordValue(random.nextLong(LatencyRecorder.MAX_NANOS) >> random.nextInt(42));
            }
            final String svg = new PercentilePlot("Any", "", List.of(LatencySeries.of("any", histogram))).svg();
            final String points = svg.replaceAll("(?s).*polyline points=\"([^\"]*)\".*", "$1");
            for (final String point : points.split(" ", -1))
            {
                final double y = Double.parseDouble(point.split(",", -1)[1]);
                assertThat(y).as("seed %s, round %s", seed, i).isBetween(90.0, 560.0);
            }
        }
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
