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
package io.packetflow.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cost.HostCosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest
{
    private static final HostCosts COSTS = new HostCosts("measured", 11.5, 0.7, 4.2, 131, 327.5, 21e6);
    private static final CpuTopology HERE = CpuTopology.ofProcessors(2, "a test");

    @TempDir
    private Path directory;

    private static Calibration calibration(final CalibratedHost host)
    {
        return new Calibration(COSTS, host, "2026-11-26", "17.0.15", "hops between sockets are assumed", 0.05);
    }

    @Test
    void shouldReadWhatItWrote() throws IOException
    {
        final Path file = directory.resolve("below").resolve("costs.properties");
        final Calibration written = calibration(new CalibratedHost("A = B", 2, 1));

        CalibrationFile.write(file, written);

        assertThat(CalibrationFile.read(file)).isEqualTo(written);
        assertThat(written.costsWithOrigin().origin()).isEqualTo("measured 2026-11-26 on A = B, 2 CPUs on 1 socket, " +
            "JDK 17.0.15; hops between sockets are assumed");
        try (var left = Files.list(file.getParent()))
        {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void shouldRefuseEveryDamage() throws IOException
    {
        final Path file = directory.resolve("costs.properties");
        CalibrationFile.write(file, calibration(CalibratedHost.of(HERE)));
        final byte[] sound = Files.readAllBytes(file);

        for (int at = 0; at < sound.length; at++)
        {
            final byte[] damaged = sound.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> CalibrationFile.read(file)).as("byte %d", at)
                .isInstanceOf(CalibrationException.class)
                .hasMessageStartingWith("the host's costs in " + file + " are damaged: ")
                .hasMessageEndingWith("; measure them again with packetflow calibrate, or remove the file");
        }
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        assertThatThrownBy(() -> CalibrationFile.read(file)).isInstanceOf(CalibrationException.class);
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> CalibrationFile.read(file)).isInstanceOf(CalibrationException.class)
            .hasMessageContaining("its checksum is not that of its lines");
    }

    @Test
    void shouldRefuseWhatIsSoundAndMeansNothing() throws IOException
    {
        assertThatThrownBy(() -> CalibrationFile.read(signed("format=packetflow-host-costs-2\n")))
            .hasMessageContaining("its format is 'packetflow-host-costs-2' and not packetflow-host-costs-1");
        assertThatThrownBy(() -> CalibrationFile.read(signed("format=packetflow-host-costs-1\n")))
            .hasMessageContaining("it says nothing of ingress.nanos");
        assertThatThrownBy(() -> CalibrationFile.read(signed("format=packetflow-host-costs-1\ningress.nanos=NaN\n")))
            .hasMessageContaining("ingress.nanos is not finite: NaN");
    }

    private Path signed(final String body) throws IOException
    {
        final CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Files.writeString(directory.resolve("signed"),
            body + "checksum=" + String.format(Locale.ROOT, "%08x", crc.getValue()) + "\n");
    }

    @Test
    void shouldAssumeWhereNothingWasMeasured()
    {
        final KnownHostCosts known = KnownHostCosts.find(directory.resolve("none"), HERE);

        assertThat(known.costs()).isEqualTo(HostCosts.ASSUMED);
        assertThat(known.warning()).isEmpty();
    }

    @Test
    void shouldWarnOfCostsOfAnotherHost() throws IOException
    {
        final Path file = directory.resolve("costs.properties");
        CalibrationFile.write(file, calibration(CalibratedHost.of(HERE)));
        assertThat(KnownHostCosts.find(file, HERE).warning()).isEmpty();

        CalibrationFile.write(file, calibration(new CalibratedHost("Another", 64, 2)));
        final KnownHostCosts known = KnownHostCosts.find(file, HERE);

        assertThat(known.costs().hopNanos()).isEqualTo(131);
        assertThat(known.costs().origin()).contains("on Another, 64 CPUs on 2 sockets");
        assertThat(known.warning()).hasValueSatisfying(warning -> assertThat(warning)
            .contains("were measured on another host (Another, 64 CPUs on 2 sockets)", "packetflow calibrate"));
    }
}
