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
package io.packetflow.latency.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.LatencySeries;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFileTest
{
    private static final HostFingerprint HOST = new HostFingerprint("cpu", 2, "Linux 6", "none seen", "jdk",
        "Serial, heap up to 512 MB", false, false, List.of("-Xmx512m", "-Dname=value with blanks"));

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatItWrote() throws IOException
    {
        final Histogram histogram = new Histogram(1, 3_600_000_000_000L, 3);
        histogram.recordValueWithCount(64, 1_000);
        histogram.recordValue(4_000_000);
        final ForkResult written = ForkResult.on(HOST).number(Measure.ORDERS, 944_420L)
            .number(Measure.NANOS_PER_MESSAGE, 24.5).text("plan", "fused/one-node/cursor")
            .series(new LatencySeries(Series.ONE_WAY, histogram, 3, 1)).build();
        final Path file = directory.resolve("fork.properties");

        ForkFile.write(file, written);
        final ForkResult read = ForkFile.read(file);

        assertThat(read.host()).isEqualTo(HOST);
        assertThat(read.numbers()).isEqualTo(written.numbers());
        assertThat(read.texts()).isEqualTo(written.texts());
        assertThat(read.series(Series.ONE_WAY).histogram()).isEqualTo(histogram);
        assertThat(read.series(Series.ONE_WAY).negativeCount()).isEqualTo(3);
        assertThat(read.series(Series.ONE_WAY).tooLongCount()).isEqualTo(1);
        assertThat(read.percentile(Series.ONE_WAY, 50)).isEqualTo(64);
    }

    @Test
    void shouldLeaveOutASeriesWithoutADuration()
    {
        final ForkResult result = ForkResult.on(HOST)
            .series(LatencySeries.of(Series.RESPONSE, new Histogram(1, 1_000, 3))).build();

        assertThatThrownBy(() -> result.series(Series.RESPONSE)).isInstanceOf(NoSuchElementException.class)
            .hasMessage("the fork did not answer response; was there anything to measure?");
    }

    @Test
    void shouldRefuseAnotherFile() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("other.properties"), "a=b\n");

        assertThatThrownBy(() -> ForkFile.read(file)).isInstanceOf(BadDataException.class)
            .hasMessage("not the result of a fork: " + file + " (no host.jvmOptions)");
    }
}
